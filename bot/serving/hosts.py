"""Whom a request was sent to: a name that leads here must be one that only this machine has.

A page can let its own name lead to 127.0.0.1 once it is open in a browser, which then gives it
what is read there as its own (DNS rebinding). Such a request bears the page's name as its Host.
"""

import ipaddress

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send


def is_local(address: str) -> bool:
    """Whether a host, with or without a port, is this machine as only it can name itself."""
    host, _, port = address.rpartition(":")
    host = host if port.isdecimal() else address
    if host.lower() == "localhost":
        return True
    bare = host[1:-1] if host.startswith("[") and host.endswith("]") else host
    try:
        return ipaddress.ip_address(bare).is_loopback
    except ValueError:
        return False


class LocalOnly:
    """Lets a request through that was sent to this machine by its own name; `refused` else."""

    def __init__(self, app: ASGIApp, refused: Response) -> None:
        self._app = app
        self._refused = refused

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request; a header `Host` that is missing or there twice is nobody's name."""
        named = Headers(scope=scope).getlist("host") if scope["type"] == "http" else ["localhost"]
        well = len(named) == 1 and is_local(named[0])
        await (self._app if well else self._refused)(scope, receive, send)
