"""A BERT encoder as an ONNX graph with int8 matrices, written from its weights.

Dynamic quantisation, one scale a column, with weights of 7 bits so that older processors do not
overflow: on 12 texts in as many scripts the cosine with fp32 is at least 0.997. Word vectors are
an input, not a part: the table of 250,037 rows stays where it is and only rows are looked up.
Operators: ONNX opset 17 and ONNX Runtime's contributed ones (`com.microsoft`).
"""

import logging
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

Floats = NDArray[np.float32]
CONTRIBUTED = "com.microsoft"
# By product, named as its weights are ("encoder.layer.0.output."), which of what enters it are so
# much louder than the others that int8 would round the others away: they are multiplied by
# themselves, in fp32 (Dettmers et al., 2022, arXiv:2208.07339).
Loud = Mapping[str, Sequence[int]]
NONE_LOUD: Loud = {}
# What the outputs of nodes end with that stay in fp32.
PRECISE = ".precise"


def write_encoder(
    path: Path, state: Mapping[str, Floats], heads: int, epsilon: float, loud: Loud = NONE_LOUD
) -> None:
    """Write the graph `words -> tokens`, both float32 of shape (1, length, hidden).

    `state` names the weights as a Hugging Face BertModel does; `words` are rows of its word table.
    """
    graph = EncoderGraph(state, heads, epsilon, loud)
    write_quantised(path, graph.finish(["tokens"]))


