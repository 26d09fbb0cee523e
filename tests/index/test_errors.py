"""Errors say what to do next."""

import pytest

from index.errors import VerbatimError, require


def test_a_missing_package_is_named_with_its_extra() -> None:
    """What is there is let be, what is not is told with the command that brings it."""
    require("json", "evaluation")
    with pytest.raises(VerbatimError, match=r"no_such is .*pip install 'verbatim\[benchmark\]'"):
        require("no_such", "benchmark")
