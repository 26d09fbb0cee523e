"""For those who watch the bot: is it alive, is it ready, and its figures for Prometheus."""

import datetime
from collections import Counter as Counted
from collections import deque
from collections.abc import Callable, Sequence

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from tornado.httpserver import HTTPServer
from tornado.web import Application, RequestHandler

from bot.operations.addresses import listening
from index.foreign import line

# The histogram's steps; an answer takes 0.1 to 1 s, more where many wait.
SECONDS = (0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60)
# How long the latest answers took, of so many.
LATELY = 1_000

# So many damaged documents are named.
NAMED = 20


class Metrics:
    """Figures in a registry of their own; none says who asked or what."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._questions = Counter(
            "verbatim_questions", "Questions by outcome", ["outcome"], registry=self._registry
        )
        self._seconds = Histogram(
            "verbatim_answer_seconds",
            "Time from a question to its answer",
            buckets=SECONDS,
            registry=self._registry,
        )
        self._waiting = self._gauge("questions_waiting", "Questions that wait for a thread")
        self._generation = self._gauge("generation", "The generation that answers")
        self._damaged = self._gauge("damaged", "What was found damaged and is not quoted")
        self._trouble = self._gauge(
            "library_trouble", "1 while the library's newest generation cannot be taken up"
        )
        self._poll_age = self._gauge(
            "last_poll_age_seconds",
            "Time since Telegram last answered getUpdates, or for its webhook; NaN for never",
        )
        self._lately: deque[float] = deque(maxlen=LATELY)
        self._undelivered = self._gauge(
            "updates_undelivered",
            "Updates that wait because Telegram could not call the webhook; 0 without one",
        )
        self._day = _today()
        self._counted: Counted[str] = Counted()
        self.poll_age: Callable[[], float | None] = lambda: None

    def answered(self, outcome: str, seconds: float) -> None:
        """Count a question by what became of it (one short fixed word), and how long it took."""
        self._count(outcome)
        self._seconds.observe(seconds)
        self._lately.append(seconds)

    def turned_away(self) -> None:
        """Count a question nobody worked on, as `busy`; it says nothing about latency."""
        self._count("busy")

    def questions(self, outcome: str | None = None) -> int:
        """How many there were since the start, of one outcome or of all."""
        (found,) = self._questions.collect()
        counted = [s for s in found.samples if s.name.endswith("_total")]
        return int(sum(s.value for s in counted if outcome in (None, s.labels["outcome"])))

    def today(self, outcome: str | None = None) -> int:
        """How many there were since midnight UTC, or the start, of one outcome or of all."""
        self._turn_day()
        return self._counted[outcome] if outcome else self._counted.total()

    def seconds(self, share: float) -> float:
        """Within how long that share of the latest answers came; 0.0 if there were none."""
        ordered = sorted(self._lately)
        return ordered[min(int(share * len(ordered)), len(ordered) - 1)] if ordered else 0.0

    def _count(self, outcome: str) -> None:
        self._turn_day()
        self._questions.labels(outcome).inc()
        self._counted[outcome] += 1

    def _turn_day(self) -> None:
        if self._day != (today := _today()):
            self._day = today
            self._counted.clear()

    def watch(
        self,
        waiting: Callable[[], int],
        generation: Callable[[], int],
        damaged: Callable[[], int],
        trouble: Callable[[], str],
        poll_age: Callable[[], float | None] | None = None,
        undelivered: Callable[[], int] = lambda: 0,
    ) -> None:
        """Where to read the other figures when they are asked for; ages are in seconds.

        `trouble` says why the newest texts cannot be had, "" where they can. What does not ask
        Telegram has no `poll_age`, and no figure of it or of what is `undelivered`.
        """
        self._waiting.set_function(waiting)
        self._generation.set_function(generation)
        self._damaged.set_function(damaged)
        self._trouble.set_function(lambda: float(bool(trouble())))
        if poll_age:
            self.poll_age = poll_age
            self._poll_age.set_function(self._age)
            self._undelivered.set_function(undelivered)
        else:
            self._registry.unregister(self._poll_age)
            self._registry.unregister(self._undelivered)

    def _age(self) -> float:
        seconds = self.poll_age()
        return float("nan") if seconds is None else seconds

    def watch_others(
        self,
        leads: Callable[[], bool],
        connected: Callable[[], bool],
        waiting: Callable[[], float],
    ) -> None:
        """Of several bots on one database: where to read what each knows of it."""
        self._gauge("leads", "1 for the one bot that asks Telegram for updates").set_function(
            lambda: float(leads())
        )
        self._gauge("database_connected", "1 while the database answers").set_function(
            lambda: float(connected())
        )
        self._gauge(
            "updates_waiting", "Updates that no bot has handled yet; NaN if that is not known"
        ).set_function(waiting)

    def text(self) -> bytes:
        """All of them as Prometheus reads them."""
        return generate_latest(self._registry)

    def _gauge(self, name: str, description: str) -> Gauge:
        return Gauge(f"verbatim_{name}", description, registry=self._registry)


def _today() -> datetime.date:
    return datetime.datetime.now(datetime.UTC).date()


class Health:
    """Serves `/healthz`, `/readyz` and `/metrics` at `listen`, a `host:port`, in the running loop.

    200 where `alive`, or `ready`, says so, else 503: not alive is a reason to restart the bot, not
    ready one to send it no users. `/readyz` also names what is `damaged`, which is no reason not
    to send it users, and in a line what `trouble` there is. Port 0 takes a free one.
    """

    def __init__(
        self,
        listen: str,
        metrics: Metrics,
        alive: Callable[[], bool],
        ready: Callable[[], bool],
        damaged: Callable[[], Sequence[str]],
        trouble: Callable[[], str] = str,
    ) -> None:
        self._listen = listen
        self.port = 0
        """Where it listens, once it does."""
        pages: list[tuple[str, type[RequestHandler], dict[str, object]]] = [
            ("/healthz", _Probe, {"good": alive, "damaged": tuple, "trouble": str}),
            ("/readyz", _Probe, {"good": ready, "damaged": damaged, "trouble": trouble}),
            ("/metrics", _Figures, {"metrics": metrics}),
        ]
        application = Application(pages, log_function=lambda _: None)
        self._server = HTTPServer(
            application,
            idle_connection_timeout=30,
            body_timeout=5,
            max_header_size=16_384,
            max_body_size=1024,
        )

    async def start(self) -> None:
        """Listen. Raises ListenError when the address is taken or not this machine's."""
        found = listening("HEALTH_LISTEN", self._listen)
        self._server.add_socket(found)
        self.port = found.getsockname()[1]

    async def stop(self) -> None:
        """Listen no more, and close what is open."""
        self._server.stop()
        await self._server.close_all_connections()


