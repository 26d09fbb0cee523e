"""Settings from files, as containers and systemd give what is secret."""

from pathlib import Path

import pytest

import index.settings
from bot.settings import BotSettings
from index.settings import load_settings


def test_what_is_secret_may_be_in_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One a setting; the environment wins, and a folder that is missing is none."""
    monkeypatch.chdir(tmp_path)
    containers, systemd = tmp_path / "run", tmp_path / "credentials"
    for folder, name, text in (
        (containers, "telegram_token", "1:a\n"),
        (containers, "database_password", "for another program"),
        (systemd, "webhook_secret", "word"),
        (systemd, "access", "open"),
    ):
        folder.mkdir(exist_ok=True)
        (folder / name).write_text(text)
    monkeypatch.setattr(index.settings, "SECRETS", str(containers))
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(systemd))
    monkeypatch.setenv("ACCESS", "allowlist")
    found = load_settings(BotSettings)
    assert found.telegram_token
    assert found.webhook_secret
    assert found.telegram_token.get_secret_value() == "1:a"
    assert found.webhook_secret.get_secret_value() == "word"
    assert found.access == "allowlist"
    monkeypatch.setattr(index.settings, "SECRETS", str(tmp_path / "missing"))
    assert load_settings(BotSettings).telegram_token is None


@pytest.mark.parametrize(
    ("settings", "kept_in"),
    [
        ({}, "state.sqlite"),
        ({"library": "postgresql://db/v"}, "postgresql://db/v"),
        ({"state": "postgresql://other/v"}, "postgresql://other/v"),
        ({"library": "postgresql://db/v", "state": "postgresql://o/v"}, "postgresql://o/v"),
    ],
)
def test_the_state_is_beside_the_library(
    settings: dict[str, str], kept_in: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Unless it is said to be elsewhere; a file where there is no database."""
    monkeypatch.chdir(tmp_path)
    assert load_settings(BotSettings, **settings).kept_in == kept_in


@pytest.mark.parametrize("address", ["127.0.0.1:70000", "127.0.0.1:x", ":80", "80", "a b:80"])
def test_what_cannot_be_listened_on_is_a_wrong_setting(
    address: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Exit 2, one line, with what to write."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HEALTH_LISTEN", address)
    with pytest.raises(SystemExit) as stopped:
        load_settings(BotSettings)
    assert stopped.value.code == 2
    wanted = "HEALTH_LISTEN: write a host and a port up to 65535, such as 127.0.0.1:8080\n"
    assert capsys.readouterr().err == wanted


def test_a_file_that_is_no_text_is_a_wrong_setting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit 2, one line, without what stands in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_bytes(b"WEBHOOK_SECRET=hunter2\xff\n")
    with pytest.raises(SystemExit) as stopped:
        load_settings(BotSettings)
    assert stopped.value.code == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(".env, or a file with a secret, cannot be read as UTF-8: 'utf-8' codec")
    assert "hunter2" not in line


@pytest.mark.parametrize("secret", ["q3+Zk/9w==", "a word", "wörd", "x" * 257])
def test_a_word_that_telegram_refuses_is_a_wrong_setting(
    secret: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Exit 2, one line, with what it takes and without the word."""
    monkeypatch.chdir(tmp_path)
    for taken in ("Aa0_-", "x" * 256):
        found = load_settings(BotSettings, webhook_secret=taken).webhook_secret
        assert found
        assert found.get_secret_value() == taken
    monkeypatch.setenv("WEBHOOK_SECRET", secret)
    with pytest.raises(SystemExit) as stopped:
        load_settings(BotSettings)
    assert stopped.value.code == 2
    wanted = "WEBHOOK_SECRET: Telegram takes 1 to 256 of A-Z a-z 0-9 _ - and nothing else\n"
    assert capsys.readouterr().err == wanted
