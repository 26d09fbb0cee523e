"""What a message from people says to the bot: its words, a command's argument, the question."""

from telegram import Message
from telegram.constants import ChatType, MessageEntityType

# Bot API, ReplyParameters; in code points, half of it is safe in units too.
LONGEST_REPLY_QUOTE = 512
_FORMATS = frozenset(
    {
        MessageEntityType.BOLD,
        MessageEntityType.ITALIC,
        MessageEntityType.UNDERLINE,
        MessageEntityType.STRIKETHROUGH,
        MessageEntityType.SPOILER,
        MessageEntityType.CUSTOM_EMOJI,
    }
)


def words(message: Message) -> str:
    """Its text, or the caption of what it shows; "" if it has neither."""
    return message.text or message.caption or ""


def sender_of(message: Message) -> int:
    """The id of who wrote it: the chat in whose name they write, else the user; 0 for nobody.

    All who write in a chat's name share one of Telegram's own accounts, so that one says nothing.
    """
    if message.sender_chat:
        return message.sender_chat.id
    return message.from_user.id if message.from_user else 0


def argument(message: Message) -> str:
    """What follows the command."""
    _, *rest = words(message).split(maxsplit=1)
    return rest[0].strip() if rest else ""


def addressed(message: Message, username: str, bot_id: int) -> str | None:
    """The question without the mention of the bot; None if it is not addressed to it."""
    text = words(message)
    entities = message.parse_entities() if message.text else message.parse_caption_entities()
    mentioned = False
    for entity, name in entities.items():
        by_name = entity.type == "mention" and name.lower() == f"@{username}".lower()
        by_id = entity.type == "text_mention" and entity.user and entity.user.id == bot_id
        if by_name or by_id:
            mentioned, text = True, text.replace(name, " ", 1)
    answered = message.reply_to_message
    to_bot = bool(answered and answered.from_user and answered.from_user.id == bot_id)
    return text.strip() if mentioned or to_bot else None


def quotable(message: Message, question: str) -> str | None:
    """The question, if a reply can quote it: a part of the message, plain and not too long.

    None where it is all of the message, which the reply shows by itself.
    """
    text = words(message)
    # What is quoted must be found again with its bold and the like (Bot API, ReplyParameters).
    formatted = any(one.type in _FORMATS for one in message.entities or message.caption_entities)
    fits = question in text and question != text.strip() and len(question) <= LONGEST_REPLY_QUOTE
    return question if question and fits and not formatted else None


def question_in(message: Message, username: str, bot_id: int) -> str:
    """The question of a message that is known to ask one; "" if nothing is left of it.

    A command or a mention alone asks what the message says that it replies to.
    """
    text = words(message)
    if text.startswith("/"):
        text = argument(message)
    elif message.chat.type != ChatType.PRIVATE:
        asked = addressed(message, username, bot_id)
        text = text if asked is None else asked
    return text.strip() or _replied_to(message, bot_id)


def _replied_to(message: Message, bot_id: int) -> str:
    """What somebody else said that this replies to, or the part of it that it quotes."""
    other = message.reply_to_message
    if not other or (other.from_user and other.from_user.id == bot_id):
        return ""
    return (message.quote.text if message.quote else words(other)).strip()


def command_in(message: Message, username: str) -> str | None:
    """The command that a message's words begin with, if it is to this bot."""
    parse = message.parse_entities if message.text else message.parse_caption_entities
    found = parse([MessageEntityType.BOT_COMMAND])
    first = next((text for one, text in found.items() if one.offset == 0), "").lower()
    command, _, whose = first.removeprefix("/").partition("@")
    return command if command and whose in ("", username.lower()) else None
