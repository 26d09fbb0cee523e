"""Which addresses are on the public internet: all but those registered for something special.

The list is ours, since what Python's `is_global` says differs from one version to the next and
leaves out translated addresses, behind which a private one may stand.
"""

import ipaddress
import socket

from index.errors import SourceError, Trouble

# Every entry of IANA's IPv4 Special-Purpose Address Registry (RFC 6890), also those it calls
# globally reachable: no page is there. Then multicast (RFC 5771), and Azure's service address,
# which is public by its number and private in fact.
SPECIAL_IPV4 = (
    "0.0.0.0/8", "0.0.0.0/32", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16",
    "172.16.0.0/12", "192.0.0.0/24", "192.0.0.0/29", "192.0.0.8/32", "192.0.0.9/32",
    "192.0.0.10/32", "192.0.0.170/32", "192.0.0.171/32", "192.0.2.0/24", "192.31.196.0/24",
    "192.52.193.0/24", "192.88.99.0/24", "192.88.99.2/32", "192.168.0.0/16", "192.175.48.0/24",
    "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "240.0.0.0/4", "255.255.255.255/32",
    "224.0.0.0/4", "168.63.129.16/32",
)  # fmt: skip
# Of IPv6 only this is given out to the public (RFC 4291, IANA's Global Unicast Assignments) ...
GLOBAL_IPV6 = "2000::/3"
# ... without the IPv6 Special-Purpose Address Registry. Most of it lies outside and is named all
# the same, with the ranges that were given up or only carry an IPv4 address: IPv4-compatible
# (RFC 4291), IPv4-translated (RFC 2765), site-local (RFC 3879), multicast.
SPECIAL_IPV6 = (
    "::1/128", "::/128", "::ffff:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64",
    "100:0:0:1::/64", "2001::/23", "2001::/32", "2001:1::1/128", "2001:1::2/128", "2001:1::3/128",
    "2001:2::/48", "2001:3::/32", "2001:4:112::/48", "2001:10::/28", "2001:20::/28",
    "2001:30::/28", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20", "5f00::/16",
    "fc00::/7", "fe80::/10",
    "::/96", "::ffff:0:0:0/96", "fec0::/10", "ff00::/8",
)  # fmt: skip

_GLOBAL = ipaddress.IPv6Network(GLOBAL_IPV6)
_SPECIAL = [ipaddress.ip_network(block) for block in (*SPECIAL_IPV4, *SPECIAL_IPV6)]


def resolve(host: str, port: int) -> list[str]:
    """Every IP address of a host; raises OSError."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def public_only(host: str, port: int) -> list[str]:
    """Addresses of a host, all of them public; raises SourceError otherwise, OSError if none."""
    addresses = resolve(host, port)
    if not addresses or not all(map(is_public, addresses)):
        raise SourceError(host, "not an address on the public internet", Trouble.NOT_PUBLIC)
    return addresses


def is_public(address: str) -> bool:
    """Whether an IP address, with or without a zone, is global unicast and nothing special."""
    found = ipaddress.ip_address(address.split("%")[0])
    if isinstance(found, ipaddress.IPv6Address) and found not in _GLOBAL:
        return False
    return not any(found in block for block in _SPECIAL if block.version == found.version)
