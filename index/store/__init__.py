"""The library behind one door: documents, passages and vectors, generation by generation."""

from pathlib import Path

from index.errors import LibraryError, require
from index.store.addresses import HOW_TO_WRITE, is_meant_as_database, is_understood, shown
from index.store.interface import (
    PATIENCE,
    Candidates,
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
from index.store.rarity import MAX_TERMS, idf
from index.store.rounding import rounded
from index.store.soundness import whole_evidence

__all__ = [
    "HOW_TO_WRITE",
    "MAX_TERMS",
    "PATIENCE",
    "Candidates",
    "Changes",
    "Draft",
    "EncoderId",
    "Evidence",
    "Finding",
    "Generation",
    "Library",
    "Rows",
    "View",
    "idf",
    "is_meant_as_database",
    "is_understood",
    "open_library",
    "rounded",
    "shown",
    "whole_evidence",
]


# What PostgreSQL itself takes for an address of a database.
_POSTGRES = ("postgresql", "postgres")


def open_library(address: str | Path) -> Library:
    """The library at an address: a folder, which need not exist yet, or postgresql://….

    Raises LibraryError for an address of a kind that is not known, VerbatimError where what the
    address needs is not installed.
    """
    scheme, is_address, _ = str(address).partition("://")
    if is_address and scheme in _POSTGRES:
        require("psycopg", "postgres")
        from index.store.postgres import PostgresLibrary

        return PostgresLibrary(str(address))
    if is_meant_as_database(address):
        kind = f"{scheme}://" if is_address and scheme.isalnum() else "this address"
        raise LibraryError(f"no library can be opened by {kind}: name a folder, or postgresql://…")
    from index.store.embedded import EmbeddedLibrary

    return EmbeddedLibrary(Path(address))
