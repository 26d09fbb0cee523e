"""Addresses of settings that something listens on, and a plain word where that cannot be."""

import socket

from bot.settings import listened
from index.errors import VerbatimError


class ListenError(VerbatimError):
    """The address cannot be listened on."""


def listening(setting: str, listen: str) -> socket.socket:
    """A socket that listens at a `host:port`, which is what the setting says.

    An IPv6 host may stand in brackets; port 0 takes a free one. Raises ListenError when the
    address is none, is taken or not this machine's.
    """
    try:
        host, _, port = listened(listen).rpartition(":")
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        found = socket.create_server((host.strip("[]"), int(port)), family=family)
    except (OSError, ValueError) as error:  # a name that is too long is a UnicodeError
        raise ListenError(
            f"{setting}={listen} cannot be listened on ({error}): choose another"
        ) from error
    found.setblocking(False)
    return found
