"""Word files: what stands in them, in order."""

import pytest

from tests.index.sources.made import docx_file, only


@pytest.mark.slow
def test_a_report_becomes_its_paragraphs() -> None:
    """Headings and rows of tables among them, in order."""
    report = only("r.docx", docx_file())
    assert (report.title, report.text) == (
        "Rapport",
        "Un\n\nM. Dupont est venu hier.\n\nPrix | 12 €",
    )
