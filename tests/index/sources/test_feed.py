"""Feeds: each entry a document, with its own name, text and day."""

import pytest

from index.errors import SourceError
from index.sources import from_bytes
from index.sources.feed import read
from index.sources.loader import Extracted, File
from index.text import Part
from tests.in_words import in_words


def entries(inner: str, url: str | None = None) -> list[Extracted]:
    """What the loader makes of a feed of these items."""
    feed = (
        '<?xml version="1.0"?><rss version="2.0" xmlns:content='
        '"http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour</title>'
        f"<link>https://harbour.example/</link>{inner}</channel></rss>"
    )
    return list(read(File("feed.xml", feed.encode(), url)))


def item(body: str, more: str = "") -> str:
    """An item of a feed."""
    return f"<item>{more}<description><![CDATA[{body}]]></description></item>"


def test_an_entry_is_read_like_a_page() -> None:
    """Lines, lists, tables; no styles."""
    (found,) = entries(
        item("Ferries<br>stop.<style>p {}</style><ul><li>North</li></ul><table><tr><td>May</td>"
             "<td>10</td></tr></table>")
    )  # fmt: skip
    assert found.parts == (
        Part("Ferries\nstop."),
        Part("North", "item", 1),
        Part("May | 10", "row"),
    )


@pytest.mark.slow
def test_one_empty_entry_costs_no_other() -> None:
    """A headline by itself is a text; nothing at all is none."""
    found = entries("<item/>" + item("Open.") + "<item><title>Closed in May</title></item>")
    assert [[part.text for part in one.parts] for one in found] == [["Open."], ["Closed in May"]]
    feed = b"<rss version='2.0'><channel><item/><item><title>A</title></item></channel></rss>"
    assert [one.text for one in from_bytes("f.rss", feed)] == ["A"]
    with pytest.raises(SourceError, match="without readable entries"):
        from_bytes("f.rss", b"<rss version='2.0'><channel><item/></channel></rss>")


def test_an_entry_that_cannot_be_read_costs_no_other() -> None:
    """It is told by its name."""
    deep = item("<div>" * 3_000 + "Deep.", "<guid>77</guid>")
    first, second = entries(deep + item("Open."))
    assert (first.name, first.parts, first.why) == (
        "77", (), "its elements stand too deep in each other to be read",
    )  # fmt: skip
    assert second.parts == (Part("Open."),)


def test_links_are_whole() -> None:
    """Relative to where the feed was fetched, or to the site it names."""
    link = item("Open.", "<link>/news/1</link>")
    assert entries(link)[0].url == "https://harbour.example/news/1"
    assert entries(link, "https://other.example/feed")[0].url == "https://other.example/news/1"
    assert entries(item("Open.", "<guid>77</guid>"))[0].url is None
    whole = "<guid>https://harbour.example/77</guid>"
    assert entries(item("Open.", whole))[0].url == "https://harbour.example/77"


def test_every_entry_has_a_name_of_its_own() -> None:
    """Its link, id or title, or a sum of its text, which stays when others come and go."""
    old = item("Closed.")
    one, two, three = entries(item("Open.") + item("Full.", "<title>Berths</title>") + old)
    assert two.name == "Berths"
    assert len({one.name, three.name}) == 2
    assert entries(old)[0].name == three.name
    same = "<link>/news</link>"
    shared = entries(item("Open.", same) + item("Shut.", same) + item("Open.", same))
    assert [found.parts[0].text for found in shared] == ["Open.", "Shut."]
    assert len({found.name for found in shared}) == 2


@pytest.mark.parametrize(
    ("stated", "day"),
    [
        ("2016/6/29 15:07:41", "2016-06-29"),
        ("2024/3/5", "2024-03-05"),
        ("Di, 05 Mär", None),
        ("05.03.2024", "2024-03-05"),
        ("Tue, 05 Mar 2024 10:00:00 +0100", "2024-03-05"),
    ],
)
def test_that_day_or_none(stated: str, day: str | None) -> None:
    """Never another."""
    assert entries(item("Open.", f"<pubDate>{stated}</pubDate>"))[0].date == day


