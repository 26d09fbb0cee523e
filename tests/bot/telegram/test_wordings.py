"""The newest wording of what is being answered."""

from bot.telegram.wordings import Wordings


def test_a_wording_counts_while_it_is_answered() -> None:
    """Of that message only; before and after nobody is answering."""
    wordings = Wordings()
    assert not wordings.correct((1, 2), "early")
    with wordings.answering((1, 2), "first"):
        assert wordings.newest((1, 2)) == "first"
        assert wordings.correct((1, 2), "second")
        assert not wordings.correct((1, 3), "other")
        assert wordings.newest((1, 2)) == "second"
    assert wordings.newest((1, 2)) is None
    assert not wordings.correct((1, 2), "late")
