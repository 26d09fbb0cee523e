"""Answers kept: read once, shared by who asks at once, forgotten when finding failed."""

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import cast

import pytest

from bot.answering.answer import NoAnswer
from bot.answering.answer_cache import KEPT, AnswerCache
from index.retriever import Retriever

ANY = cast("Retriever", None)


def _answer(confidence: float) -> NoAnswer:
    return NoAnswer(None, confidence, 0.5, ())


def test_the_same_question_is_answered_once() -> None:
    """Another question, or the same after another one, is not the same."""
    found: list[tuple[str, str]] = []

    def find(_: Retriever, question: str, before: str) -> NoAnswer:
        found.append((question, before))
        return _answer(len(found))

    cache = AnswerCache(ANY, find)
    asked = [("who", ""), ("who", ""), ("who", "where"), ("when", ""), ("who", "")]
    assert [cache.answer(*one).confidence for one in asked] == [1, 1, 2, 3, 1]


def test_who_asks_at_once_waits_for_the_same_answer() -> None:
    """A crowd that asks the same thing is one question."""
    began, go_on = threading.Event(), threading.Event()
    found: list[str] = []

    def find(_: Retriever, question: str, before: str) -> NoAnswer:
        found.append(question)
        began.set()
        assert go_on.wait(10)
        return _answer(0.25)

    cache = AnswerCache(ANY, find)
    with ThreadPoolExecutor(4) as threads:
        asked = [threads.submit(cache.answer, "who", "") for _ in range(4)]
        assert began.wait(10)
        go_on.set()
        assert {id(one.result(10)) for one in asked} == {id(cache.answer("who", ""))}
    assert found == ["who"]


def test_an_error_is_not_kept() -> None:
    """The next to ask tries again."""
    tries = iter([ValueError("no"), None])

    def find(_: Retriever, question: str, before: str) -> NoAnswer:
        if error := next(tries):
            raise error
        return _answer(0.25)

    cache = AnswerCache(ANY, find)
    with pytest.raises(ValueError, match="no"):
        cache.answer("who", "")
    assert cache.answer("who", "").confidence == 0.25


def test_only_the_latest_answers_are_kept() -> None:
    """Memory is bounded, whatever is asked."""
    found: list[str] = []

    def find(_: Retriever, question: str, before: str) -> NoAnswer:
        found.append(question)
        return _answer(0.25)

    cache = AnswerCache(ANY, find)
    for number in range(KEPT + 1):
        cache.answer(str(number), "")
    cache.answer("1", "")
    cache.answer("0", "")
    assert found == [*map(str, range(KEPT + 1)), "0"]
