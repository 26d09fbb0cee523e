"""The bundled engine as a sentence-transformers input module.

With it `SentenceTransformer(folder, trust_remote_code=True)` loads the folder that
`index.encoding.cache` makes, for whoever wants the model outside Verbatim. Verbatim itself goes
straight to the engine: importing torch and sentence-transformers costs 400 MB and 5 seconds.
"""

import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from sentence_transformers.base.modules import InputModule

from index.encoding.engine import Engine


class EngineModule(InputModule):
    """Texts to token embeddings, by `index.encoding.engine`."""

    def __init__(self, folder: Path) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.folder = folder
        self.engine = Engine(folder)

    def preprocess(
        self, inputs: Sequence[Any], prompt: str | None = None, **_: Any
    ) -> dict[str, Any]:
        """Token ids, padded with 1, and their mask."""
        found = [self.engine.tokenizer((prompt or "") + str(text)).ids[:510] for text in inputs]
        longest = max((len(ids) for ids in found), default=0) + 2
        ids = np.ones((len(found), longest), dtype=np.int64)
        for row, values in zip(ids, found, strict=True):
            row[: len(values) + 2] = [0, *values, 2]
        mask = np.array([[1] * (len(v) + 2) + [0] * (longest - len(v) - 2) for v in found])
        return {"input_ids": torch.tensor(ids), "attention_mask": torch.tensor(mask)}

    def forward(self, features: dict[str, Any], **_: Any) -> dict[str, Any]:
        """Adds `token_embeddings`, shape (texts, longest, dimension)."""
        rows, mask = features["input_ids"].cpu().numpy(), features["attention_mask"]
        kept = [row[1 : int(used.sum()) - 1] for row, used in zip(rows, mask, strict=True)]
        states = np.zeros((*rows.shape, self.engine.dimension), dtype=np.float32)
        for place, values in enumerate(self.engine.of_all(kept, lambda states: states)):
            states[place, : len(values)] = values
        features["token_embeddings"] = torch.tensor(states, device=mask.device)
        return features

    def get_embedding_dimension(self) -> int:
        """The width of a token's embedding."""
        return self.engine.dimension

    def save(self, output_path: str, *_: Any, **__: Any) -> None:
        """Copy the engine's files."""
        for name in ("config.json", "encoder.onnx", "words.npy", "sentencepiece.model"):
            shutil.copy(self.folder / name, output_path)

    @classmethod
    def load(cls, model_name_or_path: str, *_: Any, **__: Any) -> "EngineModule":
        """Open the folder; a name of a hub is not one."""
        json.loads((Path(model_name_or_path) / "config.json").read_text(encoding="utf-8"))
        return cls(Path(model_name_or_path))
