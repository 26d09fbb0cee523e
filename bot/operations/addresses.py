"""Addresses of settings that something listens on, and a plain word where that cannot be."""

import socket

from index.errors import VerbatimError


class ListenError(VerbatimError):
    """The address cannot be listened on."""


def address_of(listen: str) -> tuple[str, int]:
    """Host and port of a `host:port`; an IPv6 host stands in brackets."""
    host, _, port = listen.rpartition(":")
    return host.strip("[]"), int(port)


def listening(setting: str, listen: str) -> socket.socket:
    """A socket that listens at a `host:port`, which is what the setting says.

    Port 0 takes a free one. Raises ListenError when the address is taken or not this machine's.
    """
    address = address_of(listen)
    family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
    try:
        if address[1] > 65_535:
            raise OSError("ports end at 65535")
        found = socket.create_server(address, family=family)
    except OSError as error:
        raise ListenError(
            f"{setting}={listen} cannot be listened on ({error}): choose another"
        ) from error
    found.setblocking(False)
    return found
