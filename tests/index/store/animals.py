"""Libraries of a few animals, in which a reader sees who must be found."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, closing
from typing import Any

import pytest

from index.building import build, remove
from index.encoding import PassageVectors
from index.store import Draft, EncoderId, Library, View, open_library
from index.text import Document, Passage, encoder_input
from tests.doubles import BagEncoder

ANIMALS = ("cat", "cow", "dog", "hen", "pig")
BAG = EncoderId("bag", "1", 256)
Fresh = Callable[[], AbstractContextManager[str]]
"""Gives the address where a new library can be built, and clears it away afterwards."""


def animal(name: str, more: str = "") -> Document:
    """A document of two sentences about an animal."""
    text = f"The {name} sleeps. Nobody wakes the {name}. {more}".strip()
    return Document(name, name.title(), text)


def change_often(library: Library, encoder: BagEncoder) -> None:
    """Five more generations of the five animals: added, removed, added again, rolled back."""
    build(library, [animal("owl")], encoder, replace=False)
    remove(library, ["cat", "dog"])
    build(library, [animal("dog"), animal("pig", "It grunts.")], encoder, replace=False)
    library.rollback(2)
    build(library, [animal("fox")], encoder, replace=False)
    build(library, [animal("ant")], encoder, replace=True)


def names(library: Library) -> list[str]:
    """The live documents."""
    with closing(library.open()) as view:
        return [document.doc_id for document in view.documents()]


def passage(view: View, row: int) -> Passage:
    """The passage of a row."""
    return view.evidence([row])[row].passage


def best(view: View, words: str) -> str:
    """The document of the passage that shares most words."""
    encoder = BagEncoder(dimension=view.generation.dimension)
    ((row, _),) = view.nearest(encoder.encode_questions([words])[0], 1)
    return passage(view, row).document.doc_id


def vectors_of(texts: Iterable[Passage], encoder: BagEncoder) -> list[PassageVectors]:
    """What an encoder gives for passages."""
    return [
        PassageVectors(
            encoder.encode_questions([encoder_input(one)[0]])[0],
            encoder.encode_questions([s.of(one.document.text) for s in one.sentences]),
        )
        for one in texts
    ]


def fill(draft: Draft) -> None:
    """Give the draft the vectors it lacks."""
    rows = draft.missing()
    found = vectors_of(list(draft.passages(rows).values()), BagEncoder())
    draft.fill(dict(zip(rows, found, strict=True)))


class Animals:
    """Gives the tests of a backend their libraries; `fresh` is a fixture of the subclass."""

    @pytest.fixture
    def library(self, fresh: Fresh) -> Any:
        """A library of five animals, in its first generation."""
        with fresh() as address:
            library = open_library(address)
            build(library, map(animal, ANIMALS), BagEncoder(), replace=True)
            yield library

    @pytest.fixture
    def empty(self, fresh: Fresh) -> Any:
        """A library that has not been built."""
        with fresh() as address:
            yield open_library(address)
