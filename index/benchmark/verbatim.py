"""Verbatim's way: the library, built and asked as `index` does it."""

import time
from collections.abc import Callable, Sequence
from contextlib import closing
from typing import TYPE_CHECKING

from index.benchmark.timed import TimedEncoder
from index.benchmark.way import HITS, MEGABYTE, Plan, Times

if TYPE_CHECKING:
    from index.encoding import Encoder
    from index.retriever import Hit

# Passages read at once to compare a question with all.
BATCH = 512
ADDED = "The lighthouse of the benchmark was painted green in the spring of 2031."
Read = Callable[[str, "Sequence[Hit]"], object]


class Verbatim:
    """A library in the plan's folder, or at an address."""

    def __init__(
        self,
        plan: Plan,
        load: "Callable[[], Encoder]",
        reader: Callable[[], Read] | None = None,
        address: str | None = None,
    ) -> None:
        self.plan = plan
        self.address = address or plan.folder
        self.encoder = TimedEncoder(load())
        self.read = reader() if reader else None

    def build(self) -> Times:
        """Documents into a library: sentences, words, vectors and FAISS file."""
        from index.benchmark.texts import Upsampled, read_documents
        from index.building import build
        from index.store import open_library

        encoder = self.encoder
        if self.plan.upsample:
            with closing(open_library(self.plan.upsample).open()) as real:
                encoder = TimedEncoder(Upsampled(encoder.encoder, real))
        started = time.perf_counter()
        counts = build(
            open_library(self.address),
            read_documents(self.plan.documents),
            encoder,
            replace=True,
        )
        taken = time.perf_counter() - started
        return {"passages": counts.encoded, "build": taken, "encode": encoder.seconds}

    def open(self) -> Times:
        """The library's live generation."""
        from index.retriever import Retriever
        from index.store import open_library

        started, library = time.perf_counter(), open_library(self.address)
        self.retriever = Retriever(library.open(), self.encoder)
        return {"open": time.perf_counter() - started, "disk": library.size() / MEGABYTE}

    def ask(self, question: str) -> Times:
        """Retrieve, and read if there is a reader."""
        before, started = self.encoder.seconds, time.perf_counter()
        hits = self.retriever.retrieve(question, HITS)
        found = time.perf_counter()
        encode = self.encoder.seconds - before
        times = {"encode": encode, "search": found - started - encode}
        times["question"] = found - started
        if self.read:
            self.read(question, hits)
            times["read"] = time.perf_counter() - found
            times["answer"] = time.perf_counter() - started
        return times

    def look(self, questions: Sequence[str]) -> Times:
        """Compare with every passage; add one text more."""
        return {"recall": self._recall(questions), "added": self._add()}

    def _recall(self, questions: Sequence[str]) -> float:
        import numpy as np

        view, asked = self.retriever.view, self.encoder.encode_questions(questions)
        rows = view.rows()
        batches = (rows[start : start + BATCH].tolist() for start in range(0, len(rows), BATCH))
        scores = np.hstack(
            [
                asked @ np.vstack([one.vectors.whole for one in view.evidence(some).values()]).T
                for some in batches
            ]
        )
        nearest = rows[np.argsort(-scores, axis=1)[:, :HITS]]
        found = [{row for row, _ in view.nearest(vector, HITS)} for vector in asked]
        right = sum(
            len(one & set(these.tolist())) for one, these in zip(found, nearest, strict=True)
        )
        return right / nearest.size

    def _add(self) -> float:
        """Seconds from one text more to its being found."""
        from index.building import build
        from index.retriever import Retriever
        from index.store import open_library
        from index.text import Document

        started, library = time.perf_counter(), open_library(self.address)
        build(library, [Document("added", "", ADDED, language="en")], self.encoder, replace=False)
        with closing(library.open()) as view:
            hits = Retriever(view, self.encoder).retrieve(ADDED, HITS)
            taken = time.perf_counter() - started
        assert any(hit.passage.text == ADDED for hit in hits)
        return taken
