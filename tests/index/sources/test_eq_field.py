"""EQ fields of Word: what they show."""

import pytest

from index.sources.eq_field import shown


@pytest.mark.parametrize(
    ("instruction", "text"),
    [
        (r" EQ \f(1,2) ", "1/2"),
        (r"EQ 2\f(1;2)", "2 1/2"),
        (r"EQ \f(1,5;a+b)", "(1,5)/(a+b)"),
        (r'EQ \* jc2 \* "Font:MS 明朝" \* hps10 \o\ad(\s\up 9(とう),東)', "東(とう)"),
        (r"eq \o\ac(○,1)", "(1)"),
        (r"EQ x\s\up8(2) + y\s\do4(1)", "x² + y₁"),
        (r"EQ \r(3,8) = 2, \r(x)", "³√8 = 2, √x"),
        (r"EQ \b\lc\[\rc\)(0\,5)", "[0,5)"),
        (r"EQ \b\bc\{(\l(1,2))", "{1, 2}"),
        (r"EQ \i\su(k=1,5,k)", "∑_(k=1)⁵ k"),
        (r"EQ \a\al\co2\hs3(a,b,c,d)", "a b; c d"),
        (r"EQ \x\to\bo(Fee (net))", "Fee (net)"),
        ("PAGE", ""),
        ("EQUAL", ""),
        (r"EQ \o(O,/)", None),
        (r"EQ \q(1,2)", None),
        (r"EQ \f(1,2,3)", None),
        ("EQ ", ""),
        (r"EQ " + r"\f(" * 3_000, None),
    ],
)
def test_an_eq_field_is_written_on_one_line(instruction: str, text: str | None) -> None:
    """Or it is not understood, and then not read wrongly either."""
    assert shown(instruction) == text
