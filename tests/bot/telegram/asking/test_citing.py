"""`/cite` and its buttons: the quote of a message, written down for elsewhere."""

import json
import logging

import pytest

from bot.answering import Answer
from bot.citing import card_ready
from bot.telegram.asking.answers import show
from bot.telegram.asking.places import quote_in
from bot.telegram.keyboards import MOST
from bot.telegram.taps import Taps
from bot.telegram.texts import texts
from index.building import build
from index.sources import from_text
from index.text import Span
from tests.bot.telegram.asking.ways import (
    OPENED,
    PIZZA,
    QUESTION,
    READER,
    ask,
    change,
    last,
    noticed,
    press,
    rebuild_elsewhere,
    shown,
)
from tests.bot.telegram.pressing import pressed
from tests.bot_api.direct import GROUP, Direct
from tests.bot_api.limits import Json, Refused
from tests.bot_api.user import buttons
from tests.doubles import BagEncoder

SAY = texts("en")


def _cite(direct: Direct, **more: int) -> Json:
    direct.message(READER, "/cite", **more)
    return last(direct.process())


def _pressed(direct: Direct, message: Json, name: str) -> Json:
    direct.press(READER, message["message_id"], name)
    direct.process()
    return shown(direct, message)


def test_the_last_answer_is_cited(direct: Direct) -> None:
    """As text first, to be copied, with the link to its sentence."""
    ask(direct, QUESTION)
    message = _cite(direct)
    assert message["text"].startswith(f"“{OPENED}")
    assert "— The bridge · Harbour report, 2024-03-01" in message["text"]
    assert [one["type"] for one in message["entities"]] == ["pre"]
    assert "?start=v_" in message["text"].splitlines()[-1]


def test_another_librarys_words_are_not_cited(direct: Direct) -> None:
    """Neither in reply to what quotes others, nor by the buttons of a citation."""
    answer = ask(direct, QUESTION)
    cited = _cite(direct)
    direct.parts.memory.forget(READER)
    rebuild_elsewhere(direct, "4 May 1987", "5 May 1988")
    assert _cite(direct, reply_to=answer["message_id"])["text"] == SAY("cite-nothing")
    direct.press(READER, cited["message_id"], "RIS")
    assert noticed(direct.process()) == SAY("changed")


def test_the_message_replied_to_is_cited(direct: Direct) -> None:
    """Also after a restart, by its buttons."""
    answer = ask(direct, QUESTION)
    direct.parts.memory.forget(READER)
    assert _cite(direct, reply_to=answer["message_id"])["text"].startswith(f"“{OPENED}")


@pytest.mark.parametrize(
    "name", ["Markdown", "BibTeX", "RIS", "CSL-JSON", SAY("cite-annotation-button")]
)
def test_a_button_writes_it_otherwise(direct: Direct, name: str) -> None:
    """In the place of the text, and back."""
    ask(direct, QUESTION)
    message = _cite(direct)
    other = _pressed(direct, message, name)
    assert other["text"] != message["text"]
    assert "Lindholm" in other["text"]
    if name in ("CSL-JSON", SAY("cite-annotation-button")):
        assert json.loads(other["text"].rpartition("\n")[0])
    assert _pressed(direct, message, SAY("cite-plain-button"))["text"] == message["text"]


@pytest.mark.skipif(not card_ready(), reason="the extra `card` or its fonts are missing")
def test_a_card_is_sent_in_reply(direct: Direct) -> None:
    """A PNG."""
    ask(direct, QUESTION)
    direct.press(READER, _cite(direct), SAY("cite-card-button"))
    (sent,) = [call for call in direct.process() if call.method == "sendDocument"]
    assert sent.result["document"]["file_name"] == "quote.png"
    (data,) = [data for _, data, _ in direct.state.files.values()]
    assert data.startswith(b"\x89PNG")


