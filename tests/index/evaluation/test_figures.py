"""Figures say where they come from, and are JSON whatever they are."""

import json
from pathlib import Path

from index.evaluation.figures import provenance, write_figures


def test_not_a_number_is_null(tmp_path: Path) -> None:
    """JSON has no NaN and no infinity, wherever they stand."""
    path = tmp_path / "new" / "figures.json"
    figures = [{"value": float("nan"), "among": (1.5, float("inf"))}]
    write_figures(path, {"commit": "é"}, figures)
    text = path.read_text(encoding="utf-8")
    assert json.loads(text) == {"commit": "é", "figures": [{"value": None, "among": [1.5, None]}]}
    assert "é" in text


def test_provenance_says_with_what_and_what_else() -> None:
    """The versions that change figures, the seed, and what the caller adds."""
    found = provenance(encoder=["bag", "1"])
    assert list(found) == [
        "commit",
        "time",
        "machine",
        "python",
        "versions",
        "seed",
        "encoder",
    ]
    assert list(found["versions"]) == ["numpy", "faiss-cpu", "onnxruntime"]
    assert (found["seed"], found["encoder"]) == (0, ["bag", "1"])
