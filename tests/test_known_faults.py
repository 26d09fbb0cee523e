"""Dependencies are checked for known faults, or it is said that they are not."""

from typing import Any

from tests.known_faults import FILES, ROOT, pins, report


def test_every_lock_is_asked_about() -> None:
    """Each pin once, of all files."""
    assert pins(["A==1\n# b==2\n", "a==1\nc.d-e==1.0+cpu ; x\n    --hash=sha256:f"]) == [
        "a==1",
        "c.d-e==1.0+cpu",
    ]
    found = pins((ROOT / name).read_text(encoding="utf-8") for name in FILES)
    assert {"torch", "lxml", "ruff"} <= {pin.split("==")[0] for pin in found}


def test_a_fault_is_told_and_fails() -> None:
    """Which package, which fault, and the version that mends it."""
    fault = {"id": "PYSEC-2021-19", "fix_versions": ["4.6.2"], "aliases": [], "description": ""}
    found: list[dict[str, Any]] = [
        {"name": "lxml", "version": "4.6.0", "vulns": [fault, {**fault, "fix_versions": []}]},
        {"name": "numpy", "version": "2.0", "vulns": []},
        {"name": "mine", "skip_reason": "not found"},
    ]
    assert report(found) == (
        [
            "lxml 4.6.0: PYSEC-2021-19, mended in 4.6.2",
            "lxml 4.6.0: PYSEC-2021-19, mended in no version yet",
            "mine: not in the database",
            "Known faults of dependencies: 2 in 2 of 3.",
        ],
        1,
    )
    assert report(found[1:])[1] == 0


def test_a_database_out_of_reach_is_told_and_fails_nothing() -> None:
    """Nothing was answered, or of nothing was anything known."""
    said = "Known faults of dependencies: not checked, the database cannot be reached."
    unknown: dict[str, Any] = {"name": "lxml", "skip_reason": "not found"}
    for found in ([], [unknown]):
        assert report(found) == ([said], 0)
