"""An interruption loses nothing that was learnt: what was best stays best."""

import math
from pathlib import Path

import pytest
import torch

from training.progress import PATIENCE, Progress, Run, is_enough, look, resume, save


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """A second stage, in a folder where the first has left what was best of it."""
    torch.save(
        {"network": _network(9.0).state_dict(), "stage": 1, "loss": 0.1}, tmp_path / "best.pt"
    )
    return Run(tmp_path, tmp_path, 2, 1, 1.0, "cpu")


def _network(weight: float) -> torch.nn.Linear:
    network = torch.nn.Linear(1, 1, bias=False)
    torch.nn.init.constant_(network.weight, weight)
    return network


def _best(run: Run) -> float:
    return float(torch.load(run.best)["network"]["weight"])


def _again(run: Run) -> Progress:
    """What a process that starts after the interruption knows."""
    network = _network(0.0)
    return resume(run, network, torch.optim.AdamW(network.parameters()))


def test_what_was_best_before_an_interruption_stays(run: Run) -> None:
    """Also where it was found after the last checkpoint; a better one takes its place."""
    network = _network(1.0)
    progress = _again(run)
    look(run, network, progress, 0.6)
    progress.step, progress.spent = 400, 30.0
    save(run, network, torch.optim.AdamW(network.parameters()), progress)
    look(run, _network(2.0), progress, 0.5)
    again = _again(run)
    assert (again.step, again.spent, again.losses, again.best) == (400, 30.0, [0.6], 0.5)
    look(run, _network(3.0), again, 0.55)
    assert _best(run) == 2.0
    look(run, _network(4.0), again, 0.4)
    assert _best(run) == 4.0


def test_what_was_best_of_another_stage_counts_for_nothing(run: Run) -> None:
    """Neither from the start nor after an interruption."""
    assert _again(run).best == math.inf
    network = _network(1.0)
    save(run, network, torch.optim.AdamW(network.parameters()), Progress(step=5))
    assert _again(run).best == math.inf
    look(run, network, _again(run), 0.9)
    assert _best(run) == 1.0


def test_patience_is_counted_over_an_interruption(run: Run) -> None:
    """As if there had been none."""
    network, progress = _network(1.0), _again(run)
    for number in range(PATIENCE):
        look(run, network, progress, 0.5 + number)
        save(run, network, torch.optim.AdamW(network.parameters()), progress)
        progress = _again(run)
        assert not is_enough(progress)
    look(run, network, progress, 0.51)
    assert is_enough(progress)
