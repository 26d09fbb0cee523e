"""`verbatim index`, or `python -m index`: build the library, search it, keep it in order."""

import argparse
import logging
import sys
from collections.abc import Callable

from index import verbs
from index.ending import ended, speak_utf8
from index.foreign import Arguments, log_handler
from index.settings import IndexSettings, load_settings

Verb = Callable[[argparse.Namespace, IndexSettings], int]
# Describes a verb: its name, what it runs, what it is for.
AddVerb = Callable[[str, Verb, str], argparse.ArgumentParser]


def main(arguments: list[str] | None = None, program: str = "python -m index") -> int:
    """Run one verb: 0 done, 1 a runtime failure, 2 wrong usage or settings."""
    given = sys.argv[1:] if arguments is None else arguments
    speak_utf8()
    options = parser(given, program).parse_args(given)
    settings = load_settings(
        IndexSettings, **({"library": options.library} if options.library else {})
    )
    logging.basicConfig(handlers=[log_handler()])
    logging.getLogger("index").setLevel(settings.log_level)
    verb: Verb = options.verb
    return ended(lambda: verb(options, settings), "interrupted; the library is as it was")


def parser(arguments: list[str], program: str) -> argparse.ArgumentParser:
    """Describe every verb and option; `--help` prints it, as of `program`."""
    top = Arguments(prog=program, description=__doc__)
    parsers = top.add_subparsers(required=True, metavar="VERB")

    def alone(name: str, run: Verb, what: str) -> argparse.ArgumentParser:
        added = parsers.add_parser(name, help=what, description=what)
        added.set_defaults(verb=run, library=None)
        return added

    def with_library(name: str, run: Verb, what: str) -> argparse.ArgumentParser:
        added = alone(name, run, what)
        added.add_argument(
            "--library", metavar="LIBRARY", help="a folder, or postgresql://… (default: LIBRARY)"
        )
        return added

    _add_changing(with_library)
    _add_looking(with_library)
    _add_keeping(with_library)
    _add_copying(alone)
    _add_measuring(alone, arguments)
    return top


def _add_changing(verb: AddVerb) -> None:
    for name, run, what in (
        ("build", verbs.build, "make these sources the library, in place of what it holds"),
        ("add", verbs.add, "add sources to the library; documents of the same name are replaced"),
    ):
        verb(name, run, what).add_argument(
            "sources", nargs="+", metavar="SOURCE", help="a file, a folder, an address, or - "
        )
    gone = verb("remove", verbs.remove, "take documents out of the library")
    gone.add_argument("doc_ids", nargs="+", metavar="DOC_ID", help="as `list` shows it")


def _add_looking(verb: AddVerb) -> None:
    for name, run, what in (
        ("list", verbs.listing, "list the documents"),
        ("info", verbs.info, "show the generations, the encoder and the size"),
    ):
        verb(name, run, what).add_argument("--json", action="store_true", help="for programs")
    stored = verb("show", verbs.show, "print documents as they are stored")
    stored.add_argument("doc_ids", nargs="*", metavar="DOC_ID", help="default: all")
    stored.add_argument("--json", action="store_true", help="with blocks, one object a line")
    past = verb("history", verbs.history, "when a document was changed, and in which words")
    past.add_argument("doc_id", metavar="DOC_ID", help="as `list` shows it")
    other = verb("diff", verbs.diff, "what is other between two generations, document by document")
    other.add_argument("first", type=int, metavar="A", help="a number, as `info` shows it")
    other.add_argument("second", type=int, metavar="B", help="another one")
    for one in (past, other):
        one.add_argument("--json", action="store_true", help="one JSON object for each change")
    search = verb("search", verbs.search, "show the passages nearest to a question")
    search.add_argument("question", metavar="QUESTION")
    search.add_argument("-k", type=_count, default=5, metavar="N", help="how many (default: 5)")
    search.add_argument("--json", action="store_true", help="one JSON object for each hit")


def _add_keeping(verb: AddVerb) -> None:
    back = verb("rollback", verbs.rollback, "let an older generation answer again")
    back.add_argument("number", nargs="?", type=int, help="default: the one before")
    prune = verb("prune", verbs.prune, "delete old generations, but never the live one")
    prune.add_argument(
        "--keep", type=_count, default=1, metavar="N", help="how many old ones stay (default: 1)"
    )
    doctor = verb("doctor", verbs.doctor, "check the library and say what is wrong with it")
    doctor.add_argument("--repair", action="store_true", help="mend what can be mended, first")


def _add_copying(verb: AddVerb) -> None:
    copied = verb(
        "copy", verbs.copy, "copy a library into an empty place, without encoding it again"
    )
    copied.add_argument("source", metavar="FROM", help="a folder, or postgresql://…")
    copied.add_argument("target", metavar="TO", help="a folder, or postgresql://…")


def _add_measuring(verb: AddVerb, arguments: list[str]) -> None:
    """Their options are described where they are used, and loaded only when asked for."""
    evaluate = verb(
        "evaluate", verbs.evaluate, "how often the passage that answers is among the first"
    )
    if "evaluate" in arguments[:1]:
        from index.evaluation import add_arguments

        add_arguments(evaluate)
    benchmark = verb(
        "benchmark", verbs.benchmark, "how fast and how large it is, beside a plain way"
    )
    if "benchmark" in arguments[:1]:
        from index.benchmark import add_arguments as add_benchmark_arguments

        add_benchmark_arguments(benchmark)


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError("at least 0, a whole number")
    return int(text)
