"""Which of a document's texts a generation serves."""

from collections.abc import Iterable


def serving(spans: Iterable[tuple[int, int | None, int]], number: int) -> int | None:
    """The key of the span, since and until which generation it is served, that holds `number`."""
    return next(
        (key for since, until, key in spans if since <= number and (not until or number < until)),
        None,
    )
