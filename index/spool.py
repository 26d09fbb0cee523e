"""Documents on disk between being read and being stored: any number of them, in little memory."""

import pickle
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import IO

from index.errors import LibraryError
from index.text import Document


@contextmanager
def spooled(
    documents: Iterable[Document], counted: Callable[[int], None]
) -> Iterator[Iterator[Document]]:
    """Read all of them, tell `counted` how many so far, and give them again, in order, once.

    They lie in a file that has no name, so nobody else opens it and nothing of it stays behind.
    Raises LibraryError where there is no room for it; what the iterable raises comes through.
    """
    with _explained():
        file = tempfile.TemporaryFile()  # noqa: SIM115, closing it may fail once more
    try:
        for count, document in enumerate(documents, start=1):
            with _explained():
                pickle.dump(document, file)
            counted(count)
        with _explained():
            file.seek(0)  # which writes what is still in the buffer
        yield _again(file)
    finally:
        with suppress(OSError):  # what cannot be written at the end has been told
            file.close()


def _again(file: IO[bytes]) -> Iterator[Document]:
    with suppress(EOFError):
        while True:
            yield pickle.load(file)


@contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise LibraryError(
            f"documents wait in {tempfile.tempdir or 'a temporary folder'} while they are read, "
            f"and that failed ({error.strerror or error}): make room there, or set TMPDIR"
        ) from error
