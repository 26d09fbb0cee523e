"""Fetching: only from the public internet, bounded in size and time, redirects included."""

import socket
import time
import tracemalloc
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import SourceError, Trouble
from index.sources.fetch import LOGIN, MAX_BYTES, fetch
from tests.index.sources.pages import ARTICLE, here


@pytest.mark.parametrize(
    ("path", "why", "trouble"),
    [
        ("/inside", "not an address on the public internet", Trouble.NOT_PUBLIC),
        ("/file", "only http", Trouble.OTHER),
        ("/loop", "redirects", Trouble.NO_PAGE),
        ("/missing", "404", Trouble.NO_PAGE),
        ("/huge", "larger than", Trouble.TOO_LARGE),
    ],
)
def test_what_is_refused(site: str, path: str, why: str, trouble: Trouble) -> None:
    """Redirects into the network, other schemes, loops, errors and floods."""
    with pytest.raises(SourceError, match=why) as told:
        fetch(f"{site}{path}", here)
    assert str(told.value).startswith(site)
    assert told.value.trouble is trouble


@pytest.mark.parametrize(
    ("number", "trouble"),
    [(socket.EAI_NONAME, Trouble.NO_HOST), (socket.EAI_AGAIN, Trouble.UNREACHABLE)],
)
def test_a_host_that_nobody_knows_is_told_in_words(number: int, trouble: Trouble) -> None:
    """Not by the resolver's number; that it cannot tell just now is something else."""

    def resolver(host: str, port: int) -> list[str]:
        raise socket.gaierror(number, "as the system says it")

    with pytest.raises(SourceError) as told:
        fetch("http://nowhere.example/a", resolver)
    assert told.value.trouble is trouble
    assert "Errno" not in str(told.value)


def test_the_whole_of_it_is_bounded_in_time(site: str) -> None:
    """A server that drips a byte now and then does not hold us."""
    started = time.monotonic()
    with pytest.raises(SourceError, match="within 1 seconds"):
        fetch(f"{site}/slow", here, seconds=1)
    assert time.monotonic() - started < 4


def test_a_resolver_that_hangs_is_not_waited_for(site: str) -> None:
    """The same deadline holds for it: nothing of the fetch goes on in the way of who called."""

    def slow(host: str, port: int) -> list[str]:
        time.sleep(5)
        return here(host, port)

    started = time.monotonic()
    with pytest.raises(SourceError, match="within 0 seconds"):
        fetch(f"{site}/article", slow, seconds=0.2)
    assert time.monotonic() - started < 2


@pytest.mark.parametrize("how", ["once", "as-it-is", "in-members"])
def test_one_gzip_is_unpacked(site: str, how: str) -> None:
    """A body comes as it is, or packed once; several gzip members are one text."""
    assert fetch(f"{site}/packed/{how}", here).data == ARTICLE.encode()


@pytest.mark.parametrize(
    ("how", "why"),
    [
        ("twice", "packed as gzip, gzip, which nobody asked for"),
        ("other", "packed as deflate, which nobody asked for"),
        ("bomb", "larger than 20 MB"),
        ("cut", "what came is damaged"),
        ("no-gzip", "what came is damaged"),
    ],
)
def test_no_other_packing_is_unpacked(site: str, how: str, why: str) -> None:
    """Encodings in encodings, those not asked for, and what unpacks to more than the limit."""
    with pytest.raises(SourceError, match=why):
        fetch(f"{site}/packed/{how}", here)


def test_unpacking_is_bounded_in_memory(site: str) -> None:
    """39 KB that unpack to 40 MB take no more than what one body may hold, twice."""
    tracemalloc.start()
    with pytest.raises(SourceError, match="larger than"):
        fetch(f"{site}/packed/bomb", here)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 2.5 * MAX_BYTES


@pytest.mark.parametrize(
    "where",
    ["http://[", "http://site.test:99999999/", "http://[::1", "//", "http://\u00ad/", "\x7f"],
)
def test_redirects_to_nowhere_are_told(site: str, where: str) -> None:
    """One source fails, with its name and in one line, and nothing else."""
    with pytest.raises(SourceError) as told:
        fetch(f"{site}/to?{quote(where, encoding='latin-1')}", nobody)
    assert str(told.value).startswith(f"{site}/to?")
    assert "\n" not in str(told.value)


@settings(max_examples=30, deadline=None)
@given(where=st.text(st.characters(max_codepoint=255, exclude_characters="\r\n")))
def test_any_redirect_is_followed_or_told(site: str, where: str) -> None:
    """Whatever a server says instead of an address."""
    try:
        fetch(f"{site}/to?{quote(where, encoding='latin-1')}", nobody)
    except SourceError:
        return


def nobody(host: str, port: int) -> list[str]:
    """A resolver that knows site.test and asks nobody."""
    if host == "site.test":
        return ["127.0.0.1"]
    raise SourceError(host, "not an address on the public internet")


def test_nonsense_is_no_address() -> None:
    """Anything that is not an http address is told as such."""
    for url in ("http://", "http://[::1", "https://a b/", "http://nowhere.invalid/"):
        with pytest.raises(SourceError):
            fetch(url)


@pytest.mark.parametrize("login", ["reader:s3cret", "s3cret", ":s3cret", "a:s3cret@b"])
def test_no_password_is_sent_or_shown(site: str, login: str) -> None:
    """Readers would see it under each quote; nor is it sent where a server says so."""
    secret = site.replace("//", f"//{login}@")
    for url in (f"{secret}/article", f"{site}/to?{quote(f'{secret}/article')}"):
        with pytest.raises(SourceError) as told:
            fetch(url, here)
        assert told.value.why == LOGIN
        assert told.value.source == url.replace(f"{login}@", "")
        assert str(told.value).startswith(f"{site}/")
