"""What style sheets hide and strike out, as browsers read them."""

import pytest

from index.sources.css import Styles
from index.sources.css.rules import rules_of
from index.sources.markup import fragment
from index.sources.tree import page_tree


def shown(sheet: str, markup: str) -> str:
    """All that is taken of the page, in one line."""
    parts, _ = fragment(f"<style>{sheet}</style><div>{markup}</div>")
    return " ".join(part.text for part in parts)


HIDE = "{display:none}"


@pytest.mark.parametrize(
    ("sheet", "markup", "text"),
    [
        (f"[data-x=old]{HIDE}", "<p data-x=old>A<p>B", "B"),
        (f"p:not(:first-child){HIDE}", "<p>A<p>B", "A"),
        (f":is(.x, .y) b{HIDE}", "<p class=y>A <b>B</b>", "A"),
        (f"h2 + p{HIDE}", "<h2>A</h2><p>B<p>C", "A C"),
        (f".x ~ p{HIDE}", "<p>A<p class=x>B<p>C<p>D", "A B"),
        (f"p:first-child{HIDE}", "<p>A<p>B", "B"),
        (f"p:nth-child(2n){HIDE}", "<p>A<p>B<p>C<p>D", "A C"),
        (f"div:has(> i) p{HIDE}", "<div><i>A</i><p>B</div><div><p>C</div>", "A C"),
        (f".md\\:x{HIDE}", "<p class='md:x'>A<p>B", "B"),
        (f"P.x{HIDE}", "<p class=x>A<p>B", "B"),
        (f".x::before{HIDE}", "<p class=x>A", "A"),
    ],
)
def test_selectors_are_read_as_browsers_read_them(sheet: str, markup: str, text: str) -> None:
    """Not only elements, classes and ids."""
    assert shown(sheet, markup) == text


@pytest.mark.parametrize(
    ("sheet", "markup", "text"),
    [
        (".x{display:block!important}", "<p class=x style='display:none'>A", "A"),
        (".x{display:block!important}", "<p class=x style='display:none!important'>A", ""),
        (".x{display:none!important}", "<p class=x style='display:block'>A", ""),
        (".x{display:none!important;display:block}", "<p class=x>A", ""),
        (f"p.x{HIDE}.x{{display:block}}", "<p class=x>A", ""),
        (
            f".n{{display:block}}.old .n{HIDE}",
            "<div class=old><p class=n>A</div><p class=n>B",
            "B",
        ),
        (f"li{{display:block}}li.x{HIDE}", "<ul><li class=x>A<li>B</ul>", "B"),
        (f".x{{display:block}}@layer a{{p.x{HIDE}}}", "<p class=x>A", "A"),
        (f"@layer a{{.x{HIDE}}}", "<p class=x>A", ""),
        (".x{display:block}", "<p class=x hidden>A", "A"),
        (f"[hidden]{HIDE}", "<p hidden>A", ""),
        ("", "<p style='display:none;display:block'>A", "A"),
    ],
)
def test_of_rules_that_differ_one_holds(sheet: str, markup: str, text: str) -> None:
    """The important one, then the element's own, the more specific, the last."""
    assert shown(sheet, markup) == text


@pytest.mark.parametrize(
    ("sheet", "markup", "text"),
    [
        (".x{color red;display:none}", "<p class=x>A", ""),
        (".x{color red display:none}", "<p class=x>A", "A"),
        (".x{display:/* a */none}", "<p class=x>A", ""),
        (".x{d\\69splay:none}", "<p class=x>A", ""),
        (".x{display:none;display:block\\9}", "<p class=x>A", ""),
        (".x{display:none;*display:inline}", "<p class=x>A", ""),
        (".x{content:';display:none;'}", "<p class=x>A", "A"),
        (f".y{{background:url(data:a;b{{}}c)}}.x{HIDE}", "<p class=x>A", ""),
        (f".x, .y:foo{HIDE}", "<p class=x>A", "A"),
        (f"a|b, .x{HIDE}.y{HIDE}", "<p class=x>A<p class=y>B", "A"),
        (f"}} .x{HIDE}", "<p class=x>A", "A"),
        (".x{display:none", "<p class=x>A", ""),
        (f"@import url(a.css);.x{HIDE}", "<p class=x>A", ""),
        (f"@keyframes k{{p{HIDE}}}", "<p>A", "A"),
        ("", "<p style='/*;display:none;*/color:red'>A", "A"),
        ("", "<p style='display:/**/none'>A", ""),
        (".b{color:red;.x{display:none}}", "<p class=x>A<div class=b><p class=x>B</div>", "A"),
        (".b{&.x{display:none}}", "<p class='b x'>A<p class=b>B", "B"),
        (".x{@media screen{display:none}}", "<p class=x>A", ""),
    ],
)
def test_what_is_broken_or_nested_is_read_as_browsers_read_it(
    sheet: str, markup: str, text: str
) -> None:
    """No more and no less of a sheet is passed over."""
    assert shown(sheet, markup) == text


