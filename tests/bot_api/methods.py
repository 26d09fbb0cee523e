"""The methods of the API that the bot may call, on a state of chats and messages."""

import time
from typing import Any

from tests.bot_api.limits import (
    Json,
    Refused,
    bad,
    check_keyboard,
    check_results,
    check_text,
    shown,
)

BOT_ID = 123456789
USERNAME = "verbatim_test_bot"
ME = {
    "id": BOT_ID,
    "is_bot": True,
    "first_name": "Verbatim",
    "username": USERNAME,
    "can_join_groups": True,
    "can_read_all_group_messages": False,
    "supports_inline_queries": True,
    "supports_guest_queries": True,
}
BIGGEST_FILE = 20_000_000
SILENT = frozenset(
    {
        "setMyCommands",
        "setMyDescription",
        "setMyShortDescription",
        "sendChatAction",
        "deleteMyCommands",
    }
)


class State:
    """Chats, messages, files and open queries; used by the server's thread only."""

    def __init__(self) -> None:
        self.messages: dict[tuple[int, int], Json] = {}
        self.chats: dict[int, Json] = {}
        self.blocked: set[int] = set()
        self.files: dict[str, tuple[str, bytes, int]] = {}
        self.open_queries: set[str] = set()
        self.commands: dict[tuple[str, str], list[Json]] = {}
        self._last_message = 0

    def next_message(self) -> int:
        """A new message's number."""
        self._last_message += 1
        return self._last_message

    def call(self, method: str, given: Json) -> Any:
        """The result of one method, or Refused."""
        if method in SILENT:
            return True
        function = getattr(self, f"_{method}", None)
        if function is None:
            raise Refused(404, "Not Found")
        return function(given)

    def _getMe(self, given: Json) -> Json:
        return dict(ME)

    def _chat(self, given: Json) -> Json:
        chat_id = int(given["chat_id"])
        if chat_id in self.blocked:
            raise Refused(403, "Forbidden: bot was blocked by the user")
        if chat_id not in self.chats:
            raise bad("chat not found")
        return self.chats[chat_id]

    def _sendMessage(self, given: Json) -> Json:
        chat = self._chat(given)
        check_text(given.get("text"), given.get("entities"))
        check_keyboard(given.get("reply_markup"))
        if given.get("parse_mode"):
            raise AssertionError("quoted text must never be parsed")
        reply = given.get("reply_parameters") or {}
        target = self.messages.get((chat["id"], int(reply.get("message_id", 0))))
        if reply and target is None and not reply.get("allow_sending_without_reply"):
            raise bad("message to be replied not found")
        message: Json = {
            "message_id": self.next_message(),
            "date": int(time.time()),
            "chat": chat,
            "from": {"id": BOT_ID, "is_bot": True, "first_name": "Verbatim", "username": USERNAME},
            "text": shown(given["text"]),
        }
        for key in ("entities", "reply_markup", "message_thread_id"):
            if given.get(key):
                message[key] = given[key]
        if target:
            message["reply_to_message"] = {
                k: v for k, v in target.items() if k != "reply_to_message"
            }
        self.messages[chat["id"], message["message_id"]] = message
        return message

    def _mine(self, given: Json) -> Json:
        message = self.messages.get((int(given["chat_id"]), int(given["message_id"])))
        if message is None:
            raise bad("message to edit not found")
        if message["from"]["id"] != BOT_ID:
            raise bad("message can't be edited")
        return message

    def _editMessageText(self, given: Json) -> Json:
        message = self._mine(given)
        check_text(given.get("text"), given.get("entities"))
        check_keyboard(given.get("reply_markup"))
        new = {
            "text": shown(given["text"]),
            "entities": given.get("entities") or [],
            "reply_markup": given.get("reply_markup"),
        }
        old = {
            "text": message["text"],
            "entities": message.get("entities") or [],
            "reply_markup": message.get("reply_markup"),
        }
        return self._changed(message, old, new)

    def _editMessageReplyMarkup(self, given: Json) -> Json:
        message = self._mine(given)
        check_keyboard(given.get("reply_markup"))
        old = {"reply_markup": message.get("reply_markup")}
        return self._changed(message, old, {"reply_markup": given.get("reply_markup")})

    def _changed(self, message: Json, old: Json, new: Json) -> Json:
        if old == new:
            raise bad(
                "message is not modified: specified new message content and reply markup are"
                " exactly the same as a current content and reply markup of the message"
            )
        message.update(new, edit_date=int(time.time()))
        for key in [key for key, value in message.items() if value is None or value == []]:
            del message[key]
        return message

    def _deleteMessage(self, given: Json) -> bool:
        if self.messages.pop((int(given["chat_id"]), int(given["message_id"])), None) is None:
            raise bad("message to delete not found")
        return True

    def _answerCallbackQuery(self, given: Json) -> bool:
        if len(given.get("text") or "") > 200:
            raise bad("MESSAGE_TOO_LONG")
        return self._answered(given["callback_query_id"])

    def _answerInlineQuery(self, given: Json) -> bool:
        check_results(given.get("results") or [])
        return self._answered(given["inline_query_id"])

    def _answerGuestQuery(self, given: Json) -> Json:
        check_results([given["result"]])
        self._answered(given["guest_query_id"])
        return {"inline_message_id": "guest"}

    def _answered(self, query: str) -> bool:
        if query not in self.open_queries:
            raise bad("query is too old and response timeout expired or query ID is invalid")
        self.open_queries.discard(query)
        return True

    def _getFile(self, given: Json) -> Json:
        name, data, size = self.files.get(given["file_id"], ("", b"", 0))
        if not name:
            raise bad("invalid file_id")
        if size > BIGGEST_FILE:
            raise bad("file is too big")
        path = f"documents/{given['file_id']}"
        return {
            "file_id": given["file_id"],
            "file_unique_id": given["file_id"],
            "file_size": len(data),
            "file_path": path,
        }
