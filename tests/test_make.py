"""`make` and the bot read one library, however `.env` writes it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
# In place of the environment's Python: tells what it is to run, and runs only what is asked in
# one line, as the settings are.
PYTHON = f"""#!/bin/sh
case "$1" in
  -c) PYTHONPATH='{ROOT}' exec '{sys.executable}' "$@" ;;
  *) shift; echo "$*" >> ran ;;
esac
"""
ASKED = ["bot ask -- is it open?"]
BUILT = ["index build sample", *ASKED]
DRIVER = "pip install --quiet --disable-pip-version-check --no-deps --require-hashes"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout that is set up, with texts in a folder of that name."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    shutil.copytree(ROOT / "locks", tmp_path / "locks")
    for name in ("pyproject.toml", "constraints.txt"):
        shutil.copy(ROOT / name, tmp_path)
    python = tmp_path / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(PYTHON)
    python.chmod(0o755)
    (tmp_path / ".venv" / "installed").touch()
    for name in ("texts", "my texts"):
        (tmp_path / name).mkdir()
    return tmp_path


def _ran(checkout: Path, *given: str, target: str = "ask", **settings: str) -> list[str]:
    """What make runs, one command a line."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "TMPDIR") if name in os.environ}
    subprocess.run(
        ["make", target, "Q=is it open?", *given],
        cwd=checkout,
        env=kept | settings,
        capture_output=True,
        check=True,
    )
    ran = checkout / "ran"
    found = ran.read_text().splitlines()
    ran.unlink()
    return found


@pytest.mark.parametrize(
    "written",
    [
        "LIBRARY=texts",
        'LIBRARY="texts"',
        "LIBRARY='my texts'",
        "LIBRARY = texts",
        "export LIBRARY=texts",
        "LIBRARY=texts # ours",
        "library=texts\r",
        "LIBRARY=none\nLIBRARY=texts",
        "\ufeffLIBRARY=texts",
    ],
)
def test_the_sample_is_never_built_beside_a_library(checkout: Path, written: str) -> None:
    """As the bot reads `.env`, so does make: what is there answers."""
    (checkout / ".env").write_bytes(f"{written}\n".encode())
    assert _ran(checkout) == ASKED
    assert sorted(one.name for one in checkout.iterdir() if one.is_dir()) == [
        ".venv", "locks", "my texts", "texts",
    ]  # fmt: skip


def test_where_there_is_none_the_sample_is_built(checkout: Path) -> None:
    """In a fresh clone, and where the setting names what is not there."""
    assert _ran(checkout) == BUILT
    (checkout / ".env").write_text("LIBRARY=other\n")
    assert _ran(checkout) == BUILT


def test_what_is_given_wins_over_the_file(checkout: Path) -> None:
    """To make, or by the environment, and what make runs is told; an empty one says nothing."""
    (checkout / ".env").write_text("LIBRARY=other\n")
    assert _ran(checkout, "LIBRARY=my texts") == ASKED
    assert _ran(checkout, LIBRARY="texts") == ASKED
    assert _ran(checkout, LIBRARY="") == BUILT


@pytest.mark.parametrize(
    ("target", "ends"), [("ask", ASKED[0]), ("bot", "bot run"), ("index", "index build sample")]
)
def test_a_database_brings_its_driver_and_no_sample(
    checkout: Path, target: str, ends: str
) -> None:
    """In quotes too, and once."""
    (checkout / ".env").write_text('LIBRARY="postgresql://verbatim@db/verbatim"\n')
    assert _ran(checkout, target=target) == [f"{DRIVER} -r locks/postgres.txt", ends]
    assert _ran(checkout, target=target) == [ends]


def test_settings_that_are_wrong_stop_it(checkout: Path) -> None:
    """Before anything is built that nobody meant."""
    (checkout / ".env").write_text("LOG_LEVEL=LOUD\n")
    with pytest.raises(subprocess.CalledProcessError) as stopped:
        _ran(checkout)
    assert b"LOG_LEVEL: " in stopped.value.stderr
    assert not (checkout / "ran").exists()
