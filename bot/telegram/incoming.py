"""What a message from people says to the bot: its words, a command's argument, the question."""

from telegram import ExternalReplyInfo, Message, MessageEntity, MessageOriginUser
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


def asks_nothing(message: Message) -> bool:
    """Whether a message came through ourselves, from a bot, or by itself: never a question."""
    sender = message.from_user
    return bool(
        message.via_bot
        or message.is_automatic_forward
        or (sender and sender.is_bot and message.sender_chat is None)
    )


def words(message: Message) -> str:
    """Its text, or the caption of what it shows; "" if it has neither."""
    return message.text or message.caption or ""


def strikes_out(message: Message) -> bool:
    """Whether some of its words are struck out."""
    return bool(_struck(message))


def valid_words(message: Message) -> str:
    """Its words without those that are struck out, which whoever wrote them takes back."""
    data = words(message).encode("utf-16-le")
    left, place = "", 0
    for one in [*_struck(message), None]:
        end = one.offset if one else len(data) // 2
        piece = data[2 * place : 2 * end].decode("utf-16-le", "ignore")
        # What is taken out of a line leaves one gap, not two.
        left += piece.lstrip() if not left or left[-1].isspace() else piece
        place = max(place, one.offset + one.length) if one else place
    return left.strip()


def _struck(message: Message) -> list[MessageEntity]:
    """What is struck out, in order."""
    entities = message.entities if message.text else message.caption_entities
    struck = (one for one in entities if one.type == MessageEntityType.STRIKETHROUGH)
    return sorted(struck, key=lambda one: one.offset)


def argument(message: Message) -> str:
    """What follows the command."""
    return after_command(words(message))


def after_command(text: str) -> str:
    """What follows the command that a text begins with."""
    _, *rest = text.split(maxsplit=1)
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
    return text.strip() or said_above(message, bot_id)


def said_above(message: Message, bot_id: int) -> str:
    """What somebody else said that this replies to, or the part of it that it quotes."""
    other = others(message, bot_id)
    elsewhere = message.external_reply and not _is_ours(message.external_reply, bot_id)
    if message.quote and (other or elsewhere):
        return message.quote.text.strip()
    return words(other).strip() if other else ""


def others(message: Message, bot_id: int) -> Message | None:
    """What somebody else wrote that this replies to.

    In a topic of a forum what replies to nothing replies to what opened that.
    """
    other = message.reply_to_message
    if other is None or other.forum_topic_created:
        return None
    return None if other.from_user and other.from_user.id == bot_id else other


def _is_ours(other: ExternalReplyInfo, bot_id: int) -> bool:
    """Whether what is replied to in another chat is what the bot said there."""
    return isinstance(other.origin, MessageOriginUser) and other.origin.sender_user.id == bot_id


def command_in(message: Message, username: str) -> str | None:
    """The command that a message's words begin with, if it is to this bot."""
    parse = message.parse_entities if message.text else message.parse_caption_entities
    found = parse([MessageEntityType.BOT_COMMAND])
    first = next((text for one, text in found.items() if one.offset == 0), "").lower()
    command, _, whose = first.removeprefix("/").partition("@")
    return command if command and whose in ("", username.lower()) else None
