"""Timed Text (TTML of the W3C, DFXP before): what is said, without the times."""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from index.errors import Trouble
from index.sources.loader import Extracted, File, Unreadable
from index.sources.talk.subtitles import parts_of_cues
from index.sources.tree import name, named, xml_tree

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_ID = "{http://www.w3.org/XML/1998/namespace}id"
# What is about the text, and what is heard beside it.
_UNREAD = {"", "metadata", "desc", "title", "copyright", "audio", "image"}


def read(file: File) -> list[Extracted]:
    """Each `p` is a cue, as of any subtitles; raises Unreadable for what is no sound XML."""
    try:
        root = xml_tree(file.data)
    except etree.XMLSyntaxError as error:
        raise Unreadable(f"damaged: {error}", Trouble.DAMAGED) from error
    speakers = {one.get(_ID): _plain(one) for one in named(root, "agent")}
    bodies = named(root, "body")
    cues = (_cue(one, speakers) for body in bodies for one in named(body, "p"))
    title = next((_plain(one) for one in named(root, "title")), None)
    return [Extracted(tuple(parts_of_cues(cues)), title, language=root.get(_LANGUAGE))]


def _cue(element: Any, speakers: dict[str, str]) -> list[str]:
    """The lines of a cue, the first after who says it."""
    lines = [" ".join(line.split()) for line in "".join(_said(element)).split("\n")]
    agent = next((value for key, value in element.items() if key.endswith("}agent")), "")
    speaker = speakers.get(agent.partition(" ")[0])
    found = [line for line in lines if line]
    return [f"{speaker}: {found[0]}", *found[1:]] if speaker and found else found


def _said(element: Any) -> Iterator[str]:
    """The text, a line's end only where a `br` makes one; readings of letters in brackets."""
    ruby = next((value for key, value in element.items() if key.endswith("}ruby")), "")
    kind = name(element)
    if kind == "br":
        yield "\n"
    elif kind not in _UNREAD and ruby != "delimiter":
        yield "(" if ruby == "text" else ""
        yield " ".join((element.text or "").split("\n"))
        for child in element:
            yield from _said(child)
            yield " ".join((child.tail or "").split("\n"))
        yield ")" if ruby == "text" else ""


def _plain(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())
