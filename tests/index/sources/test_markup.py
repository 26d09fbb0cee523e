"""The walk over marked-up text: everything once, in order, in the block it stands in."""

import pytest

from index.sources.markup import fragment
from index.sources.questions import with_questions
from index.text import Part
from tests.in_words import in_words


def texts(markup: str) -> list[str]:
    """The blocks' texts."""
    return [part.text for part in fragment(markup)[0]]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        (
            "<p>The pier was opened on <time>9 May 1934</time> by two pilots.</p>",
            "The pier was opened on 9 May 1934 by two pilots.",
        ),
        ("<p>It holds <output>740</output> tons.</p>", "It holds 740 tons."),
        ("<p>Press <button>Send</button> to apply.</p>", "Press Send to apply."),
        ("<p>The <label>berth</label> is free.</p>", "The berth is free."),
        ("<p>It weighs 10<sup>3</sup> tons.</p>", "It weighs 10³ tons."),
        ("<p>The 5<sup>th</sup> pier, M<sup>me</sup> Roux.</p>", "The 5th pier, Mme Roux."),
        ("<p>So x<sup>n+1</sup> of 10<sup>-3</sup>.</p>", "So x^(n+1) of 10⁻³."),
        ("<p>Filled with H<sub>2</sub>O.</p>", "Filled with H₂O."),
        ("<p>Built in 1893<sup><a href='#n2'>2</a></sup> of oak.</p>", "Built in 1893[2] of oak."),
        ("<p>It burnt.<sup>3,4</sup> Nobody died.</p>", "It burnt.[3,4] Nobody died."),
        ("<p>Lit.<sup>3</sup><sup>,</sup><sup>4</sup> It burnt.</p>", "Lit.[3],[4] It burnt."),
        ("<p>点灯した。<sup>3</sup>港は閉まる。</p>", "点灯した。[3]港は閉まる。"),
        (
            "<p>Lit in 1893<span class='footnote-ref'>2</span> by two.</p>",
            "Lit in 1893[2] by two.",
        ),
        ("<p><ruby>東<rt>とう</rt>京<rt>きょう</rt></ruby>港</p>", "東京(とうきょう)港"),
        ("<p><ruby>港<rp>（</rp><rt>みなと</rt><rp>）</rp></ruby></p>", "港（みなと）"),
        (
            "<p>The pier\r\n\tis <b>closed\nfor</b>\n the winter.</p>",
            "The pier is closed for the winter.",
        ),
        ("<p>He said <q>no</q>.</p>", "He said “no”."),
        ("<p>A <b>har</b>bour, <i>not</i> a bay.</p>", "A harbour, not a bay."),
        ("<p>Harbour<!-- no --> master</p>", "Harbour master"),
        ("<p><img alt='T'>he pier <img alt='A boat'> burnt.</p>", "The pier burnt."),
        ("<p>Ahoy <img class=emoji alt='⛵'>!</p>", "Ahoy ⛵!"),
        ("<p>One<span class='visually-hidden'>: </span>Two</p>", "One Two"),
        ("<p>Page<span class='pagenum'>[12]</span>d along.</p>", "Paged along."),
        ("<h2>Fees <a href='#fees'>¶</a></h2>", "Fees"),
        ("<h2>Fees<a href='#fees'>&#8203;</a></h2>", "Fees"),
        (
            "<p>So <math><msup><mi>x</mi><mn>2</mn></msup><mo>=</mo><mfrac><mi>a</mi><mn>3</mn>"
            "</mfrac><annotation>x^2</annotation></math>.</p>",
            "So x² = a/3.",
        ),
    ],
)
def test_what_stands_in_a_sentence_stays(markup: str, text: str) -> None:
    """Inline elements and what follows them; digits raised or of a note join no number."""
    assert texts(markup) == [text]


