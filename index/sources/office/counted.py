"""Numbers in the kinds that Word has for them (ECMA-376 part 1, 17.18.59), LibreOffice also.

A number is written only where it is known which signs stand for it.
"""

import re
from collections.abc import Callable

from index.sources.numerals import numeral

# Numbers of a width: "001, 002, 003, ...".
_PADDED = re.compile(r"(0+)1(?:,|$)")
_CHINESE = "〇一二三四五六七八九"
_KOREAN = "영일이삼사오육칠팔구"
_LATIN = "abcdefghijklmnopqrstuvwxyz"
# Without й, ъ and ь.
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
_THAI = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
_MOST = 10_000


def counted(count: int, kind: str) -> str | None:
    """The number in a kind of Word's, or as "001, 002, 003, ..."; None if that is not known."""
    if padded := _PADDED.match(kind):
        return str(count).zfill(len(padded[1]) + 1)
    write = _KINDS.get(kind)
    return write(count) if write and count >= 0 else None


def _repeated(letters: str) -> Callable[[int], str | None]:
    """After the last letter all of them twice: aa, bb, cc."""

    def write(count: int) -> str | None:
        times, at = divmod(count - 1, len(letters))
        return letters[at] * (times + 1) if times >= 0 else None

    return write


def _once(signs: str) -> Callable[[int], str | None]:
    return lambda count: signs[count - 1] if 0 < count <= len(signs) else None


def _digits(signs: str) -> Callable[[int], str | None]:
    return lambda count: "".join(signs[int(one)] for one in str(count))


def _without_nought(signs: str) -> Callable[[int], str | None]:
    """Digits where it is not known which of several signs is that of nought."""
    return lambda count: None if "0" in str(count) else _digits(signs)(count)


def _roman(kind: str) -> Callable[[int], str | None]:
    return lambda count: numeral(count, kind) if count else None


def _chinese(count: int) -> str | None:
    said, gap = "", False
    for digit, sign in _places(count, "千百十"):
        said += ("零" if digit and gap and said else "") + (_CHINESE[digit] + sign) * bool(digit)
        gap = not digit
    return said.removeprefix("一") if said.startswith("一十") else said or None


def _without_one(signs: str, places: str) -> Callable[[int], str | None]:
    """As Japanese and Korean count, who leave out a one before ten."""

    def write(count: int) -> str | None:
        found = _places(count, places)
        return (
            "".join(
                ("" if digit == 1 and sign else signs[digit]) + sign
                for digit, sign in found
                if digit
            )
            or None
        )

    return write


def _places(count: int, signs: str) -> list[tuple[int, str]]:
    """The digits of a number below 10,000, each with the sign of its place."""
    if count >= _MOST:
        return []
    return [(int(one), sign) for one, sign in zip(f"{count:04}", [*signs, ""], strict=True)]


def _below(most: int, write: Callable[[int], str | None]) -> Callable[[int], str | None]:
    return lambda count: write(count) if count < most else None


_KINDS: dict[str, Callable[[int], str | None]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": lambda count: f"{count:02}",
    "decimalFullWidth": _digits("０１２３４５６７８９"),
    "decimalFullWidth2": _digits("０１２３４５６７８９"),
    "hindiNumbers": _digits("०१२३४५६७८९"),
    "thaiNumbers": _digits("๐๑๒๓๔๕๖๗๘๙"),
    "lowerLetter": _repeated(_LATIN),
    "upperLetter": _repeated(_LATIN.upper()),
    "lowerRoman": _roman("i"),
    "upperRoman": _roman("I"),
    "russianLower": _repeated(_RUSSIAN),
    "russianUpper": _repeated(_RUSSIAN.upper()),
    "thaiLetters": _once(_THAI),
    "hebrew2": _once("אבגדהוזחטיכלמנסעפצקרשת"),
    "ganada": _once("가나다라마바사아자차카타파하"),
    "chosung": _once("ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"),
    "aiueoFullWidth": _once("アイウエオカキクケコサシスセソタチツテト"),
    "irohaFullWidth": _once("イロハニホヘトチリヌルヲワカヨタレソツネ"),
    "ideographTraditional": _once("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _once("子丑寅卯辰巳午未申酉戌亥"),
    "ideographEnclosedCircle": _once("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
    "decimalEnclosedCircle": _once("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"),
    "decimalEnclosedCircleChinese": _once("①②③④⑤⑥⑦⑧⑨⑩"),
    "decimalEnclosedFullstop": _once("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"),
    "decimalEnclosedParen": _once("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"),
    "chineseCountingThousand": _chinese,
    "taiwaneseCountingThousand": _below(100, _chinese),
    "chineseCounting": _below(100, _chinese),
    "taiwaneseCounting": _below(100, _chinese),
    "ideographDigital": _without_nought(_CHINESE),
    "japaneseDigitalTenThousand": _without_nought(_CHINESE),
    "japaneseCounting": _without_one(_CHINESE, "千百十"),
    "koreanCounting": _below(100, _without_one(_KOREAN, "천백십")),
}
