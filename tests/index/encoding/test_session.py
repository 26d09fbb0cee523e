"""A network by itself, and what its runtime leaves behind."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np

from index.encoding import Session, bundled_folder

OF_THIS_PROCESS = ("ORT_DISABLE_TELEMETRY", "XDG_CACHE_HOME")


def test_a_text_is_read_alike_after_any_other() -> None:
    """To the bit, shorter ones and longer."""
    network = Session(bundled_folder() / "encoder.onnx")
    words = np.random.default_rng(1).standard_normal((300, 384), dtype=np.float32)
    first = {length: network.states(words[:length]) for length in (2, 12, 150, 300)}
    for length in (12, 300, 2, 150):
        assert first[length].shape == (length, 384)
        assert np.array_equal(network.states(words[:length]), first[length])


def test_nobody_is_told(tmp_path: Path) -> None:
    """ONNX Runtime leaves no number for the machine and nothing to send behind."""
    code = "from index.encoding import Session, bundled_folder as folder\n"
    code += "Session(folder() / 'encoder.onnx')"
    cache = tmp_path / ".cache"
    cache.mkdir()
    (cache / "verbatim").symlink_to(bundled_folder().parent)
    kept = {k: v for k, v in os.environ.items() if k not in OF_THIS_PROCESS}
    environment = kept | {"HOME": str(tmp_path)}
    subprocess.run([sys.executable, "-c", code], env=environment, check=True)
    assert list(tmp_path.iterdir()) == [cache]
    assert [one.name for one in cache.iterdir()] == ["verbatim"]
