"""Any sentence-transformers model, by name or path, as an encoder."""

import hashlib
import logging
from collections.abc import Sequence
from typing import Any

import numpy as np

from index.encoding.pooling import PassageVectors, Vectors, split, unit
from index.errors import EncoderError
from index.text import Span

logger = logging.getLogger(__name__)

# What models call the two sides, in the order of preference.
QUESTION_PROMPTS, PASSAGE_PROMPTS = ("query", "question"), ("passage", "document")
BATCH = 16


class NamedEncoder:
    """A SentenceTransformer with its own prompts; E5 models without any get E5's.

    Raises EncoderError when the model cannot be loaded, as when there is no network.
    """

    def __init__(self, name: str, device: str) -> None:
        self.name = name
        self._model = _load(name, device)
        size = self._model.get_embedding_dimension()
        if not size:
            raise EncoderError(f"{name} does not say how long its vectors are; choose another")
        self.dimension = int(size)
        self._question_prompt = self._prompt(QUESTION_PROMPTS, "query: ")
        self._passage_prompt = self._prompt(PASSAGE_PROMPTS, "passage: ")
        self.revision = self._fingerprint()

    def encode_questions(self, questions: Sequence[str]) -> Vectors:
        """Unit rows."""
        return self._encode(questions, self._question_prompt)

    def across(self, questions: Vectors) -> Vectors:
        """As they are: only the bundled encoder has learnt it."""
        return questions

    def encode_passages(
        self, texts: Sequence[str], sentences: Sequence[Sequence[Span]]
    ) -> list[PassageVectors]:
        """The model's own vectors of the whole and of each sentence by itself."""
        alone = [
            span.of(text) for text, spans in zip(texts, sentences, strict=True) for span in spans
        ]
        rows = self._encode([*texts, *alone], self._passage_prompt)
        return split(rows, [len(spans) for spans in sentences])

    def _encode(self, texts: Sequence[str], prompt: str) -> Vectors:
        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        clean = [text.encode("utf-8", "replace").decode() for text in texts]
        rows = self._model.encode(clean, prompt=prompt, batch_size=BATCH, show_progress_bar=False)
        return unit(np.asarray(rows, dtype=np.float32))

    def _prompt(self, names: Sequence[str], of_e5: str) -> str:
        prompts: dict[str, str] = self._model.prompts or {}
        own = next((prompts[name] for name in names if prompts.get(name)), "")
        return own or (of_e5 if "e5-" in self.name.lower() else "")

    def _fingerprint(self) -> str:
        """A digest of the prompts and of a few vectors: other weights give other ones."""
        probe = self._encode(["Verbatim 180 °", "這是一個句子。"], self._passage_prompt)
        digest = hashlib.sha256(np.round(probe, 3).astype(np.float16).tobytes())
        digest.update(f"{self._question_prompt}|{self._passage_prompt}".encode())
        return f"{self.dimension}d {digest.hexdigest()[:16]}"


def _load(name: str, device: str) -> Any:
    """From disk if it is there, so that a warm cache needs no network; else from the hub."""
    from sentence_transformers import SentenceTransformer

    try:
        try:
            return SentenceTransformer(name, device=device, local_files_only=True)
        except (OSError, ValueError):
            return SentenceTransformer(name, device=device)
    except (OSError, ValueError, RuntimeError) as error:
        raise EncoderError(
            f"the encoder {name!r} cannot be loaded ({_first_line(error)}); check the name or "
            "the network, name a folder that holds it, or set ENCODER=bundled, which needs neither"
        ) from error


def _first_line(error: Exception) -> str:
    return str(error).strip().splitlines()[0][:200] if str(error).strip() else repr(error)
