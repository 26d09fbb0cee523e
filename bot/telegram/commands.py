"""Commands for everybody: what the bot is, why it answered so, which language, forget me."""

import asyncio

from telegram import Message, Update
from telegram.constants import ChatType

from bot.telegram.admission import TurnedAway, Why, by_admin, count_question, refuse_strangers
from bot.telegram.askers import Asker
from bot.telegram.asking import open_link
from bot.telegram.buttons import Language
from bot.telegram.composing import ChatText
from bot.telegram.context import Context
from bot.telegram.doors import may_write, turn_away
from bot.telegram.incoming import argument
from bot.telegram.keyboards import language_buttons
from bot.telegram.menus import set_admin_menu, set_reader_menu, take_menu_back
from bot.telegram.sending import reply
from bot.telegram.texts import texts
from bot.telegram.under import Under
from bot.telegram.welcome import welcome


async def start(update: Update, context: Context) -> None:
    """`/start`: three lines and example questions; or what a deep link asks for."""
    message = update.effective_message
    if not message:
        return
    here = context.here
    try:
        refuse_strangers(here, Asker.who_wrote(message))
    except TurnedAway as away:
        await turn_away(message, away, context)
        return
    if await open_link(message, argument(message), context):
        return
    if await may_write(message, context):
        await welcome(message, context)
    if not by_admin(message, here):
        return
    if message.chat.type == ChatType.PRIVATE:
        chosen = here.state.language(message.chat_id)
        await set_admin_menu(context.bot, message.chat_id, chosen)
    else:
        await take_menu_back(context.bot, message.chat_id)


async def help_command(update: Update, context: Context) -> None:
    """`/help`."""
    message = update.effective_message
    if message:
        await _help(message, context)


async def unknown(update: Update, context: Context) -> None:
    """A command that is none: help, in whose place it is answered once it is corrected."""
    message = update.effective_message
    if message and (sent := await _help(message, context)):
        context.here.told_how[message.chat_id, message.message_id] = sent.message_id


async def _help(message: Message, context: Context) -> Message | None:
    here = context.here
    say = here.say(message.from_user)
    more = f"\n\n{say('help-admin')}" if by_admin(message, here) else ""
    return await reply(message, ChatText(say("help") + more))


async def about(update: Update, context: Context) -> None:
    """`/about`: what is indexed, and how fresh it is."""
    message = update.effective_message
    if not message:
        return
    here = context.here
    say = here.say(message.from_user)
    view = here.answering.view
    found = view.generation
    lines = [
        say(
            "about",
            documents=found.documents,
            passages=found.passages,
            date=say.date(found.created[:10]),
        )
    ]
    if newest := await asyncio.to_thread(view.newest_document):
        date = f" ({say.date(newest.date)})" if newest.date else ""
        lines.append(say("about-newest", title=f"{newest.title or newest.public_id}{date}"))
    await reply(message, ChatText("\n".join(lines)))


async def forget(update: Update, context: Context) -> None:
    """`/forget`: delete what is stored of this user; if that is nothing, strangers get no word."""
    message = update.effective_message
    if not message or not message.from_user:
        return
    here, who = context.here, Asker.who_wrote(message)
    stranger = False
    try:
        count_question(here, who)
    except TurnedAway as away:
        stranger = away.why is Why.STRANGER
        if not stranger:
            await turn_away(message, away, context)
            return
    known = here.memory.knows(who.user_id)
    say, chat = here.say(message.from_user), message.sender_chat
    if stranger and not (known or (not chat and here.state.knows(who.user_id))):
        return
    here.memory.forget(who.user_id)
    if chat:  # what else is kept of a chat, as that it may ask, is no writer's to delete
        name = chat.title or str(chat.id)
        await reply(message, ChatText(say("forgotten-as-chat", name=name)))
        return
    here.state.forget(who.user_id)
    if not stranger:  # others would be told again how to get in, as often as they like
        here.strangers.forget(who.user_id)
    await reply(message, ChatText(say("forgotten")))


async def privacy(update: Update, context: Context) -> None:
    """`/privacy`: what is kept of whoever asks, and of questions."""
    message = update.effective_message
    if message:
        here = context.here
        say = here.say(message.from_user)
        questions = say("privacy-gaps" if here.settings.gaps else "privacy-no-gaps")
        await reply(message, ChatText(f"{say('privacy')}\n{questions}"))


async def language(update: Update, context: Context) -> None:
    """`/language`: choose the bot's language; whoever presses is not who wrote as a chat."""
    message = update.effective_message
    if not message:
        return
    say = context.here.say(message.from_user)
    if message.sender_chat:
        await reply(message, ChatText(say("anonymous")))
        return
    await reply(message, ChatText(say("language-choose")), language_buttons())


async def language_chosen(under: Under, at: Language) -> None:
    """A press on one of the languages."""
    here, who = under.context.here, under.who
    here.state.set_language(who.user_id, at.language)
    await under.tell()
    if under.message is None:
        return
    await under.redraw(ChatText(texts(at.language)("language-set")))
    if who.private:
        set_menu = set_admin_menu if here.access.is_admin(who.user_id) else set_reader_menu
        await set_menu(under.context.bot, who.user_id, at.language)


async def not_text(update: Update, context: Context) -> None:
    """Voice, stickers and the like in a private chat."""
    message = update.effective_message
    if message:
        say = context.here.say(message.from_user)
        await reply(message, ChatText(say("only-text")))
