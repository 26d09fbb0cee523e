"""Subtitles (SubRip, WebVTT of the W3C): what is said, without the times."""

import re
from collections.abc import Iterator
from html import unescape

import regex

from index.sources.characters import damage, decode
from index.sources.loader import Extracted, File
from index.text import LeftOut, Missing, Part

# Of hours, minutes, seconds and their fractions some writers leave out the first or the last.
_TIMES = re.compile(
    r"^[ \t]*(?:\d+:)?\d{1,2}:\d{1,2}(?:[,.:]\d{1,3})?[ \t]*-->[^\n]*$", re.MULTILINE
)
# The number or name of a cue, after an empty line.
_NAME = re.compile(r"\s*\n[ \t]*\S+[ \t]*")
# What stands between the cues of WebVTT and is none.
_ASIDE = re.compile(r"(?<=\n\n)(NOTE|STYLE|REGION)(?![^\s])[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_READING = re.compile(r"<rt>(.*?)</rt>", re.DOTALL)
_TAG = re.compile(r"</?[a-z][^<>\n]*>|</?\d[\d:.]*>|\{\\[^}\n]*\}", re.IGNORECASE)
_SPEAKER = re.compile(r"<v(?:\.[^ >]*)?\s+([^>]+)>")
# Within a cue a dash begins what somebody else says, or a name in capitals.
_TURNS = regex.compile(r"(?:^|\n)\s*(?=[-–—]\s?\w|>>|\p{Lu}[\p{Lu}\p{M} .'\d]{1,30}:\s)")
_ENDS = re.compile(r"[.!?…。！？؟]\W*$")
# A cue is half a sentence; so many letters of them without any mark are a paragraph.
_LONGEST = 600


def read(file: File) -> list[Extracted]:
    """Cues that go on in the next are one paragraph; what is shown twice in a row is said once."""
    text = decode(file.name, file.data, file.charset).replace("\r\n", "\n").replace("\r", "\n")
    noted = any(found[1] == "NOTE" for found in _ASIDE.finditer(text))
    left_out = [LeftOut(Missing.COMMENTS)] if noted else []
    parts = parts_of_cues(_cues(_ASIDE.sub("", text)))
    return [Extracted(tuple(parts), left_out=(*left_out, *damage(text)))]


def parts_of_cues(cues: Iterator[list[str]]) -> Iterator[Part]:
    """The paragraphs that cues say, each given by its lines."""
    return _paragraphs(_said(cues))


def _cues(text: str) -> Iterator[list[str]]:
    """The lines of each cue, up to the number or name of the next; empty lines within are none."""
    times = list(_TIMES.finditer(text))
    for at, time in enumerate(times):
        end = times[at + 1].start() if at + 1 < len(times) else len(text)
        lines = text[time.end() : end].split("\n")
        if end < len(text) and len(lines) > 3 and _NAME.fullmatch("\n".join(lines[-3:-1])):
            del lines[-2]
        plain = unescape(
            _TAG.sub("", _READING.sub(r"(\1)", _SPEAKER.sub(r"\1: ", "\n".join(lines))))
        )
        yield [" ".join(line.split()) for line in plain.split("\n") if line.strip()]


def _said(cues: Iterator[list[str]]) -> Iterator[str]:
    """What each cue says that the one before did not: lines roll up, or are written bit by bit."""
    last: list[str] = []
    for lines in cues:
        new = lines[_shared(last, lines) :]
        before, all_of_it = " ".join(last), " ".join(lines)
        if len(new) == len(lines) and " " in before and all_of_it.startswith(f"{before} "):
            new = [all_of_it.removeprefix(before)]
        yield from (
            " ".join(turn.split()) for turn in _TURNS.split("\n".join(new)) if turn.strip()
        )
        last = lines


def _shared(last: list[str], lines: list[str]) -> int:
    """How many lines at the end of one cue are the first of the next."""
    most = min(len(last), len(lines))
    return next((count for count in range(most, 0, -1) if last[-count:] == lines[:count]), 0)


def _paragraphs(cues: Iterator[str]) -> Iterator[Part]:
    said: list[str] = []
    for cue in cues:
        said.append(cue)
        if _ENDS.search(cue) or sum(map(len, said)) > _LONGEST:
            yield Part("\n".join(said))
            said = []
    yield Part("\n".join(said))
