"""Subtitles (SubRip, WebVTT of the W3C): what is said, without the times."""

import re
from collections.abc import Iterator
from html import unescape

from index.sources.characters import damage, decode
from index.sources.loader import Extracted, File
from index.text import Part

_CUE = re.compile(
    r"(?:^|\n)[^\n]*\d\d:\d\d[,.]\d{3}\s*-->[^\n]*\n(.*?)(?=\n[ \t]*\n|$)", re.DOTALL
)
_TAG = re.compile(r"</?[a-z][^<>\n]*>|</?\d[\d:.]*>|\{\\[^}\n]*\}", re.IGNORECASE)
_SPEAKER = re.compile(r"<v(?:\.[^ >]*)?\s+([^>]+)>")
# Within a cue a dash begins what somebody else says.
_TURNS = re.compile(r"(?:^|\n)\s*(?=[-–—]\s?\w)")
_ENDS = re.compile(r"[.!?…。！？؟]\W*$")
# A cue is half a sentence; so many letters of them without any mark are a paragraph.
_LONGEST = 600


def read(file: File) -> list[Extracted]:
    """Cues that go on in the next are one paragraph; what is shown twice in a row is said once."""
    text = decode(file.name, file.data, file.charset).replace("\r\n", "\n")
    return [Extracted(tuple(_paragraphs(_cues(text))), left_out=damage(text))]


def _cues(text: str) -> Iterator[str]:
    last: list[str] = []
    for cue in _CUE.findall(text):
        plain = unescape(_TAG.sub("", _SPEAKER.sub(r"\1: ", cue)))
        said = [" ".join(one.split()) for one in _TURNS.split(plain) if one.strip()]
        yield from said if said != last else ()
        last = said


def _paragraphs(cues: Iterator[str]) -> Iterator[Part]:
    said: list[str] = []
    for cue in cues:
        said.append(cue)
        if _ENDS.search(cue) or sum(map(len, said)) > _LONGEST:
            yield Part("\n".join(said))
            said = []
    yield Part("\n".join(said))
