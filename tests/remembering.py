"""The real encoder for tests that ask it the same again and again."""

from collections.abc import Sequence

import numpy as np

from index.encoding import Vectors
from index.encoding.encoder import BundledEncoder


class RememberingEncoder(BundledEncoder):
    """Gives what the bundled encoder gives, and encodes no text twice.

    A text's vector does not depend on the texts beside it, which has tests of its own.
    """

    def __init__(self) -> None:
        super().__init__()
        self._known: dict[str, Vectors] = {}

    def _encode(self, prompt: str, texts: Sequence[str]) -> Vectors:
        new = [one for one in dict.fromkeys(texts) if prompt + one not in self._known]
        for one, vector in zip(new, super()._encode(prompt, new), strict=True):
            self._known[prompt + one] = vector
        found = [self._known[prompt + one] for one in texts]
        return np.array(found, dtype=np.float32).reshape(len(texts), self.dimension)
