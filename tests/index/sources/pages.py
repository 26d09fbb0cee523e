"""A site on this machine, with pages that behave and some that do not."""

import time
from http.server import BaseHTTPRequestHandler

from index.sources.fetch import public_only

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


def here(host: str, port: int) -> list[str]:
    """A resolver that knows site.test and checks the rest like the real one."""
    return ["127.0.0.1"] if host == "site.test" else public_only(host, port)