def write_quantised(path: Path, model: onnx.ModelProto) -> None:
    """Write `model` with its matrix products in int8."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    with TemporaryDirectory(dir=path.parent) as folder:
        plain = Path(folder) / "plain.onnx"
        onnx.save(model, plain)
        logging.disable(logging.WARNING)  # it recommends a pre-processing that does not apply
        try:
            quantize_dynamic(
                plain,
                path,
                per_channel=True,
                reduce_range=True,
                weight_type=QuantType.QInt8,
                op_types_to_quantize=["MatMul"],
                nodes_to_exclude=[
                    node.name for node in model.graph.node if node.name.endswith(PRECISE)
                ],
                extra_options={"DefaultTensorType": TensorProto.FLOAT},
            )
        finally:
            logging.disable(logging.NOTSET)


class EncoderGraph:
    """The nodes and weights of the graph while it grows; `tokens` is the last hidden state."""

    def __init__(
        self, state: Mapping[str, Floats], heads: int, epsilon: float, loud: Loud = NONE_LOUD
    ) -> None:
        self.state = state
        self.loud = loud
        self.heads = heads
        self.epsilon = epsilon
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []
        self.hidden = int(state["embeddings.LayerNorm.weight"].shape[0])
        layers = {name.split(".")[2] for name in state if name.startswith("encoder.layer.")}
        last = self._embed()
        for layer in range(len(layers)):
            last = self._layer(layer, last)
        self.node("Identity", [last], "tokens")

    def finish(self, outputs: Sequence[str]) -> onnx.ModelProto:
        """The model; each of `outputs` is a float32 node of the graph."""
        shape: list[str | int | None] = [1, "length", self.hidden]
        words = helper.make_tensor_value_info("words", TensorProto.FLOAT, shape)
        results = [
            helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in outputs
        ]
        graph = helper.make_graph(self.nodes, "encoder", [words], results, self.weights)
        opsets = [helper.make_opsetid("", 17), helper.make_opsetid(CONTRIBUTED, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=9)

    def node(self, kind: str, inputs: Sequence[str], output: str, **attributes: Any) -> str:
        """Add one node; returns the name of its output."""
        self.nodes.append(
            helper.make_node(kind, list(inputs), [output], name=output, **attributes)
        )
        return output

    def weight(self, name: str, values: NDArray[Any]) -> str:
        """Add one constant; returns its name."""
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def _named(self, name: str) -> str:
        return self.weight(name, self.state[name])

    def _matrix(self, name: str) -> str:
        return self.weight(name, self.state[name].T)

    def _embed(self) -> str:
        prefix = "embeddings."
        positions = self.state[prefix + "position_embeddings.weight"]
        types = self.state[prefix + "token_type_embeddings.weight"]
        zero = self.weight("zero", np.array([0], np.int64))
        table = self.weight("positions", positions + types[0])
        self.node("Shape", ["words"], "length", start=1, end=2)
        self.node("Slice", [table, zero, "length", zero], "used")
        self.node("Add", ["words", "used"], "placed")
        norm = [self._named(prefix + f"LayerNorm.{part}") for part in ("weight", "bias")]
        return self.node("LayerNormalization", ["placed", *norm], "embedded", epsilon=self.epsilon)

    def _layer(self, layer: int, entering: str) -> str:
        prefix = f"encoder.layer.{layer}."
        attended = self._attend(prefix + "attention.", entering)
        product = self._product(prefix + "intermediate.", attended)
        bias = self._named(prefix + "intermediate.dense.bias")
        self.node("Add", [product, bias], prefix + "wide")
        active = self.node("Gelu", [prefix + "wide"], prefix + "active", domain=CONTRIBUTED)
        return self._project(prefix + "output.", active, attended)

    def _attend(self, prefix: str, entering: str) -> str:
        parts = [f"{prefix}self.{part}" for part in ("query", "key", "value")]
        matrix = np.concatenate([self.state[part + ".weight"] for part in parts]).T
        bias = np.concatenate([self.state[part + ".bias"] for part in parts])
        sizes = self.weight(prefix + "sizes", np.array([self.hidden] * 3, np.int64))
        self.node("MatMul", [entering, self.weight(prefix + "weights", matrix)], prefix + "all")
        self.nodes.append(helper.make_node("Split", [prefix + "all", sizes], parts, axis=-1))
        attended = self.node(
            "MultiHeadAttention",
            [*parts, self.weight(prefix + "bias", bias)],
            prefix + "attended",
            domain=CONTRIBUTED,
            num_heads=self.heads,
        )
        return self._project(prefix + "output.", attended, entering)

    def _product(self, prefix: str, entering: str) -> str:
        """The matrix product, that of loud units by itself."""
        loud = self.loud.get(prefix, ())
        name, result = prefix + "dense.weight", prefix + "product"
        if not loud:
            return self.node("MatMul", [entering, self._matrix(name)], result)
        matrix, units = self.state[name].T.copy(), np.array(loud, np.int64)
        rows = self.weight(name + PRECISE, matrix[units])
        matrix[units] = 0.0
        quiet = np.ones(len(matrix), np.float32)
        quiet[units] = 0.0
        which = self.weight(prefix + "loud", units)
        self.node("Mul", [entering, self.weight(prefix + "quiet", quiet)], prefix + "others")
        self.node("MatMul", [prefix + "others", self.weight(name, matrix)], prefix + "main")
        self.node("Gather", [entering, which], prefix + "chosen", axis=2)
        self.node("MatMul", [prefix + "chosen", rows], prefix + "loud" + PRECISE)
        return self.node("Add", [prefix + "main", prefix + "loud" + PRECISE], result)

    def _project(self, prefix: str, entering: str, skipped: str) -> str:
        """A matrix, its bias, the skipped input, the norm.

        As single nodes: ONNX Runtime joins the bias with the int8 product, which is a fifth
        faster than its fused skip and norm.
        """
        self._product(prefix, entering)
        bias = self._named(prefix + "dense.bias")
        self.node("Add", [prefix + "product", bias], prefix + "plain")
        self.node("Add", [prefix + "plain", skipped], prefix + "sum")
        norm = [self._named(prefix + f"LayerNorm.{part}") for part in ("weight", "bias")]
        inputs = [prefix + "sum", *norm]
        result = prefix + "result"
        return self.node("LayerNormalization", inputs, result, epsilon=self.epsilon)
