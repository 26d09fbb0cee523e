"""Sentences: where a text may be cut, in any script, without cutting abbreviations in two."""

import regex

from index.text.spans import Span, paragraphs, trim

# A mark that ends a sentence, with the quotes and brackets that close after it. A guillemet may
# stand off by a space, as in French.
_END = regex.compile(
    r"""(?:(?P<full>[。！？｡]+)|(?P<mark>[.!?…؟۔।॥։።፧॰]+|(?<=\p{Greek}\p{M}*);))"""
    r"""(?P<close>(?:["'”’»›)\]}」』）】〉》]|[\u00a0\u202f ][»›](?=\s|$))*)"""
    r"""(?P<gap>\s*)"""
)
_BULLET = regex.compile(r"\s*(?:[-–—•*▪◦‣·]\s|\d{1,3}[.)]\s|[a-z]\)\s)")
_MARKS = ".!?…"
_UNIT = regex.compile(r"\d\s?[a-z]$")
_LAST_WORD = regex.compile(r"[\p{L}\p{M}\p{N}.'’\-]+$")
_INITIALS = regex.compile(r"(?:\p{L}\.)*\p{L}$")
_OPENER = regex.compile(r"""["'“”„‘‚«‹(\[{¿¡—–\-\s\u00a0\u202f]*""")
# Lines shorter than this were not wrapped by an editor: their end is one of the text.
_WRAPPED = 50

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

    `language` (ISO 639-1) decides whether "2. Oktober" is an ordinal; None means it is not known,
    and then it is taken for one.
    """
    found: list[Span] = []
    for paragraph in paragraphs(text):
        start = paragraph.start
        for end in _ends(text, paragraph, language):
            if span := trim(text, start, end):
                found.append(span)
            start = end
        if span := trim(text, start, paragraph.end):
            found.append(span)
    return found


def _ends(text: str, paragraph: Span, language: str | None) -> list[int]:
    marks = [
        match.end() - len(match["gap"])
        for match in _END.finditer(text, paragraph.start, paragraph.end)
        if match["full"] or _ends_sentence(text, match, paragraph, language)
    ]
    return sorted({*marks, *_line_ends(text, paragraph)})


def _line_ends(text: str, paragraph: Span) -> list[int]:
    """Ends of lines that no editor wrapped: short ones, and those before a list item."""
    ends, start = [], paragraph.start
    while (end := text.find("\n", start, paragraph.end)) >= 0:
        if len(text[start:end].encode("utf-8")) < _WRAPPED or _BULLET.match(text, end + 1):
            ends.append(end)
        start = end + 1
    return ends


def _ends_sentence(
    text: str, match: "regex.Match[str]", paragraph: Span, language: str | None
) -> bool:
    after = match.end()
    if after >= paragraph.end:
        return True
    if not match["gap"]:
        return False
    opener = _OPENER.match(text, after, paragraph.end)
    next_at = opener.end() if opener else after
    following = text[next_at : next_at + 1]
    if following.islower() or following in _MARKS:
        return False
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