def test_everything_is_taken_once() -> None:
    """Text beside blocks, nested lists and tables, as the file nests them."""
    parts, left_out = fragment(
        "<div>Paid nine crowns.<p>He lived alone.</p></div>"
        "<ul><li>Stores:<ul><li>oil</li></ul></li></ul>"
        "<table><tr><th>Month</th></tr><tr><td>May</td></tr></table>"
        "<dl><dt>Quay</dt><dd>A wall.</dd></dl><section>End</section>"
    )
    assert parts == (
        Part("Paid nine crowns."),
        Part("He lived alone."),
        Part("Stores:", "item", 1),
        Part("oil", "item", 2),
        Part("Month", "row", 1),
        Part("May", "row", 2),
        Part("Quay", "item", 1),
        Part("A wall.", "item", 2),
        Part("End"),
    )
    assert in_words(left_out) == ()


def test_what_an_item_says_further_is_below_it() -> None:
    """So that it is quoted with what the item begins with; lists in it are deeper still."""
    parts, _ = fragment(
        "<ol><li><p>Fire.</p><p>In the ring:</p><ul><li>oak</li><li><p>ash</p><p>dry</p></li></ul>"
        "<p>By day.</p></li><li>Cars<br><br>Ask first.</li><li>Dogs<ul><li>large</li></ul></li>"
        "</ol>"
    )
    assert parts == (
        Part("1. Fire.", "item", 1),
        Part("In the ring:", "item", 2),
        Part("oak", "item", 3),
        Part("ash", "item", 3),
        Part("dry", "item", 4),
        Part("By day.", "item", 2),
        Part("2. Cars", "item", 1),
        Part("Ask first.", "item", 2),
        Part("3. Dogs", "item", 1),
        Part("large", "item", 2),
    )
    terms, _ = fragment("<dl><dt>Quay</dt><dd><p>A wall.</p><p>Of stone.</p></dd></dl>")
    assert [part.level for part in terms] == [1, 2, 2]


def test_line_ends() -> None:
    """In prose a break is one, two are a new paragraph; a poem keeps its lines."""
    parts, _ = fragment("<p>The pier is<br>closed.<br><br>It opens<br/>in May.</p>")
    assert parts == (Part("The pier is\nclosed."), Part("It opens\nin May."))
    (poem,) = fragment("<p>The tide is out<br>The boats lie down<br>Nobody calls</p>")[0]
    assert poem == Part("The tide is out\nThe boats lie down\nNobody calls", "verse")
    long = f"The following is forbidden {'in all parts of the park ' * 3}and beside it:"
    (rules,) = fragment(f"<p>{long}<br>Dogs<br>Balls<br>Fire</p>")[0]
    assert rules.kind == "verse"
    (stanza,) = fragment("<div class='stanza'>The tide is out,<br>the boats lie down.</div>")[0]
    assert stanza.kind == "verse"


@pytest.mark.parametrize(
    ("markup", "kind"),
    [
        ("<h3>Can I bring my dog?</h3><p>{}</p>", "paragraph"),
        ("<details><summary>Can I bring my dog?</summary>{}</details>", "paragraph"),
        ("<dl><dt>Can I bring my dog?</dt><dd>{}</dd></dl>", "paragraph"),
        ("<p><b>Can I bring my dog?</b></p><p>{}</p>", "paragraph"),
        ("<p>Can I bring my dog?</p><ul><li>{}</li></ul>", "item"),
        ("<p>Can I bring my dog?<br>{}</p>", "paragraph"),
        ("<h3><button aria-expanded='false'>Can I bring my dog?</button></h3><p>{}</p>",
         "paragraph"),
        (
            "<div itemtype='https://schema.org/Question'><span itemprop='name'>Can I bring my dog?"
            "</span><div itemprop='acceptedAnswer'>{}</div></div>",
            "paragraph",
        ),
    ],
)  # fmt: skip
def test_questions_stand_over_their_answers(markup: str, kind: str) -> None:
    """However a page marks up what is often asked."""
    question, answer = with_questions(fragment(markup.format("Only on a lead."))[0])
    assert question == Part("Can I bring my dog?", "question")
    assert (answer.text, answer.kind) == ("Only on a lead.", kind)


