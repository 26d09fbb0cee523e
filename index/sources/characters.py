"""Bytes become characters: in the encoding they say, or the one they look like."""

import codecs
import re
import unicodedata

import regex
from charset_normalizer import from_bytes as guess_encoding

from index.errors import SourceError, Trouble
from index.sources.alphabets import foreign
from index.sources.far_east import encoding_of_far_east
from index.sources.few_letters import encodings_of_few, flaws, is_latin, misplaced
from index.sources.labels import meant
from index.text import LeftOut, Missing, margin

# Enough of a file to tell its encoding by.
_READ = 200_000
# Enough to weigh one encoding against others: from so far before the first letter beyond ASCII.
_WEIGHED, _BEFORE = 20_000, 200
_BEYOND = re.compile("[^\0-\x7f]")
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WIDE = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
# A text with so few wrong bytes, for each byte of its letters beyond ASCII, is damaged UTF-8
# rather than sound in another encoding.
_DAMAGE = 0.1
# And in a set of two bytes a letter that it declares, where hardly any other text looks sound.
_WIDE_DAMAGE = 0.02
_TWO_BYTES = re.compile("gb|big5|euc|cp9[345]|shift|johab")
# Encodings of the Macintosh and of DOS, which look like Windows' but for a few letters, and one of
# Cyrillic that hardly anybody ever wrote in.
_RARE = re.compile("mac_|cp[478]|iso8859_5")
# No language of Latin letters has more than this share of them beyond ASCII; Vietnamese has most.
_MOST_BEYOND = 0.5
# What weighs against an encoding, in units of log-likelihood.
_ODD = 5.0
# A script that one language has makes every text in it, even rubbish, surer than this.
_SURE = 40.0
_SWAPPED = regex.compile(r"(?<!\p{L})\p{Ll}\p{Lu}{2}")
_SWAPPED_ODD = 3
_SIGNS = "«»“”‘’„‚–—…€£°§¿¡·№¼½¾²³،؛؟、。「」・，！？：；（）《》\u00a0"
# Letters and signs of Thai that texts of today hardly have, its vowels where none can stand, and
# the narrow letters of Japanese terminals.
_OBSOLETE = regex.compile(
    "[\u0e03\u0e05\u0e2f\u0e45\u0e4e\u0e4f\u0e5a\u0e5b\uff61-\uff9f]"
    "|(?<![\u0e00-\u0e7f])[\u0e30-\u0e3a\u0e45-\u0e4e]|[\u0e31\u0e34-\u0e3a]{2}"
)
# What charset-normalizer leaves out or mistakes, in short texts or in long ones.
_ALSO = (
    "cp1252", "cp1251", "koi8_r", "cp1253", "cp1250", "cp1254", "tis_620",
    "iso8859_2", "cp1257", "mac_roman", "cp850", "cp866", "iso8859_15", "iso8859_3", "iso8859_4",
    "iso8859_16", "cp852", "cp874",
)  # fmt: skip


def decode(name: str, data: bytes, charset: str | None = None) -> str:
    """The characters of `data`, U+FFFD for a byte that is none.

    In `charset` if the text is sound in it, or as good as; else UTF-8, UTF-16 or UTF-32, with a
    mark or without, or the encoding whose text is most clearly of one language. Raises
    SourceError for what is no text.
    """
    charset = meant(charset)
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return data.decode(marked, "replace")
    found = _said(data, charset) or _escaped(data) or _wide(data) or _utf8(data)
    found = found or _hardly_damaged(data, charset)
    if found is None and b"\0" not in data and (encoding := _likely(data[:_READ])):
        found = data.decode(encoding, "replace")
    if found is None:
        why = "not a text: save it as UTF-8 text, PDF, DOCX or EPUB"
        raise SourceError(name, why, Trouble.UNKNOWN_KIND)
    if "\0" in found:
        raise SourceError(name, "binary, not a text", Trouble.UNKNOWN_KIND)
    return found


def damage(text: str) -> tuple[LeftOut, ...]:
    """What to say of bytes that were no letters; nothing if there were none."""
    count = text.count("\ufffd")
    return (LeftOut(Missing.LETTERS, count=count),) if count else ()


def _said(data: bytes, charset: str | None) -> str | None:
    try:
        return data.decode(charset) if charset else None
    except (LookupError, UnicodeDecodeError):
        return None


def _hardly_damaged(data: bytes, charset: str | None) -> str | None:
    """The text if it is in the set of two bytes a letter that it declares, but for a few."""
    try:
        codec = codecs.lookup(charset or "").name
        text = data.decode(codec, "replace")
    except LookupError:
        return None
    beyond = sum(ord(letter) > 127 for letter in text)
    sound = text.count("\ufffd") <= _WIDE_DAMAGE * beyond
    return text if sound and _TWO_BYTES.match(codec) else None


