"""`verbatim index`, or `python -m index`: build the library, search it, keep it in order."""

import argparse
import io
import logging
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

from index import show
from index.errors import LibraryError, SourceError, VerbatimError
from index.foreign import Arguments, line, log_handler, tell
from index.outputs import why_not
from index.settings import IndexSettings, load_settings

if TYPE_CHECKING:
    from index.encoding import Encoder
    from index.store import Library
    from index.text import Document

Verb = Callable[[argparse.Namespace, IndexSettings], int]
# Describes a verb: its name, what it runs, what it is for.
AddVerb = Callable[[str, Verb, str], argparse.ArgumentParser]

# Imports that load a model's libraries wait until a verb needs them: `--help` is instant.


def main(arguments: list[str] | None = None, program: str = "python -m index") -> int:
    """Run one verb: 0 done, 1 a runtime failure, 2 wrong usage or settings."""
    given = sys.argv[1:] if arguments is None else arguments
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    options = parser(given, program).parse_args(given)
    settings = load_settings(
        IndexSettings, **({"library": options.library} if options.library else {})
    )
    logging.basicConfig(handlers=[log_handler()])
    logging.getLogger("index").setLevel(settings.log_level)
    verb: Verb = options.verb
    try:
        return verb(options, settings)
    except VerbatimError as error:
        tell(f"verbatim: {line(str(error))}", sys.stderr)
        return 1
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:  # a disk that is full, a file that went
        tell(f"verbatim: {line(why_not(error))}", sys.stderr)
        return 1
    except KeyboardInterrupt:
        tell("verbatim: interrupted; the library is as it was", sys.stderr)
        return 130


def parser(arguments: list[str], program: str) -> argparse.ArgumentParser:
    """Describe every verb and option; `--help` prints it, as of `program`."""
    top = Arguments(prog=program, description=__doc__)
    verbs = top.add_subparsers(required=True, metavar="VERB")

    def alone(name: str, run: Verb, what: str) -> argparse.ArgumentParser:
        added = verbs.add_parser(name, help=what, description=what)
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
        ("build", _build, "make these sources the library, in place of what it holds"),
        ("add", _add, "add sources to the library; documents of the same name are replaced"),
    ):
        verb(name, run, what).add_argument(
            "sources", nargs="+", metavar="SOURCE", help="a file, a folder, an address, or - "
        )
    gone = verb("remove", _remove, "take documents out of the library")
    gone.add_argument("doc_ids", nargs="+", metavar="DOC_ID", help="as `list` shows it")


def _add_looking(verb: AddVerb) -> None:
    for name, run, what in (
        ("list", _list, "list the documents"),
        ("info", _info, "show the generations, the encoder and the size"),
    ):
        verb(name, run, what).add_argument("--json", action="store_true", help="for programs")
    stored = verb("show", _show, "print documents as they are stored")
    stored.add_argument("doc_ids", nargs="*", metavar="DOC_ID", help="default: all")
    stored.add_argument("--json", action="store_true", help="with blocks, one object a line")
    past = verb("history", _history, "when a document was changed, and in which words")
    past.add_argument("doc_id", metavar="DOC_ID", help="as `list` shows it")
    other = verb("diff", _diff, "what is other between two generations, document by document")
    other.add_argument("first", type=int, metavar="A", help="a number, as `info` shows it")
    other.add_argument("second", type=int, metavar="B", help="another one")
    for one in (past, other):
        one.add_argument("--json", action="store_true", help="one JSON object for each change")
    search = verb("search", _search, "show the passages nearest to a question")
    search.add_argument("question", metavar="QUESTION")
    search.add_argument("-k", type=_count, default=5, metavar="N", help="how many (default: 5)")
    search.add_argument("--json", action="store_true", help="one JSON object for each hit")


def _add_keeping(verb: AddVerb) -> None:
    back = verb("rollback", _rollback, "let an older generation answer again")
    back.add_argument("number", nargs="?", type=int, help="default: the one before")
    prune = verb("prune", _prune, "delete old generations, but never the live one")
    prune.add_argument(
        "--keep", type=_count, default=1, metavar="N", help="how many old ones stay (default: 1)"
    )
    doctor = verb("doctor", _doctor, "check the library and say what is wrong with it")
    doctor.add_argument("--repair", action="store_true", help="mend what can be mended, first")


def _add_copying(verb: AddVerb) -> None:
    copied = verb("copy", _copy, "copy a library into an empty place, without encoding it again")
    copied.add_argument("source", metavar="FROM", help="a folder, or postgresql://…")
    copied.add_argument("target", metavar="TO", help="a folder, or postgresql://…")


def _add_measuring(verb: AddVerb, arguments: list[str]) -> None:
    """Their options are described where they are used, and loaded only when asked for."""
    evaluate = verb("evaluate", _evaluate, "how often the passage that answers is among the first")
    if "evaluate" in arguments[:1]:
        from index.evaluation import add_arguments

        add_arguments(evaluate)
    benchmark = verb("benchmark", _benchmark, "how fast and how large it is, beside a plain way")
    if "benchmark" in arguments[:1]:
        from index.benchmark import add_arguments as add_benchmark_arguments

        add_benchmark_arguments(benchmark)


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError("at least 0, a whole number")
    return int(text)


