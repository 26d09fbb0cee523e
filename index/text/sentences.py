"""Sentences: where a text may be cut, in any script, without cutting abbreviations in two."""

from itertools import pairwise

import regex

from index.text.blocks import Block
from index.text.spans import Span, paragraphs, trim

# A mark that ends a sentence, with the quotes and brackets that close after it and the numbers of
# notes. A guillemet may stand off by a space, as in French; German closes with what opens in
# English.
_END = regex.compile(
    r"""(?:(?P<full>[。！？｡။។៕།༎]+)|(?P<mark>[.!?…؟۔।॥։።፧॰]+|(?<=\p{Greek}\p{M}*);))"""
    r"""(?P<close>(?:\[(?:\d{1,3}|\p{L}|\p{L}+ \d{1,3})\]|["'”’»›)\]}」』）】〉》]"""
    r"""|[\u00a0\u202f ][»›](?=\s|$)|[“‘](?=\s|$))*)"""
    r"""(?P<gap>\s*)"""
)
# A title in brackets, or speech that the sentence goes on after, as its Japanese particle says.
_NO_END = regex.compile(r"[》〉]|[」』][とっ]")
# A sentence that ends without any mark, as speech is written down and Thai is, is cut if it is
# longer than this, into parts of about so many code points.
_UNMARKED, _PART = 300, 200
_CUTS = [regex.compile(found) for found in (r"\n", r"[,;:،؛、，；：]\s*", r"\s+", r"\X")]
_MARKS = ".!?…"
# The number of an item, a heading or a paragraph, which is no sentence of its own.
_OPENING = regex.compile(
    r"(?:\(?(?:\d{1,3}(?:\.\d{1,3})*|\p{L}|[ivxlcIVXLC]{1,6})[.)]|§+\s?\d+\.)\s+(?=\S)"
)
_UNIT = regex.compile(r"\d\s?[a-z]$")
_LAST_WORD = regex.compile(r"[\p{L}\p{M}\p{N}.'’\-]+$")
_INITIALS = regex.compile(r"(?:\p{L}\.)*\p{L}$")
_OPENER = regex.compile(r"""["'“”„‘‚«‹(\[{¿¡—–\-\s\u00a0\u202f]*""")

# Abbreviations, lower-cased, all languages together: titles and the like, which a capital may
# follow, and words that are abbreviations only before a number ("art. 5", but "modern art. He").
_BEFORE_NAMES = frozenset(
    """
    m mm mr mrs ms messrs mme mmes mlle mlles dr drs dott dra sr sra srta sres prof pr mgr st ste
    sto sta hr rev gén lt cpt capt sgt adm cmdt hon avv sig sigg vd jr ds mej mevr dhr
    г гг ул пр им проф акад тов св пл обл стр рис табл т тыс млн млрд вул ім просп
    bd chap hrsg hg jg tel tél v vs cf vgl zit ca env approx exkl inkl ggf bzw evtl sog sogen zzt
    geb gest verh op cit ibid ap av apr mss bros dept univ inst assn mt ft
    mio mrd tsd ee tp doç yrd öğr bkz vb örn yy κ κα κος δρ σελ τηλ δηλ
    """.split()  # noqa: SIM905
)
_BEFORE_NUMBERS = frozenset(
    """
    nr no núm nº num art arts abs par § sect ch cap kap vol vols fig figs tab abb ill p pp pág págs
    pag s f ff ed eds éd red col sec ex al ст гл п с κεφ αρ jan feb mar jun jul aug sep sept oct
    nov dec janv févr avr juil déc okt dez ene abr ago dic gen mag giu lug ott min
    """.split()  # noqa: SIM905
)
_ORDINAL_LANGUAGES = frozenset({"de", "da", "nb", "nn", "no", "fi", "cs", "sk", "sl", "hr", "sr",
                                "hu", "et", "lv", "is", "tr", "pl"})  # fmt: skip


def sentence_spans(text: str, language: str | None = None) -> list[Span]:
    """Spans of the sentences: they rise, do not overlap, cover all but the white space between.

    A blank line ends a sentence, a line's end does not. `language` (ISO 639-1) decides whether
    "2. Oktober" is an ordinal; None means it is not known, and then it is taken for one.
    """
    return [
        span
        for paragraph in paragraphs(text)
        for span in _between(text, paragraph, _ends(text, paragraph, language))
    ]


