"""`python -m bot check`: is everything there that the bot needs, and if not, what to do."""

import errno
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import httpx

from bot.answering import load_reader
from bot.operations.addresses import ListenError, listening
from bot.operations.in_vain import golden_in_vain, state_in_vain
from bot.operations.proxies import proxy_trouble
from bot.settings import BotSettings
from bot.state import check_database, check_file, is_address
from index.encoding import Encoder, load_encoder
from index.errors import VerbatimError
from index.store import EncoderId, open_library

# A build lies beside the live generation until it is published: this much room at the least.
LEAST_FREE = 500_000_000
# Telegram calls webhooks on these ports only (https://core.telegram.org/bots/api#setwebhook).
WEBHOOK_PORTS = (443, 80, 88, 8443)
TELEGRAM = "https://api.telegram.org/"
# How long Telegram may take to answer, in seconds.
PATIENCE = 10.0


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found, in a sentence; where it is not `ok`, with what to do."""

    ok: bool
    what: str


def examine(
    settings: BotSettings, load: Callable[[str, str], Encoder] = load_encoder
) -> list[Finding]:
    """Check all the bot needs, without changing anything; the token is in no finding."""
    parts = {
        "ADMIN_IDS": _admins(settings),
        "TELEGRAM_TOKEN": _token(settings),
        "TELEGRAM_BASE_FILE_URL": _servers(settings),
        "WEBHOOK_URL": _webhook(settings),
        "WEBHOOK_LISTEN, HEALTH_LISTEN": _listening(settings),
        "STATE": _state(settings),
        "GOLDEN_QUESTIONS": _golden(settings),
        "LIBRARY": _disk(settings),
        "ENCODER": _models(settings, load),
    }
    return [finding for name, findings in parts.items() for finding in _tried(name, findings)]


def _tried(name: str, findings: Iterator[Finding]) -> Iterator[Finding]:
    try:
        yield from findings
    except VerbatimError as error:
        yield Finding(False, str(error))
    except (OSError, ValueError) as error:
        hint = "correct the setting, or let the bot's user in"
        yield Finding(False, f"{name} cannot be used ({error}): {hint}")


def _admins(settings: BotSettings) -> Iterator[Finding]:
    hint = "set it to your Telegram id, a number that @userinfobot tells you"
    if settings.admins:
        yield Finding(True, f"{len(settings.admins)} may command the bot (ADMIN_IDS)")
    if nobody := [str(one) for one in settings.admin_ids if one not in settings.admins]:
        what = f"ADMIN_IDS={','.join(nobody)} is a group or an account that many write through"
        yield Finding(False, f"{what}, and commands nothing: {hint}")
    elif not settings.admin_ids and settings.access == "open":
        yield Finding(True, "ADMIN_IDS is empty: nobody can let the bot into groups")
    elif not settings.admin_ids:
        yield Finding(False, f"ADMIN_IDS is empty, so nobody can approve who asks: {hint}")


def _token(settings: BotSettings) -> Iterator[Finding]:
    if settings.telegram_token is None:
        yield Finding(False, "TELEGRAM_TOKEN is not set: @BotFather gives you one for /newbot")
        return
    if told := proxy_trouble():
        yield Finding(False, told)
        return
    token = settings.telegram_token.get_secret_value()
    base = settings.telegram_base_url
    url = base.replace("{token}", token) if "{token}" in base else base + token
    server = urlsplit(base).netloc
    try:
        reply = httpx.get(f"{url}/getMe", timeout=PATIENCE)
        calls = httpx.get(f"{url}/getWebhookInfo", timeout=PATIENCE)
    except Exception as error:  # what a SOCKS proxy answers raises what is none of httpx's errors
        why = str(error).replace(token, "TOKEN") or type(error).__name__
        hint = "check the network, HTTPS_PROXY and TELEGRAM_BASE_URL"
        yield Finding(False, f"{server} cannot be reached ({why}): {hint}")
        return
    known = _known(server, reply)
    yield known
    if known.ok and settings.webhook_url:
        yield from _undelivered(calls)


def _known(server: str, reply: httpx.Response) -> Finding:
    try:
        return Finding(True, f"{server} knows the bot: @{reply.json()['result']['username']}")
    except (ValueError, LookupError, TypeError):
        hint = "or correct TELEGRAM_BASE_URL"
    if reply.status_code in (401, 404):
        what = f"{server} does not know TELEGRAM_TOKEN: copy it again from @BotFather"
    else:
        what = f"{server} is no Bot API server or is down ({reply.status_code}): try again later"
    return Finding(False, f"{what}, {hint}")


def _undelivered(reply: httpx.Response) -> Iterator[Finding]:
    """Old trouble is none: what waits is delivered as soon as the webhook can be called again."""
    try:
        told = reply.json()["result"]
        waiting, why = told.get("pending_update_count", 0), told.get("last_error_message")
    except (ValueError, LookupError, TypeError, AttributeError):
        return
    if waiting and why:
        hint = "look at the proxy before the bot, at its certificate and WEBHOOK_URL"
        yield Finding(False, f"{waiting} updates wait, Telegram could not call ({why}): {hint}")


def _servers(settings: BotSettings) -> Iterator[Finding]:
    servers = (settings.telegram_base_url, settings.telegram_base_file_url)
    ours = [not server.startswith(TELEGRAM) for server in servers]
    if ours[0] != ours[1]:
        what = "TELEGRAM_BASE_URL and TELEGRAM_BASE_FILE_URL name different servers"
        yield Finding(False, f"{what}, so files sent to the bot cannot be read: set both")


def _webhook(settings: BotSettings) -> Iterator[Finding]:
    if settings.webhook_url is None:
        yield Finding(True, "no WEBHOOK_URL: the bot asks Telegram for updates")
        return
    url = urlsplit(settings.webhook_url)
    if not settings.telegram_base_url.startswith(TELEGRAM):
        yield Finding(True, f"your own server calls the bot at {url.netloc}")
    elif url.scheme != "https":
        yield Finding(False, "WEBHOOK_URL is not https: Telegram calls no other")
    elif (url.port or 443) not in WEBHOOK_PORTS:
        ports = ", ".join(map(str, WEBHOOK_PORTS))
        yield Finding(False, f"WEBHOOK_URL has port {url.port}: Telegram calls only {ports}")
    else:
        yield Finding(True, f"Telegram calls the bot at {url.netloc}")


def _listening(settings: BotSettings) -> Iterator[Finding]:
    addresses = {"HEALTH_LISTEN": settings.health_listen}
    if settings.webhook_url:
        addresses["WEBHOOK_LISTEN"] = settings.webhook_listen
    for name, address in addresses.items():
        if address:
            yield _bindable(name, address)


def _bindable(name: str, address: str) -> Finding:
    try:
        listening(name, address).close()
    except ListenError as error:
        if isinstance(error.__cause__, OSError) and error.__cause__.errno == errno.EADDRINUSE:
            return Finding(True, f"{name}={address} is in use: by this bot, or choose another")
        return Finding(False, str(error))
    return Finding(True, f"{name}={address} is free")


def _state(settings: BotSettings) -> Iterator[Finding]:
    if told := state_in_vain(settings):
        yield Finding(False, told)
    if is_address(settings.kept_in):
        name = check_database(settings.kept_in, settings.bot_id)
        yield Finding(True, f"{name} can keep what several bots share (LIBRARY, STATE)")
    else:
        check_file(Path(settings.state))
        yield Finding(True, f"{settings.state} can be written (STATE)")


def _disk(settings: BotSettings) -> Iterator[Finding]:
    if "://" in settings.library:  # whose disk is its server's
        return
    needed = max(LEAST_FREE, open_library(settings.library).size())
    free = shutil.disk_usage(_existing(Path(settings.library))).free
    what = f"{free / 1e9:.1f} GB are free where {settings.library} is"
    if free < needed:
        yield Finding(False, f"only {what}: a build needs about {needed / 1e9:.1f} GB, make room")
    else:
        yield Finding(True, what)


def _golden(settings: BotSettings) -> Iterator[Finding]:
    if told := golden_in_vain(settings):
        yield Finding(False, told)
    elif path := settings.golden_questions:
        yield Finding(True, f"{path} is there (GOLDEN_QUESTIONS)")


def _models(settings: BotSettings, load: Callable[[str, str], Encoder]) -> Iterator[Finding]:
    library = open_library(settings.library)
    with closing(library.open()) as view:
        live = view.generation
    what = f"{live.documents} documents, {live.passages} passages, generation {live.number}"
    yield Finding(True, f"{library.address} can be searched: {what}")
    encoder = load(settings.encoder, settings.device)
    live.require(EncoderId.of(encoder))
    yield Finding(True, f"the library was built with the encoder {encoder.name}")
    load_reader(settings.reader, encoder, settings.device)
    yield Finding(True, f"the reader {settings.reader} can be loaded")


def _existing(folder: Path) -> Path:
    return next(one for one in (folder, *folder.absolute().parents) if one.is_dir())
