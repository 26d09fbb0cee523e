"""The parts that a mail consists of (MIME, RFC 2045 to 2049): its texts, and mails in it."""

import re
from collections import Counter
from collections.abc import Callable
from email.message import EmailMessage
from functools import reduce
from typing import cast

from index.errors import SourceError
from index.sources.characters import damage
from index.sources.lines import parts_of_lines
from index.sources.loader import File
from index.sources.markup import parts_of
from index.sources.talk.boundaries import mended
from index.sources.talk.flowed import unflowed
from index.sources.tree import characters, page_tree
from index.text import LeftOut, Missing, Part

# What a way to say it consists of, and what it leaves out.
_Way = tuple[list[Part], list[LeftOut]]
_QUOTED = re.compile(r"(?:> ?)+")
_TEXTS = {"text/plain", "text/html"}
# Mails forwarded in mails: deeper ones are named.
_DEEPEST = 20
# Of two ways to say the same, the plain one is only a hint at the page if it has so few words; and
# one that lacks so few of the other's words, and fewer than it has beside them, says more.
_A_HINT, _LACKING = 0.5, 0.1
_WORD, _ADDRESS = re.compile(r"\w+"), re.compile(r"https?://\S+")


class Body:
    """What the parts of a mail say; `left_out` keeps what was not taken.

    `head` gives what stands above a mail within it.
    """

    def __init__(self, head: Callable[[EmailMessage, int], list[Part]]) -> None:
        self.left_out: list[LeftOut] = []
        self._head = head

    def parts(self, mail: EmailMessage, depth: int = 0) -> list[Part]:
        """The blocks of a mail, or of one of its parts, `depth` parts deep."""
        mail = mended(mail)
        kind, inner = mail.get_content_type(), self._inner(mail)
        if depth > _DEEPEST:
            return self._named(mail)
        if kind == "multipart/alternative" and inner:
            return self._likeliest(inner, depth)
        if kind == "message/rfc822" and inner:
            head = self._head(inner[0], 2)
            return [*head, *self.parts(inner[0], depth + 1)]
        if inner:
            return [part for one in inner for part in self.parts(one, depth + 1)]
        if mail.is_attachment() or not (kind in _TEXTS or _is_bare(mail)):
            return self._named(mail)
        return self._text(mail)

    def _inner(self, mail: EmailMessage) -> list[EmailMessage]:
        """The parts that it consists of; none of a delivery's report, which is no text."""
        found = mail.get_payload()
        if mail.get_content_type() == "message/delivery-status" or not isinstance(found, list):
            return []
        return cast(list[EmailMessage], found)

    def _named(self, mail: EmailMessage) -> list[Part]:
        name = mail.get_filename() or mail.get_content_type()
        self.left_out.append(LeftOut(Missing.ATTACHED, name))
        return []

    def _likeliest(self, ways: list[EmailMessage], depth: int) -> list[Part]:
        """Of ways to say the same the first, unless another says more."""
        found = []
        for way in ways:
            told, self.left_out = self.left_out, []
            found.append((self.parts(way, depth + 1), self.left_out))
            self.left_out = told
        parts, left_out = reduce(_fuller, found)
        self.left_out += left_out
        return parts

    def _text(self, mail: EmailMessage) -> list[Part]:
        data = cast(bytes, mail.get_payload(decode=True) or b"")
        try:
            text = characters(File("mail", data, charset=mail.get_content_charset()))
        except SourceError:
            return self._named(mail)
        self.left_out += damage(text)
        if mail.get_content_type() == "text/html":
            parts, left_out = parts_of(page_tree(text)) if text.strip() else ((), ())
            self.left_out += left_out
            return list(parts)
        if mail.get_param("format") == "flowed":
            text = unflowed(text, joined=mail.get_param("delsp") == "yes")
        return list(parts_of_lines(_unquoted(text)))


def _is_bare(mail: EmailMessage) -> bool:
    """Whether a mail that says it has parts is a text without any."""
    text = mail.get_payload()
    if mail.get_content_maintype() != "multipart" or not isinstance(text, str):
        return False
    return bool(text.strip())


def _fuller(one: _Way, other: _Way) -> _Way:
    return other if _says_more(_words(other[0]), _words(one[0])) else one


def _words(parts: list[Part]) -> Counter[str]:
    """How often each word is said, without addresses, which a page has behind its words."""
    texts = (_ADDRESS.sub("", part.text.casefold()) for part in parts)
    return Counter(word for text in texts for word in _WORD.findall(text))


def _says_more(other: Counter[str], one: Counter[str]) -> bool:
    if one.total() < _A_HINT * other.total():
        return True
    lacking = (one - other).total()
    return lacking <= _LACKING * one.total() and lacking < (other - one).total()


def _unquoted(text: str) -> str:
    """Without the signs before lines of earlier mails, which stand in paragraphs of their own."""
    lines: list[str] = []
    depth = 0
    for line in text.splitlines():
        mark = _QUOTED.match(line)
        deep = mark[0].count(">") if mark else 0
        lines += ["", line[mark.end() :] if mark else line][deep == depth :]
        depth = deep
    return "\n".join(lines)
