"""What those who watch the bot see, over HTTP."""

import asyncio
import math
from collections.abc import Awaitable, Callable

import httpx
import pytest

from bot.operations.addresses import ListenError
from bot.operations.health import Health, Metrics


class Bot:
    """A bot as the probes see it."""

    def __init__(self) -> None:
        self.alive = True
        self.ready = False
        self.damaged: tuple[str, ...] = ()
        self.trouble = ""


Scenario = Callable[[httpx.AsyncClient, Bot], Awaitable[None]]


def _serve(metrics: Metrics, scenario: Scenario) -> None:
    async def serve() -> None:
        bot = Bot()
        health = Health(
            "127.0.0.1:0",
            metrics,
            lambda: bot.alive,
            lambda: bot.ready,
            lambda: bot.damaged,
            lambda: bot.trouble,
        )
        await health.start()
        address = f"http://127.0.0.1:{health.port}"
        async with httpx.AsyncClient(base_url=address, trust_env=False) as client:
            await scenario(client, bot)
            await health.stop()
            with pytest.raises(httpx.HTTPError):
                await client.get("/healthz")

    asyncio.run(serve())


def _figures(text: str) -> dict[str, float]:
    lines = [line.rsplit(" ", 1) for line in text.splitlines() if not line.startswith("#")]
    return {name: float(value) for name, value in lines}


def test_probes_say_how_it_is_now() -> None:
    """200 or 503, by what the bot says at that moment; then nothing once it is stopped."""

    async def scenario(client: httpx.AsyncClient, bot: Bot) -> None:
        async def codes() -> list[int]:
            return [(await client.get(page)).status_code for page in ("/healthz", "/readyz")]

        assert await codes() == [200, 503]
        bot.alive, bot.ready = False, True
        assert await codes() == [503, 200]
        assert (await client.get("/healthz")).text == "not ok\n"
        assert (await client.get("/readyz")).text == "ok\n"

    _serve(Metrics(), scenario)


def test_what_is_damaged_is_named() -> None:
    """Each on a line of its own, whatever its name holds, and the bot is as ready as before."""

    async def scenario(client: httpx.AsyncClient, bot: Bot) -> None:
        bot.ready, bot.damaged = True, ("cat.txt", "a\nb\x1b")
        page = await client.get("/readyz")
        assert page.status_code == 200
        assert page.text.splitlines() == [
            "ok",
            "2 damaged, see `python -m index doctor`:",
            "cat.txt",
            "a\\nb\\x1b",
        ]
        assert (await client.get("/healthz")).text == "ok\n"
        bot.damaged = tuple(f"d{number}" for number in range(1_000))
        assert len((await client.get("/readyz")).text.splitlines()) == 22

    _serve(Metrics(), scenario)


def test_what_is_wrong_with_the_library_is_said() -> None:
    """In one line, whether it goes on answering or not, until it is over."""

    async def scenario(client: httpx.AsyncClient, bot: Bot) -> None:
        for ready, said in ((True, "ok"), (False, "not ok")):
            bot.ready, bot.trouble = ready, "the library at db: the server is gone"
            page = await client.get("/readyz")
            assert page.text.splitlines() == [said, "the library at db: the server is gone"]
        bot.ready, bot.trouble = True, ""
        assert (await client.get("/readyz")).text == "ok\n"

    _serve(Metrics(), scenario)


def test_only_reading_is_possible() -> None:
    """HEAD answers without a body, other methods and pages are refused; no software is named."""

    async def scenario(client: httpx.AsyncClient, bot: Bot) -> None:
        head = await client.head("/healthz")
        assert (head.status_code, head.content) == (200, b"")
        assert (await client.head("/readyz")).status_code == 503
        for method in ("POST", "PUT", "DELETE", "OPTIONS"):
            assert (await client.request(method, "/metrics")).status_code == 405
        assert (await client.get("/")).status_code == 404
        assert "server" not in head.headers
        assert head.headers["cache-control"] == "no-store"

    _serve(Metrics(), scenario)


def test_metrics_are_the_figures() -> None:
    """Questions by outcome, their time, and the bot's state at the moment of asking."""
    metrics = Metrics()
    metrics.answered("answered", 0.3)
    metrics.answered("answered", 4.0)
    metrics.answered("no_answer", 0.07)
    metrics.turned_away()
    trouble = [""]
    age: list[float | None] = [None]
    waiting = [0]
    metrics.watch(
        lambda: 3, lambda: 12, lambda: 2, lambda: trouble[0], lambda: age[0], lambda: waiting[0]
    )

    async def scenario(client: httpx.AsyncClient, bot: Bot) -> None:
        reply = await client.get("/metrics")
        assert reply.headers["content-type"].startswith("text/plain; version=")
        figures = _figures(reply.text)
        assert figures['verbatim_questions_total{outcome="answered"}'] == 2
        assert figures['verbatim_questions_total{outcome="no_answer"}'] == 1
        assert figures['verbatim_questions_total{outcome="busy"}'] == 1
        assert figures['verbatim_answer_seconds_bucket{le="0.1"}'] == 1
        assert figures['verbatim_answer_seconds_bucket{le="0.5"}'] == 2
        assert figures["verbatim_answer_seconds_count"] == 3
        assert figures["verbatim_answer_seconds_sum"] == pytest.approx(4.37)
        assert figures["verbatim_questions_waiting"] == 3
        assert figures["verbatim_generation"] == 12
        assert figures["verbatim_damaged"] == 2
        assert figures["verbatim_library_trouble"] == 0
        assert math.isnan(figures["verbatim_last_poll_age_seconds"])
        assert figures["verbatim_updates_undelivered"] == 0
        age[0], trouble[0] = 4.5, "there is no library in library: build one"
        waiting[0] = 412
        again = _figures((await client.get("/metrics")).text)
        assert again["verbatim_library_trouble"] == 1
        assert again["verbatim_last_poll_age_seconds"] == 4.5
        assert again["verbatim_updates_undelivered"] == 412

    _serve(metrics, scenario)


def test_two_bots_in_one_process_count_apart() -> None:
    """Each has a registry of its own."""
    first, second = Metrics(), Metrics()
    first.turned_away()
    assert b"busy" not in second.text()


def test_an_address_in_use_is_told() -> None:
    """With the setting to change, before the bot goes on."""

    async def scenario() -> None:
        first = Health("127.0.0.1:0", Metrics(), bool, bool, tuple)
        await first.start()
        for listen in (f"127.0.0.1:{first.port}", "192.0.2.1:80", "127.0.0.1:99999"):
            second = Health(listen, Metrics(), bool, bool, tuple)
            with pytest.raises(ListenError, match=f"HEALTH_LISTEN={listen} cannot"):
                await second.start()
        await first.stop()

    asyncio.run(scenario())