def block_sentences(text: str, block: Block, language: str | None) -> list[Span]:
    """The sentences of one block of `text`: a row is one, a line of code or verse ends one."""
    if block.kind == "row":
        return [block.span]
    if block.kind == "code":
        return _between(text, block.span, _line_ends(text, block.span))
    opening = _OPENING.match(text, block.span.start, block.span.end)
    begins = opening.end() if opening else block.span.start
    within = [end for end in _ends(text, block.span, language) if end >= begins]
    lines = _line_ends(text, block.span) if block.kind == "verse" else []
    return _between(text, block.span, within + lines)


def _between(text: str, span: Span, ends: list[int]) -> list[Span]:
    """The stretches of `span` up to each end and after the last, without outer white space."""
    cuts = [span.start, *sorted(set(ends)), span.end]
    found = (trim(text, start, end) for start, end in pairwise(cuts))
    return [part for one in found if one for part in _parts(text, one)]


def _parts(text: str, sentence: Span) -> list[Span]:
    """The sentence, or parts of about equal length of a long one that no mark ends."""
    if len(sentence) <= _UNMARKED or marked(text, sentence):
        return [sentence]
    count = round(len(sentence) / _PART)
    parts, start = [], sentence.start
    for left in range(count, 1, -1):
        cut = _cut(text, Span(start, sentence.end), (sentence.end - start) // left)
        parts.append(trim(text, start, cut))
        start = cut
    parts.append(trim(text, start, sentence.end))
    return [part for part in parts if part]


def marked(text: str, sentence: Span) -> bool:
    """Whether it ends with a mark that ends sentences, and was not cut for its length."""
    near = max(sentence.start, sentence.end - 12)
    return any(match.end() == sentence.end for match in _END.finditer(text, near, sentence.end))


def _cut(text: str, span: Span, length: int) -> int:
    """Where to cut about `length` off: at the best kind of place within half a part of it."""
    low, high = span.start + length - _PART // 2, min(span.start + length + _PART // 2, span.end)
    for kind in _CUTS:
        if ends := [match.end() for match in kind.finditer(text, max(low, span.start), high)]:
            return min(ends, key=lambda end: abs(end - span.start - length))
    return span.end


def _ends(text: str, paragraph: Span, language: str | None) -> list[int]:
    return [
        match.end() - len(match["gap"])
        for match in _END.finditer(text, paragraph.start, paragraph.end)
        if _ends_sentence(text, match, paragraph, language)
    ]


def _line_ends(text: str, span: Span) -> list[int]:
    found, at = [], text.find("\n", span.start, span.end)
    while at >= 0:
        found.append(at)
        at = text.find("\n", at + 1, span.end)
    return found


def _ends_sentence(
    text: str, match: "regex.Match[str]", paragraph: Span, language: str | None
) -> bool:
    after = match.end()
    if after >= paragraph.end:
        return True
    if match["full"]:
        return not _NO_END.match(text, after - len(match["gap"]) - 1)
    if not match["gap"]:
        return False
    opener = _OPENER.match(text, after, paragraph.end)
    next_at = opener.end() if opener else after
    following = text[next_at : next_at + 1]
    if following.islower() or following in _MARKS:
        return False
    if following.isdigit() and len(match["mark"]) > 3:
        return False  # dots that lead to the number of a page
    if match["mark"] != "." or match["close"]:
        return True
    near = text[max(paragraph.start, match.start() - 40) : match.start()]
    before = _LAST_WORD.search(near)
    return bool(_UNIT.search(near)) or not _is_abbreviation(
        before.group() if before else "", following, language
    )


def _is_abbreviation(word: str, following: str, language: str | None) -> bool:
    """Whether the full stop after `word` belongs to it."""
    bare = word.lower().lstrip("'’").split("'")[-1].split("’")[-1].split("-")[-1]
    if bare.isdigit() and len(bare) <= 2 and following.isupper():
        return language is None or language in _ORDINAL_LANGUAGES
    if bare in _BEFORE_NAMES or (bare in _BEFORE_NUMBERS and following.isnumeric()):
        return True
    initials = _INITIALS.match(word)
    return bool(initials) and (word[-1:].isupper() or "." in word or len(word) == 1)
