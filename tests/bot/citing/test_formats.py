"""A quote in each format has its words, its source and its place, whatever they are made of."""

import html
import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering.answer import Quote
from bot.citing.formats import Format, cited
from index.text import Block, Document, Span

TEXT = "Rain fell. 50% of the {bridge} closed & nobody_crossed it #1. Then it stopped."
QUOTED = Span(11, 61)
URL = "https://example.org/a"
LINK = "https://t.me/bot?start=p_1_2_11_61"


def _quote(
    url: str | None = URL, date: str | None = "2025-10-02", title: str = "Bad news"
) -> Quote:
    document = Document("news.txt", title, TEXT, url, date, "en")
    return Quote(document, QUOTED, QUOTED, "")


def test_plain_text_names_the_source() -> None:
    """Words in quotation marks, title, date, and the link to the words."""
    words, source, address = cited(_quote(), Format.PLAIN).split("\n")
    assert words == f"“{QUOTED.of(TEXT)}”"
    assert source == "— Bad news, 2025-10-02"
    assert address.startswith(f"{URL}#:~:text=50%25")


@pytest.mark.parametrize(
    ("form", "named"),
    [
        (Format.PLAIN, "\n— Not yet open · Bad news, 2025-10-02\n"),
        (Format.MARKDOWN, "\n> — [Not yet open · Bad news](<"),
        (Format.BIBTEX, "\n  titleaddon = {Not yet open},\n"),
        (Format.RIS, f"\nN1  - “{QUOTED.of(TEXT)}” — Not yet open\n"),
        (Format.CSL_JSON, f"“{QUOTED.of(TEXT)}” — Not yet open"),
    ],
)
def test_the_heading_is_named(form: Format, named: str) -> None:
    """It may say that the words are denied; one that is the title is named once."""
    assert named in cited(replace(_quote(), heading="Not yet open"), form)
    assert cited(replace(_quote(), heading="Bad news"), form) == cited(_quote(), form)


def test_without_an_address_the_link_leads_back() -> None:
    """And without both there is none."""
    assert cited(_quote(None), Format.PLAIN, LINK).endswith(f"\n{LINK}")
    assert cited(_quote(None, None), Format.PLAIN).endswith("\n— Bad news")


def test_markdown_shows_what_the_text_says() -> None:
    """No sign of the text is taken for Markdown."""
    from markdown_it import MarkdownIt

    shown = MarkdownIt().render(cited(_quote(title="A [title] *"), Format.MARKDOWN))
    assert "50% of the {bridge} closed &amp; nobody_crossed it #1." in shown
    assert "A [title] *</a>, 2025-10-02" in shown
    assert "<blockquote>" in shown
    assert "<em>" not in shown


def test_bibtex_is_escaped() -> None:
    """What TeX would obey is a letter."""
    entry = cited(_quote(), Format.BIBTEX)
    assert entry.startswith(
        "@online{bad-news-2025-b7b726,\n  title = {{Bad news}},\n  date = {2025-10-02}"
    )
    words = (
        r"50\% of the \textbraceleft{}bridge\textbraceright{} closed \& nobody\_crossed it \#1."
    )
    assert f"annotation = {{{words}}}" in entry


# What Markdown, TeX or BibTeX may take for more than a letter, and what opens a line of a list.
SIGNS = [
    *"{}\\%&#_$~^*`<>[]()!|+-=.:;@\"'",
    "1",
    " ",
    "a",
    "é",
    "1. ",
    "- ",
    "&amp;",
    "~~~",
    "***",
]
WRITTEN = st.text(st.sampled_from("".join(SIGNS)), min_size=1, max_size=20).filter(str.strip)
OPENED = st.builds(str.__add__, st.sampled_from(SIGNS), WRITTEN)


def _of(words: str, title: str, url: str | None) -> Quote:
    whole = Span(0, len(words))
    return Quote(Document("x", title, words, url, "2025-10-02", "en"), whole, whole, "")


def _fields(entry: str) -> dict[str, str]:
    """The fields as BibTeX parts them: by braces, whatever stands before one."""
    fields, depth, at = {}, 0, 0
    for place, sign in enumerate(entry):
        depth += (sign == "{") - (sign == "}")
        assert depth >= 0
        if (sign, depth) == ("{", 2):
            at = place + 1
            name = entry[:place].rpartition(",")[2].strip(" =\n")
        elif (sign, depth) == ("}", 1) and at:
            fields[name] = entry[at:place]
    assert depth == 0
    return fields


def _read(field: str) -> str:
    """What TeX shows."""
    names = {"backslash": "\\", "asciitilde": "~", "asciicircum": "^", "braceleft": "{",
             "braceright": "}"}  # fmt: skip
    shown = re.compile(r"\\text([a-z]+)\{\}|\\(.)|([^\\{}&%$#_~^]+)|(.)")

    def sign(found: re.Match[str]) -> str:
        assert not found[4]
        return names[found[1]] if found[1] else found[2] or found[3]

    return shown.sub(sign, field)


