"""Two passes over the pairs, with checkpoints it goes on from after an interruption."""

import logging
import random
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

from index.engine import Tokenizer, WordTable
from index.model_cache import bundled_folder
from training.data import Pair, pairs
from training.model import Example, ReaderNetwork, batch, example

logger = logging.getLogger(__name__)

BATCH = 16
# Each draws other questions of the large sets and other passages that do not answer.
PASSES = 2
# So many pairs are sorted by length together, so that a batch wastes little on padding.
WINDOW = 40 * BATCH
ENCODER_RATE, HEAD_RATE = 1e-4, 1e-3
WARM_UP = 0.06
CHECKPOINT_SECONDS = 240


@dataclass(frozen=True, slots=True)
class Run:
    """What to train on and where; `minutes` ends it early, the rate falling to 0 in time."""

    data: Path
    folder: Path
    seed: int
    minutes: float
    device: str


def train(run: Run) -> None:
    """Train until the pairs or the minutes are used up; `folder/last.pt` is the result."""
    torch.manual_seed(run.seed)
    network = ReaderNetwork().to(run.device)
    optimizer = _optimizer(network)
    tokenizer, words = Tokenizer(bundled_folder()), WordTable(bundled_folder())
    batches = [
        examples
        for seed in range(run.seed, run.seed + PASSES)
        for examples in _batches(pairs(run.data, seed), tokenizer, seed)
    ]
    step, spent = _resume(run, network, optimizer)
    logger.info("%d batches of %d pairs, from batch %d", len(batches), BATCH, step)
    started = saved = time.monotonic()
    smooth = 0.0
    for number, examples in enumerate(batches[step:], start=step):
        seconds = spent + time.monotonic() - started
        done = max(number / len(batches), seconds / (60 * run.minutes))
        if done >= 1:
            break
        loss = _step(network, optimizer, examples, words, _rate(done), run.device)
        smooth = loss if not smooth else 0.98 * smooth + 0.02 * loss
        if number % 20 == 0:
            logger.info("batch %d, %.0f s, loss %.3f", number, seconds, smooth)
        if time.monotonic() - saved > CHECKPOINT_SECONDS:
            saved = time.monotonic()
            _save(run, network, optimizer, number + 1, seconds)
    _save(run, network, optimizer, len(batches), spent + time.monotonic() - started)


def _batches(found: list[Pair], tokenizer: Tokenizer, seed: int) -> list[list[Example]]:
    chance = random.Random(seed)
    batches = []
    for start in range(0, len(found), WINDOW):
        window = [example(tokenizer, pair, chance.random()) for pair in found[start:][:WINDOW]]
        window.sort(key=lambda one: len(one.ids))
        parts = [window[place : place + BATCH] for place in range(0, len(window), BATCH)]
        chance.shuffle(parts)
        batches += parts
    return batches


def _optimizer(network: ReaderNetwork) -> torch.optim.AdamW:
    body = [weight for weight in network.encoder.parameters() if weight.requires_grad]
    heads = [*network.span.parameters(), *network.relevance.parameters()]
    groups = [{"params": body, "base": ENCODER_RATE}, {"params": heads, "base": HEAD_RATE}]
    return torch.optim.AdamW(groups, lr=ENCODER_RATE, weight_decay=0.01)


def _rate(done: float) -> float:
    """Share of the base rate: up in the first steps, then down to 0."""
    return min(done / WARM_UP, (1 - done) / (1 - WARM_UP)) + 1e-3


def _step(
    network: ReaderNetwork,
    optimizer: torch.optim.AdamW,
    examples: list[Example],
    words: WordTable,
    rate: float,
    device: str,
) -> float:
    for group in optimizer.param_groups:
        group["lr"] = group["base"] * rate
    inputs, mask, allowed = (tensor.to(device) for tensor in batch(examples, words))
    with torch.autocast(device.split(":")[0], dtype=torch.bfloat16):
        spans, relevance = network(inputs, mask)
    loss = _loss(spans.float(), relevance.float(), allowed, examples, device)
    loss.backward()
    torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimizer.step()
    optimizer.zero_grad()
    return float(loss.detach())


def _loss(
    spans: torch.Tensor,
    relevance: torch.Tensor,
    allowed: torch.Tensor,
    examples: list[Example],
    device: str,
) -> torch.Tensor:
    """Cross entropy of start and end, and of whether it answers at all."""
    masked = spans.masked_fill(~allowed[:, :, None], -1e4)
    gold = torch.tensor([[one.first, one.last] for one in examples], device=device)
    ends = functional.cross_entropy(masked.transpose(1, 2).reshape(-1, masked.shape[1]),
                                    gold.reshape(-1))  # fmt: skip
    answers = (gold[:, 0] > 0).float()
    return ends + functional.binary_cross_entropy_with_logits(relevance, answers)


def _save(
    run: Run, network: ReaderNetwork, optimizer: torch.optim.AdamW, step: int, spent: float
) -> None:
    run.folder.mkdir(parents=True, exist_ok=True)
    state = {"network": network.state_dict(), "optimizer": optimizer.state_dict()}
    aside = run.folder / "last.tmp"
    torch.save(state | {"step": step, "spent": spent, "random": np.random.get_state()}, aside)
    aside.replace(run.folder / "last.pt")


def _resume(run: Run, network: ReaderNetwork, optimizer: torch.optim.AdamW) -> tuple[int, float]:
    path = run.folder / "last.pt"
    if not path.exists():
        return 0, 0.0
    state = torch.load(path, map_location=run.device, weights_only=False)
    network.load_state_dict(state["network"])
    optimizer.load_state_dict(state["optimizer"])
    return int(state["step"]), float(state["spent"])
