"""Three stages, with checkpoints each goes on from after an interruption, stopped early on dev."""

import logging
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass

import torch

from index.encoding.cache import bundled_folder
from index.encoding.engine import Tokenizer, WordTable
from training.batches import batches_of
from training.data import (
    DEV,
    FIRST,
    SECOND,
    THIRD,
    Plan,
    groups,
    own_groups,
)  # fmt: skip
from training.documents import document_groups
from training.loss import Batch, loss
from training.mining import read_mined
from training.model import ReaderNetwork, batch
from training.news import news_groups
from training.progress import Progress, Run, is_enough, look, resume, save, write
from training.shipped import load_shipped

logger = logging.getLogger(__name__)

WARM_UP = 0.06
# So many questions on our own passages in each pass, beside one translation of each.
OWN = 800
CHECKPOINT_SECONDS = 240
# The loss on dev is looked at every so many batches.
LOOK = 400


@dataclass(frozen=True, slots=True)
class Stage:
    """What is learnt, how often, and at which rates for the encoder and the heads."""

    plan: Plan
    passes: int
    encoder_rate: float
    head_rate: float


STAGES = {
    1: Stage(FIRST, 2, 1e-4, 1e-3),
    2: Stage(SECOND, 1, 1e-4, 3e-4),
    3: Stage(THIRD, 1, 1e-4, 3e-4),
}


def train(run: Run) -> None:
    """Train one stage until pairs or minutes are used up, or dev gets no better."""
    torch.manual_seed(run.seed)
    stage = STAGES[run.stage]
    network = ReaderNetwork()
    _begin(run, network)
    network.to(run.device)
    optimizer = _optimizer(network, stage)
    tokenizer, words = Tokenizer(bundled_folder()), WordTable(bundled_folder())
    batches, dev = _examples(run, stage, tokenizer)
    progress = resume(run, network, optimizer)
    logger.info("%d batches, from batch %d", len(batches), progress.step)
    _learn(run, network, optimizer, batches, dev, words, progress)
    _end(run, network, dev, words, progress)


def _learn(
    run: Run, network: ReaderNetwork, optimizer: torch.optim.AdamW, batches: Sequence[Batch],
    dev: list[Batch], words: WordTable, progress: Progress,
) -> None:  # fmt: skip
    """Go through the batches that are left, looking at dev and saving in between."""
    spent, smooth = progress.spent, 0.0
    started = saved = time.monotonic()
    for number, found in enumerate(batches[progress.step :], start=progress.step):
        seconds = spent + time.monotonic() - started
        done = max(number / len(batches), seconds / (60 * run.minutes))
        if done >= 1:
            break
        last = _step(network, optimizer, found, words, _rate(done), run.device)
        smooth = last if not smooth else 0.98 * smooth + 0.02 * last
        if number % 20 == 0:
            logger.info("batch %d, %.0f s, loss %.3f", number, seconds, smooth)
        if number % LOOK == LOOK - 1:
            look(run, network, progress, _dev_loss(network, dev, words, run.device))
            logger.info("batch %d, loss on dev %.3f", number, progress.losses[-1])
            if is_enough(progress):
                break
        if time.monotonic() - saved > CHECKPOINT_SECONDS:
            saved = time.monotonic()
            progress.step, progress.spent = number + 1, seconds
            save(run, network, optimizer, progress)


def _begin(run: Run, network: ReaderNetwork) -> None:
    """A later stage starts from what the one before learnt, or else from what is shipped."""
    before = run.folder / f"stage{run.stage - 1}.pt"
    if before.exists():
        network.load_state_dict(torch.load(before, map_location="cpu")["network"])
    elif run.stage > 1:
        load_shipped(network)


def _examples(run: Run, stage: Stage, tokenizer: Tokenizer) -> tuple[list[Batch], list[Batch]]:
    mined = read_mined(run.folder) if run.stage > 1 else {}
    seeds = range(run.seed, run.seed + stage.passes)
    drawn = [(groups(run.data, stage.plan, mined, seed), seed) for seed in seeds]
    if run.stage > 1:
        for found, seed in drawn:
            found += news_groups(seed) + own_groups(seed, mined, OWN)
            found += document_groups(run.data, mined, seed)
            random.Random(seed).shuffle(found)
    batches = [batch for found, seed in drawn for batch in batches_of(found, tokenizer, seed)]
    dev = groups(run.data.parent / "dev", DEV, {}, run.seed)
    return batches, list(batches_of(dev, tokenizer, run.seed))


def _end(
    run: Run, network: ReaderNetwork, dev: list[Batch], words: WordTable,
    progress: Progress,
) -> None:  # fmt: skip
    """Keep what was best on dev as the stage's result."""
    last = _dev_loss(network, dev, words, run.device)
    logger.info("loss on dev at the end %.3f", last)
    if progress.best < last:
        best = torch.load(run.best, map_location=run.device)
        network.load_state_dict(best["network"])
    write(run.last, {"network": network.state_dict()})


@torch.inference_mode()
def _dev_loss(network: ReaderNetwork, dev: list[Batch], words: WordTable, device: str) -> float:
    """Mean loss over the batches of dev."""
    return sum(float(_batch_loss(network, one, words, device)) for one in dev) / len(dev)


def _batch_loss(
    network: ReaderNetwork, groups: Batch, words: WordTable, device: str
) -> torch.Tensor:
    pairs = [one for group in groups for one in group]
    inputs, mask, allowed = (tensor.to(device) for tensor in batch(pairs, words))
    kind = device.split(":")[0]
    with torch.autocast(kind, dtype=torch.bfloat16, enabled=_halves(kind)):
        spans, relevance = network(inputs, mask)
    return loss(spans.float(), relevance.float(), allowed, groups)


def _halves(kind: str) -> bool:
    """Whether 16 bits are faster: of processors where AMX multiplies them.

    A step takes 1.7 times as long where AVX-512 does, four times and more without.
    """
    return kind != "cpu" or bool(torch.cpu.get_capabilities().get("amx_bf16"))


def _optimizer(network: ReaderNetwork, stage: Stage) -> torch.optim.AdamW:
    body = [weight for weight in network.encoder.parameters() if weight.requires_grad]
    heads = [*network.span.parameters(), *network.relevance.parameters()]
    groups = [
        {"params": body, "base": stage.encoder_rate},
        {"params": heads, "base": stage.head_rate},
    ]
    return torch.optim.AdamW(groups, lr=stage.encoder_rate, weight_decay=0.01)


def _rate(done: float) -> float:
    """Share of the base rate: up in the first steps, then down to 0."""
    return min(done / WARM_UP, (1 - done) / (1 - WARM_UP)) + 1e-3


def _step(
    network: ReaderNetwork,
    optimizer: torch.optim.AdamW,
    groups: Batch,
    words: WordTable,
    rate: float,
    device: str,
) -> float:
    for group in optimizer.param_groups:
        group["lr"] = group["base"] * rate
    found = _batch_loss(network, groups, words, device)
    found.backward()  # type: ignore[no-untyped-call]
    torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimizer.step()
    optimizer.zero_grad()
    return float(found.detach())
