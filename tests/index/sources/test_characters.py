"""Characters of bytes in any encoding, and what is said of damaged ones."""

import pytest

from index.errors import SourceError
from index.sources import from_bytes
from index.sources.characters import decode
from tests.in_words import in_words

FRENCH = "Le port a été rénové l'été dernier, et la digue aussi. " * 30


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Élève français à l'été dernier, déjà vu", "latin-1"),
        ("Málaga: ¿dónde está el niño?", "latin-1"),
        ("Der Hafen öffnet um neun, „spät“ – für 5 €.", "cp1252"),
        ("L'été, c'est déjà fini.", "mac_roman"),
        ("Привет, как дела? Это русский текст.", "cp1251"),
        ("Гавань открыта с девяти утра.", "koi8_r"),
        ("Маяк зажигают вечером.", "cp1251"),
        ("Лодки стоят у причала.", "koi8_r"),
        ("Ο φάρος ανάβει το βράδυ.", "cp1253"),
        ("Гавань открыта с девяти утра.", "iso8859_5"),
        ("Zażółć gęślą jaźń, proszę pana", "cp1250"),
        ("Zażółć gęślą jaźń, proszę pana", "iso8859_2"),
        ("Příliš žluťoučký kůň úpěl ďábelské ódy", "cp1250"),
        ("İstanbul'da güneşli bir gün, çok güzel ışık", "cp1254"),
        ("Το λιμάνι", "cp1253"),
        ("Καλημέρα κόσμε, τι κάνεις", "cp1253"),
        ("ท่าเรือเปิดแล้ว", "tis_620"),
        ("الميناء مفتوح من التاسعة صباحا", "cp1256"),
        ("הנמל פתוח מתשע בבוקר", "cp1255"),
        ("これは日本語のテキストです。", "shift_jis"),
        ("これは日本語のテキストです。", "euc_jp"),
        ("这是中文文本，内容很短。", "gb18030"),
        ("這是中文文本，內容很短。", "big5"),
        ("한국어 문장입니다. 항구가 열렸다.", "euc_kr"),
        ("plain ünïcode 🇨🇭", "utf-8-sig"),
        ("plain ünïcode 🇨🇭", "utf-16"),
        ("plain ünïcode 🇨🇭", "utf-32"),
        ("The harbour is open.", "utf-16-le"),
        ("Гавань открыта с девяти утра.", "utf-16-be"),
        ("The harbour is open.", "utf-32-le"),
        ("港口从早上九点开放。", "utf-32-be"),
        ("Die Gebühr beträgt neun Kronen", "cp850"),
        ("Bāka deg visu nakti, un zvejnieki atgriežas agri no rīta.", "cp1257"),
        ("A kikötői díj kilenc korona, és őszig érvényes.", "cp1250"),
        ("Portul este închis până mâine.", "cp1250"),
    ],
)
def test_encodings_are_told(text: str, encoding: str) -> None:
    """Short texts, with marks and without, of many years and machines."""
    assert decode("x.txt", text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("text", "encodings"),
    [
        ("דמי העגינה הם תשעה כתרים, ומשלמים אותם במשרד הנמל. ", ("cp1255", "iso8859_8")),
        ("Maják svítí celou noc a rybáři se vracejí časně ráno. ", ("cp1250", "iso8859_2")),
        ("Latarnia świeci całą noc, a rybacy wracają rano. ", ("cp1250", "iso8859_2")),
        ("Ąžuolinė prieplauka yra už švyturio, čia žiūri šeimos. ", ("cp1257", "iso8859_13")),
        ("Сбор за стоянку платят в конторе у причала. ", ("cp866", "koi8_r", "cp1251")),
        ("Où est la clé du hangar ? À côté de l'échelle. ", ("mac_roman", "cp850", "cp1252")),
    ],
)
def test_encodings_of_long_texts_are_told(text: str, encodings: tuple[str, ...]) -> None:
    """All are as sure as can be in some language; the right one is the surest."""
    for encoding in encodings:
        assert decode("x.txt", (text * 8).encode(encoding)) == text * 8
        preface = "Printed by the harbour office of Brisk, and free for all. " * 60
        assert decode("x.txt", (preface + text * 8).encode(encoding)) == preface + text * 8


def test_damaged_utf8_is_still_utf8() -> None:
    """A last letter cut, one foreign byte: the text, the byte shown as one, and a warning."""
    cut = from_bytes("a.txt", FRENCH.encode() + b"\xc3")[0]
    assert cut.text == FRENCH + "\ufffd"
    assert in_words(cut.left_out) == ("1 damaged letters, shown as \ufffd",)
    foreign = FRENCH.encode().replace(b"port", b"po\xe9rt", 1)
    assert decode("a.txt", foreign) == FRENCH.replace("port", "po\ufffdrt", 1)
    assert in_words(from_bytes("a.txt", FRENCH.encode())[0].left_out) == ()


