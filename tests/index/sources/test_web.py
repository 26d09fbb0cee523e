"""Fetching: only from the public internet, bounded in size and time, redirects included."""

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from index.errors import SourceError
from index.sources import fetch as fetching
from index.sources.fetch import fetch, public_only
from index.sources.web import documents_at

ARTICLE = (
    "<html lang=en><head><title>News</title></head><body><nav>Menu here</nav>"
    "<article><h1>News</h1>"
    + "<p>The council decided on Monday to close the old bridge for repairs this year.</p>" * 3
    + "</article></body></html>"
)
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>F</title>
<item><title>Long</title><link>{base}/long</link><pubDate>Mon, 06 May 2024 10:00:00 GMT</pubDate>
<description>&lt;p&gt;{body}&lt;/p&gt;</description></item>
<item><title>Teaser</title><link>{base}/article</link><description>Short.</description></item>
<item><title>Gone</title><link>{base}/missing</link></item></channel></rss>"""


class Pages(BaseHTTPRequestHandler):
    """Pages that behave, and some that do not."""

    def do_GET(self) -> None:
        """Answer by path."""
        base = f"http://site.test:{self.server.server_port}"  # type: ignore[attr-defined]
        if self.path == "/article":
            self._send(ARTICLE.encode(), "text/html")
        elif self.path == "/feed":
            text = "A whole entry that says everything there is to say. " * 12
            self._send(FEED.format(base=base, body=text).encode(), "application/rss+xml")
        elif self.path == "/plain":
            self._send("Déjà vu, a plain text.".encode("latin-1"), "text/plain; charset=utf-8")
        elif self.path == "/hop":
            self._redirect("/article")
        elif self.path == "/inside":
            self._redirect("http://127.0.0.1:1/secret")
        elif self.path == "/file":
            self._redirect("file:///etc/passwd")
        elif self.path == "/loop":
            self._redirect("/loop")
        elif self.path == "/huge":
            self._send(b"x" * 40_000_000, "text/plain")
        elif self.path == "/slow":
            self._drip()
        else:
            self.send_error(404)

    def _send(self, body: bytes, media: str) -> None:
        self.send_response(200)
        self.send_header("content-type", media)
        self.end_headers()
        self.wfile.write(body)

    def _redirect(self, where: str) -> None:
        self.send_response(302)
        self.send_header("location", where)
        self.end_headers()

    def _drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(100):
            self.wfile.write(b"x")
            self.wfile.flush()
            time.sleep(0.1)

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def handle(self) -> None:
        """Let clients leave early."""
        try:
            super().handle()
        except OSError:
            return


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """The address of a server on this machine, called site.test."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://site.test:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def here(host: str, port: int) -> list[str]:
    """A resolver that knows site.test and checks the rest like the real one."""
    return ["127.0.0.1"] if host == "site.test" else public_only(host, port)


def test_a_page_becomes_a_document(site: str) -> None:
    """Its address is its id and link, also after a redirect to it."""
    (document,) = documents_at(f"{site}/article", here)
    assert (document.doc_id, document.url) == (f"{site}/article", f"{site}/article")
    assert document.title == "News"
    assert "Menu" not in document.text
    (moved,) = documents_at(f"{site}/hop", here)
    assert (moved.doc_id, moved.url) == (f"{site}/hop", f"{site}/article")
    (plain,) = documents_at(f"{site}/plain", here)
    assert plain.text == "Déjà vu, a plain text."


def test_a_feed_becomes_its_entries(site: str) -> None:
    """Whole entries as they are, teasers by the page behind, dead ones not at all."""
    long, teaser = documents_at(f"{site}/feed", here)
    assert (long.title, long.date, long.url) == ("Long", "2024-05-06", f"{site}/long")
    assert long.text.startswith("A whole entry that says")
    assert teaser.title == "Teaser"
    assert "The council decided" in teaser.text


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
