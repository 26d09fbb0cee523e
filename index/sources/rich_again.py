"""A second reading of rich text (RTF), to hold its loader against."""

import re
from dataclasses import dataclass, field, replace

from index.sources.loader import File

_TOKEN = re.compile(
    rb"\\(?P<word>[a-z]+)(?P<number>-?\d+)? ?|\\'(?P<byte>[0-9a-f]{2})|\\(?P<sign>[^a-z])"
    rb"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+",
    re.IGNORECASE | re.DOTALL,
)
_SILENT = {
    "fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "listtable",
    "listoverridetable", "revtbl", "fldinst", "themedata", "datastore", "generator", "xe", "tc",
    "annotation", "atnid", "atnauthor", "filetbl", "mmath", "nonshppict", "shprslt", "upr",
    "sp", "template", "pnseclvl", "bkmkstart", "bkmkend",
}  # fmt: skip
_ASIDE = {
    "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf",
    "listtext", "pntext",
}  # fmt: skip
_WITHDRAWN = {"v", "strike", "striked", "deleted"}
_GAPS = {
    "par", "line", "cell", "row", "tab", "sect", "page", "nestcell", "nestrow", "column",
    "emspace", "enspace", "footnote",
}  # fmt: skip
_SAID = {"lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "emdash": "—"}
_PAGES = {0: "cp1252", 77: "mac_roman", 161: "cp1253", 162: "cp1254", 204: "cp1251", 238: "cp1250"}
_SETS = {"mac": "mac_roman", "pca": "cp850", "cp10000": "mac_roman", "cp65001": "utf-8"}
_OPENED = {"shptxt", "ud", "footnote"}


@dataclass
class _Group:
    silent: bool = False
    aside: bool = False
    starred: bool = False
    font: int = 0
    fallback: int = 1
    away: frozenset[str] = field(default_factory=frozenset)


def rich(file: File) -> tuple[str, str]:
    """The letters of the body that are not withdrawn; with them what stands aside of it."""
    walk = _Walk()
    for token in _TOKEN.finditer(file.data):
        walk.take(token)
    walk.flush()
    return "".join(walk.must), "".join(walk.may)


class _Walk:
    def __init__(self) -> None:
        self.must: list[str] = []
        self.may: list[str] = []
        self._group, self._outer = _Group(), [_Group()]
        self._page, self._fonts = "cp1252", dict[int, str]()
        self._bytes, self._skip = b"", 0

    def take(self, token: "re.Match[bytes]") -> None:
        """Take a brace, a word or letters."""
        if token["text"] or token["byte"]:
            data = token["text"] or bytes.fromhex(token["byte"].decode())
            self._bytes += data[self._skip :]
            self._skip = max(self._skip - len(data), 0)
            return
        self.flush()
        if token["brace"] == b"{":
            self._outer.append(self._group)
            self._group = replace(self._group, starred=False)
        elif token["brace"]:
            self._group = self._outer.pop() if len(self._outer) > 1 else _Group()
        elif token["word"]:
            number = int(token["number"]) if token["number"] else None
            self._word(token["word"].decode(), number)
        elif token["sign"] == b"*":
            self._group.starred = True
        else:
            sign = token["sign"].decode("latin-1") if token["sign"] else ""
            self._say({"~": " ", "_": "-", "-": "", "\n": " ", "\r": " "}.get(sign, sign))

    def flush(self) -> None:
        """Say the letters so far."""
        data, self._bytes = self._bytes, b""
        self._say(data.decode(self._fonts.get(self._group.font, self._page), "replace"))

    def _word(self, word: str, number: int | None) -> None:
        group = self._group
        if word in _OPENED:
            group.silent = group.starred = False
        elif word in _SILENT or (group.starred and word not in {"shpinst", "shp", "do"}):
            group.silent, group.starred = True, False
        group.aside = group.aside or word in _ASIDE
        if word in _WITHDRAWN:
            group.away = group.away - {word} if number == 0 else group.away | {word}
        elif word == "plain":
            group.away = frozenset()
        elif word == "f":
            group.font = number or 0
        elif word == "fcharset":
            self._fonts[group.font] = _PAGES.get(number or 0, self._page)
        elif word in {"ansicpg", "mac", "pca"}:
            told = f"cp{number}" if word == "ansicpg" else word
            self._page = _SETS.get(told, told)
        elif word == "uc":
            group.fallback = number or 0
        elif word == "u" and number is not None:
            self._say(chr(number & 0xFFFF))
            self._skip = group.fallback
        self._say(" " if word in _GAPS else _SAID.get(word, ""))

    def _say(self, text: str) -> None:
        if not self._group.silent:
            self.may.append(f" {text} " if self._group.away else text)
            if not self._group.away and not self._group.aside:
                self.must.append(text)
