"""A trained network becomes the files the bot loads: the encoder in int8, the heads beside it."""

import hashlib
import json
from pathlib import Path

import numpy as np
import torch

from index.bundled import Weights
from index.graph import write_encoder
from training.model import ReaderNetwork

TARGET = Path(__file__).parents[1] / "bot" / "models" / "reader"


def export(run: Path, target: Path = TARGET) -> None:
    """Write `encoder.onnx` (22 MB), `heads.npz` and `checksums.json` of the run's last stage."""
    network = ReaderNetwork()
    last = max(run.glob("stage*.pt"))
    stored = torch.load(last, map_location="cpu")
    network.load_state_dict(stored["network"])
    header = Weights.installed().header
    state = {
        name: tensor.numpy()
        for name, tensor in network.encoder.state_dict().items()
        if "word_embeddings" not in name and "position_ids" not in name
    }
    target.mkdir(parents=True, exist_ok=True)
    write_encoder(target / "encoder.onnx", state, header.heads, header.epsilon)
    heads = {
        "span": network.span.weight.detach().numpy(),
        "span_bias": network.span.bias.detach().numpy(),
        "relevance": network.relevance.weight.detach().numpy(),
        "relevance_bias": network.relevance.bias.detach().numpy(),
    }
    np.savez(target / "heads.npz", allow_pickle=False, **heads)
    sums = {
        name: hashlib.sha256((target / name).read_bytes()).hexdigest()
        for name in ("encoder.onnx", "heads.npz")
    }
    (target / "checksums.json").write_text(json.dumps(sums, indent=1) + "\n", encoding="utf-8")
