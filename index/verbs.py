"""What the index's verbs do: each takes its options, and gives the code the process ends with.

Imports that load a model's libraries wait until a verb needs them: `--help` is instant.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

from index import show as shown
from index.errors import LibraryError, SourceError
from index.foreign import line, tell
from index.settings import IndexSettings

if TYPE_CHECKING:
    from index.encoding import Encoder
    from index.store import Library
    from index.text import Document


def _open(settings: IndexSettings) -> "Library":
    from index.store import open_library

    return open_library(settings.library)


def _encoder(settings: IndexSettings) -> "Encoder":
    from index.encoding import load_encoder

    return load_encoder(settings.encoder, settings.device)


def build(options: argparse.Namespace, settings: IndexSettings) -> int:
    """Make sources the library."""
    return _take(options, settings, replace=True)


def add(options: argparse.Namespace, settings: IndexSettings) -> int:
    """Add sources to the library."""
    return _take(options, settings, replace=False)


def _take(options: argparse.Namespace, settings: IndexSettings, *, replace: bool) -> int:
    from index.building import build as built

    failures: list[str] = []
    bars = shown.Bars()
    try:
        counts = built(
            _open(settings),
            _documents(options.sources, failures),
            _encoder(settings),
            replace=replace,
            progress=bars,
        )
    finally:
        bars.close()
    tell(shown.summary(counts))
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
                tell(f"verbatim: {line(found.doc_id)}: {shown.left_out(found)}", sys.stderr)
            yield found


def remove(options: argparse.Namespace, settings: IndexSettings) -> int:
    """Take documents out of the library."""
    from index.building import remove as without

    tell(shown.summary(without(_open(settings), options.doc_ids)))
    return 0


def listing(options: argparse.Namespace, settings: IndexSettings) -> int:
    """List the documents."""
    with closing(_open(settings).open()) as view:
        return _print(shown.documents(view.documents(), as_json=options.json))


def show(options: argparse.Namespace, settings: IndexSettings) -> int:
    """Print documents as they are stored."""
    with closing(_open(settings).open()) as view:
        asked = {doc_id: view.document(doc_id) for doc_id in options.doc_ids}
        if unknown := [doc_id for doc_id, found in asked.items() if found is None]:
            raise LibraryError(
                f"not in the library: {', '.join(unknown)} (`python -m index list` has the names)"
            )
        found = (one for one in asked.values() if one) if asked else view.documents()
        return _print(shown.stored(found, as_json=options.json))


def history(options: argparse.Namespace, settings: IndexSettings) -> int:
    """Tell when a document was changed, and in which words."""
    from index.versions import revisions

    found = revisions(_open(settings), options.doc_id)
    return _print(shown.revisions(found, as_json=options.json))


def diff(options: argparse.Namespace, settings: IndexSettings) -> int:
    """Tell what is other between two generations."""
    from index.versions import between

    found = between(_open(settings), options.first, options.second)
    return _print(shown.compared(found, as_json=options.json))


def info(options: argparse.Namespace, settings: IndexSettings) -> int:
    """Show the generations, the encoder and the size."""
    return _print(shown.information(_open(settings), as_json=options.json))


def search(options: argparse.Namespace, settings: IndexSettings) -> int:
    """Show the passages nearest to a question."""
    from index.retriever import Retriever

    with closing(_open(settings).open()) as view:
        hits = Retriever(view, _encoder(settings)).retrieve(options.question, options.k)
    return _print(shown.hits(hits, as_json=options.json))


def _print(lines: Iterable[str]) -> int:
    for one in lines:
        tell(one)
    return 0


def rollback(options: argparse.Namespace, settings: IndexSettings) -> int:
    """Let an older generation answer again."""
    live = _open(settings).rollback(options.number)
    tell(f"generation {live.number} answers: {live.documents} documents, of {live.created}")
    return 0


def prune(options: argparse.Namespace, settings: IndexSettings) -> int:
    """Delete old generations."""
    gone = _open(settings).prune(options.keep)
    tell(f"deleted generations: {', '.join(map(str, gone)) or 'none'}")
    return 0


def copy(options: argparse.Namespace, _: IndexSettings) -> int:
    """Copy a library into an empty place."""
    from index.copying import copy as copied
    from index.store import open_library

    bars = shown.Bars()
    try:
        live, held = copied(open_library(options.source), open_library(options.target), bars)
    finally:
        bars.close()
    tell(
        f"generation {live.number}: {held.documents} documents, {held.passages} passages, checksum"
        f" {held.checksum}: the same on both sides"
    )
    return 0


def doctor(options: argparse.Namespace, settings: IndexSettings) -> int:
    """Check the library and say what is wrong with it."""
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


def evaluate(options: argparse.Namespace, settings: IndexSettings) -> int:
    """Print how often the passage that answers is among the first."""
    from index.evaluation import report

    tell(report(options, _encoder(settings)))
    return 0


def benchmark(options: argparse.Namespace, _: IndexSettings) -> int:
    """Print how fast and how large it is."""
    from index.benchmark import report

    told = partial(tell, stream=sys.stderr)
    tell(report(options, told, reader=options.reader))
    return 0
