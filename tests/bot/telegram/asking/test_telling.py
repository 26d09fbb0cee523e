"""Tell me when you know: what waits is asked again of what goes live, and told once."""

import asyncio
import time
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import replace

from bot.answering import Answer, NoAnswer
from bot.telegram.asking.places import quote_in
from bot.telegram.asking.telling import _tell, tell_known
from bot.telegram.asking.waiting import LIFETIME, MOST_OF_ONE, Waiting, wait, waiting
from bot.telegram.marks import mark_of_generation
from bot.telegram.memory import Asked
from bot.telegram.texts import texts
from index.building import build
from index.errors import LibraryError
from index.retriever import Hit
from index.sources import from_text
from index.text import Span
from tests.bot.telegram.asking.ways import (
    QUESTION,
    READER,
    add,
    ask,
    last,
    noticed,
    replace_library,
    shown,
)
from tests.bot_api.direct import GROUP, Direct, said
from tests.bot_api.limits import Json
from tests.bot_api.server import Call
from tests.bot_api.user import buttons
from tests.doubles import BagEncoder, WordReader

SAY = texts("en")
GIRAFFE = "When did the Ansbach zoo buy its first giraffe?"
ZOO = "The Ansbach zoo bought its first giraffe in 1931."


def _refused(direct: Direct, question: str = GIRAFFE, **more: object) -> Json:
    refusal = ask(direct, question, **more)
    assert refusal["text"].startswith(SAY("no-answer"))
    return refusal


def _wait(direct: Direct, refusal: Json) -> list[Call]:
    direct.press(READER, refusal, SAY("wait-button"))
    return direct.process()


def _told(direct: Direct) -> list[Call]:
    calls = direct.during(tell_known(direct.application.bot, direct.parts))
    return [call for call in calls if call.method == "sendMessage"]


def test_who_waits_is_told_once_and_nothing_is_kept(direct: Direct) -> None:
    """With the question, the quote and its source."""
    refusal = _refused(direct)
    assert noticed(_wait(direct, refusal)) == SAY("wait-noted")
    assert SAY("wait-button") not in buttons(shown(direct, refusal))
    assert _told(direct) == []  # this generation has been asked
    add(direct, ZOO)
    (call,) = _told(direct)
    question, *_ = call.given["text"].split("\n")
    assert question == SAY("wait-known", question=GIRAFFE)
    (quotation,) = [e for e in call.given["entities"] if e["type"].endswith("blockquote")]
    begin = quotation["offset"]
    assert call.given["text"][begin : begin + quotation["length"]] == ZOO
    assert list(waiting(direct.parts.state, time.time())) == []
    add(direct, f"{ZOO} It was called Emil.")
    assert _told(direct) == []


def test_texts_of_several_dates_are_told_each_with_its_date(direct: Direct) -> None:
    """As in an answer that nobody had to wait for."""
    ask(direct, QUESTION)  # a bot may write only to who has written
    fees = {"2025-10-02": "Mooring costs 55 crowns.", "2025-03-03": "Mooring costs 40 crowns."}
    documents = [from_text(text, date=day, doc_id=day) for day, text in fees.items()]
    build(direct.parts.answering.library, documents, BagEncoder(), replace=False)
    direct.parts.answering.refresh()
    view = direct.parts.answering.view
    quotes = tuple(
        quote_in(direct.document(day), Span(0, len(text)), view) for day, text in fees.items()
    )
    one = Waiting(READER, 1, "What does mooring cost?", "en", time.time(), 1)
    found = Answer(quotes, 0.9, 0.4, (), dated=True)
    text = said(direct.during(_tell(direct.application.bot, one, found, direct.parts)))
    assert "\nOn 2 October 2025:\nMooring costs 55 crowns." in text
    assert "\nEarlier, on 3 March 2025:\nMooring costs 40 crowns." in text


def test_what_is_not_sure_is_not_told(direct: Direct) -> None:
    """It waits on."""
    _wait(direct, _refused(direct))
    add(direct, "The Ansbach theatre was built in 1900.")
    assert _told(direct) == []
    (one,) = waiting(direct.parts.state, time.time())
    live = direct.parts.answering.view.generation
    assert (one.question, one.mark) == (GIRAFFE, mark_of_generation(live))


