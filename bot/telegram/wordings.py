"""A question that is corrected while it is being answered: the last wording wins."""

from collections.abc import Iterator
from contextlib import contextmanager

Place = tuple[int, int]
"""Chat and number of the message that asks."""


class Wordings:
    """The newest wording of each question that is being answered. Not for several threads."""

    def __init__(self) -> None:
        self._newest: dict[Place, str] = {}

    def newest(self, place: Place) -> str | None:
        """How the question reads now; None if it is not being answered."""
        return self._newest.get(place)

    @contextmanager
    def answering(self, place: Place, question: str) -> Iterator[None]:
        """The question is being answered in the block."""
        self._newest[place] = question
        try:
            yield
        finally:
            del self._newest[place]

    def correct(self, place: Place, question: str) -> bool:
        """A new wording, for whoever is answering; False if nobody is."""
        if place not in self._newest:
            return False
        self._newest[place] = question
        return True
