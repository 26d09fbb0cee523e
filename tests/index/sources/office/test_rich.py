"""Rich text: every word that its pages show, once, in order."""

import pytest

from index.errors import SourceError
from index.sources import from_bytes
from index.text.blocks import GOES_ON
from index.text.documents import Document
from tests.in_words import in_words

HEAD = (
    rb"{\rtf1\ansi\ansicpg1252"
    rb"{\fonttbl{\f0 Arial;}{\f1\fcharset204 Arial;}{\f2\fcharset2 Symbol;}}"
    rb"{\stylesheet{\s1 heading 1;}{\s2\b Title;}}{\info{\title Rules of the pier}{\author Jo}}"
)


def _told(body: bytes) -> Document:
    (document,) = from_bytes("a.rtf", HEAD + body + b"}")
    return document


def _blocks(body: bytes) -> list[tuple[str, str, int]]:
    document = _told(body)
    return [(one.span.of(document.text), one.kind, one.level) for one in document.blocks]


def test_letters_of_every_kind() -> None:
    """Of Unicode with what older programs show instead, of a font's code page, of signs."""
    assert _told(
        rb"\f0\b The harbour\b0\par A berth costs 22 \u8364? a night, caf\'e9 included.\par"
        rb"\uc2\u8211\'96\'96\f1 \'cf\'f0\'e8\'f1\'f2\'e0\'ed\'fc\f0  {\f2\'b7} H{\sub 2}O,"
        b" 10{\\super 3} litres,\r\n the 5{\\super th}\\emdash all of it\\par"
    ).text == (
        "The harbour\n\nA berth costs 22 € a night, café included.\n\n"
        "–Пристань • H₂O, 10³ litres, the 5th—all of it"
    )


def test_what_is_withdrawn_is_told() -> None:
    """Deletions, hidden and struck out text, remarks; insertions are text as all other."""
    document = _told(
        rb"Visitors may {\deleted sometimes }{\revised not }photograph{\v me} {\strike the}maps"
        rb"{\*\annotation Who says so?}.\par"
    )
    assert document.text == "Visitors may not photograph maps."
    assert in_words(document.left_out) == (
        "text that tracked changes deleted", "hidden text", "text that is struck out", "comments",
    )  # fmt: skip
    assert document.title == "Rules of the pier"


def test_blocks_are_what_the_file_says() -> None:
    """Headings, items, tables, notes after their paragraph, boxes, what is on every page."""
    assert _blocks(
        rb"{\header\pard Harbour rules\par}"
        rb"{\footer\pard Page {\field{\*\fldinst PAGE}{\fldrslt 3}}}"
        rb"\pard\s1 Fees\par\pard Since 1950{\super\chftn{\footnote\pard {\super\chftn} By law.}}"
        rb" it is {\field{\*\fldinst{HYPERLINK http://x.test}}{\fldrslt{22 crowns}}}.\par"
        rb"{\listtext 1.\tab}oil\par{\pntext\f2\'b7\tab}{\ilvl1 rope\par}"
        rb"\trowd\trhdr\intbl Pier\cell Fee\cell\row\trowd\intbl North\par east\cell 22\cell\row"
        rb"\pard{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt In a box.\par}}{\pict\pngblip 8950}End.\par"
    ) == [
        ("Fees", "heading", 1),
        ("Since 1950 it is 22 crowns.", "paragraph", 0),
        ("By law.", "note", 0),
        ("1. oil", "item", 1),
        ("rope", "item", 2),
        ("Pier | Fee", "row", 1),
        ("North east | 22", "row", 2),
        ("In a box.", "paragraph", 0),
        ("End.", "paragraph", 0),
        ("Harbour rules", "note", 0),
    ]


def test_a_formula_in_a_field_is_what_it_shows() -> None:
    """It has no result, or one for programs that do not know it; what is unknown is named."""
    field = rb"{\field{\*\fldinst { EQ %s}}{\fldrslt {%s}}}"
    ruby = field % (rb"\\* \"Font:\u26126\'3f\" \\o\\al(\\s\\up 10(\u12392\'3f),\u26481\'3f)", b"")
    document = _told(rb"Read " + ruby + b", " + field % (rb"\\f(1,2)", b"half") + rb" hour.\par")
    assert (document.text, in_words(document.left_out)) == ("Read 東(と), 1/2 hour.", ())
    lost = _told(b"Or " + field % (rb"\\o(O,/)", b""))
    assert in_words(lost.left_out) == ("formulas",)


def test_groups_in_groups_end() -> None:
    """A file of braces is refused in one line."""
    with pytest.raises(SourceError, match="more than 500 groups"):
        from_bytes("a.rtf", b"{\\rtf1 " + b"{" * 100_000)


