"""The letters beyond ASCII that languages of Latin letters write, to tell encodings apart by.

A wrong encoding of the same family keeps most letters and swaps some: `ő` becomes `õ`, `š` `ą`. No
language has them all.
"""

import unicodedata
from collections import Counter

_ALPHABETS = """
àâæçéèêëîïôœùûüÿ
áéíóúñüçàèòïºª
äöüßéà
àèéìíîòóùú
àáâãçéêíóôõúüºª
ëéïóöüèêáíúĳ
åäöæøéèêôóü
áðéíóúýþæö
äöåšžé
äõöüšžé
āčēģīķļņšūžōŗ
ąčęėįšųūž
ąćęłńóśźż
áčďéěíňóřšťúůýž
áäčďéíĺľňóôŕšťúýž
áéíóöőúüű
čćđšž
ăâîșțşţ
çğıöşüâîû
ëç
ċġħżàèìòù
ĉĝĥĵŝŭ
âêîôûŵŷáàéèëïóòöẁẃẅỳýÿ
áéíóú
""".split()  # noqa: SIM905
_LETTERS = [frozenset(alphabet + alphabet.upper()) | {"İ"} for alphabet in _ALPHABETS]


def foreign(text: str) -> int:
    """How many Latin letters beyond ASCII the language that has most of them lacks."""
    found = Counter(one for one in text if not one.isascii() and _is_latin(one))
    return min(
        sum(count for one, count in found.items() if one not in alphabet) for alphabet in _LETTERS
    )


def _is_latin(letter: str) -> bool:
    return letter.isalpha() and unicodedata.name(letter, "").startswith("LATIN")