class _Page(RequestHandler):
    """Answers GET and HEAD; anything else is 405."""

    SUPPORTED_METHODS = ("GET", "HEAD")

    def set_default_headers(self) -> None:
        self.clear_header("Server")
        self.set_header("Cache-Control", "no-store")

    def compute_etag(self) -> None:
        return None

    def head(self) -> None:
        self.get()


class _Probe(_Page):
    def initialize(
        self,
        good: Callable[[], bool],
        damaged: Callable[[], Sequence[str]],
        trouble: Callable[[], str],
    ) -> None:
        self._good, self._damaged, self._trouble = good, damaged, trouble

    def get(self) -> None:
        good = self._good()
        self.set_status(200 if good else 503)
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.write("ok\n" if good else "not ok\n")
        if trouble := self._trouble():
            self.write(f"{line(trouble)}\n")
        names = self._damaged()
        if names:
            self.write(f"{len(names)} damaged, see `python -m index doctor`:\n")
            self.write("".join(f"{line(name)}\n" for name in names[:NAMED]))
        self.finish()


class _Figures(_Page):
    def initialize(self, metrics: Metrics) -> None:
        self._metrics = metrics

    def get(self) -> None:
        self.set_header("Content-Type", CONTENT_TYPE_LATEST)
        self.finish(self._metrics.text())
