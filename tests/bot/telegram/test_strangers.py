"""What strangers are told, and how little all of them together."""

from bot.telegram.strangers import Strangers

NOW = 1_800_000_000.0


def test_a_stranger_is_told_once_a_day() -> None:
    """By themselves; a day later they may be told again."""
    strangers = Strangers()
    assert strangers.may_be_told(1, NOW)
    assert strangers.may_be_told(2, NOW)
    assert not strangers.may_be_told(1, NOW + 86_399)
    assert strangers.may_be_told(1, NOW + 86_400)


def test_all_together_are_told_twenty_a_minute() -> None:
    """Who comes when the purse is empty has not been told, and may come back."""
    strangers = Strangers()
    told = [strangers.may_be_told(id, NOW) for id in range(10_000)]
    assert told == [True] * 20 + [False] * 9_980
    assert strangers.may_be_told(9_999, NOW + 3)
    assert not strangers.may_be_told(9_998, NOW + 3)
    later = [strangers.may_be_told(id, NOW + 63) for id in range(20_000, 20_100)]
    assert sum(later) == 20
