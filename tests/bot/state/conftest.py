"""The contract's asserts say what they compared, as those of test modules do."""

import pytest

pytest.register_assert_rewrite("tests.bot.state.contract")
