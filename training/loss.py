"""What a batch teaches: where the answer is, whether there is one, which passage has it."""

import torch
from torch.nn import functional

from training.model import Example

# Groups of a question's passages as tokens: the one that answers first, if any does.
Batch = list[list[Example]]


def loss(
    spans: torch.Tensor, relevance: torch.Tensor, allowed: torch.Tensor, groups: Batch
) -> torch.Tensor:
    """Sum of four means: of start and end, of relevance, of the order within groups, of likeness.

    `spans` has shape (pairs, length, 2), `allowed` (pairs, length), `relevance` (pairs,).
    """
    masked = spans.masked_fill(~allowed[:, :, None], -1e4)
    places = [[one.first, one.last] for group in groups for one in group]
    gold = torch.tensor(places, device=spans.device)
    ends = functional.cross_entropy(masked.transpose(1, 2).reshape(-1, masked.shape[1]),
                                    gold.reshape(-1))  # fmt: skip
    answers = (gold[:, 0] > 0).float()
    there = functional.binary_cross_entropy_with_logits(relevance, answers)
    return ends + there + _order(relevance, groups) + likeness(masked, relevance, groups)


def _order(relevance: torch.Tensor, groups: Batch) -> torch.Tensor:
    """The passage that answers against the others of its question (ListNet, Cao et al. 2007)."""
    parts = torch.split(relevance, [len(group) for group in groups])
    lists = [
        functional.cross_entropy(part[None], torch.zeros(1, dtype=torch.long, device=part.device))
        for part, group in zip(parts, groups, strict=True)
        if len(group) > 1 and group[0].first > 0
    ]
    return torch.stack(lists).mean() if lists else relevance.new_zeros(())


def likeness(spans: torch.Tensor, relevance: torch.Tensor, groups: Batch) -> torch.Tensor:
    """How far what is said of a question is from what is said of it in the passage's language.

    The latter teaches (Hinton et al. 2015, arXiv:1503.02531): the order of the group's passages,
    and start and end where both saw the same part of the passage.
    """
    flat = [one for group in groups for one in group]
    ends = torch.cumsum(torch.tensor([len(group) for group in groups]), 0).tolist()
    losses: list[torch.Tensor] = []
    for group, end in zip(groups, ends, strict=True):
        behind = group[0].behind
        if not behind:
            continue
        taught, by = slice(end - behind, end), slice(end - 2 * behind, end - behind)
        losses.append(_apart(relevance[taught], relevance[by]))
        for place in range(taught.start, taught.stop):
            one, other = flat[place], flat[place - behind]
            if _size(one) == _size(other):
                mine, its = _inside(spans[place], one), _inside(spans[place - behind], other)
                losses.append(_apart(mine, its) / behind)
    return torch.stack(losses).sum() / len(groups) if losses else relevance.new_zeros(())


def _apart(taught: torch.Tensor, by: torch.Tensor) -> torch.Tensor:
    """Cross entropy to what teaches, over the first axis; what teaches learns nothing."""
    shares = functional.softmax(by.detach(), 0)
    entropy = -(shares * functional.log_softmax(by.detach(), 0)).sum(0)
    return (-(shares * functional.log_softmax(taught, 0)).sum(0) - entropy).mean()


def _size(one: Example) -> int:
    return one.passage[1] - one.passage[0]


def _inside(spans: torch.Tensor, one: Example) -> torch.Tensor:
    """Start and end of nothing and of the passage's tokens."""
    return torch.cat([spans[:1], spans[one.passage[0] : one.passage[1]]])
