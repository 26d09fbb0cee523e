"""What was changed from one text to another, in words."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from index.wording import changes, counted, marked, words_of

BEFORE = "Fees\n\nThe fee is ten crowns for each day. Nobody pays it twice.\n\nA part that goes."
AFTER = "Fees\n\nThe fee is twelve crowns each day. Nobody pays it twice."


def _shown(before: str, after: str) -> list[str]:
    return list(marked(before, after, changes(before, after)))


def test_each_change_is_placed_in_both_texts() -> None:
    """Changed, lost, and a whole paragraph; what stays is in none."""
    found = changes(BEFORE, AFTER)
    assert [(one.before.of(BEFORE), one.after.of(AFTER)) for one in found] == [
        ("ten", "twelve"),
        ("for", ""),
        ("A part that goes", ""),
    ]
    assert counted(BEFORE, AFTER, found) == (1, 6)


def test_changes_are_shown_like_wdiff_does() -> None:
    """Those side by side in one line, with words around; what is far apart in several."""
    assert _shown(BEFORE, AFTER) == [
        "The fee is [-ten-] {+twelve+} crowns [-for-] each day. Nobody pays it twice"
        " [-A part that goes-]."
    ]
    middle = " ".join(f"word{n}" for n in range(100))
    shown = _shown(f"One {middle} two", f"Three {middle} four")
    assert shown[0].startswith("[-One-] {+Three+} word0 word1")
    assert shown[0].endswith(" …")
    assert shown[1].startswith("… ")
    assert shown[1].endswith("word99 [-two-] {+four+}")


def test_marks_and_spaces_alone_are_no_change() -> None:
    """Capitals and accents are."""
    assert changes("The “cat”,  he said.", "The 'cat' he\nsaid!") == []
    assert len(changes("The cat. Été.", "the cat. Ete.")) == 2
    assert changes("", "") == []
    assert _shown("", "New words") == ["{+New words+}"]
    assert _shown("Old words", "") == ["[-Old words-]"]
    assert _shown("Old words. The cat.", "The cat.") == ["[-Old words-] The cat."]


def test_a_text_too_long_to_be_compared_is_one_change() -> None:
    """In no time: a rare case, and better than an hour."""
    one = " ".join(str(n) for n in range(30_000))
    other = " ".join(str(n * 7) for n in range(1, 30_000))
    assert len(changes(one, other)) == 1


@given(st.integers(0, 10_000))
def test_what_is_changed_makes_the_one_text_the_other(seed: int) -> None:
    """Put in place, the words of the changes give the words of the text after."""
    random = Random(seed)
    before, after = (
        "".join(random.choice(["a", "b", "Ç", " ", ". ", "\n", "\n\n", "12"]) + " "
                for _ in range(random.randrange(30)))
        for _ in range(2)
    )  # fmt: skip
    made, at = "", 0
    for one in changes(before, after):
        made += f"{before[at : one.before.start]} {one.after.of(after)} "
        at = one.before.end
    made += before[at:]
    assert [one.cased for one in words_of(made)] == [one.cased for one in words_of(after)]
