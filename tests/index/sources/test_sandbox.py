"""What would take too much, or what nothing reads, is refused; the next file is read."""

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.errors import SourceError, Trouble
from index.sources import from_bytes, sandbox
from index.sources.composing import document_of
from index.sources.loader import Extracted, File
from index.sources.sandbox import Sandbox
from index.text.blocks import Part
from tests.index.sources.hostile import MISSING
from tests.index.sources.made import PAGE, epub_file

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[3]


@pytest.fixture
def hostile(monkeypatch: pytest.MonkeyPatch) -> Iterator[Sandbox]:
    """A sandbox with a kind of file that does what it says, and a second of time for each."""
    monkeypatch.setitem(sandbox.LOADERS, "evil", "tests.index.sources.hostile")
    monkeypatch.setattr(sandbox, "SECONDS", 1)
    monkeypatch.setattr(sandbox, "PATIENCE", 5)
    with Sandbox() as made:
        yield made


def _told(sandbox: Sandbox, what: str) -> str:
    with pytest.raises(SourceError) as told:
        sandbox.extracted("evil", File("x.evil", what.encode()))
    return str(told.value)


def test_what_is_read_comes_back_as_it_was(hostile: Sandbox) -> None:
    """Every field of it."""
    for text in ("Été \u2028 🚀", "a\ud800b", "漢" * 5_000_000):
        said = (Part(text), Part("b", "item", 2))
        file = File("x", text.encode("utf-8", "surrogatepass"))
        expected = [Extracted(said, "T", "D", "L", "U", "N", (MISSING,))]
        assert hostile.extracted("evil", file) == expected


def test_one_that_is_too_long_costs_no_other(hostile: Sandbox) -> None:
    """It comes back without its blocks, and with the reason."""
    first, second = hostile.extracted("evil", File("x", b"one too long"))
    why = "more than 500,000 paragraphs; split it"
    assert first == Extracted((), name="1", why=why, trouble=Trouble.TOO_LARGE)
    assert first.trouble is Trouble.TOO_LARGE
    assert second == Extracted((Part("b"),), name="2")
    with pytest.raises(SourceError, match=f"^x#1: {why}") as told:
        document_of("x#1", first)
    assert told.value.trouble is Trouble.TOO_LARGE


def test_what_no_loader_may_leave_out_is_refused(hostile: Sandbox) -> None:
    """The process that answered may be the file's."""
    assert _told(hostile, "lie") == "x.evil: a damaged or oversized EVIL file"


def test_an_address_is_fetched_by_a_process_too(hostile: Sandbox) -> None:
    """Under the check of addresses; what goes wrong is told with the address."""
    for url in ("http://127.0.0.1:1/x", "http://[::ffff:10.0.0.1]/", "http://[", "ftp://e.org/"):
        with pytest.raises(SourceError) as told:
            hostile.fetched(url)
        assert str(told.value).startswith(f"{url}: ")


def test_each_file_is_bounded_and_the_next_is_read(
    hostile: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Time, memory, crashes and lies of one file end with it, in the same process that goes on."""
    assert _told(hostile, "spin") == "x.evil: not read within 1 seconds; split it"
    monkeypatch.setattr(sandbox, "PATIENCE", 1)
    assert _told(hostile, "sleep") == "x.evil: not read within 1 seconds; split it"
    # A busy machine takes longer than that to give 512 MB.
    monkeypatch.setattr(sandbox, "SECONDS", 20)
    monkeypatch.setattr(sandbox, "PATIENCE", 40)
    assert _told(hostile, "grow") == "x.evil: it takes more than 512 MB to read; split it"
    assert _told(hostile, "grow and fail") == "x.evil: it takes more than 512 MB to read; split it"
    assert _told(hostile, "crash") == "x.evil: a damaged EVIL file"
    assert _told(hostile, "leave") == "x.evil: a damaged EVIL file"
    assert _told(hostile, "fail") == "x.evil: a damaged EVIL file: something"
    assert _told(hostile, "refuse") == "x.evil: not today"
    assert _told(hostile, "nothing") == "x.evil: there is no text in it"
    assert _told(hostile, "print") == "x.evil: there is no text in it"
    assert len(hostile._all) == 1


def test_what_is_the_matter_comes_back_with_the_reason(hostile: Sandbox) -> None:
    """For who says it in another language."""
    expected = {"spin": Trouble.TOO_LARGE, "crash": Trouble.DAMAGED, "nothing": Trouble.NO_TEXT}
    for what, trouble in expected.items():
        with pytest.raises(SourceError) as told:
            hostile.extracted("evil", File("x.evil", what.encode()))
        assert told.value.trouble is trouble


def test_a_sandbox_that_is_killed_is_replaced(
    hostile: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file that did it is told, and the next one read."""
    for how in ("kill", "kill and wait"):
        with monkeypatch.context() as patch:
            patch.setattr(sandbox, "PATIENCE", 2)  # so long it is waited for what is dead
            assert _told(hostile, how) == "x.evil: a damaged or oversized EVIL file"
    assert hostile.extracted("evil", File("x", b"text"))[0].parts[0] == Part("text")


def test_no_secret_is_told(hostile: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """The process that reads has no token in its environment."""
    monkeypatch.setenv("TELEGRAM_TOKEN", "1:x")
    (found,) = hostile.extracted("evil", File("x", b"environment"))
    names = {part.text for part in found.parts}
    assert "PATH" in names
    assert names <= {*sandbox._TOLD, "PYTHONPATH", "OPENBLAS_NUM_THREADS", "LC_CTYPE",
                      "ORT_DISABLE_TELEMETRY"}  # fmt: skip


def test_what_reads_too_long_can_be_interrupted(hostile: Sandbox) -> None:
    """Closing ends it at once, and what is asked afterwards is not begun."""
    told: list[str] = []
    reading = threading.Thread(target=lambda: told.append(_told(hostile, "sleep")))
    reading.start()
    while not hostile._all:
        time.sleep(0.01)
    time.sleep(0.5)
    started = time.monotonic()
    hostile.close()
    reading.join()
    assert time.monotonic() - started < 1
    assert told == ["x.evil: a damaged or oversized EVIL file"]
    assert _told(hostile, "text") == "x.evil: not read: it was interrupted"


def test_no_module_of_the_folder_is_run(tmp_path: Path) -> None:
    """Who reads a folder from within it does not run what lies there."""
    (tmp_path / "docx.py").write_text("open('ran', 'w')")
    (tmp_path / "json.py").write_text("open('ran', 'w')")
    (tmp_path / "page.html").write_text(PAGE)
    code = f"import sys; sys.path[:0] = [{str(ROOT)!r}]; from index.sources import load;"
    code += "print([found.text for found in load(['.'])][-1])"
    ran = subprocess.run(
        [sys.executable, "-P", "-c", code],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "fleuve" in ran.stdout
    assert not (tmp_path / "ran").exists()


def test_a_zip_bomb_is_refused() -> None:
    """A small file that unpacks to a huge one is not unpacked."""
    bomb = epub_file("<p>" + " " * 100_000_001 + "</p>")
    assert len(bomb) < 1_000_000
    with pytest.raises(SourceError, match="unpacks to more"):
        from_bytes("bomb.epub", bomb)


def test_a_kind_without_a_loader_is_refused() -> None:
    """It is not taken for one of the others."""
    with Sandbox() as made, pytest.raises(SourceError) as refused:
        made.extracted("odd", File("a.odd", epub_file("<p>The cat sleeps.</p>")))
    assert str(refused.value) == "a.odd: nothing here reads ODD files"
