"""The long run in short: what the bot has of the machine does not grow with what it does."""

import pytest

from tests.soak import soak

# Megabytes of its own that the bot may have, however long it runs; what it maps of files that
# the system can drop, and shares with other processes, comes beside them.
MOST = 350
# How much two halves of the same work may differ, in megabytes and in files open.
ALIKE, FILES = 30, 8
# Python's pool makes a thread when all it has are at work, and keeps it: some may come late.
LATE = 2


@pytest.mark.slow
def test_the_bot_does_not_grow() -> None:
    """Questions and changes, again and again: every one answered, nothing left open."""
    seen = soak(questions=100, rebuilds=5, passages=20)
    before, after = seen[:5], seen[5:]
    assert max(used.own for used in seen) <= MOST
    assert max(u.resident for u in after) <= max(u.resident for u in before) + ALIKE
    assert max(u.descriptors for u in after) <= max(u.descriptors for u in before) + FILES
    assert max(u.threads for u in after) <= max(u.threads for u in before) + LATE
