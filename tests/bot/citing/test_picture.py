"""A card shows every letter, in its language's order, and a code that leads back."""

import io

import pytest

from bot.answering.answer import Quote
from bot.citing.picture import CODE, HIGHEST, MARGIN, WIDTH, card, card_ready
from index.text import Document, Span

pytestmark = pytest.mark.skipif(
    not card_ready(), reason="the extra `card` or its fonts are missing"
)
Image = pytest.importorskip("PIL.Image")
LINK = "https://t.me/verbatimbot?start=p_12_345_1200_1390"
TEXTS = {
    "latin": "Face à l’impasse, Trump a opéré un virage à 180 degrés.",
    "cyrillic": "Ошибка E2 означает перегрев: выньте вилку из розетки.",
    "arabic": "تبدأ الدورة الجديدة يوم الأحد 5 يوليو (NATO).",
    "chinese": "生活垃圾分为四类收集。厨余垃圾每天早上七点到九点收集，",
}


def _quote(text: str) -> Quote:
    whole = Span(0, len(text))
    return Quote(Document("x", "Title", text, None, "2025-10-02"), whole, whole, "")


@pytest.mark.parametrize("script", TEXTS)
def test_every_letter_is_in_the_font(script: str) -> None:
    """None is drawn as the box that stands for a letter that is missing."""
    from bot.citing.picture import _font

    font = _font(TEXTS[script], 40)
    missing = bytes(font.getmask("\U0010fffe"))
    drawn = (one for one in TEXTS[script] if not one.isspace())
    boxes = [one for one in drawn if bytes(font.getmask(one)) == missing]
    assert boxes == []


@pytest.mark.parametrize("script", TEXTS)
def test_a_line_begins_on_the_side_of_its_language(script: str) -> None:
    """Ink stands at the left margin, or at the right one in Arabic."""
    picture = Image.open(io.BytesIO(card(_quote(TEXTS[script][:12]), None))).convert("L")
    high = picture.height - CODE - 2 * MARGIN
    box = picture.crop((0, 0, WIDTH, high)).point(lambda grey: 255 * (grey < 128)).getbbox()
    left, right = box[0] - MARGIN, WIDTH - MARGIN - box[2]
    assert (right < 20 < left) if script == "arabic" else (left < 20 < right)


def test_the_code_leads_to_the_quote() -> None:
    """Its modules are those of the link."""
    segno = pytest.importorskip("segno")
    picture = Image.open(io.BytesIO(card(_quote(TEXTS["latin"]), LINK))).convert("L")
    left, top = WIDTH - MARGIN - CODE, picture.height - MARGIN - CODE
    wanted = [list(row) for row in segno.make(LINK, error="m", micro=False).matrix]
    size = CODE / len(wanted)
    read = [
        [
            int(
                picture.getpixel((left + int((x + 0.5) * size), top + int((y + 0.5) * size))) < 128
            )
            for x in range(len(wanted))
        ]
        for y in range(len(wanted))
    ]
    assert read == wanted


def test_a_long_quote_is_drawn_smaller_and_at_last_cut() -> None:
    """A picture is never higher than Telegram shows."""
    picture = Image.open(io.BytesIO(card(_quote("word " * 2_000), LINK)))
    assert picture.width == WIDTH
    assert picture.height <= HIGHEST + MARGIN
