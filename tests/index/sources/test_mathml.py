"""Formulas on one line are the numbers that they are."""

import pytest
from lxml import etree

from index.sources.mathml import formula


@pytest.mark.parametrize(
    ("inner", "line"),
    [
        ("<mroot><mn>8</mn><mn>3</mn></mroot>", "∛8"),
        ("<mroot><mi>x</mi><mn>5</mn></mroot>", "⁵√x"),
        ("<msqrt><mi>a</mi><mo>+</mo><mn>1</mn></msqrt>", "√(a + 1)"),
        (
            "<munderover><mo>∑</mo><mrow><mi>k</mi><mo>=</mo><mn>1</mn></mrow><mn>10</mn>"
            "</munderover><mi>k</mi>",
            "∑_(k = 1)¹⁰ k",
        ),
        ("<munder><mi>lim</mi><mi>n</mi></munder><mi>f</mi>", "lim_n f"),
        ("<msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup>", "x₁²"),
        ("<mfenced><mn>1</mn><mn>2</mn></mfenced>", "(1, 2)"),
        (
            "<mfenced open='[' close='[' separators=';|'><mn>1</mn><mn>2</mn><mn>3</mn></mfenced>",
            "[1;2|3[",
        ),
        ("<mfenced separators=''><mi>a</mi><mi>b</mi></mfenced>", "(ab)"),
        (
            "<mmultiscripts><mi>C</mi><mprescripts/><mn>6</mn><mn>14</mn></mmultiscripts>",
            "¹⁴₆C",
        ),
        ("<mmultiscripts><mi>x</mi><mn>1</mn><none/></mmultiscripts>", "x₁"),
        ("<mfrac linethickness='0pt'><mn>5</mn><mn>2</mn></mfrac>", "(5; 2)"),
        ("<mn>2</mn><mfrac><mn>1</mn><mn>2</mn></mfrac>", "2 1/2"),
        ("<msup><mfrac><mn>1</mn><mn>2</mn></mfrac><mn>2</mn></msup>", "(1/2)²"),
        ("<mn>10</mn><mspace width='1em'/><mi>m</mi>", "10 m"),
        ("<mphantom><mn>9</mn></mphantom><mn>1</mn>", "1"),
        (
            "<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr><mtr><mtd><mn>3</mn>"
            "</mtd></mtr></mtable>",
            "1 2; 3",
        ),
        ("<mlongdiv><mn>7</mn><mn>21</mn></mlongdiv>", "7 21"),
        ("<msup><mn>7</mn></msup>", "7"),
    ],
)
def test_a_formula_on_one_line(inner: str, line: str) -> None:
    """Roots, limits, brackets and scripts; what is not known keeps its numbers apart."""
    assert formula(etree.fromstring(f"<math>{inner}</math>")) == line
