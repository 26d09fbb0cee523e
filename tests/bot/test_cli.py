"""`python -m bot`: the main job, as a user or a program runs it."""

import io
import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import bot.cli
import index.cli
from bot.cli import console
from index.settings import load_settings

ROOT = Path(__file__).parents[2]


def _bot(*words: str, **more: Any) -> "subprocess.CompletedProcess[str]":
    return _module("bot", *words, **more)


def _module(
    name: str, *words: str, library: Path | None = None, stdin: str = "", cwd: Path = ROOT
) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    environment.pop("LIBRARY", None)
    if library:
        environment["LIBRARY"] = str(library)
    command = [sys.executable, "-m", name, *words]
    return subprocess.run(
        command, input=stdin, env=environment, cwd=cwd, capture_output=True, text=True, check=False
    )


@pytest.mark.slow
def test_what_did_trump_decide(sample_library: Path) -> None:
    """The question the project started from: in English, of a French article."""
    run = _bot("ask", "--json", "what did Trump decide?", library=sample_library)
    assert run.returncode == 0, run.stderr
    answer = json.loads(run.stdout)
    assert answer["answered"]
    (quote,) = answer["quotes"]
    assert (
        "Trump a opéré un virage à 180 degrés : finie la prudence, "
        "place à un soutien militaire accru envers Kiev."
    ) in quote["text"]
    assert quote["heading"] == "Un revirement stratégique sans précédent"
    assert quote["date"] == "2025-10-02"
    shown = _bot("ask", "what did Trump decide?", library=sample_library).stdout
    assert shown.startswith(quote["text"])
    assert f"— {quote['heading']} · 2025-10-02\n" in shown
    transcript = f'$ make ask Q="what did Trump decide?"\n{shown}'
    assert transcript in (ROOT / "README.md").read_text(encoding="utf-8")


SPRING = """---
title: Harbour fees
date: 2025-03-03
---

The harbour fee for a boat of up to ten metres is 12 crowns a night.

It is paid at the office by the quay.
"""
AUTUMN = """---
title: New fees
date: 2025-10-02
---

The council met on Thursday.

From now on the harbour fee for a boat of up to ten metres is 15 crowns a night.
"""


COMMANDS = {"bot": bot.cli.main, "index": index.cli.main}


def _here(cwd: Path, name: str, *words: str, **settings: str) -> tuple[int, str]:
    """What `python -m NAME` returns and prints, without a process that loads everything anew."""
    printed = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(cwd)
        patch.delenv("LIBRARY", raising=False)
        for setting, value in settings.items():
            patch.setenv(setting, value)
        patch.setattr(sys, "stdout", printed)
        code = COMMANDS[name](list(words))
    printed.seek(0)
    return code, printed.read()


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two texts, the first of which is changed after the second has come."""
    folder = tmp_path_factory.mktemp("harbour")
    moved = SPRING.replace("by the quay", "behind the customs house")
    for name, text in (("spring.md", SPRING), ("autumn.md", AUTUMN), ("spring.md", moved)):
        (folder / name).write_text(text, encoding="utf-8")
        code, said = _here(folder, "index", "add", "--library", "harbour", name)
        assert code == 0, said
    return folder


@pytest.mark.slow
def test_what_is_shown_of_verifying_is_what_it_says(sample_library: Path, harbour: Path) -> None:
    """Every transcript of docs/verify.md that has an answer, letter by letter but for times."""
    page = (ROOT / "docs" / "verify.md").read_text(encoding="utf-8")
    transcript = r"^```\n\$ \.venv/bin/python -m (.*)\n((?:.+\n|\n)+?)```$"
    blocks = re.findall(transcript, page, flags=re.M)
    assert len(blocks) >= 8
    for command, shown in blocks:
        of_harbour = "--library harbour" in command
        where = {} if of_harbour else {"LIBRARY": str(sample_library)}
        code, said = _here(harbour if of_harbour else ROOT, *shlex.split(command), **where)
        assert (code, _timeless(said)) == (0, _timeless(shown)), command


def _timeless(text: str) -> str:
    return re.sub(r"\d{4}-\d\d-\d\dT[\d:+]+", "then", text)


@pytest.mark.slow
def test_a_question_a_line(sample_library: Path) -> None:
    """One object for each line, blank ones and rubbish too; quotes are slices of the text."""
    questions = [
        "Wo trafen sich Trump und Putin?",
        "",
        "hello",
        "What is the capital of Peru?",
        "\U0001f1e8\U0001f1ed " * 500,
        "'; DROP TABLE documents; -- \" * NEAR(",
    ]
    run = _bot("ask", "--json", "-", library=sample_library, stdin="\n".join(questions) + "\n")
    assert (run.returncode, run.stderr) == (0, "")
    answers = [json.loads(line) for line in run.stdout.splitlines()]
    assert [answer["question"] for answer in answers] == questions
    assert [answer["answered"] for answer in answers[1:4]] == [False, False, False]
    assert "Alaska" in (answers[0]["quotes"] or [answers[0]["closest"]])[0]["text"]
    assert answers[2]["closest"] is None


def test_no_library_says_how_to_make_one(tmp_path: Path) -> None:
    """Exit 1, one line, quickly."""
    run = _bot("ask", "x", library=tmp_path / "none")
    assert run.returncode == 1
    assert "python -m index build" in run.stderr
    assert run.stdout == ""


def test_wrong_usage_and_settings_exit_2(tmp_path: Path) -> None:
    """A typo in .env is told by name."""
    assert _bot("ask").returncode == 2
    assert _bot("dance").returncode == 2
    (tmp_path / ".env").write_text("TELEGRAM_TOKN=1\n")
    run = _bot("ask", "x", cwd=tmp_path)
    assert run.returncode == 2
    assert (
        run.stderr == "TELEGRAM_TOKN: no such setting; see .env.example for the ones there are\n"
    )


@pytest.mark.parametrize(
    ("words", "usage"),
    [
        ("", "usage: verbatim [-h] VERB"),
        ("fly", "usage: verbatim [-h] VERB"),
        ("ask", "usage: verbatim ask [-h]"),
        ("index", "usage: verbatim index [-h] VERB"),
        ("index fly", "usage: verbatim index [-h] VERB"),
        ("index build", "usage: verbatim index build [-h]"),
    ],
)
def test_the_usage_is_of_the_command_as_called(
    words: str,
    usage: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Errors and `--help` of `verbatim` speak of `verbatim`."""
    for more in ([], ["--help"]):
        monkeypatch.setattr(sys, "argv", ["verbatim", *words.split(), *more])
        with pytest.raises(SystemExit) as stopped:
            console()
        assert stopped.value.code == (0 if more and "fly" not in words else 2)
    captured = capsys.readouterr()
    assert captured.err.startswith(usage)
    assert "fly" in words or captured.out.startswith(usage)


def test_settings_are_checked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Lists, secrets and what belongs together."""
    from bot.settings import BotSettings

    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ADMIN_IDS", "1, 2 3")
    monkeypatch.setenv("TELEGRAM_TOKEN", "123:hunter2")
    settings = load_settings(BotSettings, library=Path("elsewhere"))
    assert settings.admin_ids == (1, 2, 3)
    assert settings.library == "elsewhere"
    assert "hunter2" not in repr(settings)
    monkeypatch.setenv("WEBHOOK_URL", "https://example.org/hook")
    with pytest.raises(SystemExit) as stopped:
        load_settings(BotSettings)
    assert stopped.value.code == 2
