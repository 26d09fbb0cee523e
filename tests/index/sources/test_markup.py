"""The walk over marked-up text: everything once, in order, in the block it stands in."""

import pytest

from index.sources.markup import fragment
from index.sources.questions import with_questions
from index.text import Part


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
    assert left_out == ()


def test_what_nobody_sees_is_no_text() -> None:
    """Scripts, styles, templates, hidden elements; but what a press opens is text."""
    hidden = (
        "<style>p {}</style><script>x</script><template>t</template><p hidden>h</p>"
        "<p style='color:red; display: none'>n</p><iframe>i</iframe><p class='sr-only'>s</p>"
    )
    assert texts(hidden + "<p>Seen.</p>") == ["Seen."]
    opened = "<button aria-controls='a' aria-expanded='false'>Fees</button><p id='a' hidden>40</p>"
    assert texts(opened) == ["Fees", "40"]


def test_what_was_struck_out_is_told() -> None:
    """A price that no longer holds is never quoted, and that there was one is said."""
    parts, left_out = fragment("<p>The fee is <del>40</del> <ins>50</ins> crowns.</p>")
    assert parts == (Part("The fee is 50 crowns."),)
    assert left_out == ("text that is struck out",)


@pytest.mark.parametrize(
    ("sheet", "line", "kept"),
    [
        ("", "<span style='color: red; text-decoration:line-through'>40</span>", []),
        ("", "<font style='text-decoration-line: underline line-through'>40</font>", []),
        (".c9 {color: red; text-decoration: line-through}", "<i class='c1 c9'>40</i>", []),
        ("p.old, td{text-decoration:line-through}", "<p class=old>40</p>", []),
        (".a .b>.c{text-decoration:line-through}",
         "<b class=a><b class=b><b class=c>40</b></b></b>", []),
        (".x{text-decoration:line-through}", "<tr><td>Fee<td class=x>40", ["Fee"]),
        (".x{text-decoration:line-through}", "<table><tr class=x><td>Fee<td>40</table>", []),
        (".x{text-decoration:line-through}", "<pre>pay <b class=x>40</b>now;</pre>", ["pay now;"]),
        (".x{text-decoration:line-through}.x{text-decoration:none}", "<p class=x>40", ["40"]),
        (".x{text-decoration:line-through}", "<p class=x style='text-decoration:none'>40", ["40"]),
        (".x:hover{text-decoration:line-through}", "<p class=x>40", ["40"]),
        ("@media print{.x{text-decoration:line-through}}", "<p class=x>40", ["40"]),
        ("@media screen{.x{text-decoration:line-through}}", "<p class=x>40", []),
        ("/* .x{ */ .y{content:'}'}.x{text-decoration:line-through}", "<p class=x>40", []),
        (".a > .c{text-decoration:line-through}",
         "<b class=a><b class=b><b class=c>40</b></b></b>", ["40"]),
    ],
)  # fmt: skip
def test_what_a_style_strikes_out_is_struck_out(sheet: str, line: str, kept: list[str]) -> None:
    """Its own or that of the page, as programs write it that know no `del`."""
    parts, left_out = fragment(f"<style>{sheet}</style>{line}")
    assert [part.text for part in parts] == kept
    assert left_out == (("text that is struck out",) if kept != ["40"] else ())


def test_what_is_struck_out_parts_what_is_around_it() -> None:
    """A paragraph that no longer holds does not join those before and after it."""
    struck = "<div>Open.<p style='text-decoration:line-through'>Shut.</p>Come in.</div>"
    assert texts(struck) == ["Open.", "Come in."]
    assert texts("<p>He said <q style='text-decoration:line-through'>no</q> yes.</p>") == [
        "He said yes."
    ]


@pytest.mark.parametrize(
    ("sheet", "more", "shown"),
    [
        (".x{display:none}", "", False),
        (".x{visibility : hidden !important}", "", False),
        (".x{display:none}", "<script type='application/ld+json'>{}</script>", False),
        (".x{display:none}", "<script src=a.js></script>", True),
        (".x{display:none}", "<b onclick='show()'></b>", True),
        (".x{display:none}#a:checked ~ .x{display:block}", "", True),
        (".b{display:block}.x{display:none}", "", False),
        ("@media (max-width:9em){.x{display:none}}", "", True),
    ],
)
def test_what_a_sheet_hides_is_hidden(sheet: str, more: str, shown: bool) -> None:
    """For good; what a script or another rule may show is text."""
    page = f"<style>{sheet}</style><p class='b x'>Preview.</p><p>Dear all.</p>{more}"
    parts, left_out = fragment(page)
    assert [part.text for part in parts] == ["Preview."] * shown + ["Dear all."]
    assert left_out == () if shown else ("hidden text",)


def test_a_tab_is_opened_by_a_press() -> None:
    """Whatever its page says of which panel belongs to which."""
    panels = "<div role=tabpanel>On Linux.</div><div role=tabpanel hidden>On Windows.</div>"
    assert fragment(panels) == ((Part("On Linux."), Part("On Windows.")), ())


def test_remarks_at_the_end_of_a_page_are_told_only() -> None:
    """As Google Docs exports them, with their marks; notes are written alike, and are text."""
    parts, left_out = fragment(
        "<p>It is 40<sup><a href='#ftnt1' id='ftnt_ref1'>[1]</a></sup> a day<sup>"
        "<a href='#cmnt1' id='cmnt_ref1'>[a]</a></sup>.</p>"
        "<div><p><a href='#ftnt_ref1' id='ftnt1'>[1]</a> Since May.</p></div>"
        "<div><p><a href='#cmnt_ref1' id='cmnt1'>[a]</a>Ask Ben.</p><p>Please.</p></div>"
    )
    assert [part.text for part in parts] == ["It is 40[1] a day.", "[1] Since May."]
    assert left_out == ("comments",)


def test_line_ends() -> None:
    """In prose a break is one, two are a new paragraph; a poem keeps its lines."""
    parts, _ = fragment("<p>The pier is<br>closed.<br><br>It opens<br/>in May.</p>")
    assert parts == (Part("The pier is\nclosed."), Part("It opens\nin May."))
    (poem,) = fragment("<p>The tide is out<br>The boats lie down<br>Nobody calls</p>")[0]
    assert poem == Part("The tide is out\nThe boats lie down\nNobody calls", "verse")
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


def test_hidden_text_is_named_and_what_a_template_shows_is_taken() -> None:
    """A template is a tree to copy from, or what is shown of the element around it."""
    kept, left_out = fragment(
        "<p>It is <span hidden>not </span>open.</p><div style='display: none'>No.</div>"
        "<template><p>Row</p></template><x-a><template shadowrootmode=open>Shown.</template></x-a>"
    )
    assert [part.text for part in kept] == ["It is open.", "Shown."]
    assert left_out == ("hidden text",)
