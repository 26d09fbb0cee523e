"""Who may ask over HTTP, and how often."""

import secrets
import time
from collections.abc import Sequence

from cachetools import LRUCache
from starlette.requests import Request

from bot.serving.said import Refusal
from bot.state import Bucket

# So many who ask are counted at a time.
MOST_COUNTED = 10_000


class Door:
    """Each token is counted as one user, and where there are none, each address."""

    def __init__(self, tokens: Sequence[str], per_minute: float) -> None:
        self._tokens = [token.encode() for token in tokens]
        self._per_minute = per_minute
        self._buckets: LRUCache[str, Bucket] = LRUCache(MOST_COUNTED)

    def let_in(self, request: Request, cost: float) -> None:
        """Count a request as so much of a question. Raises Refusal 401 or 429."""
        who, now = self._who(request), time.time()
        bucket = self._buckets.get(who) or Bucket.full(self._per_minute, now)
        self._buckets[who], verdict = bucket.spend(self._per_minute, now, cost)
        if verdict != "ok":
            raise Refusal(429, f"at most {self._per_minute:g} questions a minute: wait a little")

    def _who(self, request: Request) -> str:
        host = request.client.host if request.client else ""
        if not self._tokens:
            return host
        kind, _, given = request.headers.get("authorization", "").partition(" ")
        known = [secrets.compare_digest(given.strip().encode(), one) for one in self._tokens]
        if kind.lower() != "bearer" or not any(known):
            raise Refusal(401, "send a token that is known: Authorization: Bearer TOKEN")
        return f"token {known.index(True)}"
