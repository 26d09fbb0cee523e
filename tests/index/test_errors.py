"""Errors say what to do next."""

import re

import pytest

from index.errors import VerbatimError, require


def test_a_missing_package_is_named_with_its_extra() -> None:
    """What is there is let be, what is not is told with the command that brings it."""
    require("json", "evaluation")
    told = "no_such is not installed: in Verbatim's checkout, pip install '.[benchmark]'"
    with pytest.raises(VerbatimError, match=f"^{re.escape(told)}$"):
        require("no_such", "benchmark")
