"""Follow-ups take the question before along; topics are told from questions."""

import json
from pathlib import Path

import pytest

from bot.answering.understanding.bare import names_nothing, needs_another
from bot.answering.understanding.utterances import is_follow_up, topic_of
from index.evaluation.question_sets import read

DATA = Path(__file__).parents[3] / "data"
SET = [json.loads(line) for line in (DATA / "followups.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize(
    "question",
    [
        "and NATO?",
        "et l'OTAN ?",
        "Und die NATO?",
        "¿Y la OTAN?",
        "e la NATO?",
        "а НАТО?",
        "і НАТО?",
        "那北约呢？",
        "وماذا عن الناتو؟",
        "وحلف الناتو؟",
        "ve NATO?",
        "why?",
        "Pourquoi ?",
        "what about cyclists?",
    ],
)
def test_continuations_need_the_question_before(question: str) -> None:
    """In the languages the bot speaks."""
    assert is_follow_up(question)


@pytest.mark.parametrize(
    "question",
    [
        "What did Trump decide?",
        "Why does the bridge close in winter?",
        "Pourquoi Kuro est-il si fort ?",
        "Et in Arcadia ego, who painted it and when?",
        "Warum sind Rippenquallenfossilien selten?",
        "Andrew Jackson?",
        "E5 encoder?",
        "北约在哪里？",
        "",
    ],
)
def test_questions_that_stand_by_themselves_are_left_alone(question: str) -> None:
    """Also those that begin like a continuation."""
    assert not is_follow_up(question)


@pytest.mark.parametrize("name", ["questions.en.jsonl", "questions.fr.jsonl"])
def test_no_question_of_the_sets_is_taken_for_a_follow_up(name: str) -> None:
    """Harmless: none of them needs another question."""
    assert [q.text for q in read(DATA / name).questions if is_follow_up(q.text)] == []


@pytest.mark.parametrize(
    "question",
    ["and for it?", "but with her", "und für sie?", "et pour elle ?", "а она?"],
)
def test_small_words_alone_say_nothing(question: str) -> None:
    """They are of what was talked about, and no topic."""
    assert names_nothing(question)


@pytest.mark.parametrize(
    "question",
    ["and the US?", "and IT?", "and for cats?", "et le sucre ?", "for it", "und Kinder?",
     "and new people?", "y la casa?"],
)  # fmt: skip
def test_a_word_that_names_something_is_a_topic(question: str) -> None:
    """Also a common one, or one that is a small word but for its capitals."""
    assert not names_nothing(question)


# In each language of the bot: its name, "and …?", "what about …?".
NAMED = {
    "en": ("NATO", "And NATO?", "What about NATO?"),
    "fr": ("OTAN", "Et l'OTAN ?", "Qu'en est-il de l'OTAN ?"),
    "de": ("NATO", "Und die NATO?", "Was ist mit der NATO?"),
    "es": ("OTAN", "¿Y la OTAN?", "¿Qué pasa con la OTAN?"),
    "it": ("NATO", "E la NATO?", "Che ne è di NATO?"),
    "pt": ("NATO", "E a NATO?", "E quanto a NATO?"),
    "ru": ("НАТО", "А НАТО?", "Что насчёт НАТО?"),
    "uk": ("НАТО", "А НАТО?", "Що щодо НАТО?"),
    "ar": ("الناتو", "والناتو؟", "وماذا عن الناتو؟"),
    "zh": ("北约", "那北约呢？", "关于北约"),
    "tr": ("NATO", "Peki ya NATO?", "NATO hakkında ne diyor?"),
}


@pytest.mark.parametrize("language", NAMED)
def test_a_topic_is_found_in_each_language(language: str) -> None:
    """By its name alone, after "and", and after "what about", without an article."""
    name, *asked = NAMED[language]
    assert [topic_of(question) for question in (name, *asked)] == [name] * 3


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("Qu'en est-il du prix Nobel ?", "prix Nobel"),
        ("Parle-moi des drones", "drones"),
        ("Quid d'Alaska ?", "Alaska"),
        ("Háblame del premio Nobel", "premio Nobel"),
        ("Che ne è della NATO?", "NATO"),
        ("Parlami dell'Alaska", "Alaska"),
        ("E quanto alla NATO?", "NATO"),
        ("E quanto à OTAN?", "OTAN"),
        ("Quanto ao prémio Nobel?", "prémio Nobel"),
        ("What about the WHO?", "WHO"),
        ("Tell me about Will Smith", "Will Smith"),
        ("And what about Kim Jong-un?", "Kim Jong-un"),
        ("Parle-moi de Che Guevara", "Che Guevara"),
        ("Fala-me dos drones", "drones"),
    ],
)
def test_what_is_asked_about_is_told_from_how(question: str, topic: str) -> None:
    """An article may run together with "of" and "to"; a name may be a word that asks elsewhere."""
    assert topic_of(question) == topic


@pytest.mark.parametrize(
    "topic", ["drones", "prix Nobel de la paix", "Sofie Brandt?", "2025", "E5 encoder?", "Nobel"]
)
def test_names_of_some_words_are_topics(topic: str) -> None:
    """With or without a question mark."""
    assert topic_of(topic) == topic.rstrip("?")


