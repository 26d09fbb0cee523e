"""A command's section in a page: replaced, and nothing else of the page."""

from pathlib import Path

from index.evaluation.pages import write_section

BEGIN, END = "<!-- speed: made by a command -->", "<!-- end of speed -->"


def test_a_section_is_put_at_the_end_then_replaced_in_its_place(tmp_path: Path) -> None:
    """What people wrote around it stays, letter for letter, and so does another section."""
    page = tmp_path / "docs" / "page.md"
    write_section(page, "speed", "fast")
    page.write_text(f"# How\n\n{page.read_text()}\nAfter it.\n\n", encoding="utf-8")
    write_section(page, "size", "| small |\n")
    write_section(page, "speed", "\nfaster\n")
    text = page.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    speed, after = rest.split(END)
    assert before == "# How\n\n"
    assert after.startswith("\n\nAfter it.\n\n<!-- size: made by a command -->\nCommit ")
    assert after.endswith("\n\n| small |\n<!-- end of size -->\n")
    said, shown = speed.strip().split("\n\n")
    assert said.startswith("Commit ")
    assert " cores, Python 3." in said
    assert shown == "faster"
