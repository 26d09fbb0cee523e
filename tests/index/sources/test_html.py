"""Pages become their articles, with what they state of themselves."""

import pytest

from index.sources.html import read
from index.sources.loader import Extracted, File
from index.sources.markup import fragment
from index.text import Part
from tests.in_words import in_words
from tests.index.sources.made import PAGE, only

PROSE = (
    "<p>The harbour was dug by hand in three summers, and forty boats found room in it.</p>"
    "<p>Its pier burnt down in 1893 and was never built again, for nobody had the money.</p>"
    "<p>Today the council lets berths to visitors, who pay by the metre and the night.</p>"
)


def page(body: str, head: str = "", url: str | None = None, language: str = "en") -> Extracted:
    """What the loader makes of a page."""
    markup = f"<!doctype html><html lang={language}><head>{head}</head><body>{body}</body></html>"
    (found,) = read(File("page.html", markup.encode(), url))
    return found


def texts(found: Extracted) -> list[str]:
    """The blocks' texts."""
    return [part.text for part in found.parts]


def test_page_keeps_the_article_only() -> None:
    """Title, date and language are found; menu, banner and footer are gone."""
    document = only("fleuve.html", PAGE.encode())
    assert (document.title, document.date, document.language) == ("Le fleuve", "2024-05-06", "fr")
    assert "fleuve et de son histoire, avec beaucoup de mots.\n\nLes ponts\n\n" in document.text
    assert "ponts, & de ceux" in document.text
    for boilerplate in ("Accueil", "cookies", "légales"):
        assert boilerplate not in document.text


def test_nothing_inside_the_article_is_lost() -> None:
    """Short paragraphs, tables, captions, lists and terms between the prose, in order."""
    extra = (
        "<p>Noon.</p><figure><img alt=x><figcaption>The pier in 1890</figcaption></figure>"
        "<table><tr><th>Boat</th><th>Fee</th></tr><tr><td>6 m</td><td>12</td></tr></table>"
        "<dl><dt>Berth</dt><dd>A place.</dd></dl><p><a href='/f'>The form</a></p>"
    )
    found = page(
        f"<nav><a href=/>Home</a> <a href=/x>All</a></nav><div>{PROSE}{extra}{PROSE}</div>"
    )
    middle = [
        "Noon.",
        "The pier in 1890",
        "Boat | Fee",
        "6 m | 12",
        "Berth",
        "A place.",
        "The form",
    ]
    assert texts(found)[3:-3] == middle
    assert "Home" not in texts(found)


def test_what_stands_in_the_article_but_is_none_of_it() -> None:
    """Links to share it, to others like it, and what readers wrote below."""
    aside = (
        "<div class=share><a href=/t>Tell a friend</a></div>"
        "<ul><li><a href=/1>Older news</a><li><a href=/2>Newer news</a><li><a href=/3>All</a></ul>"
        "<section id=comments><p>I was there when the pier burnt, what a sight.</p></section>"
    )
    assert len(texts(page(f"<article>{PROSE}{PROSE}{aside}</article>"))) == 6


MADE = [
    "<section id=pagination><h2>Pagination</h2><p>Fifty a page.</p></section>",
    "<section id=comments><h2>3.1 Comments</h2><p>After a semicolon.</p></section>",
    "<div id=related-work class='section level2'><h2>Related work<a href=#related-work>¶</a></h2>"
    "<p>Smith did the same.</p></div>",
    "<section id=cookies-1><h2>Cookies</h2><p>Thirty days.</p></section>",
    "<section id=reseau-social><h2>Réseau social</h2><p>Il est fermé.</p></section>",
    "<h2 id=comments>Comments</h2><p>After a semicolon.</p>",
    "<h3 id=social-media>Social media</h3><p>Nobody posts.</p>",
    "<section id=login><h2>Login</h2><p>By a key.</p></section>",
    "<h2 id=navigation>Navigation</h2><p>By the stars.</p>",
    "<dl><dt id=term-cookies>cookies</dt><dd>Baked.</dd></dl>",
]


@pytest.mark.parametrize("made", MADE)
def test_an_id_that_is_made_of_a_heading_says_nothing(made: str) -> None:
    """Programs make them of the headings that people write, whatever these are about."""
    whole = fragment(f"{PROSE}{made}{PROSE}")[0]
    found = texts(page(f"<main><article>{PROSE}{made}{PROSE}</article></main>"))
    assert found == [part.text for part in whole]
    assert len(found) == 8


