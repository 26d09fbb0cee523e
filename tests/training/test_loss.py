"""What a wrong logit costs."""

import numpy as np
import pytest
import torch

from training.loss import loss
from training.model import Example


def test_the_loss_asks_for_the_place_the_answer_and_the_order() -> None:
    """Nothing is lost where all are right; the order costs where another passage is put first."""
    here = Example(np.arange(4), (2, 4), 2, 3)
    nowhere = Example(np.arange(4), (2, 4), 0, 0)
    spans = torch.zeros(2, 4, 2)
    spans[0, 2, 0] = spans[0, 3, 1] = spans[1, 0, :] = 50.0
    allowed = torch.tensor([[True, False, True, True]] * 2)
    right = loss(spans, torch.tensor([50.0, -50.0]), allowed, [[here, nowhere]])
    assert float(right) == pytest.approx(0.0, abs=1e-6)
    level = loss(spans, torch.zeros(2), allowed, [[here, nowhere]])
    assert float(level) == pytest.approx(2 * np.log(2), abs=1e-6)
    apart = loss(spans, torch.zeros(2), allowed, [[here], [nowhere]])
    assert float(apart) == pytest.approx(np.log(2), abs=1e-6)
