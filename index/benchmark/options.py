"""The options of `python -m index benchmark`."""

import argparse
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from index.benchmark.contenders import Read
from index.benchmark.texts import DEFAULT


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options; `parse_args` gives what `run` takes."""
    parser.add_argument(
        "--passages",
        type=_counts,
        default=(1, 1_000, 100_000),
        metavar="N,N",
        help="sizes of library (default: 1,1000,100000)",
    )
    for name, count, what in (
        ("real", 1_000, "larger libraries get vectors drawn from so many encoded ones"),
        ("questions", 100, "so many questions a library"),
        ("rounds", 2, "so many builds of each; the fastest counts"),
        ("threads", 1, "for either way"),
    ):
        parser.add_argument(
            f"--{name}", type=_one, default=count, metavar="N", help=f"{what} (default: {count:,})"
        )
    parser.add_argument(
        "--texts",
        nargs="+",
        type=Path,
        default=DEFAULT,
        metavar="FILE",
        help="question sets, or files of text beside them (default: the sample and a small set)",
    )
    parser.add_argument(
        "--reader",
        type=_named,
        metavar="MODULE:FUNCTION",
        help="makes what reads the hits, timed too (default: none)",
    )
    parser.add_argument("--output", type=Path, metavar="FILE", help="write the figures as JSON")
    parser.add_argument("--page", type=Path, metavar="MD", help="put the table into this page")


def _one(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return int(text)


def _named(text: str) -> Callable[[], Read]:
    """A function by name; it is made use of in another process, which imports it again."""
    module, _, name = text.partition(":")
    try:
        found: Callable[[], Read] = getattr(import_module(module), name)
    except (ImportError, AttributeError, ValueError) as error:
        raise argparse.ArgumentTypeError(f"{text}: {error}") from error
    return found


def _counts(text: str) -> tuple[int, ...]:
    return tuple(sorted({_one(part) for part in text.split(",")}))
