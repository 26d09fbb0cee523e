"""Every paste that is true is found, and none that is altered is called true."""

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from bot.terminal import render_verified, verified_as_json
from bot.verifying.differences import Apart, What
from bot.verifying.marked import Mark, pieces, sentence_around
from bot.verifying.pasted import LONGEST_PASTE, PasteTooLong
from bot.verifying.verdict import compare, verify
from bot.verifying.verified import Verdict
from index.building import build
from index.encoding import Encoder
from index.sources import from_text
from index.store import View, open_library
from tests.bot.verifying.pasted_set import DATA, library, pastes, told
from tests.doubles import BagEncoder

TRANSLATED = DATA / "translated.jsonl"
LOAVES = "The affected loaves carry the lot numbers 4417 to 4423"


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    """The texts that the pastes are from."""
    with closing(library(tmp_path_factory.mktemp("pastes") / "library", BagEncoder())) as opened:
        yield opened


def test_there_are_two_hundred_pastes() -> None:
    """Of every kind."""
    kinds = {"true", "altered", "stitched", "ellipsis", "translated", "foreign"}
    assert {one["kind"] for one in pastes(*kinds)} == kinds
    assert len(pastes(*kinds)) >= 200


@pytest.mark.parametrize("kind", ["true", "ellipsis"])
def test_every_true_paste_is_found_where_it_stands(view: View, kind: str) -> None:
    """In its text, without a difference in words, whatever is other that is no word."""
    for one in pastes(kind):
        found = compare(view, one["text"])
        assert found.verdict is Verdict.VERBATIM, one["text"]
        assert found.places[0].document.doc_id == str(one["doc"])
        assert not found.places[0].differences


def test_no_altered_paste_is_called_true(view: View) -> None:
    """One word other, lost or added: it is pointed out, in its text."""
    for one in pastes("altered"):
        found = compare(view, one["text"])
        assert found.verdict is Verdict.ALMOST, one["text"]
        assert found.places[0].document.doc_id == str(one["doc"])
        assert 1 <= len(found.places[0].differences) <= 2, one["text"]  # ne … pas


def test_what_is_put_together_is_shown_piece_by_piece(view: View) -> None:
    """Each piece where it stands, word for word."""
    for one in pastes("stitched"):
        found = compare(view, one["text"])
        assert found.verdict is Verdict.STITCHED, one["text"]
        assert len(found.places) >= 2
        assert all(place.text for place in found.places)


def test_what_is_in_another_language_is_nowhere(view: View) -> None:
    """A translation is no quote, and nor is anything else in other words."""
    for one in pastes("translated", "foreign"):
        assert compare(view, one["text"]).verdict is Verdict.ABSENT, one["text"]


@pytest.mark.slow
def test_translations_are_recognised(tmp_path: Path, bundled: Encoder) -> None:
    """Most of them, each as one of its own text; and nothing else is taken for one."""
    with closing(library(tmp_path / "library", bundled)) as view:
        right = 0
        for one in pastes("translated"):
            found = verify(view, bundled, one["text"])
            assert found.verdict is Verdict.ABSENT
            if found.translation:
                assert found.translation.document.doc_id == str(one["doc"])
                right += 1
        assert right >= 13
        for one in pastes("foreign"):
            assert verify(view, bundled, one["text"]).translation is None


