"""Words that say the opposite of others by how they begin or by what is inside them."""

import regex

# Before or inside a word they turn it round: possible, impossible; geldi, gelmedi.
_BEFORE = ("un", "im", "ir", "il", "non", "dis", "не")
_TURKISH = regex.compile("m[aeıiuü][zy]?|m(?=[ıiuü]yor)")
# What always is, and what never is: öder, ödemez; öderim, ödemem; öderiz, ödemeyiz.
_AORIST = (("m[ae]z", ""), ("m[ae](?=m$)", "[ıiuü]"), ("m[ae]y(?=[ıi]z$)", ""))


def opposite(one: str, other: str) -> bool:
    """Whether one of two words, in small letters, is the other turned round."""
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
