"""The people's side: they write, edit, press, send files, and see what the chat shows."""

import re
import time
import uuid
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any, TypeVar

from tests.bot_api.about import member
from tests.bot_api.limits import Json, cut, units
from tests.bot_api.server import Call, Server
from tests.bot_api.state import BOT_ID, SENDER, USERNAME, State

T = TypeVar("T")


def person(user_id: int, language: str = "en") -> Json:
    """A user as Telegram describes one."""
    return {
        "id": user_id,
        "is_bot": False,
        "first_name": f"Reader{user_id}",
        "username": f"secret_name_{user_id}",
        "language_code": language,
    }


def entities(text: str) -> list[Json]:
    """The command at the start, mentions and addresses, as Telegram marks them."""
    found = []
    kinds = {
        "bot_command": r"^/\w+(?:@\w+)?",
        "mention": r"(?<!\S)@\w+",
        "url": r"(?<!\S)(?:https?://\S+|(?:[a-z0-9-]+\.)+(?:com|org|net|de|fr)(?:/\S*)?)(?!\S)",
    }
    for kind, pattern in kinds.items():
        for match in re.finditer(pattern, text):
            where = units(text[: match.start()])
            found.append({"type": kind, "offset": where, "length": units(match.group())})
    return found


class People(ABC):
    """Everything people can do in the chats of a `state`, and the `calls` the bot answers with."""

    state: State
    calls: list[Call]

    @abstractmethod
    def arrives(self, kind: str, content: Json) -> None:
        """Something for the bot: the kind of update, and what is in it."""

    def chat(self, chat_id: int, kind: str = "private", **more: Any) -> Json:
        """Make a chat known."""
        name = {"first_name": "Reader"} if kind == "private" else {"title": "A group"}
        with self.state.lock:
            chat = self.state.chats.setdefault(chat_id, {"id": chat_id, "type": kind, **name})
            chat.update(more)
        return chat

    def member(self, chat_id: int, user_id: int, status: str = "member") -> None:
        """Make a user `creator`, `administrator`, `member`, `left` or `kicked` in a chat."""
        with self.state.lock:
            members = self.state.members.setdefault(chat_id, {})
            members[user_id] = (person(user_id), status)

    def message(
        self, user_id: int, text: str | None, chat_id: int | None = None, **more: Any
    ) -> int:
        """Write to the bot, or with `chat_id` to a group; the message's number.

        `more`: `language` of the writer, number of the message to `reply_to`, any other field.
        """
        kind = "private" if chat_id is None else "supergroup"
        chat = self.chat(user_id if chat_id is None else chat_id, kind)
        message: Json = {
            "message_id": self.state.next_message(),
            "date": int(time.time()),
            "chat": chat,
            "from": person(user_id, more.pop("language", "en")),
        }
        if text is not None:
            message |= {"text": text, "entities": entities(text)}
        with self.state.lock:
            if "reply_to" in more:
                replied = self.state.messages[chat["id"], more.pop("reply_to")]
                message["reply_to_message"] = replied
            message |= more
            self.state.messages[chat["id"], message["message_id"]] = message
            if user_id not in self.state.members.get(chat["id"], {}):
                self.member(chat["id"], user_id)
        self.arrives("message", message)
        return int(message["message_id"])

    def group_message(self, chat_id: int, user_id: int, text: str | None, **more: Any) -> int:
        """Write to a group that the bot is in."""
        return self.message(user_id, text, chat_id, **more)

    def edit(self, chat_id: int, message_id: int, text: str) -> None:
        """Correct a message."""
        with self.state.lock:
            message = self.state.messages[chat_id, message_id]
            message |= {"text": text, "entities": entities(text), "edit_date": int(time.time())}
        self.arrives("edited_message", message)

    def press(
        self, user_id: int, message: Json | int | str, action: str, language: str = "en"
    ) -> str:
        """Press the button whose callback data or text starts so; the query's id.

        A message given by its number has the buttons it has now; one given as it was, those. One
        posted inline is given by its name.
        """
        inline = message if isinstance(message, str) else None
        if isinstance(message, str):
            message = self.state.inline_messages[message]
        if isinstance(message, int):
            message = self._numbered(message)
        rows = message.get("reply_markup", {}).get("inline_keyboard", [])
        buttons = [one for row in rows for one in row if "callback_data" in one]
        data = [
            button["callback_data"]
            for button in buttons
            if button["callback_data"].startswith(action) or button["text"].startswith(action)
        ]
        assert data, f"no button {action!r} among {[button['text'] for button in buttons]}"
        query = self._query()
        pressed = {
            "id": query,
            "from": person(user_id, language),
            "chat_instance": "1",
            **({"inline_message_id": inline} if inline else {"message": message}),
            "data": data[0],
        }
        self.arrives("callback_query", pressed)
        return query

    def puts_bot(
        self, user_id: int, chat_id: int, after: str = "member", before: str = "left"
    ) -> None:
        """Change what the bot is in a group (or, with the user's own id, in private)."""
        changed = {
            "chat": self.chat(chat_id, "private" if chat_id == user_id else "supergroup"),
            "from": person(user_id),
            "date": int(time.time()),
            "old_chat_member": member(SENDER, before),
            "new_chat_member": member(SENDER, after),
        }
        self.arrives("my_chat_member", changed)

    def inline(self, user_id: int, text: str) -> str:
        """Type `@bot text` in some chat; the query's id."""
        query = self._query()
        asked = {"id": query, "from": person(user_id), "query": text, "offset": ""}
        self.arrives("inline_query", asked)
        return query

    def guest(self, user_id: int, text: str) -> str:
        """Mention the bot in a chat it is no member of; the query's id."""
        query = self._query()
        text = f"@{USERNAME} {text}"
        message = {
            "message_id": 1,
            "date": int(time.time()),
            "chat": {"id": -77, "type": "group", "title": "Elsewhere"},
            "from": person(user_id),
            "text": text,
            "entities": entities(text),
            "guest_query_id": query,
        }
        self.arrives("guest_message", message)
        return query

    def send_file(
        self, user_id: int, name: str, data: bytes, size: int | None = None, **more: Any
    ) -> int:
        """Send a file; `size` lies about how large it is."""
        file_id = uuid.uuid4().hex
        size = len(data) if size is None else size
        self.state.files[file_id] = (name, data, size)
        same = {"file_id": file_id, "file_unique_id": file_id}
        document = {**same, "file_name": name, "file_size": size}
        return self.message(user_id, None, document=document, **more)

    def shown(self, chat_id: int) -> list[Json]:
        """The bot's messages in a chat, as they are now, oldest first."""
        with self.state.lock:
            return [
                dict(message)
                for (chat, _), message in self.state.messages.items()
                if chat == chat_id and message["from"]["id"] == BOT_ID
            ]

    def texts(self, chat_id: int) -> list[str]:
        """What those messages say."""
        return [one.get("text") or one.get("caption") or "" for one in self.shown(chat_id)]

    def called(self, method: str) -> list[Call]:
        """The calls of one method."""
        return [call for call in list(self.calls) if call.method == method]

    def _numbered(self, number: int) -> Json:
        with self.state.lock:
            (found,) = [m for (_, one), m in self.state.messages.items() if one == number]
            return dict(found)

    def _query(self) -> str:
        query = str(uuid.uuid4().int % 10**12)
        self.state.open_queries.add(query)
        return query