@pytest.mark.slow
@pytest.mark.parametrize("half", [0, 1])
def test_translations_of_fresh_texts_are_recognised(
    tmp_path: Path, half: int, bundled: Encoder
) -> None:
    """Of 20 each half, about an invented harbour; of sentences of other harbours none is one.

    The bound was fitted on the first half.
    """
    lines = [json.loads(line) for line in TRANSLATED.read_text(encoding="utf-8").splitlines()]
    texts = [from_text(one["text"]) for one in lines if one["kind"] == "text"]
    documents = [replace(one, doc_id=str(n)) for n, one in enumerate(texts)]
    opened = open_library(tmp_path / "library")
    build(opened, documents, bundled, replace=True)
    pasted = {kind: [one for one in lines if one["kind"] == kind][half::2]
              for kind in ("translated", "foreign")}  # fmt: skip
    with closing(opened.open()) as view:
        found = [(one["of"], verify(view, bundled, one["text"]).translation)
                 for one in pasted["translated"]]  # fmt: skip
        assert all(place is None or place.text == of for of, place in found)
        assert sum(place is not None for _, place in found) >= 17
        others = [verify(view, bundled, one["text"]).translation for one in pasted["foreign"]]
        assert others == [None] * 20
        said = f"Wie die Zeitung schreibt: {pasted['translated'][half]['text']} Ist das so?"
        place = verify(view, bundled, said).translation
        assert place
        assert place.text == pasted["translated"][half]["of"]


@pytest.mark.parametrize(
    ("pasted", "what", "stored", "added"),
    [
        ("Customers should eat the bread.", What.NEGATION, "not", ""),
        (f"{LOAVES} and were not sold between 3", What.NEGATION, "", "not"),
        (LOAVES.replace("4423", "4424"), What.NUMBER, "4423", "4424"),
        ("were sold between 3 and 6 March in Kent", What.WORDS, "shops in", ""),
        ("said the production manager, Ruth Adams", What.NAME, "Adeyemi", "Adams"),
        ("blue plastic from a broken glass scraper", What.WORDS, "dough", "glass"),
    ],
)
def test_differences_are_named(
    view: View, pasted: str, what: What, stored: str, added: str
) -> None:
    """The gravest first."""
    found = compare(view, pasted)
    assert found.verdict is Verdict.ALMOST
    place, first = found.places[0], found.places[0].differences[0]
    assert first.what is what
    assert first.stored.of(place.document.text) == stored
    assert first.pasted.of(found.paste) == added


@pytest.mark.parametrize(
    ("pasted", "what"),
    [
        ("So far the bakery has received 2 complaints", What.WORDS),
        ("So far the bakery has received 3 complaints", What.NUMBER),
        ("So far the bakery has received twelve complaints", What.NUMBER),
        ("So far the bakery has received some complaints", What.WORDS),
        (
            f"{LOAVES.replace('4417', 'four thousand four hundred and seventeen')} and were sold"
            " between 3 and 6 March in shops in Kent and Sussex.",
            What.WORDS,
        ),
        ("Chaque lecteur peut emprunter 8 livres pour quatre semaines", What.WORDS),
        ("Chaque lecteur peut emprunter huit livres pour 40 semaines", What.NUMBER),
    ],
)
def test_a_number_in_words_is_the_same_in_digits(view: View, pasted: str, what: What) -> None:
    """And another one is another number, in words as well; neither is word for word."""
    found = compare(view, pasted)
    assert found.verdict is Verdict.ALMOST
    assert [one.what for one in found.places[0].differences] == [what]


def test_of_two_places_as_near_that_with_the_same_number_is_meant(tmp_path: Path) -> None:
    """Whichever comes first."""
    opened = open_library(tmp_path / "library")
    texts = [from_text(f"A berth costs {n} crowns a night.", doc_id=str(n)) for n in (14, 17, 20)]
    build(opened, texts, BagEncoder(), replace=True)
    with closing(opened.open()) as view:
        (place,) = compare(view, "A berth costs seventeen crowns a night.").places
    assert place.document.doc_id == "17"


