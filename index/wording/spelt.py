"""Numbers as words, in the eleven languages of the bot: "twenty-five" and 二十五 are 25.

As quotes have them: cardinal numbers below a thousand million, and the first ordinals. What is an
article, too, such as "ein" or "une", counts only inside a longer number.
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import regex

from index.wording.ordinals import ordinals

# A value and its words without capitals and accents, as `Word.form` has them.
_ADDED = """
0 zero null nul cero ноль нуль صفر sifir 零
1 one один одна одно одного واحد واحده واحدة 一
2 two deux zwei zwo dos due dois duas два две двух дві двох اثنان اثنين اثنا اثني iki 二 两 兩
3 three trois drei tres tre três три трех трьох ثلاث ثلاثة ثلاثه ثلاثا uc 三
4 four quatre vier cuatro quattro quatro четыре четырех чотири чотирьох اربع اربعة اربعه اربعا
4 dort 四
5 five cinq funf cinco cinque пять пяти خمس خمسة خمسه خمسا bes 五
6 six sechs seis sei шесть шести шість ست ستة سته ستا alti 六
7 seven sept sieben siete sette sete семь семи сім سبع سبعة سبعه سبعا yedi 七
8 eight huit acht ocho otto oito восемь восьми вісім ثماني ثمانية ثمان ثمانيا sekiz 八
9 nine neuf neun nueve nove девять девяти تسع تسعة تسعه تسعا dokuz 九
10 ten dix zehn diez dieci dez десять десяти عشر عشرة عشره on
11 eleven onze elf once undici одиннадцать одинадцять احدعشر onbir
12 twelve douze zwolf doce dodici doze двенадцать дванадцять اثناعشر oniki
13 thirteen treize dreizehn trece tredici treze тринадцать тринадцять
14 fourteen quatorze vierzehn catorce quattordici catorze четырнадцать чотирнадцять
15 fifteen quinze funfzehn quince quindici пятнадцать
16 sixteen seize sechzehn dieciseis sedici dezasseis dezesseis шестнадцать шістнадцять
17 seventeen dixsept siebzehn diecisiete diciassette dezassete dezessete семнадцать сімнадцять
18 eighteen dixhuit achtzehn dieciocho diciotto dezoito восемнадцать вісімнадцять
19 nineteen dixneuf neunzehn diecinueve diciannove dezanove dezenove девятнадцать
20 twenty vingt zwanzig veinte veinti venti vent vinte двадцать двадцати двадцять عشرون عشرين
20 yirmi
30 thirty trente dreissig treinta trenta trent trinta тридцать тридцять ثلاثون ثلاثين otuz
40 forty quarante vierzig cuarenta quaranta quarant quarenta сорок اربعون اربعين kirk
50 fifty cinquante funfzig cincuenta cinquanta cinquant cinquenta пятьдесят خمسون خمسين elli
60 sixty soixante sechzig sesenta sessanta sessant sessenta шестьдесят шістдесят ستون ستين
60 altmis
70 seventy siebzig setenta settanta settant septante семьдесят сімдесят سبعون سبعين yetmis
80 eighty quatrevingt quatrevingts achtzig ochenta ottanta ottant oitenta восемьдесят вісімдесят
80 ثمانون ثمانين seksen
90 ninety neunzig noventa novanta novant nonante девяносто تسعون تسعين doksan
200 doscientos doscientas duecento duzentos duzentas двести двісті مئتان مئتين مائتان مائتين
300 trescientos trescientas trezentos trezentas триста
400 четыреста чотириста
500 quinientos quinientas quinhentos quinhentas пятьсот
"""
_TIMES = """
100 hundred cent cents hundert cien ciento cientos cientas cento cem сто مئة مائة مية yuz 百
1000 thousand mille mil mila milla tausend тысяча тысячи тысяч тисяча тисячі тисяч الف الاف bin
1000 千
10000 万 萬
1000000 million millions millionen millon millones milione milioni milhao milhoes миллион
1000000 миллиона миллионов мільйон мільйони мільйонів مليون ملايين milyon
"""
# Articles, or parts of other words: a number only beside others.
_INSIDE = ("un", "une", "ein", "eine", "einen", "einem", "einer", "eins", "uno", "una", "um",
           "uma", "bir")  # fmt: skip
_JOINED = ("and", "und", "et", "y", "e", "و", "i")
_DIGITS = regex.compile(r"[0-9]+(?:[.,٬][0-9]{3})*")  # as forms have those of any script
# In Chinese ten is a number of times, too.
_TEN = "十"
_MOST_LETTERS = 60


class _Part(NamedTuple):
    """A word in a number: what it adds, or, if `times`, multiplies by."""

    value: int
    times: bool = False


# Joins, and adds nothing.
_JOIN = _Part(-1)


def number_of(forms: Sequence[str]) -> int | None:
    """The number that words, as `Word.form` has them, are all of; None if they are none."""
    joined = "".join(forms)
    if not joined or len(joined) > _MOST_LETTERS or joined in _INSIDE:
        return None
    if _DIGITS.fullmatch(joined):
        return int(regex.sub(r"[^0-9]", "", joined))
    return next((value for parts in _read(joined) if (value := _counted(parts)) is not None), None)


def _read(letters: str) -> list[list[_Part]]:
    """The ways to read all the letters as parts of a number, that with the fewest first."""
    ends: list[list[list[_Part]]] = [[] for _ in range(len(letters) + 1)]
    ends[0].append([])
    known = _parts()
    for start in range(len(letters)):
        if not ends[start]:
            continue
        for end in range(len(letters), start, -1):
            if part := known.get(letters[start:end]):
                ends[end] += [[*before, part] for before in ends[start]][: 8 - len(ends[end])]
    return sorted(ends[-1], key=len)


def _counted(parts: Sequence[_Part]) -> int | None:
    """What the parts are together; None where they are no number, as "five seven"."""
    total, current, joined = 0, 0, False
    smallest = 0  # of what was added last: the next is smaller, or joined to it in German, Arabic
    for part in parts:
        if part is _JOIN:
            joined = True
            continue
        if part.times and part.value >= 1000:
            total, current, smallest = total + max(current, 1) * part.value, 0, 0
        elif part.times:
            below = current % part.value
            current = current - below + max(below, 1) * part.value
            smallest = part.value
        elif smallest and not (part.value < _magnitude(smallest) or (joined and smallest < 10)):
            return None
        else:
            current, smallest = current + part.value, part.value
        joined = False
    return None if joined else total + current


def _magnitude(value: int) -> int:
    """What a number leaves room for: after 20 below 10, after 300 below 100."""
    if value in (60, 80):
        return 20  # soixante-dix, quatre-vingt-dix
    return 100 if value >= 100 else 10 if value >= 20 or value == 10 else 1


@cache
def _parts() -> dict[str, _Part]:
    found = {word: _Part(value) for word, value in ordinals()}
    found |= dict.fromkeys(_JOINED, _JOIN)
    found |= dict.fromkeys(_INSIDE, _Part(1))
    for table, times in ((_ADDED, False), (_TIMES, True)):
        for line in table.strip().splitlines():
            value, *words = line.split()
            found |= dict.fromkeys(words, _Part(int(value), times))
    return found | {_TEN: _Part(10, True)}
