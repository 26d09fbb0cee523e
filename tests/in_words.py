"""What loaders leave out, in the words that a terminal shows: so tests read as users do."""

from collections.abc import Iterable

from index.text import LeftOut, in_english


def in_words(left_out: Iterable[LeftOut]) -> tuple[str, ...]:
    """Each in English, in order."""
    return tuple(map(in_english, left_out))
