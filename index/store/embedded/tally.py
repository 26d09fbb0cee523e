"""Which documents there are, as one number: the sum of what each is, by its hash and its key.

It can be carried on: what is added and left out changes the sum by what that is.
"""

import numpy as np

from index.store.interface import Rows

# Documents as SQL puts them one after the other: of each its hash, and its key in 16 digits.
DESCRIBED = "CAST(group_concat(hash || substr('000000000000000' || id, -16), '') AS BLOB)"
SIZE = 8
_WIDTH, _DIGITS = 32, 16


def tally_of(described: bytes | None, among: Rows | None = None) -> int:
    """Of documents described so, or of those whose keys are `among` these.

    Whatever is not as it was makes another one, but by chance.
    """
    found = described or b""
    if len(found) % _WIDTH:  # a hash has lost its length
        return 0
    parts = np.frombuffer(found, dtype=">u8").reshape(-1, 4)
    if among is not None:
        parts = parts[np.isin(_keys(found), among)]
    one, other, high, low = parts.astype(np.uint64).T
    # Odd factors, so that no hash is lost in a product; beyond 64 bits it begins anew.
    return int((one * (2 * low + 1) + other * (2 * high + 1)).sum(dtype=np.uint64))


def _keys(described: bytes) -> Rows:
    """The keys of described documents, from their digits."""
    digits = np.frombuffer(described, dtype=np.uint8).reshape(-1, _WIDTH)[:, -_DIGITS:]
    keys = np.zeros(len(digits), dtype=np.int64)
    for column in digits.T:
        keys = 10 * keys + (column - ord("0"))
    return keys


def packed(tally: int) -> bytes:
    """A tally, or what is between two, as it is noted."""
    return int(tally % (1 << 8 * SIZE)).to_bytes(SIZE, "little")


def unpacked(noted: bytes) -> int:
    """What `packed` packed."""
    return int.from_bytes(noted, "little")
