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
