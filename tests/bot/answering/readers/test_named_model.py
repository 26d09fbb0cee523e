"""Readers by name: real transformers models, tiny and made here, so that values can be checked."""

import json
from pathlib import Path

import numpy as np
import pytest
import torch
import transformers  # which loads what is asked of it, and that only: its models take 4 s
from tokenizers import Tokenizer, models, pre_tokenizers, processors

from bot.answering.readers.model_reader import ModelReader
from bot.answering.readers.named_model import AnsweringModel, ScoringModel, load_named_model
from bot.answering.readers.reader import load_reader
from index.errors import EncoderError
from index.text.spans import Span
from tests.doubles import BagEncoder

SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]
WORDS = ["where", "was", "she", "born", "in", "paris", "or", "rome", ".", "?", "é", "👩🏽‍🚀", "it"]


def _save_tokenizer(folder: Path) -> "transformers.PreTrainedTokenizerFast":
    vocabulary = {word: place for place, word in enumerate([*SPECIAL, *WORDS])}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]",
        pair="[CLS] $A [SEP] $B:1 [SEP]:1",
        special_tokens=[("[CLS]", 2), ("[SEP]", 3)],
    )
    fast = transformers.PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]
        tokenizer_object=tokenizer,
        unk_token="[UNK]",
        pad_token="[PAD]",
        cls_token="[CLS]",
        sep_token="[SEP]",
        model_max_length=32,
    )
    fast.save_pretrained(folder)
    return fast


def _config(layers: int, labels: int = 1) -> "transformers.BertConfig":
    size = len(SPECIAL) + len(WORDS)
    return transformers.BertConfig(  # type: ignore[call-arg]
        vocab_size=size,
        hidden_size=size,
        num_hidden_layers=layers,
        num_attention_heads=1,
        intermediate_size=8,
        max_position_embeddings=32,
        num_labels=labels,
    )


@pytest.fixture
def answering(tmp_path: Path) -> Path:
    """A model without layers, whose answer always is `paris`: its weights are set by hand."""
    _save_tokenizer(tmp_path)
    config = _config(0, labels=2)
    model = transformers.BertForQuestionAnswering(config)
    with torch.no_grad():
        embeddings = model.bert.embeddings
        embeddings.word_embeddings.weight.copy_(torch.eye(config.vocab_size))
        embeddings.position_embeddings.weight.zero_()
        embeddings.token_type_embeddings.weight.zero_()
        model.qa_outputs.weight.zero_()
        model.qa_outputs.bias.zero_()
        model.qa_outputs.weight[:, len(SPECIAL) + WORDS.index("paris")] = 1.0
    model.save_pretrained(tmp_path)
    return tmp_path


@pytest.fixture
def scoring(tmp_path: Path) -> Path:
    """A seeded cross-encoder of one layer."""
    torch.manual_seed(3)
    _save_tokenizer(tmp_path)
    transformers.BertForSequenceClassification(_config(1)).save_pretrained(tmp_path)
    return tmp_path


def test_an_answering_model_finds_the_words(answering: Path) -> None:
    """The span is in code points of the passage, whatever stands before it."""
    model = load_named_model(str(answering), "cpu")
    assert isinstance(model, AnsweringModel)
    passage = "👩🏽‍🚀 é she was born in paris ."
    (reading,) = model.read("where was she born ?", [passage])
    logit, span = reading.best(Span(0, len(passage)))
    assert span.of(passage) == "paris"
    # A one-hot vector of 17 after layer norm is 4 at its place and -1/4 elsewhere; so the start
    # and the end are 4.25 above the null answer each.
    assert logit == pytest.approx(8.5, abs=0.01)
    assert reading.relevance == pytest.approx(8.5, abs=0.01)
    (none,) = model.read("where was she born ?", ["she was born in rome ."])
    assert none.relevance == pytest.approx(0.0, abs=0.01)


def test_long_passages_are_read_in_windows(answering: Path) -> None:
    """Every word has its logits, also far behind what the model takes at once."""
    passage = "it was rome . " * 30 + "she was born in paris ."
    (reading,) = AnsweringModel(str(answering), "cpu").read("where was she born ?", [passage])
    assert len(reading.offsets) == len(passage.split())
    assert (np.diff(reading.offsets[:, 0]) > 0).all()
    _, span = reading.best(Span(0, len(passage)))
    assert span == Span(len(passage) - 7, len(passage) - 2)


def test_a_question_longer_than_the_model_is_cut(answering: Path) -> None:
    """And nothing breaks; an empty one either."""
    model = AnsweringModel(str(answering), "cpu")
    for question in ("", "é" * 50):
        (reading,) = model.read(question, ["she was born in paris ."])
        assert reading.best(Span(0, 23))[1] == Span(16, 21)


def test_a_cross_encoder_scores_passage_and_sentences(scoring: Path) -> None:
    """The scores are the model's own."""
    model = load_named_model(str(scoring), "cpu")
    assert isinstance(model, ScoringModel)
    passage = "She was born in paris. It was rome."
    (reading,) = model.read("where ?", [passage])
    plain = transformers.BertForSequenceClassification.from_pretrained(scoring)
    plain.train(False)
    tokenizer = transformers.PreTrainedTokenizerFast.from_pretrained(scoring)
    with torch.inference_mode():
        expected = [
            float(plain(**tokenizer("where ?", text, return_tensors="pt")).logits)
            for text in (passage, "She was born in paris.", "It was rome.")
        ]
    assert reading.relevance == pytest.approx(expected[0], abs=1e-5)
    for span, score in ((Span(0, 22), expected[1]), (Span(23, 35), expected[2])):
        found, where = reading.best(span)
        assert found == pytest.approx(score, abs=1e-5)
        assert where == span


def test_a_name_that_cannot_be_had_says_what_to_do() -> None:
    """Offline, and for a folder that holds something else."""
    with pytest.raises(EncoderError, match="READER=bundled"):
        load_named_model("/no/such/folder", "cpu")


def test_a_model_of_another_kind_is_refused(tmp_path: Path) -> None:
    """A plain encoder, and a classifier of two classes."""
    (tmp_path / "plain").mkdir()
    plain = _config(1).to_dict() | {"architectures": ["BertModel"]}
    (tmp_path / "plain" / "config.json").write_text(json.dumps(plain), encoding="utf-8")
    with pytest.raises(EncoderError, match="neither"):
        load_named_model(str(tmp_path / "plain"), "cpu")
    transformers.BertForSequenceClassification(_config(1, labels=2)).save_pretrained(
        tmp_path / "two"
    )
    with pytest.raises(EncoderError, match="2 labels"):
        load_named_model(str(tmp_path / "two"), "cpu")


def test_the_setting_takes_a_path(answering: Path, caplog: pytest.LogCaptureFixture) -> None:
    """And says that its confidence has not been fitted."""
    reader = load_reader(str(answering), BagEncoder())
    assert isinstance(reader, ModelReader)
    assert reader.calibration_name == f"bag+{answering}"
    assert "bot calibrate" in caplog.text
