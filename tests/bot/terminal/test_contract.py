"""What programs get of an answer."""

import json

from bot.answering.answer import NoAnswer
from bot.terminal.contract import as_json
from tests.bot.terminal.results import ANSWERED, REFUSED, TEXT


def test_json_is_the_contract() -> None:
    """The fields other programs rely on, and offsets that give the text."""
    answered = json.loads(json.dumps(as_json("q?", ANSWERED)))
    assert (answered["question"], answered["answered"], answered["confidence"]) == (
        "q?",
        True,
        0.87,
    )
    (quote,) = answered["quotes"]
    assert TEXT[quote["start"] : quote["end"]] == quote["text"]
    assert quote["answer"] == {"text": "built in 1890", "start": 31, "end": 44}
    assert answered["hits"][0] == {
        "doc_id": "news.txt",
        "start": 0,
        "end": len(TEXT),
        "score": 0.9,
    }
    refused = as_json("q?", REFUSED)
    assert (refused["answered"], refused["quotes"]) == (False, [])
    assert refused["closest"] == quote
    assert as_json("q?", NoAnswer(None, 0, 0.4, ()))["closest"] is None
