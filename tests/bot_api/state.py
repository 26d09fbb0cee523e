"""What the server knows: chats, messages, files, open queries, menus."""

import threading
import time
import uuid

from tests.bot_api.limits import Json, Refused, bad

BOT_ID = 123456789
USERNAME = "verbatim_test_bot"
ME: Json = {
    "id": BOT_ID,
    "is_bot": True,
    "first_name": "Verbatim",
    "username": USERNAME,
    "can_join_groups": True,
    "can_read_all_group_messages": False,
    "supports_inline_queries": True,
    "supports_guest_queries": True,
    "can_connect_to_business": False,
    "has_main_web_app": False,
}
SENDER = {key: ME[key] for key in ("id", "is_bot", "first_name", "username")}


class State:
    """Hold `lock` while reading or changing more than one thing: users and bot are two threads."""

    def __init__(self) -> None:
        self.lock = threading.RLock()
        self.messages: dict[tuple[int, int], Json] = {}
        self.chats: dict[int, Json] = {}
        self.members: dict[int, dict[int, tuple[Json, str]]] = {}
        self.blocked: set[int] = set()
        self.files: dict[str, tuple[str, bytes, int]] = {}
        self.open_queries: set[str] = set()
        self.inline_messages: dict[str, Json] = {}
        self.drafts: dict[int, Json] = {}
        self.commands: dict[tuple[str, str], list[Json]] = {}
        self.descriptions: dict[tuple[str, str], str] = {}
        self.reactions: dict[tuple[int, int], list[str]] = {}
        self._last_message = 0

    def next_message(self) -> int:
        """A new message's number; no two chats share one."""
        with self.lock:
            self._last_message += 1
            return self._last_message

    def chat(self, given: Json) -> Json:
        """The chat a call is about, if the bot may write there."""
        if given.get("chat_id") in (None, ""):
            raise bad("chat_id is empty")
        try:
            chat_id = int(given["chat_id"])
        except ValueError:
            raise bad("chat not found") from None
        if chat_id not in self.chats:
            raise bad("chat not found")
        chat = self.chats[chat_id]
        if chat_id in self.blocked:
            if chat["type"] == "private":
                raise Refused(403, "Forbidden: bot was blocked by the user")
            raise Refused(403, f"Forbidden: bot was kicked from the {chat['type']} chat")
        return chat

    def post(self, chat: Json, **content: object) -> Json:
        """A new message of the bot's."""
        message: Json = {
            "message_id": self.next_message(),
            "date": int(time.time()),
            "chat": chat,
            "from": SENDER,
            **{key: value for key, value in content.items() if value},
        }
        self.messages[chat["id"], message["message_id"]] = message
        return message

    def post_inline(self, result: Json) -> str:
        """What somebody posts of the answer to an inline query; the name of the message."""
        content = result["input_message_content"]
        name = uuid.uuid4().hex
        self.inline_messages[name] = {
            "text": content["message_text"],
            "entities": content.get("entities"),
            "reply_markup": result.get("reply_markup"),
        }
        return name
