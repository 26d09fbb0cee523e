"""What of marked-up text is left out: hidden, struck out, remarked."""

import pytest

from index.sources.markup import fragment
from index.text import Part
from tests.in_words import in_words


def texts(markup: str) -> list[str]:
    """The blocks' texts."""
    return [part.text for part in fragment(markup)[0]]


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
    assert in_words(left_out) == ("text that is struck out",)


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
    assert in_words(left_out) == (("text that is struck out",) if kept != ["40"] else ())


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
    assert in_words(left_out) == (() if shown else ("hidden text",))


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
    assert in_words(left_out) == ("comments",)


def test_hidden_text_is_named_and_what_a_template_shows_is_taken() -> None:
    """A template is a tree to copy from, or what is shown of the element around it."""
    kept, left_out = fragment(
        "<p>It is <span hidden>not </span>open.</p><div style='display: none'>No.</div>"
        "<template><p>Row</p></template><x-a><template shadowrootmode=open>Shown.</template></x-a>"
    )
    assert [part.text for part in kept] == ["It is open.", "Shown."]
    assert in_words(left_out) == ("hidden text",)
