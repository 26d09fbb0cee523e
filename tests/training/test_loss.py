"""What a wrong logit costs."""

import numpy as np
import pytest
import torch

from training.loss import likeness, loss
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


def test_a_question_is_taught_by_what_it_is_in_the_passages_language() -> None:
    """Nothing is lost where both say the same, else the divergence; what teaches stays."""
    first, second = (Example(np.arange(5), (2, 4), 2, 3), Example(np.arange(5), (2, 4), 0, 0))
    taught = [
        Example(np.arange(6), (3, 5), 3, 4, behind=2),
        Example(np.arange(6), (3, 5), 0, 0, 2),
    ]
    spans = torch.zeros(4, 6, 2, requires_grad=True)
    relevance = torch.tensor([2.0, 0.0, 2.0, 0.0], requires_grad=True)
    same = likeness(spans, relevance, [[first, second], taught])
    assert float(same.detach()) == pytest.approx(0.0, abs=1e-6)
    level = torch.tensor([2.0, 0.0, 0.0, 0.0], requires_grad=True)
    apart = likeness(spans, level, [[first, second], taught])
    share = 1 / (1 + np.exp(-2.0))
    entropy = -share * np.log(share) - (1 - share) * np.log(1 - share)
    assert float(apart.detach()) == pytest.approx((np.log(2) - entropy) / 2, abs=1e-6)
    apart.backward()  # type: ignore[no-untyped-call]
    assert level.grad is not None
    assert level.grad[:2].tolist() == [0.0, 0.0]
    assert level.grad[2] < 0 < level.grad[3]
