"""What is read of all that could be."""

from hypothesis import given
from hypothesis import strategies as st

from bot.answering.promising import Turns, worth_read

TENTHS = st.integers(-50, 50).map(lambda number: number / 10)


@given(st.lists(st.tuples(TENTHS, TENTHS), min_size=1, max_size=12), st.integers(1, 4))
def test_the_best_of_all_is_read(all_of_them: list[tuple[float, float]], first: int) -> None:
    """Wherever reading adds no more than is counted on; and nothing is read twice."""
    promises = [promise for promise, _ in all_of_them]
    asked: list[int] = []

    def gains(places: list[int]) -> list[float]:
        asked.extend(places)
        return [all_of_them[place][1] for place in places]

    found = worth_read(promises, gains, Turns(first, most=5.0))
    assert sorted(asked) == sorted(found)
    assert len(set(asked)) == len(asked)
    assert max(found.values()) == max(promise + gain for promise, gain in all_of_them)


def test_none_is_read_after_the_first_say_nothing() -> None:
    """However near the others are; one that says something of it is enough to go on."""
    turns = Turns(first=2, most=1.0, hopeless=-0.5)
    assert worth_read([3.0, 2.0, 2.5], lambda _: [-0.6, -0.7], turns) == {0: 2.4, 2: 1.8}
    gains = iter([[-0.6, -0.4], [-0.9]])
    assert set(worth_read([3.0, 2.0, 2.5], lambda _: next(gains), turns)) == {0, 1, 2}