def test_what_was_said_of_it_is_believed_if_it_can_be() -> None:
    """The charset a server named, where the text is sound in it."""
    assert decode("x", "Гавань".encode("koi8_r"), "koi8-r") == "Гавань"
    assert decode("x", "Гавань".encode(), "no such charset") == "Гавань"
    # Windows' quotation marks, which the set has not that is named.
    assert decode("x", b"It\x92s \x93fine\x94", "ISO-8859-1") == "It’s “fine”"


@pytest.mark.parametrize("data", [bytes(range(256)) * 9, b"\0\1\2" * 100])
def test_programs_are_no_text(data: bytes) -> None:
    """They are refused."""
    with pytest.raises(SourceError, match="text"):
        decode("x", data)


@pytest.mark.parametrize(
    ("text", "encodings"),
    [
        ("Привет", ("koi8_r", "cp1251")),
        ("гавань", ("koi8_r", "cp1251")),
        ("Порт", ("koi8_r", "cp1251")),
        ("СТОП", ("koi8_r", "cp1251")),
        ("маяк закрыт", ("koi8_r", "cp1251")),
        ("Цена: 12 крон", ("koi8_r", "cp1251")),
        ("Причал номер два", ("koi8_r", "cp1251")),
        ("гавань закрита", ("koi8_u", "cp1251")),
        ("Καλημέρα", ("cp1253", "iso8859_7")),
        ("λιμάνι", ("cp1253", "iso8859_7")),
        ("πλοίο", ("cp1253", "iso8859_7")),
        ("ท่าเรือ", ("tis_620",)),
        ("ปิด", ("tis_620",)),
        ("שלום", ("cp1255",)),
        ("ميناء", ("cp1256",)),
        ("café", ("cp1252",)),
        ("señor", ("cp1252",)),
        ("País", ("cp1252",)),
        ("Il va à Paris demain", ("cp1252",)),
        ("20 €", ("cp1252",)),
        ("łódź", ("cp1250",)),
        ("iğne", ("cp1254",)),
        ("à", ("cp1252",)),
        ("ñ", ("cp1252",)),
        ("Ä", ("cp1252",)),
        ("é à", ("cp1252",)),
        ("Où ça ?", ("cp1252",)),
        ("停车费十元。", ("gb18030",)),
        ("开放时间：8:00-17:00", ("gb18030",)),
        ("灯塔建于1893年。", ("gb18030",)),
        ("票可以在窗口買。", ("big5", "gb18030")),
        ("渡し船は毎朝八時に出ます。", ("shift_jis", "euc_jp", "iso2022_jp")),
        ("港の事務所は月曜日に閉まります。", ("shift_jis", "euc_jp", "iso2022_jp")),
        ("カメラは持ち込めません。", ("shift_jis", "euc_jp")),
        ("등대는 1893년에 세워졌다.", ("euc_kr",)),
        ("灯台は閉まっています", ("shift_jis", "euc_jp")),
        ("안녕하세요", ("euc_kr",)),
        ("Маяк", ("cp866", "koi8_r", "cp1251")),
        ("Маяк стоит на молу.", ("cp866", "iso8859_5", "mac_cyrillic")),
        ("Якорь", ("cp866", "mac_cyrillic")),
        ("דמי העגינה", ("cp1255", "iso8859_8", "cp862")),
    ],
)
def test_a_word_or_two_tell_their_encoding(text: str, encodings: tuple[str, ...]) -> None:
    """By how often its letters are written; a language model has too little to go by."""
    for encoding in encodings:
        assert decode("x.txt", text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Što se tiče luke, lađe i čamci plove svaki dan osim u šestom mjesecu.", "iso8859_2"),
        (
            "A kikötő minden nap nyitva van, kivéve az ünnepnapokat, és díjat kérnek érte, ő.",
            "cp1250",
        ),
        (
            "El puerto está abierto cada día, señor, y la montaña no queda lejos de la mañana.",
            "iso8859_15",
        ),
        (
            "Osta ir atvērta katru dienu, un zvejnieki šodien atgriezīsies vakarā ar ķērienu.",
            "iso8859_4",
        ),
        (
            "La haveno estas malfermita ĉiutage, sed la ŝipoj ne ĉiam naĝas kaj oni aŭskultas.",
            "iso8859_3",
        ),
        ("항구는 매일 열려 있습니다. 요금은 아홉 크로네입니다.", "iso2022_kr"),
        ("ท่าเรือ “ใหม่” เปิดทุกวัน ยกเว้นวันหยุด ค่าจอดเรือคืนละเก้าโครน…", "cp874"),
        ("Le café est fermé le lundi.", "cp850"),
        ("La jetée fut construite en pierre.", "mac_roman"),
        ("Der Hafen ist geöffnet.", "cp437"),
        ("La città è grande, e le navi più vecchie restano in porto.", "mac_roman"),
        ("È già tardi, e il faro è spento.", "cp1252"),
    ],
)
def test_letters_that_no_language_has_tell_encodings_apart(text: str, encoding: str) -> None:
    """Encodings of one family swap a few letters; and no word has a sign in it."""
    assert decode("a.txt", text.encode(encoding)) == text
