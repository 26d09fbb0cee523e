"""Vectors of 8 bits a number."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from index.encoding import unit
from index.store.rounding import restored, rounded

NUMBERS = st.floats(-1, 1, width=32)
ROWS = arrays(np.float32, st.tuples(st.integers(0, 4), st.integers(1, 16)), elements=NUMBERS)


def test_directions_are_kept() -> None:
    """To a cosine of 1 but for a thousandth; unit rows come back."""
    rows = unit(np.random.default_rng(0).normal(size=(50, 384)).astype(np.float32))
    found = restored(rounded(rows))
    assert rounded(rows).nbytes == rows.size
    np.testing.assert_allclose((found * found).sum(axis=1), 1.0, atol=1e-3)
    assert (found * rows).sum(axis=1).min() > 0.999


@given(ROWS)
def test_what_was_rounded_is_rounded_to_the_same(rows: np.ndarray) -> None:
    """Also by way of float16, as another kind of library keeps it: so copies can be compared."""
    rows = unit(rows[np.abs(rows).max(axis=1, initial=0.0) > 1e-3])
    first = rounded(rows)
    kept = restored(first)
    assert (rounded(kept) == first).all()
    assert (kept.astype(np.float16) == kept).all()


@given(ROWS)
def test_the_largest_number_of_a_row_is_127(rows: np.ndarray) -> None:
    """Whatever the row's own length is."""
    rows = rows[np.abs(rows).max(axis=1, initial=0.0) > 1e-3]
    assert (np.abs(rounded(rows)).max(axis=1, initial=127) == 127).all()
