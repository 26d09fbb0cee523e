"""Words that turn a sentence into its opposite, in the eleven languages of the bot."""

from collections import Counter
from collections.abc import Iterator, Sequence

import regex

_LISTED = """
not no never none nobody nothing neither nor without cannot nowhere hardly
ne non pas jamais rien aucun aucune ni sans personne nul nulle
nicht nein nie niemals nichts niemand niemanden weder ohne kein keine keinen keinem keiner keines
nunca jamás nada nadie ningún ninguno ninguna sin tampoco
não nenhum nenhuma ninguém nem sem mai nulla nessuno nessuna nessun né senza
не нет ни никогда ничего ничто никто никакой без нельзя
ні немає нема ніколи нічого ніщо ніхто жоден
لا لم لن ليس ليست ليسوا غير بدون دون değil yok hayır asla hiç hiçbir
不 没 沒 無 无 未 非 别 莫 勿
"""
_WORDS = frozenset(_LISTED.split())
# "don't", "n'a": the negation is part of the word.
_INSIDE = regex.compile(r"n['’]t$|^n['’]")
# Before or inside a word they turn it round: possible, impossible; geldi, gelmedi.
_BEFORE = ("un", "im", "ir", "il", "non", "dis", "не")
_TURKISH = regex.compile("m[aeıiuü][zy]?|m(?=[ıiuü]yor)")
# What always is, and what never is: öder, ödemez; öderim, ödemem; öderiz, ödemeyiz.
_AORIST = (("m[ae]z", ""), ("m[ae](?=m$)", "[ıiuü]"), ("m[ae]y(?=[ıi]z$)", ""))


def negates(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether one of two stretches, in small letters, has a negation that the other has not."""
    if Counter(_negations(one)) != Counter(_negations(other)):
        return True
    return any(_opposite(*pair) for pair in zip(one, other, strict=False))


def negated(text: str) -> bool:
    """Whether a stretch of a text has a negation."""
    words = regex.findall(r"\p{Han}|[\p{L}\p{M}'’--\p{Han}]+", text.casefold(), flags=regex.V1)
    return any(_negations(words))


def _negations(words: Sequence[str]) -> Iterator[bool]:
    """One for each negation."""
    return (True for word in words if word in _WORDS or _INSIDE.search(word))


def _opposite(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < 4 or len(longer) == len(shorter):
        return False
    prefixed = longer.endswith(shorter) and longer.removesuffix(shorter) in _BEFORE
    without = (longer[: m.start()] + longer[m.end() :]
               for m in _TURKISH.finditer(longer, 2, len(longer) - 1))  # fmt: skip
    return prefixed or shorter in without or _never(shorter, longer)


def _never(always: str, never: str) -> bool:
    """Whether the one is the Turkish aorist, and the other its denial."""
    for sign, before in _AORIST:
        for found in regex.finditer(sign, never, pos=2):
            stem, end = never[: found.start()], never[found.end() :]
            if regex.fullmatch(
                rf"{regex.escape(stem)}[aeıioöuü]?r{before}{regex.escape(end)}", always
            ):
                return True
    return False
