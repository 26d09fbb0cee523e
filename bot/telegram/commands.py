"""Commands for everybody: what the bot is, why it answered so, which language, forget me."""

import asyncio
import contextlib
import logging
import time

from telegram import Chat, Message, Update

from bot.answering import Answer, NoAnswer
from bot.telegram.admission import admitted, within_limit
from bot.telegram.asking import TurnedAway, offered, open_link
from bot.telegram.context import Context, is_ours
from bot.telegram.incoming import argument, sender_of
from bot.telegram.keyboards import example_buttons, language_buttons, parse
from bot.telegram.menus import set_admin_menu
from bot.telegram.messages import ChatText
from bot.telegram.sending import notice, replace, reply, send
from bot.telegram.texts import Texts, texts

logger = logging.getLogger(__name__)

# How much of each passage `/why` shows, in code points, and of how many.
OPENING, SHOWN = 70, 5


async def start(update: Update, context: Context) -> None:
    """`/start`: three lines and example questions; or what a deep link asks for."""
    message = update.effective_message
    if not message or is_ours(update) or not await admitted(message, message.from_user, context):
        return
    if await open_link(message, argument(message), context):
        return
    if await within_limit(message, message.from_user, context):
        await _welcome(message, context)


async def _welcome(message: Message, context: Context) -> None:
    here = context.here
    say = here.say(message.from_user)
    newest = next(iter(here.answering.view.documents()), None)
    if newest is None:
        await reply(message, ChatText(say("start-empty")))
        return
    documents = here.answering.view.generation.documents
    title = newest.title if documents == 1 else say("texts", count=documents)
    examples: list[str] = []
    with contextlib.suppress(TurnedAway):
        examples = await offered(here, say)
    text = say("start", title=title) + (f"\n\n{say('examples')}" if examples else "")
    await reply(message, ChatText(text), example_buttons(here.answering.generation, examples))
    if here.access.is_admin(message.from_user.id if message.from_user else 0):
        await set_admin_menu(context.bot, message.chat_id)


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
            date=found.created[:10],
        )
    ]
    if newest := await asyncio.to_thread(view.newest_document):
        date = f" ({newest.date})" if newest.date else ""
        lines.append(say("about-newest", title=f"{newest.title or newest.doc_id}{date}"))
    await reply(message, ChatText("\n".join(lines)))


async def why(update: Update, context: Context) -> None:
    """`/why`: scores and threshold of the last answer, or of the one replied to."""
    message = update.effective_message
    if not message or not await admitted(message, message.from_user, context):
        return
    here = context.here
    say = here.say(message.from_user)
    asked = here.memory.last(message.chat_id, sender_of(message))
    if answered := message.reply_to_message:
        asked = here.memory.of_message(message.chat_id, answered.message_id) or asked
    text = say("why-nothing") if asked is None else _reasons(asked.result, say)
    await reply(message, ChatText(text))


def _reasons(result: Answer | NoAnswer, say: Texts) -> str:
    key = "why-answered" if isinstance(result, Answer) else "why-refused"
    numbers = {
        "confidence": f"{result.confidence:.0%}",
        "threshold": f"{result.threshold:.0%}",
    }
    lines = [say(key, **numbers)]
    if isinstance(result, Answer) and not result.sure:
        lines.append(say("why-unsure", sure=f"{result.sure_from:.0%}"))
    for hit in result.hits[:SHOWN]:
        opening = " ".join(hit.passage.text.split())
        shown = opening if len(opening) <= OPENING else opening[: OPENING - 1] + "…"
        lines.append(say("why-passage", score=f"{hit.score:.3f}", opening=shown))
    return "\n".join(lines)


async def forget(update: Update, context: Context) -> None:
    """`/forget`: delete what is stored of this user; of a stranger that is a request, if any."""
    message = update.effective_message
    if not message or not message.from_user or is_ours(update):
        return
    here, user = context.here, message.from_user
    if here.access.may_ask(user.id, message.chat_id, message.chat.type == Chat.PRIVATE):
        known = await within_limit(message, user, context)
    else:
        known = user.id in [one.id for one in here.state.pending(time.time())]
    if known:
        say = here.say(user)
        here.state.forget(user.id)
        here.memory.forget(user.id)
        here.strangers.forget(user.id)
        await reply(message, ChatText(say("forgotten")))


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


async def not_text(update: Update, context: Context) -> None:
    """Voice, stickers and the like in a private chat."""
    message = update.effective_message
    if not message or is_ours(update):
        return
    if await admitted(message, message.from_user, context):
        say = context.here.say(message.from_user)
        await reply(message, ChatText(say("only-text")))


async def migrated(update: Update, context: Context) -> None:
    """A group became a supergroup: what is stored of it moves along."""
    message = update.effective_message
    if message and message.migrate_to_chat_id:
        context.here.state.migrate(message.chat_id, message.migrate_to_chat_id)


async def joined(update: Update, context: Context) -> None:
    """Added to a group: how to get it approved, or how to ask."""
    changed = update.my_chat_member
    if not changed or changed.chat.type == "private":
        return
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
