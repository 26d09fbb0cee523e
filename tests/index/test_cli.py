"""`python -m index`: what it prints, what it returns, what it leaves alone."""

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from index import show
from index.building import build
from index.cli import main
from index.store import Library, open_library
from index.text.blocks import Part, composed
from index.text.documents import Document
from index.text.left_out import LeftOut, Missing
from tests.doubles import BagEncoder

ROOT = Path(__file__).parents[2]


@pytest.fixture
def library(tmp_path: Path, encoder: BagEncoder) -> Library:
    """Two generations: one document, then two."""
    library = open_library(tmp_path / "library")
    cat = Document(
        "cat", "The cat", "The cat sleeps.", "https://example.org/cat", "2025-10-02", "en"
    )
    build(library, [cat], encoder, replace=True)
    build(library, [Document("dog", "", "The dog barks.")], encoder, replace=False)
    return library


def _run(library: Library, verb: str, *arguments: str) -> int:
    return main([verb, *arguments, "--library", library.address])


def test_list(library: Library, capsys: pytest.CaptureFixture[str]) -> None:
    """A line for each document; with --json an object a line, without the text."""
    assert _run(library, "list") == 0
    assert capsys.readouterr().out == "cat\t2025-10-02\tThe cat\ndog\t-\t-\n"
    assert _run(library, "list", "--json") == 0
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert first == {
        "doc_id": "cat",
        "title": "The cat",
        "url": "https://example.org/cat",
        "date": "2025-10-02",
        "language": "en",
        "left_out": [],
        "characters": 15,
    }
    assert (second["doc_id"], second["date"]) == ("dog", None)


