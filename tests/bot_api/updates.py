"""Updates on their way to the bot: fetched by long polling, or posted to its webhook."""

import asyncio
import contextlib
import copy
import json
import re
import time
from typing import Any

from tornado.httpclient import AsyncHTTPClient, HTTPClientError

from tests.bot_api.limits import Json, Refused, bad

# Kinds that are sent only to who asks for them by name.
_ASKED_FOR = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


class Updates:
    """The queue; everything here runs in the server's thread."""

    def __init__(self) -> None:
        self.queue: list[Json] = []
        self.webhook: Json = {}
        self.allowed: list[str] = []
        self.polls = 0
        self.delivered: list[tuple[int, str]] = []
        self.stopped = False
        self.closing = False
        self._next = 1000
        self._poller = 0
        self._trouble: Json = {}
        self._changed = asyncio.Event()

    def add(self, update: Json) -> int:
        """Queue an update as it is now; its number."""
        self._next += 1
        self.queue.append({"update_id": self._next, **copy.deepcopy(update)})
        self.notify()
        return self._next

    def wanted(self, kind: str) -> bool:
        """Whether the bot has asked for such updates; the last list it gave counts."""
        return kind in self.allowed if self.allowed else kind not in _ASKED_FOR

    def notify(self) -> None:
        """Wake all who wait."""
        self._changed.set()
        self._changed = asyncio.Event()

    async def poll(self, given: Json) -> list[Json]:
        """getUpdates: waits up to `timeout` seconds; what is before `offset` is acknowledged."""
        if self.webhook:
            raise Refused(
                409,
                "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook"
                " to delete the webhook first",
            )
        self.polls += 1
        self._poller += 1
        self.notify()
        if "allowed_updates" in given:
            self.allowed = given["allowed_updates"] or []
        mine, until = self._poller, time.monotonic() + float(given.get("timeout") or 0)
        self._acknowledge(int(given.get("offset") or 0))
        while self.stopped or (not self.queue and time.monotonic() < until):
            await self._wait(until)
            self._go_on(mine)
            if self.closing:
                return []
        return self.queue[: int(given.get("limit") or 100)]

    def _acknowledge(self, offset: int) -> None:
        if offset < 0:
            self.queue = self.queue[offset:]
        elif offset:
            self.queue = [one for one in self.queue if one["update_id"] >= offset]

    async def _wait(self, until: float) -> None:
        left = 60.0 if self.stopped else until - time.monotonic()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._changed.wait(), max(left, 0.001))

    def _go_on(self, mine: int) -> None:
        if self.webhook:
            raise Refused(409, "Conflict: terminated by setWebhook request")
        if mine != self._poller:
            raise Refused(
                409,
                "Conflict: terminated by other getUpdates request; make sure that only one bot"
                " instance is running",
            )

    def set_webhook(self, given: Json) -> bool:
        """An empty address removes it. Unlike Telegram's, plain http is good enough."""
        url, secret = given.get("url") or "", given.get("secret_token")
        if url and not re.match(r"https?://[^/]+", url):
            raise bad("bad webhook: invalid webhook URL specified")
        if secret is not None and not re.fullmatch(r"[\w-]{1,256}", secret, re.ASCII):
            raise bad("secret token contains unallowed characters")
        if "allowed_updates" in given:
            self.allowed = given["allowed_updates"] or []
        self.webhook = dict(given) if url else {}
        self._trouble = {}
        return self._dropped(given)

    def delete_webhook(self, given: Json) -> bool:
        """Back to polling."""
        self.webhook = {}
        return self._dropped(given)

    def _dropped(self, given: Json) -> bool:
        if given.get("drop_pending_updates") in (True, "true", "True"):
            self.queue.clear()
        self.notify()
        return True

    def webhook_info(self, given: Json) -> Json:
        """With the last trouble, if any."""
        return {
            "url": self.webhook.get("url", ""),
            "has_custom_certificate": False,
            "pending_update_count": len(self.queue),
            **({"allowed_updates": self.allowed} if self.allowed else {}),
            **self._trouble,
        }

    async def deliver(self) -> None:
        """Post each update to the webhook again and again, until it is taken."""
        client = AsyncHTTPClient(force_instance=True)
        try:
            while not self.closing:
                if self.stopped or not self.webhook or not self.queue:
                    await self._changed.wait()
                elif not await self._posted(client, self.queue[0]):
                    await asyncio.sleep(0.1)
        finally:
            client.close()

    async def _posted(self, client: AsyncHTTPClient, update: Json) -> bool:
        headers = {"Content-Type": "application/json"}
        if secret := self.webhook.get("secret_token"):
            headers["X-Telegram-Bot-Api-Secret-Token"] = secret
        request: dict[str, Any] = {"method": "POST", "headers": headers, "raise_error": False}
        said = ""
        try:
            answer = await client.fetch(self.webhook["url"], body=json.dumps(update), **request)
            outcome = str(answer.code)
            said = f"Wrong response from the webhook: {answer.code} {answer.reason}"
        except (OSError, HTTPClientError) as error:
            outcome = type(error).__name__
            said = "Connection refused" if isinstance(error, OSError) else "Read timeout expired"
        self.delivered.append((update["update_id"], outcome))
        if outcome.startswith("2"):
            self.queue = [one for one in self.queue if one is not update]
            return True
        self._trouble = {"last_error_date": int(time.time()), "last_error_message": said}
        return False
