"""The terms of passages, cut from their texts by SQLite: the index of words keeps no copy of them.

To keep them took 0.4 kB a passage, and to read them hardly less time than to cut them takes, where
a code page holds the text (`index.text.code_pages`); of others each takes 0.1 ms more.
"""

import contextlib
import sqlite3
from collections.abc import Sequence
from dataclasses import replace

from index.store.packing import blocks_of
from index.text import Document, Passage, Span, passage_terms

# Of a row of `passages` beside its row of `documents`; of the text what tells whether its title
# says more than its beginning, then the passage. As bytes, since damaged texts may be none.
TERMS = """
terms_of(
    CAST(title AS BLOB), CAST(substr(text, 1, length(title)) AS BLOB), substr(blocks, 1, 16),
    CAST(heading AS BLOB), CAST(substr(text, start + 1, stop - start) AS BLOB)
)
"""


def prepare(connection: sqlite3.Connection) -> None:
    """Let a connection cut terms."""
    connection.create_function("terms_of", 5, _terms, deterministic=True)
    connection.execute("PRAGMA trusted_schema = ON")  # the view that FTS5 reads cuts them


def joined(terms: Sequence[str]) -> str:
    """Terms as the index of words is given them, and as they are sealed."""
    return " ".join(terms)


def _terms(
    title: bytes | None,
    beginning: bytes | None,
    blocks: bytes | None,
    heading: bytes | None,
    text: bytes | None,
) -> str:
    """The terms of a passage; of a damaged one whatever they are."""
    before, part = f"{_decoded(beginning)}\0", _decoded(text)
    document = Document("", _decoded(title), before + part)
    with contextlib.suppress(ValueError, IndexError, TypeError):
        document = replace(document, blocks=blocks_of(blocks or b""))
    span = Span(len(before), len(document.text))
    return joined(passage_terms(Passage(document, span, _decoded(heading), ())))


def _decoded(data: bytes | None) -> str:
    return (data or b"").decode("utf-8", "replace")
