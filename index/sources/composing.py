"""What a loader read becomes a document: normalised, with a title, a day and a language."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import cast

from index.errors import SourceError, Trouble
from index.foreign import label
from index.sources.dates import day
from index.sources.groups import grouped
from index.sources.loader import Extracted, Unreadable, require_bounded
from index.sources.naming import is_title
from index.sources.questions import with_questions
from index.text import Block, Document, composed, detect, normalised

# The most of a first line that stands for a title, in code points.
LONGEST_TITLE = 60
# A language is told by so many stretches of a text, each of so many code points.
_PROBES, _PROBE = 8, 250


def document_of(name: str, found: Extracted) -> Document:
    """The document called `name`; raises SourceError when there is no text in it, or too much.

    And where what was read says why it is none.
    """
    if found.why:
        raise SourceError(name, found.why, found.trouble)
    try:
        require_bounded(found)
    except Unreadable as error:
        raise SourceError(name, str(error), error.trouble) from error
    text, blocks = composed(grouped(with_questions(found.parts)))
    if not any(character.isalnum() for character in text):
        raise SourceError(name, "there is no text in it", Trouble.NO_TEXT)
    own = label(normalised(found.title or ""))
    return Document(
        doc_id=identity(name),
        title=own if is_title(own) else label(_called(text, blocks) or _stem(name) or name),
        text=text,
        url=label(found.url or "") or None,
        date=day(found.date),
        language=_spoken(text) or language_code(found.language),
        blocks=blocks,
        left_out=found.left_out,
    )


def identity(name: str) -> str:
    """The `doc_id` that a name makes: one line that can be shown and typed."""
    return label(normalised(name)) or "unnamed"


def _called(text: str, blocks: Sequence[Block]) -> str:
    """The first line that is no row, as far as it is no longer than a title; "" of rows alone."""
    first = next((one.span for one in blocks if one.kind != "row"), None)
    line = text[first.start : first.end].split("\n", 1)[0].strip() if first else ""
    if len(line) <= LONGEST_TITLE:
        return line
    return line[:LONGEST_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def _stem(name: str) -> str:
    """The name of a file without its folders and its suffix."""
    return re.split(r"[/\\]", name)[-1].rsplit(".", 1)[0]


def _spoken(text: str) -> str | None:
    """The language of most of the text: of a book its licence may be in another."""
    step = max(len(text) // _PROBES, 1)
    probes = [text[at : at + _PROBE] for at in range(0, len(text), step)]
    return detect(" ".join(probes)) if len(text) > _PROBES * _PROBE else detect(text)


def language_code(declared: str | None) -> str | None:
    """The two letters of a declared language (`de-CH`, `EN_us`, `deu`); None for anything else."""
    found = re.match(r"([a-z]{2,3})(?![a-z])", (declared or "").strip().lower())
    if not found:
        return None
    code = _aliases().get(found[1], found[1])
    return code if len(code) == 2 and code in _languages() else None


@lru_cache(maxsize=1)
def _aliases() -> Mapping[str, str]:
    """Codes of three letters that have one of two (CLDR)."""
    from babel.core import get_global

    return cast(Mapping[str, str], get_global("language_aliases"))


@lru_cache(maxsize=1)
def _languages() -> Mapping[str, str]:
    """The languages there are, by code (CLDR)."""
    from babel import Locale

    return Locale("en").languages