class BotApi(Server, People):
    """The server, with everything a user can do.

    What users do reaches the bot only if it asked for that kind of update; `push` always does.
    """

    def until(self, found: Callable[[], T | None], timeout: float = 30.0) -> T:
        """Wait until something is true, and return it."""
        deadline = time.monotonic() + timeout
        while time.monotonic() < deadline:
            if result := found():
                return result
            time.sleep(0.02)
        raise AssertionError(f"not within {timeout} s; shown: {list(self.state.messages)[-5:]}")

    wait = until

    def answer_to(self, chat_id: int, message_id: int, timeout: float = 30.0) -> Json:
        """The bot's first reply to a message."""

        def replied() -> Json | None:
            for message in self.shown(chat_id):
                if message.get("reply_to_message", {}).get("message_id") == message_id:
                    return message
            return None

        found = self.until(replied, timeout)
        assert found is not None
        return found

    def arrives(self, kind: str, content: Json) -> None:
        """Queued, if the bot wants such updates."""

        def add() -> None:
            if self.updates.wanted(kind):
                self.updates.add({kind: content})

        self.do(add)


def covered(message: Json, *kinds: str) -> list[str]:
    """What the entities of some kinds cover."""
    return [
        cut(message["text"], one["offset"], one["length"])
        for one in message.get("entities", [])
        if one["type"] in kinds
    ]


def quoted(message: Json) -> list[str]:
    """The quotations in a message."""
    return covered(message, "blockquote", "expandable_blockquote")


def buttons(message: Json) -> list[str]:
    """What is written on the buttons under a message, row by row."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button["text"] for row in rows for button in row]
