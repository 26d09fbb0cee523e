"""Who asks, and where: by this it is decided who is let in, and counted how often they ask."""

from dataclasses import dataclass

from telegram import CallbackQuery, Message, User
from telegram.constants import ChatType


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks where; `user_id` is a chat's id for whoever writes in its name, 0 for nobody.

    `topic` is that of a forum, 0 for none.
    """

    user_id: int
    chat_id: int
    private: bool
    topic: int = 0

    @classmethod
    def who_wrote(cls, message: Message) -> "Asker":
        """Whoever wrote a message, in its chat.

        All who write in a chat's name share one of Telegram's own accounts, so that one says
        nothing.
        """
        sender = message.sender_chat or message.from_user
        private = message.chat.type == ChatType.PRIVATE
        return cls(sender.id if sender else 0, message.chat_id, private, _topic_of(message))

    @classmethod
    def who_pressed(cls, query: CallbackQuery) -> "Asker":
        """Whoever pressed a button, in the chat of its message, if the bot knows that."""
        if query.message is None:
            return cls.elsewhere(query.from_user)
        chat = query.message.chat
        # The bot may no longer read the message, and then not know where in the chat it is.
        topic = _topic_of(query.message) if isinstance(query.message, Message) else 0
        return cls(query.from_user.id, chat.id, chat.type == ChatType.PRIVATE, topic)

    @classmethod
    def elsewhere(cls, user: User) -> "Asker":
        """A user in a chat that the bot does not know: as if it were their own."""
        return cls(user.id, user.id, True)

    @property
    def counted_as(self) -> int:
        """Whose questions these are."""
        return self.user_id or self.chat_id

    @property
    def let_in_as(self) -> int:
        """What has to be let in: in private the user, anywhere else the whole chat."""
        return self.user_id if self.private else self.chat_id


def _topic_of(message: Message) -> int:
    """Also replies in a group that has no topics are of a thread."""
    return (message.message_thread_id or 0) if message.is_topic_message else 0
