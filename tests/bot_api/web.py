"""What comes in over HTTP: a method with a form or JSON, or the download of a file."""

import json
import uuid
from typing import TYPE_CHECKING, Any

from tornado.web import HTTPError, RequestHandler

from tests.bot_api.limits import Garbled, Json, Refused, bad

if TYPE_CHECKING:
    from tests.bot_api.server import Server

# Parameters that a form carries as JSON; all others are text.
OBJECTS = frozenset(
    [
        "allowed_updates",
        "button",
        "caption_entities",
        "commands",
        "entities",
        "link_preview_options",
        "media",
        "reaction",
        "reply_markup",
        "reply_parameters",
        "result",
        "results",
        "scope",
    ]
)
BIGGEST_UPLOAD = 50_000_000


class MethodHandler(RequestHandler):
    """/bot<token>/<method>, after /<name> of whose call it is."""

    def initialize(self, server: "Server", token: str) -> None:
        """Tornado hands these over for each request."""
        self.server, self.token = server, token

    async def post(self, by: str | None, token: str, method: str) -> None:
        """Answer a call, in the API's envelope."""
        if self.server.answering is not None:
            self.set_status(self.server.answering)
            await self.finish("<html><body>Bad Gateway</body></html>")
            return
        try:
            if token != self.token:
                raise Refused(401, "Unauthorized")
            result = await self.server.answer(method, self._given(), by or "")
            body: Json = {"ok": True, "result": result}
        except Garbled as error:
            self.set_status(error.code)
            await self.finish(error.body)
            return
        except Refused as error:
            self.set_status(error.code)
            body = {"ok": False, "error_code": error.code, "description": error.description}
            if error.parameters:
                body["parameters"] = error.parameters
        self.set_header("Content-Type", "application/json")
        await self.finish(json.dumps(body))

    get = post

    def _given(self) -> Json:
        """As sent: tornado's own get_argument would strip and clean the texts."""
        if self.request.headers.get("Content-Type", "").startswith("application/json"):
            found: Json = json.loads(self.request.body)
            return found
        given = {name: _value(name, all_[-1]) for name, all_ in self.request.arguments.items()}
        for name, files in self.request.files.items():
            given[name] = self._keep(files[0]["filename"], files[0]["body"])
        return given

    def _keep(self, name: str, data: bytes) -> str:
        if len(data) > BIGGEST_UPLOAD:
            raise Refused(413, "Request Entity Too Large")
        file_id = uuid.uuid4().hex
        self.server.state.files[file_id] = (name, data, len(data))
        return file_id


class FileHandler(RequestHandler):
    """/file/bot<token>/<path>."""

    def initialize(self, server: "Server", token: str) -> None:
        """Tornado hands these over for each request."""
        self.server, self.token = server, token

    def get(self, token: str, file_id: str) -> None:
        """Send what is in it."""
        if token != self.token or file_id not in self.server.state.files:
            raise HTTPError(404)
        self.finish(self.server.state.files[file_id][1])


def _value(name: str, raw: bytes) -> Any:
    text = raw.decode()
    if name not in OBJECTS or not text:
        return text
    try:
        return json.loads(text)
    except ValueError:
        raise bad(f"can't parse {name} JSON object") from None