def test_marks_of_questions_are_no_part_of_them() -> None:
    """Nor of their answers."""
    told = fragment("<p>Q: Can I bring my dog?</p><p>A: Only on a lead.</p>")[0]
    assert with_questions(told) == [
        Part("Can I bring my dog?", "question"),
        Part("Only on a lead."),
    ]


def test_titles_and_speech_are_no_questions() -> None:
    """The page's own title that asks is a heading; who speaks does not ask the reader."""
    assert fragment("<h1>What is a quay?</h1><p>A wall.</p>")[0][0].kind == "heading"
    told = "<p>He looked up. Was that the ferry?</p><p>It was not.</p>"
    rained = "<p>It rained;</p><p>nobody came.</p>"
    speech = "<p>“Where to?”</p><p>He did not say.</p>"
    for story in (told, rained, speech):
        assert with_questions(fragment(story)[0])[0].kind == "paragraph"


def test_notes_are_notes() -> None:
    """Wherever they stand, without the sign that leads back."""
    notes = (
        "<section class='footnotes'><ol><li id='fn1'><p>See the log."
        "<a class='footnote-back' href='#r1'>↩</a></p></li></ol></section>"
    )
    assert fragment(notes)[0] == (Part("See the log.", "note"),)
    aside = "<aside epub:type='footnote'>Lost at sea.</aside>"
    assert fragment(aside)[0] == (Part("Lost at sea.", "note"),)


@pytest.mark.parametrize(
    ("note", "text"),
    [
        ("<aside class='footnote brackets' role='doc-footnote'><span class='label'>[<a role="
         "'doc-backlink' href='#id1'>1</a>]</span><p>See the log.</p></aside>",
         "[1] See the log."),
        ("<aside role='doc-footnote'><span class='label'>[1]</span> <span class='backrefs'>(<a "
         "role='doc-backlink' href='#a'>1</a>,<a role='doc-backlink' href='#b'>2</a>)</span> See.",
         "[1] See."),
        ("<p role='doc-footnote'><a role='doc-backlink' href='#id1'>12</a>. See the log.</p>",
         "12. See the log."),
        ("<p role='doc-footnote'>See pier 1. <a role='doc-backlink' href='#id1'>1</a></p>",
         "See pier 1."),
        ("<p role='doc-footnote'><a role='doc-backlink' href='#id1'>Back</a> See the log.</p>",
         "See the log."),
    ],
)  # fmt: skip
def test_a_note_keeps_what_it_is_called(note: str, text: str) -> None:
    """Though that is its way back, too; a way back that says only so is no text."""
    assert fragment(note)[0] == (Part(text, "note"),)


def test_a_source_keeps_its_name() -> None:
    """As docutils writes what a text cites."""
    source = (
        "<div class='citation' role='doc-biblioentry'><span class='label'><span>[</span><a "
        "role='doc-backlink' href='#id3'>Berg1999</a><span>]</span></span>\n<p>Harbours.</p></div>"
    )
    assert texts(source) == ["[Berg1999] Harbours."]


def test_preformatted_text() -> None:
    """Code keeps its lines; a letter set that way is prose."""
    code = "<pre><code>if tide:\n    wait()</code></pre>"
    assert fragment(code)[0] == (Part("if tide:\n    wait()", "code"),)
    letter = (
        "<pre>Dear harbour master, the pier has been\nclosed since May and nobody knows why.\n\n"
        "We ask you to open it again before\nthe summer comes to an end.</pre>"
    )
    assert [part.kind for part in fragment(letter)[0]] == ["paragraph", "paragraph"]


