"""Any Hugging Face question-answering model or cross-encoder, by name or path, as a reader.

A question-answering model (…ForQuestionAnswering) finds start and end of the answer, with `<s>` or
`[CLS]` for none (Devlin et al., 2019, arXiv:1810.04805); long passages go through in overlapping
windows. A cross-encoder (…ForSequenceClassification with one label) scores passage and sentences.
"""

import logging
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.answering.readers.model import Reading
from index.errors import EncoderError
from index.text import Span, sentence_spans

logger = logging.getLogger(__name__)

# Tokens of a window at most, and those that two windows share.
WINDOW, STRIDE = 384, 128
MAX_QUESTION = 64
BATCH = 8


def load_named_model(name: str, device: str) -> "AnsweringModel | ScoringModel":
    """The model of that name or path; raises EncoderError if it cannot be had or does not fit."""
    from transformers import AutoConfig

    try:
        kinds = " ".join(AutoConfig.from_pretrained(name).architectures or [])
        if "ForQuestionAnswering" in kinds:
            return AnsweringModel(name, device)
        if "ForSequenceClassification" in kinds:
            return ScoringModel(name, device)
    except (OSError, ValueError, RuntimeError) as error:
        reason = str(error).strip().splitlines()[0][:200] if str(error).strip() else repr(error)
        raise EncoderError(
            f"the reader {name!r} cannot be loaded ({reason}); check the name or the network, "
            "name a folder that holds it, or set READER=bundled, which needs neither"
        ) from error
    raise EncoderError(
        f"{name!r} is neither a question-answering model nor a cross-encoder"
        f" ({kinds or 'unknown'}); set READER=bundled"
    )


class AnsweringModel:
    """Spans with logits; thread-safe, for a model at work changes nothing."""

    def __init__(self, name: str, device: str) -> None:
        from transformers import AutoModelForQuestionAnswering

        self._model = AutoModelForQuestionAnswering.from_pretrained(name).to(device).eval()
        self._tokenizer, self._longest = _tokenizer(name, self._model)

    def read(
        self, question: str, passages: Sequence[str], titles: Sequence[str] = ()
    ) -> list[Reading]:
        """Logits relative to the null answer, relevance that of the best span; titles unread."""
        return [self._read(question, passage) for passage in passages]

    def _read(self, question: str, passage: str) -> Reading:
        windows = self._windows(question, passage)
        found: dict[tuple[int, int], tuple[float, float]] = {}
        for place in range(0, len(windows["input_ids"]), BATCH):
            outputs = _run(self._model, windows, slice(place, place + BATCH))
            starts, ends = _numbers(outputs.start_logits), _numbers(outputs.end_logits)
            for row in range(len(starts)):
                self._collect(windows, place + row, starts[row], ends[row], found)
        offsets = sorted(found)
        logits = np.array([found[one] for one in offsets], dtype=np.float32).reshape(-1, 2)
        best = float(logits.max(axis=0).sum()) if len(logits) else 0.0
        return Reading(best, logits[:, 0], logits[:, 1], np.array(offsets).reshape(-1, 2))

    def _collect(
        self,
        windows: Any,
        row: int,
        starts: NDArray[np.float32],
        ends: NDArray[np.float32],
        found: dict[tuple[int, int], tuple[float, float]],
    ) -> None:
        """A token that two windows share counts as in the one where it is likelier."""
        null = int(np.argmax(windows["input_ids"][row].numpy() == self._tokenizer.cls_token_id))
        of_passage = [part == 1 for part in windows.sequence_ids(row)]
        for token, (first, last) in enumerate(windows["offset_mapping"][row].tolist()):
            if not of_passage[token] or last <= first:
                continue
            now = (float(starts[token] - starts[null]), float(ends[token] - ends[null]))
            found[first, last] = max(now, found.get((first, last), now), key=sum)

    def _windows(self, question: str, passage: str) -> Any:
        asked = self._tokenizer(question, add_special_tokens=False, max_length=MAX_QUESTION,
                                truncation=True, return_offsets_mapping=True)  # fmt: skip
        kept = question[: asked["offset_mapping"][-1][1]] if asked["offset_mapping"] else ""
        room = self._longest - len(asked["input_ids"]) - 4
        return self._tokenizer(
            kept,
            passage,
            truncation="only_second",
            max_length=self._longest,
            stride=min(STRIDE, room // 2),
            padding=True,
            return_overflowing_tokens=True,
            return_offsets_mapping=True,
            return_tensors="pt",
        )


class ScoringModel:
    """One score for the passage and one for each sentence; thread-safe."""

    def __init__(self, name: str, device: str) -> None:
        from transformers import AutoModelForSequenceClassification

        self._model = AutoModelForSequenceClassification.from_pretrained(name).to(device).eval()
        if self._model.config.num_labels != 1:
            raise ValueError(f"it has {self._model.config.num_labels} labels, not one score")
        self._tokenizer, self._longest = _tokenizer(name, self._model)

    def read(
        self, question: str, passages: Sequence[str], titles: Sequence[str] = ()
    ) -> list[Reading]:
        """Relevance is the passage's score, each sentence a span with its own; titles unread."""
        parts = [sentence_spans(passage) for passage in passages]
        texts = [
            text
            for passage, spans in zip(passages, parts, strict=True)
            for text in (passage, *(span.of(passage) for span in spans))
        ]
        scores = iter(self._scores(question, texts))
        return [_scored(next(scores), [next(scores) for _ in spans], spans) for spans in parts]

    def _scores(self, question: str, texts: Sequence[str]) -> list[float]:
        found: list[float] = []
        for place in range(0, len(texts), BATCH):
            some = texts[place : place + BATCH]
            inputs = self._tokenizer(
                [question[:1_000]] * len(some),
                list(some),
                truncation="longest_first",
                max_length=self._longest,
                padding=True,
                return_tensors="pt",
            )
            found += _numbers(_run(self._model, inputs).logits)[:, 0].tolist()
        return found


def _scored(whole: float, alone: list[float], spans: Sequence[Span]) -> Reading:
    """Sentences as if each were one token, its score shared between start and end."""
    half = np.array(alone, dtype=np.float32) * np.float32(0.5)
    offsets = np.array([[span.start, span.end] for span in spans], dtype=np.int64)
    return Reading(whole, half, half, offsets.reshape(-1, 2))


def _tokenizer(name: str, model: Any) -> tuple[Any, int]:
    """The tokenizer, and how many tokens the model takes at most."""
    from transformers import AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(name)
    if not tokenizer.is_fast:
        raise ValueError("its tokenizer does not tell where tokens stand in the text")
    positions = int(getattr(model.config, "max_position_embeddings", WINDOW))
    reserved = 2 if model.config.model_type in ("roberta", "xlm-roberta", "camembert") else 0
    return tokenizer, min(WINDOW, positions - reserved, tokenizer.model_max_length)


def _run(model: Any, inputs: Any, rows: slice = slice(None)) -> Any:
    import torch

    names = ("input_ids", "attention_mask", "token_type_ids")
    with torch.inference_mode():
        given = {key: inputs[key][rows].to(model.device) for key in names if key in inputs}
        return model(**given)


def _numbers(tensor: Any) -> NDArray[np.float32]:
    return np.asarray(tensor.float().cpu().numpy(), dtype=np.float32)
