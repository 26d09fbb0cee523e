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
        (systemd, "webhook_secret", "a-long-random-word"),
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
    assert found.webhook_secret.get_secret_value() == "a-long-random-word"
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


@pytest.mark.parametrize(
    ("settings", "passed_over"),
    [
        ({}, False),
        ({"library": "postgresql://db/v"}, False),
        ({"state": "a.sqlite"}, False),
        ({"library": "postgresql://db/v", "state": "a.sqlite"}, True),
        ({"library": "postgresql://db/v", "state": "state.sqlite"}, False),
        ({"library": "postgresql://db/v", "state": "postgresql://o/v"}, False),
    ],
)
def test_a_file_that_is_chosen_and_not_used_is_known(
    settings: dict[str, str],
    passed_over: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Beside a library in a database; what `.env.example` says is nobody's choice."""
    monkeypatch.chdir(tmp_path)
    assert load_settings(BotSettings, **settings).state_passed_over is passed_over


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("ADMIN_IDS", "@me", "write numbers, separated by commas, such as 42; @userinfobot"),
        ("ADMIN_IDS", "42, 4_3, x", "write numbers, separated by commas"),
        ("ALLOWED_IDS", "42;-100", "write numbers, separated by commas"),
        ("TELEGRAM_BASE_URL", "nonsense", "write an address that begins with http:// or https"),
        ("TELEGRAM_BASE_FILE_URL", "ftp://a/b", "write an address that begins with http://"),
        ("WEBHOOK_URL", "https:// ", "write an address that begins with http:// or https://"),
        ("QUESTIONS_PER_MINUTE", "0", "Input should be greater than 0"),
        ("TELEGRAM_TOKN", "1:a", "no such setting"),
    ],
)
def test_a_wrong_setting_is_one_line_with_its_name(
    name: str,
    value: str,
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The name as it stands in `.env`, and what to write there; exit 2."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_text(f'{name}="{value}"\n')
    with pytest.raises(SystemExit) as stopped:
        load_settings(BotSettings)
    assert stopped.value.code == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"{name}: {told}")


def test_ids_are_numbers_between_commas_or_spaces(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Groups have negative ones."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ALLOWED_IDS", "42, -1001234567890 7,")
    assert load_settings(BotSettings).allowed_ids == (42, -1001234567890, 7)


def test_a_path_may_begin_with_a_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As in a shell, which does not read `.env`; of whatever setting that may be a path."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", "/home/ann")
    names = ("LIBRARY", "ENCODER", "READER", "STATE", "GOLDEN_QUESTIONS")
    (tmp_path / ".env").write_text("".join(f"{name}=~/{name.lower()}\n" for name in names))
    found = load_settings(BotSettings)
    assert (found.library, found.encoder) == ("/home/ann/library", "/home/ann/encoder")
    assert (found.reader, found.state) == ("/home/ann/reader", "/home/ann/state")
    assert found.golden_questions == Path("/home/ann/golden_questions")
    assert load_settings(BotSettings, library=Path("~/mine")).library == "/home/ann/mine"
    assert load_settings(BotSettings, library="postgresql://~/v").library == "postgresql://~/v"
    with pytest.raises(SystemExit):
        load_settings(BotSettings, state="~nobody-of-that-name/state.sqlite")
    told = "STATE: write the whole path: what it begins with is nobody's home\n"
    assert capsys.readouterr().err == told


@pytest.mark.parametrize(
    ("token", "bot"),
    [("123:abc", 123), ("", None), ("abc", None), (":abc", None), ("1" * 30 + ":a", None)],
)
def test_the_token_says_which_bot_it_is(
    token: str, bot: int | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the digits it begins with."""
    monkeypatch.chdir(tmp_path)
    assert load_settings(BotSettings, telegram_token=token).bot_id == bot


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


@pytest.mark.parametrize(
    "secret", ["q3+Zk/9w==" * 2, "a word" * 9, "wörd" * 9, "x" * 257, "x" * 15]
)
def test_a_word_that_telegram_refuses_or_anybody_guesses_is_a_wrong_setting(
    secret: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Exit 2, one line, with what it takes and without the word."""
    monkeypatch.chdir(tmp_path)
    for taken in ("Aa0_-" * 4, "x" * 256):
        found = load_settings(BotSettings, webhook_secret=taken).webhook_secret
        assert found
        assert found.get_secret_value() == taken
    monkeypatch.setenv("WEBHOOK_SECRET", secret)
    with pytest.raises(SystemExit) as stopped:
        load_settings(BotSettings)
    assert stopped.value.code == 2
    wanted = "WEBHOOK_SECRET: write a long random word, 16 to 256 of A-Z a-z 0-9 _ -\n"
    assert capsys.readouterr().err == wanted
