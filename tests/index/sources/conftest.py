"""The site that the tests of sources share."""

import threading
from collections.abc import Iterator
from http.server import ThreadingHTTPServer

import pytest

from tests.index.sources.pages import Pages


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
