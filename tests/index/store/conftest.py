"""The contract's asserts say what they compared, as those of test modules do."""

import pytest

for name in ("reading", "drafting", "searching", "generations", "at_once", "killed", "model"):
    pytest.register_assert_rewrite(f"tests.index.store.{name}")
