"""What stands raised or lowered, written in one line of text: 10³ and not 103."""

import re

_RAISED = str.maketrans("0123456789+-−=()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_NUMBERS = re.compile(r"[0-9+\-−–=(),.\s]+")
# An exponent of several letters: n+1 is no n, and xn+1 no power of x.
_SUM = re.compile(r"\w\s*[+−=/]\s*\w")
# What a power is of: a number, what stands in brackets, a single letter.
_BASE = re.compile(r"(?:[0-9)\]]|(?<![^\W_])[a-zA-Zα-ωΑ-Ω])$")
# A letter that is no ending of a number or a word in any language: 1o, 5a, 21η.
_EXPONENT = re.compile(r"[0-9]*[nkxijpqzNβ-εθκ-ξπρσ-τφ-ω]")
_SIGNED = re.compile(
    r"(?:[0-9]*[a-zA-Z]\s*)?[+\-−–]\s*(?!(?:st|nd|rd|th|er|re|de|te|ste)$)[0-9]*[a-zA-Zα-ω]{0,3}"
    r"|[a-z][α-ω]"
)
# Such as an ending does have after a capital, St and Wm, and a time after its hours, 5h 35m.
_ENDING = re.compile(r"[0-9]*[mty]")
_BEFORE_ENDING = re.compile(r"[A-Z]$|[0-9]\s?h\s*[0-9.]+$")
# A unit of measure has three letters at most.
_BEFORE_NOTES = re.compile(r"""[.!?,;:)"'”’»…。！？」』》）।۔؟።]$|[^\W\d_]{4}$""")


def raised(text: str, before: str) -> str:
    """What is raised after the text `before` it.

    Digits as Unicode writes them raised (10³, m²), letters as they are (5th, Mme), a sum and an
    exponent (2^n) after a sign that says so; digits after a sentence or a whole word are marks of
    notes, in brackets.
    """
    if text.strip(" ,.;\n") == "":
        return text  # what stands between the marks of two notes
    if _NUMBERS.fullmatch(text) and _BEFORE_NOTES.search(before):
        return f"[{text.strip()}]" + (" " if text[-1].isspace() else "")
    if _NUMBERS.fullmatch(text):
        return text.translate(_RAISED)
    said = text.strip()
    if _SUM.search(text) or _is_exponent(said, before):
        return text.replace(said, f"^{said}" if len(said) == 1 else f"^({said})")
    return text


def _is_exponent(text: str, before: str) -> bool:
    if not _BASE.search(before):
        return False
    if _ENDING.fullmatch(text):
        return not _BEFORE_ENDING.search(before)
    if before[-1].isalpha() and re.fullmatch("[α-ω]", text):
        return True
    return any(one.fullmatch(text) for one in (_EXPONENT, _SIGNED))


def lowered(text: str) -> str:
    """What is lowered: digits as Unicode writes them below the line (H₂O)."""
    return text.translate(_LOWERED) if _NUMBERS.fullmatch(text) else text


def power(text: str) -> str:
    """An exponent in a formula: raised digits, or what follows a sign that says so."""
    text = text.strip()
    return text.translate(_RAISED) if _NUMBERS.fullmatch(text) else f"^{grouped(text)}"


def subscript(text: str) -> str:
    """An index in a formula: lowered digits, or what follows a sign that says so."""
    text = text.strip()
    return text.translate(_LOWERED) if _NUMBERS.fullmatch(text) else f"_{grouped(text)}"


def grouped(text: str) -> str:
    """A part of a formula, in brackets unless it is one thing."""
    text = text.strip()
    return text if len(text) <= 1 or text.isalnum() else f"({text})"