def test_another_library_is_asked_whatever_its_number(direct: Direct) -> None:
    """One that is built anew each night begins with the same."""
    _wait(direct, _refused(direct))
    replace_library(direct, [from_text(ZOO, doc_id="zoo")])
    assert direct.parts.answering.generation == 1
    (call,) = _told(direct)
    assert ZOO in call.given["text"]


def test_the_list_shows_what_waits_and_lets_it_go(direct: Direct) -> None:
    """By a button each."""
    direct.message(READER, "/waiting")
    assert said(direct.process()) == SAY("waiting-none")
    _wait(direct, _refused(direct))
    direct.message(READER, "/waiting")
    listed = last(direct.process())
    (button,) = buttons(listed)
    assert GIRAFFE.startswith(button.removeprefix("✕ ").rstrip("…"))
    direct.press(READER, listed, button)
    direct.process()
    assert shown(direct, listed)["text"] == SAY("waiting-none")
    assert list(waiting(direct.parts.state, time.time())) == []


def test_an_answer_and_a_group_offer_nothing_to_wait_for(direct: Direct) -> None:
    """Only a refusal in private does."""
    assert SAY("wait-button") not in buttons(ask(direct, QUESTION))
    direct.message(READER, f"/ask {GIRAFFE}", chat_id=GROUP)
    assert SAY("wait-button") not in buttons(last(direct.process()))


def test_a_group_does_not_read_what_somebody_waits_for(direct: Direct) -> None:
    """Neither by the command, nor by a press on a list that an older version sent there."""
    _wait(direct, _refused(direct))
    direct.message(READER, "/waiting", chat_id=GROUP)
    calls = direct.process()
    assert said(calls) == SAY("only-private")
    direct.message(READER, "/waiting")
    listed = last(direct.process())
    there = last(calls) | {"reply_markup": listed["reply_markup"]}
    direct.press(READER, there, "✕")
    pressed = direct.process()
    assert noticed(pressed) == SAY("only-private")
    assert [call for call in pressed if call.method == "editMessageText"] == []
    assert len(list(waiting(direct.parts.state, time.time()))) == 1


def test_the_list_is_bounded(direct: Direct) -> None:
    """One more is refused, and said so."""
    state, now = direct.parts.state, time.time()
    for number in range(MOST_OF_ONE):
        assert wait(state, Waiting(READER, -number - 1, "Why?", "en", now, 1))
    assert noticed(_wait(direct, _refused(direct))) == SAY("wait-full")
    assert len(list(waiting(state, now))) == MOST_OF_ONE


def test_what_waits_too_long_is_dropped(direct: Direct) -> None:
    """After 90 days; and what is forgotten at once."""
    state = direct.parts.state
    assert wait(state, Waiting(READER, 1, "Why?", "en", 0.0, 1))
    assert list(waiting(state, LIFETIME - 1))
    assert list(waiting(state, LIFETIME)) == []
    assert wait(state, Waiting(READER, 1, "Why?", "en", 0.0, 1))
    state.forget(READER)
    assert list(waiting(state, 1.0)) == []


def test_who_may_no_longer_ask_is_not_told(direct_with: Callable[..., Direct]) -> None:
    """But waits on, should they be let in again."""
    direct = direct_with(access="allowlist")
    assert wait(direct.parts.state, Waiting(READER, 1, GIRAFFE, "en", time.time(), 0))
    add(direct, ZOO)
    assert _told(direct) == []
    assert list(waiting(direct.parts.state, time.time()))


def test_a_refusal_of_older_texts_is_asked_of_what_is_live(direct: Direct) -> None:
    """Who presses after a rebuild need not wait for the next."""
    refusal = _refused(direct)
    add(direct, ZOO)
    (told,) = [call for call in _wait(direct, refusal) if call.method == "sendMessage"]
    assert ZOO in told.given["text"]
    assert list(waiting(direct.parts.state, time.time())) == []


