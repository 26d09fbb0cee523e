"""The very words of a topic, inflected at most: Mauritania is not Mauritius.

Terms are cut to their first letters, which finds a word in all its forms, and others that begin
like it.
"""

from index.text import terms_of

# Two forms of a word differ in no more letters than these, where one of them is all that the other
# begins with, "contract" and "contracts", and where either has a letter that the other lacks,
# "договоры" and "договорам". "General" and "generator" differ in more, as do "universe" and
# "university".
MORE, OTHER = 3, 2


def has_words(topic: str, text: str) -> bool:
    """Whether words of a text that begin like the topic's are forms of them, for each of these."""
    found = terms_of(text, None)
    for word, term in zip(terms_of(topic, None), terms_of(topic), strict=True):
        alike = [one for one in found if one.startswith(term)]
        if alike and not any(is_form(word, other) for other in alike):
            return False
    return True


def is_form(word: str, other: str) -> bool:
    """Whether two words in small letters may be forms of one."""
    shared = next(
        (place for place, (a, b) in enumerate(zip(word, other, strict=False)) if a != b),
        min(len(word), len(other)),
    )
    less, more = sorted((len(word) - shared, len(other) - shared))
    return more <= (MORE if not less else OTHER) and less <= 1
