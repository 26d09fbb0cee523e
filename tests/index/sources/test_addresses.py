"""Only the public internet: every block registered for something special is refused."""

import ipaddress

import pytest

from index.errors import SourceError
from index.sources import addresses
from index.sources.addresses import SPECIAL_IPV4, SPECIAL_IPV6, is_public, public_only


@pytest.mark.parametrize("block", [*SPECIAL_IPV4, *SPECIAL_IPV6])
def test_no_address_of_a_special_block_is_public(block: str) -> None:
    """Its first, its last and one in the middle."""
    network = ipaddress.ip_network(block)
    for place in {0, network.num_addresses // 2, network.num_addresses - 1}:
        assert not is_public(str(network[place]))


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "169.254.169.254", "192.88.99.1", "198.19.0.1", "255.255.255.255", "::1",
        "::", "fe80::1%eth0", "fec0::1", "feff:ffff::1", "fd00:ec2::254", "ff02::1",
        "::127.0.0.1", "::8.8.8.8", "::ffff:10.0.0.1", "::ffff:8.8.8.8", "::ffff:0:10.0.0.1",
        "64:ff9b::10.0.0.1", "64:ff9b::8.8.8.8", "64:ff9b:1::1", "64:ff9b:1:ffff::10.0.0.1",
        "2002:7f00:1::", "2001:0:7f00:1::1", "3fff::1", "3fff:fff:ffff::1", "5f00::1",
        "1fff::1", "4000::1",
    ],
)  # fmt: skip
def test_addresses_that_lead_elsewhere_are_refused(address: str) -> None:
    """Also those that carry an IPv4 address, whichever it is, and what nobody was given yet."""
    with pytest.raises(SourceError, match="public internet"):
        public_only(address, 80)


@pytest.mark.parametrize(
    "address",
    [
        "93.184.216.34", "1.1.1.1", "9.255.255.255", "11.0.0.0", "172.15.255.255", "172.32.0.0",
        "192.0.1.0", "198.17.255.255", "198.20.0.0", "223.255.255.255", "2606:4700::1111",
        "2001:200::1", "2001:db9::1", "2003::1", "2a00:1450:4001::8b", "3ffe:ffff::1",
    ],
)  # fmt: skip
def test_the_internet_is_let_through(address: str) -> None:
    """To the last address before a special block and from the first one after it."""
    assert public_only(address, 80) == [address]


def test_one_private_address_among_others_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that resolves to both is refused: the connection could go to either."""
    monkeypatch.setattr(addresses, "resolve", lambda host, port: ["93.184.216.34", "127.0.0.1"])
    with pytest.raises(SourceError, match="public internet"):
        public_only("both.test", 80)
