"""A quote as a picture: its words, its source, and a code that leads back to it.

Drawn by Pillow, whose Raqm shapes letters and orders lines as their language does; the code is
Segno's. Both come with the extra `card`, the fonts with Debian's `fonts-noto-core`,
`fonts-noto-cjk` and `fonts-dejavu-core`, or in a folder that the system looks for fonts in.
"""

import io
import unicodedata
from importlib.util import find_spec
from typing import TYPE_CHECKING

import regex

from bot.answering import LEFT_OUT, Quote, quotations
from bot.citing.fonts import FONTS, USUAL, CardError, Letters, font_file
from index.errors import to_install
from index.foreign import label

if TYPE_CHECKING:
    from PIL.Image import Image as Picture
    from PIL.ImageDraw import ImageDraw

# In pixels: as wide as a phone shows a picture, and no higher than Telegram shows one whole.
WIDTH, MARGIN, CODE = 1080, 72, 200
HIGHEST = 2_000
# The words are as large as fits, in steps.
SIZES = (52, 44, 36, 30, 26)
SOURCE_SIZE, SOURCE_LINES = 28, 6
# A camera reads modules of so many pixels from a screen: links of about 280 letters.
SMALLEST_MODULE = 3
INK, PAPER, GREY = "#1c1c1e", "#fbfaf7", "#6b6b70"
# Where a line may break: after white space, and between characters of scripts that have none.
_PIECE = regex.compile(
    r"[\p{Han}\p{Hiragana}\p{Katakana}]\p{P}*|[^\s\p{Han}\p{Hiragana}\p{Katakana}]+\s*|\s+"
)
# A letter with its signs; in Thai and Lao with the vowels before and after it.
_CLUSTER = regex.compile(
    r"[\u0e40-\u0e44\u0ec0-\u0ec4]?\X[\u0e2f\u0e30\u0e32\u0e33\u0e45\u0e46\u0eb0\u0eb2\u0eb3]*"
)


def card_ready() -> bool:
    """Whether what draws a card is installed."""
    return bool(find_spec("PIL") and find_spec("segno") and font_file(USUAL))


def card(quote: Quote, link: str | None) -> bytes:
    """The PNG; `link` is what the code leads to: none without one, or of one that is too long.

    Raises CardError.
    """
    if not card_ready():
        raise CardError(f"what draws a card is not installed: {to_install('card')}, and {FONTS}")
    from PIL import Image, ImageDraw

    code = _code(link) if link else None
    wide, beside = WIDTH - 2 * MARGIN, CODE + MARGIN if code else 0
    measure = ImageDraw.Draw(Image.new("RGB", (1, 1)))
    small, below = _source(measure, quote, wide - beside)
    low = max(CODE if code else 0, _height(small) * len(below))
    letters, lines = _fitted(measure, _words(quote), wide, HIGHEST - low - 3 * MARGIN)
    high = _height(letters) * len(lines)
    picture = Image.new("RGB", (WIDTH, high + low + 3 * MARGIN), PAPER)
    draw = ImageDraw.Draw(picture)
    _draw(draw, lines, letters, MARGIN, INK, WIDTH - MARGIN)
    top = high + 2 * MARGIN
    _draw(draw, below, small, top, GREY, WIDTH - MARGIN - beside)
    if code:
        picture.paste(code, (WIDTH - MARGIN - CODE, top))
    written = io.BytesIO()
    picture.save(written, "PNG", optimize=True)
    return written.getvalue()


def _words(quote: Quote) -> str:
    text = quote.document.text
    return f" {LEFT_OUT} ".join(" ".join(span.of(text).split()) for span in quotations(quote))


def _source(draw: "ImageDraw", quote: Quote, wide: int) -> tuple[Letters, list[str]]:
    """Heading, title and date, the end left out where there are too many lines of it."""
    document = quote.document
    names = (label(quote.heading), label(document.title or document.public_id))
    title = " · ".join(dict.fromkeys(name for name in names if name))
    dated = f" · \u2066{document.date}\u2069" if document.date else ""
    letters = Letters(title + dated, SOURCE_SIZE)
    lines = _lines(draw, title + dated, letters, wide)
    if len(lines) > SOURCE_LINES:
        lines = [*_lines(draw, title, letters, wide)[: SOURCE_LINES - 1], f"{LEFT_OUT}{dated}"]
    return letters, lines


def _fitted(draw: "ImageDraw", words: str, wide: int, high: int) -> tuple[Letters, list[str]]:
    """The largest letters that the words fit in; at the smallest the end is left out."""
    for size in SIZES:
        letters = Letters(words, size)
        lines = _lines(draw, words, letters, wide)
        if len(lines) * _height(letters) <= high:
            return letters, lines
    return letters, [*lines[: high // _height(letters) - 1], LEFT_OUT]


def _lines(draw: "ImageDraw", text: str, letters: Letters, wide: int) -> list[str]:
    lines = [""]
    for piece in _PIECE.findall(text):
        fits = letters.length(draw, piece.rstrip()) <= wide
        # A word that is longer than a line, as in Thai a whole sentence is.
        for part in [piece] if fits else _CLUSTER.findall(piece):
            if lines[-1] and letters.length(draw, (lines[-1] + part).rstrip()) > wide:
                lines.append("")
            lines[-1] += part
    return [line.rstrip() for line in lines]


def _draw(
    draw: "ImageDraw", lines: list[str], letters: Letters, top: int, ink: str, right: int
) -> None:
    """The lines from the side that their language begins at."""
    from_right = _from_right(" ".join(lines))
    x = right if from_right else MARGIN
    for number, line in enumerate(lines):
        letters.draw(draw, (x, top + number * _height(letters)), line, ink, from_right)


def _from_right(text: str) -> bool:
    """Whether the first letter with a direction is written from the right (UAX 9, P2)."""
    ways = (unicodedata.bidirectional(letter) for letter in text)
    return next((way for way in ways if way in ("L", "R", "AL")), "L") != "L"


def _height(letters: Letters) -> int:
    return int(letters.size * 1.5)


def _code(link: str) -> "Picture | None":
    """The QR code, as large as there is room for; None if no camera could tell its modules."""
    import segno
    from PIL import Image

    try:
        made = segno.make(link, error="m", micro=False)
    except segno.DataOverflowError:
        return None
    scale = CODE // made.symbol_size(border=0)[0]
    if scale < SMALLEST_MODULE:
        return None
    written = io.BytesIO()
    made.save(written, kind="png", scale=scale, border=0, dark=INK, light=PAPER)
    found = Image.open(written).convert("RGB")
    return found.resize((CODE, CODE), Image.Resampling.NEAREST)
