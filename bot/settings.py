"""Settings of the bot: the index's, and who may ask, where Telegram is, what listens."""

import re
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, model_validator
from pydantic_settings import NoDecode, SettingsConfigDict

from index.settings import IndexSettings


def _ids(value: object) -> object:
    return value.replace(",", " ").split() if isinstance(value, str) else value


LAST_PORT = 65_535
Ids = Annotated[tuple[int, ...], NoDecode, BeforeValidator(_ids)]


def listened(value: str) -> str:
    """An address to listen on, `host:port`; raises ValueError for what is none."""
    host, _, port = value.rpartition(":")
    is_host = re.fullmatch(r"[\w.\-:]+|\[[\w.:]+\]", host, flags=re.ASCII)
    if not is_host or not re.fullmatch("[0-9]{1,5}", port) or int(port) > LAST_PORT:
        raise ValueError(f"write a host and a port up to {LAST_PORT}, such as 127.0.0.1:8080")
    return value


def _taken(value: SecretStr) -> SecretStr:
    """A word that Telegram sends along; raises ValueError for one that it refuses."""
    if not re.fullmatch("[A-Za-z0-9_-]{1,256}", value.get_secret_value()):
        raise ValueError("Telegram takes 1 to 256 of A-Z a-z 0-9 _ - and nothing else")
    return value


Address = Annotated[str, AfterValidator(listened)]


class BotSettings(IndexSettings):
    """Everything `.env` may say; an unknown key there is an error, so that a typo is seen."""

    model_config = SettingsConfigDict(extra="forbid")

    telegram_token: SecretStr | None = None
    """The token BotFather gave; only `run` and `check` need it."""
    telegram_base_url: str = "https://api.telegram.org/bot"
    """The Bot API server; the token is appended."""
    telegram_base_file_url: str = "https://api.telegram.org/file/bot"
    """The Bot API server's files; the token is appended."""
    admin_ids: Ids = ()
    """Telegram user ids, separated by commas, that may rebuild, approve and roll back."""
    access: Literal["open", "allowlist"] = "allowlist"
    """Who may ask: everybody (`open`), or admins, `ALLOWED_IDS` and those an admin approves."""
    allowed_ids: Ids = ()
    """Users and groups, by id, that may ask when `ACCESS` is `allowlist`."""
    questions_per_minute: float = Field(default=6, gt=0)
    """How many questions a user may ask a minute before one warning, then silence."""
    reader: str = "bundled"
    """The reader: `bundled`, `none` (the encoder alone), or a question-answering model's name."""
    golden_questions: Path | None = None
    """A file of `question -> start of the sentence that answers` that a rebuild must still get."""
    keep_generations: int = Field(default=5, ge=1)
    """How many generations stay when an admin has changed the texts, the live one among them."""
    state: Annotated[str, BeforeValidator(str)] = "state.sqlite"
    """Where the bot keeps approvals, languages and feedback: a file, or a database's address."""
    gaps: bool = False
    """Whether refused questions are kept, without who asked, for `/gaps`; `/privacy` says so."""
    webhook_url: Annotated[str, Field(pattern="^https?://")] | None = None
    """The public address Telegram shall call, https unless the server is yours; else it polls."""
    webhook_secret: Annotated[SecretStr, AfterValidator(_taken)] | None = None
    """What Telegram must send along, of A-Z a-z 0-9 _ -; mandatory with `WEBHOOK_URL`."""
    webhook_listen: Address = "127.0.0.1:8443"
    """Where the webhook listens, behind a TLS proxy."""
    health_listen: Address | None = None
    """Where `/healthz`, `/readyz` and `/metrics` listen, such as `127.0.0.1:9100`."""

    @property
    def kept_in(self) -> str:
        """Where the state is: in `STATE`, or beside the library where only that is a database."""
        beside = "://" in self.library and "://" not in self.state
        return self.library if beside else self.state

    @model_validator(mode="after")
    def _secret_with_webhook(self) -> "BotSettings":
        if self.webhook_url and not self.webhook_secret:
            raise ValueError(
                "WEBHOOK_URL needs WEBHOOK_SECRET: a long random word of A-Z a-z 0-9 _ -"
            )
        return self
