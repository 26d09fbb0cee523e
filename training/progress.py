"""How far a stage of training is, kept so that it goes on from there after an interruption."""

import math
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch

# So many looks at dev without a better loss are the end.
PATIENCE = 3


@dataclass(frozen=True, slots=True)
class Run:
    """What to train on and where; `minutes` ends it early, the rate falling to 0 in time."""

    data: Path
    folder: Path
    stage: int
    seed: int
    minutes: float
    device: str

    @property
    def last(self) -> Path:
        """Where the stage goes on from, and what it ends with."""
        return self.folder / f"stage{self.stage}.pt"

    @property
    def best(self) -> Path:
        """What was best on dev so far, of this stage once it has been looked at."""
        return self.folder / "best.pt"


@dataclass(slots=True)
class Progress:
    """How far a stage is: batches done, seconds spent, and the losses on dev that were looked at.

    `best` is the loss of what is kept in `Run.best`.
    """

    step: int = 0
    spent: float = 0.0
    losses: list[float] = field(default_factory=list)
    best: float = math.inf


def look(run: Run, network: torch.nn.Module, progress: Progress, loss: float) -> None:
    """Note a loss on dev, and keep what has it if it is the best so far."""
    progress.losses.append(loss)
    if loss < progress.best:
        progress.best = loss
        write(run.best, {"network": network.state_dict(), "stage": run.stage, "loss": loss})


def is_enough(progress: Progress) -> bool:
    """Whether the last looks have found nothing better."""
    losses = progress.losses
    return len(losses) > PATIENCE and min(losses[-PATIENCE:]) > progress.best


def save(
    run: Run, network: torch.nn.Module, optimizer: torch.optim.Optimizer, progress: Progress
) -> None:
    """Keep what an interruption would lose."""
    state = {"network": network.state_dict(), "optimizer": optimizer.state_dict()}
    done = {"step": progress.step, "spent": progress.spent, "losses": progress.losses}
    write(run.last, state | done)


def write(path: Path, state: dict[str, Any]) -> None:
    """Whole, or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name("unfinished.tmp")
    torch.save(state, aside)
    aside.replace(path)


def resume(run: Run, network: torch.nn.Module, optimizer: torch.optim.Optimizer) -> Progress:
    """What was done before an interruption, and the best that was kept, which may be later."""
    if not run.last.exists():
        return Progress()
    state = torch.load(run.last, map_location=run.device)
    if "step" not in state:
        raise SystemExit(f"{run.last} is trained already; take it away to train the stage again")
    network.load_state_dict(state["network"])
    optimizer.load_state_dict(state["optimizer"])
    losses = list(state.get("losses", []))
    best = torch.load(run.best, map_location="cpu") if run.best.exists() else {}
    kept = best["loss"] if best.get("stage") == run.stage else math.inf
    return Progress(int(state["step"]), float(state["spent"]), losses, kept)
