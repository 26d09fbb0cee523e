"""`/verify`: words in a message, in another one, or in the next; and what the verdict shows."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from bot.telegram.asking.verdicts import MOST_PLACES, MOST_SPELT
from bot.telegram.texts import LANGUAGES, texts
from index.building import build
from index.sources import from_text
from index.text import Document
from tests.bot.telegram.asking.ways import OPENED, READER, last, shown
from tests.bot_api.direct import GROUP, Direct, said
from tests.bot_api.limits import Json, Refused
from tests.bot_api.user import buttons
from tests.doubles import BagEncoder

SAY = texts("en")


def _verified(direct: Direct, words: str, **more: Any) -> Json:
    direct.message(READER, f"/verify {words}".strip(), **more)
    return last(direct.process())


def _have(direct: Direct, *documents: Document) -> None:
    """These texts beside the others."""
    build(direct.parts.answering.library, documents, BagEncoder(), replace=False)
    direct.parts.answering.refresh()


def _marked(message: Json, kind: str) -> list[str]:
    data = message["text"].encode("utf-16-le")
    return [
        data[2 * one["offset"] : 2 * (one["offset"] + one["length"])].decode("utf-16-le")
        for one in message["entities"]
        if one["type"] == kind
    ]


def test_words_that_stand_there_are_shown_in_their_sentence(direct: Direct) -> None:
    """With source, date and link; what was pasted is bold."""
    message = _verified(direct, "opened on 4 may 1987 by “Queen Margrethe”")
    assert message["text"].startswith(SAY("verify-verbatim"))
    assert _marked(message, "blockquote") == [OPENED]
    assert _marked(message, "bold")[1:] == ["opened on 4 May 1987 by Queen Margrethe"]
    assert "1\u00a0March\u00a02024" in message["text"]
    assert _marked(message, "text_link")
    assert SAY("verify-apart", what=SAY("verify-capitals")) in message["text"]
    assert SAY("context-button") in buttons(message)
    assert "👍" not in buttons(message)


def test_differences_are_struck_and_underlined(direct: Direct) -> None:
    """The gravest is spelt out above the sentence."""
    message = _verified(
        direct, OPENED.replace("1987", "1978").replace("was opened", "was never opened")
    )
    assert message["text"].startswith(SAY("verify-almost"))
    assert _marked(message, "strikethrough") == ["1987"]
    assert _marked(message, "underline") == ["never", "1978"]
    negation = SAY("verify-negation", change=SAY("verify-added", pasted="never"))
    number = SAY("verify-number", change=SAY("verify-changed", stored="1987", pasted="1978"))
    _, first, second, *_ = message["text"].split("\n")
    assert (first, second) == (negation, number)


def test_what_is_pasted_before_the_words_is_underlined(direct: Direct) -> None:
    """And the words that it turns round are not the whole message."""
    message = _verified(direct, f"It is false that {OPENED[0].lower()}{OPENED[1:]}")
    assert message["text"].startswith(SAY("verify-almost"))
    assert _marked(message, "underline") == ["It is false that"]
    assert _marked(message, "blockquote") == [f"It is false that {OPENED}"]


def test_a_negation_that_is_left_out_is_struck(direct: Direct) -> None:
    """Before the words, and where a mark hides it."""
    _have(direct, from_text("No dogs are allowed on the lawn. Cats are not welcome.", doc_id="d"))
    message = _verified(direct, "dogs are allowed on the lawn. Cats are […] welcome.")
    assert message["text"].startswith(SAY("verify-almost"))
    assert _marked(message, "strikethrough") == ["No", "not"]
    assert _marked(message, "blockquote") == [
        "No dogs are allowed on the lawn. Cats are […] not welcome."
    ]


def test_much_that_was_added_does_not_hide_the_words(direct: Direct) -> None:
    """Both its ends are shown, and that there is more between."""
    added = " ".join(f"word{number:03}" for number in range(300))
    message = _verified(direct, f"{added} {OPENED}")
    (one,) = _marked(message, "underline")
    assert one.startswith("word000 ")
    assert " […] " in one
    assert one.endswith(" word299")
    assert _marked(message, "blockquote") == [f"{one} {OPENED}"]


def test_the_text_goes_on_around_a_verdict(direct: Direct) -> None:
    """The button below it shows the sentence, and then more."""
    message = _verified(direct, "312 metres long and carries two railway tracks")
    direct.press(READER, message, SAY("context-button"))
    direct.process()
    wide = shown(direct, message)["text"]
    assert "It is 312 metres long and carries two railway tracks." in wide
    assert OPENED in wide


def test_pieces_are_shown_each(direct: Direct) -> None:
    """How many they are, and where each stands."""
    message = _verified(direct, f"{OPENED} She never heard it played.")
    assert message["text"].startswith(SAY("verify-stitched", count=2))
    assert len(_marked(message, "blockquote")) == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_many_pieces_the_first_are_shown(direct: Direct, language: str) -> None:
    """And it is said how many are not."""
    say = texts(language)
    pieces = [OPENED, "She never heard it played."] * 4
    message = _verified(direct, " ".join(pieces), language=language)
    assert message["text"].startswith(say("verify-stitched", count=8))
    assert len(_marked(message, "blockquote")) == MOST_PLACES
    assert message["text"].endswith(say("verify-more", count=3))


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_several_quotes_those_that_are_nowhere_are_named(direct: Direct, language: str) -> None:
    """Beside the one that stands there, which would else be taken for what is wrong."""
    say, false = texts(language), "Pineapple pizza has many calories"
    message = _verified(direct, f"“{false}” and “{OPENED}”", language=language)
    first, second, third, *_ = message["text"].split("\n")
    assert (first, second) == (say("verify-almost"), say("verify-quoted"))
    assert third == say("verify-nowhere", pasted=false)
    assert _marked(message, "blockquote") == [OPENED]


def test_of_many_quotes_that_are_nowhere_the_first_are_named(direct: Direct) -> None:
    """And a mark says that there are more."""
    false = [f"Pineapple{number} pizza{number} calories{number}" for number in range(5)]
    message = _verified(direct, f"“{OPENED}” and {' and '.join(f'“{one}”' for one in false)}")
    named = [SAY("verify-nowhere", pasted=one) for one in false[:MOST_SPELT]]
    assert message["text"].split("\n")[2 : 3 + MOST_SPELT] == [*named, "[…]"]


def test_words_that_are_nowhere(direct: Direct) -> None:
    """Said in a line, without buttons."""
    message = _verified(direct, "Pineapple pizza has many calories, they say.")
    assert message["text"] == SAY("verify-absent")
    assert "reply_markup" not in message


def test_the_words_of_another_message(direct: Direct) -> None:
    """In reply to it; of one of the bot's own only what it quotes."""
    other = direct.message(READER + 1, f"They wrote: “{OPENED}”", chat_id=GROUP)
    found = _verified(direct, "", chat_id=GROUP, reply_to=other)
    assert found["text"].startswith(SAY("verify-verbatim"))
    assert SAY("verify-quoted") in found["text"]
    own = _verified(direct, "", chat_id=GROUP, reply_to=found["message_id"])
    assert own["text"].startswith(SAY("verify-verbatim"))
    assert SAY("verify-quoted") not in own["text"]


