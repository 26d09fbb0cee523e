"""Questions over their answers, where nothing in the file says that they are."""

import pytest

from index.sources.lines import parts_of_lines
from index.sources.markup import fragment
from index.sources.questions import with_questions
from index.text import Part

OPEN, COST = "When do you open?", "How much is it?"
AT_NINE, TWELVE = "At nine.", "Twelve crowns."


def kinds(text: str) -> list[tuple[str, str]]:
    """What the lines of a text are."""
    return [(part.text, part.kind) for part in with_questions(list(parts_of_lines(text)))]


@pytest.mark.parametrize(
    "text",
    [
        f"{OPEN}\n{AT_NINE}\n{COST}\n{TWELVE}",
        f"Q: {OPEN}\nA: {AT_NINE}\nQ: {COST}\nA: {TWELVE}",
        f"Q1. {OPEN}\nA1. {AT_NINE}\n\nQ2: {COST}\nA2: {TWELVE}",
        f"QUESTION: {OPEN}\nANSWER: {AT_NINE}\n\nVraag 2: {COST}\nAntwoord 2: {TWELVE}",
        f"- {OPEN}\n  {AT_NINE}\n- {COST}\n  {TWELVE}",
    ],
)
def test_many_pairs_without_a_line_between_them(text: str) -> None:
    """Each question over its answer, by turns or by marks, also of other languages."""
    assert [(one.strip(), kind) for one, kind in kinds(text)] == [
        (OPEN, "question"), (AT_NINE, "paragraph"),
        (COST, "question"), (TWELVE, "paragraph"),
    ]  # fmt: skip


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_numbers_stay_with_the_questions(gap: str) -> None:
    """They are words of the text; an answer may have several paragraphs."""
    text = f"1. {OPEN}{gap}{AT_NINE}\n\nIn winter at ten.\n\n2. {COST}{gap}{TWELVE}"
    assert kinds(text) == [
        (f"1. {OPEN}", "question"), (AT_NINE, "paragraph"), ("In winter at ten.", "paragraph"),
        (f"2. {COST}", "question"), (TWELVE, "paragraph"),
    ]  # fmt: skip


def test_pairs_of_a_page() -> None:
    """Lines of one paragraph, bold items, items over deeper ones."""
    lines = with_questions(fragment(f"<p>Q: {OPEN}<br>A: {AT_NINE}<br>Q: {COST}<br>A: x</p>")[0])
    assert [part.kind for part in lines] == ["question", "paragraph"] * 2
    bold = f"<ul><li><b>{OPEN}</b><p>{AT_NINE}</p></li></ul>"
    deep = f"<ul><li>{OPEN}<ul><li>{AT_NINE}</li></ul></li></ul>"
    for markup in (bold, deep):
        assert [part.kind for part in with_questions(fragment(markup)[0])] == ["question", "item"]


def test_initials_are_no_marks() -> None:
    """No letter is taken from a name."""
    for text in ("P. Smith came.\nR. Jones left.", "F. Lund asked.\n\nA. Berg said no."):
        assert " ".join(one for one, _ in kinds(text)).split() == text.split()
        assert {kind for _, kind in kinds(text)} <= {"paragraph", "verse"}


def test_a_story_asks_nobody() -> None:
    """A paragraph that asks, far from others that do, is one of the story; so is speech."""
    prose = [Part(f"The captain went down to the quay {day} times.") for day in range(12)]
    asked = [*prose, Part("Where had she gone?"), Part("Nobody knew."), *prose]
    assert with_questions(asked) == asked
    dialogue = [Part("— Où est-il ?"), Part("En mer."), Part("– Quand ?"), Part("Hier.")]
    assert with_questions(dialogue) == dialogue
    pairs = [Part(OPEN), Part(AT_NINE), Part(COST), Part(TWELVE)]
    told = with_questions([*prose, *pairs, *prose])
    assert [part.text for part in told if part.kind == "question"] == [OPEN, COST]