@pytest.mark.parametrize(
    ("pasted", "apart"),
    [
        (LOAVES, ()),
        (f"„{LOAVES}“", ()),
        (LOAVES.replace(" ", "\u00a0\n"), ()),
        (LOAVES.lower(), (Apart.CAPITALS,)),
        ("a broken dough-scraper", (Apart.HYPHENS,)),
        ("les enfants ne paient pas damende", ()),
        ("bibliothèque de Saint Vran ouvrira", (Apart.HYPHENS,)),
        ("la bibliotheque de Saint-Vran ouvrira", (Apart.ACCENTS,)),
        ("la biblio\u200bthèque de Saint-Vran ouvrira", ()),
        ("تَبدأ الدورة الجديدة يوم الأحد", (Apart.ACCENTS,)),
        ("تبـدأ الدورة الجديدة يوم الأحد", (Apart.ACCENTS,)),
        ("The affected loaves … were sold between 3 and 6 March", (Apart.ELLIPSIS,)),
    ],
)
def test_what_is_no_word_is_told_apart(view: View, pasted: str, apart: tuple[Apart, ...]) -> None:
    """Quotation marks, hyphens, spaces, capitals, accents, ellipses."""
    found = compare(view, pasted)
    assert found.verdict is Verdict.VERBATIM
    assert found.places[0].apart == apart


@pytest.mark.parametrize(
    "pasted",
    [
        "Other sizes and the rye loaf are […] affected.",  # hides a "not"
        "Заливайте молоко или газированную воду.",  # begins after one
        "Un retard coûte 10 centimes … 12 euros par an",
        "Other sizes and the rye loaf are nut affected.",
        "un jeu de societé pour deux semaines désormais",
        "blue plastic from abroken dough scraper",
        "500 g seeded loaf",
        "Seeded loaf because some packs may contain 800 g",
        "He called: “Customers should not eat the bread” and they can return it to no shop",
    ],
)
def test_tricks_are_not_called_true(view: View, pasted: str) -> None:
    """Words that are all there, and do not say what the text says."""
    assert compare(view, pasted).verdict is not Verdict.VERBATIM


RULES = [
    "No dogs are allowed on the lawn. Cyclists must not ride\non the jetty."
    " A berth costs £14 a night. The boat house is on the third pier."
    " Anglers never keep small fish here.",
    "Üyeler sıkım ücreti ödemez. Depoyu geceleri kilitlemeyiz. Yağ hiçbir zaman karıştırılmadı."
    " Ürün bu yıl gelmeyecek.",
    "يفتح المتحف حتى الساعة الرابعة. لا يُسمح بالتصوير في القاعة الزرقاء.",
    "Сад открывается в третью субботу мая.",
    "Adults take 5-10 mg twice a day. The period is 1914–1918. Stop if x < 5 and y > 9 at once.",
]


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    """Texts in which one word turns everything."""
    with told(RULES, tmp_path_factory.mktemp("rules")) as view:
        yield view


@pytest.mark.parametrize(
    "pasted",
    [
        "Adults take 510 mg twice a day.",
        "The period is 19141918.",
        "Stop if x > 5 and y < 9 at once.",
        "Stop if x 5 and y 9 at once.",
    ],
)
def test_numbers_that_are_run_together_or_turned_round_are_others(
    rules: View, pasted: str
) -> None:
    """Of a range one number, of "less" "more"."""
    assert compare(rules, pasted).verdict is Verdict.ALMOST


@pytest.mark.parametrize(
    ("pasted", "what", "stored"),
    [
        ("dogs are allowed on the lawn", What.NEGATION, "No"),
        ("ride on the jetty", What.NEGATION, "not"),
        ("keep small fish here", What.NEGATION, "never"),
        ("يُسمح بالتصوير في القاعة الزرقاء", What.NEGATION, "لا"),
        ("Üyeler sıkım ücreti öder", What.NEGATION, "ödemez"),
        ("Depoyu geceleri kilitleriz", What.NEGATION, "kilitlemeyiz"),
        ("Yağ her zaman karıştırıldı", What.NEGATION, "hiçbir"),
        ("Ürün bu yıl gelecek", What.NEGATION, "gelmeyecek"),
        ("A berth costs $14 a night", What.NUMBER, "£"),
        ("The boat house is on the fourth pier", What.NUMBER, "third"),
        ("Сад открывается в четвёртую субботу мая", What.NUMBER, "третью"),
        ("يفتح المتحف حتى الساعة الخامسة", What.NUMBER, "الرابعة"),
        ("Cyclists must not ride on the quay wall", What.WORDS, "jetty"),
    ],
)
def test_the_word_that_turns_it_is_told_first(
    rules: View, pasted: str, what: What, stored: str
) -> None:
    """Also where it is all that is missing, and in languages that say it inside a word."""
    found = compare(rules, pasted)
    assert found.verdict is Verdict.ALMOST
    first = found.places[0].differences[0]
    assert (first.what, first.stored.of(found.places[0].document.text)) == (what, stored)


