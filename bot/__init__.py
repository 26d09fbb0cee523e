"""Hits in, quotes out: reading, refusing and the chat around it.

question -> retriever -> hits -> reader -> Answer | NoAnswer -> Telegram, terminal

What stands in `__all__` is for other programs (docs/python.md), loaded when it is first asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bot.answering import Answer as Answer
    from bot.answering import NoAnswer as NoAnswer
    from bot.answering import QuestionAnswering as QuestionAnswering
    from bot.answering import Quote as Quote
    from bot.answering import Reader as Reader
    from bot.answering import load_reader as load_reader

__all__ = ["Answer", "NoAnswer", "QuestionAnswering", "Quote", "Reader", "load_reader"]


def __getattr__(name: str) -> Any:
    """A public name, from the room that answers."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module("bot.answering"), name)