@pytest.mark.parametrize(
    ("aside", "kept"),
    [
        ("<aside class='footnote brackets' role='doc-footnote'><span class=label>[<a role="
         "doc-backlink href='#id1'>1</a>]</span><p>Children pay nothing, see "
         "<a href='/law'>the law of the harbour</a>.</p></aside>",
         ["[1] Children pay nothing, see the law of the harbour."]),
        ("<aside class=topic><p class=topic-title>Storms</p><p><a href='#gate'>The gate</a> is "
         "shut.</p></aside>", ["Storms", "The gate is shut."]),
        ("<aside class=sidebar><p class=sidebar-title>Storms</p><p>It is shut.</p></aside>",
         ["Storms", "It is shut."]),
        ("<aside role=note><p>See <a href='/law'>the law</a>.</p></aside>", ["See the law."]),
        ("<aside><p>Children under twelve pay nothing; see <a href='/x'>the law</a>.</p></aside>",
         ["Children under twelve pay nothing; see the law."]),
        ("<section class=footnotes><ol><li><a href=/1>The law of it</a><li><a href=/2>The log</a>"
         "<li><a href=/3>A book of boats</a></ol></section>",
         ["The law of it", "The log", "A book of boats"]),
    ],
)  # fmt: skip
def test_an_aside_of_the_text_is_text(aside: str, kept: list[str]) -> None:
    """Notes, and boxes that tell more, though they have a link in them."""
    found = page(f"<main><article>{PROSE}{PROSE}{aside}</article></main>")
    assert texts(found)[6:] == kept
    assert in_words(found.left_out) == ()


def test_an_aside_that_leads_elsewhere_is_none_and_told_if_it_tells_something() -> None:
    """What it tells beside its links is lost; links alone say nothing."""
    links = "<a href=/1>A quay of stone</a> <a href=/2>A boat of oak</a>"
    for prose, told in (("", ()), ("<p>The town has built both.</p>", ("an aside",))):
        found = page(f"<article>{PROSE}{PROSE}<aside>{prose}<p>{links}</p></aside></article>")
        assert len(texts(found)) == 6
        assert in_words(found.left_out) == told


def test_of_a_short_page_little_is_beside_it() -> None:
    """Links and who wrote it are most of what it says; its footer says nothing."""
    short = (
        "<p>Open.</p><p class=meta>By Anna</p><ul><li><a href=/a>Boats</a></ul><footer>©</footer>"
    )
    assert texts(page(short)) == ["Open.", "By Anna", "Boats"]


def test_a_page_without_prose_is_read_too() -> None:
    """Of a page that is a table, the table."""
    table = "<table><tr><td>Monday</td><td>10</td><td>17</td></tr></table>"
    assert page(table).parts == (Part("Monday | 10 | 17", "row"),)


@pytest.mark.parametrize(
    ("head", "top", "url", "title"),
    [
        ("<title>The pier | City Museum</title>", "", None, "The pier"),
        ("<title>City Museum: news</title>", "<h1>The pier</h1>", None, "City Museum: news"),
        ("<title>The pier - City Museum</title>", "<h1>The pier</h1>", None, "The pier"),
        ("<title>Piers — Harbour documentation</title>", "<h1>Piers</h1>", None, "Piers"),
        ("<title>Piers — a history</title>", "<h1>Our piers</h1>", None, "Piers — a history"),
        (
            "<title>City Museum</title><meta property=og:site_name content='City Museum'>",
            "<h1>The pier</h1>",
            None,
            "The pier",
        ),
        ("<title>The pier – citymuseum</title>", "", "https://citymuseum.example/a", "The pier"),
        (
            "<title>x</title><meta property=og:title content='A pier - or a quay?'>",
            "",
            None,
            "A pier - or a quay?",
        ),
        ("", "<svg><title>Menu</title></svg><h1>The pier</h1>", None, "The pier"),
    ],
)
def test_the_title_is_the_pages(head: str, top: str, url: str | None, title: str) -> None:
    """Not the name of the site, however the two are joined."""
    assert page(f"<div>{top}{PROSE}</div>", head, url).title == title