def test_markup_is_never_shown() -> None:
    """In titles, and where the feed escaped it once too often."""
    (found,) = entries(
        item("&lt;p&gt;Open.&lt;/p&gt;", "<title>The &lt;b&gt;pier&lt;/b&gt;</title>")
    )
    assert (found.title, found.parts) == ("The pier", (Part("Open."),))


def test_the_whole_rather_than_its_beginning() -> None:
    """A feed may carry a summary and the text it is the summary of."""
    whole = "<content:encoded><![CDATA[<p>The pier is open until May.</p>]]></content:encoded>"
    (found,) = entries(item("The pier is …", whole))
    assert found.parts == (Part("The pier is open until May."),)


def test_plain_text_is_no_markup() -> None:
    """Of an Atom entry that says so, unless it is markup all the same."""
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>a</id>'
        '<content type="text">Boats &lt;p&gt; 5 m pay.</content></entry></feed>'
    )
    (found,) = read(File("a.atom", feed.encode()))
    assert found.parts == (Part("Boats <p> 5 m pay."),)
    marked = feed.replace("Boats &lt;p&gt; 5 m pay.", "&lt;b&gt;Boats&lt;/b&gt; pay.")
    assert next(iter(read(File("a.atom", marked.encode())))).parts == (Part("Boats pay."),)


def test_an_element_that_is_named_is_a_word() -> None:
    """Escaped as it should be, in a text or a title, it is no markup and ends no text."""
    told = "A &lt;canvas&gt; shows the tides."
    (found,) = entries(item(told, "<title>Tides in a &lt;canvas&gt; element</title>"))
    assert found.title == "Tides in a <canvas> element"
    assert found.parts == (Part("A <canvas> shows the tides."),)
    (lines,) = entries(item("Open.", "<title>Open&lt;br&gt;until May</title>"))
    assert lines.title == "Open until May"
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>a</id><content type="xhtml">'
        '<div xmlns="http://www.w3.org/1999/xhtml">End it with &lt;/b&gt;.</div>'
        "</content></entry></feed>"
    )
    (marked,) = read(File("a.atom", feed.encode()))
    assert marked.parts == (Part("End it with </b>."),)


TIDE = "港は午前八時に開きます。潮の満ち引きを毎日お知らせします。"
MOLE = "Мол открыт с восьми часов утра, буксиры стоят у северного причала."


@pytest.mark.parametrize(
    ("said", "data", "told"),
    [
        (' encoding="Shift_JIS"', f"{TIDE}①".encode("cp932"), f"{TIDE}①"),
        (' encoding="euc-jp"', (TIDE * 2).encode("euc_jp") + b"\xff", f"{TIDE * 2}\ufffd"),
        (' encoding="utf-8"', MOLE.encode("koi8_r"), MOLE),
        ("", MOLE.encode("koi8_r"), MOLE),
        (' encoding="iso-8859-9"', "Liman açık, giriş ücretsiz.".encode("iso8859_9"),
         "Liman açık, giriş ücretsiz."),
    ],
)  # fmt: skip
def test_a_feed_is_in_the_encoding_that_its_bytes_are(said: str, data: bytes, told: str) -> None:
    """Though it declares a smaller set, another one or none, or a byte of it is damaged."""
    feed = b"".join((
        b'<?xml version="1.0"', said.encode(), b'?><rss version="2.0"><channel><item>',
        b"<description>", data, b"</description></item></channel></rss>",
    ))  # fmt: skip
    (found,) = read(File("feed.xml", feed))
    assert found.parts == (Part(told),)
    lost = told.count("\ufffd")
    named = (f"{lost} damaged letters, shown as \ufffd",) if lost else ()
    assert in_words(found.left_out) == named


def test_an_entry_is_linked_without_a_password() -> None:
    """As it says it, as the feed's own address has it, or in the place of a link."""
    feed = b"""<?xml version="1.0"?><rss version="2.0"><channel>
    <link>http://reader:s3cret@site.example/</link>
    <item><link>http://reader:s3cret@site.example/1</link><description>One.</description></item>
    <item><link>2</link><description>Two.</description></item>
    <item><guid>http://reader:s3cret@site.example/3</guid><description>Three.</description></item>
    </channel></rss>"""
    found = list(read(File("feed.xml", feed)))
    assert [one.url for one in found] == [f"http://site.example/{number}" for number in (1, 2, 3)]
    assert "s3cret" not in repr(found)
