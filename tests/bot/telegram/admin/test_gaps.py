"""`/gaps`, the weekly digest, and what `/privacy` says of both."""

import time
from collections.abc import Callable

import pytest

from bot.gaps import note, refused
from bot.telegram import admin, asking
from bot.telegram.texts import texts
from tests.bot.telegram.asking.ways import FISH, PIZZA, QUESTION, READER, add, ask
from tests.bot_api.direct import GROUP, Direct, said
from tests.bot_api.process import ADMIN

With = Callable[..., Direct]
SAY = texts("en")
DAY = 86_400.0


@pytest.fixture
def keeping(direct_with: With) -> Direct:
    """A bot that keeps refused questions."""
    return direct_with(gaps=True)


def _kept(direct: Direct) -> list[str]:
    return [one.question for one in refused(direct.parts.state, time.time())]


def _command(direct: Direct, user: int, command: str) -> str:
    direct.message(user, command)
    return said(direct.process())


def test_it_is_off_by_default(direct: Direct) -> None:
    """Nothing is kept, admins are told how it is switched on, readers that nothing is kept."""
    ask(direct, PIZZA)
    assert _kept(direct) == []
    assert _command(direct, ADMIN, "/gaps") == SAY("gaps-off")
    assert _command(direct, READER, "/privacy").endswith(SAY("privacy-no-gaps"))


def test_refused_questions_are_kept_and_listed(keeping: Direct) -> None:
    """Not those that are answered, nor follow-ups, nor what is typed inline; with what is near."""
    ask(keeping, QUESTION)
    ask(keeping, PIZZA)
    ask(keeping, f"{PIZZA} 12345")
    ask(keeping, "And today?")
    keeping.inline(READER, PIZZA)
    keeping.call(asking.inline_query)
    assert sorted(_kept(keeping)) == [PIZZA, f"{PIZZA} …"]
    text = _command(keeping, ADMIN, "/gaps")
    assert text.startswith(f"{SAY('gaps-list')}\n2 × {PIZZA}")
    assert "12345" not in text


def test_the_refused_part_of_a_message_is_kept(keeping: Direct) -> None:
    """With what is closest to it; not one that goes on from another, nor what is answered."""
    ask(keeping, f"{QUESTION[:-1]}, and how many goats eat the pineapple pizza?")
    ask(keeping, f"{QUESTION} But why is that?")
    ask(keeping, f"{QUESTION} {FISH}")
    (kept,) = refused(keeping.parts.state, time.time())
    assert kept.question == "how many goats eat the pineapple pizza?"
    assert kept.closest
    assert f"1 × {kept.question}" in _command(keeping, ADMIN, "/gaps")


GOATS = "How many goats live in the castle garden?"
TWELVE = "Twelve goats live in the castle garden, as many as ever."


def test_what_the_texts_answer_by_now_is_told_no_more(keeping: Direct) -> None:
    """However it was put, and for good; what they answer unsurely or not at all still is."""
    ask(keeping, GOATS)
    ask(keeping, f"{GOATS} 12345")
    ask(keeping, PIZZA)
    assert f"2 × {GOATS}" in _command(keeping, ADMIN, "/gaps")
    add(keeping, TWELVE)
    text = _command(keeping, ADMIN, "/gaps")
    assert text.startswith(f"{SAY('gaps-list')}\n1 × {PIZZA}")
    assert "goats" not in text
    assert _kept(keeping) == [PIZZA]


def test_a_gap_that_is_filled_makes_room(keeping: Direct) -> None:
    """For one that is asked less often."""
    for number in range(10):
        note(keeping.parts.state, f"a{number} b{number} c{number}", "", time.time())
    note(keeping.parts.state, GOATS, "", time.time())
    note(keeping.parts.state, GOATS, "", time.time())
    assert GOATS in _command(keeping, ADMIN, "/gaps")
    add(keeping, TWELVE)
    assert _command(keeping, ADMIN, "/gaps").count("1 × ") == 10


