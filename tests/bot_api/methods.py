"""The methods of the API that the bot may call, by their names."""

from collections.abc import Callable
from typing import Any

from tests.bot_api import about, messages
from tests.bot_api.limits import Json, Refused, bad, check_results
from tests.bot_api.state import BOT_ID, ME, USERNAME, State

__all__ = ["BOT_ID", "ME", "USERNAME", "call"]


def call(state: State, method: str, given: Json) -> Any:
    """The result of one method; raises Refused."""
    function = METHODS.get(method)
    if function is None:
        raise Refused(404, "Not Found")
    with state.lock:
        return function(state, given)


def _answer_callback(state: State, given: Json) -> bool:
    if len(given.get("text") or "") > 200:
        raise bad("MESSAGE_TOO_LONG")
    return _answered(state, given.get("callback_query_id"))


def _answer_inline(state: State, given: Json) -> bool:
    check_results(given.get("results") or [])
    if len((given.get("next_offset") or "").encode()) > 64:
        raise bad("NEXT_OFFSET_INVALID")
    return _answered(state, given.get("inline_query_id"))


def _answer_guest(state: State, given: Json) -> Json:
    check_results([given.get("result") or {}])
    _answered(state, given.get("guest_query_id"))
    return {"inline_message_id": state.post_inline(given["result"])}


def _answered(state: State, query: Any) -> bool:
    if query not in state.open_queries:
        raise bad("query is too old and response timeout expired or query ID is invalid")
    state.open_queries.discard(query)
    return True


METHODS: dict[str, Callable[[State, Json], Any]] = {
    "answerCallbackQuery": _answer_callback,
    "answerGuestQuery": _answer_guest,
    "answerInlineQuery": _answer_inline,
    "deleteMessage": messages.delete,
    "deleteMyCommands": about.delete_commands,
    "editMessageReplyMarkup": messages.edit_markup,
    "editMessageText": messages.edit_text,
    "getChat": about.get_chat,
    "getChatAdministrators": about.get_administrators,
    "getChatMember": about.get_member,
    "getFile": about.get_file,
    "getMe": about.get_me,
    "getMyCommands": about.get_commands,
    "getMyDescription": about.get_description,
    "getMyShortDescription": about.get_short_description,
    "sendChatAction": messages.send_action,
    "sendDocument": messages.send_document,
    "sendMessage": messages.send_message,
    "sendMessageDraft": messages.send_draft,
    "setMessageReaction": messages.set_reaction,
    "setMyCommands": about.set_commands,
    "setMyDescription": about.set_description,
    "setMyShortDescription": about.set_description,
}
