"""Signs of Symbol, Wingdings and Zapf Dingbats, which stand where other fonts have letters."""

# Adobe's Symbol encoding from 0x20 to 0x7E and from 0xA0 to 0xFE; a space where it has no sign.
_LOW = (
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾"
    "αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
)
_HIGH = (
    "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓"
    "◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"
)
_SYMBOL = dict(enumerate(_LOW, start=0x20)) | dict(enumerate(_HIGH, start=0xA0))
# Those of Wingdings that say something: boxes that are ticked or not, arrows, bullets.
_WINGDINGS = {
    0x28: "☎", 0x2A: "✉", 0x4A: "☺", 0x4C: "☹", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑",
    0x72: "❒", 0x75: "◆", 0x76: "❖", 0x9F: "•", 0xA7: "▪", 0xA8: "☐", 0xD8: "➢", 0xDF: "←",
    0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒",
    0xFE: "☑",
}  # fmt: skip
# Those of Zapf Dingbats that do: ticks, crosses, numbers in circles, arrows.
_DINGBATS = {
    0x33: "✓", 0x34: "✔", 0x35: "✕", 0x36: "✖", 0x37: "✗", 0x38: "✘", 0x6C: "●", 0x6E: "■",
    0x75: "◆", 0x76: "❖", **dict(enumerate("①②③④⑤⑥⑦⑧⑨⑩❶❷❸❹❺❻❼❽❾❿➀➁➂➃➄➅➆➇➈➉", start=0xAC)),
    **dict(enumerate("➊➋➌➍➎➏➐➑➒➓➔→↔↕", start=0xCA)),
}  # fmt: skip
# By name, and by that of the fonts that free systems have in their stead.
_FONTS = {
    **dict.fromkeys(("symbol", "standard symbols l", "standard symbols ps"), _SYMBOL),
    "wingdings": _WINGDINGS,
    **dict.fromkeys(("zapfdingbats", "zapf dingbats", "itc zapf dingbats"), _DINGBATS),
    **dict.fromkeys(("dingbats", "d050000l"), _DINGBATS),
}
# Where Word puts the signs of such a font.
PRIVATE = range(0xF020, 0xF100)


def has_private(text: str) -> bool:
    """Whether some of it is codes of a font of signs."""
    return any(ord(one) in PRIVATE for one in text)


def written(font: str, codes: list[int]) -> tuple[str, bool]:
    """The letters of a font's codes, and whether all of them are known."""
    signs = [sign(font, code) for code in codes]
    return "".join(one or "" for one in signs), None not in signs


def sign(font: str, code: int) -> str | None:
    """The sign that a font of signs draws for a code; None if nobody knows it.

    A code outside `PRIVATE` of any other font is a letter like others.
    """
    table = _FONTS.get(font.strip().lower())
    if table is not None:
        return table.get(code - 0xF000 if code in PRIVATE else code)
    return None if code in PRIVATE else chr(code)
