"""Telegram calls the bot: a small server behind a TLS proxy, and its registration kept right."""

import asyncio
import hmac
import json
import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import Any
from urllib.parse import unquote, urlsplit

from telegram import Bot, Update
from telegram.error import TelegramError
from tornado.httpserver import HTTPServer
from tornado.httputil import HTTPServerRequest
from tornado.routing import Matcher
from tornado.web import Application, RequestHandler

from bot.operations import Contact, listening
from bot.settings import BotSettings
from bot.telegram.transport.delivery import Delivery
from bot.telegram.transport.polling import Fail, Take, reduced
from bot.telegram.transport.refusals import Refusals

logger = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
# The longest update, in bytes: ten times what the longest message can come to.
LONGEST_BODY = 1_000_000
# How long a body may take to come in, in seconds.
LONGEST_READ = 10.0
# How often it is looked at whether Telegram still calls this address, in seconds, and how soon
# again where that could not be found out.
LOOK_AGAIN, LOOK_SOON = 120.0, 10.0


class Webhook:
    """The server, and the registration with Telegram, which is the contact with it.

    `fail` hears of each look that failed. Of several bots only the one that `leads` looks.
    """

    def __init__(
        self,
        bot: Bot,
        settings: BotSettings,
        kinds: Sequence[str],
        fail: Fail,
        contact: Contact,
        leads: Callable[[], bool] = lambda: True,
    ) -> None:
        assert settings.webhook_url
        assert settings.webhook_secret
        self._bot = bot
        self._url = settings.webhook_url
        self._secret = settings.webhook_secret.get_secret_value()
        self._listen = settings.webhook_listen
        self._kinds = list(kinds)
        self._fail = fail
        self._refusals = Refusals()
        self._set = False
        self._contact = contact
        self._delivery = Delivery(contact)
        self._leads = leads

    async def run(self, take: Take) -> None:
        """For ever. Raises ListenError, and TokenRefused after a minute of 401."""

        async def taken(update: Update) -> None:
            self._delivery.came()
            await take(update)

        post = {"secret": self._secret, "take": taken, "bot": self._bot}
        server = HTTPServer(
            Application([(_At(self._url), _Post, post)], log_function=lambda _: None),
            max_body_size=LONGEST_BODY,
            body_timeout=LONGEST_READ,
            idle_connection_timeout=300,
        )
        server.add_socket(listening("WEBHOOK_LISTEN", self._listen))
        try:
            while True:
                # Of several bots one sees to it: the same address would be set again and again.
                leads = self._leads()
                if not leads:
                    self._delivery.over()
                known = leads and await self._registered()
                await asyncio.sleep(LOOK_AGAIN if known else LOOK_SOON)
        finally:
            server.stop()
            await server.close_all_connections()

    async def acknowledge(self) -> None:
        """Nothing to do: each update was, when it was taken."""

    async def _registered(self) -> bool:
        """See to it that Telegram calls this address; False if it could not be found out."""
        try:
            await self._register()
        except TelegramError as error:
            self._refusals.note(error)
            await self._fail(error)
            return False
        self._refusals.over()
        self._contact.heard()
        return True

    async def _register(self) -> None:
        found = await self._bot.get_webhook_info()
        self._delivery.looked(found)
        if self._contact.trouble:
            logger.warning("%s", self._contact.trouble)
        if self._set and found.url == self._url:
            return
        if self._set:
            logger.warning("the webhook was not ours any more: it is set again")
        await self._bot.set_webhook(
            self._url, secret_token=self._secret, allowed_updates=self._kinds
        )
        self._set = True


class _At(Matcher):
    """Where Telegram was told to call, however the signs of the path are written on the way."""

    def __init__(self, url: str) -> None:
        self._path = _path(urlsplit(url).path)

    def match(self, request: HTTPServerRequest) -> dict[str, Any] | None:
        """Nothing is taken from it; None where it is elsewhere."""
        return {} if _path(request.path) == self._path else None


def _path(written: str) -> str:
    return unquote(written).rstrip("/")


class _Post(RequestHandler):
    """What Telegram posts: an update with the secret. Anybody else is refused."""

    SUPPORTED_METHODS = ("POST",)

    def initialize(self, secret: str, take: Callable[[Update], Awaitable[None]], bot: Bot) -> None:
        self._secret = secret
        self._take = take
        self._bot = bot

    def set_default_headers(self) -> None:
        self.clear_header("Server")

    async def post(self) -> None:
        given = self.request.headers.get(SECRET_HEADER, "")
        # In the same time for every wrong secret: none can be guessed letter by letter.
        if not hmac.compare_digest(given.encode(), self._secret.encode()):
            self.set_status(403)
            return
        found = _update(self.request.body)
        if found is None:
            self.set_status(400)
            return
        update = Update.de_json(reduced(found), self._bot)
        await self._take(update)


def _update(body: bytes) -> dict[str, Any] | None:
    """The update in a body, not read yet; None for what is none."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return None
    number = found.get("update_id") if isinstance(found, dict) else None
    return found if type(number) is int else None
