"""The bot in this process: handlers are called one by one, and nothing goes over a network."""

import asyncio
import contextlib
import copy
import json
import time
from collections import defaultdict
from collections.abc import Callable, Coroutine, Sequence
from typing import Any, Self

from telegram import Update
from telegram.error import TelegramError
from telegram.request import BaseRequest, RequestData

from bot.telegram import Parts, build
from bot.telegram.context import Context
from index.text import Document
from tests.bot_api import methods
from tests.bot_api.limits import Json, Refused
from tests.bot_api.server import Call
from tests.bot_api.state import State
from tests.bot_api.user import People

# A group that may ask, in the tests that let any.
GROUP = -1001

_SAYING = ("sendMessage", "editMessageText")

Handler = Callable[[Update, Context], Coroutine[Any, Any, None]]


class Direct(People):
    """The real application with people around it; use it in a `with`.

    What people do makes the newest `update`; `call` hands it to one handler, `process` to the
    application, which picks the handler. Both return the calls of the Bot API made meanwhile.
    """

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.state = State()
        self.calls: list[Call] = []
        self.update: Update | None = None
        self._failures: dict[str, list[Exception]] = defaultdict(list)
        self._number = 0
        self._runner = asyncio.Runner()
        self.application = build(parts)
        # `build` makes connections of its own; there is no public way to exchange them later.
        self.application.bot._request = (_Answered(self), _Answered(self))

    def __enter__(self) -> Self:
        async def start() -> None:
            await self.application.initialize()
            await self.application.start()

        self._runner.run(start())
        self.calls.clear()
        return self

    def __exit__(self, *_: object) -> None:
        async def close() -> None:
            await self.application.stop()
            await self.application.shutdown()
            await self.parts.close()

        with contextlib.closing(self._runner):
            self._runner.run(close())

    def arrives(self, kind: str, content: Json) -> None:
        """The newest update, as it is now."""
        self._number += 1
        raw = {"update_id": self._number, kind: copy.deepcopy(content)}
        self.update = Update.de_json(raw, self.application.bot)

    def call(self, handler: Handler) -> list[Call]:
        """What a handler does with the newest update; raises what the handler raises."""
        context = Context.from_update(self.update, self.application)
        assert self.update
        return self.during(handler(self.update, context))

    def process(self) -> list[Call]:
        """What the application does with the newest update."""
        return self.during(self.application.process_update(self.update))

    def during(self, work: Coroutine[Any, Any, object]) -> list[Call]:
        """Run to the end; the calls made meanwhile."""
        before = len(self.calls)
        self._runner.run(work)
        return self.calls[before:]

    def document(self, doc_id: str) -> Document:
        """What the generation that answers has under a name."""
        (found,) = [d for d in self.parts.answering.view.documents() if d.doc_id == doc_id]
        return found

    def fail_next(self, method: str, error: Exception, times: int = 1) -> None:
        """The next calls of a method fail: `Refused` by the API, any other error on the way."""
        self._failures[method].extend([error] * times)

    def download(self, name: str) -> bytes:
        """What is in a file; raises what was ordered for "download"."""
        if self._failures["download"]:
            raise self._failures["download"].pop(0)
        return self.state.files[name][1]

    def answer(self, method: str, given: Json) -> Any:
        """One call's result; raises Refused, or what was ordered. Recorded either way."""
        try:
            if self._failures[method]:
                raise self._failures[method].pop(0)
            result = copy.deepcopy(methods.call(self.state, method, given))
        except (Refused, TelegramError) as error:
            self.calls.append(Call(method, given, str(error), time.monotonic()))
            raise
        self.calls.append(Call(method, given, None, time.monotonic(), result))
        return result


def said(calls: Sequence[Call]) -> str:
    """What the only message sent or edited says, whatever else was called, or could not be."""
    done = [call for call in calls if call.error is None]
    (text,) = [call.given["text"] for call in done if call.method in _SAYING]
    return str(text)


class _Answered(BaseRequest):
    """A request that a `Direct` answers, in the API's envelope."""

    def __init__(self, direct: Direct) -> None:
        self._direct = direct

    @property
    def read_timeout(self) -> float | None:
        """None: nothing is waited for."""
        return None

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        *timeouts: Any,
        **more_timeouts: Any,
    ) -> tuple[int, bytes]:
        """A method of the API, or the download of a file."""
        name = url.rpartition("/")[2]
        if method == "GET":
            return self._file(name)
        # To JSON and back: as the call would arrive, and apart from the bot's own objects.
        given = json.loads(json.dumps(request_data.parameters if request_data else {}))
        sent = request_data.multipart_data if request_data else None
        for field, (file_name, content, *_) in (sent or {}).items():
            data = content if isinstance(content, bytes) else content.read()
            file_id = f"sent-{len(self._direct.state.files)}"
            self._direct.state.files[file_id] = (str(file_name), data, len(data))
            given[field] = file_id
        try:
            return 200, _body(ok=True, result=self._direct.answer(name, given))
        except Refused as error:
            return _refusal(error)

    def _file(self, name: str) -> tuple[int, bytes]:
        try:
            return 200, self._direct.download(name)
        except Refused as error:
            return _refusal(error)


def _refusal(error: Refused) -> tuple[int, bytes]:
    more = {"parameters": error.parameters} if error.parameters else {}
    return error.code, _body(ok=False, description=error.description, **more)


def _body(**envelope: Any) -> bytes:
    return json.dumps(envelope).encode()
