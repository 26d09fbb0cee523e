"""The sample answers where nobody has built a library yet."""

from pathlib import Path

import pytest

from bot.answering.answer import Answer
from bot.settings import BotSettings
from bot.terminal.sample import SAMPLE, open_sample
from index.encoding.cache import bundled_folder
from index.prepared import cache_folder


@pytest.mark.slow
def test_the_sample_is_built_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It answers from the shipped article, says so each time, and builds only the first time."""
    monkeypatch.chdir(tmp_path)
    model = bundled_folder()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    cache_folder().mkdir()
    (cache_folder() / model.name).symlink_to(model)
    settings = BotSettings()
    first = open_sample(settings).ask("Wo trafen sich Trump und Putin?")
    assert isinstance(first, Answer)
    assert first.quotes[0].text in (SAMPLE / "article.txt").read_text(encoding="utf-8")
    (lock,) = cache_folder().glob("*.lock")
    lock.unlink()
    lock.mkdir()  # what is built is only read: no lock is asked for, nor could one be had
    assert open_sample(settings).generation == 1
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 2
    assert set(said) == {said[0]}
    assert "verbatim index build FILES" in said[0]
