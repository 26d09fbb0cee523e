"""What is installed is pinned: by hash, and torch, whose build is one's own choice, by version."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
LOCKS = {
    "run": PROJECT["dependencies"],
    "dev": [*PROJECT["dependencies"], *EXTRAS["dev"], *EXTRAS["evaluation"]],
    "postgres": [*PROJECT["dependencies"], *EXTRAS["postgres"]],
    "benchmark": [*PROJECT["dependencies"], *EXTRAS["benchmark"]],
}


def _pins(path: str) -> dict[str, str]:
    """Names, as PyPI compares them (PEP 503), and versions."""
    found = re.findall(r"^([\w.-]+)==([\w.+!]+)", (ROOT / path).read_text(), flags=re.M)
    return {_same(name): version for name, version in found}


def _same(name: str) -> str:
    return re.sub(r"[-_.]+", "-", re.split(r"[\[<>=!~; ]", name)[0]).lower()


@pytest.mark.parametrize("lock", LOCKS)
def test_every_requirement_is_pinned(lock: str) -> None:
    """Each requirement of the project has one exact version, torch's in constraints.txt."""
    pinned = {**_pins(f"locks/{lock}.txt"), "torch": _pins("constraints.txt")["torch"]}
    assert [name for name in LOCKS[lock] if _same(name) not in pinned] == []
    assert pinned["torch"] == "2.13.0"


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_hashes(lock: str) -> None:
    """Nothing is installed that was not looked at when it was locked; no index is named."""
    text = (ROOT / f"locks/{lock}.txt").read_text(encoding="utf-8")
    entries = re.split(r"^(?=[\w])", text, flags=re.M)[1:]
    assert len(entries) == len(_pins(f"locks/{lock}.txt"))
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []
    assert "://" not in text
    assert "torch==" not in text


def test_the_pins_agree() -> None:
    """No package has two versions, whichever file it is installed from."""
    versions: dict[str, set[str]] = {}
    for path in ("constraints.txt", *(f"locks/{lock}.txt" for lock in LOCKS)):
        for name, version in _pins(path).items():
            versions.setdefault(name, set()).add(version)
    assert {name: found for name, found in versions.items() if len(found) > 1} == {}
