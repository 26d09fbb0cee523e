"""Fetching: only from the public internet, bounded in size and time, redirects included."""

import time

import pytest

from index.errors import SourceError
from index.sources import fetch as fetching
from index.sources.fetch import fetch, public_only
from tests.index.sources.pages import here


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/inside", "not an address on the public internet"),
        ("/file", "only http"),
        ("/loop", "redirects"),
        ("/missing", "404"),
        ("/huge", "larger than"),
    ],
)
def test_what_is_refused(site: str, path: str, why: str) -> None:
    """Redirects into the network, other schemes, loops, errors and floods."""
    with pytest.raises(SourceError, match=why) as told:
        fetch(f"{site}{path}", here)
    assert str(told.value).startswith(site)


def test_the_whole_of_it_is_bounded_in_time(site: str) -> None:
    """A server that drips a byte now and then does not hold us."""
    started = time.monotonic()
    with pytest.raises(SourceError, match="within 1 seconds"):
        fetch(f"{site}/slow", here, seconds=1)
    assert time.monotonic() - started < 4


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0",
        "100.64.0.1", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "ff02::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "2002:7f00:1::",
    ],
)  # fmt: skip
def test_private_addresses_are_refused(address: str) -> None:
    """Literal addresses of every kind that is not public."""
    with pytest.raises(SourceError, match="public internet"):
        public_only(address, 80)


def test_public_addresses_are_not() -> None:
    """The check lets the internet through."""
    assert public_only("93.184.216.34", 80) == ["93.184.216.34"]
    assert public_only("2606:2800:220:1:248:1893:25c8:1946", 443)


def test_one_private_address_among_others_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that resolves to both is refused: the connection could go to either."""
    monkeypatch.setattr(fetching, "resolve", lambda host, port: ["93.184.216.34", "127.0.0.1"])
    with pytest.raises(SourceError, match="public internet"):
        public_only("both.test", 80)


def test_nonsense_is_no_address() -> None:
    """Anything that is not an http address is told as such."""
    for url in ("http://", "http://[::1", "https://a b/", "http://nowhere.invalid/"):
        with pytest.raises(SourceError):
            fetch(url)
