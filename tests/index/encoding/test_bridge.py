"""The matrix between languages: kept as it was learnt, and shipped."""

from pathlib import Path

import numpy as np

from index.encoding.bridge import load_bridge, store_bridge


def test_a_matrix_is_read_as_it_was_written(tmp_path: Path) -> None:
    """To the precision of float16, as float32."""
    matrix = np.array([[1.0, 0.25], [-0.5, 1 / 3]], dtype=np.float32)
    store_bridge(matrix, tmp_path / "bridge.npy")
    found = load_bridge(tmp_path / "bridge.npy")
    assert found.dtype == np.float32
    np.testing.assert_allclose(found, matrix, atol=2e-4)


def test_the_shipped_one_is_the_bundled_encoders() -> None:
    """384 x 384, every number finite, and no unit is lost."""
    matrix = load_bridge()
    assert matrix.shape == (384, 384)
    assert np.isfinite(matrix).all()
    assert np.linalg.norm(matrix, axis=1).min() > 0.1