def test_what_cannot_be_asked_again_is_told(
    keeping: Direct, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where too much other work waits, and beyond the first of a very long list."""
    ask(keeping, GOATS)
    add(keeping, TWELVE)
    with monkeypatch.context() as closed:
        closed.setattr(admin.gaps, "ASKED_AGAIN", 0)
        assert f"1 × {GOATS}" in _command(keeping, ADMIN, "/gaps")
    keeping.during(keeping.parts.work.close())
    assert f"1 × {GOATS}" in _command(keeping, ADMIN, "/gaps")
    assert _kept(keeping) == [GOATS]


def test_the_digest_leaves_out_what_is_answered_by_now(keeping: Direct) -> None:
    """A week in which all gaps were filled is told of by nothing."""
    _command(keeping, ADMIN, "/privacy")
    bot, here, now = keeping.application.bot, keeping.parts, (time.time() // DAY + 1.5) * DAY
    here.state.keep("digest", 0, 0, str(now))
    note(here.state, GOATS, "", now + DAY)
    add(keeping, TWELVE)
    assert keeping.during(admin.send_digest(bot, here, now + 8 * DAY)) == []


def test_readers_are_told(keeping: Direct) -> None:
    """By `/privacy`; and what the texts lack is for admins only."""
    assert _command(keeping, READER, "/privacy") == f"{SAY('privacy')}\n{SAY('privacy-gaps')}"
    assert _command(keeping, READER, "/gaps") == SAY("only-admin")


def test_forget_is_as_before(keeping: Direct) -> None:
    """What is kept is nobody's."""
    ask(keeping, PIZZA)
    _command(keeping, READER, "/forget")
    assert _kept(keeping) == [PIZZA]


def test_the_list_is_short_and_may_be_empty(keeping: Direct) -> None:
    """Ten at most."""
    assert _command(keeping, ADMIN, "/gaps") == SAY("gaps-none")
    for number in range(12):
        note(keeping.parts.state, f"a{number} b{number} c{number}", "", time.time())
    assert _command(keeping, ADMIN, "/gaps").count("×") == 10


def test_admins_are_told_once_a_week(keeping: Direct) -> None:
    """Not at the first start, not twice, not of what is older, and not where nothing lacks."""
    _command(keeping, ADMIN, "/privacy")
    # By a clock of its own: noon of a day, whatever day it is.
    bot, here, now = keeping.application.bot, keeping.parts, (time.time() // DAY + 1.5) * DAY

    def sent(at: float) -> list[str]:
        calls = keeping.during(admin.send_digest(bot, here, at))
        return [call.given["text"] for call in calls if call.method == "sendMessage"]

    here.state.keep("digest", 0, 0, str(now))  # the application itself looks, too
    assert sent(now + 8 * DAY) == []
    note(here.state, "Where can I park?", "Arrival", now + 8.1 * DAY)  # after that of the day
    note(here.state, "Who mends nets?", "", now + 2 * DAY)  # before it
    assert sent(now + 9 * DAY) == []
    (text,) = sent(now + 15 * DAY)
    assert (
        text == f"{SAY('gaps-week')}\n1 × Where can I park?\n{SAY('gaps-closest', name='Arrival')}"
    )
    assert sent(now + 15 * DAY) == []
    assert sent(now + 23 * DAY) == []


def test_the_digest_is_in_the_language_of_the_app(keeping: Direct) -> None:
    """That the admin last wrote in."""
    for language in ("fr", "de"):
        keeping.message(ADMIN, "/privacy", language=language)
        keeping.process()
    bot, here, now = keeping.application.bot, keeping.parts, (time.time() // DAY + 1.5) * DAY
    here.state.keep("digest", 0, 0, str(now))
    note(here.state, "Where can I park?", "", now + DAY)
    (call,) = keeping.during(admin.send_digest(bot, here, now + 8 * DAY))
    assert call.given["text"].startswith(texts("de")("gaps-week"))


def test_groups_ask_too(keeping: Direct) -> None:
    """Where the group may ask."""
    keeping.message(ADMIN, f"/ask {PIZZA}", chat_id=GROUP)
    keeping.process()
    assert _kept(keeping) == [PIZZA]


def test_an_admin_who_never_came_stops_no_digest(direct_with: With) -> None:
    """The others are told."""
    keeping = direct_with(gaps=True, admin_ids=(99, ADMIN))
    _command(keeping, ADMIN, "/privacy")
    now = time.time()
    note(keeping.parts.state, "Where can I park?", "Arrival", now)
    keeping.during(admin.send_digest(keeping.application.bot, keeping.parts, now))
    calls = keeping.during(
        admin.send_digest(keeping.application.bot, keeping.parts, now + 8 * DAY)
    )
    assert [call.given["chat_id"] for call in calls if not call.error] == [ADMIN]