def _escaped(data: bytes) -> str | None:
    """The text if it is ISO 2022, whose bytes are all ASCII's."""
    if b"\x1b$" not in data:
        return None
    return _said(data, "iso2022_kr" if b"\x1b$)C" in data else "iso2022_jp_2")


def _utf8(data: bytes) -> str | None:
    """The text if it is UTF-8, but for a few bytes at most."""
    text = data.decode("utf-8-sig", "replace")
    if not (wrong := text.count("\ufffd") - data.count(b"\xef\xbf\xbd")):
        return text
    beyond = sum(ord(letter) > 127 for letter in text[:_READ]) - wrong
    cut = len(text) > 1 and text.index("\ufffd") == len(text) - 1
    return text if beyond > 0 and (wrong <= _DAMAGE * beyond or (cut and beyond > 1)) else None


def _wide(data: bytes) -> str | None:
    """The text if it is UTF-32 or UTF-16 without a mark: hardly any control characters."""
    if b"\0" not in data:
        return None
    for encoding in _WIDE:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if text.isprintable() or _is_text(text):
            return text
    return None


def _is_text(text: str) -> bool:
    spoken = sum(letter.isalnum() or letter in " \t\r\n" for letter in text)
    return "\0" not in text and spoken > 0.7 * len(text) and " " in text


def _likely(data: bytes) -> str | None:
    """Of the encodings that make sense, the one whose text is most clearly of one language."""
    if far := encoding_of_far_east(data):
        return far
    found = list(guess_encoding(data))
    best = found[0].chaos if found else 0.0
    names = [match.encoding for match in found if match.chaos <= best + 0.05]
    few = encodings_of_few(data)
    texts = {name: text for name in few or (*_ALSO, *names) if (text := _sound(data, name))}
    if is_latin(data):
        texts = {name: text for name, text in texts.items() if _all_latin(text)} or texts
        texts = {name: text for name, text in texts.items() if not flaws(text)} or texts
    # Long texts are all as sure as can be in some language, the right one by far the surest.
    parts = {name: _telling(text) for name, text in texts.items()}
    worth = {name: (_worth(name, part), margin(part)) for name, part in parts.items()}
    return max(worth, key=worth.__getitem__, default=next(iter(names), None))


def _telling(text: str) -> str:
    """The part to weigh: what stands before the first letter beyond ASCII is alike in all."""
    beyond = _BEYOND.search(text)
    start = max(beyond.start() - _BEFORE, 0) if beyond else 0
    return text[start : start + _WEIGHED]


def _all_latin(text: str) -> bool:
    """Whether it has no letters but Latin ones."""
    return all(one.isascii() or not one.isalpha() or _script(one) == "LATIN" for one in text)


def _sound(data: bytes, encoding: str) -> str | None:
    """The text, if no byte is wrong and no letter a control character."""
    text = _said(data, encoding)
    return None if text is None or any("\x7f" <= letter < "\xa0" for letter in text) else text


def _worth(encoding: str, text: str) -> float:
    """How clearly of one language, less what no language writes, and less if hardly used."""
    pairs = zip(" " + text, text, strict=False)
    odd = sum(_odd(*pair) for pair in pairs) + len(_OBSOLETE.findall(text)) + _too_many(text)
    odd += misplaced(text) + _SWAPPED_ODD * _is_swapped(text) + foreign(text)
    return min(margin(text), _SURE) - _ODD * (odd + 2 * bool(_RARE.match(encoding)))


def _too_many(text: str) -> int:
    """How many Latin letters beyond ASCII there are beyond what any language has."""
    letters = [one for one in text if one.isalpha() and (one.isascii() or _script(one) == "LATIN")]
    beyond = sum(not one.isascii() for one in letters)
    return max(round(beyond - _MOST_BEYOND * len(letters)), 0)


def _is_swapped(text: str) -> bool:
    """Whether capitals are small and small letters are capitals: KOI8-R taken for Windows'."""
    small = sum(map(str.islower, text))
    return bool(_SWAPPED.search(text)) and sum(map(str.isupper, text)) > small


def _odd(before: str, letter: str) -> bool:
    """Whether no language has these two side by side: a sign, a lone mark, scripts that mix."""
    if letter.isascii() and (before.isascii() or not letter.isalpha()):
        return False
    if not letter.isalpha():
        return not (letter in _SIGNS or (unicodedata.combining(letter) and before.isalpha()))
    if before.islower() and letter.isupper():
        return True
    return before.isalpha() and _script(before) != _script(letter)


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").split(" ", 1)[0]
