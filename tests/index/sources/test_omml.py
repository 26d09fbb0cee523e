"""Formulas of Word and of slides, on one line."""

import pytest
from lxml import etree

from index.sources.omml import formula

_NAMES = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


def _run(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


def _of(kind: str, **parts: str) -> str:
    """An element with parts of these names, which are texts unless they are elements."""
    inner = (
        f"<m:{name}>{text if text.startswith('<') else _run(text)}</m:{name}>"
        for name, text in parts.items()
    )
    return f"<m:{kind}>{''.join(inner)}</m:{kind}>"


HALF = _of("f", num="1", den="2")


@pytest.mark.parametrize(
    ("said", "written"),
    [
        (_run("2") + HALF, "2 1/2"),
        (_run("1") + _run("0"), "10"),
        (_of("sSup", e=HALF, sup="2"), "(1/2)²"),
        (_of("sPre", sub="6", sup="14", e="C"), "¹⁴₆C"),
        (_of("sSubSup", e="x", sub="1", sup="2"), "x₁²"),
        (_run("a=1") + "<m:r><m:br/></m:r>" + _run("b=2"), "a = 1\nb = 2"),
    ],
)
def test_numbers_beside_each_other_stay_apart(said: str, written: str) -> None:
    """Of mixed numbers, scripts before and after, lines."""
    assert formula(etree.fromstring(f"<m:oMath {_NAMES}>{said}</m:oMath>")) == written
