"""A card shows every letter, in its language's order, and a code that leads back."""

import io
import unicodedata
from typing import Any

import pytest

from bot.answering.answer import Quote
from bot.citing.picture import CODE, HIGHEST, MARGIN, SOURCE_SIZE, WIDTH, card, card_ready
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
    "thai": "ผู้ขายต้องจ่ายค่าธรรมเนียมวันละ 40 บาท",
    "hindi": "विलंब शुल्क प्रतिदिन 2 रुपये है।",
    "bengali": "সেতুটি ১৯৮৭ সালের ৪ মে খোলা হয়েছিল।",
    "georgian": "ხიდი გაიხსნა 1987 წლის 4 მაისს.",
    "mixed": "Der Hafen (港口) kostet 55 € je Monat, สะพาน inklusive.",
}
SCRIPTS = {
    "thai": "Thai",
    "hindi": "Devanagari",
    "bengali": "Bengali",
    "georgian": "Georgian",
    "mixed": "Thai",
}


THAI = "การประชุมคณะกรรมการครั้งแรกจัดขึ้นที่กรุงเทพมหานครเมื่อวันจันทร์ที่ผ่านมาโดยมีผู้เข้าร่วมจำนวนมาก" * 3


def _quote(text: str, title: str = "Title") -> Quote:
    whole = Span(0, len(text))
    return Quote(Document("x", title, text, None, "2025-10-02"), whole, whole, "")


def _ink(picture: Any) -> tuple[int, int, int, int]:
    """The box of all that is drawn."""
    grey = picture.convert("L").point(lambda grey: 255 * (grey < 160))
    box: tuple[int, int, int, int] = grey.getbbox()
    return box


@pytest.mark.parametrize("script", list(TEXTS)[:4])
def test_every_letter_is_in_the_font(script: str) -> None:
    """None is drawn as the box that stands for a letter that is missing."""
    from bot.citing.fonts import Letters

    assert Letters(TEXTS[script], 40).missing(TEXTS[script]) == ""
    assert Letters(TEXTS[script], 40).missing("\U0001f6a2") == "\U0001f6a2"


@pytest.mark.parametrize("script", ["thai", "hindi", "bengali", "georgian", "mixed"])
def test_what_one_font_lacks_is_drawn_in_another(script: str) -> None:
    """Digits in Thai, the sign before a date, a foreign word; scripts that no list names."""
    from bot.citing.fonts import Letters, font_file

    if not font_file(f"NotoSerif{SCRIPTS[script]}-Regular.ttf"):
        pytest.skip("fonts-noto-core is missing")
    dated = f"{TEXTS[script]} · 2025-10-02"
    assert Letters(dated, 40).missing(dated) == ""


@pytest.mark.parametrize("script", list(TEXTS)[:4])
def test_a_line_begins_on_the_side_of_its_language(script: str) -> None:
    """Ink stands at the left margin, or at the right one in Arabic."""
    picture = Image.open(io.BytesIO(card(_quote(TEXTS[script][:12]), None))).convert("L")
    high = picture.height - SOURCE_SIZE - 2 * MARGIN
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


@pytest.mark.parametrize("link", [None, LINK])
@pytest.mark.parametrize("text", [THAI, "w" * 400, "एकदोतीन" * 60, "a" + "\u0301" * 40 + "b" * 90])
def test_what_has_no_place_to_break_is_drawn_inside(text: str, link: str | None) -> None:
    """As words and as a title: wrapped between letters, nothing beyond a margin."""
    for quote in (_quote(text), _quote("Short words.", title=text)):
        picture = Image.open(io.BytesIO(card(quote, link)))
        left, _, right, low = _ink(picture)
        assert MARGIN - 10 <= left < right <= WIDTH - MARGIN + 10
        assert low <= picture.height - MARGIN + 10
        assert picture.height <= HIGHEST


def test_letters_stay_whole_where_a_line_ends() -> None:
    """A vowel sign is on the line of its consonant, and nothing is lost."""
    from PIL import ImageDraw

    from bot.citing.fonts import Letters
    from bot.citing.picture import _lines

    draw = ImageDraw.Draw(Image.new("RGB", (1, 1)))
    lines = _lines(draw, THAI, Letters(THAI, 40), 300)
    assert "".join(lines) == THAI
    assert len(lines) > 5
    assert [line for line in lines if unicodedata.combining(line[0])] == []


@pytest.mark.parametrize("length", [400, 5_000])
def test_a_link_too_long_for_a_code_leaves_no_room(length: int) -> None:
    """The picture is that without a link."""
    link = f"https://example.org/{'x' * length}"
    assert card(_quote("Words."), link) == card(_quote("Words."), None)
    with_code = Image.open(io.BytesIO(card(_quote("Words."), LINK)))
    without = Image.open(io.BytesIO(card(_quote("Words."), link)))
    assert with_code.height - without.height > CODE / 2


def test_a_title_of_a_thousand_words_is_cut() -> None:
    """Its date stays."""
    picture = Image.open(io.BytesIO(card(_quote("Words.", title="word " * 1_000), LINK)))
    assert picture.height < 700
