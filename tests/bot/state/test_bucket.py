"""A user's tokens; what many users' come to is the contract's."""

from hypothesis import given
from hypothesis import strategies as st

from bot.state.bucket import Bucket

NOW = 1_800_000_000.0


def test_a_full_bucket_is_a_minutes_questions_and_at_least_one() -> None:
    """Also where less than one a minute is allowed."""
    assert Bucket.full(6, NOW) == Bucket(6, NOW, warned=False)
    assert Bucket.full(0.5, NOW) == Bucket(1, NOW, warned=False)


def test_one_question_is_one_token() -> None:
    """Tokens return by the second, a warning is given once, and is forgotten with the next ok."""
    assert Bucket(6, NOW).spend(6, NOW) == (Bucket(5, NOW), "ok")
    assert Bucket(0, NOW).spend(6, NOW + 5) == (Bucket(0.5, NOW + 5, warned=True), "warn")
    assert Bucket(0.5, NOW, True).spend(6, NOW) == (Bucket(0.5, NOW, True), "silent")
    assert Bucket(0.5, NOW, True).spend(6, NOW + 5) == (Bucket(0, NOW + 5), "ok")
    assert Bucket(2, NOW).spend(6, NOW + 1e6) == (Bucket(5, NOW + 1e6), "ok")
    assert Bucket(2, NOW).spend(6, NOW - 1e6) == (Bucket(1, NOW - 1e6), "ok")


def test_parts_of_a_question_add_up_to_one() -> None:
    """Ten tenths are all there is of one, though they are no binary fractions."""
    bucket, verdicts = Bucket(1, NOW), []
    for _ in range(11):
        bucket, verdict = bucket.spend(1, NOW, 0.1)
        verdicts.append(verdict)
    assert verdicts == ["ok"] * 10 + ["warn"]
    assert bucket.tokens < 1e-9


@given(st.floats(0.1, 100), st.lists(st.floats(0, 100), max_size=200))
def test_never_more_than_the_limit(per_minute: float, pauses: list[float]) -> None:
    """Of any questions, as many are let through as a minute's at once and the time's since."""
    bucket, now, let_through = Bucket.full(per_minute, 0), 0.0, 0
    for pause in pauses:
        now += pause
        bucket, verdict = bucket.spend(per_minute, now)
        let_through += verdict == "ok"
    assert let_through <= max(1, per_minute) + now * per_minute / 60 + 1e-6
