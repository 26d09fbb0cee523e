"""`verbatim`, or `python -m bot`: run the bot, ask or chat in the terminal, evaluate, check."""

import argparse
import contextlib
import logging
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from bot import verbs
from bot.settings import listened
from index.ending import ended, speak_utf8
from index.foreign import Arguments, log_handler
from index.memory import collect_seldom
from index.outputs import output_file

if TYPE_CHECKING:
    Parsers = argparse._SubParsersAction[Arguments]

FORMS = "plain, markdown, bibtex, ris, csl-json, annotation, or card, a picture (PNG)"


def console() -> int:
    """`verbatim`, the console command: the bot's verbs, and the index's after `index`."""
    collect_seldom()
    if sys.argv[1:2] == ["index"]:
        from index.cli import main as index

        return index(sys.argv[2:], program="verbatim index")
    return main(program="verbatim")


def main(arguments: list[str] | None = None, program: str = "python -m bot") -> int:
    """Run one verb: 0 answered or asked, 1 a runtime failure, 2 wrong usage or settings."""
    given = sys.argv[1:] if arguments is None else arguments
    speak_utf8()
    options = parser(given, program).parse_args([_no_option(one) for one in given])
    logging.basicConfig(handlers=[log_handler()])  # until the bot, if it runs, has its own
    verb: Callable[[argparse.Namespace], int] = options.verb
    return ended(lambda: verb(options))


def parser(arguments: list[str], program: str) -> argparse.ArgumentParser:
    """Describe every verb and option; `--help` prints it."""
    top = Arguments(
        prog=program,
        description=__doc__,
        epilog="`verbatim index`, or `python -m index`, builds the library and looks after it.",
    )
    parsers = top.add_subparsers(required=True, metavar="VERB")
    _add_verb(parsers, "run", verbs.run, "start the Telegram bot (TELEGRAM_TOKEN in .env)")
    _add_asking(parsers)
    _add_citing(parsers)
    _add_serving(parsers)
    _add_looking(parsers)
    _add_measuring(parsers, arguments)
    return top


def _add_verb(
    parsers: "Parsers", name: str, does: Callable[[argparse.Namespace], int], what: str
) -> argparse.ArgumentParser:
    """A verb that reads a library."""
    verb = parsers.add_parser(name, help=what)
    verb.set_defaults(verb=does)
    library = "a folder, or postgresql://… (default: LIBRARY)"
    verb.add_argument("--library", metavar="LIBRARY", help=library)
    return verb


def _add_asking(parsers: "Parsers") -> None:
    ask = _add_verb(
        parsers, "ask", verbs.ask, "answer one question, or one a line from standard input"
    )
    ask.add_argument("question", metavar="QUESTION", help="the question; - reads one a line")
    ask.add_argument("--json", action="store_true", help="one JSON object for each question")
    pasted = _add_verb(
        parsers, "verify", verbs.verify, "say whether words stand in the texts as they are"
    )
    pasted.add_argument("text", metavar="TEXT", help="the words; - reads standard input")
    pasted.add_argument("--json", action="store_true", help="one JSON object")
    _add_verb(parsers, "chat", verbs.chat, "ask in the terminal, one question after the other")


def _add_citing(parsers: "Parsers") -> None:
    its_id = "as `ask --json` gives it, and /cite in the chat"
    given = _add_verb(
        parsers, "quote", verbs.quote, "say what has become of a quote that was given"
    )
    given.add_argument("id", metavar="ID", help=its_id)
    given.add_argument("--json", action="store_true", help="one JSON object")
    cite = _add_verb(parsers, "cite", verbs.cite, "write a quote down for other places")
    cite.add_argument("id", metavar="ID", help=its_id)
    cite.add_argument("form", nargs="?", default="plain", metavar="FORM", help=FORMS)
    cite.add_argument("--output", type=output_file, metavar="FILE", help="write it there")


def _add_serving(parsers: "Parsers") -> None:
    serve = _add_verb(
        parsers, "serve", verbs.serve, "answer other programs, and on a page, over HTTP"
    )
    serve.add_argument("--listen", type=_listened, default="127.0.0.1:8080", metavar="HOST:PORT")
    serve.add_argument("--tokens", type=Path, metavar="FILE", help="one token a line")
    _add_verb(parsers, "mcp", verbs.mcp, "answer an assistant (Model Context Protocol)")


def _listened(value: str) -> str:
    try:
        return listened(value)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _add_looking(parsers: "Parsers") -> None:
    lacking = _add_verb(
        parsers, "gaps", verbs.gaps, "what readers ask and the texts do not answer"
    )
    lacking.add_argument("--json", action="store_true", help="one JSON object a line")
    _add_verb(parsers, "check", verbs.check, "say what the bot still needs before it can run")


def _add_measuring(parsers: "Parsers", arguments: list[str]) -> None:
    evaluate = parsers.add_parser(
        "evaluate", help="how often quotes answer, and refusals are right"
    )
    evaluate.set_defaults(verb=verbs.evaluate)
    calibrate = parsers.add_parser("calibrate", help="fit the confidence on question sets anew")
    calibrate.set_defaults(verb=verbs.calibrate)
    if arguments[:1] in (["evaluate"], ["calibrate"]):
        from bot.evaluation import add_arguments, add_calibration_arguments

        add_arguments(evaluate)
        add_calibration_arguments(calibrate)


def _no_option(given: str) -> str:
    """An ID of a quote may begin with a hyphen; as a link has it, it does not."""
    if not given.startswith("-") or len(given) != 34:
        return given
    from index.versions import QuoteId, UnknownQuote

    with contextlib.suppress(UnknownQuote):
        return f"v_{QuoteId.read(given)}"
    return given
