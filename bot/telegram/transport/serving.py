"""Serve until told to stop: the bot asks Telegram for updates, or Telegram calls it."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from telegram.error import InvalidToken
from telegram.ext import Application

from bot.settings import BotSettings
from index.errors import VerbatimError


class WrongToken(VerbatimError):
    """Telegram does not know the token."""


def serve(application: Application[Any, Any, Any, Any, Any, Any], settings: BotSettings,
          updates: Sequence[str]) -> None:  # fmt: skip
    """Run until SIGINT or SIGTERM; `updates` are the kinds to ask for. Raises WrongToken."""
    try:
        if settings.webhook_url is None or settings.webhook_secret is None:
            application.run_polling(allowed_updates=list(updates), bootstrap_retries=-1)
        else:
            _listen(application, settings, updates)
    except InvalidToken as error:
        raise WrongToken(
            "TELEGRAM_TOKEN: Telegram does not know this token; copy it from BotFather again"
            " (or TELEGRAM_BASE_URL is not a Bot API server)"
        ) from error


def _listen(application: Application[Any, Any, Any, Any, Any, Any], settings: BotSettings,
            updates: Sequence[str]) -> None:  # fmt: skip
    assert settings.webhook_url
    assert settings.webhook_secret
    host, _, port = settings.webhook_listen.rpartition(":")
    application.run_webhook(
        listen=host.strip("[]"),
        port=int(port),
        url_path=urlsplit(settings.webhook_url).path.lstrip("/"),
        webhook_url=settings.webhook_url,
        secret_token=settings.webhook_secret.get_secret_value(),
        allowed_updates=list(updates),
        bootstrap_retries=-1,
    )
