"""Questions that ask the same, put together by the encoder's vectors."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from bot.gaps.keeping import Refused, drop
from bot.state import Keeping
from index.encoding import Encoder, Vectors

# The cosine from which on two questions ask the same: of 29 questions in five languages, of nine
# things, none of two things reaches it, and 0.93 of those of one do.
LIKE = 0.9
# So many groups are told.
MOST = 10


@dataclass(frozen=True, slots=True)
class Gap:
    """What is asked and not answered: the words it is mostly asked in, how often, what is near.

    `numbers` are those under which its questions are kept.
    """

    question: str
    count: int
    closest: str
    numbers: tuple[int, ...] = field(default=(), compare=False)


def gaps(questions: Sequence[Refused], encoder: Encoder, most: int = MOST) -> list[Gap]:
    """The most frequent, most first; a question belongs to the likest group before it."""
    if not questions:
        return []
    vectors = encoder.encode_questions([one.question for one in questions])
    groups = _grouped(vectors)
    found = [_gap([questions[place] for place in group]) for group in groups]
    return sorted(found, key=lambda gap: -gap.count)[:most]


def _grouped(vectors: Vectors) -> list[list[int]]:
    groups: list[list[int]] = []
    firsts = np.empty((0, vectors.shape[1]), dtype=np.float32)
    for place, vector in enumerate(vectors):
        likeness = firsts @ vector
        if len(likeness) and likeness.max() >= LIKE:
            groups[int(likeness.argmax())].append(place)
        else:
            groups.append([place])
            firsts = np.vstack([firsts, vector[None]])
    return groups


def _gap(group: Sequence[Refused]) -> Gap:
    asked = Counter(one.question for one in group)
    closest = Counter(one.closest for one in group if one.closest)
    near = closest.most_common(1)[0][0] if closest else ""
    numbers = tuple(one.number for one in group)
    return Gap(asked.most_common(1)[0][0], len(group), near, numbers)


def forget(state: Keeping, gap: Gap) -> None:
    """Keep none of its questions any longer: the texts answer them by now."""
    for number in gap.numbers:
        drop(state, number)
