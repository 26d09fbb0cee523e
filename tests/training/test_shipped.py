"""Training goes on from what is shipped."""

import numpy as np
import pytest
import torch

from bot.answering.readers.bundled_model import BundledModel
from index.encoding.cache import bundled_folder
from index.encoding.engine import Tokenizer, WordTable
from tests.training.rows import SKAGEN
from training.model import ReaderNetwork, batch, example
from training.pairs import Pair
from training.shipped import load_shipped


@pytest.mark.slow
def test_training_goes_on_from_what_is_shipped() -> None:
    """The same logits as the bot computes, up to the rounding of int8."""
    network = ReaderNetwork().eval()
    load_shipped(network)
    tokenizer, words = Tokenizer(bundled_folder()), WordTable(bundled_folder())
    found = example(tokenizer, Pair("Who keeps Skagen?", SKAGEN, None, None, "Lights"), 0.0)
    with torch.inference_mode():
        spans, relevance = network(*batch([found], words)[:2])
    (expected,) = BundledModel().read("Who keeps Skagen?", [SKAGEN], ["Lights"])
    assert float(relevance[0]) == pytest.approx(expected.relevance, abs=1.0)
    starts = (spans[0, :, 0] - spans[0, 0, 0])[slice(*found.passage)].numpy()
    assert np.corrcoef(starts, expected.starts)[0, 1] > 0.99
