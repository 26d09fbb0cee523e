"""A quote in each format has its words, its source and its place, whatever they are made of."""

import json
import re

import pytest

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
    assert r"annotation = {50\% of the \{bridge\} closed \& nobody\_crossed it \#1.}" in entry


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
