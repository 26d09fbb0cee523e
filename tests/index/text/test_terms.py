"""What counts as a term, and how much of a question a text shares."""

import pytest

from index.text.terms import coverage, terms_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Électricité, ÉLECTRIQUE!", ["electr", "electr"]),
        ("l’année 1,203 et 1.203", ["l", "annee", "1203", "et", "1203"]),
        ("東京都", ["東京", "京都"]),
        ("海", ["海"]),
        ("ドン・オルム", ["ドン", "オル", "ルム"]),
        ("ﾄﾞﾝ･ｵﾙﾑ", ["ドン", "オル", "ルム"]),
        ("กขค๛ง ေက။ခ", ["กข", "ขค", "ง", "ေက", "ခ"]),
        ("والمنارات منارات", ["منارات"[:6], "منارات"[:6]]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("Straße ﬁn Ｔｏｋｙｏ", ["strass", "fin", "tokyo"]),
        ("🙂 … ?!", []),
        ("kaldırım KALDIRIM Kaldırım", ["kaldir"] * 3),
        ("ısınma Isınma ISINMA isinma", ["isinma"] * 4),
        ("İZİN izin IZIN İzin", ["izin"] * 4),
        ("KALDIRIM क", ["kaldir", "क"]),
        ("kaldırım क", ["kaldir", "क"]),
    ],
)
def test_terms(text: str, expected: list[str]) -> None:
    """Folded, cut to six letters, in pairs where a script has no spaces."""
    assert terms_of(text) == expected


def test_coverage_is_the_share_of_weight() -> None:
    """Three of four parts of the weight are in the text; no words give 0."""
    text = "Le phare de Port-Orme fut construit en 1867."
    assert coverage({"phare": 3.0, "absent": 1.0}, text) == 0.75
    assert coverage({}, text) == 0.0
