"""Settings of the bot: the index's, and who may ask, where Telegram is, what listens."""

import re
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, model_validator
from pydantic_settings import NoDecode, SettingsConfigDict

from index.settings import IndexSettings, Named, at_home

LAST_PORT = 65_535
# Telegram's own accounts, which many people write through: messages of channels, those of
# anonymous admins (GroupAnonymousBot) and those of channels in groups (Channel_Bot).
SHARED_ACCOUNTS = frozenset({777000, 1087968824, 136817688})
# Where the state is unless somebody says otherwise.
STATE = "state.sqlite"


def _ids(value: object) -> object:
    if not isinstance(value, str):
        return value
    parts = value.replace(",", " ").split()
    if not all(re.fullmatch("-?[0-9]+", part) for part in parts):
        raise ValueError(
            "write numbers, separated by commas, such as 42; @userinfobot tells you yours"
        )
    return parts


def _on_the_web(value: str) -> str:
    if not re.match(r"https?://[^\s/]", value):
        raise ValueError("write an address that begins with http:// or https://")
    return value


def listened(value: str) -> str:
    """An address to listen on, `host:port`; raises ValueError for what is none."""
    host, _, port = value.rpartition(":")
    is_host = re.fullmatch(r"[\w.\-:]+|\[[\w.:]+\]", host, flags=re.ASCII)
    if not is_host or not re.fullmatch("[0-9]{1,5}", port) or int(port) > LAST_PORT:
        raise ValueError(f"write a host and a port up to {LAST_PORT}, such as 127.0.0.1:8080")
    return value


def _taken(value: SecretStr) -> SecretStr:
    """A word that Telegram sends along; raises ValueError for one that will not do.

    Of fewer letters it could be tried out, and the log, which hides it, could not be read.
    """
    if not re.fullmatch("[A-Za-z0-9_-]{16,256}", value.get_secret_value()):
        raise ValueError("write a long random word, 16 to 256 of A-Z a-z 0-9 _ -")
    return value


Ids = Annotated[tuple[int, ...], NoDecode, BeforeValidator(_ids)]
# A file that begins with `~` is in somebody's home.
File = Annotated[Path, AfterValidator(lambda path: Path(at_home(str(path))))]
Url = Annotated[str, AfterValidator(_on_the_web)]
Address = Annotated[str, AfterValidator(listened)]


class BotSettings(IndexSettings):
    """Everything `.env` may say; an unknown key there is an error, so that a typo is seen."""

    model_config = SettingsConfigDict(extra="forbid")

    telegram_token: SecretStr | None = None
    """The token BotFather gave; only `run` and `check` need it."""
    telegram_base_url: Url = "https://api.telegram.org/bot"
    """The Bot API server; the token is appended."""
    telegram_base_file_url: Url = "https://api.telegram.org/file/bot"
    """The Bot API server's files; the token is appended."""
    admin_ids: Ids = ()
    """Telegram user ids, separated by commas, that may rebuild, approve and roll back."""
    access: Literal["open", "allowlist"] = "allowlist"
    """Who may ask: everybody (`open`), or admins, `ALLOWED_IDS` and those an admin approves."""
    allowed_ids: Ids = ()
    """Users and groups, by id, that may ask when `ACCESS` is `allowlist`."""
    questions_per_minute: float = Field(default=6, gt=0)
    """How many questions a user may ask a minute before one warning, then silence."""
    reader: Named = "bundled"
    """The reader: `bundled`, `none` (the encoder alone), or a question-answering model's name."""
    golden_questions: File | None = None
    """A file of `question -> start of the sentence that answers` that a rebuild must still get."""
    keep_generations: int = Field(default=5, ge=1)
    """How many generations stay when an admin has changed the texts, the live one among them."""
    state: Named = STATE
    """Where the bot keeps approvals, languages and feedback: a file, or a database's address."""
    gaps: bool = False
    """Whether refused questions are kept, without who asked, for `/gaps`; `/privacy` says so."""
    webhook_url: Url | None = None
    """The public address Telegram shall call, https unless the server is yours; else it polls."""
    webhook_secret: Annotated[SecretStr, AfterValidator(_taken)] | None = None
    """What Telegram must send along, 16 of A-Z a-z 0-9 _ - or more; with `WEBHOOK_URL`."""
    webhook_listen: Address = "127.0.0.1:8443"
    """Where the webhook listens, behind a TLS proxy."""
    health_listen: Address | None = None
    """Where `/healthz`, `/readyz` and `/metrics` listen, such as `127.0.0.1:9100`."""

    @property
    def bot_id(self) -> int | None:
        """The bot's id, with which its token begins; None where there is none, or none that is."""
        token = self.telegram_token.get_secret_value() if self.telegram_token else ""
        found = re.match("([0-9]{1,18}):", token)
        return int(found[1]) if found else None

    @property
    def admins(self) -> tuple[int, ...]:
        """Those of `ADMIN_IDS` that are somebody for certain.

        A chat's id is negative: who writes in its name may be anybody there.
        """
        return tuple(one for one in self.admin_ids if one > 0 and one not in SHARED_ACCOUNTS)

    @property
    def kept_in(self) -> str:
        """Where the state is: in `STATE`, or beside the library where only that is a database."""
        beside = "://" in self.library and "://" not in self.state
        return self.library if beside else self.state

    @property
    def state_passed_over(self) -> bool:
        """Whether somebody chose a file as `STATE` in vain: the state is beside the library.

        The one that `.env.example` names nobody has chosen.
        """
        return self.kept_in != self.state != STATE

    @model_validator(mode="after")
    def _secret_with_webhook(self) -> "BotSettings":
        if self.webhook_url and not self.webhook_secret:
            raise ValueError(
                "WEBHOOK_URL needs WEBHOOK_SECRET: a long random word of A-Z a-z 0-9 _ -"
            )
        return self
