"""Pages become their articles."""

from tests.index.sources.made import PAGE, only


def test_page_keeps_the_article_only() -> None:
    """Title, date and language are found; menu, banner and footer are gone."""
    document = only("fleuve.html", PAGE.encode())
    assert (document.title, document.date, document.language) == ("Le fleuve", "2024-05-06", "fr")
    assert "fleuve et de son histoire, avec beaucoup de mots.\n\nLes ponts\n\n" in document.text
    assert "ponts, & de ceux" in document.text
    for boilerplate in ("Accueil", "cookies", "légales"):
        assert boilerplate not in document.text