@pytest.mark.parametrize(
    "pasted",
    [
        "on the lawn",
        "Cyclists must not ride on the jet-\nty.",
        "A berth costs £14 a night. 🌊 #berth https://example.org/berth?a=1",
        "@harbour The boat house is on the third pier.",
    ],
)
def test_what_stands_there_is_called_so(rules: View, pasted: str) -> None:
    """With links and tags around it, parted at the end of a line."""
    assert compare(rules, pasted).verdict is Verdict.VERBATIM


@pytest.mark.parametrize(
    "message",
    [
        f"The Gazette writes: “{LOAVES}” — is that so?",
        f"{LOAVES}.\n— Harlow Mill Bakery · 6 March\n\nconfidence 80%",
        f"> {LOAVES}",
    ],
)
def test_a_quote_is_found_in_a_message(view: View, message: str) -> None:
    """What is said around it is not compared."""
    found = compare(view, message)
    assert found.verdict is Verdict.VERBATIM
    assert found.places[0].text == LOAVES


def test_of_several_quotes_those_that_are_nowhere_are_told(view: View) -> None:
    """In the terminal and in JSON; and the parts of one, too."""
    false = "Pineapple pizza has many calories"
    for paste in (f"“{false}” but “{LOAVES}”", f"{LOAVES} […] {false}"):
        found = compare(view, paste)
        assert found.verdict is Verdict.ALMOST
        assert [one.of(found.paste) for one in found.absent] == [false]
        shown = render_verified(found, view, colour=False)
        assert shown.endswith(f"Not in these texts: “{false}”")
        (span,) = verified_as_json(found)["absent"]
        assert paste[slice(*span)] == false
    assert compare(view, LOAVES).absent == ()


def test_the_same_words_in_several_places(view: View) -> None:
    """Each is given, at most five."""
    assert len(compare(view, "the").places) == 5


def test_a_paste_that_is_too_long_is_refused(view: View) -> None:
    """As a whole, with its length and what to do; of the longest every word is compared."""
    paste = f"{LOAVES} ".ljust(LONGEST_PASTE - 3, "x") + "not"
    assert compare(view, paste).verdict is not Verdict.VERBATIM
    with pytest.raises(PasteTooLong, match=r"16,001 .* at most 16,000 .* part by part"):
        compare(view, f"{paste}!")
    assert compare(view, f"{paste}   ").paste == paste  # what is compared is counted


@pytest.mark.parametrize("nothing", ["", "“”", "…", "?!"])
def test_without_words_nothing_stands_anywhere(view: View, nothing: str) -> None:
    """And nothing fails."""
    assert compare(view, nothing).verdict is Verdict.ABSENT


def test_a_place_is_shown_with_its_sentence_and_its_differences(view: View) -> None:
    """Lost and added words are marked, and what is left out."""
    found = compare(view, "the rye loaf are very affected")
    (place,) = found.places
    shown = list(pieces(found.paste, place, sentence_around(view, place)))
    assert "".join(one.text for one in shown if one.mark is not Mark.ADDED) .rstrip(" ") in (
        "Other sizes and the rye loaf are not affected.",
        "Other sizes and the rye loaf are not  affected.",
    )  # fmt: skip
    assert [one.text for one in shown if one.mark is Mark.LOST] == ["not"]
    assert [one.text for one in shown if one.mark is Mark.ADDED] == ["very"]
    assert shown[0] == (Mark.AROUND, "Other sizes and ")
