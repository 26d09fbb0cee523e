"""The two ways the benchmark compares, each at work in a process of its own.

Verbatim's library, and the plain way: LangChain's FAISS with sentence-transformers in fp32 on the
same model, used as their documentation shows.
"""

import json
import os
import time
import warnings
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from index.encoding import Encoder, PassageVectors, Vectors
    from index.retriever import Hit
    from index.text import Span

# Both import what they need when they need it: their memory is what is measured.

HITS = 10
MEGABYTE = 1e6
# Passages read at once to compare a question with all.
BATCH = 512
ADDED = "The lighthouse of the benchmark was painted green in the spring of 2031."
Read = Callable[[str, "Sequence[Hit]"], object]
Times = dict[str, float]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a way is to work on, and where.

    `documents` is a file of JSON lines, [text, language]; with `upsample`, a library whose
    vectors those of the passages are drawn from. `model` is where an fp32 checkpoint lies.
    """

    folder: Path
    documents: Path
    model: Path
    threads: int
    upsample: Path | None = None


class Way(Protocol):
    """A way to find passages for a question."""

    def build(self) -> Times:
        """Index the documents: `passages`, seconds to `build`, of which to `encode`."""

    def open(self) -> Times:
        """Open what was built: seconds to `open` it, and megabytes of `disk` that it takes."""

    def ask(self, question: str) -> Times:
        """Seconds to `encode`, to `search`, and for the `question`, which is both.

        With a reader, to `read` the hits too, and for the `answer` in all.
        """

    def look(self, questions: Sequence[str]) -> Times:
        """The `recall` of the ten nearest, and seconds until a text that is `added` answers."""


class Verbatim:
    """The library, built and asked as `index` does it; in the plan's folder or at an address."""

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


class Plain:
    """`langchain_community.vectorstores.FAISS` over `HuggingFaceEmbeddings`."""

    def __init__(self, plan: Plan) -> None:
        os.environ |= {"TRANSFORMERS_VERBOSITY": "error", "TQDM_DISABLE": "1"}
        from langchain_community.embeddings import HuggingFaceEmbeddings

        # It warns of its successor, which needs a huggingface_hub older than ours.
        warnings.simplefilter("ignore")
        self.plan = plan
        self.embeddings = HuggingFaceEmbeddings(
            model_name=str(plan.model),
            model_kwargs={"device": "cpu"},
            encode_kwargs={"normalize_embeddings": True},
        )
        self.model = TimedModel(self.embeddings.client)
        self.embeddings.client = self.model

    def build(self) -> Times:
        """Texts into an index, saved; E5's prompts are put before them by hand."""
        from langchain_community.vectorstores import FAISS

        lines = self.plan.documents.read_text(encoding="utf-8").split("\n")
        texts = ["passage: " + json.loads(line)[0] for line in lines if line]
        started = time.perf_counter()
        FAISS.from_texts(texts, self.embeddings).save_local(str(self.plan.folder))
        taken = time.perf_counter() - started
        return {"passages": len(texts), "build": taken, "encode": self.model.seconds}

    def open(self) -> Times:
        """The saved index."""
        from langchain_community.vectorstores import FAISS

        started = time.perf_counter()
        self.store = FAISS.load_local(
            str(self.plan.folder), self.embeddings, allow_dangerous_deserialization=True
        )
        size = sum(path.stat().st_size for path in self.plan.folder.iterdir())
        return {"open": time.perf_counter() - started, "disk": size / MEGABYTE}

    def ask(self, question: str) -> Times:
        """Search by similarity."""
        before, started = self.model.seconds, time.perf_counter()
        self.store.similarity_search_with_score("query: " + question, k=HITS)
        taken, encode = time.perf_counter() - started, self.model.seconds - before
        return {"encode": encode, "search": taken - encode, "question": taken}

    def look(self, questions: Sequence[str]) -> Times:
        """It is exact, and is built anew for every text."""
        return {}


class TimedEncoder:
    """An encoder that counts the seconds it works."""

    def __init__(self, encoder: "Encoder") -> None:
        self.encoder = encoder
        self.name, self.revision = encoder.name, encoder.revision
        self.dimension = encoder.dimension
        self.seconds = 0.0

    def encode_questions(self, questions: Sequence[str]) -> "Vectors":
        """As the encoder does it."""
        started = time.perf_counter()
        found = self.encoder.encode_questions(questions)
        self.seconds += time.perf_counter() - started
        return found

    def across(self, questions: "Vectors") -> "Vectors":
        """As the encoder does it."""
        return self.encoder.across(questions)

    def encode_passages(
        self, texts: Sequence[str], sentences: "Sequence[Sequence[Span]]"
    ) -> "list[PassageVectors]":
        """As the encoder does it."""
        started = time.perf_counter()
        found = self.encoder.encode_passages(texts, sentences)
        self.seconds += time.perf_counter() - started
        return found


class TimedModel:
    """A SentenceTransformer that counts the seconds it works."""

    def __init__(self, model: Any) -> None:
        self.model = model
        self.seconds = 0.0

    def encode(self, texts: Sequence[str], **options: Any) -> Any:
        """As the model does it."""
        started = time.perf_counter()
        found = self.model.encode(texts, **options)
        self.seconds += time.perf_counter() - started
        return found
