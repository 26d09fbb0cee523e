"""Networks run with their matrices in the file as they run with copies of them."""

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import numpy as np
import onnx
import psutil
import pytest
from hypothesis import given
from hypothesis import strategies as st
from onnx import numpy_helper

from index.encoding import Session, bundled_folder
from index.encoding.matrices import LARGE, matrices
from index.memory import give_back

OF_THIS_PROCESS = ("ORT_DISABLE_TELEMETRY", "XDG_CACHE_HOME")


def _network() -> Path:
    return bundled_folder() / "encoder.onnx"


def test_matrices_are_those_of_the_file() -> None:
    """All the large ones of int8, by their names, as the package onnx reads them."""
    constants = onnx.load(_network()).graph.initializer
    expected = {one.name: numpy_helper.to_array(one) for one in constants}
    large = {name for name, one in expected.items() if one.dtype == np.int8 and one.size >= LARGE}
    found = matrices(_network())
    assert set(found) == large
    assert len(found) == 48
    assert all(np.array_equal(matrix, expected[name]) for name, matrix in found.items())


@given(content=st.binary(min_size=1))
def test_another_file_is_told(content: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Whatever is in it: no matrices, or that it is no such file."""
    path = tmp_path_factory.mktemp("any") / "some.onnx"
    path.write_bytes(content)
    with suppress(ValueError):
        assert matrices(path) == {}


def test_a_file_that_is_cut_off_is_told(tmp_path: Path) -> None:
    """In the middle of a matrix."""
    (tmp_path / "half.onnx").write_bytes(_network().read_bytes()[:10_000_000])
    with pytest.raises(ValueError, match="no ONNX file"):
        matrices(tmp_path / "half.onnx")


@pytest.mark.slow
def test_a_mapped_network_says_the_same_and_takes_less() -> None:
    """To the bit, for short texts and long; 20 MB less that cannot be given back."""
    words = np.random.default_rng(1).standard_normal((300, 384), dtype=np.float32)
    give_back()
    before = _own()
    mapped = Session(_network(), mapped=True)
    give_back()
    between = _own()
    copied = Session(_network(), mapped=False)
    give_back()
    assert between - before < _own() - between - 15_000_000
    for length in (2, 12, 150, 300):
        states = mapped.states(words[:length])
        assert states.shape == (length, 384)
        assert np.array_equal(states, copied.states(words[:length]))
        give_back()


def test_nobody_is_told(tmp_path: Path) -> None:
    """ONNX Runtime leaves no number for the machine and nothing to send behind."""
    code = "from index.encoding import Session, bundled_folder as folder\n"
    code += "Session(folder() / 'encoder.onnx', mapped=True)"
    cache = tmp_path / ".cache"
    cache.mkdir()
    (cache / "verbatim").symlink_to(bundled_folder().parent)
    kept = {k: v for k, v in os.environ.items() if k not in OF_THIS_PROCESS}
    environment = kept | {"HOME": str(tmp_path)}
    subprocess.run([sys.executable, "-c", code], env=environment, check=True)
    assert list(tmp_path.iterdir()) == [cache]
    assert [one.name for one in cache.iterdir()] == ["verbatim"]


def _own() -> int:
    memory = psutil.Process().memory_full_info()
    return int(memory.uss)
