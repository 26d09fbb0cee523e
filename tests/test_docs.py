"""What the README, the examples and `--help` promise is what the code does."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from bot.settings import BotSettings

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```$", README, flags=re.M | re.S)
COMMANDS = [
    line.removeprefix("$ ")
    for _, block in BLOCKS
    for line in block.splitlines()
    if re.match(r"\$ (make|\.venv/bin/python) ", line)
]


def _help(*words: str) -> str:
    command = [sys.executable, "-m", *words, "--help"]
    return subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout


def test_readme_opens_with_one_sentence_and_a_transcript() -> None:
    """A reader sees what it does within a hundred words of the top."""
    before = README.split("```")[0]
    assert len(before.split()) <= 100
    assert 'make ask Q="what did Trump decide?"' in BLOCKS[0][1]


@pytest.mark.parametrize("command", COMMANDS)
def test_readme_commands_exist(command: str) -> None:
    """Each command of the README names a make target, a verb and options that exist."""
    words = shlex.split(command)
    if words[0] == "make":
        makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
        assert re.search(rf"^{words[1]}:", makefile, flags=re.M)
        return
    assert words[1] == "-m"
    text = _help(*words[2:4])
    for option in (word for word in words[4:] if word.startswith("--")):
        assert option in text


@pytest.mark.parametrize("package", ["index", "bot"])
def test_readme_names_every_verb(package: str) -> None:
    """A verb nobody can read about does not exist."""
    verbs = re.findall(r"^    (\w+) {2,}", _help(package), flags=re.M)
    assert len(verbs) >= 5
    missing = [verb for verb in verbs if f"{package} {verb}" not in README]
    assert not missing


def test_every_make_target_is_in_the_readme() -> None:
    """The targets a user may type are the ones the README shows."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.*)$", makefile, flags=re.M)
    assert phony
    assert [target for target in phony[1].split() if f"make {target}" not in README] == []


def test_env_example_names_every_setting() -> None:
    """`.env.example` and the settings are the same list."""
    text = (ROOT / ".env.example").read_text(encoding="utf-8")
    named = re.findall(r"^#? ?([A-Z][A-Z_]+)=", text, flags=re.M)
    assert sorted(named) == sorted(field.upper() for field in BotSettings.model_fields)


def test_readme_explains_every_setting() -> None:
    """The README's table and the settings are the same list."""
    named = re.findall(r"^\| `([A-Z_]+)` \|", README, flags=re.M)
    assert sorted(named) == sorted(field.upper() for field in BotSettings.model_fields)


def test_dependencies_are_pinned() -> None:
    """Every requirement has one exact version in constraints.txt, torch among them."""
    pins = dict(
        re.findall(r"^([\w.-]+)==(\S+)$", (ROOT / "constraints.txt").read_text(), flags=re.M)
    )
    pyproject = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    lists = re.findall(r"^(?:dependencies|dev) = \[(.*?)\]$", pyproject, flags=re.M | re.S)
    names = re.findall(r'"([\w.-]+)', " ".join(lists))
    assert pins["torch"] == "2.13.0"
    pinned = {_same(name) for name in pins}
    assert [name for name in names if _same(name) not in pinned] == []


def _same(name: str) -> str:
    """A distribution's name as PyPI compares it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()
