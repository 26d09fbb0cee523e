"""What is read of all that could be."""

from hypothesis import given
from hypothesis import strategies as st

from bot.answering.readers.promising import Rounds, worth_read

TENTHS = st.integers(-50, 50).map(lambda number: number / 10)


@given(st.lists(st.tuples(TENTHS, TENTHS), min_size=1, max_size=12), st.integers(1, 4))
def test_the_best_of_all_is_read(all_of_them: list[tuple[float, float]], first: int) -> None:
    """Wherever reading adds no more than is counted on; and nothing is read twice."""
    promises = [promise for promise, _ in all_of_them]
    asked: list[int] = []

    def gains(places: list[int]) -> list[float]:
        asked.extend(places)
        return [all_of_them[place][1] for place in places]

    found = worth_read(promises, gains, Rounds(first, most=5.0))
    assert sorted(asked) == sorted(found)
    assert len(set(asked)) == len(asked)
    assert max(found.values()) == max(promise + gain for promise, gain in all_of_them)


@given(st.lists(st.tuples(TENTHS, TENTHS), min_size=1, max_size=12), st.integers(2, 4))
def test_those_read_at_the_same_time_count_as_if_one_by_one(
    all_of_them: list[tuple[float, float]], then: int
) -> None:
    """However many in vain: what is found is the same, to the place."""
    promises = [promise for promise, _ in all_of_them]

    def gains(places: list[int]) -> list[float]:
        return [all_of_them[place][1] for place in places]

    alone = worth_read(promises, gains, Rounds(first=1, most=2.0))
    assert worth_read(promises, gains, Rounds(first=1, most=2.0, then=then)) == alone


def test_two_are_read_at_the_same_time_after_the_first() -> None:
    """The second of them in vain where the one before it has won."""
    asked: list[list[int]] = []

    def gains(places: list[int]) -> list[float]:
        asked.append(places)
        return [{2: 2.0}.get(place, 0.0) for place in places]

    rounds = Rounds(first=1, most=1.0, then=2)
    assert worth_read([3.0, 2.5, 2.6, 2.4], gains, rounds) == {0: 3.0, 2: 4.6}
    assert asked == [[0], [2, 1]]


def test_none_is_read_after_the_first_say_nothing() -> None:
    """However near the others are; one that says something of it is enough to go on."""
    rounds = Rounds(first=2, most=1.0, hopeless=-0.5)
    assert worth_read([3.0, 2.0, 2.5], lambda _: [-0.6, -0.7], rounds) == {0: 2.4, 2: 1.8}
    gains = iter([[-0.6, -0.4], [-0.9]])
    assert set(worth_read([3.0, 2.0, 2.5], lambda _: next(gains), rounds)) == {0, 1, 2}
