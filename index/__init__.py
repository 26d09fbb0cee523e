"""Text in, hits out: documents, passages, vectors, the library and its retriever.

`index` knows nothing of `bot`. The way of the data, nothing flows back:

    text -> documents -> passages -> vectors -> library -> retriever -> hits

What stands in `__all__` is for other programs (docs/python.md). It is loaded when it is first
asked for, so that `--help`, and the child that reads files, load no models.
"""

import os
from importlib import import_module
from typing import TYPE_CHECKING, Any

# ONNX Runtime tells its makers where and how it is used, and keeps a number for the machine in
# ~/.cache/Microsoft, unless it finds this when it is imported.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

if TYPE_CHECKING:
    from index.building import Counts as Counts
    from index.building import build as build
    from index.building import remove as remove
    from index.encoding import Encoder as Encoder
    from index.encoding import load_encoder as load_encoder
    from index.errors import VerbatimError as VerbatimError
    from index.retriever import Hit as Hit
    from index.retriever import Retriever as Retriever
    from index.sources import from_text as from_text
    from index.sources import load as load
    from index.store import Generation as Generation
    from index.store import Library as Library
    from index.store import View as View
    from index.store import open_library as open_library
    from index.text import Block as Block
    from index.text import Document as Document
    from index.text import Passage as Passage
    from index.text import Span as Span

_HOMES = {
    "index.building": ("Counts", "build", "remove"),
    "index.encoding": ("Encoder", "load_encoder"),
    "index.errors": ("VerbatimError",),
    "index.retriever": ("Hit", "Retriever"),
    "index.sources": ("from_text", "load"),
    "index.store": ("Generation", "Library", "View", "open_library"),
    "index.text": ("Block", "Document", "Passage", "Span"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}
__all__ = sorted(_HOME_OF)


def __getattr__(name: str) -> Any:
    """A public name, from where it lives."""
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOME_OF[name]), name)
