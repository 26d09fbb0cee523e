"""What a verdict knows of a place is all drawn: struck, added, or left out with a mark."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.verifying.marked import Mark, pieces, placed, sentence_around
from bot.verifying.verdict import compare
from index.building import build
from index.sources import from_text
from index.store import View, open_library
from tests.bot.verifying.pasted_set import library, pastes
from tests.doubles import BagEncoder

BRIDGE = (
    "The Lindholm Bridge was opened on 4 May 1987 by the mayor Anna Berg. Lorries are not"
    " allowed on it. No dogs are let in. “The market opens at six in the morning,” it says.\n\n"
    "大桥于一九八七年五月开通。"
)
SIGNS = {Mark.LOST: "[-{}-]", Mark.ADDED: "{{+{}+}}", Mark.GAP: " […] "}


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> Iterator[View]:
    """One text."""
    opened = open_library(tmp_path_factory.mktemp("bridge") / "library")
    build(opened, [from_text(BRIDGE, doc_id="bridge")], BagEncoder(), replace=True)
    with closing(opened.open()) as view:
        yield view


def _drawn(view: View, pasted: str) -> str:
    """The only place of a verdict, as wdiff would write it."""
    found = compare(view, pasted)
    (place,) = found.places
    shown = pieces(found.paste, place, sentence_around(view, place))
    return "".join(SIGNS.get(one.mark, "{}").format(one.text) for one in shown)


@pytest.mark.parametrize(
    ("pasted", "drawn"),
    [
        (
            "How true: the Lindholm Bridge was opened on 4 May 1987",
            "{+How true+} The Lindholm Bridge was opened on 4 May 1987 by the mayor Anna Berg.",
        ),
        (
            "Contrary to what they say, lorries are not allowed on it, Karl.",
            "{+Contrary to what they say+} Lorries are not allowed on it {+Karl+}.",
        ),
        (
            "They say the market opens at six in the morning",
            "“{+They say+} The market opens at six in the morning,” it says.",
        ),
        ("这座大桥于一九八七年五月开通", "{+这座+} 大桥于一九八七年五月开通。"),
        ("dogs are let in.", "[-No-] dogs are let in."),
        ("Truly dogs are let in.", "[-No-] {+Truly+} dogs are let in."),
        ("Lorries are […] allowed on it", "Lorries are […] [-not-] allowed on it."),
    ],
)
def test_each_difference_is_drawn_where_it_is(view: View, pasted: str, drawn: str) -> None:
    """Also before the first word, and where a mark hides it."""
    assert _drawn(view, pasted) == drawn


def test_all_differences_of_a_place_turn_up(
    view: View, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever is pasted: what is lost and what was added, all of it."""
    mixed = library(tmp_path_factory.mktemp("pastes") / "library", BagEncoder())
    with closing(mixed) as opened:
        for one in pastes("true", "altered", "stitched", "ellipsis"):
            for pasted in (one["text"], f"It is false that {one['text']} They all know it."):
                found = compare(opened, pasted)
                for place in found.places:
                    shown = list(pieces(found.paste, place, sentence_around(opened, place)))
                    text = place.document.text
                    lost = [one.stored.of(text) for one in place.differences if len(one.stored)]
                    added = [
                        one.pasted.of(found.paste) for one in place.differences if len(one.pasted)
                    ]
                    drawn = {
                        mark: sorted(p.text for p in shown if p.mark is mark) for mark in Mark
                    }
                    assert drawn[Mark.LOST] == sorted(lost), pasted
                    assert drawn[Mark.ADDED] == sorted(added), pasted


@pytest.mark.parametrize(
    ("pasted", "shown"),
    [
        ("damage by limescale", "It does not cover:\n\n- damage by limescale"),
        ("broken glass", "It does not cover: […] - broken glass"),
        ("The guarantee is two years", "The guarantee is two years."),
    ],
)
def test_what_introduces_a_list_is_shown_above_its_items(
    tmp_path: Path, pasted: str, shown: str
) -> None:
    """It may deny them."""
    text = (
        "The guarantee is two years.\n\nIt does not cover:\n\n"
        "- damage by limescale\n- broken glass\n"
    )
    opened = open_library(tmp_path)
    build(opened, [from_text(text, doc_id="manual")], BagEncoder(), replace=True)
    with closing(opened.open()) as view:
        found = compare(view, pasted)
        drawn = placed(view, found.paste, found.places[0])
        text = "".join(SIGNS.get(one.mark, "{}").format(one.text) for one in drawn)
    assert text == shown
