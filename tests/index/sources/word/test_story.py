"""What a reader of a Word file sees is its text, wherever in the file it stands."""

from tests.in_words import in_words
from tests.index.sources.word.made import lines, p, run, told

TRACKED = "what tracked changes delete or move away (what they insert is taken)"


def test_a_tracked_insertion_is_text_and_a_deletion_is_none() -> None:
    """Text reads as if all changes were accepted, and the file says that it has some."""
    found = told(
        p(
            "Visitors may ",
            f"<w:ins>{run('not ')}</w:ins>",
            "<w:del><w:r><w:delText>never </w:delText></w:r></w:del>",
            "photograph the maps.",
        )
        + p(f"<w:moveFrom>{run('The pier closes at six.')}</w:moveFrom>")
        + p(f"<w:moveTo>{run('The pier closes at six.')}</w:moveTo>")
    )
    assert [part.text for part in found.parts] == [
        "Visitors may not photograph the maps.",
        "The pier closes at six.",
    ]
    assert in_words(found.left_out) == (TRACKED,)


def test_a_paragraph_whose_end_is_deleted_goes_on_in_the_next() -> None:
    """As it does on the screen when the change is accepted."""
    gone = "<w:rPr><w:del/></w:rPr>"
    for first in ("The fee is ", "The fee is"):
        assert lines(p(first, properties=gone) + p("nine crowns.")) == ["The fee is nine crowns."]


def test_content_controls_are_walked_through() -> None:
    """Around paragraphs and inside them."""
    inline = f"<w:sdt><w:sdtPr/><w:sdtContent>{run('14 March 2023')}</w:sdtContent></w:sdt>"
    block = p("The monthly rent is 740 euros.")
    assert lines(
        f"<w:sdt><w:sdtPr/><w:sdtContent>{block}</w:sdtContent></w:sdt>"
        + p("The lease begins on ", inline, " and runs for two years.")
    ) == [
        "The monthly rent is 740 euros.",
        "The lease begins on 14 March 2023 and runs for two years.",
    ]


def test_fields_show_their_results() -> None:
    """Simple ones, complex ones and those in the instruction of another, which are not shown."""
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    code = "<w:r><w:instrText>IF </w:instrText></w:r>"
    nested = begin + code + separate + run("12") + end
    assert lines(
        p("Deposit: ", '<w:fldSimple w:instr="REF a">', run("1480 euros"), "</w:fldSimple>", ".")
        + p("Deposit: ", begin, code, nested, separate, run("1480 euros"), end, ".")
    ) == ["Deposit: 1480 euros.", "Deposit: 1480 euros."]


def test_a_formula_in_a_field_is_what_it_shows() -> None:
    """It has no result; one that is not understood is named."""
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    code = "<w:r><w:instrText>EQ {}</w:instrText></w:r>"
    read = begin + code.format(r"\o\ad(\s\up 9(とうきょう),東京)") + end
    simple = r'<w:fldSimple w:instr="EQ \f(1,2)"/>'
    found = told(p("Read ", read, " here, ", simple, " hour."))
    assert [part.text for part in found.parts] == ["Read 東京(とうきょう) here, 1/2 hour."]
    assert in_words(found.left_out) == ()
    lost = told(p("Or ", begin, code.format(r"\o(O,/)"), end))
    assert in_words(lost.left_out) == ("formulas",)


def test_a_field_that_never_ends_swallows_nothing() -> None:
    """Of a damaged file only its own instruction is none of the text."""
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    code = "<w:r><w:instrText>REF fee </w:instrText></w:r>"
    lamp = p("The lamp is lit.")
    assert lines(p(run("It costs "), begin, run("nine crowns.")) + lamp) == [
        "It costs nine crowns.",
        "The lamp is lit.",
    ]
    for field in (begin + code, begin + code + separate):
        told = lines(p(run("It costs "), field, run("nine crowns.")) + lamp)
        assert told == ["It costs nine crowns.", "The lamp is lit."]
    unended = begin + code + separate + run("12")
    (told_once,) = lines(p("It costs ", begin, code, unended, code, separate, run("nine."), end))
    assert told_once == "It costs nine."


