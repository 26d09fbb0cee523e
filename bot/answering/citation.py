"""What a source is called, and links to the exact sentence of a web page.

The links are those of WICG, "URL Fragment Text Directives".
"""

from urllib.parse import quote as percent_encode
from urllib.parse import urlsplit

from bot.answering.answer import Quote

# A longer quote is named by its first and last words: browsers cut long addresses.
_WHOLE = 150
_WORDS = 5
_LETTERS = 15


def names_of(quote: Quote) -> list[str]:
    """What its source is called: its heading, its title, and those of others with its words.

    A title that is only a text's first words is named where there is nothing else, and not if
    those words are quoted anyway; so there may be no name.
    """
    first = quote.document
    own = [name for name in (quote.heading, first.stated_title) if name]
    if not own and not (first.title and first.title.removesuffix("…") in quote.text):
        own = [first.title or first.public_id]
    return list(dict.fromkeys([*own, *(one.title or one.public_id for one in quote.also)]))


def is_web(url: str) -> bool:
    """Whether a browser opens the address: http or https, with a host and without white space."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and len(url.split()) == 1


def text_fragment(url: str, quote: str) -> str:
    """`url` with a fragment that makes a browser scroll to `quote` and mark it.

    Only addresses of the web (`is_web`) take one; another comes back as it is.
    """
    if not is_web(url):
        return url
    text = " ".join(quote.split())
    parts = [text] if len(text) <= _WHOLE else [_edge(text, first=True), _edge(text, first=False)]
    directive = ",".join(_encoded(part) for part in parts)
    return f"{url}{'' if '#' in url else '#'}:~:text={directive}"


def _edge(text: str, first: bool) -> str:
    """The first or last words; letters, where words are not parted by spaces."""
    words = text.split(" ")
    if len(words) > 2 * _WORDS:
        return " ".join(words[:_WORDS] if first else words[-_WORDS:])
    return text[:_LETTERS] if first else text[-_LETTERS:]


def _encoded(part: str) -> str:
    # A hyphen marks the parts of a directive, so unlike in other addresses it is encoded too.
    return percent_encode(part, safe="").replace("-", "%2D")
