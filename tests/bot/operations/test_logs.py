"""Logs a program can read, without secrets."""

import json
import logging
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
TOKEN = "7012345678:AAHq-x_Zk3vB9dEfGhIjKlMnOpQrStUvWxY"
OTHER = "99:BBHq-x_Zk3vB9dEfGhIjKlMnOpQrStUvWxY"
SHORT = "5:short"
SECRET = "open sesame/ü"

START = f"""
import asyncio, logging, threading, warnings
from bot.operations.logs import configure
configure("LEVEL", "{SHORT}", "{SECRET}")
log = logging.getLogger("bot.test")
"""


def _run(program: str, level: str = "DEBUG") -> tuple[list[dict[str, str]], str]:
    """Run it in a process of its own: the lines it logs, and all it writes."""
    code = START.replace("LEVEL", level) + program
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.stdout == ""
    return [json.loads(line) for line in run.stderr.splitlines()], run.stderr


def test_one_object_a_line() -> None:
    """Time, level, logger and message; an exception in full, in the same line."""
    lines, _ = _run(
        "log.info('%d quotes\\nof \\u2028 Rütli', 3)\n"
        "try: 1 / 0\nexcept ZeroDivisionError: log.exception('failed')\n"
    )
    assert [line["message"] for line in lines] == ["3 quotes\nof \u2028 Rütli", "failed"]
    assert lines[0].keys() == {"time", "level", "logger", "message"}
    assert (lines[0]["level"], lines[0]["logger"]) == ("INFO", "bot.test")
    assert lines[0]["time"].endswith("+00:00")
    assert lines[1]["exception"].startswith("Traceback")
    assert lines[1]["exception"].endswith("ZeroDivisionError: division by zero")


def test_a_token_never_appears() -> None:
    """Not in message, arguments, exception, cause, warning, thread, task, or a broken call."""
    quoted = TOKEN.replace(":", "%3A")
    lines, written = _run(
        f"log.error('at https://api.telegram.org/bot{TOKEN}/getMe')\n"
        f"log.error('%s and {{}}', dict(url='{quoted}'), extra=dict(hidden='{TOKEN}'))\n"
        f"log.error('%d %s', '{OTHER}')\n"
        f"log.error('{SHORT} {SECRET} open%20sesame%2F%C3%BC')\n"
        "try:\n"
        f" try: raise ValueError('{TOKEN}')\n"
        f" except ValueError as error: raise OSError('{OTHER} {SECRET}') from error\n"
        "except OSError: log.exception('it failed', stack_info=True)\n"
        f"warnings.warn('{TOKEN}')\n"
        f"def fail(): raise OSError('{TOKEN}')\n"
        "thread = threading.Thread(target=fail); thread.start(); thread.join()\n"
        "async def task():\n"
        f" asyncio.get_running_loop().call_soon(fail)\n await asyncio.sleep(0)\n"
        "asyncio.run(task())\n"
        "fail()\n",
        level="INFO",
    )
    for secret in ("AAHq", "BBHq", SHORT, "sesame"):
        assert secret not in written
    assert lines[0]["message"] == "at https://api.telegram.org/bot[hidden]/getMe"
    assert lines[3]["message"] == "[hidden] [hidden] [hidden]"
    assert "ValueError: [hidden]" in lines[4]["exception"]
    assert lines[4]["exception"].endswith("OSError: [hidden] [hidden]")
    assert [line["logger"] for line in lines[5:]] == [
        "py.warnings",
        "bot.operations.logs",
        "asyncio",
        "bot.operations.logs",
    ]
    assert lines[-1]["level"] == "CRITICAL"


def test_clients_do_not_log_addresses() -> None:
    """The HTTP clients stay at WARNING however much the bot itself logs."""
    program = (
        "for name in ('httpx', 'httpcore.http11', 'telegram.ext.Updater', 'tornado.access'):\n"
        " for level in (10, 20, 30, 40): logging.getLogger(name).log(level, str(level))\n"
        "log.debug('debug')\n"
    )
    lines, _ = _run(program)
    assert [line["message"] for line in lines] == ["30", "40"] * 4 + ["debug"]
    lines, _ = _run(program, "ERROR")
    assert [line["message"] for line in lines] == ["40"] * 4


def test_nothing_is_hidden_that_is_no_secret() -> None:
    """Times, addresses and short pairs stay as they are; without secrets it still works."""
    from bot.operations.logs import JsonLines

    text = "at 12:30 127.0.0.1:9100 17:abc 2026-07-01T10:00:00"
    record = logging.LogRecord("x", 20, "", 0, text, None, None)
    assert json.loads(JsonLines(None, "").format(record))["message"] == text
