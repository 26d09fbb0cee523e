"""Source code, settings and logs keep every line, and none of them is anything but a line."""

import pytest

from tests.index.sources.made import only

PYTHON = b'''#!/usr/bin/python3
"""Fees of the harbour."""

import os
# Is it a yacht?
- 1

=====
fee = 2 * 3 * 4
'''
TWO = b"---\nname: North pier\nfee: 40\n---\nname: South pier\n  # Fees\nfee: 50\n"
LOG = b"""2024-05-06 10:00:01 INFO Boat 37 arrived at the north pier, third ring
2024-05-06 10:00:02 WARN No mooring is free at the north pier, boat 38
and its crew waits outside
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "data"),
    [("fees.py", PYTHON), ("fees.yaml", TWO), ("a/fees.yml", TWO), ("harbour.log", LOG)],
)
def test_every_line_is_kept(name: str, data: bytes) -> None:
    """What looks like a heading, a question, an item, a rule or front matter in a text too."""
    found = only(name, data)
    lines = [line for line in data.decode().split("\n") if line.strip()]
    assert [line for line in found.text.split("\n") if line] == lines
    assert {block.kind for block in found.blocks} == {"code"}
    assert found.title == name.rpartition("/")[2]


@pytest.mark.slow
def test_a_line_is_what_is_quoted() -> None:
    """None goes on in the next, though it has room or ends in a comma."""
    from index.text import split

    found = only("harbour.log", LOG)
    told = [found.text[one.start : one.end] for part in split(found) for one in part.sentences]
    assert told == LOG.decode().strip().split("\n")


@pytest.mark.slow
def test_a_name_makes_no_code_of_a_page() -> None:
    """What begins as a mail or a PDF is that."""
    mail = b"Message-ID: <a@b>\nSubject: Fees\n\nThe fee is ten crowns.\n"
    assert only("fees.log", mail).title == "Fees"
