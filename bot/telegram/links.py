"""Deep links, `t.me/BOT?start=PAYLOAD`: they open a quote, or ask a question.

A payload is at most 64 of `A-Z a-z 0-9 _ -` (Bot API, "Deep linking").
"""

import base64
import binascii

from bot.answering import Label, Quote
from bot.telegram.buttons import Example, Shown, Widen
from bot.telegram.callback_data import parse
from index.versions import QuoteId

LONGEST_PAYLOAD = 64
# Generation, document, start and end.
_PLACE = 4
_GIVEN = "v_"


def linked(payload: str) -> Example | Shown | str | None:
    """What a deep link presses, or the question it asks; None for a plain start.

    `q_N` is example N, `p_GENERATION_DOCUMENT_START_END` a quote, `a_…` a question in base64url.
    """
    kind, _, rest = payload.partition("_")
    if kind == "a":
        return _question(rest)
    if kind == "q":
        example = parse(f"e:0:0:0:0:{rest}")
        return example if isinstance(example, Example) else None
    # As if it were the button of a quote that nobody asked for.
    if kind != "p" or rest.count("_") != _PLACE - 1:
        return None
    opened = parse(f"m:{rest.replace('_', ':')}:0:{Label.OPENED:d}:0")
    return opened if isinstance(opened, Widen) else None


def to_given(quote: Quote) -> str:
    """The payload that looks a quote up for good, however its text changes; 36 characters."""
    return f"{_GIVEN}{QuoteId.of(quote.document, quote.span)}"


def given(payload: str) -> str | None:
    """The ID of a quote that a deep link looks up; None for another link."""
    return payload.removeprefix(_GIVEN) if payload.startswith(_GIVEN) else None


def to_question(question: str) -> str | None:
    """The payload that asks a question; None for one of more than 46 bytes."""
    coded = base64.urlsafe_b64encode(question.encode()).decode().rstrip("=")
    payload = f"a_{coded}"
    return payload if coded and len(payload) <= LONGEST_PAYLOAD else None


def address(username: str, payload: str) -> str:
    """The link itself."""
    return f"https://t.me/{username}?start={payload}"


def _question(coded: str) -> str | None:
    try:
        whole = base64.b64decode(coded + "=" * (-len(coded) % 4), b"-_", validate=True)
        return whole.decode().strip() or None
    except (binascii.Error, ValueError):
        return None
