"""Which documents there are, as one number: the sum of what each is, by its hash and its key.

It can be carried on: what is added and left out changes the sum by what that is.
"""

import numpy as np

# Documents as SQL puts them one after the other: of each its hash, and its key in 16 digits.
DESCRIBED = "CAST(group_concat(hash || substr('000000000000000' || id, -16), '') AS BLOB)"
SIZE = 8
_WIDTH = 32


def tally_of(described: bytes | None) -> int:
    """Of documents described so; whatever is not as it was makes another one, but by chance."""
    found = described or b""
    if len(found) % _WIDTH:  # a hash has lost its length
        return 0
    parts = np.frombuffer(found, dtype=">u8").astype(np.uint64).reshape(-1, 4)
    one, other, high, low = parts.T
    # Odd factors, so that no hash is lost in a product; beyond 64 bits it begins anew.
    return int((one * (2 * low + 1) + other * (2 * high + 1)).sum(dtype=np.uint64))


def packed(tally: int) -> bytes:
    """A tally, or what is between two, as it is noted."""
    return int(tally % (1 << 8 * SIZE)).to_bytes(SIZE, "little")


def unpacked(noted: bytes) -> int:
    """What `packed` packed."""
    return int.from_bytes(noted, "little")
