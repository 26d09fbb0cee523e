"""The webhook: wherever Telegram is told to call, it is heard; and what it says if it cannot."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any, cast

import httpx
import pytest
from pydantic import SecretStr
from telegram import Bot, Update, WebhookInfo
from telegram.error import TelegramError

from bot.operations import Contact
from bot.settings import BotSettings
from bot.telegram.transport import webhook
from bot.telegram.transport.webhook import SECRET_HEADER, Webhook
from tests.bot_api.process import free_port

SECRET = "a-long-random-word"
LOOK = 0.05
NOW = datetime(2026, 1, 1, tzinfo=UTC)
NOT_FOUND = "Wrong response from the webhook: 404 Not Found"


class Telegram:
    """What it says of the webhook, as a bot asks for it."""

    def __init__(self) -> None:
        self.url = ""
        self.waiting, self.errors = 0, 0
        self.looks = 0

    async def get_webhook_info(self) -> WebhookInfo:
        """With the last of the errors so far."""
        self.looks += 1
        when = NOW + timedelta(seconds=self.errors) if self.errors else None
        return WebhookInfo(self.url, False, self.waiting, when, NOT_FOUND if self.errors else None)

    async def set_webhook(self, url: str, **_: object) -> bool:
        """Told where."""
        self.url = url
        return True

    async def look(self, *, new_errors: int = 0) -> None:
        """Until it has been asked again, twice: the first may have been under way."""
        before = self.looks
        while self.looks < before + 2:
            self.errors += new_errors
            await asyncio.sleep(LOOK / 5)


class Hooked:
    """A webhook that runs."""

    def __init__(self, path: str = "/hook") -> None:
        self.port, self.taken = free_port(), 0
        self.telegram, self.contact = Telegram(), Contact()
        self.path, self.leads = path, True

    async def post(self, path: str = "") -> int:
        """The status of an update that Telegram brings."""
        async with httpx.AsyncClient(trust_env=False) as client:
            reply = await client.post(
                f"http://127.0.0.1:{self.port}{path or self.path}",
                json={"update_id": 1},
                headers={SECRET_HEADER: SECRET},
            )
        return reply.status_code

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """From its first look on."""
        settings = BotSettings(
            webhook_url=f"https://bot.example{self.path}",
            webhook_secret=SecretStr(SECRET),
            webhook_listen=f"127.0.0.1:{self.port}",
        )
        bot = cast(Bot, self.telegram)
        hook = Webhook(bot, settings, ["message"], _fail, self.contact, lambda: self.leads)
        task = asyncio.create_task(hook.run(self._take))
        await self.telegram.look()
        yield
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    async def _take(self, _: Update) -> None:
        self.taken += 1


async def _fail(error: TelegramError) -> None:
    raise AssertionError(error)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    """Looks follow one another at once, and no `.env` of whoever runs the tests is read."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(webhook, "LOOK_AGAIN", LOOK)
    monkeypatch.setattr(webhook, "LOOK_SOON", LOOK)


@pytest.mark.parametrize(
    "path",
    ["", "/", "/hook", "/hook/", "/hook/k3+9fQ==", "/c++/hook", "/bot(1)", "/hook$x", "/[bot]",
     "/a.b", "/h%C3%B6k", "/hök", "//hook", "/a\\d", "/a|b", "/a*", "/%2F", "/hook?x=1"],
)  # fmt: skip
def test_where_it_is_called_it_hears(path: str) -> None:
    """Whatever signs the address is made of; and nowhere else."""

    async def scenario() -> None:
        hooked = Hooked(path)
        async with hooked.running():
            assert await hooked.post() == 200
            for other in ("/other", "/hookx", "/aXb", "/hook/x"):
                assert await hooked.post(other) == 404
        assert hooked.taken == 1

    asyncio.run(scenario())


def test_what_telegram_cannot_bring_is_told() -> None:
    """As many as wait, until one comes or none waits; why, and what to do."""

    async def scenario() -> None:
        hooked = Hooked()
        telegram, contact = hooked.telegram, hooked.contact
        async with hooked.running():
            assert (contact.undelivered, contact.trouble) == (0, "")
            telegram.waiting = 412
            await telegram.look(new_errors=1)
            assert contact.undelivered == 412
            told = f"412 updates wait, Telegram could not call the bot ({NOT_FOUND}): look"
            assert contact.trouble.startswith(told)
            await telegram.look()  # it tries more and more seldom
            assert contact.undelivered == 412
            await hooked.post()
            assert (contact.undelivered, contact.trouble) == (0, "")
            await telegram.look()
            assert contact.undelivered == 0
            await telegram.look(new_errors=1)
            assert contact.undelivered == 412
            telegram.waiting = 0
            await telegram.look()
            assert (contact.undelivered, contact.trouble) == (0, "")

    asyncio.run(scenario())


def test_old_trouble_is_none() -> None:
    """From before the start, or while updates come all the same: a busy bot has some that wait."""

    async def scenario() -> None:
        hooked = Hooked()
        telegram, contact = hooked.telegram, hooked.contact
        telegram.waiting, telegram.errors = 7, 1
        async with hooked.running():
            await telegram.look()
            assert contact.undelivered == 0
            for _ in range(4):
                telegram.errors += 1
                await hooked.post()
                before = telegram.looks
                while telegram.looks == before:
                    assert contact.undelivered == 0
                    await asyncio.sleep(LOOK / 10)
            assert contact.undelivered == 0

    asyncio.run(scenario())


def test_one_that_does_not_look_knows_of_none() -> None:
    """Of several bots another one leads from now on."""

    async def scenario() -> None:
        hooked = Hooked()
        async with hooked.running():
            hooked.telegram.waiting = 5
            await hooked.telegram.look(new_errors=1)
            assert hooked.contact.undelivered == 5
            hooked.leads = False
            await asyncio.sleep(3 * LOOK)
            assert hooked.contact.undelivered == 0

    asyncio.run(scenario())
