"""Settings of `python -m index`: from the environment, or from `.env` in the working folder."""

import os
import sys
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

from pydantic import AfterValidator, BeforeValidator, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict


def at_home(value: str) -> str:
    """A path that begins with `~`, as a shell reads it; no shell reads what stands in `.env`.

    Raises ValueError where nobody of that name has a home.
    """
    if not value.startswith("~"):
        return value
    try:
        return str(Path(value).expanduser())
    except RuntimeError as error:
        raise ValueError("write the whole path: what it begins with is nobody's home") from error


# A folder or a file, or what has another kind of name: an address, a model.
Named = Annotated[str, BeforeValidator(str), AfterValidator(at_home)]


class IndexSettings(BaseSettings):
    """What building and searching need; keys of the bot in the same `.env` are let be."""

    model_config = SettingsConfigDict(
        env_file=".env",
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",
        use_attribute_docstrings=True,
        hide_input_in_errors=True,
    )

    library: Named = "library"
    """The address of the library: a folder, or `postgresql://…`."""
    encoder: Named = "bundled"
    """The encoder: `bundled`, or any sentence-transformers name or path."""
    device: str = "cpu"
    """Where the models run, as torch names it: `cpu`, `cuda`, `mps`."""
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    """How much is logged, to standard error."""


T = TypeVar("T", bound=IndexSettings)
# Where containers find what is secret, a file a setting, named by it in small letters.
SECRETS = "/run/secrets"


def load_settings(kind: type[T], **overrides: Any) -> T:
    """Read the settings; `overrides` win over the environment, that over `.env`, that over files.

    The files are systemd's credentials or a container's secrets: `telegram_token` there says
    TELEGRAM_TOKEN. Prints each wrong setting in one line and exits 2: a usage error, as argparse
    does it.
    """
    try:
        return kind(**{"_secrets_dir": secret_folders(), **overrides})
    except ValidationError as error:
        for problem in error.errors():
            name = str(problem["loc"][0]).upper() if problem["loc"] else ""
            what = _explain(problem["type"], problem["msg"].removeprefix("Value error, "))
            sys.stderr.write(f"{name}: {what}\n" if name else f"{what}\n")
        raise SystemExit(2) from None
    except (OSError, UnicodeDecodeError) as error:
        sys.stderr.write(f".env, or a file with a secret, cannot be read as UTF-8: {error}\n")
        raise SystemExit(2) from None


def secret_folders() -> list[str]:
    """Where files with secrets are, if anywhere."""
    named = (SECRETS, os.environ.get("CREDENTIALS_DIRECTORY", ""))
    return [folder for folder in named if folder and Path(folder).is_dir()]


def _explain(kind: str, message: str) -> str:
    if kind == "extra_forbidden":
        return "no such setting; see .env.example for the ones there are"
    return message