def test_boxes_of_forms_say_whether_they_are_ticked() -> None:
    """And lists what was chosen, though no run of text holds it."""
    form = '<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{}</w:ffData></w:fldChar></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    ticked = form.format("<w:checkBox><w:checked/></w:checkBox>") + end
    chosen = form.format(
        '<w:ddList><w:result w:val="1"/><w:listEntry w:val="north"/>'
        '<w:listEntry w:val="south"/></w:ddList>'
    )
    assert lines(p(ticked, " Pier: ", chosen, end)) == ["☒ Pier: south"]


def test_a_text_box_is_read_once() -> None:
    """Of the two ways that a file says it, after the paragraph it hangs on."""
    inside = f"<w:txbxContent>{p('Ring twice.')}</w:txbxContent>"
    both = (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{inside}</mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent>"
    )
    assert lines(p("At the gate ", f"<w:r>{both}</w:r>", "there is a bell.")) == [
        "At the gate there is a bell.",
        "Ring twice.",
    ]


def test_notes_follow_their_paragraph() -> None:
    """As notes; those that nothing refers to are named."""
    note = '<w:footnote w:id="{}">' + p("{}") + "</w:footnote>"
    found = told(
        p("Opened in 1893", '<w:r><w:footnoteReference w:id="2"/></w:r>', ".") + p("It stands."),
        footnotes=note.format(2, "Harbour Records.") + note.format(3, "Lost."),
    )
    assert [(part.text, part.kind) for part in found.parts] == [
        ("Opened in 1893.", "paragraph"),
        ("Harbour Records.", "note"),
        ("It stands.", "paragraph"),
    ]
    assert in_words(found.left_out) == ("notes that nothing in the text refers to",)
    endnote = "<w:endnote w:id='2'>" + p("Harbour Records.") + "</w:endnote>"
    marked = p("Opened in 1893", '<w:r><w:endnoteReference w:id="2"/></w:r>', ".") + p(
        "It stands."
    )
    assert told(marked, endnotes=endnote).parts == found.parts


def test_what_is_hidden_or_struck_out_is_named() -> None:
    """It is no text of the page; a switch that is off hides nothing."""
    found = told(
        p(
            run("Open ", '<w:vanish w:val="0"/>'),
            run("never ", "<w:vanish/>"),
            run("rarely ", "<w:strike/>"),
            run("daily."),
        )
    )
    assert found.parts[0].text == "Open daily."
    assert in_words(found.left_out) == ("hidden text", "text that is struck out")


def test_signs_and_raised_digits_stay_apart_from_the_letters() -> None:
    """10³ is not 103, and a sign of the font Symbol is no letter."""
    raised, lowered = (f'<w:vertAlign w:val="{one}script"/>' for one in ("super", "sub"))
    assert lines(
        p("10", run("3", raised), " tons of H", run("2", lowered), "O, the 5", run("th", raised))
        + p('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', "20 m")
        + p("well<w:noBreakHyphen/>", "<w:r><w:noBreakHyphen/></w:r>", "known")
    )[:2] == ["10³ tons of H₂O, the 5th", "≥20 m"]


def test_a_formula_is_written_on_one_line() -> None:
    """Fractions with their stroke, powers raised."""
    of = "<m:{0}><m:r><m:t>{1}</m:t></m:r></m:{0}>"
    fraction = f"<m:f>{of.format('num', 'a+b')}{of.format('den', 'c')}</m:f>"
    power = f"<m:sSup>{of.format('e', 'x')}{of.format('sup', '2')}</m:sSup>"
    equals = "<m:r><m:t>=</m:t></m:r>"
    assert lines(p(f"<m:oMath>{power}{equals}{fraction}</m:oMath>")) == ["x² = (a + b)/c"]


