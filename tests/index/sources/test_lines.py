"""Lines of plain text: what is prose, a list, verse, a question; what is no text."""

import textwrap

import pytest

from index.sources.lines import parts_of_lines
from index.sources.questions import with_questions
from index.text import composed, normalised, split
from index.text.documents import Document

PROSE = (
    "The harbour office keeps the book of all ships that come and go. It is open to everybody "
    "who asks for it at the window on the quay. Captains have to sign it within two hours of "
    "their coming, and they may not leave before they have signed it once more. Whoever forgets "
    "pays ten crowns. In winter, when the ice is thick, nobody has to sign anything at all."
)


def told(text: str) -> list[tuple[str, str, int]]:
    """The parts, as they become blocks."""
    parts = with_questions(list(parts_of_lines(text)))
    return [(part.text.strip(), part.kind, part.level) for part in parts]


@pytest.mark.parametrize("columns", [40, 48, 55, 60, 66, 72])
def test_no_sentence_is_cut_where_an_editor_wrapped_it(columns: int) -> None:
    """Every sentence of a text wrapped by hand is whole, at any width."""
    paragraphs = [PROSE, PROSE.replace("ships", "small boats"), "Short at last. And done."]
    text = "\n\n".join(textwrap.fill(one, columns) for one in paragraphs)
    stored, blocks = composed(parts_of_lines(text))
    assert stored == text
    document = Document("d", "D", stored, language="en", blocks=blocks)
    sentences = [" ".join(s.of(stored).split()) for p in split(document) for s in p.sentences]
    whole = [f"{one}." for line in paragraphs for one in line.removesuffix(".").split(". ")]
    assert sentences == whole


def test_poems_and_addresses_keep_their_lines() -> None:
    """Each line is one to quote, and none of another paragraph's."""
    address = "Harbour office\n12 Quay Street\n4000 Port Lund"
    poem = "The sea is grey\nThe boats are gone\nThe night is long\nNo lamp is lit"
    assert told(f"{PROSE}\n\n{address}\n\n{poem}\n\n{PROSE}") == [
        (PROSE, "paragraph", 0),
        (address, "verse", 0),
        (poem, "verse", 0),
        (PROSE, "paragraph", 0),
    ]


def test_verse_of_even_lines_is_no_prose_and_prose_of_capitals_no_verse() -> None:
    """Lines of verse often end with a mark; those of prose begin with capitals by chance."""
    poem = (
        "The evening rocked the earth to sleep,\nAnd on the mountains hung the night;\n"
        "Already stood in cloaks of mist\nThe giant oak, a towered height,\n"
        "Where out of every bush and hedge\nA hundred eyes of darkness light."
    )
    assert told(poem) == [(poem, "verse", 0)]
    prose = (
        "Der Hafenmeister Friedrich Graf von Sternberg-\n"
        "Oldendorf bestimmte im Januar, dass kleine\n"
        "Boote frei anlegen. Die Nacht kostet 3,50 Mark\n"
        "Wasser inbegriffen, so die Verordnung vom\n"
        "April. Hunde sind an der Leine zu führen."
    )
    assert told(prose) == [(prose, "paragraph", 0)]


def test_a_form_has_a_line_for_each_thing() -> None:
    """Nothing glues a deadline to what stands above and below it."""
    text = "How to apply\nDeadline: 5 May 2025\nSend the form by post to the harbour office."
    assert told(text) == [(text, "verse", 0)]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (
            "Can I bring my dog to the boat museum?",
            "Only on a lead, and not into the hall with the wooden boats.",
        ),
        ("Puis-je venir avec mon chien ?", "Oui, mais tenu en laisse."),
        ("Darf mein Hund mit?", "Nur an der Leine."),
        ("可以带狗吗？", "可以，但必须拴绳。"),
        ("هل يمكنني إحضار كلبي؟", "نعم، ولكن بمقود."),
        ("Μπορώ να φέρω τον σκύλο μου;", "Μόνο με λουρί."),
    ],
)
def test_a_question_stands_above_its_answer(question: str, answer: str) -> None:
    """In one paragraph with it, above it, by marks or as a heading; never as a sentence of it."""
    asked, answered = (question, "question", 0), (answer, "paragraph", 0)
    more = ("More about it is at the office.", "paragraph", 0)
    assert told(f"{question}\n{answer}\n\n{more[0]}") == [asked, answered, more]
    assert told(f"{question}\n\n{answer}\n\n{more[0]}") == [asked, answered, more]
    assert told(f"## {question}\n\n{answer}") == [(question, "heading", 2), answered]
    marked = told(f"Q: {question}\nA: {answer}\n\nQ: {question}\nA: {answer}")
    assert marked == [asked, answered] * 2


def test_prose_that_asks_stays_prose() -> None:
    """A question at the end of a line that was wrapped, one in speech, one that ends a text."""
    text = "They came to the old harbour at night; who would open it?\nNobody, as it turned out."
    wrapped = textwrap.fill(f"{PROSE} Who would have thought it? {PROSE}", 60)
    for whole in (wrapped, f"{wrapped}\n\n“Who is there?”\n\n“The captain.”"):
        assert {kind for _, kind, _ in told(whole)} == {"paragraph"}
    assert told("It rained all day;\n\nNobody came.")[0][1] != "question"
    assert told("It is open.\n\nBut for whom?")[-1] == ("But for whom?", "paragraph", 0)
    assert text


def test_words_parted_by_a_soft_hyphen_are_one() -> None:
    """At the end of a line they are no two words."""
    (part,) = parts_of_lines("Die Hafen\u00ad\n  gebühr steigt.")
    assert part.text == "Die Hafengebühr steigt."