def test_a_file_that_is_cut_off_keeps_its_last_words() -> None:
    """Though no brace closes them."""
    (document,) = from_bytes("a.rtf", b"{\\rtf1 {\\b The lamp is lit.\\par It burns")
    assert document.text == "The lamp is lit.\n\nIt burns"


def test_a_table_in_a_table_keeps_its_rows() -> None:
    """In its place among what the cells around it hold; not what older programs show."""
    inner = (
        rb"\pard\intbl\itap2 oil\nestcell 9\nestcell{\*\nesttableprops\trowd\nestrow}"
        rb"\pard\intbl\itap2 rope\nestcell 12\nestcell{\*\nesttableprops\trowd\nestrow}"
        rb"{\nonesttables\par}"
    )
    assert _blocks(
        rb"\trowd\pard\intbl North\cell Stores:\par" + inner + rb"\pard\intbl and more\cell\row"
    ) == [
        ("North", "paragraph", 0),
        ("Stores:", "paragraph", 0),
        ("oil | 9", "row", 0),
        ("rope | 12", "row", 0),
        ("and more", "paragraph", 0),
    ]


def test_rows_say_which_cells_reach_down_and_none_is_lost() -> None:
    """Not those of a row that the file forgets to end, before text or its own end."""
    assert _blocks(
        rb"\trowd\clvmgf\cellx1\cellx2\intbl North\cell Monday\cell\row"
        rb"\trowd\clvmrg\cellx1\cellx2\intbl\cell Friday\cell\row"
        rb"\trowd\intbl South\cell Sunday\cell\pard Closed.\par\trowd\intbl East\cell never\cell"
    ) == [
        ("North | Monday", "row", 0),
        ("| Friday", "row", GOES_ON),
        ("South | Sunday", "row", 0),
        ("Closed.", "paragraph", 0),
        ("East | never", "row", 0),
    ]


def test_what_is_there_twice_is_read_once() -> None:
    """A box for older programs and newer ones, Unicode beside a code page; formulas are named."""
    document = _told(
        rb"Ice{\shp{\*\shpinst{\shptxt In a box.\par Or two.}}"
        rb"{\shprslt{\*\do{\dptxbxtext In a box.}}}} is{\upr{ NOT}{\*\ud{ \u1085?\u1077?\u1090?}}}"
        rb" {\f2\u-3913?\u-3900?} 4{\mmath{\*\moMath{\mf{\mnum 1}{\mden 2}}}}.\par"
    )
    assert document.text == "Ice is нет •⊗ 4.\n\nIn a box.\n\nOr two."
    assert in_words(document.left_out) == ("formulas",)


def test_signs_of_a_font_of_signs_are_what_they_draw() -> None:
    """By their code in it, or where Unicode keeps such; those of an unknown font are named."""
    fonts = rb"{\fonttbl{\f3\fcharset2 Wingdings;}{\f4\fcharset2 Webdings;}}"
    document = _told(fonts + rb"{\f2 abc\u-3999?} {\f3\'fc} done {\f4 x}\par")
    assert document.text == "αβχα ✓ done"
    assert in_words(document.left_out) == ("signs of an unknown font",)
    fonts = rb"{\fonttbl{\f3\fcharset2{\*\panose 05050102}Standard Symbols L;}"
    fonts += rb"{\f4\fcharset2 ZapfDingbats;}}"
    fonts += rb"{\*\listtable{\listlevel{\leveltext\'01\u-3929 ?;}}}"
    document = _told(fonts + rb"{\f3 61 b} m {\f4 4\'ad\'d5} berth\par")
    assert document.text == "61 β m ✔②→ berth"
    assert not in_words(document.left_out)


@pytest.mark.parametrize(
    ("head", "letters"),
    [
        (rb"\mac", rb"lanc\'8e, qu\'d5il"),
        (rb"\ansi\ansicpg10000", rb"lanc\'8e, qu\'d5il"),
        (rb"\pca", rb"lanc\'82, qu'il"),
        (rb"\ansi\ansicpg65001", rb"lanc\'c3\'a9, qu\'e2\'80\'99il"),
    ],
)
def test_a_file_may_be_in_another_set_than_that_of_windows(head: bytes, letters: bytes) -> None:
    """Of the Macintosh, of DOS, or in UTF-8."""
    file = rb"{\rtf1" + head + rb"\deff0 Le bateau est " + letters + b"}"
    (document,) = from_bytes("a.rtf", file)
    assert document.text.replace("’", "'") == "Le bateau est lancé, qu'il"
