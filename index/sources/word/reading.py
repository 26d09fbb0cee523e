"""A Word file becomes a document: its body, then what stands on every page, and what it is."""

import posixpath
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from index.errors import Trouble
from index.sources.loader import Extracted, File, Unreadable
from index.sources.markup import fragment
from index.sources.naming import title_or_heading
from index.sources.tree import characters
from index.sources.word.fields import OF_PAGES
from index.sources.word.package import Package, child, local, value
from index.sources.word.story import Story, Surroundings
from index.sources.word.styles import Styles
from index.text import LeftOut, Missing, Part

# When the template was made that python-docx starts every document from.
_TEMPLATES = {"2013-12-23T23:15:00Z"}
_SEPARATORS = {"separator", "continuationSeparator", "continuationNotice"}
_PAGES = {".html", ".htm", ".xhtml"}


def read(file: File) -> list[Extracted]:
    """Text, title, date and language; raises Unreadable, and what zipfile and lxml do."""
    package = Package(file.data)
    if not package.has(package.main):
        raise Unreadable("a Word file without its text", Trouble.DAMAGED)
    around = Surroundings(package, Styles(package))
    body = package.xml(package.main)
    parts = [*_parts(body, package, around)]
    title, date, language = _about(package)
    for path in package.damaged:
        around.leave(LeftOut(Missing.DAMAGED_PART, posixpath.basename(path)))
    return [
        Extracted(
            tuple(_joined(parts)),
            _title(body, around) or title_or_heading(title, parts),
            date,
            language,
            left_out=tuple(around.left_out),
        )
    ]


def _parts(body: Any, package: Package, around: Surroundings) -> Iterator[Part]:
    """The body, and once what stands at the edges of its pages."""
    around.notes = _notes(package)
    around.read_other = lambda path: _other(package, path, around)
    main = Story(body, around, package.related(package.main)).parts
    yield from main
    if any(_says(note) for note, _ in around.notes.values()):
        around.leave(LeftOut(Missing.NOTES))
    seen = {part.text for part in main}
    for path, root in (*package.others("header"), *package.others("footer")):
        for part in Story(root, around, package.related(path), OF_PAGES).parts:
            if part.text not in seen and any(one.isalpha() for one in part.text):
                seen.add(part.text)
                yield part._replace(kind="note", level=0)


def _says(element: Any) -> bool:
    """Whether there is text in it."""
    return any((text.text or "").strip() for text in element.iter("{*}t"))


def _notes(package: Package) -> dict[Any, Any]:
    """Footnotes and endnotes, each by its kind and id, with the relations of their part."""
    found = {}
    for kind in ("footnote", "endnote"):
        for path, root in package.others(f"{kind}s"):
            relations = package.related(path)
            for note in root.iterfind(f"{{*}}{kind}"):
                if value(note, "type") not in _SEPARATORS:
                    found[kind, value(note, "id")] = (note, relations)
    return found


def _other(package: Package, path: str, around: Surroundings) -> list[Part]:
    """The blocks of a whole file that is to be shown in the text."""
    suffix = posixpath.splitext(path)[1].lower()
    if package.has(path) and suffix == ".docx":
        (inner,) = read(File(path, package.bytes(path)))
        parts, left_out = inner.parts, inner.left_out
    elif package.has(path) and suffix in _PAGES:
        parts, left_out = fragment(characters(File(path, package.bytes(path))))
    else:
        kept = suffix.lstrip(".").upper()
        left = LeftOut(Missing.PART, kept) if kept else LeftOut(Missing.OTHER_PART)
        parts, left_out = (), (left,)
    for what in left_out:
        around.leave(what)
    return list(parts)


def _joined(parts: list[Part]) -> Iterator[Part]:
    """The parts, lines of code that follow each other as one."""
    for code, group in groupby(parts, lambda part: part.kind == "code"):
        found = list(group)
        yield from [Part("\n".join(part.text for part in found), "code")] if code else found


def _title(body: Any, around: Surroundings) -> str | None:
    """The text in the style of a title that stands first."""
    own = Surroundings(around.package, around.styles)
    titles = (one for one in body.iter("{*}p") if around.styles.is_title(child(one, "pPr")))
    found = (part.text for title in titles for part in Story(title, own, {}).parts)
    return next(found, None)


def _about(package: Package) -> tuple[str | None, str | None, str | None]:
    """Title, date and language that the file says it has; a template's date is not its own."""
    found: dict[str, str] = {}
    for _, root in package.others("core-properties", ""):
        found |= {local(one.tag): (one.text or "").strip() for one in root}
    date = found.get("created")
    return found.get("title"), None if date in _TEMPLATES else date, found.get("language")
