"""Markdown: what is quoted is the text as it is rendered."""

import pytest

from index.sources import from_bytes
from tests.in_words import in_words

PAGE = """---
title: Fees
date: 2024-05-06
---
The **fee** was [raised](https://e.org).[^1] <!-- by whom? -->
It is *due*
in May.

Setext
------

```
# no heading
pay()
```

The fee covers:

- water
  - by day
- `light`

1. first

| Pier | Fee |
|------|-----|
| North | 22 |

> Pay early.

---

How to pay?
===========

By card ![a card](card.png) only.

[^1]: By half.
"""


def test_blocks_as_they_are_rendered() -> None:
    """No markup, no comment, no number of a note; code and lists and rows as what they are."""
    (document,) = from_bytes("fees.md", PAGE.encode())
    assert (document.title, document.date) == ("Fees", "2024-05-06")
    found = [(b.span.of(document.text), b.kind, b.level) for b in document.blocks]
    assert found == [
        ("The fee was raised. It is due in May.", "paragraph", 0),
        ("Setext", "heading", 2),
        ("# no heading\npay()", "code", 0),
        ("The fee covers:", "paragraph", 0),
        ("water", "item", 1),
        ("by day", "item", 2),
        ("light", "item", 1),
        ("1. first", "item", 1),
        ("Pier | Fee", "row", 1),
        ("North | 22", "row", 2),
        ("Pay early.", "paragraph", 0),
        ("How to pay?", "heading", 1),
        ("By card only.", "paragraph", 0),
        ("By half.", "note", 0),
    ]


def test_signs_for_programs_are_no_text() -> None:
    """Names of headings, kinds of notes and boxes; a term is one, with what it means below it."""
    text = (
        "Fees {#fees}\n====\n\n## Piers {: .big }\n\n> [!NOTE]\n> Dogs on a lead.\n\n"
        "> [!tip]- Early\n\n:::warning\nCash {only}.\n:::\n\n:::\n\nBerth\n: A place for a boat.\n"
    )
    (document,) = from_bytes("a.md", text.encode())
    assert [(b.span.of(document.text), b.kind) for b in document.blocks] == [
        ("Fees", "heading"),
        ("Piers", "heading"),
        ("Dogs on a lead.", "paragraph"),
        ("Early", "paragraph"),
        ("Cash {only}.", "paragraph"),
        ("Berth", "item"),
        ("A place for a boat.", "item"),
    ]


def test_lists_in_lists_are_read_to_the_innermost() -> None:
    """As deep as anybody writes them."""
    text = "".join(f"{'  ' * deep}- item {deep}\n" for deep in range(30))
    (document,) = from_bytes("a.md", text.encode())
    assert document.text == "\n".join(f"item {deep}" for deep in range(30))


@pytest.mark.parametrize(("deep", "told"), [(49, 0), (99, 0), (100, 1), (400, 1)])
def test_what_stands_too_deep_is_told(deep: int, told: int) -> None:
    """A hundred quotations in each other are read; what is in more is not lost unsaid."""
    (document,) = from_bytes("a.md", f"Before.\n\n{'>' * deep} No.\n\nAfter.\n".encode())
    assert document.text == ("Before.\n\nAfter." if told else "Before.\n\nNo.\n\nAfter.")
    why = "what stands more than 100 lists or quotations deep"
    assert in_words(document.left_out) == (why,) * told
    items = "".join(f"{'  ' * one}- item {one}\n" for one in range(deep))
    (document,) = from_bytes("a.md", items.encode())
    lost = deep - len(document.text.splitlines())
    assert in_words(document.left_out) == (why,) * bool(lost)


@pytest.mark.parametrize("before", ["", "> ", "- a\n\n  "])
def test_cells_beyond_the_head_are_told(before: str) -> None:
    """No page shows them; empty ones say nothing."""
    told = ("cells beyond the columns of their table",)
    table = ["| a | b |", "|---|---|", "| 1 | 2 |", "3 | 4 \\| 5 |", "| 6 | 7 | |"]
    inner = "\n" + before.rpartition("\n")[2]
    for row, lost in (("| 8 |", ()), ("| 8 | 9 | three |", told), ("8 | 9 | three", told)):
        (document,) = from_bytes("a.md", f"{before}{inner.join([*table, row])}\n".encode())
        assert in_words(document.left_out) == lost
        assert "3 | 4 | 5\n" in document.text
        assert "three" not in document.text


def test_notes_that_nothing_refers_to_are_told() -> None:
    """Those that are written under one name are one, and the first is none."""
    told = ("notes that nothing in the text refers to",)
    notes = "[^1]: By half.\n\n[^2]: In May.\n"
    for text, lost in (
        (f"Open.[^1] Shut.[^2]\n\n{notes}", ()),
        (f"Open.[^1]\n\n{notes}", told),
        (f"Open.[^1] Shut.[^2]\n\n{notes}\n[^2]: In June.\n", told),
    ):
        assert in_words(from_bytes("a.md", text.encode())[0].left_out) == lost


def test_a_definition_without_an_address_is_text() -> None:
    """Minutes and chats name who speaks so; what leads somewhere, or remarks, is for programs."""
    text = (
        "[Anna]: Hello.\n\n[Anna]: Hello to *all*.\n\n[Anna]: No\n[Fee]: 40€ (reduced)\n"
        "[10:32]: ok\n[Time]:\nnoon\n\n> [Ben]: Yes\n> to that.\n\n- [Day]: 2025-10-03\n\n"
        'See [the guide][g] and [home].\n\n[g]: guide\n[home]: https://e.org "Home"\n'
        "[a]: a.md\n[b]: /b\n[//]: # (by whom?)\n[c]: <> (by whom?)\n[m]: mailto:a@e.org\n"
    )
    (document,) = from_bytes("a.md", text.encode())
    assert [block.span.of(document.text) for block in document.blocks] == [
        "[Anna]: Hello.",
        "[Anna]: Hello to all.",
        "[Anna]: No",
        "[Fee]: 40€ (reduced)",
        "[10:32]: ok",
        "[Time]: noon",
        "[Ben]: Yes",
        "to that.",
        "[Day]: 2025-10-03",
        "See the guide and home.",
    ]


def test_chinese_lines_go_on_without_a_space() -> None:
    """An editor's line end is none."""
    assert from_bytes("a.md", "港口从早上\n九点开放。".encode())[0].text == "港口从早上九点开放。"


def test_lines_of_questions_and_answers() -> None:
    """A line that asks stands over the next, though Markdown shows both on one line."""
    text = "**Can I pay by card?**\nYes, *all* of them.\n\nQ: When?\nA: At nine,\nor at ten.\n"
    (document,) = from_bytes("faq.md", text.encode())
    assert [(b.span.of(document.text), b.kind) for b in document.blocks] == [
        ("Can I pay by card?", "question"),
        ("Yes, all of them.", "paragraph"),
        ("When?", "question"),
        ("At nine, or at ten.", "paragraph"),
    ]