def test_documents_are_shown_as_they_are_stored(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With what was left out of them, and their blocks for programs; an unknown one is 1."""
    text, blocks = composed([Part("Fees", "heading", 1), Part("Ten crowns.")])
    library = open_library(tmp_path / "library")
    missing = (LeftOut(Missing.ATTACHED, "plan"), LeftOut(Missing.SAID, "a \x1bpicture"))
    fees = Document("fees", "Fees", text, blocks=blocks, left_out=missing)
    build(library, [fees, Document("x", "X", "Y.")], BagEncoder(), replace=True)
    assert _run(library, "show", "fees") == 0
    left = "left out: attached: plan; a \\x1bpicture"
    assert capsys.readouterr().out == f"fees\t-\tFees\t{left}\n\nFees\n\nTen crowns.\n\n"
    assert _run(library, "list") == 0
    assert capsys.readouterr().out == f"fees\t-\tFees\t{left}\nx\t-\tX\n"
    assert _run(library, "show", "--json") == 0
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert first == {
        "doc_id": "fees",
        "title": "Fees",
        "text": "Fees\n\nTen crowns.",
        "url": None,
        "date": None,
        "language": None,
        "blocks": [[0, 4, "heading", 1], [6, 17, "paragraph", 0]],
        "left_out": ["attached: plan", "a \x1bpicture"],
    }
    assert (second["doc_id"], second["blocks"]) == ("x", [])
    assert _run(library, "show", "y") == 1
    assert "not in the library: y" in capsys.readouterr().err


def test_foreign_names_are_only_shown(
    tmp_path: Path, encoder: BagEncoder, capsys: pytest.CaptureFixture[str]
) -> None:
    """A name, a title or an error neither makes a second row nor reaches the terminal as it is."""
    library = open_library(tmp_path / "library")
    hostile = Document("a\x1b[2J\nforged\t2020-01-01\tRow", "T\u202e\x9b31m", "The \x9b5mcat.")
    build(library, [hostile], encoder, replace=True)
    for arguments in (["list"], ["list", "--json"], ["remove", "no\x1b]0;such\nname"]):
        _run(library, *arguments)
        captured = capsys.readouterr()
        shown = captured.out + captured.err
        assert shown.count("\n") == 1
        assert not set(shown) & set("\x1b\x9b\u202e")
    assert "a\\x1b[2J\\nforged" in "".join(show.documents([hostile], as_json=False))


def test_info(library: Library, capsys: pytest.CaptureFixture[str]) -> None:
    """The generations, which one is live, and whose vectors they hold."""
    assert _run(library, "info") == 0
    out = capsys.readouterr().out
    assert "encoder\tbag (1, 256 dimensions)" in out
    assert out.splitlines()[-1].endswith("2 documents, 2 passages, live")
    assert _run(library, "info", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert found["live"] == 2
    assert [one["documents"] for one in found["generations"]] == [1, 2]
    assert found["generations"][0]["encoder"] == "bag"
    assert found["bytes"] > 10_000


def test_remove_rollback_and_prune(library: Library, capsys: pytest.CaptureFixture[str]) -> None:
    """Each says what it did; what cannot be done is one line on standard error and 1."""
    assert _run(library, "remove", "dog") == 0
    assert capsys.readouterr().out == (
        "generation 3: 0 added, 0 updated, 0 unchanged, 1 removed; 1 documents, 1 passages"
        " (0 encoded, 1 reused)\n"
    )
    assert _run(library, "remove", "dog") == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("verbatim: not in the library: dog")
    assert _run(library, "rollback") == 0
    assert capsys.readouterr().out.startswith("generation 2 answers: 2 documents")
    assert _run(library, "remove", "cat") == 0
    capsys.readouterr()
    assert _run(library, "rollback") == 0
    assert capsys.readouterr().out.startswith("generation 2 answers: 2 documents")
    assert _run(library, "rollback", "9") == 1
    assert "there are 1, 2, 3, 4" in capsys.readouterr().err
    assert _run(library, "prune", "--keep", "0") == 0
    assert capsys.readouterr().out == "deleted generations: 1, 3, 4\n"
    assert library.live().number == 2


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["fly"],
        ["build"],
        ["search"],
        ["prune", "--keep", "-1"],
        ["prune", "--keep", "many"],
        ["rollback", "back"],
        ["search", "-k", "x", "question"],
    ],
)
def test_wrong_usage_is_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Said by the usage, not by a trace."""
    with pytest.raises(SystemExit) as exit_:
        main(arguments)
    assert exit_.value.code == 2
    assert "usage: python -m index" in capsys.readouterr().err


@pytest.mark.parametrize("wrong", ["x", "-1", "1.5", ""])
def test_a_count_is_asked_for_in_words(wrong: str, capsys: pytest.CaptureFixture[str]) -> None:
    """No name of ours is in what a user reads."""
    with pytest.raises(SystemExit):
        main(["prune", f"--keep={wrong}"])
    assert capsys.readouterr().err.endswith("argument --keep: at least 0, a whole number\n")


@pytest.mark.parametrize("words", [["evaluate", "some.jsonl"], ["benchmark"]])
def test_what_makes_its_own_library_takes_none(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """An option that would be ignored is not offered."""
    for arguments in ([*words, "--library", "mine"], [words[0], "--help"]):
        with pytest.raises(SystemExit):
            main(arguments)
    captured = capsys.readouterr()
    assert "unrecognized arguments: --library mine" in captured.err
    assert "--library" not in captured.out


@pytest.mark.parametrize("verb", ["list", "info", "rollback", "prune", "remove x", "search x"])
def test_no_library_is_1(verb: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each verb says how to get one, and makes nothing."""
    assert _run(open_library(tmp_path / "none"), *verb.split()) == 1
    assert "python -m index build" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_help_is_quick_and_names_every_verb() -> None:
    """No model's library is loaded to say what there is to say."""
    code = (
        "import sys\nfrom index.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        "print({'torch', 'faiss', 'sentence_transformers', 'onnxruntime'} & set(sys.modules))"
    )
    out = subprocess.check_output([sys.executable, "-c", code], text=True, cwd=ROOT)
    verbs = [
        "build",
        "add",
        "remove",
        "list",
        "info",
        "search",
        "rollback",
        "prune",
        "doctor",
        "evaluate",
    ]
    assert [verb for verb in verbs if f"\n    {verb} " not in out] == []
    assert out.endswith("set()\n")


def test_an_encoder_of_another_library(
    library: Library, capsys: pytest.CaptureFixture[str]
) -> None:
    """`add` with another encoder is refused, and says which one to set."""
    assert _run(library, "search", "who sleeps?") == 1
    assert "ENCODER" in capsys.readouterr().err


@pytest.mark.slow
def test_what_was_left_out_is_said_and_is_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A line for each document that lost something; the others are not named."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cat.txt").write_bytes(b"Le chat dort sur le toit de la maison.")
    (tmp_path / "sea.txt").write_bytes("La mer est très froide en été.".encode() + b"\xc3")
    assert main(["build", "cat.txt", "sea.txt"]) == 0
    captured = capsys.readouterr()
    said = "sea.txt: left out: 1 damaged letters, shown as \ufffd"
    assert [line for line in captured.err.splitlines() if "left out" in line] == [
        f"verbatim: {said}"
    ]
    assert main(["show", "sea.txt"]) == 0
    assert said.removeprefix("sea.txt: ") in capsys.readouterr().out


@pytest.mark.slow
def test_from_files_to_hits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Build, add, search, doctor with the real encoder; a bad source does not stop the others."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_text("LIBRARY=mine\nTELEGRAM_TOKEN=\n")
    (tmp_path / "cat.txt").write_text("Le chat dort sur le toit de la maison.", encoding="utf-8")
    (tmp_path / "sea.txt").write_text("La mer est froide en hiver.", encoding="utf-8")
    assert main(["build", "cat.txt", "missing.txt"]) == 1
    captured = capsys.readouterr()
    assert captured.out.startswith("generation 1: 1 added")
    assert ("missing.txt" in captured.err, len(captured.err.splitlines())) == (True, 1)
    assert main(["add", "sea.txt"]) == 0
    captured = capsys.readouterr()
    assert ("(1 encoded, 1 reused)" in captured.out, captured.err) == (True, "")
    assert main(["search", "where does the cat sleep?", "-k", "1", "--json"]) == 0
    hit = json.loads(capsys.readouterr().out)
    assert (hit["doc_id"], hit["text"]) == ("cat.txt", "Le chat dort sur le toit de la maison.")
    assert main(["doctor"]) == 0
    assert "WRONG" not in capsys.readouterr().out
    assert main(["build", "missing.txt"]) == 1
    assert capsys.readouterr().out == ""
    assert open_library(tmp_path / "mine").live().documents == 2
    snapshot = next((tmp_path / "mine" / "snapshots").iterdir())
    snapshot.write_bytes(snapshot.read_bytes()[:-1])
    assert main(["doctor"]) == 1
    assert capsys.readouterr().out.count("WRONG") == 2
    with closing(sqlite3.connect(tmp_path / "mine" / "library.sqlite")) as database:
        database.execute("UPDATE documents SET text = replace(text, 'toit', 'mur')")
        database.commit()
    assert main(["search", "where does the cat sleep?", "--json"]) == 0
    out = capsys.readouterr().out
    assert [json.loads(line)["doc_id"] for line in out.splitlines()] == ["sea.txt"]
    assert main(["doctor", "--repair"]) == 1
    told = capsys.readouterr().out.splitlines()
    assert "WRONG   cat.txt is lost: `python -m index add` its source again" in told
    assert main(["add", "cat.txt"]) == 0
    assert main(["doctor"]) == 0
    assert "WRONG" not in capsys.readouterr().out


def test_as_a_program(library: Library) -> None:
    """`python -m index` is the same, and returns what `main` does."""
    for verb, code in (("info", 0), ("rollback", 0), ("flee", 2)):
        command = [sys.executable, "-m", "index", verb, "--library", library.address]
        assert subprocess.run(command, capture_output=True, cwd=ROOT).returncode == code


def test_an_address_of_another_kind_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """No folder of that name is made, and what may be a password is not shown."""
    monkeypatch.chdir(tmp_path)
    assert main(["info", "--library", "mysql://me:secret@host/db"]) == 1
    told = capsys.readouterr()
    assert "mysql://: name a folder" in told.err
    assert "secret" not in told.err + told.out
    assert list(tmp_path.iterdir()) == []