@pytest.mark.parametrize(
    "question",
    [
        *("What did Trump decide?", "And who was the architect?", "Is NATO involved?", "why?"),
        *("Qui est Trump ?", "Et pourquoi ?", "Wer war das?", "¿Quién es?", "Что решил Трамп?"),
        *(
            "谁建的",
            "特朗普决定了什么？",
            "Ne karar verildi?",
            "من هو؟",
            "Putin visited Alaska twice",
        ),
        *("Did it rain?", "", "?", "The bridge was opened in the year 1987"),
        *(
            "What about the?",
            "Und die?",
            "Tell me about how it works",
            "WHAT ABOUT WHO",
            "And Who?",
        ),
    ],
)
def test_questions_and_sentences_are_no_topics(question: str) -> None:
    """They say themselves what is asked."""
    assert topic_of(question) is None


@pytest.mark.parametrize("question", ["why?", "Pourquoi ?", "Seit wann?", "为什么？", "لماذا؟"])
def test_a_bare_question_word_needs_another_question(question: str) -> None:
    """It is a follow-up, and says nothing by itself."""
    assert needs_another(question)
    assert is_follow_up(question)
    assert not needs_another("Why does the bridge close?")


def test_the_small_set_goes_on_from_questions() -> None:
    """What it is made for."""
    assert [row["question"] for row in SET if not is_follow_up(row["question"])] == []


@pytest.mark.parametrize("name", ["questions.en.jsonl", "questions.fr.jsonl"])
def test_no_question_of_the_sets_is_a_topic(name: str) -> None:
    """They are read as they stand."""
    assert [q.text for q in read(DATA / name).questions if topic_of(q.text)] == []


# By themselves nothing is asked by these, in each language and as people write: alone, after an
# "and", with a word more, in a greeting.
ALONE = """
    why?|why though?|Why is that?|How come?|and when?|
    But why?|hi, why?|Hello! And when?|when was that?|by whom?|
    with whom?|how many?|where is it?|why, please?|Pourquoi ça ?|
    Et pourquoi ?|Bonjour, pourquoi ?|C'était quand ?|Par qui ?|Combien ?|
    Pourquoi, svp ?|Comment ça ?|Ah bon, pourquoi ?|Wieso das denn?|Und warum?|
    Von wem?|Und von wem?|Wann war das?|Wie viele?|Hallo, warum?|
    Warum bitte?|¿Y eso por qué?|¿Por qué?|¿Y cuándo?|¿Cuándo fue eso?|
    ¿Con quién?|¿Cuántos?|Come mai?|E perché?|Da chi?|
    Quando è stato?|E quando?|Buongiorno, perché?|Porquê?|E porquê?|
    Por quem?|Quando foi isso?|Quantos?|Почему?|А почему?|
    Почему так?|Когда это было?|С кем?|Сколько?|Привет, почему?|
    Чому?|А чому?|Чому так?|Коли це було?|З ким?|
    Скільки?|Neden?|Peki neden?|Neden öyle?|Ne zaman oldu?|
    Kiminle?|Kaç?|Merhaba, neden?|لماذا؟|ولماذا؟|
    ومتى؟|وكيف؟|متى كان ذلك؟|مع من؟|كم؟|
    مرحبا، لماذا؟|为什么？|为什么呢？|那为什么呢？|什么时候？|
    跟谁？|多少？|您好，为什么？|为什么会这样？
"""
GREETED = """
    hello, and NATO?|Bonjour, et l'OTAN ?|Hallo, und die NATO?|Hola, ¿y la OTAN?|
    Ciao, e la NATO?|Olá, e a NATO?|Привет, а НАТО?|Привіт, а НАТО?|
    Merhaba, peki NATO?|مرحبا، والناتو؟|您好，那北约呢？|And NATO, please?
"""


@pytest.mark.parametrize("question", [one.strip() for one in ALONE.split("|")])
def test_what_asks_of_nothing_asks_of_the_answer_before(question: str) -> None:
    """Whatever little stands around it."""
    assert needs_another(question)
    assert is_follow_up(question)


@pytest.mark.parametrize("question", [one.strip() for one in GREETED.split("|")])
def test_a_greeting_hides_no_follow_up(question: str) -> None:
    """Nor do thanks after it."""
    assert is_follow_up(question)


@pytest.mark.parametrize(
    "question",
    [
        "What is that?",
        "Who is that man?",
        "The Who",
        "من هو",
        "كمبيوتر",
        "谁是泽连斯基",
        "Kaç tane tank?",
    ],
)
def test_what_names_something_stands_by_itself(question: str) -> None:
    """Though it begins with a word that asks, or has one in it."""
    assert not needs_another(question)
    assert not is_follow_up(question)


@pytest.mark.parametrize(
    "question",
    ["What is said about Lindholm?", "Que dit le texte sur l'Ukraine ?", "关于保修，文中怎么说？"],
)
def test_what_says_itself_what_it_is_about_goes_on_from_nothing(question: str) -> None:
    """The examples of `/start` are asked so, one after the other."""
    assert not is_follow_up(question)
