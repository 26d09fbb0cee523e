"""What readers ask and the texts do not answer, as a bot that runs with that state has kept it."""

import time
from collections.abc import Sequence
from contextlib import closing
from typing import Any

from bot.gaps import LIFETIME, Gap, gaps, refused
from bot.state import open_kept
from index.encoding import Encoder
from index.foreign import line

NONE = "Nothing was asked that the texts do not answer."


def found_gaps(state: str, encoder: Encoder, now: float | None = None) -> list[Gap]:
    """The most frequent of the last 90 days before `now` (Unix seconds); raises StateError."""
    with closing(open_kept(state)) as kept:
        asked = list(refused(kept, time.time() if now is None else now, LIFETIME))
    return gaps(asked, encoder)


def render_gaps(found: Sequence[Gap]) -> str:
    """A question a line, with how often it was asked; below it what is closest."""
    rows = [
        f"{gap.count} × {line(gap.question)}"
        + (f"\n    closest: {line(gap.closest)}" if gap.closest else "")
        for gap in found
    ]
    return "\n".join(rows) or NONE


def gap_as_json(gap: Gap) -> dict[str, Any]:
    """One object of `gaps --json`; `closest` is null where nothing is near."""
    return {"question": gap.question, "count": gap.count, "closest": gap.closest or None}
