"""The plain way: LangChain's FAISS with sentence-transformers in fp32 on the same model.

It is used as their documentation shows.
"""

import json
import os
import time
import warnings
from collections.abc import Sequence

from index.benchmark.timed import TimedModel
from index.benchmark.way import HITS, MEGABYTE, Plan, Times


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