@pytest.mark.skipif(not card_ready(), reason="the extra `card` or its fonts are missing")
def test_a_card_stays_in_its_topic_and_one_unwanted_is_no_error(
    direct: Direct, caplog: pytest.LogCaptureFixture
) -> None:
    """Of a forum; nor is one where the bot may not write any more."""
    topic = {"message_thread_id": 77, "is_topic_message": True}
    direct.message(READER, f"/ask {QUESTION}", chat_id=GROUP, **topic)
    direct.process()
    direct.message(READER, "/cite", chat_id=GROUP, **topic)
    written = last(direct.process()) | topic
    direct.press(READER, written, SAY("cite-card-button"))
    (sent,) = [call for call in direct.process() if call.method == "sendDocument"]
    assert int(sent.given["message_thread_id"]) == 77
    direct.parts.taps = Taps()
    direct.fail_next("sendDocument", Refused(403, "Forbidden: bot was kicked"))
    direct.press(READER, written, SAY("cite-card-button"))
    direct.process()
    assert [one for one in caplog.records if one.levelno >= logging.ERROR] == []


def test_too_many_questions_are_said_to_who_cites(direct: Direct) -> None:
    """In words, not as something that went wrong."""
    ask(direct, QUESTION)
    direct.during(direct.parts.work.close())
    assert _cite(direct)["text"] == SAY("busy")


def test_without_a_quote_there_is_nothing_to_cite(direct: Direct) -> None:
    """Before any question, and after a refusal."""
    assert _cite(direct)["text"] == SAY("cite-nothing")
    ask(direct, PIZZA)
    assert _cite(direct)["text"] == SAY("cite-nothing")


def test_what_a_verdict_shows_can_be_cited(direct: Direct) -> None:
    """By a button below it, which answers with a message of its own."""
    direct.message(READER, f"/verify {OPENED}")
    verdict = last(direct.process())
    assert SAY("cite-button") in buttons(verdict)
    direct.press(READER, verdict, SAY("cite-button"))
    assert last(direct.process())["text"].startswith(f"“{OPENED}")


def test_a_quote_that_is_gone_is_not_cited(direct: Direct) -> None:
    """The press says so."""
    ask(direct, QUESTION)
    message = _cite(direct)
    change(direct, "4 May 1987", "5 May 1987")
    direct.press(READER, message, "RIS")
    assert noticed(direct.call(pressed)) == SAY("changed")


def test_what_no_message_holds_is_sent_as_a_file(direct: Direct) -> None:
    """Whole: cut, other programs could not read it. The message says so, with the link."""
    lamps = [f"Lamp_{n} burns {n} % oil & wax & more_of_it." for n in range(80)]
    words = " ".join(["The wombat keeps the tower.", *lamps])
    library = direct.parts.answering.library
    build(library, [from_text(words, doc_id="log")], BagEncoder(), replace=True)
    direct.parts.answering.refresh()
    answer = ask(direct, "Which wombat keeps the tower?")
    while noticed(press(direct, answer["message_id"], "context-button")) is None:
        pass
    message = _cite(direct, reply_to=answer["message_id"])
    assert message["text"].startswith("“The wombat")
    direct.press(READER, message, "BibTeX")
    (sent,) = [call for call in direct.process() if call.method == "sendDocument"]
    assert sent.result["document"]["file_name"] == "quote.bib"
    written = [data.decode() for _, data, _ in direct.state.files.values()][-1]
    assert written.endswith("\n}")
    assert "Lamp\\_70 burns 70 \\% oil \\& wax" in written
    said = shown(direct, message)["text"]
    assert said.startswith(f"{SAY('cite-long')}\n")
    assert "?start=v_" in said


def test_a_text_without_an_address_has_its_link_once(direct: Direct) -> None:
    """In the citation, to be copied; below an annotation, which has none."""
    ask(direct, "Who composed the bass clef piece?")
    message = _cite(direct)
    assert message["text"].count("?start=v_") == 1
    annotation = _pressed(direct, message, SAY("cite-annotation-button"))
    assert annotation["text"].count("?start=v_") == 1
    assert SAY("cite-lasting", link="") in annotation["text"]


