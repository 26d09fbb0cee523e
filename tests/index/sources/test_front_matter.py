"""What stands about a text at its head, and what only looks like it."""

import pytest

from index.sources import from_text
from index.sources.front_matter import About, parted


@pytest.mark.parametrize(
    ("text", "about", "rest"),
    [
        ("---\ntitle: 'A: b'\ndate: 2024-05-06 # late\n---\nX", About("A: b", "2024-05-06"), "X"),
        (
            "---\ntitle: >\n  One\n  line\nlang: de-CH\n---\nX",
            About("One line", None, "de-CH"),
            "X",
        ),
        ("---\ntitle:\n# no date\ntags: [a, b]\n---\nX", About(), "X"),
        ('+++\ntitle = "T"\ndate = 2024-05-06T10:00:00Z\n+++\nX', About("T", "2024-05-06"), "X"),
        ("---\nLayout: post\nTitle: A\n---\nX", About("A"), "X"),
        ("---\r\nlink: https://e.org\r\n---\r\nX", About(url="https://e.org"), "X"),
        ("date 2025-10-02 En 2025", About(date="2025-10-02"), "En 2025"),
        ("Date: 2025-10-02\n\nText.", About(date="2025-10-02"), "Text."),
    ],
)
def test_metadata_is_no_text(text: str, about: About, rest: str) -> None:
    """Folded, empty and commented values, YAML and TOML, and a date by itself."""
    found, left = parted(text)
    date = found.date[:10] if found.date else None
    assert (found.title, date, found.language, found.url) == (
        about.title, about.date, about.language, about.url,
    )  # fmt: skip
    assert left == rest


@pytest.mark.parametrize(
    "text",
    [
        "---\nThe fee was raised.\n---\nIt was paid.",
        "---\nNote: the fee was raised.\n---\nIt was paid.",
        "Date: 2024-05-06 is the last day.",
        "date 2024-05-06 is the last day.",
        "---\n- a\n- b\n---\nX",
        "---\ntitle: [broken\n---\nX",
        "--- not fenced\nX",
        "---\ntitle: A\nauthor: &a Ann\nowner: *a\n---\nX",
        "---\ntitle: A\n<<: {date: 2024-05-06}\n---\nX",
        "+++\nno toml\n+++\nX",
    ],
)
def test_text_is_no_metadata(text: str) -> None:
    """It stays as it is."""
    assert parted(text) == (About(), text)


def test_lists_of_the_same_grow_no_tenfold_a_line() -> None:
    """Ten lines would take all memory there is: nothing that is said once more is read."""
    front = "title: A\nl0: &l0 {k: v}\n" + "".join(
        f"l{n}: &l{n} {{<<: [{', '.join([f'*l{n - 1}'] * 10)}]}}\n" for n in range(1, 4)
    )
    text = f"---\n{front}---\nText."
    assert parted(text) == (About(), text)
    assert from_text(text).text == f"{front}Text."
