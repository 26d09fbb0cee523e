"""Full stops of abbreviations, as notices, addresses and names have them."""

import pytest

from index.text.sentences import sentence_spans
from index.text.short_days import short_days


def _parts(text: str, language: str | None) -> list[str]:
    return [span.of(text) for span in sentence_spans(text, language)]


@pytest.mark.parametrize(
    ("language", "whole"),
    [
        ("en", "Open Mon.-Fri. 9-5, Sat. 10-4."),
        ("en", "The lift carries max. 6 persons."),
        ("en", "Call +44 20 7946 0000, ext. 12, or tel. +44 1223 5."),
        ("en", "He met Sen. Ted Cruz and Lt. Gov. Dan Patrick."),
        ("en", "Bldg. 5, apt. 12, min. £5 a night."),
        ("de", "Geöffnet Mo. - Fr. 9–17 Uhr in der Hauptstr. 12, Zi. 5."),
        ("de", "Mo. Ruhetag."),
        ("de", "Es kostet 50 € zzgl. MwSt. und mind. 3 € im Monat für Frau Dipl.-Ing. Weber."),
        ("fr", "Ouvert lun. 9 h, sam. 10 h, bât. 3, appt. 12."),
        ("es", "Reservas del Ing. Pérez en el tlf. 91 555 12 34, máx. 4 personas, sáb. 10:00."),
        ("it", "Aperto lun. 9-12, int. 5, Ing. Rossi."),
        ("pt", "Seg. 9h, máx. 4 pessoas, Eng. Silva e Exmo. Sr. Costa."),
        (
            "ru",
            "Тел. 8 (495) 555-12, ул. Ленина, д. 5, корп. 2, кв. 17, пн. 9-18, 15 руб. 50 коп.",
        ),
        ("uk", "Вул. Шевченка, буд. 5, макс. 20 осіб, тел. 044 123."),
        (
            "tr",
            "Atatürk Mah. Cumhuriyet Cad. No: 15, Sn. Yılmaz, maks. 20 kişi, Pzt. - Cum. 9:00.",
        ),
        ("hi", "डॉ. शर्मा और प्रो. सिंह आए।"),
        ("th", "ผู้อำนวยการคือ ดร. สมชาย ใจดี โทร. 02-555-1234 เวลา 10.00 น. ถึง 18.00 น."),
        ("vi", "TP. Hồ Chí Minh có TS. Nguyễn Văn A, ĐT. 091 234."),
        ("pl", "O godz. 10:00 przy ul. Długiej 5."),
        (None, "Mo. 9-12 Uhr, Di. 14-18 Uhr, lun. 9-12, пн. 9-18, сб. 10-14."),
    ],
)
def test_notices_are_not_cut_at_abbreviations(language: str | None, whole: str) -> None:
    """Days, limits, telephones, addresses, sums, titles: the number or name goes with them."""
    assert _parts(whole, language) == [whole]


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        ("en", ["We are open on Sat.", "Tickets cost £5."]),
        ("en", ["Is it open?", "No.", "It is closed."]),
        ("en", ["It opens at 9 a.m.", "The café is shut."]),
        ("en", ["They saw the gov.", "He left the U.S.", "It was late."]),
        ("en", ["It takes 30 min.", "Bring water.", "It is 5 km.", "12 people came."]),
        ("de", ["Er kam am Mo.", "Der Laden in der Ringstr.", "Er war zu.", "5 sind frei."]),
        ("fr", ["Le parking est à l'est.", "Pour 10 pers. max.", "Réservation obligatoire."]),
        ("fr", ["Il va à 8 h.", "Il mesure 5 mm.", "Anna attend.", "Elle a 5 kg.", "3 vont."]),
        ("it", ["Vive qui da due anni fa.", "Mario è medico."]),
        ("pt", ["A casa fica junto ao mar.", "É bonita."]),
        ("ru", ["Он родился в 1990 г.", "Он знал законы движения тел.", "Планеты кружат."]),
        (
            "tr",
            ["Bunu al.", "Ahmet görmedi, ben de sen.", "Ahmet geldi.", "Güzel ev.", "Ali gör."],
        ),
        ("hi", ["वह घर पर है.", "राम आया."]),
    ],
)
def test_short_words_end_sentences(language: str, parts: list[str]) -> None:
    """What is an abbreviation elsewhere, or is one and ends a sentence as the next word shows."""
    assert _parts(" ".join(parts), language) == parts


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        ("de", ["Geöffnet 9-17.", "Eintritt frei ab 9:30.", "Es kostet 1,50.", "Kinder nichts."]),
        ("de", ["Das Amt ist in der Hauptstr. 12.", "Der Bus hält in Zi. 3.", "Sie wartet."]),
        ("de", ["Vom 2.-3. Oktober und am 9. November ist zu.", "Er kam um 9.", "Dann ging er."]),
        (None, ["She was called to the bar at the age of 22.", "She won 3-1.", "Peter lost."]),
    ],
)
def test_not_every_number_before_a_capital_is_an_ordinal(
    language: str | None, parts: list[str]
) -> None:
    """The last of hours or an amount is none, nor one that ends what a word names."""
    assert _parts(" ".join(parts), language) == parts


def test_days_are_known_by_their_language() -> None:
    """Portuguese "out." is October, in English it is a word; words written in full are none."""
    assert "out" in short_days("pt")
    assert "out" not in short_days("en")
    assert "May" not in short_days("en")
    assert {"Mo", "Fr", "So"} <= short_days("de") <= short_days(None)
    assert short_days("xx") == short_days("not a language") == frozenset()