def _open(settings: IndexSettings) -> "Library":
    from index.store import open_library

    return open_library(settings.library)


def _encoder(settings: IndexSettings) -> "Encoder":
    from index.encoding import load_encoder

    return load_encoder(settings.encoder, settings.device)


def _build(options: argparse.Namespace, settings: IndexSettings) -> int:
    return _take(options, settings, replace=True)


def _add(options: argparse.Namespace, settings: IndexSettings) -> int:
    return _take(options, settings, replace=False)


def _take(options: argparse.Namespace, settings: IndexSettings, *, replace: bool) -> int:
    from index.building import build

    failures: list[str] = []
    bars = show.Bars()
    try:
        counts = build(
            _open(settings),
            _documents(options.sources, failures),
            _encoder(settings),
            replace=replace,
            progress=bars,
        )
    finally:
        bars.close()
    tell(show.summary(counts))
    for doc_id in counts.duplicates:
        tell(f"verbatim: {line(doc_id)}: a second document has this name; left out", sys.stderr)
    return 1 if failures or counts.duplicates else 0


def _documents(sources: list[str], failures: list[str]) -> "Iterator[Document]":
    from index.sources import load

    for found in load(sources):
        if isinstance(found, SourceError):
            failures.append(found.source)
            tell(f"verbatim: {line(str(found))}", sys.stderr)
        else:
            if found.left_out:
                tell(f"verbatim: {line(found.doc_id)}: {show.left_out(found)}", sys.stderr)
            yield found


def _remove(options: argparse.Namespace, settings: IndexSettings) -> int:
    from index.building import remove

    tell(show.summary(remove(_open(settings), options.doc_ids)))
    return 0


def _list(options: argparse.Namespace, settings: IndexSettings) -> int:
    with closing(_open(settings).open()) as view:
        return _print(show.documents(view.documents(), as_json=options.json))


def _show(options: argparse.Namespace, settings: IndexSettings) -> int:
    with closing(_open(settings).open()) as view:
        asked = {doc_id: view.document(doc_id) for doc_id in options.doc_ids}
        if unknown := [doc_id for doc_id, found in asked.items() if found is None]:
            raise LibraryError(
                f"not in the library: {', '.join(unknown)} (`python -m index list` has the names)"
            )
        found = (one for one in asked.values() if one) if asked else view.documents()
        return _print(show.stored(found, as_json=options.json))


def _history(options: argparse.Namespace, settings: IndexSettings) -> int:
    from index.versions import revisions

    found = revisions(_open(settings), options.doc_id)
    return _print(show.revisions(found, as_json=options.json))


def _diff(options: argparse.Namespace, settings: IndexSettings) -> int:
    from index.versions import between

    found = between(_open(settings), options.first, options.second)
    return _print(show.compared(found, as_json=options.json))


def _info(options: argparse.Namespace, settings: IndexSettings) -> int:
    return _print(show.information(_open(settings), as_json=options.json))


def _search(options: argparse.Namespace, settings: IndexSettings) -> int:
    from index.retriever import Retriever

    with closing(_open(settings).open()) as view:
        hits = Retriever(view, _encoder(settings)).retrieve(options.question, options.k)
    return _print(show.hits(hits, as_json=options.json))


def _print(lines: Iterable[str]) -> int:
    for one in lines:
        tell(one)
    return 0


def _rollback(options: argparse.Namespace, settings: IndexSettings) -> int:
    live = _open(settings).rollback(options.number)
    tell(f"generation {live.number} answers: {live.documents} documents, of {live.created}")
    return 0


def _prune(options: argparse.Namespace, settings: IndexSettings) -> int:
    gone = _open(settings).prune(options.keep)
    tell(f"deleted generations: {', '.join(map(str, gone)) or 'none'}")
    return 0


def _copy(options: argparse.Namespace, _: IndexSettings) -> int:
    from index.copying import copy
    from index.store import open_library

    bars = show.Bars()
    try:
        live, held = copy(open_library(options.source), open_library(options.target), bars)
    finally:
        bars.close()
    tell(
        f"generation {live.number}: {held.documents} documents, {held.passages} passages, checksum"
        f" {held.checksum}: the same on both sides"
    )
    return 0


def _doctor(options: argparse.Namespace, settings: IndexSettings) -> int:
    from index.doctor import examine, repair

    library, sound = _open(settings), True

    def load() -> "Encoder":
        return _encoder(settings)

    if options.repair:
        for finding in repair(library, load):
            tell(f"{'done   ' if finding.sound else 'WRONG  '} {line(finding.text)}")
    for finding in examine(library, load):
        tell(f"{'ok     ' if finding.sound else 'WRONG  '} {line(finding.text)}")
        sound &= finding.sound
    return 0 if sound else 1


def _evaluate(options: argparse.Namespace, settings: IndexSettings) -> int:
    from index.evaluation import report

    tell(report(options, _encoder(settings)))
    return 0


def _benchmark(options: argparse.Namespace, _: IndexSettings) -> int:
    from index.benchmark import report

    told = partial(tell, stream=sys.stderr)
    tell(report(options, told, reader=options.reader))
    return 0
