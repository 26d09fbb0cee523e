"""What a group of rich text says of the letters in it (RTF 1.9.1)."""

from dataclasses import dataclass, replace

from index.sources.shifted import lowered, raised
from index.text import Missing

SYMBOLS = {
    "tab": "\t", "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "emspace": " ", "enspace": " ", "qmspace": " ",
    "~": "\u00a0", "_": "-", "\\": "\\", "{": "{", "}": "}", "zwj": "\u200d", "zwnj": "\u200c",
}  # fmt: skip
BREAKS = {
    "par",
    "line",
    "cell",
    "nestcell",
    "row",
    "nestrow",
    "page",
    "sect",
    "column",
    "\r",
    "\n",
}
# Where what is in a group of such a name goes; of all others that begin with a star, nowhere.
_PLACES = {
    "footnote": "note", "title": "title", "annotation": "remark", "pict": "picture",
    "fonttbl": "fonts", "stylesheet": "styles", "fldinst": "field", "listtext": "label",
    "pntext": "label", "shptxt": "box", "dptxbxtext": "box", "ud": "page",
    "mmath": "formula", "shprslt": "twice", "upr": "twice", "nonesttables": "twice",
    **dict.fromkeys(("header", "headerl", "headerr", "headerf"), "edge"),
    **dict.fromkeys(("footer", "footerl", "footerr", "footerf"), "edge"),
    **dict.fromkeys(
        (
            "colortbl", "info", "nonshppict", "sp", "object", "objdata",
            "themedata", "datastore", "listtable", "listoverridetable", "revtbl", "rsidtbl",
            "generator", "bkmkstart", "bkmkend", "xe", "tc", "rxe", "txe", "atnid", "atnauthor",
            "atnref", "atndate", "atntime", "atnparent", "template", "author", "filetbl",
            "shppict", "ftnsep", "ftnsepc", "aftnsep", "aftnsepc", "panose", "falt", "private",
            "mmathPr", "nesttableprops", "latentstyles", "formfield",
        ),
        "nowhere",
    ),
}  # fmt: skip
# What is not said: what nobody sees, what is named, what is there twice for older programs.
UNSAID = {"nowhere", "formula", "twice"}
# Those of pictures are looked into, for they are named.
_OPENED = {"shptxt", "shppict", "pict", "footnote", "title", "dptxbxtext"}
# Groups with a star that carry text all the same.
_STARRED = {"ud", "fldinst", "shptxt", "shpinst", "shp", "footnote", "do", "dptxbxtext"}
# A font of signs, whose bytes are no letters.
SIGNS = "signs"
# Windows' code pages of a font's letters.
_CHARSETS = {
    0: "cp1252", 128: "cp932", 129: "cp949", 134: "cp936", 136: "cp950", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251",
    222: "cp874", 238: "cp1250", 77: "mac_roman", 2: SIGNS,
}  # fmt: skip
# The code page of a file that says none by its number, and those that Python calls otherwise.
_SETS = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
_CODE_PAGES = {
    10000: "mac_roman", 10006: "mac_greek", 10007: "mac_cyrillic", 10029: "mac_latin2",
    10079: "mac_iceland", 10081: "mac_turkish", 65001: "utf-8",
}  # fmt: skip
_NUMBERS = {"f": "font", "ilvl": "depth", "s": "style", "uc": "fallback"}
_SHIFTS = {"super": 1, "up": 1, "sub": -1, "dn": -1, "nosupersub": 0, "plain": 0}
_WITHDRAWN = {
    "v": Missing.HIDDEN,
    "deleted": Missing.TRACKED,
    "strike": Missing.STRUCK,
    "striked": Missing.STRUCK,
}


@dataclass(slots=True)
class Group:
    """A group: where its letters go, and how they look; what it says ends with it."""

    place: str = "page"
    font: int = 0
    fallback: int = 1
    shift: int = 0
    outline: int | None = None
    in_table: bool = False
    style: int = 0
    depth: int = 0
    starred: bool = False
    away: frozenset[str] = frozenset()
    bytes: bytes = b""

    def inner(self) -> "Group":
        """A group in this one, which begins alike."""
        return replace(self, bytes=b"", starred=False)

    def withdrawn(self) -> Missing | None:
        """Why the letters are none of the page; None if they are."""
        return next((_WITHDRAWN[word] for word in sorted(self.away)), None)

    def placed(self, text: str, before: str) -> str:
        """The text, raised or lowered if it is; marks of notes say nothing."""
        if self.place != "page" or not self.shift:
            return text
        return raised(text, before) if self.shift > 0 else lowered(text)

    def look(self, word: str, number: int | None) -> None:
        """Take a control word that says how letters and paragraphs look."""
        on = number != 0
        if word in _WITHDRAWN:
            self.away = self.away | {word} if on else self.away - {word}
        elif word in _SHIFTS:
            self.shift = _SHIFTS[word] * on
            self.away = frozenset() if word == "plain" else self.away
        elif word == "pard":
            self.outline, self.in_table, self.depth = None, False, 0
        elif word == "outlinelevel":
            self.outline = number if number is not None and number < 9 else None
        elif word in _NUMBERS:
            setattr(self, _NUMBERS[word], max(number or 0, 0))
        elif word == "intbl":
            self.in_table = True
        elif word == "*":
            self.starred = True


def charset_of(number: int) -> str:
    """The code page of a font's letters; "" where the file's own serves."""
    return _CHARSETS.get(number, "")


def code_page(word: str, number: int | None) -> str | None:
    """The code page that a control word gives to the whole file; None of any other word."""
    if word == "ansicpg":
        return _CODE_PAGES.get(number or 0, f"cp{number}")
    return _SETS.get(word)


def destination(word: str, group: Group) -> str | None:
    """Where the letters of a group of this name go; None if it is no such name."""
    if group.place == "twice" and word != "ud":
        return None
    if group.place in {"nowhere", "picture", "remark", "formula"} and word not in _OPENED:
        return None
    if group.starred:
        group.starred = False
        if word in _STARRED:
            return _PLACES.get(word)
        return _PLACES.get(word, "nowhere")
    return _PLACES.get(word)
