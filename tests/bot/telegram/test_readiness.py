"""Whether the bot is alive and ready, as who watches it is told."""

import time
from collections.abc import Callable

import httpx
import pytest

from bot.telegram.readiness import DEAF_SECONDS
from tests.bot.telegram.living import living
from tests.bot_api.direct import Direct
from tests.bot_api.process import free_port

DirectWith = Callable[..., Direct]


@pytest.mark.parametrize(("webhook", "most"), [(False, 30), (True, 300)])
def test_a_bot_that_hears_nothing_is_not_ready(
    direct_with: DirectWith, webhook: bool, most: int
) -> None:
    """Half a minute after the last good poll; five after Telegram last said that it calls."""
    listen = f"127.0.0.1:{free_port()}"
    hook = (
        {"webhook_url": "https://bot.example/hook", "webhook_secret": "x" * 16} if webhook else {}
    )
    direct = direct_with(health_listen=listen, **hook)

    async def scenario() -> None:
        found = []
        async with httpx.AsyncClient(base_url=f"http://{listen}", trust_env=False) as client:
            for age in (0, most - 1, most + 1):
                direct.parts.contact.last = time.monotonic() - age
                found.append((await client.get("/readyz")).status_code)
        assert found == [200, 200, 503]

    living(direct, scenario)


@pytest.mark.parametrize("webhook", [False, True])
def test_a_deaf_bot_is_not_alive(direct_with: DirectWith, webhook: bool) -> None:
    """90 s after the last good answer, or after the start; one that is called cannot tell."""
    listen = f"127.0.0.1:{free_port()}"
    hook = (
        {"webhook_url": "https://bot.example/hook", "webhook_secret": "x" * 16} if webhook else {}
    )
    direct = direct_with(health_listen=listen, **hook)
    assert DEAF_SECONDS == 90

    async def scenario() -> None:
        async with httpx.AsyncClient(base_url=f"http://{listen}", trust_env=False) as client:

            async def alive() -> bool:
                return (await client.get("/healthz")).status_code == 200

            found = [await alive()]
            direct.parts.started = time.monotonic() - 91
            found.append(await alive())
            for age in (0, 89, 91):
                direct.parts.contact.last = time.monotonic() - age
                found.append(await alive())
            assert found == [True, webhook, True, True, webhook]
            figures = (await client.get("/metrics")).text
            (age_now,) = [
                float(line.split()[1])
                for line in figures.splitlines()
                if line.startswith("verbatim_last_poll_age_seconds ")
            ]
            assert 91 <= age_now < 101

    living(direct, scenario)


def test_what_telegram_cannot_bring_is_said(direct_with: DirectWith) -> None:
    """And the bot is as ready as before: a balancer that let no call through would keep it so."""
    listen = f"127.0.0.1:{free_port()}"
    direct = direct_with(
        health_listen=listen, webhook_url="https://bot.example/hook", webhook_secret="x" * 16
    )

    async def scenario() -> None:
        contact = direct.parts.contact
        contact.heard()
        contact.undelivered, contact.trouble = 412, "412 updates wait, and why\x1b"
        async with httpx.AsyncClient(base_url=f"http://{listen}", trust_env=False) as client:
            page = await client.get("/readyz")
            assert (page.status_code, page.text) == (200, "ok\n412 updates wait, and why\\x1b\n")
            figures = (await client.get("/metrics")).text
            assert "\nverbatim_updates_undelivered 412.0\n" in figures

    living(direct, scenario)
