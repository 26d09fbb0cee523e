"""What was done to the library, and by whom."""

from bot.telegram.history import Done, History, only_by

FIRST = Done(1, 2, 7, "Ann", "add", "Zoo")
SECOND = Done(2, 3, 8, "Bob", "remove", "Zoo")
BACK = Done(3, 2, 7, "Ann", "back")


def test_what_led_from_one_generation_to_another() -> None:
    """In order; also where it led back."""
    history = History()
    for done in (FIRST, SECOND, BACK):
        history.note(done)
    assert history.between(1, 2) == [FIRST, SECOND, BACK]
    assert history.between(3, 2) == [BACK]
    assert history.between(2, 2) == []


def test_what_came_from_elsewhere_is_not_known() -> None:
    """Before, between or after what was done from chat."""
    history = History()
    history.note(SECOND)
    assert history.between(1, 3) is None
    assert history.between(2, 4) is None
    assert History().between(1, 2) is None


def test_whose_changes_they_all_are() -> None:
    """What is not known is nobody's."""
    assert only_by([FIRST, BACK], 7)
    assert not only_by([FIRST, SECOND], 7)
    assert only_by([], 7)
    assert not only_by(None, 7)
