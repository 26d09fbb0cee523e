"""Commands for everybody: what the bot is, why it answered so, which language, forget me."""

import asyncio
import logging
import time

from telegram import Chat, Message, Update

from bot.telegram.admission import admitted, within_limit
from bot.telegram.asking import open_link
from bot.telegram.context import Context, is_ours
from bot.telegram.incoming import argument
from bot.telegram.keyboards import language_buttons, parse
from bot.telegram.knocking import knock
from bot.telegram.menus import set_admin_menu, set_reader_menu, take_menu_back
from bot.telegram.messages import ChatText
from bot.telegram.sending import notice, replace, reply, send
from bot.telegram.texts import texts
from bot.telegram.welcome import welcome

logger = logging.getLogger(__name__)


async def start(update: Update, context: Context) -> None:
    """`/start`: three lines and example questions; or what a deep link asks for."""
    message = update.effective_message
    if not message or is_ours(update) or not await admitted(message, message.from_user, context):
        return
    if await open_link(message, argument(message), context):
        return
    here = context.here
    if await within_limit(message, message.from_user, context):
        await welcome(message, context)
    if not here.access.is_admin(message.from_user.id if message.from_user else 0):
        return
    if message.chat.type == Chat.PRIVATE:
        chosen = here.state.language(message.chat_id)
        await set_admin_menu(context.bot, message.chat_id, chosen)
    else:
        await take_menu_back(context.bot, message.chat_id)


async def help_command(update: Update, context: Context) -> None:
    """`/help`."""
    message = update.effective_message
    if message and not is_ours(update):
        here = context.here
        say = here.say(message.from_user)
        admin = here.access.is_admin(message.from_user.id if message.from_user else 0)
        text = say("help") + (f"\n\n{say('help-admin')}" if admin else "")
        await reply(message, ChatText(text))


async def about(update: Update, context: Context) -> None:
    """`/about`: what is indexed, and how fresh it is."""
    message = update.effective_message
    if not message or not await admitted(message, message.from_user, context):
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
        lines.append(say("about-newest", title=f"{newest.title or newest.doc_id}{date}"))
    await reply(message, ChatText("\n".join(lines)))


async def forget(update: Update, context: Context) -> None:
    """`/forget`: delete what is stored of this user; if that is nothing, strangers get no word."""
    message = update.effective_message
    if not message or not message.from_user or is_ours(update):
        return
    here, user = context.here, message.from_user
    let_in = here.access.may_ask(user.id, message.chat_id, message.chat.type == Chat.PRIVATE)
    if let_in:
        known = await within_limit(message, user, context)
    else:
        known = here.state.knows(user.id) or here.memory.knows(user.id)
    if known:
        say = here.say(user)
        here.state.forget(user.id)
        here.memory.forget(user.id)
        if let_in:  # others would be told again how to get in, as often as they like
            here.strangers.forget(user.id)
        await reply(message, ChatText(say("forgotten")))


async def privacy(update: Update, context: Context) -> None:
    """`/privacy`: what is kept of whoever asks, and of questions."""
    message = update.effective_message
    if message and not is_ours(update):
        here = context.here
        say = here.say(message.from_user)
        questions = say("privacy-gaps" if here.settings.gaps else "privacy-no-gaps")
        await reply(message, ChatText(f"{say('privacy')}\n{questions}"))


async def language(update: Update, context: Context) -> None:
    """`/language`: choose the bot's language."""
    message = update.effective_message
    if not message or is_ours(update):
        return
    say = context.here.say(message.from_user)
    await reply(message, ChatText(say("language-choose")), language_buttons())


async def language_chosen(update: Update, context: Context) -> None:
    """A press on one of the languages."""
    query = update.callback_query
    at = parse(query.data or "") if query else None
    if not query or not at or not at.language:
        return
    context.here.state.set_language(query.from_user.id, at.language)
    await notice(query)
    if isinstance(query.message, Message):
        place = context.bot, query.message.chat_id, query.message.message_id
        await replace(*place, ChatText(texts(at.language)("language-set")))
        if query.message.chat.type == Chat.PRIVATE:
            admin = context.here.access.is_admin(query.from_user.id)
            set_menu = set_admin_menu if admin else set_reader_menu
            await set_menu(context.bot, query.from_user.id, at.language)


async def not_text(update: Update, context: Context) -> None:
    """Voice, stickers and the like in a private chat."""
    message = update.effective_message
    if not message or is_ours(update):
        return
    if await admitted(message, message.from_user, context):
        say = context.here.say(message.from_user)
        await reply(message, ChatText(say("only-text")))


async def migrated(update: Update, context: Context) -> None:
    """A group became a supergroup: what is stored of it moves along, also what settings say."""
    message, here = update.effective_message, context.here
    if message and message.migrate_to_chat_id:
        here.state.migrate(message.chat_id, message.migrate_to_chat_id)
        if message.chat_id in here.settings.allowed_ids:
            here.state.allow(message.migrate_to_chat_id, by=0)


async def joined(update: Update, context: Context) -> None:
    """Added to a group: how to get it approved, or how to ask."""
    changed = update.my_chat_member
    if not changed or changed.chat.type not in (Chat.GROUP, Chat.SUPERGROUP):
        return  # nobody can ask in a channel, and all who read it would be told
    if changed.new_chat_member.status not in ("member", "administrator"):
        return
    if changed.old_chat_member.status in ("member", "administrator"):
        return
    here, group, now = context.here, changed.chat.id, time.time()
    say = here.say(changed.from_user)
    if here.access.may_ask(None, group, False):
        if here.state.spend(changed.from_user.id, now) == "ok":
            await send(context.bot, group, ChatText(say("help")))
    elif not here.state.blocked(group) and here.strangers.may_be_told(group, now):
        code = here.state.pair(group, changed.from_user.id, now)
        await send(context.bot, group, ChatText(say("not-allowed-group", code=code)))
        await knock(here, context.bot, changed.chat, changed.from_user, code)
