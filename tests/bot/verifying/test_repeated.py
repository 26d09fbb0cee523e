"""Words that are repeated get the verdict of the slow, plain way, and get it soon."""

import random
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.terminal import render_verified, verified_as_json
from bot.verifying import regions
from bot.verifying.regions import MOST_SAME
from bot.verifying.verdict import compare
from bot.verifying.verified import MOST_PLACES, Verdict
from index.building import build
from index.store import View, open_library
from index.wording import Run, Stored
from tests.bot.verifying.pasted_set import told
from tests.pastes import Chance, altered_in, documents, kinds

TEXTS = [
    "0 " * 3_000,
    "Results were 0 0 0 1 0 0 0 0 2 0. " * 150,
    "The bridge was closed on Monday. " * 200,
    "a b a b a a b. " * 6,
    "b b b b a. " * 8,
]


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    """Texts that say the same again and again."""
    with told(TEXTS, tmp_path_factory.mktemp("repeated")) as opened:
        yield opened


class Slow(Stored):
    """Every run that no longer one begins, each place for each word, as they come."""

    def occurrences(self, pasted: Sequence[str], start: int = 0) -> Iterator[int]:
        """By comparing at each word."""
        for at in range(start, len(self.forms) - len(pasted) + 1):
            if list(self.forms[at : at + len(pasted)]) == list(pasted):
                yield at

    def runs(self, pasted: Sequence[str]) -> Iterator[Run]:
        """By going on from each pair of words that are the same."""
        for begin in range(len(pasted)):
            for at in range(len(self.forms)):
                if begin and at and pasted[begin - 1] == self.forms[at - 1]:
                    continue
                length = 0
                while (
                    begin + length < len(pasted)
                    and at + length < len(self.forms)
                    and pasted[begin + length] == self.forms[at + length]
                ):
                    length += 1
                if length >= 4:
                    yield Run(begin, at, length)


@given(
    st.lists(st.sampled_from(["a", "b", "A", "c", "1", "…", "a b a b", "b b b b"]), max_size=14)
)
def test_the_verdict_is_that_of_the_slow_way(view: View, pasted: list[str]) -> None:
    """With the same places and differences."""
    paste = " ".join(pasted)
    found = compare(view, paste)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(regions, "Stored", Slow)
        assert compare(view, paste) == found


PASTES = {
    "zeros": ("0 " * 2_000, Verdict.VERBATIM),
    "more zeros than there are": ("0 " * 8_000, None),
    "a letter": ("a " * 8_000, None),
    "one word": ("a" * 16_000, Verdict.ABSENT),
    "a sentence": ("The bridge was closed on Monday. " * 190, Verdict.VERBATIM),
    "too many sentences": ("The bridge was closed on Monday. " * 480, None),
    "other sentences": ("The bridge was closed on Tuesday. " * 190, Verdict.ALMOST),
    "left out": ("0 … " * 4_000, None),
    "marked": ('"0 0 0" ' * 2_000, None),
    "signs": ("的" * 16_000, Verdict.ABSENT),
    "one large number": ("9" * 16_000, Verdict.ABSENT),
    "lines": ("0\n— " * 4_000, None),
    "empty lines": ("0" + "\n \n" * 5_000 + "0", None),
    "nearly": ("0 0 0 0 3 " * 1_600, None),
}


@pytest.mark.parametrize("name", PASTES)
def test_a_verdict_comes_soon(view: View, name: str) -> None:
    """Whatever is pasted, as long as a paste may be; of the same places at most five are told."""
    pasted, wanted = PASTES[name]
    begun = time.process_time()
    found = compare(view, pasted)
    assert time.process_time() - begun < 3  # on a busy machine; a second on an idle one
    assert wanted in (None, found.verdict)
    assert len(found.places) <= MOST_PLACES
    assert not found.more or found.verdict is Verdict.STITCHED
    if found.verdict is Verdict.VERBATIM and not found.quoted:
        assert len(found.places) <= MOST_SAME


def test_of_thousands_of_places_the_first_are_told(view: View) -> None:
    """And the others are counted, in the terminal and in JSON, too."""
    found = compare(view, "The bridge was closed on Monday. " * 450)
    assert (found.verdict, len(found.places), found.more) == (Verdict.STITCHED, MOST_PLACES, 226)
    lines = render_verified(found, view, colour=False).split("\n")
    assert lines[0] == "Put together from 251 places."
    assert lines[-1] == "… and in 226 more places, not shown."
    assert verified_as_json(found)["more"] == 226


def test_numbers_of_any_length_are_compared(view: View) -> None:
    """None is too long to be another number."""
    found = compare(view, f"Results were 0 0 0 {'7' * 5_000} 0 0 0 0 2 0.")
    assert [one.what.value for one in found.places[0].differences] == ["number"]


def test_a_passage_is_told_from_others_of_the_same_sentences(tmp_path: Path) -> None:
    """Of hundreds of each sentence: word for word; where a word is other, almost, in one place."""
    library, draw = open_library(tmp_path / "library"), random.Random(2)
    build(library, documents(1_500, 4), Chance(), replace=True)
    with closing(library.open()) as opened:
        for text in kinds(opened, 20)["a passage"]:
            assert compare(opened, text).verdict is Verdict.VERBATIM
            found = compare(opened, altered_in(text, draw))
            assert found.verdict is Verdict.ALMOST, text
            assert len(found.places) == len(found.places[0].differences) == 1