@pytest.mark.parametrize(
    ("head", "body", "url", "day"),
    [
        ("", "<footer>Copyright 1998-2015 Museum</footer>", None, None),
        ("", "<p>The fair of 5 May 2019 was the last of its kind in this town.</p>", None, None),
        ("", "<p>It was opened on <time>9 May 1934</time> by two pilots.</p>", None, None),
        ("<meta name=copyright content='2001-02-03'>", "", None, None),
        ("<meta property=article:published_time content=2024-05-06T10Z>", "", None, "2024-05-06"),
        ("", "<p>Published <time datetime=2024-05-06>6 May</time></p>", None, "2024-05-06"),
        (
            "",
            "<div><time>2024-05-06</time></div><div><time>2023-01-02</time></div>",
            None,
            None,
        ),
        ("", "<table><tr><td>Founded <i class=published>1998-09-04</i></table>", None, None),
        ("", "<div class='status-publish hentry'>27. November 2016 15:00</div>", None, None),
        ("", "<div class=published-on>27 November 2016</div>", None, "2016-11-27"),
        ("", "", "https://harbour.example/2024/05/06/pier", "2024-05-06"),
        (
            '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "comment": '
            '{"@type": "Review", "datePublished": "2001-01-01"}, "datePublished": "2024-05-06"}]}'
            "</script>",
            "",
            None,
            "2024-05-06",
        ),
    ],
)  # fmt: skip
def test_the_day_is_stated_or_none(head: str, body: str, url: str | None, day: str | None) -> None:
    """Not a year of the copyright, nor a day that the text tells of."""
    assert page(f"<div>{PROSE}{body}</div>", head, url).date == day


def test_the_language_is_that_of_the_text() -> None:
    """Whatever the page says of itself."""
    wrong = f"<html lang=de><body>{PROSE}</body></html>"
    assert only("page.html", wrong.encode()).language == "en"


@pytest.mark.parametrize(
    ("data", "charset"),
    [
        ("<meta charset=iso-8859-1><p>Das Café am Hafen „öffnet“".encode("cp1252"), None),
        ("<p>Das Café am Hafen „öffnet“".encode("cp1252"), "iso-8859-1"),
        ("<meta charset=iso-8859-1><p>Das Café am Hafen „öffnet“".encode(), None),
        ("<p>Das Café am Hafen „öffnet“".encode("utf-16"), None),
    ],
)
def test_letters_are_what_they_are(data: bytes, charset: str | None) -> None:
    """By the mark, as UTF-8 if it is that, as declared by the page or by its server."""
    (found,) = read(File("page.html", data, None, charset))
    assert texts(found) == ["Das Café am Hafen „öffnet“"]


def test_a_soft_hyphen_is_no_letter() -> None:
    """It only says where a word may break."""
    markup = f"<p>Die Hafen&shy;gebühr beträgt zwölf Kronen.</p>{PROSE}"
    assert only("page.html", markup.encode()).text.startswith("Die Hafengebühr beträgt")


def test_what_a_class_of_the_whole_page_says_is_said_of_its_parts() -> None:
    """A page with a sidebar is none itself."""
    markup = (
        f"<html><body class='one-sidebar sidebar-first'><p class=intro>The harbour is old.</p>"
        f"<div>{PROSE}</div><div class=sidebar><a href=/>Home</a></div></body></html>"
    )
    (found,) = read(File("page.html", markup.encode()))
    assert texts(found)[0] == "The harbour is old."
    assert "Home" not in texts(found)


def test_terms_are_of_the_article() -> None:
    """When a fair begins is no byline, though its box be called one; who is quoted is told."""
    terms = "<div class=event-meta><dl><dt>Begins:</dt><dd>13 May, 11:00</dd></dl></div>"
    quoted = "<blockquote>It burnt.<footer>A keeper</footer></blockquote>"
    found = texts(page(f"<div>{terms}{PROSE}{quoted}</div><footer>Made by us</footer>"))
    assert [found[0], found[1], *found[-2:]] == [
        "Begins:",
        "13 May, 11:00",
        "It burnt.",
        "A keeper",
    ]


@pytest.mark.parametrize(
    ("box", "to", "kept"),
    [("toc", "ch1.html", True), ("list", "#c", True), ("list", "/news/", False)],
)
def test_what_is_in_a_document_is_said_by_its_table_of_contents(
    box: str, to: str, kept: bool
) -> None:
    """Links to other pages are none of it, unless they are called its contents."""
    chapters = ("Of piers", "Of lamps", "Of the boats in winter", "Of fees and who pays them")
    items = "".join(f'<li><a href="{to}{at}">{one}</a></li>' for at, one in enumerate(chapters))
    prose = f"<p>{'The harbour is open to all boats that carry a lamp at night. ' * 12}</p>"
    page = (
        f"<body><div><h1>Rules</h1>{prose}<div class='{box}'><ul>{items}</ul></div>{prose}</div>"
    )
    text = only("a.html", f"<html>{page}</body></html>".encode()).text
    assert [one in text for one in chapters] == [kept] * 4


def test_a_slash_too_many_does_not_end_the_page() -> None:
    """Browsers pass over it."""
    markup = f"<!doctype html><html lang=en /><head></head><body />{PROSE}</body></html>"
    (found,) = read(File("page.html", markup.encode()))
    assert len(found.parts) == 3
