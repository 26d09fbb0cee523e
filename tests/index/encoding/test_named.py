"""Any sentence-transformers model by name or path."""

import shutil
import time
from pathlib import Path

import numpy as np
import pytest

from index.encoding.encoder import load_encoder
from index.errors import EncoderError
from index.text.spans import Span


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sentence-transformers model of our own, with prompts: random but fixed weights."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import AutoTokenizer, BertConfig, BertModel

    folder = tmp_path_factory.mktemp("tiny")
    words = [
        "[PAD]",
        "[UNK]",
        "[CLS]",
        "[SEP]",
        "[MASK]",
        "ask",
        ":",
        "tell",
        "one",
        "two",
        ".",
        "what",
    ]
    (folder / "vocab.txt").write_text("\n".join(words))
    torch.manual_seed(7)
    config = BertConfig(
        vocab_size=len(words),
        num_hidden_layers=1,
        hidden_size=16,
        num_attention_heads=2,
        intermediate_size=32,
    )
    BertModel(config).save_pretrained(folder / "bert")
    shutil.copy(folder / "vocab.txt", folder / "bert")
    AutoTokenizer.from_pretrained(folder / "bert").save_pretrained(folder / "bert")
    transformer = Transformer(str(folder / "bert"))
    model = SentenceTransformer(modules=[transformer, Pooling(16)])
    model.prompts = {"query": "ask : ", "document": "tell : "}
    model.save_pretrained(str(folder / "model"))
    return folder / "model"


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::UserWarning")
def test_any_model_by_path_with_its_own_prompts(tiny: Path) -> None:
    """The same vectors as the library itself gives with the prompts written out."""
    from sentence_transformers import SentenceTransformer

    encoder = load_encoder(str(tiny))
    plain = SentenceTransformer(str(tiny))
    plain.prompts = {}

    def expected(text: str) -> np.ndarray:
        return np.asarray(plain.encode(text, normalize_embeddings=True))

    assert encoder.dimension == 16
    np.testing.assert_allclose(
        encoder.encode_questions(["what one"])[0], expected("ask : what one"), atol=1e-5
    )
    (found,) = encoder.encode_passages(["one two . what ."], [[Span(0, 9), Span(10, 16)]])
    np.testing.assert_allclose(found.whole, expected("tell : one two . what ."), atol=1e-5)
    np.testing.assert_allclose(found.sentences[1], expected("tell : what ."), atol=1e-5)
    assert encoder.revision == load_encoder(str(tiny)).revision
    assert encoder.encode_questions([]).shape == (0, 16)


@pytest.mark.slow
def test_a_name_that_cannot_be_had_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """Offline, the message names the default that needs no network, and comes at once."""
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)  # of the environment
    began = time.monotonic()
    with pytest.raises(EncoderError, match="ENCODER=bundled"):
        load_encoder("nobody/no-model")
    assert time.monotonic() - began < 60
