"""Ordinal numbers as words, in the eleven languages of the bot: "fourth" and "четвёртая" are 4.

Up to the twelfth where they are declined, which is as far as most texts write them.
"""

from collections.abc import Iterator

# From 1 on, without capitals and accents, as `Word.form` has them; "-" for none.
_WHOLE = """
first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
-- premier deuxieme troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme
onzieme douzieme
-- premiere second
-- - seconde
-- primer - tercer
-- birinci ikinci ucuncu dorduncu besinci altinci yedinci sekizinci dokuzuncu onuncu
-- ilk
"""
# Stems in their order, and after each | what they are declined with.
_DECLINED = """
erst zweit dritt viert funft sechst siebt acht neunt zehnt elft zwolft | e en er es em
primer segund tercer cuart quint sext septim octav noven decim | o a os as
prim second terz quart quint sest settim ottav non decim | o a i e
primeir segund terceir quart quint sext setim oitav non decim | o a os as
перв втор трет четверт пят шест седьм восьм девят десят | ый ая ое ого ому ым ом ой ую ые ых
- - трет - - шест | ий ья ье ьего ьему ьим ьем ьей ью
перш друг трет четверт пят шост сьом восьм девят десят | ий а е ого ому им ім ій у і их
اول ثاني ثالث رابع خامس سادس سابع ثامن تاسع عاشر | ة ى
الاول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر | ة ى
"""


def ordinals() -> Iterator[tuple[str, int]]:
    """Each word with its number."""
    for line in " ".join(_WHOLE.split()).split("--"):
        yield from _numbered(line.split(), ("",))
    for line in _DECLINED.strip().splitlines():
        stems, _, endings = line.partition("|")
        bare = ("",) if stems > "\u0600" else ()  # in Arabic the stem is a word
        yield from _numbered(stems.split(), (*bare, *endings.split()))


def _numbered(stems: list[str], endings: tuple[str, ...]) -> Iterator[tuple[str, int]]:
    for number, stem in enumerate(stems, start=1):
        if stem != "-":
            yield from ((stem + ending, number) for ending in endings)