def test_comments_and_charts_are_named() -> None:
    """They say something that is not taken."""
    chart = "<c:chart xmlns:c='c' r:id='r1'/>"
    found = told(
        p("The lamp", '<w:r><w:commentReference w:id="1"/></w:r>', f"<w:r>{chart}</w:r>", ".")
    )
    assert (found.parts[0].text, in_words(found.left_out)) == (
        "The lamp.",
        ("comments", "charts"),
    )


def test_breaks_and_tabs_part_words() -> None:
    """Short lines that all begin anew are kept apart."""
    broken = "<w:r><w:br/></w:r>".join(run(one) for one in ("The Pilot", "Pier Road 4", "Harbour"))
    found = told(p(broken) + p("Name", "<w:r><w:tab/></w:r>", "Anna")).parts
    assert found[0] == ("The Pilot\nPier Road 4\nHarbour", "verse", 0)
    assert found[1].text == "Name Anna"


def test_a_mark_of_its_own_joins_no_number() -> None:
    """A note whose mark its writer chose leaves "1893" what it is."""
    mark = (
        '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        '<w:footnoteReference w:id="2" w:customMarkFollows="1"/><w:t>2</w:t></w:r>'
    )
    notes = f'<w:footnote w:id="2">{p("By two pilots.")}</w:footnote>'
    assert lines(p("Built in 1893", mark, " of oak."), footnotes=notes) == [
        "Built in 1893 of oak.", "By two pilots.",
    ]  # fmt: skip


def test_a_picture_in_a_line_parts_the_words_beside_it() -> None:
    """And nothing else: a mark after it stays where it is; one that floats parts nothing."""
    drawn = "<w:r><w:drawing><wp:{0}><a:graphic/></wp:{0}></w:drawing></w:r>"
    inline, floating = drawn.format("inline"), drawn.format("anchor")
    old = '<w:r><w:pict><v:shape style="width:9pt"><v:imagedata/></v:shape></w:pict></w:r>'
    assert lines(p(run("north"), inline, run("south"))) == ["north south"]
    assert lines(p(run("north"), old, run("south"))) == ["north south"]
    assert lines(p(run("the sign "), inline, run(". Then"))) == ["the sign . Then"]
    assert lines(p(run("har"), floating, run("bour"))) == ["harbour"]
    assert lines(p(inline)) == []


def test_a_large_first_letter_belongs_to_its_word() -> None:
    """Though it is a paragraph of its own in the file."""
    large = '<w:framePr w:dropCap="drop" w:lines="3"/>'
    assert lines(p(run("T"), properties=large) + p(run("he pier is old."))) == ["The pier is old."]
    assert lines(p(run("A"), properties=large) + p(run(" pier."))) == ["A pier."]
    framed = '<w:framePr w:w="300"/>'
    assert lines(p(run("Aside"), properties=framed) + p(run("Text."))) == ["Aside", "Text."]


def test_what_is_struck_out_in_a_drawing_is_left_out_and_said() -> None:
    """As in the text beside it."""
    gone = '<a:r><a:rPr strike="sngStrike"/><a:t>30 </a:t></a:r>'
    said = f"<a:r><a:t>The fee is </a:t></a:r>{gone}<a:r><a:t>40 euros.</a:t></a:r>"
    body = f"<wps:txBody><a:p>{said}</a:p></wps:txBody>"
    found = told(p(f"<w:r><w:drawing><wp:anchor>{body}</wp:anchor></w:drawing></w:r>"))
    assert [part.text for part in found.parts] == ["The fee is 40 euros."]
    assert in_words(found.left_out) == ("text that is struck out",)


def test_lines_of_a_drawing_stay_apart() -> None:
    """Also where only a break parts them."""
    said = "<a:r><a:t>North pier</a:t></a:r><a:br/><a:r><a:t>closed</a:t></a:r>"
    body = f"<wps:txBody><a:p>{said}</a:p></wps:txBody>"
    drawing = f"<w:r><w:drawing><wp:anchor>{body}</wp:anchor></w:drawing></w:r>"
    assert " ".join(lines(p(drawing))).split() == ["North", "pier", "closed"]
