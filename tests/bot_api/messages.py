"""Methods that send, edit and delete messages."""

import time

from telegram.constants import ReactionEmoji

from tests.bot_api.limits import Json, bad, check_caption, check_keyboard, check_text, shown
from tests.bot_api.state import BOT_ID, State

ACTIONS = frozenset(
    [
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    ]
)
# https://core.telegram.org/bots/api#reactiontypeemoji, as the library has them.
REACTIONS = frozenset(str(emoji.value) for emoji in ReactionEmoji)
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same"
    " as a current content and reply markup of the message"
)


def send_message(state: State, given: Json) -> Json:
    """`text` is kept as Telegram shows it; the call has it as it was sent."""
    chat = state.chat(given)
    _check(given)
    markup = given.get("reply_markup") or {}
    return state.post(
        chat,
        text=shown(given["text"]),
        entities=given.get("entities"),
        # Only buttons under the message are part of it; what replaces the keyboard is not.
        reply_markup=markup if "inline_keyboard" in markup else None,
        message_thread_id=_number(given, "message_thread_id"),
        reply_to_message=_replied(state, chat, given.get("reply_parameters")),
    )


def send_document(state: State, given: Json) -> Json:
    """An upload, which the server has put into `files`, or a file sent before."""
    chat = state.chat(given)
    check_caption(given)
    check_keyboard(given.get("reply_markup"))
    file_id = given.get("document")
    if file_id not in state.files:
        raise bad("wrong file identifier/HTTP URL specified")
    name, data, size = state.files[file_id]
    if not data:
        raise bad("file must be non-empty")
    document = {"file_id": file_id, "file_unique_id": file_id, "file_name": name}
    return state.post(
        chat,
        document={**document, "file_size": size},
        caption=shown(given.get("caption") or ""),
        caption_entities=given.get("caption_entities"),
        reply_markup=given.get("reply_markup"),
        reply_to_message=_replied(state, chat, given.get("reply_parameters")),
    )


def send_draft(state: State, given: Json) -> bool:
    """A preview in a private chat; an empty text shows that the bot thinks."""
    chat = state.chat(given)
    if chat["type"] != "private":
        raise bad("TEXTDRAFT_PEER_INVALID")
    if not _number(given, "draft_id"):
        raise bad("draft_id must be non-zero")
    if given.get("text"):
        _check(given)
    state.drafts[chat["id"]] = given
    return True


def send_action(state: State, given: Json) -> bool:
    """What the bot is said to be doing."""
    state.chat(given)
    if given.get("action") not in ACTIONS:
        raise bad("wrong parameter action in request")
    return True


def edit_text(state: State, given: Json) -> Json | bool:
    """A message of the bot's, in a chat or sent through it."""
    _check(given)
    content = {
        "text": shown(given["text"]),
        "entities": given.get("entities"),
        "reply_markup": given.get("reply_markup"),
    }
    if given.get("inline_message_id"):
        return _inline(state, given, content)
    return _changed(_mine(state, given), content)


def edit_markup(state: State, given: Json) -> Json | bool:
    """The buttons alone."""
    check_keyboard(given.get("reply_markup"))
    content = {"reply_markup": given.get("reply_markup")}
    if given.get("inline_message_id"):
        return _inline(state, given, content)
    return _changed(_mine(state, given), content)


def delete(state: State, given: Json) -> bool:
    """The bot's own messages, and those written to it in private."""
    chat = state.chat(given)
    place = (chat["id"], _number(given, "message_id"))
    message = state.messages.get(place)
    if message is None:
        raise bad("message to delete not found")
    if chat["type"] != "private" and message["from"]["id"] != BOT_ID:
        raise bad("message can't be deleted")
    del state.messages[place]
    return True


def set_reaction(state: State, given: Json) -> bool:
    """One emoji at most of those that bots may use, under a message that is there."""
    place = (state.chat(given)["id"], _number(given, "message_id"))
    if place not in state.messages:
        raise bad("message to react not found")
    chosen = given.get("reaction") or []
    if len(chosen) > 1:
        raise bad("REACTIONS_TOO_MANY")
    for one in chosen:
        if one.get("type") != "emoji" or one.get("emoji") not in REACTIONS:
            raise bad("REACTION_INVALID")
    state.reactions[place] = [one["emoji"] for one in chosen]
    return True


def _check(given: Json) -> None:
    if given.get("parse_mode"):
        raise bad("unsupported parse_mode")  # a text that is quoted must not be parsed
    check_text(given.get("text"), given.get("entities"))
    check_keyboard(given.get("reply_markup"))


def _number(given: Json, name: str) -> int:
    try:
        return int(given.get(name) or "0")
    except ValueError:
        raise bad(f"wrong parameter {name} in request") from None


def _replied(state: State, chat: Json, reply: Json | None) -> Json | None:
    """The message replied to, without what it replied to itself."""
    if not reply:
        return None
    place = (int(reply.get("chat_id") or chat["id"]), int(reply["message_id"]))
    found = state.messages.get(place)
    if found is None:
        if not reply.get("allow_sending_without_reply"):
            raise bad("message to be replied not found")
        return None
    if reply.get("quote") and reply["quote"] not in (
        found.get("text") or found.get("caption") or ""
    ):
        raise bad("QUOTE_TEXT_INVALID")
    return {key: value for key, value in found.items() if key != "reply_to_message"}


def _mine(state: State, given: Json) -> Json:
    message = state.messages.get((state.chat(given)["id"], _number(given, "message_id")))
    if message is None:
        raise bad("message to edit not found")
    if message["from"]["id"] != BOT_ID:
        raise bad("message can't be edited")
    if "text" in given and "text" not in message:
        raise bad("there is no text in the message to edit")
    return message


def _changed(message: Json, new: Json) -> Json:
    if all((message.get(key) or None) == (value or None) for key, value in new.items()):
        raise bad(NOT_MODIFIED)
    message.update(new, edit_date=int(time.time()))
    for key in [key for key, value in message.items() if value is None or value == []]:
        del message[key]
    return message


def _inline(state: State, given: Json, content: Json) -> bool:
    message = state.inline_messages.get(given["inline_message_id"])
    if message is None:
        raise bad("MESSAGE_ID_INVALID")
    _changed(message, content)
    return True
