"""Fetching from the web without being turned against the network it runs in.

Every address a name resolves to must be public, and the connection goes to the very address that
was checked, so that a second look-up cannot answer otherwise (DNS rebinding); redirects are
followed one by one under the same check. Size is bounded as it comes and as it unpacks, and one
deadline holds for all of it, the resolver included.
"""

import asyncio
import gzip
import io
import socket
import threading
import zlib
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from urllib.parse import urljoin

import httpx

from index.errors import SourceError, Trouble
from index.foreign import without_login
from index.sources.addresses import public_only
from index.sources.loader import File

# Less than what the process it runs in is given.
SECONDS = 30.0
MAX_BYTES = 20_000_000
REDIRECTS = 5
NO_HOST = "there is no such host; look how the address is spelt"
NOBODY_TELLS = "nobody tells where that host is just now; try again later"
LOGIN = "an address with a password in it would show that to readers; save the page, add the file"
HEADERS = {
    "user-agent": "Verbatim/1 (reads articles)",
    "accept": "*/*",
    "accept-encoding": "gzip",
}

Resolve = Callable[[str, int], list[str]]


# What a file's name ends in, of which the address need not say anything, by its media type.
_SUFFIXES = {
    "application/pdf": ".pdf",
    "application/x-ndjson": ".jsonl",
    "application/xhtml+xml": ".html",
    "text/html": ".html",
    "text/markdown": ".md",
}


def read(file: File) -> Iterator[File]:
    """What is at the address that is the file's name; raises SourceError."""
    yield fetch(file.name)


def fetch(url: str, addresses: Resolve = public_only, seconds: float = SECONDS) -> File:
    """Get a file; whatever goes wrong is a SourceError with the address and what it was.

    `addresses` resolves and checks a host; `seconds` bounds the whole of it, redirects included.
    """
    asked, url = url, without_login(url)
    try:
        return asyncio.run(asyncio.wait_for(_follow(asked, addresses), seconds))
    except TimeoutError:
        why = f"no complete answer within {seconds:.0f} seconds"
        raise SourceError(url, why, Trouble.UNREACHABLE) from None
    except SourceError as error:
        raise error.of(url) from None
    except socket.gaierror as error:
        if error.errno == socket.EAI_AGAIN:
            raise SourceError(url, NOBODY_TELLS, Trouble.UNREACHABLE) from error
        raise SourceError(url, NO_HOST, Trouble.NO_HOST) from error
    except Exception as error:  # a server chooses what its answer does to the libraries
        why = " ".join(str(error).split())[:200] or type(error).__name__
        raise SourceError(url, f"cannot be fetched: {why}", Trouble.UNREACHABLE) from error


async def _follow(url: str, addresses: Resolve) -> File:
    async with httpx.AsyncClient(trust_env=False, timeout=SECONDS, headers=HEADERS) as client:
        for _ in range(REDIRECTS + 1):
            found = await _get(client, url, addresses)
            if isinstance(found, File):
                return found
            url = found
    raise SourceError(url, f"more than {REDIRECTS} redirects", Trouble.NO_PAGE)


async def _get(client: httpx.AsyncClient, url: str, addresses: Resolve) -> File | str:
    """The file, or where it says to go instead."""
    parsed = httpx.URL(url)
    if parsed.scheme not in {"http", "https"} or not parsed.host:
        raise SourceError(url, "only http:// and https:// addresses can be read")
    if parsed.userinfo:
        raise SourceError(url, LOGIN)
    port = parsed.port or (443 if parsed.scheme == "https" else 80)
    if port > 65_535:
        raise SourceError(url, f"there is no port {port}")
    address = (await _aside(lambda: addresses(parsed.host, port)))[0]
    request = client.build_request(
        "GET",
        parsed.copy_with(host=address, fragment=None),
        headers={"host": parsed.netloc.decode("ascii")},
        extensions={"sni_hostname": parsed.raw_host.decode("ascii")},
    )
    response = await client.send(request, stream=True)
    try:
        if response.has_redirect_location:
            return urljoin(url, response.headers["location"])
        if response.status_code != httpx.codes.OK:
            why = f"the server answers {response.status_code}"
            raise SourceError(url, why, Trouble.NO_PAGE)
        media = response.headers.get("content-type", "").split(";")[0].strip().lower()
        name = url.split("?")[0] + _SUFFIXES.get(media, "")
        return File(name, await _body(url, response), url, response.charset_encoding)
    finally:
        await response.aclose()


async def _aside(look_up: Callable[[], list[str]]) -> list[str]:
    """What `look_up` gives, from a thread that nobody waits for once the deadline has passed.

    The event loop's own threads are waited for when it closes: a resolver that hangs held it.
    """
    found: Future[list[str]] = Future()
    found.set_running_or_notify_cancel()

    def run() -> None:
        try:
            found.set_result(look_up())
        except BaseException as error:
            found.set_exception(error)

    threading.Thread(target=run, daemon=True).start()
    return await asyncio.wrap_future(found)


async def _body(url: str, response: httpx.Response) -> bytes:
    """The body, unpacked by ourselves: httpx unpacks encodings in encodings, without bounds."""
    codings = response.headers.get_list("content-encoding", split_commas=True)
    packed = [coding.strip().lower() for coding in codings if coding.strip()]
    if packed not in ([], ["identity"], ["gzip"], ["x-gzip"]):
        why = f"packed as {', '.join(packed)[:50]}, which nobody asked for"
        raise SourceError(url, why, Trouble.NO_PAGE)
    body = bytearray()
    async for part in response.aiter_raw(65_536):
        body += part
        _require_bounded(url, body)
    return bytes(body) if packed in ([], ["identity"]) else _unpacked(url, body)


def _unpacked(url: str, body: bytearray) -> bytes:
    """At most one byte more than the limit is ever unpacked."""
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(body)) as stream:
            text = stream.read(MAX_BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise SourceError(url, f"what came is damaged: {error}", Trouble.DAMAGED) from error
    _require_bounded(url, text)
    return text


def _require_bounded(url: str, body: bytes | bytearray) -> None:
    if len(body) > MAX_BYTES:
        why = f"larger than {MAX_BYTES // 1_000_000} MB"
        raise SourceError(url, why, Trouble.TOO_LARGE)
