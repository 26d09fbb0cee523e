"""The ID of a quote: which words of which document, by their hashes."""

import base64
import hashlib
from dataclasses import dataclass

import regex

from index.errors import VerbatimError
from index.text import Document, Span

# Bytes of an ID: of the hash of the document's name, of its words', of both numbers, of the sum.
_NAME, _WORDS, _NUMBER, _SUM = 6, 9, 4, 2
_LENGTH = _NAME + _WORDS + 2 * _NUMBER + _SUM
# As it is written, and as a link has it.
_WRITTEN = regex.compile(r"\s*(?:\S*[?&]start=)?(?:v_)?([A-Za-z0-9_-]{34})\s*")
# No quote has more code points: one that answers takes a thousand at most, and with what a message
# shows of the text around it no more than a message of Telegram holds.
LONGEST = 4_096


class UnknownQuote(VerbatimError):
    """No quote is known by an ID: it is mistyped, or of other texts."""

    def __init__(self, written: str) -> None:
        super().__init__(
            f"no quote is known by {written}: copy the ID as it was given"
            " (of texts that were removed and pruned nothing is known)"
        )


@dataclass(frozen=True, slots=True)
class QuoteId:
    """Which words of which document: 34 characters of `A-Z a-z 0-9 _ -` as it is written.

    It holds no words, only hashes, and the span at which they stood. Its last two bytes are a sum
    of the others: one that was mistyped is told from one whose words are gone.
    """

    name: bytes
    words: bytes
    span: Span

    @staticmethod
    def of(document: Document, span: Span) -> "QuoteId":
        """The ID of the words of a span; the same for the same words in every generation.

        One of more than `LONGEST` code points is not read again.
        """
        words = _digest(span.of(document.text), _WORDS)
        return QuoteId(_digest(document.doc_id, _NAME), words, span)

    @staticmethod
    def read(written: str) -> "QuoteId":
        """The ID that was written, by itself or as a link to the bot has it.

        Raises UnknownQuote if it is none, or of more words than a quote has: anybody can make one
        whose sum is right.
        """
        found = _WRITTEN.fullmatch(written)
        data = base64.urlsafe_b64decode(f"{found[1]}==") if found else b""
        body, noted = data[:-_SUM], data[-_SUM:]
        if len(data) != _LENGTH or _sum(body) != noted:
            raise UnknownQuote(written)
        numbers = body[_NAME + _WORDS :]
        start, length = (int.from_bytes(numbers[n : n + _NUMBER], "big") for n in (0, _NUMBER))
        if not 0 < length <= LONGEST:
            raise UnknownQuote(written)
        return QuoteId(body[:_NAME], body[_NAME : _NAME + _WORDS], Span(start, start + length))

    def __str__(self) -> str:
        numbers = (self.span.start, len(self.span))
        body = self.name + self.words + b"".join(one.to_bytes(_NUMBER, "big") for one in numbers)
        return base64.urlsafe_b64encode(body + _sum(body)).decode().rstrip("=")

    def is_of(self, doc_id: str) -> bool:
        """Whether a document of this name is meant."""
        return _digest(doc_id, _NAME) == self.name

    def stands_at(self, document: Document, start: int) -> bool:
        """Whether the words stand in a document from a place on."""
        end = start + len(self.span)
        return end <= len(document.text) and (
            _digest(document.text[start:end], _WORDS) == self.words
        )


def _digest(text: str, size: int) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=size).digest()


def _sum(body: bytes) -> bytes:
    return hashlib.blake2b(body, digest_size=_SUM).digest()
