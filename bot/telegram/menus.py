"""Command menus and descriptions, for each language and scope; none of them stops the start."""

import logging
from collections.abc import Awaitable

from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeDefault,
)
from telegram.error import TelegramError

from bot.telegram.texts import FALLBACK, LANGUAGES, texts

logger = logging.getLogger(__name__)

PRIVATE = ("articles", "why", "verify", "cite", "waiting", "about", "language", "privacy",
           "forget", "help")  # fmt: skip
GROUP = ("ask", "articles", "why", "verify", "cite", "about")
ADMIN = ("add", "done", "cancel", "rollback", "gaps", "status", "approve", "revoke", *PRIVATE)


async def set_menus(bot: Bot, admins: tuple[int, ...]) -> None:
    """Say what there is to say, in every language; Telegram keeps it."""
    for language in LANGUAGES:
        # The list without a language is what speakers of all others see.
        for code in (language, *([None] if language == FALLBACK else [])):
            await _tried(_commands(bot, GROUP, BotCommandScopeDefault(), language, code))
            await _tried(_commands(bot, PRIVATE, BotCommandScopeAllPrivateChats(), language, code))
            await _tried(_commands(bot, GROUP, BotCommandScopeAllGroupChats(), language, code))
            say = texts(language)
            await _tried(bot.set_my_description(say("description"), code))
            await _tried(bot.set_my_short_description(say("short-description"), code))
    for admin in admins:
        await set_admin_menu(bot, admin)


async def set_admin_menu(bot: Bot, admin: int, chosen: str | None = None) -> None:
    """An admin's own menu; unknown until they have pressed start.

    In the language they have `chosen`, or else in that of their app.
    """
    for code in (None, *LANGUAGES):
        commands = _commands(
            bot, ADMIN, BotCommandScopeChat(admin), chosen or code or FALLBACK, code
        )
        if not await _tried(commands):
            return


async def set_reader_menu(bot: Bot, chat_id: int, chosen: str) -> None:
    """The menu of a private chat in the language chosen there, whatever that of the app."""
    await _tried(_commands(bot, PRIVATE, BotCommandScopeChat(chat_id), chosen, None))


async def take_menu_back(bot: Bot, group: int) -> None:
    """A group that was given an admin's menu has that of all groups again."""
    scope = BotCommandScopeChat(group)
    if await _tried(_has_menu(bot, scope)):
        for code in (*LANGUAGES, None):  # the one that is looked for goes last
            await _tried(bot.delete_my_commands(scope, code))


async def _has_menu(bot: Bot, scope: BotCommandScope) -> bool:
    return bool(await bot.get_my_commands(scope))


def _commands(
    bot: Bot, names: tuple[str, ...], scope: BotCommandScope, language: str, code: str | None
) -> Awaitable[bool]:
    say = texts(language)
    commands = [BotCommand(name, say(f"command-{name}")) for name in names]
    return bot.set_my_commands(commands, scope, code)


async def _tried(call: Awaitable[bool]) -> bool:
    try:
        return await call
    except TelegramError as error:
        logger.warning("a menu could not be set: %s", error)
        return False
