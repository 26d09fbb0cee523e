"""The bot as a user runs it: a process of its own, settings only in the environment."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

from tests.bot_api.server import TOKEN
from tests.bot_api.user import BotApi

ROOT = Path(__file__).parents[2]
ADMIN = 42


def free_port() -> int:
    """One that nobody on this machine listened on a moment ago."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


class BotProcess:
    """`python -m bot run` in a folder of its own; its log is kept in a file there."""

    def __init__(self, api: BotApi, folder: Path, library: Path, **settings: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.api = api
        api.chat(ADMIN)  # who has pressed /start; without it an admin's menu is refused
        self.folder = folder
        self.log_file = folder / "bot.log"
        self.health = f"http://{settings.get('HEALTH_LISTEN', '')}"
        kept = {k: v for k, v in os.environ.items() if k in ("PATH", "HOME", "LANG", "TMPDIR")}
        environment = kept | {
            "TELEGRAM_TOKEN": TOKEN,
            "TELEGRAM_BASE_URL": api.url,
            "TELEGRAM_BASE_FILE_URL": api.file_url,
            "LIBRARY": str(library),
            "STATE": str(folder / "state.sqlite"),
            "ACCESS": "open",
            "ADMIN_IDS": str(ADMIN),
            "QUESTIONS_PER_MINUTE": "1000",
            "PYTHONPATH": str(ROOT),
            "SSL_CERT_DIR": str(folder),  # nothing here is encrypted: no certificates are loaded
            **settings,
        }
        self._log = self.log_file.open("ab")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "bot", "run"], cwd=folder, env=environment, stderr=self._log
        )

    def __enter__(self) -> "BotProcess":
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(10)
        self._log.close()

    def ready(self, timeout: float = 60.0) -> "BotProcess":
        """Wait until it fetches updates, or has set its webhook."""
        polls = self.api.polls
        deadline = time.monotonic() + timeout
        while self.api.polls == polls and not self.api.webhook:
            assert self.process.poll() is None, self.log()
            assert time.monotonic() < deadline, self.log()
            time.sleep(0.05)
        return self

    wait_ready = ready

    def stop(self, by: int = signal.SIGTERM, timeout: float = 30.0) -> int:
        """Send a signal and wait; the exit code."""
        self.process.send_signal(by)
        return self.process.wait(timeout)

    def log(self) -> str:
        """All it has written to standard error."""
        return self.log_file.read_text(encoding="utf-8", errors="replace")
