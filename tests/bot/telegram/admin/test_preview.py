"""What was understood, shown before anything changes."""

from dataclasses import replace

import pytest

from bot.telegram.admin.changes import Change, Kind
from bot.telegram.admin.preview import OPENING, buttons, preview, words_in
from bot.telegram.texts import texts
from index.sources import from_text
from index.text import Document, LeftOut, Missing
from tests.bot_api.direct import Direct
from tests.bot_api.process import ADMIN

SAY = texts("en")
ZOO = from_text(
    "# Zoo\n\nThe Ansbach zoo bought its first giraffe in 1931. It was called Wilhelmine.",
    date="2023-05-06",
    doc_id="zoo",
)


def _change(*documents: Document, place: int = 0, language: str = "en") -> Change:
    return Change(ADMIN, 5, Kind.ADD, 1, language, documents, place=place)


def _lines(direct: Direct, change: Change) -> list[str]:
    return preview(direct.parts.answering.view, change).text.splitlines()


def test_all_that_is_known_of_a_text_is_shown(direct: Direct) -> None:
    """Title, day, language, words, how it begins, and how to correct it."""
    head, title, facts, *opening, hint = _lines(direct, _change(ZOO))
    assert (head, title) == (SAY("understood"), "Zoo")
    assert facts == "6 May 2023 · English · 14 words"
    assert opening == ZOO.text.replace("\n\n", "\n").splitlines()
    assert hint == SAY("understood-hint")


def test_what_is_not_known_is_said_to_be_so(direct: Direct) -> None:
    """And in the admin's language."""
    unknown = replace(ZOO, date=None, language=None)
    say = texts("de")
    facts = _lines(direct, _change(unknown, language="de"))[2]
    assert facts == f"{say('no-date')} · {say('no-language')} · 14 Wörter"


def test_what_was_left_out_is_named(direct: Direct) -> None:
    """All that the loader could not take."""
    missing = (LeftOut(Missing.PICTURES, count=2), LeftOut(Missing.SAID, "a broken page"))
    damaged = replace(ZOO, left_out=missing)
    assert SAY("understood-left-out", what="2 pictures; a broken page") in _lines(
        direct, _change(damaged)
    )


def test_a_text_of_a_name_that_is_taken_says_so(direct: Direct) -> None:
    """It takes the place of the other, and the button says that too; the same text is known."""
    view = direct.parts.answering.view
    change = _change(replace(ZOO, doc_id="harbour"))
    assert SAY("understood-replaces", title="Harbour report") in _lines(direct, change)
    assert buttons(view, change).inline_keyboard[0][0].text == SAY("replace-button")
    same = view.document("harbour")
    assert same
    assert SAY("understood-same") in _lines(direct, _change(same))


def test_a_long_text_is_cut(direct: Direct) -> None:
    """After its first lines, with a sign that it goes on."""
    many = "\n\n".join(f"Line {number} of the text." for number in range(99))
    *_, first, second, _, last, _ = _lines(direct, _change(from_text(many)))[:8]
    assert (first, second, last) == (
        "Line 0 of the text.",
        "Line 1 of the text.",
        "Line 3 of the text.",
    )
    opening = _lines(direct, _change(from_text("word " * 1_000)))[3]
    assert len(opening) == OPENING
    assert opening.endswith("…")


def test_several_texts_are_shown_one_by_one(direct: Direct) -> None:
    """With buttons to the one before and after, and which it is of how many."""
    three = [from_text(f"Text {n} is here.", f"T{n}") for n in range(3)]
    view, turns = direct.parts.answering.view, []
    for place in range(3):
        change = _change(*three, place=place)
        head, title, *_ = _lines(direct, change)
        assert head == SAY("understood-of", number=place + 1, total=3)
        assert title == f"T{place}"
        turns.append([one.text for one in buttons(view, change).inline_keyboard[2]])
    assert turns == [["▶"], ["◀", "▶"], ["◀"]]


def test_replacing_one_text_offers_not_to_replace_all(direct: Direct) -> None:
    """Two different actions never stand side by side."""
    view = direct.parts.answering.view
    one = replace(_change(replace(ZOO, doc_id="music")), doc_id="music")
    assert len(buttons(view, one).inline_keyboard[0]) == 1
    first = buttons(view, _change(ZOO)).inline_keyboard[0]
    assert [button.text for button in first] == ["Add", "Replace all 4 texts"]


@pytest.mark.parametrize(
    ("text", "words"),
    [("", 0), ("two words", 2), ("l'été 2025", 3), ("特朗普决定", 5), ("A 中 B", 3), ("Ночь.", 1)],
)
def test_words_are_counted_in_any_script(text: str, words: int) -> None:
    """Letters, where no words are parted."""
    assert words_in(text) == words
