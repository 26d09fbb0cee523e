"""Texts and lines of JSON are read within the bounds of every other file."""

import json
import tracemalloc
from itertools import pairwise

import pytest

from index.errors import SourceError
from index.sources import from_bytes, from_text, jsonl, loader, sandbox
from index.sources.files import from_file
from index.sources.loader import File
from index.sources.sandbox import Sandbox

pytestmark = pytest.mark.slow


BLOCKS = "more than 500,000 paragraphs; split it"


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("endless.txt", b"a" * 25_000_000, "more than 20 million characters; split it"),
        ("lines.txt", b"T\n\n" * 510_000, BLOCKS),
        ("text.jsonl", json.dumps({"text": "T\n\n" * 510_000}).encode(), BLOCKS),
        ("deep.jsonl", b'{"text": ' + b"[" * 1_000_000, "not a JSON object"),
        ("lists.jsonl", b'{"text": "", "more": [' + b"[]," * 1_000_000 + b"[]]}", "no text in it"),
    ],
)
def test_who_asks_holds_no_more_than_the_file(name: str, data: bytes, why: str) -> None:
    """An endless line took 6.4 GB of the bot's own process, short ones 1.4 GB."""
    tracemalloc.start()
    with pytest.raises(SourceError, match=why):
        from_bytes(name, data)
    taken = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert taken < 5_000_000 + 2 * len(data)


def test_blocks_are_bounded_in_what_is_pasted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each costs more than it says."""
    monkeypatch.setattr(loader, "MOST_PARTS", 10)
    with pytest.raises(SourceError, match="more than 10 paragraphs; split it"):
        from_text("A\n\n" * 11)


def test_an_encoding_that_a_server_says_takes_its_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    """Punycode takes the square of the letters: 3 s for 80,000."""
    monkeypatch.setattr(sandbox, "SECONDS", 1)
    data = b"a" * 500_000 + b"-" + b"b" * 500_000
    file = File("x.txt", data, "https://example.org/x", "punycode")
    with Sandbox() as made, pytest.raises(SourceError, match="not read within"):
        from_file(file, made)


def test_a_dump_is_read_some_lines_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Under the numbers they have in the file; a bad one ends no other."""
    monkeypatch.setattr(jsonl, "PIECE", 40)
    lines = [json.dumps({"text": f"Line {n}."}) for n in range(1, 30)]
    lines[20] = "{"
    failures: list[SourceError] = []
    found = from_bytes("d.jsonl", "\n".join(lines).encode(), failures)
    numbers = [int(one.doc_id.removeprefix("d.jsonl:")) for one in found]
    assert [one.text for one in found] == [f"Line {n}." for n in numbers]
    assert {after - before for before, after in pairwise(numbers)} == {1, 2}
    assert len(found) == 28
    assert [one.source for one in failures] == ["d.jsonl:21"]


def test_lines_in_utf_16_are_not_cut() -> None:
    """Their ends are not those of bytes."""
    data = '{"text": "Ā ą."}\n{"text": "Ċ."}'.encode("utf-16")
    assert [one.text for one in from_bytes("d.jsonl", data)] == ["Ā ą.", "Ċ."]
