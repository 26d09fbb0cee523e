"""Results come in order, however long each takes."""

import threading
import time
from collections.abc import Callable, Iterator

import pytest

from index.sources import ahead
from index.sources.ahead import Ahead


@pytest.fixture
def working() -> Iterator[Ahead[str]]:
    """Threads whose results weigh as much as they are long."""
    found: Ahead[str] = Ahead(len)
    yield found
    found.close()


def test_one_that_takes_long_holds_up_nothing_but_the_order(working: Ahead[str]) -> None:
    """All others are done before the first is."""
    last = threading.Event()

    def job(number: int) -> Callable[[], list[str]]:
        def work() -> list[str]:
            if number == 0:
                assert last.wait(10)
            if number == 499:
                last.set()
            return [str(number), "x"]

        return work

    found = list(working.results((number, job(number)) for number in range(500)))
    assert found == [(number, text) for number in range(500) for text in (str(number), "x")]


@pytest.mark.parametrize(("name", "bound"), [("AHEAD", 5), ("WEIGHT", 50)])
def test_what_is_done_ahead_is_bounded(
    name: str, bound: int, working: Ahead[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In number and in weight, while the first takes its time."""
    monkeypatch.setattr(ahead, name, bound)
    first, begun = threading.Event(), []

    def jobs() -> Iterator[tuple[int, Callable[[], list[str]]]]:
        yield 0, lambda: [str(first.wait(10))]
        for number in range(1, 100):
            time.sleep(0.002)
            begun.append(number)
            yield number, lambda: ["0123456789"]

    found = working.results(jobs())
    taker = threading.Thread(target=lambda: [None for _ in found])
    taker.start()
    time.sleep(0.5)
    assert len(begun) in range(4, 9)
    first.set()
    taker.join()
    assert len(begun) == 99


def test_an_error_is_raised_in_its_place(working: Ahead[str]) -> None:
    """After the results before it."""

    def fail() -> list[str]:
        raise KeyError("x")

    found = working.results([(1, lambda: ["a"]), (2, fail)])
    assert next(found) == (1, "a")
    with pytest.raises(KeyError):
        next(found)
