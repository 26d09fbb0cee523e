"""Results into a page of docs: a command replaces its own section, what people wrote stays."""

from pathlib import Path

from index.evaluation.figures import provenance


def write_section(page: Path, name: str, lines: str) -> None:
    """Put `lines` between the page's marks of that name, or with new marks at its end.

    The section says by itself which commit and machine it is of. Raises OSError.
    """
    start, end = f"<!-- {name}: made by a command -->", f"<!-- end of {name} -->"
    found = provenance()
    versions = ", ".join(f"{package} {version}" for package, version in found["versions"].items())
    said = (
        f"Commit {found['commit']}, {found['time']}, {found['machine']}, "
        f"Python {found['python']}, {versions}."
    )
    section = f"{start}\n{said}\n\n{lines.strip()}\n{end}"
    text = page.read_text(encoding="utf-8") if page.exists() else ""
    before, mark, rest = text.partition(start)
    after = rest.partition(end)[2] if mark else "\n"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(before + section + after, encoding="utf-8")
