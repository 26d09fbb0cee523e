"""The library behind one door: documents, passages and vectors, generation by generation."""

from pathlib import Path

from index.errors import LibraryError
from index.store.interface import (
    PATIENCE,
    Changes,
    Draft,
    EncoderId,
    Evidence,
    Finding,
    Generation,
    Library,
    Rows,
    View,
)

__all__ = [
    "PATIENCE",
    "Changes",
    "Draft",
    "EncoderId",
    "Evidence",
    "Finding",
    "Generation",
    "Library",
    "Rows",
    "View",
    "open_library",
]


def open_library(address: str | Path) -> Library:
    """The library at an address: a folder, which need not exist yet.

    Raises LibraryError for an address of a kind that is not known.
    """
    if "://" in str(address):
        scheme = str(address).partition("://")[0]
        raise LibraryError(f"no library can be opened by {scheme}://: name a folder")
    from index.store.embedded import EmbeddedLibrary

    return EmbeddedLibrary(Path(address))
