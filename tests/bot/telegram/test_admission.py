"""Who is let in, and how often: decided alike for whatever comes in."""

import time
from collections.abc import Callable

from bot.telegram.admission import (
    TurnedAway,
    Why,
    code_for,
    count_question,
    refuse_strangers,
    worth_a_word,
)
from bot.telegram.askers import Asker
from bot.telegram.context import Parts
from bot.telegram.texts import texts
from tests.bot_api.direct import GROUP, Direct
from tests.bot_api.process import ADMIN

DirectWith = Callable[..., Direct]

STRANGER, READER, OTHER_GROUP = Asker(7, 7, True), Asker(8, 8, True), Asker(7, -500, False)


def _turned_away(decide: Callable[[Parts, Asker], None], here: Parts, who: Asker) -> Why | None:
    try:
        decide(here, who)
    except TurnedAway as away:
        return away.why
    return None


def test_who_is_known_costs_nothing(direct_with: DirectWith) -> None:
    """However often it is looked, of whomever."""
    direct = direct_with(access="allowlist", allowed_ids=(8, -500), questions_per_minute=1)
    here = direct.parts
    for who, why in (
        (STRANGER, Why.STRANGER),
        (READER, None),
        (OTHER_GROUP, None),
        (Asker(8, -501, False), Why.STRANGER),
        (Asker(ADMIN, -501, False), None),
    ):
        assert [_turned_away(refuse_strangers, here, who) for _ in range(3)] == [why] * 3
    assert here.state.spend(8, time.time()) == "ok"


def test_questions_are_counted_by_who_asks_them(direct_with: DirectWith) -> None:
    """Wherever, one warning each; by the chat where nobody says who it is."""
    direct = direct_with(questions_per_minute=2, allowed_ids=(GROUP,))
    here = direct.parts
    heard = [
        _turned_away(count_question, here, who) for who in (READER, Asker(8, GROUP, False)) * 2
    ]
    assert heard == [None, None, Why.TOO_OFTEN, Why.STILL_TOO_OFTEN]
    nobody = Asker(0, GROUP, False)
    assert [_turned_away(count_question, here, nobody) for _ in range(3)] == [
        None,
        None,
        Why.TOO_OFTEN,
    ]
    assert here.state.spend(GROUP, time.time()) == "silent"


def test_what_costs_less_is_let_in_more_often(direct_with: DirectWith) -> None:
    """By so much of a question."""
    direct = direct_with(questions_per_minute=1)

    def half(here: Parts, who: Asker) -> None:
        count_question(here, who, 0.5)

    heard = [_turned_away(half, direct.parts, READER) for _ in range(4)]
    assert heard == [None, None, Why.TOO_OFTEN, Why.STILL_TOO_OFTEN]


def test_strangers_are_not_counted(direct_with: DirectWith) -> None:
    """Who is let in later begins with all that they may ask."""
    here = direct_with(access="allowlist", questions_per_minute=1).parts
    assert [_turned_away(count_question, here, STRANGER) for _ in range(3)] == [Why.STRANGER] * 3
    here.state.allow(7, ADMIN)
    assert _turned_away(count_question, here, STRANGER) is None


def test_a_stranger_gets_a_code_once(direct_with: DirectWith) -> None:
    """The user in private, the group anywhere else; nobody who is blocked."""
    here = direct_with(access="allowlist").parts
    codes = [code_for(here, who) for who in (STRANGER, STRANGER, OTHER_GROUP)]
    waiting = {one.id: one.code for one in here.state.pending(time.time())}
    assert codes == [waiting[7], None, waiting[-500]]
    here.state.block(9)
    assert code_for(here, Asker(9, 9, True)) is None


def test_a_stranger_is_answered_as_seldom_as_told(direct_with: DirectWith) -> None:
    """What costs nothing, as typing."""
    here = direct_with(access="allowlist", allowed_ids=(8,)).parts
    assert [worth_a_word(here, STRANGER) for _ in range(2)] == [True, False]
    assert [worth_a_word(here, READER) for _ in range(2)] == [True, True]
    assert code_for(here, STRANGER) is None


def test_what_is_said_to_who_is_turned_away() -> None:
    """One warning, and an apology; the rest is silence, or said otherwise."""
    say = texts("en")
    assert {why: TurnedAway(why).words(say) for why in Why} == {
        Why.STRANGER: None,
        Why.TOO_OFTEN: say("slow-down"),
        Why.STILL_TOO_OFTEN: None,
        Why.BUSY: say("busy"),
    }
