"""Codes that a question names, "E2", "M5", "F-17": the text that has them is what is asked for.

The encoder hardly tells E1 from E3; letters and digits do.
"""

import regex

# Letters and digits mixed, as signs, models and errors are numbered; years and amounts are none.
# In Chinese they stand between letters.
_LETTER = r"[\p{L}--\p{Han}]"
_CODE = regex.compile(
    rf"(?<![{_LETTER}\p{{N}}]){_LETTER}{{1,4}}-?\p{{N}}{{1,5}}(?![{_LETTER}\p{{N}}])", regex.V1
)
# Cyrillic and Greek letters that look like Latin ones: "Е2" is typed where "E2" is meant.
_ALIKE = str.maketrans("авекмнорстухіαβεηικμνορτυχ", "abekmhopctyxiabehikmnoptyx")


def codes_in(text: str) -> frozenset[str]:
    """The codes of a text, each in one spelling."""
    return frozenset(_spelt(code) for code in _CODE.findall(text))


def stands(codes: frozenset[str], text: str) -> float:
    """Whether the text is about one of the codes: 1 if a line begins with it, 0.5 if it has it."""
    if not codes or not codes & codes_in(text):
        return 0.0
    lines = (line.strip() for line in text.splitlines())
    begins = (found for line in lines if (found := _CODE.match(line)))
    return 1.0 if any(_spelt(found[0]) in codes for found in begins) else 0.5


def _spelt(code: str) -> str:
    return code.casefold().translate(_ALIKE).replace("-", "")
