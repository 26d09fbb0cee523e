"""A real browser without a window, steered by its DevTools protocol over two pipes.

https://chromedevtools.github.io/devtools-protocol/ ; each message ends with a zero byte.
"""

import json
import os
import shutil
import subprocess
import time
from pathlib import Path
from typing import Any, Self

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Seconds that something may take on a busy machine.
PATIENCE = 60.0

Json = dict[str, Any]


def browser() -> str | None:
    """The browser that is installed, if one is."""
    return next((found for name in BROWSERS if (found := shutil.which(name))), None)


class Browser:
    """One page of a browser; use it in a `with`. `events` are what the page told, in order."""

    def __init__(self, folder: Path, language: str = "en") -> None:
        self._folder = folder
        self._language = language
        self._number = 0
        self._session: str | None = None
        self._left = b""
        self.events: list[Json] = []

    def __enter__(self) -> Self:
        found = browser()
        assert found
        hears, self._to = os.pipe()
        self._from, says = os.pipe()
        options = ["--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe",
                   "--no-first-run", "--disable-dev-shm-usage", f"--accept-lang={self._language}",
                   f"--user-data-dir={self._folder}"]  # fmt: skip
        command = f'exec "$@" 3<&{hears} 4>&{says}'
        self._process = subprocess.Popen(
            ["bash", "-c", command, "bash", found, *options, "about:blank"],
            pass_fds=(hears, says),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(hears)
        os.close(says)
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        attached = self.call("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Network", "Log", "Runtime", "Accessibility"):
            self.call(f"{domain}.enable")
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._to)
        os.close(self._from)

    def call(self, method: str, **params: Any) -> Json:
        """What a method of the protocol gives; raises AssertionError with what it says."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._to, json.dumps(message).encode() + b"\0")
        while True:
            found = self._read()
            if found.get("id") == self._number:
                assert "error" not in found, found
                result: Json = found["result"]
                return result
            self.events.append(found)

    def _read(self) -> Json:
        while b"\0" not in self._left:
            more = os.read(self._from, 65_536)
            assert more, "the browser has ended"
            self._left += more
        one, _, self._left = self._left.partition(b"\0")
        message: Json = json.loads(one)
        return message

    def open(self, url: str) -> None:
        """Load an address."""
        self.call("Page.navigate", url=url)
        self.until("document.readyState === 'complete' && location.href !== 'about:blank'")

    def value(self, script: str) -> Any:
        """What an expression is worth on the page."""
        found = self.call("Runtime.evaluate", expression=script, returnByValue=True)
        assert "exceptionDetails" not in found, found
        return found["result"].get("value")

    def until(self, script: str) -> None:
        """Wait until an expression is true on the page."""
        end = time.monotonic() + PATIENCE
        while not self.value(f"!!({script})"):
            assert time.monotonic() < end, f"not in time: {script}"
            time.sleep(0.05)

    def type(self, text: str) -> None:
        """Type where the focus is."""
        self.call("Input.insertText", text=text)

    def press(self, key: str) -> None:
        """Press a key: Tab or Enter."""
        code = {"Tab": 9, "Enter": 13}[key]
        given = {"key": key, "code": key, "windowsVirtualKeyCode": code}
        text = {"text": "\r"} if key == "Enter" else {}
        self.call("Input.dispatchKeyEvent", type="keyDown", **given, **text)
        self.call("Input.dispatchKeyEvent", type="keyUp", **given)

    def roles(self) -> list[tuple[str, str]]:
        """Role and name of what a screen reader is told of, in order."""
        nodes = self.call("Accessibility.getFullAXTree")["nodes"]
        told = [node for node in nodes if not node.get("ignored")]
        return [(node["role"]["value"], node.get("name", {}).get("value", "")) for node in told]
