"""Several questions in one message are told apart."""

import json
from pathlib import Path

import pytest

from bot.answering.understanding.meant import as_meant
from bot.answering.understanding.parts import goes_on_after, parts_of

DATA = Path(__file__).parents[3] / "data"


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("When is there no water? And where do we get it then?",
         ["When is there no water?", "And where do we get it then?"]),
        ("how much is the rent and when is it due", ["how much is the rent", "when is it due"]),
        ("quel était le résultat et quand commence l'enquête ?",
         ["quel était le résultat", "quand commence l'enquête ?"]),
        ("E2是什么意思？售后电话多少？", ["E2是什么意思？", "售后电话多少？"]),
        ("Πότε ανοίγει το λιμάνι; Ποιος το διευθύνει σήμερα;",
         ["Πότε ανοίγει το λιμάνι;", "Ποιος το διευθύνει σήμερα;"]),
        ("Who opened it; who closed it; why?", ["Who opened it; who closed it; why?"]),
        ("Can I leave? I am 34.", ["Can I leave? I am 34."]),
        ("Who decided and why", ["Who decided and why"]),
        ("who won? who lost? who played there? who cares?",
         ["who won? who lost? who played there? who cares?"]),
        ("What did Trump say and do?", ["What did Trump say and do?"]),
        ("Wat kost een hond per nacht? Hoe diep is het zwembad?",
         ["Wat kost een hond per nacht?", "Hoe diep is het zwembad?"]),
        ("How are you? When does the pool open?", ["When does the pool open?"]),
    ],
)  # fmt: skip
def test_two_questions_are_told_apart(question: str, parts: list[str]) -> None:
    """Where each can be asked by itself; what is only told belongs to the question."""
    assert parts_of(question) == parts


@pytest.mark.parametrize(
    "question",
    [
        "Which machines are free and have a long programme?",
        "Which members are students and are at least 21 years old?",
        "Who lives in the house and has a dog?",
        "What is allowed on weekdays and is forbidden on Sundays?",
        "Which lines start at the station and do not run on Sunday?",
        "Welche Zimmer haben Balkon und sind barrierefrei?",
        "Qui habite à Paris et est étudiant ?",
        "Quais cursos são gratuitos e são para crianças?",
        "Chi abita in centro e è residente?",
    ],
)
def test_two_things_said_of_one_are_one_question(question: str) -> None:
    """A verb behind the "and" asks nothing of its own."""
    assert parts_of(question) == [question]


@pytest.mark.parametrize(
    "question",
    [
        "Is the pool open today | and | is the sauna free?",
        "Where is the nearest office | and | can I park there?",
        "Wo liegt das neue Büro | und | kann ich dort parken?",
        "Où se trouve le bureau | et | est-il ouvert le dimanche ?",
        "Is there a big pool | and | how deep is it?",
    ],
)
def test_a_verb_with_who_or_what_it_is_said_of_asks(question: str) -> None:
    """And one behind a question that begins with one, too."""
    one, joint, other = question.split(" | ")
    assert parts_of(f"{one} {joint} {other}") == [one, other]


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("When was it opened? And when?", ["When was it opened?", "And when?"]),
        ("When was the pier opened? Why?", ["When was the pier opened?", "Why?"]),
        ("When was the pier opened? And the ferry?",
         ["When was the pier opened?", "And the ferry?"]),
        ("Когда открыли мост? А архитектор?", ["Когда открыли мост?", "А архитектор?"]),
        ("¿Cuándo se inauguró el muelle? ¿Cuánto cuesta?",
         ["¿Cuándo se inauguró el muelle?", "¿Cuánto cuesta?"]),
        ("桟橋はいつ開きますか？いくらですか？", ["桟橋はいつ開きますか？", "いくらですか？"]),
        ("ท่าเรือเปิดเมื่อไหร่? ตั๋วราคาเท่าไหร่?", ["ท่าเรือเปิดเมื่อไหร่?", "ตั๋วราคาเท่าไหร่?"]),
        ("When was the pier opened? what does the ferry cost",
         ["When was the pier opened?", "what does the ferry cost"]),
        ("Where is it? What I saw was a bridge.", ["Where is it? What I saw was a bridge."]),
        ("Is the pier open? Really?", ["Is the pier open? Really?"]),
    ],
)  # fmt: skip
def test_what_is_short_or_has_no_mark_is_asked_too(question: str, parts: list[str]) -> None:
    """In scripts that part no words, too; what only tells, or doubts, asks nothing."""
    assert parts_of(question) == parts