@pytest.mark.parametrize(
    ("sheet", "text"),
    [
        (f"@media print, screen{{.x{HIDE}}}", ""),
        (f"@media only screen{{.x{HIDE}}}", ""),
        (f"@media not print{{.x{HIDE}}}", ""),
        (f"@media (min-width:40em){{.x{HIDE}}}", ""),
        (f"@media screen and (width >= 600px){{.x{HIDE}}}", ""),
        (f"@media not all and (min-width:600px){{.x{HIDE}}}", "A"),
        (f"@media (hover){{.x{HIDE}}}", "A"),
        (f".x{HIDE}@media print{{.x{{display:block}}}}", ""),
        (f".x{HIDE}@media (min-width:600px){{.x{{display:block}}}}", "A"),
        (f".x{HIDE}@media only screen and (max-width:600px){{.x{{display:block!important}}}}", ""),
        (f".x{HIDE}@media (prefers-reduced-motion){{.x{{display:block}}}}", "A"),
        (f"@supports (display:grid){{.x{HIDE}}}", ""),
        (f"@supports not (display:grid){{.x{HIDE}}}", "A"),
        (f"@container (min-width:1px){{.x{HIDE}}}", "A"),
    ],
)
def test_a_page_is_read_as_on_a_desk(sheet: str, text: str) -> None:
    """Not as on paper, nor on a telephone; where nobody can say, what may be shown is text."""
    assert shown(sheet, "<p class=x>A") == text


@pytest.mark.parametrize(
    ("sheet", "markup"),
    [
        (f".s{HIDE}.m:hover .s{{display:block}}", "<div class=m><p class=s>A</div>"),
        (f"ul ul{HIDE}li:hover > ul{{display:block}}", "<ul><li><ul><li>A</ul></ul>"),
        (f".a{HIDE}.open .a{{display:block}}", "<p class=a>A"),
        (f".a{HIDE}.a.open{{display:block}}", "<p class=a>A"),
        (f"input:not(:checked) ~ p{HIDE}", "<input type=checkbox><p>A"),
        (f".a:not(:target){HIDE}", "<p class=a>A"),
        (f".collapse:not(.show){HIDE}", "<p class=collapse>A"),
        (f"[aria-expanded=false] + p{HIDE}", "<a aria-expanded=false></a><p>A"),
    ],
)
def test_what_a_press_shows_is_text(sheet: str, markup: str) -> None:
    """By a state of the element, or by a class that it or what is around it does not have yet."""
    assert shown(sheet, markup) == "A"


def test_all_ways_to_strike_out_are_known() -> None:
    """The shorthand in any order, and the property that says only this."""
    for said in ("text-decoration:2px red line-through wavy", "TEXT-DECORATION-LINE:LINE-THROUGH"):
        assert shown(f".x{{{said}}}", "<p class=x>A<p>B") == "B"
    colour = "text-decoration-line:line-through;text-decoration-color:red"
    assert shown(f".x{{{colour}}}", "<p class=x>A<p>B") == "B"
    assert (
        shown(".x{text-decoration:line-through;text-decoration-line:none}", "<p class=x>A") == "A"
    )


def test_sheets_that_browsers_do_not_read_are_not_read() -> None:
    """Of other kinds, and for browsers without scripts."""
    for sheet in ("<style type=text/less>.x{display:none}</style>",
                  "<noscript><style>.x{display:none}</style></noscript>"):  # fmt: skip
        assert [part.text for part in fragment(f"{sheet}<p class=x>A")[0]] == ["A"]


def test_fonts_in_a_sheet_do_not_make_it_too_long() -> None:
    """As in pages saved in one file; of what is too long, all text is taken."""
    font = f"@font-face{{src:url(data:font/woff2;base64,{'A' * 3_000_000})}}"
    assert shown(f"{font}.x{HIDE}", "<p class=x>A<p>B") == "B"
    assert shown(f".x{HIDE}{' ' * 500_000}", "<p class=x>A<p>B") == "A B"


def test_a_large_sheet_on_a_large_page_is_applied() -> None:
    """5,000 rules in 300 kB."""
    sheet = "".join(
        f".c{i} .d{i} > a:hover, .e{i} {{ color: #fff; margin: 0 {i}px auto }}\n"
        for i in range(5_000)
    )
    lines = "".join(f"<p class='c{i} f{i % 10}'>Line</p>" for i in range(3_000))
    page = page_tree(f"<style>{sheet}.f7{HIDE}</style>{lines}")
    styles = Styles(page)
    assert sum(map(styles.hides, page.iter("p"))) == 300


@pytest.mark.parametrize(
    "sheet",
    [
        f"{'.x ' * 12}.no *{HIDE}",
        f"{'* ' * 12}.no *{HIDE}",
        f"{'p:nth-child(1 of ' * 30}p{')' * 30}{HIDE}",
        f"{':not(' * 300}p{')' * 300}{HIDE}",
        f"{'a,' * 20_000}p{HIDE}",
        f"{'.x{& & & & &,& &{' * 6}display:none",
        f"{'{' * 200_000}",
        f"[\\{{x]{HIDE}",
        f"p:has(~ .no){HIDE}",
        f"x|{HIDE}",
    ],
)
def test_a_sheet_that_takes_too_long_hides_nothing(sheet: str) -> None:
    """Of one made to that end, all text is taken."""
    rules_of.cache_clear()
    deep = f"{'<b class=x>' * 500}A{'</b>' * 500}<p>B"
    assert shown(sheet, deep) == "A B"
