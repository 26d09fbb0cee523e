"""What programs get of an answer."""

import json
from dataclasses import replace
from pathlib import Path

from bot.answering import Answer, Quote, RefusedPart
from bot.answering.answer import NoAnswer
from bot.terminal.contract import as_json
from index.sources import load
from index.text import Document, Span
from tests.bot.terminal.results import ANSWERED, DOUBTED, PARTLY, REFUSED, TEXT


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


def test_what_of_a_message_is_not_answered_is_listed() -> None:
    """Each part with what is closest to it; the keys are there only then, and it is not sure."""
    found = as_json("Built when, and who paid?", PARTLY)
    assert (found["answered"], found["sure"]) == (True, False)
    (part,) = found["unanswered"]
    assert part["question"] == "who paid?"
    assert TEXT[part["closest"]["start"] : part["closest"]["end"]] == "Nobody crossed it."
    assert {**found, "sure": True} == {
        **as_json("Built when, and who paid?", ANSWERED),
        "quotes_sure": True,
        "unanswered": [part],
    }
    doubted = as_json("q?", replace(DOUBTED, unanswered=PARTLY.unanswered))
    assert (doubted["sure"], doubted["quotes_sure"]) == (False, False)
    assert "quotes_sure" not in as_json("q?", DOUBTED)
    bare = as_json("q?", replace(ANSWERED, unanswered=(RefusedPart("who paid?", None),)))
    assert bare["unanswered"] == [{"question": "who paid?", "closest": None}]
    assert "unanswered" not in as_json("q?", REFUSED)


def test_what_is_left_out_is_marked(tmp_path: Path) -> None:
    """`text` is slices alone, `shown` has a mark between what is apart, as everywhere else."""
    table = "| Vessel | Tons |\n|---|---|\n| Anna | 310 |\n| Berta | 270 |\n| Cora | 95 |\n"
    (tmp_path / "fleet.md").write_text(table, "utf-8")
    (fleet,) = load([str(tmp_path)])
    assert isinstance(fleet, Document)

    def shown(row: str) -> tuple[str, str]:
        start = fleet.text.index(row)
        span = Span(start, start + len(row))
        found = as_json("q?", Answer((Quote(fleet, span, span, ""),), 0.9, 0.4, ()))
        return found["quotes"][0]["text"], found["quotes"][0]["shown"]

    assert shown("Anna | 310") == ("Vessel | Tons\nAnna | 310",) * 2
    assert shown("Berta | 270") == (
        "Vessel | Tons\nBerta | 270",
        "Vessel | Tons\n[…]\nBerta | 270",
    )