def test_what_is_beside_code_is_none_of_it() -> None:
    """Buttons to copy it, the numbers of its lines, what nobody sees."""
    code = (
        '<pre><code><span class="lineno">1</span>open(pier)\n<span class="lineno">2</span>close()'
        '</code><button>copy</button><span class="sr-only">End of code</span></pre>'
    )
    assert fragment(code)[0] == (Part("open(pier)\nclose()", "code"),)


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ('<span style="display:block">Oil</span><span style="top:0;display:block">Tar</span>',
         ["Oil", "Tar"]),
        ('<div>The fee is <div style="display:inline">nine</div> crowns.</div>',
         ["The fee is nine crowns."]),
    ],
)  # fmt: skip
def test_boxes_are_what_they_are_shown_as(markup: str, shown: list[str]) -> None:
    """Where the element itself says so."""
    assert texts(markup) == shown


def test_a_button_by_itself_says_nothing() -> None:
    """Nobody asks for the words on it."""
    assert texts("<button>Share</button><p>The pier.</p>") == ["The pier."]


def test_deep_nesting_is_walked() -> None:
    """Many elements in each other neither lose text nor end the reading."""
    assert texts("<div>" * 1500 + "The pier." + "</div>" * 1500) == ["The pier."]


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ("<ol><li>Fill in.</li><li>Send it.</li></ol>", ["1. Fill in.", "2. Send it."]),
        ("<ol start=5><li>e</li><li value=9>i</li><li>j</li></ol>", ["5. e", "9. i", "10. j"]),
        ("<ol reversed><li>one</li><li>two</li></ol>", ["2. one", "1. two"]),
        ("<ol type=a><li>x<ol type=I><li>y</ol><li><p>z</p><p>more</p></ol>",
         ["a. x", "I. y", "b. z", "more"]),
        ("<ol><li><h3>Apply</h3>Come.</li></ol>", ["1. Apply", "Come."]),
        ("<ol><li>1) own</li><li>Art. 2</li></ol>", ["1) own", "2. Art. 2"]),
        ("<ol><li>J. Smith</li><li>a) oil</li><li>C. difficile</li><li>10. October</li></ol>",
         ["1. J. Smith", "2. a) oil", "3. C. difficile", "4. 10. October"]),
        ("<ol type=a><li>(a) oil</li><li>a: tar</li></ol>", ["(a) oil", "b. a: tar"]),
        ("<ol style='list-style-type:lower-roman'><li>one</li><li>two</li></ol>",
         ["i. one", "ii. two"]),
        ("<ol class='upperalpha simple'><li>one</li></ol>", ["A. one"]),
        ("<ol style='list-style: none'><li>Home</li></ol>", ["Home"]),
        ("<nav><ol><li>Home</li></ol></nav><ul><li>free</li></ul>", ["Home", "free"]),
        ("<ol><li></li><li>two</li></ol><p>After.</p>", ["2. two", "After."]),
    ],
)  # fmt: skip
def test_items_are_numbered_as_they_are_shown(markup: str, lines: list[str]) -> None:
    """From where the list starts, in its letters; not where nothing is shown."""
    assert texts(markup) == lines


def test_menus_are_lists_and_their_buttons_nothing_to_read() -> None:
    """As HTML means them: items, or what one presses."""
    oil = "<menu><li>Lamp oil</li><li>Flour</li></menu>"
    assert fragment(oil)[0] == (Part("Lamp oil", "item", 1), Part("Flour", "item", 1))
    assert fragment("<menu><li><button>Save</button></li></menu>")[0] == ()


def test_elements_of_a_pages_own_making_are_not_glued_together() -> None:
    """They are boxes where no text is beside them, and words where there is."""
    boxes = "<x-card><x-name>Fuel</x-name><x-place>At the berth.</x-place></x-card>"
    assert [part.text for part in fragment(boxes)[0]] == ["Fuel", "At the berth."]
    assert fragment("<p>The <x-word>harbour</x-word>s are two.</p>")[0] == (
        Part("The harbours are two."),
    )
