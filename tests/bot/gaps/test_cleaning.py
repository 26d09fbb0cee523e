"""What of a question is kept, and what may tell of a person and is not."""

import pytest

from bot.gaps import cleaned, known_in
from index.building import build
from index.store import open_library
from index.text import Document
from tests.doubles import BagEncoder

KNOWN = {"museum", "lindholm", "bridge", "straße"}


def _known(word: str) -> bool:
    return word.casefold() in KNOWN


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ("Where can I park?", "Where can I park?"),
        ("Does Anna Berg work at the Lindholm Bridge?", "Does … work at the Lindholm Bridge?"),
        ("Call me on +46 70 123 45 67 please", "Call me on … please"),
        ("my mail is anna@example.org, answer me", "my mail is … answer me"),
        ("why did @annab leave https://example.org/x", "why did … leave …"),
        ("I was born on 4 May 1987, may I vote?", "I was born on … may I vote?"),
        ("Anna Berg wants to know the price", "… wants to know the price"),
        ("Wo ist die Kasse im Museum?", "Wo ist die Kasse im Museum?"),
        ("Wann kommt Frau Kellermann wieder ins Büro?", "Wann kommt Frau … wieder ins Büro?"),
        ("Ist Ute Kellermann heute wieder im Büro?", "Ist … heute wieder im Büro?"),
        ("Welche Ankergebühr gilt am Nordkai?", "Welche Ankergebühr gilt am Nordkai?"),
        ("Dürfen Hunde auf den Kai?", "Dürfen Hunde auf den Kai?"),
        ("Когда придёт Анна Коршунова?", "Когда придёт …"),
        ("停车场在哪里？", "停车场在哪里？"),
        ("What does Anna Berg do at the Museum?", "What does … do at the Museum?"),
        ("هل دفع محمد الحداد رسوم الميناء؟", "هل دفع … رسوم الميناء؟"),
        ("متى تعود السيدة ليلى إلى المكتب؟", "متى تعود السيدة … إلى المكتب؟"),
        ("هل يوجد موقف للسيارات؟", "هل يوجد موقف للسيارات؟"),
        ("王小明的电话号码是多少？", "…的电话号码是多少？"),
        ("请问李老师什么时候上班？", "请问…老师什么时候上班？"),
        ("金属垃圾怎么分类？", "金属垃圾怎么分类？"),
        ("高中在哪里？", "高中在哪里？"),
        ("Dupont sera-t-il licencié ?", "… sera-t-il licencié ?"),
        ("Jean-Pierre sera-t-il licencié ?", "… sera-t-il licencié ?"),
        ("Sera-t-il licencié ?", "Sera-t-il licencié ?"),
        ("Est-ce que d’Artagnan est là ?", "Est-ce que … est là ?"),
        ("D'Artagnan est-il là ?", "… est-il là ?"),
        ("L’entrée est-elle gratuite ?", "L’entrée est-elle gratuite ?"),
        ("Qu’est-ce qui est gratuit ?", "Qu’est-ce qui est gratuit ?"),
        ("Johnson owes how much rent?", "… owes how much rent?"),
        ("Johnson's salary is what?", "… salary is what?"),
        ("What's the rent of Johnson’s flat?", "What's the rent of … flat?"),
        ("How much does d'Artagnan owe?", "How much does … owe?"),
        ("Lindholm’s bridge is how long?", "Lindholm’s bridge is how long?"),
        ("Иванов когда уволен?", "… когда уволен?"),
        ("Когда уволен?", "Когда уволен?"),
        ("¿García cuánto debe?", "… cuánto debe?"),
        ("¿Cuánto debe?", "¿Cuánto debe?"),
        ("Ayşe'nin adresi nedir?", "… adresi nedir?"),
        ("İzin ne kadar?", "… ne kadar?"),
        ("İÇİN ne kadar?", "İÇİN ne kadar?"),
        ("Wo ist das?", "Wo ist das?"),
        ("– Where can I park?", "– Where can I park?"),
        ("Kellermann wieder da?", "Kellermann wieder da?"),
        ("Anna?", None),
        ("12 34", None),
        ("", None),
    ],
)
def test_what_is_kept(asked: str, kept: str | None) -> None:
    """Words that the texts have are nobody's secret."""
    assert cleaned(asked, _known) == kept


def test_no_question_is_kept_longer_than_a_line_or_two() -> None:
    """However long it was."""
    assert len(cleaned("why is it so " * 90, _known) or "") == 200


def test_words_of_the_texts_are_known(tmp_path: object) -> None:
    """However they are written."""
    library = open_library(f"{tmp_path}/library")
    text = Document("a", "A", "The Lindholm Bridge was opened.")
    build(library, [text], BagEncoder(), replace=True)
    view = library.open()
    known = known_in(view)
    assert known("Lindholm")
    assert known("BRIDGE")
    assert not known("Berg")
    assert not known("…")
    view.close()
