"""What of a training run is shipped."""

from pathlib import Path

import pytest
import torch

from training.export import SHARES, averaged


def test_what_is_shipped_is_the_mean_of_two_stages(tmp_path: Path) -> None:
    """Twice as much of the later one; both must be there."""
    torch.save({"network": {"weight": torch.tensor([3.0, 0.0])}}, tmp_path / "stage2.pt")
    with pytest.raises(FileNotFoundError, match="stage3"):
        averaged(tmp_path)
    torch.save({"network": {"weight": torch.tensor([0.0, 1.5])}}, tmp_path / "stage3.pt")
    assert averaged(tmp_path)["weight"].tolist() == pytest.approx([1.0, 1.0])


def test_equal_shares_count_both_stages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No stage stands in for another of the same share."""
    for stage, value in zip(SHARES, (2.0, 4.0), strict=True):
        torch.save({"network": {"weight": torch.tensor([value])}}, tmp_path / stage)
    monkeypatch.setattr("training.export.SHARES", dict.fromkeys(SHARES, 0.5))
    assert averaged(tmp_path)["weight"].tolist() == [3.0]
