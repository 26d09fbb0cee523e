"""The shipped reader as a place to go on from: its int8 graph read back into a network."""

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from index.encoding.onnx_graph import PRECISE
from training.export import TARGET
from training.model import ReaderNetwork

JOINED = ("self.query", "self.key", "self.value")


def load_shipped(network: ReaderNetwork, folder: Path = TARGET) -> None:
    """Give `network` the weights that `training.export` wrote, to the precision of int8."""
    graph = onnx.load(folder / "encoder.onnx").graph
    stored = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    state = dict(network.encoder.state_dict())
    for name, old in state.items():
        found = _weight(stored, name)
        if found is not None:
            state[name] = torch.tensor(found, dtype=old.dtype).reshape(old.shape)
    network.encoder.load_state_dict(state)
    with np.load(folder / "heads.npz") as heads:
        for head, module in (("span", network.span), ("relevance", network.relevance)):
            module.weight.data = torch.tensor(heads[head])
            module.bias.data = torch.tensor(heads[f"{head}_bias"])


def _weight(stored: dict[str, np.ndarray], name: str) -> np.ndarray | None:
    """The stored values of one of BertModel's weights, None for what the graph has no part of."""
    if name == "embeddings.position_embeddings.weight":
        return np.asarray(stored["positions"])
    if name == "embeddings.token_type_embeddings.weight":
        return np.zeros((2, stored["positions"].shape[1]), dtype=np.float32)  # in the positions
    layer, _, part = name.partition("attention.self.")
    if part:  # query, key and value are one matrix in the graph
        place = JOINED.index("self." + part.rsplit(".", 1)[0])
        whole = _matrix(stored, layer + "attention.weights") if part.endswith("weight") else None
        joined = stored[layer + "attention.bias"] if whole is None else whole
        return np.asarray(np.split(joined, 3)[place])
    return stored[name] if name in stored else _matrix(stored, name)


def _matrix(stored: dict[str, np.ndarray], name: str) -> np.ndarray | None:
    """An int8 matrix as floats, rows for outputs; one scale a column of the graph's."""
    if name + "_quantized" not in stored:
        return None
    zero = stored[name + "_zero_point"].astype(np.float32)
    values = (stored[name + "_quantized"].astype(np.float32) - zero) * stored[name + "_scale"]
    if name + PRECISE in stored:
        values[stored[name.removesuffix("dense.weight") + "loud"]] = stored[name + PRECISE]
    return np.asarray(values.T)