def test_bullets_that_touch_their_item_begin_one() -> None:
    """As in Japanese, and where text was copied out of Word."""
    for text in ("料金に含まれるもの：\n・水\n・見張り", "The fee covers:\n•water\n•a watchman"):
        assert [part.kind for part in parts_of_lines(text)] == ["paragraph", "item", "item"]


@pytest.mark.parametrize("sign", [*"→➔➤►▶✓✔✅✗✘❌☐☑☒❖", "✔\ufe0f"])
def test_arrows_ticks_and_boxes_begin_items(sign: str) -> None:
    """As bullets do; what is allowed or not is in the sign, which stays."""
    text = f"Rules of the park:\n{sign} Dogs\n{sign} Balls\n{sign}Kites"
    assert told(text) == [
        ("Rules of the park:", "paragraph", 0),
        (f"{sign} Dogs", "item", 1),
        (f"{sign} Balls", "item", 1),
        (f"{sign}Kites", "item", 1),
    ]


def test_an_indented_paragraph_below_an_item_goes_on_with_it() -> None:
    """It is of that item, and no introduction of the next."""
    text = (
        "Forbidden are:\n\n1. Open fire\n\n   It may be lit in the ring.\n\n   Ask the warden.\n\n"
        "2. Washing cars\n\nThe lake is open.\n\n    Nobody swims."
    )
    assert told(text) == [
        ("Forbidden are:", "paragraph", 0),
        ("1. Open fire", "item", 1),
        ("It may be lit in the ring.", "item", 2),
        ("Ask the warden.", "item", 2),
        ("2. Washing cars", "item", 1),
        ("The lake is open.", "paragraph", 0),
        ("Nobody swims.", "paragraph", 0),
    ]


def test_lists_with_what_introduces_them() -> None:
    """Items stand apart, deeper ones deeper, and lines that go on stay with theirs."""
    text = "The fee covers:\n- the berth\n- water and\n  light\n  1. by day\n  2. at night"
    assert told(text) == [
        ("The fee covers:", "paragraph", 0),
        ("- the berth", "item", 1),
        ("- water and\n  light", "item", 1),
        ("1. by day", "item", 2),
        ("2. at night", "item", 2),
    ]


@pytest.mark.parametrize("first", ["", "    "])
def test_a_number_or_dash_at_the_beginning_of_a_line_is_no_item_in_a_sentence(first: str) -> None:
    """Only a line that begins something is one: a day, or a thought between dashes, is not."""
    text = (
        "The lighthouse stands where the current runs strongest, and it was lit on 3. October "
        "1871 for the first time. The keeper of those years – he came from the mainland in May – "
        "wrote down every ship that he saw pass the bar, and he saw many of them – all – pass."
    )
    for columns in range(38, 73):
        assert told(textwrap.fill(text, columns, initial_indent=first)) == [
            (textwrap.fill(text, columns, initial_indent=first).strip(), "paragraph", 0)
        ], columns
    assert [kind for _, kind, _ in told("Bring with you\n- a lamp\n\nOr\n1. oil\n2. rope")] == [
        "paragraph", "item", "paragraph", "item", "item",
    ]  # fmt: skip


@pytest.mark.parametrize("stamp", ["[10:1{}:33]", "[01.03.24, 10:1{}:33]", "01/03/2024, 10:1{} -"])
def test_a_line_with_its_time_begins_anew(stamp: str) -> None:
    """However evenly lines of a chat are filled, and whatever ends the one before."""
    said = ("Anna: the meeting begins at nine,", "Ben: who has the keys of the door",
            "Anna: they hang in the north hall", "Ben: and the crane waits until May")  # fmt: skip
    lines = [f"{stamp.format(at)} {one}" for at, one in enumerate(said)]
    assert told("\n".join(lines)) == [("\n".join(lines), "verse", 0)]


def test_drawn_lines_are_no_text() -> None:
    """Under a line they make it a heading, elsewhere they part."""
    text = "The harbour\n===========\n\nIt is old.\n\nThe fee\n----\nIt is low.\n\n---\n\nThe end."
    assert told(text) == [
        ("The harbour", "heading", 1),
        ("It is old.", "paragraph", 0),
        ("The fee", "heading", 2),
        ("It is low.", "paragraph", 0),
        ("The end.", "paragraph", 0),
    ]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\u0085"])
def test_every_sign_of_a_line_s_end_is_one(end: str) -> None:
    """A text of any system is read as that of any other: not a letter of it is lost."""
    text = f"{textwrap.fill(PROSE, 60)}\n\nRoses are red,\nViolets are blue.\n\n- One\n- Two\n"
    assert told(text.replace("\n", end)) == told(text)
    assert composed(parts_of_lines(text.replace("\n", end)))[0] == text.strip()


def test_every_word_is_taken_once() -> None:
    """Whatever the blocks, the words of the text are those of the file, in order."""
    text = f"{PROSE}\n\n- a b\n\t- c\n\nQ: d?\nA: e\n\n# f\ng\n\n1. h\ni j k\n\nl\nm\nn, o\np"
    stored, _ = composed(parts_of_lines(text))
    for mark in ("# ", "Q: ", "A: "):
        text = text.replace(mark, "")
    assert stored.split() == normalised(text).split()
    initials = "A. Lund built it.\n\nWho is F. Lund?\nC. Lund asked.\n\nA: none"
    assert composed(parts_of_lines(initials))[0].split() == initials.split()


def test_what_closes_a_heading_is_no_part_of_it_and_a_letter_is() -> None:
    """As CommonMark has it: signs that close it stand by themselves."""
    assert told("# Learning C#\n\n## The F# key ##") == [
        ("Learning C#", "heading", 1),
        ("The F# key", "heading", 2),
    ]