def test_an_answer_of_several_dates_offers_each_quote(direct: Direct) -> None:
    """By its date, in whatever form, and back; of the message replied to as well."""
    fees = {"2025-10-02": "Mooring costs 55 crowns.", "2025-03-03": "Mooring costs 40 crowns."}
    documents = [from_text(text, date=day, doc_id=day) for day, text in fees.items()]
    build(direct.parts.answering.library, documents, BagEncoder(), replace=False)
    direct.parts.answering.refresh()
    ask(direct, "What does mooring cost in crowns?")
    asked, view = direct.parts.memory.last(READER, READER), direct.parts.answering.view
    assert asked
    quotes = tuple(
        quote_in(direct.document(day), Span(0, len(text)), view) for day, text in fees.items()
    )
    asked.result = Answer(quotes, 0.9, 0.4, (), dated=True)
    assert direct.update
    assert direct.update.message
    answer = last(direct.during(show(direct.update.message, asked, SAY, direct.parts)))
    message = _cite(direct)
    assert "55 crowns" in message["text"]
    assert buttons(message)[:2] == ["• 2 October 2025", "3 March 2025"]
    _pressed(direct, message, "RIS")
    earlier = _pressed(direct, message, "3 March 2025")
    assert earlier["text"].startswith("TY  - ")
    assert "40 crowns" in earlier["text"]
    assert buttons(earlier)[:2] == ["2 October 2025", "• 3 March 2025"]
    direct.parts.taps = Taps()  # the next tap is some seconds later
    assert "55 crowns" in _pressed(direct, message, "2 October 2025")["text"]
    assert buttons(_cite(direct, reply_to=answer["message_id"]))[1] == "3 March 2025"


def test_an_answer_has_a_button_to_cite_it_where_there_is_room(direct: Direct) -> None:
    """No more than four stand under a quote: what it is judged by makes room, once it is."""
    answer = ask(direct, QUESTION)
    assert SAY("cite-button") not in buttons(answer)
    assert len(buttons(answer)) == MOST
    press(direct, answer, "👍")
    judged = shown(direct, answer)
    assert SAY("cite-button") in buttons(judged)
    press(direct, answer["message_id"], "context-button")
    assert SAY("cite-button") in buttons(shown(direct, answer))
    press(direct, answer["message_id"], "others-button")
    other = shown(direct, answer)
    assert len(buttons(other)) <= MOST + 1
    direct.press(READER, judged, SAY("cite-button"))
    assert last(direct.process())["text"].startswith(f"“{OPENED}")


def test_the_only_passage_found_can_be_cited_at_once(direct: Direct) -> None:
    """Beside being judged."""
    library = direct.parts.answering.library
    build(library, [from_text(OPENED, doc_id="only")], BagEncoder(), replace=True)
    direct.parts.answering.refresh()
    answer = ask(direct, QUESTION)
    assert buttons(answer) == [SAY("context-button"), SAY("cite-button"), "👍", "👎"]
    direct.press(READER, answer, SAY("cite-button"))
    assert last(direct.process())["text"].startswith(f"“{OPENED}")
    assert shown(direct, answer)["text"] == answer["text"]


def test_a_quote_that_has_moved_is_still_cited(direct: Direct) -> None:
    """While its words stand anywhere in the text."""
    ask(direct, QUESTION)
    message = _cite(direct)
    change(direct, "The bridge\n", "News comes first. Then more news.\n\nThe bridge\n")
    assert OPENED in _pressed(direct, message, "RIS")["text"]


def test_in_reply_to_what_somebody_wrote_there_is_no_quote_to_cite(direct: Direct) -> None:
    """Not the last answer to who asks, which that is not; a question of theirs has one."""
    direct.message(READER, f"/ask {QUESTION}", chat_id=GROUP)
    direct.process()
    said = direct.message(8, "Look at this", chat_id=GROUP)
    assert _cite(direct, chat_id=GROUP, reply_to=said)["text"] == SAY("cite-nothing")
    asked = direct.message(8, f"/ask {QUESTION}", chat_id=GROUP)
    direct.process()
    assert OPENED in _cite(direct, chat_id=GROUP, reply_to=asked)["text"]