def test_the_words_of_the_next_message(direct: Direct) -> None:
    """Once; what comes after it is a question again."""
    assert _verified(direct, "")["text"] == SAY("verify-usage")
    direct.message(READER, OPENED)
    assert said(direct.process()).startswith(SAY("verify-verbatim"))
    direct.message(READER, OPENED)
    assert SAY("verify-verbatim") not in said(direct.process())


def test_in_a_group_the_next_words_reply_to_the_bot(direct: Direct) -> None:
    """What else is said there is let be."""
    asked = _verified(direct, "", chat_id=GROUP)
    direct.message(READER, OPENED, chat_id=GROUP)
    assert direct.process() == []
    direct.message(READER, OPENED, chat_id=GROUP, reply_to=asked["message_id"])
    assert said(direct.process()).startswith(SAY("verify-verbatim"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_judges(direct: Direct, language: str) -> None:
    """In its own words, around the words of the text."""
    say = texts(language)
    message = _verified(direct, OPENED.replace("1987", "1978"), language=language)
    assert message["text"].startswith(say("verify-almost"))
    assert _marked(message, "blockquote")[0].startswith("The Lindholm Bridge")


def test_a_very_long_place_fits_a_message(direct: Direct) -> None:
    """Cut, and marked so."""
    lamps = ", ".join(f"lamp number {number} of polished brass" for number in range(1, 110))
    message = _verified(direct, lamps)
    assert message["text"].startswith(SAY("verify-verbatim"))
    assert len(message["text"]) < 4_096
    assert "[…]" in message["text"]


def test_in_a_library_of_rubbish_nothing_is_called_absent(direct: Direct, tmp_path: Path) -> None:
    """Something went wrong, which is said, for questions as for words."""
    (database,) = (tmp_path / "library").glob("*.sqlite")
    size = database.stat().st_size
    with database.open("r+b") as file:  # the same file, which is open
        file.write(b"\xa5" * size)
    assert _verified(direct, OPENED)["text"] == SAY("failed")
    direct.message(READER, "When was the Lindholm Bridge opened?")
    assert said(direct.process()) == SAY("failed")


def test_more_differences_than_a_message_marks(direct: Direct) -> None:
    """Telegram takes a hundred entities: what is left out has its mark, and the source stays."""
    names = [f"lamp{number:03}" for number in range(200)]
    _have(direct, from_text(f"Along the quay burn {' and '.join(names)} all night.", doc_id="l"))
    pasted = [f"no{name}" if number % 2 else name for number, name in enumerate(names)]
    message = _verified(direct, f"Along the quay burn {' and '.join(pasted)} all night.")
    assert message["text"].startswith(SAY("verify-almost"))
    assert 95 < len(message["entities"]) <= 100
    assert _marked(message, "strikethrough") == ["lamp"] * 32
    assert _marked(message, "underline") == ["nolamp"] * 31
    (shown,) = _marked(message, "blockquote")
    assert shown.startswith("Along the quay burn lamp000 and lamp nolamp001 and lamp002")
    assert shown.endswith(" […]")


@pytest.mark.parametrize("language", LANGUAGES)
def test_places_of_long_titles_fit_a_message(direct: Direct, language: str) -> None:
    """Each with its source and as much of its words as there is room for."""
    say, title = texts(language), "🎻 A regulation of the harbour " * 6
    sentences = [" ".join(f"word{place}{number:03}" for number in range(80)) for place in range(5)]
    documents = (
        from_text(f"{one}.", title=f"{number} {title}", doc_id=str(number), date="2024-03-01")
        for number, one in enumerate(sentences)
    )
    _have(direct, *documents)
    pasted = "\n".join(f"“{one} never NOT{number}”" for number, one in enumerate(sentences))
    message = _verified(direct, pasted, language=language)
    assert message["text"].startswith(say("verify-stitched", count=5))
    places = _marked(message, "blockquote")
    assert [one.split()[0] for one in places] == [f"word{place}000" for place in range(5)]
    assert all(one.endswith(" […]") for one in places)
    assert [f"{number} 🎻 A reg" in message["text"] for number in range(5)] == [True] * 5


@pytest.mark.parametrize("command", [True, False], ids=["command", "next"])
def test_a_verdict_is_on_the_words_as_they_are_corrected(direct: Direct, command: bool) -> None:
    """In its place; what was deleted meanwhile is said again."""
    wrong = OPENED.replace("4 May", "5 May")
    if not command:
        direct.message(READER, "/verify")
        direct.process()
    before = "/verify " if command else ""
    sent = direct.message(READER, f"{before}{wrong}")
    verdict = last(direct.process())
    assert verdict["text"].startswith(SAY("verify-almost"))
    direct.edit(READER, sent, f"{before}{OPENED}")
    (call,) = direct.process()
    assert call.method == "editMessageText"
    now = shown(direct, verdict)
    assert now["text"].startswith(SAY("verify-verbatim"))
    assert _marked(now, "strikethrough") == []
    direct.fail_next("editMessageText", Refused(400, "Bad Request: message to edit not found"))
    direct.edit(READER, sent, f"{before}{wrong}")
    direct.process()
    assert direct.shown(READER)[-1]["text"].startswith(SAY("verify-almost"))


def test_a_verdict_is_let_be_where_there_are_no_words_to_verify(direct: Direct) -> None:
    """None, or another command."""
    sent = direct.message(READER, f"/verify {OPENED}")
    direct.process()
    for words in ("/verify", f"/aks {OPENED}"):
        direct.edit(READER, sent, words)
        assert direct.process() == []


def test_words_corrected_while_they_are_verified_have_one_verdict(direct: Direct) -> None:
    """On what they say in the end."""
    wrong = OPENED.replace("4 May", "5 May")

    async def together() -> None:
        sent = direct.message(READER, f"/verify {wrong}")
        first = asyncio.create_task(direct.application.process_update(direct.update))
        await asyncio.sleep(0)
        direct.edit(READER, sent, f"/verify {OPENED}")
        await asyncio.gather(first, direct.application.process_update(direct.update))

    direct.during(together())
    (verdict,) = direct.shown(READER)
    assert verdict["text"].startswith(SAY("verify-verbatim"))