def test_what_is_forgotten_while_it_is_asked_stays_forgotten(direct: Direct) -> None:
    """Neither is it kept again, nor anybody told."""
    state = direct.parts.state
    for text in ("The Ansbach theatre was built in 1900.", ZOO):
        assert wait(state, Waiting(READER, 1, GIRAFFE, "en", time.time(), 0))
        add(direct, text)
        telling = tell_known(direct.application.bot, direct.parts)

        async def forgotten(telling: Coroutine[object, object, object] = telling) -> None:
            asked = asyncio.create_task(telling)
            await asyncio.sleep(0)  # it is being asked now
            state.forget(READER)
            await asked

        assert [call.method for call in direct.during(forgotten())] == []
        assert list(waiting(state, time.time())) == []


def test_a_question_waits_with_what_it_goes_on_from(direct: Direct) -> None:
    """By itself it would ask something else."""
    refusal, nothing = _refused(direct), NoAnswer(None, 0.0, 0.0, ())
    asked = Asked(
        READER, READER, "and its age?", nothing, 1, None, [refusal["message_id"]], GIRAFFE
    )
    direct.parts.memory.remember(asked)
    _wait(direct, refusal)
    (one,) = waiting(direct.parts.state, time.time())
    assert (one.question, one.before) == ("and its age?", GIRAFFE)


def test_a_whole_question_waits_without_the_one_before(direct: Direct) -> None:
    """What was refused is asked again, and nothing else; also of what was kept otherwise."""
    bridge = "When was the Lindholm Bridge opened by Queen Margrethe of Denmark?"
    said_often = "The Lindholm Bridge was opened by Queen Margrethe of Denmark, says witness"
    witnesses = [from_text(f"{said_often} {one}.", doc_id=f"witness {one}") for one in range(40)]
    build(direct.parts.answering.library, witnesses, BagEncoder(), replace=False)
    direct.parts.answering.refresh()
    ask(direct, bridge)
    _wait(direct, _refused(direct))
    (one,) = waiting(direct.parts.state, time.time())
    assert (one.question, one.before) == (GIRAFFE, "")
    wait(direct.parts.state, replace(one, before=bridge))
    add(direct, ZOO)
    (call,) = _told(direct)
    assert ZOO in call.given["text"]


class _Unsteady(WordReader):
    """A reader that fails at the first questions about a giraffe, each with one of the errors."""

    def __init__(self, *errors: Exception) -> None:
        self._errors = list(errors)

    def read(self, question: str, hits: Sequence[Hit]) -> Answer | NoAnswer:
        """As a `WordReader`."""
        if self._errors and "giraffe" in question:
            raise self._errors.pop(0)
        return super().read(question, hits)


def test_a_question_that_cannot_be_asked_holds_up_no_other(direct: Direct) -> None:
    """It is asked with the next round, if what failed may be over then."""
    bot, state = direct.application.bot, direct.parts.state
    for user in (READER, READER + 1, READER + 2):
        direct.chat(user)
        assert wait(state, Waiting(user, 1, GIRAFFE, "en", time.time(), 0))
    add(direct, ZOO)
    direct.parts.answering.reader = _Unsteady(LibraryError("gone"), ValueError("a fault of ours"))
    rounds: list[bool] = []

    async def asked_again() -> None:
        rounds.append(await tell_known(bot, direct.parts))

    told = [[call.given["chat_id"] for call in direct.during(asked_again())] for _ in range(2)]
    assert (rounds, told) == ([False, True], [[READER + 2], [READER, READER + 1]])
    assert list(waiting(state, time.time())) == []


def test_who_cannot_be_told_holds_up_nobody(direct: Direct) -> None:
    """A chat that is gone is one of many."""
    for user in (READER + 1, READER):
        assert wait(direct.parts.state, Waiting(user, 1, GIRAFFE, "en", time.time(), 0))
    direct.chat(READER)
    add(direct, ZOO)
    assert [call.given["chat_id"] for call in _told(direct) if call.result] == [READER]
