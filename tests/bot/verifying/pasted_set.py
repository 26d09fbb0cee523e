"""The pastes of `tests/data/pastes.jsonl`, and a library of the texts that they are from."""

import json
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from index.building import build
from index.encoding.encoder import Encoder
from index.sources import from_text
from index.store import View, open_library
from tests.doubles import BagEncoder

DATA = Path(__file__).parents[2] / "data"


def pastes(*kinds: str) -> list[dict[str, Any]]:
    """Those of some kinds; `doc` is the number of the text that they are from."""
    lines = (DATA / "pastes.jsonl").read_text(encoding="utf-8").splitlines()
    return [one for one in map(json.loads, lines) if one["kind"] in kinds]


def library(folder: Path, encoder: Encoder) -> View:
    """Twelve texts in eleven languages, named by their numbers."""
    lines = (DATA / "mixed.jsonl").read_text(encoding="utf-8").splitlines()
    texts = [json.loads(line) for line in lines]
    documents = [
        from_text(one["text"], title=one["title"], doc_id=str(number))
        for number, one in enumerate(texts)
    ]
    opened = open_library(folder)
    build(opened, documents, encoder, replace=True)
    return opened.open()


@contextmanager
def told(texts: Sequence[str], folder: Path) -> Iterator[View]:
    """A library of these texts, named by their places."""
    opened = open_library(folder / "library")
    documents = (from_text(text, doc_id=str(number)) for number, text in enumerate(texts))
    build(opened, documents, BagEncoder(), replace=True)
    with closing(opened.open()) as view:
        yield view
