"""Calls to the Bot API: what somebody between answers is no answer of Telegram's."""

import json
from http import HTTPStatus
from typing import Any

from telegram.error import NetworkError
from telegram.request import HTTPXRequest, RequestData

# python-telegram-bot takes these for a wrong token, whatever is in them: also where the address
# is that of another server, which is to be told at the start.
_OF_TOKENS = frozenset({HTTPStatus.UNAUTHORIZED, HTTPStatus.NOT_FOUND})


class ApiRequest(HTTPXRequest):
    """For all calls but getUpdates: a proxy's own page is a failure of the line.

    Without it such a page is an error that nobody tries again, or a refusal by the chat.
    """

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        *timeouts: Any,
        **more_timeouts: Any,
    ) -> tuple[int, bytes]:
        """Ask. Raises NetworkError, also for what is no answer of a Bot API, or TimedOut."""
        code, payload = await super().do_request(
            url, method, request_data, *timeouts, **more_timeouts
        )
        # What is fetched by GET is a file, with whatever is in it.
        if method == "POST" and code not in _OF_TOKENS and not _is_answer(code, payload):
            raise NetworkError(f"answered by something that is no Bot API ({code})")
        return code, payload


def _is_answer(code: int, payload: bytes) -> bool:
    """Whether it is in the envelope of the Bot API (https://core.telegram.org/bots/api)."""
    try:
        answer = json.loads(payload)
    except (ValueError, RecursionError):
        return False
    if not isinstance(answer, dict):
        return False
    well = code == HTTPStatus.OK
    return answer.get("ok") is well and (not well or "result" in answer)