@given(words=OPENED, title=OPENED)
def test_bibtex_reads_back(words: str, title: str) -> None:
    """Whatever signs the words and the title hold: braces are whole, and letters as they were."""
    fields = _fields(cited(_of(words, title, URL), Format.BIBTEX))
    assert _read(fields["annotation"]) == " ".join(words.split())
    assert _read(fields["title"].removeprefix("{").removesuffix("}")) == " ".join(title.split())


@given(words=OPENED, title=OPENED, url=st.sampled_from([None, URL, f"{URL}?a=1&copy;=<2>\\x"]))
def test_markdown_reads_back(words: str, title: str, url: str | None) -> None:
    """One paragraph of the words, one of the source, whatever signs they hold or begin with."""
    from markdown_it import MarkdownIt

    for reader in (MarkdownIt(), MarkdownIt("gfm-like", {"linkify": False})):
        shown = reader.render(cited(_of(words, title, url), Format.MARKDOWN))
        parts = re.fullmatch(
            r"<blockquote>\n<p>(.*)</p>\n"
            r"<p>— (?:<a href=\"([^\"]*)\">)?(.*?)(?:</a>)?, 2025-10-02</p>\n</blockquote>\n",
            shown,
        )
        assert parts, shown
        assert "<" not in parts[1] + parts[3]
        assert html.unescape(parts[1]) == " ".join(words.split())
        assert html.unescape(parts[3]) == " ".join(title.split())
        if url and url != URL:
            assert html.unescape(parts[2]).startswith(f"{URL}?a=1&copy;=%3C2%3E%5Cx")


def test_ris_has_a_tag_a_line() -> None:
    """The first says the kind, the last ends it."""
    lines = cited(_quote(), Format.RIS).split("\n")
    assert lines[0] == "TY  - ELEC"
    assert lines[-1] == "ER  - "
    assert "DA  - 2025/10/02" in lines
    assert f"N1  - “{QUOTED.of(TEXT)}”" in lines


def test_csl_json_is_an_item() -> None:
    """With date parts; what is not known is not there."""
    (item,) = json.loads(cited(_quote(), Format.CSL_JSON))
    assert (item["type"], item["issued"]) == ("webpage", {"date-parts": [[2025, 10, 2]]})
    (bare,) = json.loads(cited(_quote(None, None), Format.CSL_JSON))
    assert bare == {
        "id": "bad-news-b7b726",
        "type": "document",
        "title": "Bad news",
        "language": "en",
        "note": f"“{QUOTED.of(TEXT)}”",
    }


def test_an_annotation_finds_the_words_again() -> None:
    """By their place and by what stands around them."""
    made = json.loads(cited(_quote(), Format.ANNOTATION))
    assert made["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert made["target"]["source"] == URL
    quoting, place = made["target"]["selector"]
    assert TEXT[place["start"] : place["end"]] == quoting["exact"] == QUOTED.of(TEXT)
    assert quoting["prefix"] + quoting["exact"] + quoting["suffix"] in TEXT
    nowhere = json.loads(cited(_quote(None), Format.ANNOTATION))
    assert nowhere["target"]["source"] == "urn:verbatim:news.txt"


@pytest.mark.parametrize("form", list(Format)[:-1])
def test_a_quote_of_several_spans_says_what_is_left_out(form: Format) -> None:
    """An item comes with the line that introduces its list."""
    text = "To bring:\n\n- bread\n- salt"
    spans = [Span(0, 9), Span(11, 18), Span(19, 25)]
    kinds = ["paragraph", "item", "item"]
    blocks = tuple(
        Block(span, kind, 1)  # type: ignore[arg-type]
        for span, kind in zip(spans, kinds, strict=True)
    )
    quote = Quote(Document("list", "", text, blocks=blocks), spans[2], spans[2], "")
    written = cited(quote, form)
    shown = written.replace("\\", "")  # as Markdown is escaped
    assert ("To bring: […] - salt" in shown) or form is Format.ANNOTATION
    if form is Format.ANNOTATION:
        assert len(json.loads(written)["target"]) == 2


def test_each_document_has_a_key_of_its_own() -> None:
    """Though titles begin alike, or have no letters of the alphabet."""
    titles = ("库存", "消息", "The council of Corvane met", "The council of Corvane parted")
    documents = [
        Document(f"{title}.md", title, TEXT, None, "2025-10-02", "en") for title in titles
    ]
    quotes = [Quote(one, QUOTED, QUOTED, "") for one in documents]
    found = [json.loads(cited(quote, Format.CSL_JSON))[0]["id"] for quote in quotes]
    assert len(set(found)) == len(titles)
    assert all(re.fullmatch(r"[a-z][a-z0-9-]+", one) for one in found)
