"""What denies or forbids is missed where it stood beside the pasted words."""

from collections.abc import Iterator

import pytest

from bot.verifying.differences import What
from bot.verifying.verdict import compare
from bot.verifying.verified import Verdict
from index.store import View
from tests.bot.verifying.pasted_set import told

DENIED = [
    "Bu bilet geçerli değildir. Köpekler parka giremez.",
    "渡轮在冬天运行。公园里禁止烧烤。他没有签署这份协议。我们特别感谢市长。这里不允许钓鱼。",
    "Hunde dürfen keinesfalls in den Park. Es ist verboten, hier zu baden."
    " Das Grillen im Park ist untersagt. Das gilt für Mieter, nicht für Eigentümer."
    " Das Rauchen ist verboten, Hunde dürfen hinein.",
    "The minister has not yet signed the treaty. Smoking on the pier is strictly prohibited.",
    "É proibido nadar no porto. O barco parte no Porto às nove.",
    "Está prohibido fumar en el muelle.",
    "يُمنع التدخين في القاعة. ممنوع الدخول بعد الساعة الرابعة.",
    "Заборонено купатися біля пристані.",
    "Le bateau part le 5 mai de la gare.",
    "Le capitaine connaît la vieille barque dont il parle souvent au marché.",
]


@pytest.fixture(scope="module")
def denied(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    """Texts that deny or forbid, each in its own language."""
    with told(DENIED, tmp_path_factory.mktemp("denied")) as view:
        yield view


@pytest.mark.parametrize(
    ("pasted", "denial"),
    [
        ("Bu bilet geçerli.", "değildir"),
        ("签署这份协议。", "没有"),
        ("烧烤。", "禁止"),
        ("钓鱼。", "不"),
        ("Hunde dürfen [...] in den Park.", "keinesfalls"),
        ("公园里[...]烧烤。", "禁止"),
        ("Hier zu baden.", "verboten"),
        ("Das Grillen im Park.", "untersagt"),
        ("Signed the treaty.", "not"),
        ("Nadar no porto.", "proibido"),
        ("Fumar en el muelle.", "prohibido"),
        ("التدخين في القاعة.", "يُمنع"),
        ("الدخول بعد الساعة الرابعة.", "ممنوع"),
        ("Купатися біля пристані.", "Заборонено"),
    ],
)
def test_words_without_what_denies_or_forbids_them(denied: View, pasted: str, denial: str) -> None:
    """Are not word for word, where it stood right before or behind them, or is left out."""
    found = compare(denied, pasted)
    assert found.verdict is Verdict.ALMOST
    place = found.places[0]
    (first,) = place.differences
    assert first.what is What.NEGATION
    assert denial in first.stored.of(place.document.text)


@pytest.mark.parametrize(
    "pasted",
    [
        "Bu bilet geçerli değildir.",
        "渡轮在冬天运行。",
        "我们[…]感谢市长。",
        "感谢市长。",
        "公园里[…]没有签署这份协议。",
        "Das gilt für Mieter.",
        "Hunde dürfen hinein.",
        "O barco parte […] às nove.",
        "Le bateau part […] de la gare.",
        "Le capitaine connaît la vieille barque […] parle souvent au marché.",
        "The minister has not yet signed the treaty.",
    ],
)
def test_what_is_no_denial_of_the_words_is_none(denied: View, pasted: str) -> None:
    """Part of another word, another language's word, or of another clause or sentence."""
    assert compare(denied, pasted).verdict is Verdict.VERBATIM
