"""JSON lines: the good ones go in, the bad ones are told."""

import json
from pathlib import Path

from index.errors import SourceError
from index.sources import load
from index.text.documents import Document


def test_bad_lines_do_not_stop_good_ones(tmp_path: Path) -> None:
    """Each bad line is named by file and number; ids and fields of the good ones are kept."""
    rows = [
        json.dumps({"text": "One.", "doc_id": "x", "date": "2020-01-01", "language": "en"}),
        "{bad",
        "",
        json.dumps({"title": "no text"}),
        json.dumps({"text": "Zwei.", "url": "https://e.org/2", "title": "T"}),
        json.dumps({"text": "Again.", "doc_id": "x"}),
    ]
    path = tmp_path / "d.jsonl"
    path.write_text("\n".join(rows))
    found = list(load([str(path)]))
    documents = [one for one in found if isinstance(one, Document)]
    told = [str(one) for one in found if isinstance(one, SourceError)]
    assert [(d.doc_id, d.text) for d in documents] == [("x", "One."), ("d.jsonl:5", "Zwei.")]
    assert (documents[0].date, documents[1].url) == ("2020-01-01", "https://e.org/2")
    assert len(told) == 3
    assert any(line.startswith("d.jsonl:2: ") for line in told)
    assert any(line.startswith("d.jsonl:4: ") for line in told)
    assert any("second document" in line for line in told)
