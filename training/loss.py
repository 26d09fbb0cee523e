"""What a batch teaches: where the answer is, whether there is one, which passage has it."""

import torch
from torch.nn import functional

from training.model import Example

# Groups of a question's passages as tokens: the one that answers first, if any does.
Batch = list[list[Example]]


def loss(
    spans: torch.Tensor, relevance: torch.Tensor, allowed: torch.Tensor, groups: Batch
) -> torch.Tensor:
    """Sum of three means: of start and end, of relevance, and of the order within groups.

    `spans` has shape (pairs, length, 2), `allowed` (pairs, length), `relevance` (pairs,).
    """
    masked = spans.masked_fill(~allowed[:, :, None], -1e4)
    places = [[one.first, one.last] for group in groups for one in group]
    gold = torch.tensor(places, device=spans.device)
    ends = functional.cross_entropy(masked.transpose(1, 2).reshape(-1, masked.shape[1]),
                                    gold.reshape(-1))  # fmt: skip
    answers = (gold[:, 0] > 0).float()
    there = functional.binary_cross_entropy_with_logits(relevance, answers)
    return ends + there + _order(relevance, groups)


def _order(relevance: torch.Tensor, groups: Batch) -> torch.Tensor:
    """The passage that answers against the others of its question (ListNet, Cao et al. 2007)."""
    parts = torch.split(relevance, [len(group) for group in groups])
    lists = [
        functional.cross_entropy(part[None], torch.zeros(1, dtype=torch.long, device=part.device))
        for part, group in zip(parts, groups, strict=True)
        if len(group) > 1 and group[0].first > 0
    ]
    return torch.stack(lists).mean() if lists else relevance.new_zeros(())
