"""A site on this machine, with pages that behave and some that do not."""

import gzip
import time
from http.server import BaseHTTPRequestHandler
from urllib.parse import unquote

from index.sources.addresses import public_only

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


# Thirty entries that only tease, the oldest first, and one without a date that says all.
MANY = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>F</title>'
    + "".join(
        f"<item><title>{n}</title><link>{{base}}/article?{n}</link><description>Short.</description>"
        f"<pubDate>{n:02} May 2024 10:00:00 GMT</pubDate></item>"
        for n in range(1, 31)
    )
    + "<item><guid>whole</guid><description>{body}</description></item></channel></rss>"
)
GONE = """<?xml version="1.0"?><rss version="2.0"><channel><title>F</title>
<item><link>{base}/missing</link><description>Short.</description></item></channel></rss>"""
# What a server may send for an article, with the encoding it says that is.
ENCODED = {
    "once": ("gzip", gzip.compress(ARTICLE.encode())),
    "as-it-is": ("identity", ARTICLE.encode()),
    "in-members": (
        "gzip",
        gzip.compress(ARTICLE[:99].encode()) + gzip.compress(ARTICLE[99:].encode()),
    ),
    "twice": ("gzip, gzip", gzip.compress(gzip.compress(ARTICLE.encode()))),
    "bomb": ("gzip", gzip.compress(b"x" * 40_000_000)),
    "cut": ("gzip", gzip.compress(ARTICLE.encode())[:-20]),
    "no-gzip": ("gzip", ARTICLE.encode()),
    "other": ("deflate", ARTICLE.encode()),
}


MOVED = {
    "/hop": "/article",
    "/inside": "http://127.0.0.1:1/secret",
    "/file": "file:///etc/passwd",
    "/loop": "/loop",
}


class Pages(BaseHTTPRequestHandler):
    """Pages that behave, and some that do not."""

    def do_GET(self) -> None:
        """Answer by path."""
        if self.path in MOVED:
            self._redirect(MOVED[self.path])
        elif self.path.startswith("/to?"):
            self._redirect(unquote(self.path[len("/to?") :], "latin-1"))
        elif self.path.startswith("/packed/"):
            encoding, body = ENCODED[self.path.removeprefix("/packed/")]
            self._send(body, "text/html", {"content-encoding": encoding})
        elif self.path == "/slow":
            self._drip()
        elif page := self._pages().get(self.path.split("?")[0]):
            self._send(*page)
        else:
            self.send_error(404)

    def _pages(self) -> dict[str, tuple[bytes, str]]:
        base = f"http://site.test:{self.server.server_port}"  # type: ignore[attr-defined]
        whole = "A whole entry that says everything there is to say. " * 12
        return {
            "/article": (ARTICLE.encode(), "text/html"),
            "/feed": (FEED.format(base=base, body=whole).encode(), "application/rss+xml"),
            "/many": (MANY.format(base=base, body=whole).encode(), "application/rss+xml"),
            "/gone": (GONE.format(base=base).encode(), "application/rss+xml"),
            "/plain": ("Déjà vu, a plain text.".encode("latin-1"), "text/plain; charset=utf-8"),
            "/huge": (b"x" * 40_000_000, "text/plain"),
        }

    def _send(self, body: bytes, media: str, headers: dict[str, str] | None = None) -> None:
        self.send_response(200)
        for name, value in {"content-type": media, **(headers or {})}.items():
            self.send_header(name, value)
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


def here(host: str, port: int) -> list[str]:
    """A resolver that knows site.test and checks the rest like the real one."""
    return ["127.0.0.1"] if host == "site.test" else public_only(host, port)
