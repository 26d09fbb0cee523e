"""The encoding of a text that has only few letters beyond ASCII, by how often each is written.

A language model has too little to go by in a word or two, and takes them for whatever script it
knows one language of.
"""

import math
import unicodedata
from collections.abc import Sequence

import regex

from index.sources.alphabets import foreign

# So many bytes beyond ASCII are few: with more, what they say tells.
FEW = 24
# A letter beside ASCII ones, or among many more of them, is Latin. Of a few letters no language
# can be told, but those of one language of the west of Europe are of it; so is a letter alone.
_WESTERN, _MOST_WESTERN = ("cp1252",), 4
# But for "çã", as in "ação".
_SIDE_BY_SIDE = regex.compile(rb"(?!(?<=[A-Za-z])\xe7\xe3)[\x80-\xff]{2}")
_BESIDE = regex.compile(rb"[A-Za-z][\x80-\xff]|[\x80-\xff][A-Za-z]")
_OF_THE_WEST = [
    frozenset(letters)
    for letters in (
        "àâæçéèêëîïôœùûüÿ",
        "áéíóúñü",
        "äöüß",
        "àáâãçéêíóôú",
        "õ",
        "àèéìíîòóùú",
        "åäöæøé",
    )
]
_SIGNS = frozenset("«»“”‘’„‚–—…€£°§¿¡·№\u00a0")
# Of so many bytes beyond ASCII none are pairs that make one letter of the Far East.
_MOST_LATIN = 3
# So few may be signs beside each letter.
_MOST_SIGNS = 0.5
# The letters of each script, the most frequent first, and the encodings that have them.
_LETTERS = {
    "оеаинтсрвлкмдпуяыьгзбчйіхжшюцщєїэфґъё": (
        "cp1251",
        "koi8_u",
        "cp866",
        "mac_cyrillic",
        "iso8859_5",
    ),
    "αοιετσνηυρπκμλςίάόέωγδήχύθφώβξζψϊΐϋ": ("cp1253",),
    "านรกอเงมยลวดทสตะปบคหแจพชขใไผโธศซฉถภษณฟญฐ่้ัีิื็ุูึํ์ๆาำๅฝ": ("tis_620",),
    "יולהמתראשבנחםדקעפצכטגזסןךףץ": ("cp1255", "cp862"),
    "اليمنرتوبةعدسفهكقحجأشطصخزضذثىئغآءظؤإ": ("cp1256",),
}
# Signs that stand beside no letter: one of another encoding is one of these.
_MISPLACED = regex.compile(r"(?<=\p{L})[€£§№«„‚¿¡]|[€£§№](?=\p{L})")
# What no text has inside a word, or right behind one, and a capital after small letters.
_STRAY = regex.compile(
    r"(?<=\p{L})[‚„†‡•‰‹¤¨¸´ˆ˜¢¥¾¿¡§£№«€](?=\P{L}|$)|(?<=\p{L})[“”‘…](?=\p{L})"
    r"|(?<=\p{Ll})\p{Lu}"
)
_PLAIN = frozenset("«»“”‘’„‚–—…€£°§¿¡·²³½¼\u00a0")
# Of a letter that none of these is, in units of log-likelihood; and of a word in neither small
# letters nor capitals, nor with one capital before small ones, as of another Cyrillic encoding.
_NONE, _SWAPPED = -9.0, -4.0
# The mean from which on a reading is believed: Chinese and Korean read so are below.
_BELIEVED = -4.7


def encodings_of_few(data: bytes) -> tuple[str, ...]:
    """The encodings that a text of few letters beyond ASCII may be in; () where that is open."""
    if sum(byte > 127 for byte in data) > FEW:
        return ()
    beyond = [letter for letter in data.decode("cp1252", "replace") if not letter.isascii()]
    said = [one.lower() for one in beyond if one not in _SIGNS]
    stray = _STRAY.search(data.decode("cp1252", "replace"))
    if not said and not stray:
        return _WESTERN
    western = not stray and any(set(said) <= letters for letters in _OF_THE_WEST)
    alone = not _SIDE_BY_SIDE.search(data)
    if western and (alone or (is_latin(data) and len(said) <= _MOST_WESTERN)):
        return _WESTERN
    if is_latin(data):
        return ()
    found = [
        (worth, encoding)
        for letters, encodings in _LETTERS.items()
        for encoding in encodings
        if (worth := _worth(data, encoding, letters)) >= _BELIEVED
    ]
    return (max(found)[1],) if found else ()


def is_latin(data: bytes) -> bool:
    """Whether there are few letters beyond ASCII, in words, or among words, of ASCII ones."""
    beyond = sum(byte > 127 for byte in data)
    plain = sum(chr(byte).isalpha() for byte in data if byte < 128)
    beside = beyond <= _MOST_LATIN and bool(_BESIDE.search(data))
    return beyond <= FEW and (plain > 2 * beyond or beside)


def misplaced(text: str) -> int:
    """How many signs stand beside letters where none does."""
    return len(_MISPLACED.findall(text))


def flaws(text: str) -> int:
    """How much of a text in Latin letters no language writes so: letters, capitals, signs."""
    strange = sum(not (one.isascii() or one.isalpha() or one in _PLAIN) for one in text)
    return foreign(text) + misplaced(text) + len(_STRAY.findall(text)) + strange


def _mean(found: Sequence[str], letters: str) -> float:
    weight = math.log(sum(1 / place for place in range(1, len(letters) + 1)))
    return sum(_of_letter(one, letters) - weight for one in found) / max(1, len(found))


def _worth(data: bytes, encoding: str, letters: str) -> float:
    """How likely the letters are, on average, by Zipf's law; the lowest of what is no text."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return _NONE
    beyond = [one for one in text if not one.isascii() and one not in _SIGNS]
    signs = sum(one in _SIGNS for one in text)
    if signs > _MOST_SIGNS * len(beyond) + 2 or not all(map(_is_letter, beyond)):
        return _NONE
    words = regex.findall(r"[\p{L}\p{M}]+", text)
    odd = sum(word not in {word.lower(), word.upper(), word.title()} for word in words)
    odd += misplaced(text)
    return _mean(beyond, letters) + _SWAPPED * odd / max(1, len(words))


def _is_letter(one: str) -> bool:
    return one.isalpha() or unicodedata.category(one) == "Mn"


def _of_letter(letter: str, letters: str) -> float:
    place = letters.find(letter.lower())
    return _NONE if place < 0 else -math.log(place + 1)
