"""Fetching from the web without being turned against the network it runs in.

Every address a name resolves to must be public, and the connection goes to the very address that
was checked, so that a second look-up cannot answer otherwise (DNS rebinding); redirects are
followed one by one under the same check. Size and total time are bounded.
"""

import asyncio
import ipaddress
import socket
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urljoin

import httpx

from index.errors import SourceError

SECONDS = 30.0
MAX_BYTES = 20_000_000
REDIRECTS = 5
HEADERS = {"user-agent": "Verbatim/1 (reads articles)", "accept": "*/*"}

Resolve = Callable[[str, int], list[str]]


@dataclass(frozen=True, slots=True)
class Fetched:
    """A body, with the address it came from after redirects and its media type."""

    url: str
    media: str
    body: bytes


def resolve(host: str, port: int) -> list[str]:
    """Every IP address of a host; raises OSError."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def public_only(host: str, port: int) -> list[str]:
    """Addresses of a host, all of them public; raises SourceError otherwise."""
    addresses = resolve(host, port)
    private = [address for address in addresses if not _public(address)]
    if private or not addresses:
        raise SourceError(host, "not an address on the public internet")
    return addresses


def _public(address: str) -> bool:
    found = ipaddress.ip_address(address.split("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo and found.teredo[1])
        if inner:
            return inner.is_global and not inner.is_multicast
    return found.is_global and not found.is_multicast


def fetch(url: str, addresses: Resolve = public_only, seconds: float = SECONDS) -> Fetched:
    """Get a page; raises SourceError with what went wrong and what it was.

    `addresses` resolves and checks a host; `seconds` bounds the whole of it, redirects included.
    """
    try:
        return asyncio.run(asyncio.wait_for(_follow(url, addresses), seconds))
    except TimeoutError:
        raise SourceError(url, f"no complete answer within {seconds:.0f} seconds") from None
    except SourceError as error:
        raise SourceError(url, error.why) from None
    except (httpx.HTTPError, httpx.InvalidURL, OSError, UnicodeError) as error:
        raise SourceError(url, f"cannot be fetched: {error or type(error).__name__}") from error


async def _follow(url: str, addresses: Resolve) -> Fetched:
    async with httpx.AsyncClient(trust_env=False, timeout=SECONDS, headers=HEADERS) as client:
        for _ in range(REDIRECTS + 1):
            found = await _get(client, url, addresses)
            if isinstance(found, Fetched):
                return found
            url = found
    raise SourceError(url, f"more than {REDIRECTS} redirects")


async def _get(client: httpx.AsyncClient, url: str, addresses: Resolve) -> Fetched | str:
    """The body, or where it says to go instead."""
    parsed = httpx.URL(url)
    if parsed.scheme not in {"http", "https"} or not parsed.host:
        raise SourceError(url, "only http:// and https:// addresses can be read")
    port = parsed.port or (443 if parsed.scheme == "https" else 80)
    address = (await asyncio.to_thread(addresses, parsed.host, port))[0]
    request = client.build_request(
        "GET",
        parsed.copy_with(host=address, fragment=None),
        headers={"host": parsed.netloc.decode("ascii")},
        extensions={"sni_hostname": parsed.raw_host.decode("ascii")},
    )
    response = await client.send(request, stream=True)
    try:
        if response.is_redirect:
            return str(urljoin(url, response.headers.get("location", "")))
        if response.status_code != httpx.codes.OK:
            raise SourceError(url, f"the server answers {response.status_code}")
        media = response.headers.get("content-type", "").split(";")[0].strip().lower()
        return Fetched(url, media, await _body(url, response))
    finally:
        await response.aclose()


async def _body(url: str, response: httpx.Response) -> bytes:
    body = bytearray()
    async for part in response.aiter_bytes(65_536):
        body += part
        if len(body) > MAX_BYTES:
            raise SourceError(url, f"larger than {MAX_BYTES // 1_000_000} MB")
    return bytes(body)
