"""What denies or forbids, in eleven languages, and what only looks like it."""

import time

import pytest

from index.wording import negated, negates, negation_before, negation_behind
from index.wording.negations import negations


@pytest.mark.parametrize(
    "text",
    [
        "geçerli değildir", "DEĞİLDİR", "gecerli degilim", "yer yoktur", "girmek yasaktır",
        "sürülmesi yasaklanmıştır", "hiçbirine",
        "keinesfalls", "Keineswegs", "niemandem", "verboten", "verbietet", "untersagt",
        "Smoking is prohibited", "He forbade it", "nobody’s boat", "they dont",
        "prohibido", "prohíbe", "vedada", "ninguno", "proibido", "proíbe", "jamais",
        "neppure", "nemmeno", "nessun’altra", "vietato", "qu’aucune", "interdit", "guère",
        "запрещено", "запрещённый", "воспрещается", "никакая", "заборонено", "забороняється",
        "жодного", "немає", "ممنوع", "الممنوعة", "يُحظر", "ولا", "وليس",
        "禁止", "没有", "沒有", "無", "未签", "不允许", "严禁", "请勿",
        "切莫", "请别说", "不同意", "不禁止",
    ],
)  # fmt: skip
def test_what_denies(text: str) -> None:
    """With its endings, with capitals, without accents, and as part of an elision."""
    assert negated(text)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("note notice knot", "en"), ("The ban and its prohibition", "en"),
        ("Das Verbot gilt", "de"), ("am 5. Mai", "de"), ("le 5 mai", "fr"), ("né en 1950", "fr"),
        ("au no 5", "fr"), ("l’interdit", "fr"), ("no Porto", "pt"), ("ne parla", "it"),
        ("sin dal 1990", "it"), ("nem oranı", "tr"), ("ne zaman", "tr"), ("yoksul", "tr"),
        ("yasağın", "tr"), ("damadı", "tr"), ("komedi", "tr"), ("namaz", "tr"), ("gömüyor", "tr"),
        ("umuyor", "tr"), ("запрет и заборона", "ru"), ("неделя", "ru"), ("nomadi", "it"),
        ("特别", "zh"), ("非常", "zh"), ("非洲", "zh"), ("莫斯科", "zh"), ("未来", "zh"),
        ("無論", "zh"),
        ("不但", "zh"), ("不过", "zh"), ("淹没", "zh"), ("是不是", "zh"), ("有没有", "zh"),
        ("别人", "zh"),
        ("le bateau dont il parle", "fr"), ("par personne", "fr"), ("voilà le hic", "fr"),
        ("un nem, la SEM", "fr"), ("in Not", "de"), ("ein Faux pas", "de"), ("das SEM", "de"),
        ("the NE corner", "en"), ("an NI number", "en"), ("fish n’ chips", "en"), ("a SEM", "en"),
        ("el NIE", "es"), ("litoral NE", "pt"), ("ce n’è uno", "it"), ("not verdi", "tr"),
        ("pas tuttu", "tr"), ("Belediyesi’ne", "tr"), ("Belediyesi'ni", "tr"),
        ("Bankası'nı", "tr"), ("Room No. 5", "en"), ("habitación no. 5", "es"),
        ("room no.5", None),
    ],
)  # fmt: skip
def test_what_does_not(text: str, says: str | None) -> None:
    """Parts of other words, words of another language, and nouns: a ban may be lifted."""
    assert not negated(text, says)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Personne n’est venu", "fr"), ("il n’a rien", "fr"), ("they don’t", "en"),
        ("Is it open? No. It closed in 2005", "en"), ("no 5-star hotel", "en"), ("nie", "de"),
        ("sin", "es"), ("nem", "pt"), ("né", "it"), ("they dont", "en"), ("n’est", None),
    ],
)  # fmt: skip
def test_what_denies_in_its_own_language(text: str, says: str | None) -> None:
    """Though it is another word in others."""
    assert negated(text, says)


@pytest.mark.parametrize(
    "verb",
    ["gelmiyor", "açılmadı", "gelmemiş", "gelmeyecek", "gelmemeli", "yapılmamaktadır", "giremez",
     "alınmaz", "edilmez", "olamazlar"],
)  # fmt: skip
def test_turkish_verbs_that_are_surely_denied(verb: str) -> None:
    """In Turkish, where the ending says so."""
    assert negated(verb, "tr")
    assert not negated(verb, "it")


def test_what_is_long_is_looked_at_soon() -> None:
    """And denies nothing."""
    begun = time.process_time()
    assert not negated("gel" + "ma" * 8_000, "tr")
    assert not negated("好" * 16_000, "zh")
    assert time.process_time() - begun < 1


def test_a_negation_is_told_with_its_place() -> None:
    """Each of them."""
    text = "他没有签署，也不同意。"
    assert [span.of(text) for span in negations(text, "zh")] == ["没有", "不"]


@pytest.mark.parametrize(
    ("text", "words", "before", "behind"),
    [
        ("他没有签署这份协议。", "签署这份协议", "没有", None),
        ("这里不允许烧烤。", "烧烤", "不", None),
        ("公园里烧烤是禁止的。", "公园里烧烤", None, "禁止"),
        ("他特别签署这份协议。", "签署这份协议", None, None),
        ("Bu bilet geçerli değildir.", "Bu bilet geçerli", None, "değildir"),
        ("He has not yet signed it.", "signed it", "not", None),
        ("He is not only rich.", "rich", None, None),
        ("لا يجوز التدخين هنا.", "التدخين هنا", "لا", None),
        ("Smoking is prohibited.", "Smoking", None, "prohibited"),
    ],
)
def test_a_negation_beside_a_place(
    text: str, words: str, before: str | None, behind: str | None
) -> None:
    """Right there, or with a small word or a few Chinese signs between."""
    start = text.index(words)
    found = negation_before(text, start, 3), negation_behind(text, start + len(words), 3)
    assert tuple(span.of(text) if span else None for span in found) == (before, behind)


def test_without_words_between_it_must_stand_right_there() -> None:
    """Where none may."""
    text = "not yet signed"
    assert negation_before(text, text.index("signed"), 0) is None
    assert negation_before(text, text.index("yet"), 0)


@pytest.mark.parametrize(
    ("one", "other", "differs"),
    [
        (["geçerli"], ["geçerli", "değildir"], True),
        (["禁", "止"], ["允", "许"], True),
        (["没"], ["没", "有"], False),
        (["特", "别"], ["格", "外"], False),
        (["gelecek"], ["gelmeyecek"], True),
        (["mogelijk"], ["möglich"], False),
        (["possible"], ["impossible"], True),
    ],
)
def test_of_two_stretches_one_denies(one: list[str], other: list[str], differs: bool) -> None:
    """As many negations on both sides are no difference."""
    assert negates(one, other) is differs