@pytest.mark.parametrize(
    "question",
    [
        "What's the fee? which I paid already",
        "Is the pool open? when I was there it was closed",
        "Is the pool open? and when I was there it was closed",
        "Where is the museum? who knows",
        "Can I bring my dog? are dogs allowed. Please answer soon",
        "Was kostet ein Platz? was ich schade finde",
        "Wo liegt das Museum? wo ich einmal war",
        "Où est le musée ? quand j'étais là il était fermé",
        "Где находится музей? когда я был там он закрылся",
    ],
)
def test_what_is_added_behind_a_question_is_not_another(question: str) -> None:
    """It begins with a word that asks, and tells."""
    assert parts_of(question) == [question]


@pytest.mark.parametrize(
    "question",
    [
        "When was the pier opened? | who knows where the ferry goes",
        "When was the pier opened? | when does it close",
        "When was the pier opened? | and which I-95 exit is it",
        "Wann öffnet das Museum? | wo kann ich parken",
        "Quand ouvre le musée ? | où je peux me garer",
    ],
)
def test_what_asks_without_a_mark_is_another(question: str) -> None:
    """Also where it begins much like what is only added."""
    one, other = question.split(" | ")
    assert parts_of(f"{one} {other}") == [one, other]


FIRST = "When was the pier opened?"


@pytest.mark.parametrize(
    "part",
    ["And when?", "and the ferry?", "when is it due", "And where do we get it?",
     "How many stalls do they have?", "Are bicycles allowed there?", "Wie oft fährt sie?",
     "Wann wurde es gegründet?", "Est-ce qu'il circule en hiver ?", "Elle ferme quand ?",
     "¿Cuándo abre?", "Quanto costa?", "Como é que ela funciona?", "Onu kim kurdu?",
     "Как часто он ходит?", "Коли його заснували?", "它有多长？", "那渡轮呢？",
     "Et en quelle année ?", "وماذا عن العبارة؟", "IS IT OPEN IN WINTER"],
)  # fmt: skip
def test_what_names_nothing_goes_on_from_the_first(part: str) -> None:
    """It begins so, says "it", or has no word to spare."""
    assert goes_on_after(part, FIRST) == (FIRST,)


@pytest.mark.parametrize(
    "part",
    ["What does the ferry cost?", "Who runs the museum?", "How many books are there?",
     "Who runs IT?", "Gibt es Hunde im Park?", "Haben Sie Hunde?", "Il y a un musée ?",
     "Combien le bac coûte-t-il ?", "Quanto costa il traghetto?", "¿Qué es el transbordador?",
     "Quando abre o museu?", "Feribot ne kadar?", "Сколько стоит паром?", "Скільки коштує пором?",
     "ما هو سعر التذكرة؟", "渡轮票价多少？", "其他票价多少？", "フェリーはいくらですか？"],
)  # fmt: skip
def test_what_may_be_whole_is_asked_by_itself_too(part: str) -> None:
    """However short; "there is" and "il y a" point at nothing."""
    assert goes_on_after(part, FIRST) == ("", FIRST)


@pytest.mark.parametrize(
    "part",
    ["What do the dockers of the port fear?", "Does the pier close when it rains?",
     "博物馆在什么时候由谁成立，现在的馆长是谁？"],
)  # fmt: skip
def test_a_long_one_is_whole(part: str) -> None:
    """Counted by letters where words are not parted."""
    assert goes_on_after(part, FIRST) == ("",)


def test_most_single_questions_stay_one() -> None:
    """Of our own sets no more than one in fifty is cut that is not meant to be two."""
    asked = [
        one["question"]
        for name in ("single", "official", "mixed", "lookalike")
        for line in (DATA / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        for one in json.loads(line)["questions"]
    ]
    assert sum(len(parts_of(as_meant(one))) > 1 for one in asked) <= len(asked) / 50
