"""The retrievers for LangChain and Haystack that docs/serve.md shows, as they stand there."""

import re
from pathlib import Path
from typing import Any

import pytest

from bot.answering import QuestionAnswering
from index.store import open_library
from tests.doubles import BagEncoder, WordReader

PAGE = Path(__file__).parents[3] / "docs" / "serve.md"
QUESTION = "When was the Lindholm Bridge opened?"


@pytest.fixture
def answering(served: Path) -> QuestionAnswering:
    """What the retrievers are made of."""
    return QuestionAnswering(open_library(served), BagEncoder(), WordReader())


def _retriever(of: str) -> Any:
    """The class of the code that imports `of`; skips where that is not installed."""
    pytest.importorskip(of)
    blocks = re.findall(r"^```python\n(.*?)^```$", PAGE.read_text("utf-8"), flags=re.M | re.S)
    (code,) = [block for block in blocks if f"from {of}" in block]
    assert len(code.split("\n\n\n")[1].splitlines()) <= 12
    names: dict[str, Any] = {}
    exec(code, names)
    return names["VerbatimRetriever"]


def _require_found(text: str, place: dict[str, Any], answering: QuestionAnswering) -> None:
    document = answering.view.document(place["doc_id"])
    assert document
    assert document.text[place["start"] : place["end"]] == text
    assert "The Lindholm Bridge was opened on 4 May 1987" in text


@pytest.mark.filterwarnings("ignore")
def test_langchain_gets_passages(answering: QuestionAnswering) -> None:
    """As many as asked for, best first, each with its place."""
    retriever = _retriever("langchain_core")(answering=answering, k=2)
    first, _ = retriever.invoke(QUESTION)
    _require_found(first.page_content, first.metadata, answering)


@pytest.mark.filterwarnings("ignore")
def test_haystack_gets_passages(answering: QuestionAnswering) -> None:
    """As many as asked for, best first, each with its place."""
    found = _retriever("haystack")(answering, k=2).run(QUESTION)["documents"]
    assert len(found) == 2
    _require_found(found[0].content, found[0].meta, answering)
