"""One JSON object a line to standard error, and never a secret in it."""

import json
import logging
import re
import sys
import threading
from datetime import UTC, datetime
from types import TracebackType
from urllib.parse import quote

# A bot's token, in an address too; whose it is does not matter.
TOKEN = re.compile(r"\d+(?::|%3[Aa])[\w-]{30,}")
HIDDEN = "[hidden]"
# These write addresses, which hold the token, or whole updates below WARNING.
TALKATIVE = ("httpx", "httpcore", "telegram", "tornado")


def configure(level: str, token: str | None, webhook_secret: str | None = None) -> None:
    """Send all logs, warnings and uncaught errors to standard error, without those secrets."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines(token, webhook_secret))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(max(logging.getLevelName(level), logging.WARNING))
    logging.captureWarnings(True)
    sys.excepthook = _log_uncaught
    threading.excepthook = _log_uncaught_in_thread


class JsonLines(logging.Formatter):
    """A record as one line of JSON: time, level, logger, message, and exception if any."""

    def __init__(self, *secrets: str | None) -> None:
        super().__init__()
        plain = {secret for secret in secrets if secret}
        known = sorted(plain | {quote(secret, safe="") for secret in plain}, key=len, reverse=True)
        self._hidden = re.compile("|".join([*map(re.escape, known), TOKEN.pattern]))

    def format(self, record: logging.LogRecord) -> str:
        """The line; a message that does not fit its arguments is written beside them."""
        try:
            message = record.getMessage()
        except Exception:  # logging would write both, unhidden, to standard error
            message = f"{record.msg} {record.args!r}"
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": self._hide(message),
        }
        if record.exc_info and record.exc_info[0]:
            line["exception"] = self._hide(self.formatException(record.exc_info))
        return json.dumps(line)

    def _hide(self, text: str) -> str:
        return self._hidden.sub(HIDDEN, text)


def _log_uncaught(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    logging.getLogger(__name__).critical("stopped by an error", exc_info=(kind, error, trace))


def _log_uncaught_in_thread(happened: threading.ExceptHookArgs) -> None:
    if happened.exc_value is not None:
        trace = (happened.exc_type, happened.exc_value, happened.exc_traceback)
        logging.getLogger(__name__).error("a thread stopped by an error", exc_info=trace)
