"""Which letter a name of a glyph means, by the rules of Adobe's Glyph List for New Fonts."""

import re
from functools import lru_cache
from unicodedata import normalize

_CODE = re.compile(r"(?:uni|u)([0-9A-F]{4,6})")
_ACCENTED = re.compile(r"([A-Za-z]|dotlessi|dotlessj|ae|AE)([a-z]{4,12})")
_ACCENTS = {
    "grave": "\u0300", "acute": "\u0301", "circumflex": "\u0302", "tilde": "\u0303",
    "macron": "\u0304", "breve": "\u0306", "dotaccent": "\u0307", "dieresis": "\u0308",
    "ring": "\u030a", "hungarumlaut": "\u030b", "caron": "\u030c", "cedilla": "\u0327",
    "commaaccent": "\u0326", "ogonek": "\u0328",
}  # fmt: skip
_NAMES = """
space=\u0020 exclam=! quotedbl=" numbersign=# dollar=$ percent=% ampersand=& quotesingle='
parenleft=( parenright=) asterisk=* plus=+ comma=, hyphen=- period=. slash=/ zero=0 one=1 two=2
three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 colon=: semicolon=; less=< greater=> question=?
at=@ bracketleft=[ backslash=\\ bracketright=] asciicircum=^ underscore=_ grave=` braceleft={
bar=| braceright=} asciitilde=~ exclamdown=¡ cent=¢ sterling=£ currency=¤ yen=¥ brokenbar=¦
section=§ dieresis=¨ copyright=© ordfeminine=ª guillemotleft=« logicalnot=¬ registered=® macron=¯
degree=° plusminus=± acute=´ mu=µ paragraph=¶ periodcentered=· cedilla=¸ ordmasculine=º
guillemotright=» onequarter=¼ onehalf=½ threequarters=¾ questiondown=¿ AE=Æ Eth=Ð multiply=×
Oslash=Ø Thorn=Þ germandbls=ß ae=æ eth=ð divide=÷ oslash=ø thorn=þ Dcroat=Đ dcroat=đ dotlessi=ı
dotlessj=ȷ Lslash=Ł lslash=ł OE=Œ oe=œ florin=ƒ circumflex=ˆ caron=ˇ breve=˘ dotaccent=˙ ring=˚
ogonek=˛ tilde=˜ hungarumlaut=˝ endash=– emdash=— quoteleft=‘ quoteright=’ quotesinglbase=‚
quotedblleft=“ quotedblright=” quotedblbase=„ dagger=† daggerdbl=‡ bullet=• ellipsis=…
perthousand=‰ guilsinglleft=‹ guilsinglright=› fraction=⁄ Euro=€ trademark=™ minus=− ff=ff fi=fi
fl=fl ffi=ffi ffl=ffl Alpha=Α Beta=Β Gamma=Γ Epsilon=Ε Zeta=Ζ Eta=Η Theta=Θ Iota=Ι Kappa=Κ
Lambda=Λ Mu=Μ Nu=Ν Xi=Ξ Omicron=Ο Pi=Π Rho=Ρ Sigma=Σ Tau=Τ Upsilon=Υ Phi=Φ Chi=Χ Psi=Ψ alpha=α
beta=β gamma=γ delta=δ epsilon=ε zeta=ζ eta=η theta=θ iota=ι kappa=κ lambda=λ nu=ν xi=ξ omicron=ο
pi=π rho=ρ sigma=σ sigma1=ς tau=τ upsilon=υ phi=φ chi=χ psi=ψ omega=ω Omega=Ω Delta=Δ partialdiff=∂
summation=∑ product=∏ radical=√ infinity=∞ integral=∫ approxequal=≈ notequal=≠ lessequal=≤
greaterequal=≥ arrowleft=← arrowup=↑ arrowright=→ arrowdown=↓ equal==
""".split()  # noqa: SIM905
_CAPITALS = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
_CYRILLIC = {
    f"afii{first + at}": letter
    for first, letters in ((10017, _CAPITALS), (10065, _CAPITALS.lower()))
    for at, letter in enumerate(letters)
}
LETTERS = {
    **dict(name.split("=", 1) for name in _NAMES if not name.endswith("=")),
    **_CYRILLIC,
    "space": " ",
    "equal": "=",
}


@lru_cache(maxsize=1_000)
def letters_of(name: str) -> str | None:
    """The letters that a glyph of the name draws; None where it says nothing, as `g3` does."""
    parts = [_letter(part) for part in name.split(".", 1)[0].split("_")]
    return "".join(part for part in parts if part) if all(parts) else None


def _letter(name: str) -> str | None:
    if len(name) == 1 and name.isascii() and name.isalpha():
        return name
    if code := _CODE.fullmatch(name):
        value = int(code[1], 16)
        return chr(value) if value < 0x110000 and not 0xD800 <= value < 0xE000 else None
    if found := LETTERS.get(name):
        return found
    if (parts := _ACCENTED.fullmatch(name)) and parts[2] in _ACCENTS:
        base = {"dotlessi": "i", "dotlessj": "j", "ae": "æ", "AE": "Æ"}.get(parts[1], parts[1])
        return normalize("NFC", base + _ACCENTS[parts[2]])
    return None
