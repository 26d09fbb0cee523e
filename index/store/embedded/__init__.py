"""A library in a folder: SQLite is the truth, FAISS is derived."""

from index.store.embedded.library import EmbeddedLibrary

__all__ = ["EmbeddedLibrary"]
