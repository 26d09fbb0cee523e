"""A quote with its source, as people and other programs write one down.

BibTeX (https://ctan.org/pkg/biblatex), RIS (the tags of EndNote and Zotero), CSL-JSON
(https://github.com/citation-style-language/schema) and the Web Annotation Data Model
(https://www.w3.org/TR/annotation-model/), whose positions count code points, as ours do.
"""

import hashlib
import re
import unicodedata
from collections.abc import Callable
from enum import IntEnum
from typing import Any
from urllib.parse import quote as percent_encode

from bot.answering import LEFT_OUT, Quote, is_web, quotations, text_fragment
from index.foreign import as_json, label
from index.text import Document, Span

# So many code points before and after the words tell them from the same words elsewhere.
CONTEXT = 32
JSON_INDENT = 2


class Format(IntEnum):
    """How a quote is written down; the numbers are written into buttons."""

    PLAIN = 0
    MARKDOWN = 1
    BIBTEX = 2
    RIS = 3
    CSL_JSON = 4
    ANNOTATION = 5
    CARD = 6
    """The picture: `card`."""


def cited(quote: Quote, form: Format, link: str | None = None) -> str:
    """The quote with its source; `link` leads to it where its document has no address.

    Raises KeyError for `CARD`.
    """
    return _WRITTEN[form](quote, _address(quote, link))


def _address(quote: Quote, link: str | None) -> str:
    url = quote.document.public_url
    return label(text_fragment(url, quote.span.of(quote.document.text)) if url else link or "")


def _words(quote: Quote) -> str:
    """What is quoted, in one line, with a mark where words are left out."""
    text = quote.document.text
    return f" {LEFT_OUT} ".join(" ".join(span.of(text).split()) for span in quotations(quote))


def _named(document: Document) -> str:
    return label(document.title or document.public_id)


def _under(quote: Quote) -> str:
    """The heading above the words, which may deny them; none where it is what names the source."""
    heading = label(quote.heading)
    return "" if heading == _named(quote.document) else heading


def _place(quote: Quote) -> str:
    return " · ".join(one for one in (_under(quote), _named(quote.document)) if one)


def _noted(quote: Quote) -> str:
    return " — ".join(one for one in (f"“{_words(quote)}”", _under(quote)) if one)


def _plain(quote: Quote, address: str) -> str:
    source = ", ".join(one for one in (_place(quote), quote.document.date or "") if one)
    return f"“{_words(quote)}”\n— {source}" + (f"\n{address}" if address else "")


def _markdown(quote: Quote, address: str) -> str:
    document = quote.document
    name = _MARKED.sub(r"\\\g<0>", _place(quote))
    source = f"[{name}](<{_target(address)}>)" if address else name
    words = _OPENING.sub(r"\1\\\2", _MARKED.sub(r"\\\g<0>", _words(quote)))
    quoted = f"> {words}"
    return f"{quoted}\n>\n> — {source}" + (f", {document.date}" if document.date else "")


def _bibtex(quote: Quote, address: str) -> str:
    document = quote.document
    fields = {
        "title": f"{{{_tex(_named(document))}}}",
        "titleaddon": _tex(_under(quote)),
        "date": _tex(document.date or ""),
        "url": _encoded(address, "{}\\"),
        "langid": _tex(document.language or ""),
        "annotation": _tex(_words(quote)),
    }
    lines = "".join(f",\n  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@online{{{_key(document)}{lines}\n}}"


def _ris(quote: Quote, address: str) -> str:
    document = quote.document
    tags = [
        ("TY", "ELEC" if address else "GEN"),
        ("TI", _named(document)),
        ("DA", (document.date or "").replace("-", "/")),
        ("PY", (document.date or "")[:4]),
        ("LA", document.language or ""),
        ("UR", address),
        ("N1", _noted(quote)),
        ("ER", ""),
    ]
    kept = ((tag, " ".join(value.split())) for tag, value in tags if value or tag == "ER")
    return "\n".join(f"{tag}  - {value}" for tag, value in kept)


def _csl(quote: Quote, address: str) -> str:
    document = quote.document
    parts = [int(part) for part in (document.date or "").split("-") if part.isdecimal()]
    item: dict[str, Any] = {
        "id": _key(document),
        "type": "webpage" if address else "document",
        "title": _named(document),
        "issued": {"date-parts": [parts]} if parts else None,
        "language": document.language,
        "URL": address,
        "note": _noted(quote),
    }
    return as_json([{name: value for name, value in item.items() if value}], JSON_INDENT)


def _annotation(quote: Quote, address: str) -> str:
    document = quote.document
    known = document.public_url
    url = known if known and is_web(known) else None
    source = url or f"urn:verbatim:{percent_encode(document.public_id, safe='')}"
    targets = [
        {"source": source, "selector": _selectors(document.text, span)}
        for span in quotations(quote)
    ]
    return as_json(
        {
            "@context": "http://www.w3.org/ns/anno.jsonld",
            "type": "Annotation",
            "motivation": "highlighting",
            "target": targets if len(targets) > 1 else targets[0],
        },
        JSON_INDENT,
    )


def _selectors(text: str, span: Span) -> list[dict[str, Any]]:
    return [
        {
            "type": "TextQuoteSelector",
            "exact": span.of(text),
            "prefix": text[max(0, span.start - CONTEXT) : span.start],
            "suffix": text[span.end : span.end + CONTEXT],
        },
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
    ]


def _key(document: Document) -> str:
    """A name for the source that every program takes: letters, digits, hyphens.

    It ends with some of the name's hash: titles begin alike, or have none of those letters.
    """
    plain = unicodedata.normalize("NFKD", _named(document)).encode("ascii", "ignore").decode()
    words = re.findall(r"[A-Za-z0-9]+", plain)[:3] or ["quote"]
    own = hashlib.blake2b(
        document.doc_id.encode("utf-8", "surrogatepass"), digest_size=3
    ).hexdigest()
    year = [document.date[:4]] if document.date else []
    return "-".join([*words, *year, own]).lower()


def _target(address: str) -> str:
    """An address as Markdown takes it between angle brackets: `&` may begin a named letter."""
    return _encoded(address, "<>\\ ").replace("&", "\\&")


def _encoded(address: str, letters: str) -> str:
    return address.translate({ord(one): f"%{ord(one):02X}" for one in letters})


def _tex(text: str) -> str:
    return _TEX_SPECIAL.sub(lambda found: _TEX[found[0]], text)


# What Markdown (CommonMark) and TeX would read as more than a letter. Some signs make a list, a
# rule or a heading of a line that they open.
_MARKED = re.compile(r"[\\`*_{}\[\]<>#|~&]")
_OPENING = re.compile(r"^(\d*)([-+=]|(?<=\d)[.)])")
_TEX_SPECIAL = re.compile(r"[\\{}&%$#_~^]")
# BibTeX counts braces, also where a backslash stands before them.
_TEX = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}
_WRITTEN: dict[Format, Callable[[Quote, str], str]] = {
    Format.PLAIN: _plain,
    Format.MARKDOWN: _markdown,
    Format.BIBTEX: _bibtex,
    Format.RIS: _ris,
    Format.CSL_JSON: _csl,
    Format.ANNOTATION: _annotation,
}
