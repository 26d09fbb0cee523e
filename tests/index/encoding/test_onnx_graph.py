"""A graph in int8 beside the network whose weights it was written from."""

from pathlib import Path

import numpy as np
import torch
from transformers import BertConfig, BertModel

from index.encoding import Session
from index.encoding.onnx_graph import Loud, write_encoder

WIDTH, INNER, LENGTH = 32, 64, 5


def _network() -> BertModel:
    """One layer, where the third value between its two parts is a hundred times the others."""
    torch.manual_seed(1)
    config = BertConfig(vocab_size=1, hidden_size=WIDTH, intermediate_size=INNER,
                        num_hidden_layers=1, num_attention_heads=2, pad_token_id=None)  # fmt: skip
    network: BertModel = BertModel(config, add_pooling_layer=False)
    network.eval()  # type: ignore[no-untyped-call]
    for name, weight in network.named_parameters():
        weight.data = torch.randn(weight.shape) * (0.3 if weight.dim() > 1 else 0.01)
        if name.endswith("LayerNorm.weight"):
            weight.data += 1.0
    weights = dict(network.named_parameters())
    weights["encoder.layer.0.attention.output.LayerNorm.weight"].data[3] = 100.0
    weights["encoder.layer.0.intermediate.dense.weight"].data[:, 3] *= 0.05
    return network


def test_what_is_loud_is_multiplied_by_itself(tmp_path: Path) -> None:
    """The others are not rounded away beside it: the error is a fraction of what it was."""
    network = _network()
    words = torch.randn(1, LENGTH, WIDTH)
    with torch.inference_mode():
        right = network(inputs_embeds=words).last_hidden_state[0].numpy()
    drawn: dict[str, Loud] = {"plain": {}, "loud": {"encoder.layer.0.intermediate.": [3]}}
    errors = {
        name: float(np.abs(_states(tmp_path / name, network, loud, words) - right).mean())
        for name, loud in drawn.items()
    }
    assert errors["loud"] < 0.5 * errors["plain"]


def _states(folder: Path, network: BertModel, loud: Loud, words: torch.Tensor) -> np.ndarray:
    folder.mkdir()
    state = {name: tensor.numpy() for name, tensor in network.state_dict().items()}
    write_encoder(folder / "encoder.onnx", state, 2, network.config.layer_norm_eps, loud)
    return np.asarray(Session(folder / "encoder.onnx").states(words[0].numpy()))
