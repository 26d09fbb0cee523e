"""The line that says where a quote is from."""

from dataclasses import replace

from bot.answering import Label, Quote
from bot.telegram.composing import ChatText, Composer
from bot.telegram.source_line import add_source, source_of
from bot.telegram.texts import texts
from index.text import Document, Span

SAY = texts("en")
FSI, PDI, LRM, RLM = "\u2068", "\u2069", "\u200e", "\u200f"


def _document(text: str, **more: str) -> Document:
    return replace(Document("d", "A title", text), **more)  # type: ignore[arg-type]


def _whole(document: Document) -> Quote:
    span = Span(0, len(document.text))
    return Quote(document, span, span, "", label=Label.SURE)


def _added(quote: Quote, link: str | None) -> ChatText:
    message = Composer()
    add_source(message, quote, SAY, link)
    return message.done()


def test_a_source_says_nothing_twice_and_links_to_the_web_only() -> None:
    """A title that is the heading too; a file's address, which Telegram would refuse."""
    document = _document("One.", title="Here", url="file:///a")
    quote = Quote(document, Span(0, 4), Span(0, 4), "Here")
    assert _added(quote, None) == ChatText("\nHere")
    elsewhere = _added(quote, "https://t.me/bot?start=p_1_2_3_4")
    assert [(one.type, one.offset, one.length) for one in elsewhere.entities] == [
        ("text_link", 1, 4)
    ]


def test_a_text_without_title_is_named_by_what_it_is_known_by() -> None:
    """And a date that is none is shown as it was written."""
    document = _document("One.", title="", date="around 1900")
    assert source_of(_whole(document), SAY) == "d · around 1900"


def test_a_title_that_only_repeats_the_quote_is_named_where_nothing_else_is() -> None:
    """A date says more."""
    dated, bare = (_document("One is.", title="One…", date=date) for date in ("2025-10-02", ""))
    assert source_of(_whole(dated), SAY) == "2\u00a0October\u00a02025"
    assert source_of(_whole(bare), SAY) == "One…"


def test_what_is_written_from_right_to_left_is_kept_apart() -> None:
    """In a line of both ways each part stands by itself, and the reader's way begins it."""
    english = _document("One.", title="Harbour", date="2025-10-02", language="en")
    line = source_of(_whole(english), texts("ar"))
    day = "2\u00a0أكتوبر\u00a02025"
    assert line == f"{RLM}{FSI}Harbour{PDI} · {FSI}{day}{PDI} · {FSI}باللغة الإنجليزية{PDI}"
    arabic = _document("نعم.", title="الميناء", date="2025-10-02", language="ar")
    line = source_of(_whole(arabic), SAY)
    assert (
        line
        == f"{LRM}{FSI}الميناء{PDI} · {FSI}2\u00a0October\u00a02025{PDI} · {FSI}in Arabic{PDI}"
    )
    alone = source_of(_whole(arabic), texts("ar"))
    assert alone == "الميناء · 2\u00a0أكتوبر\u00a02025"
