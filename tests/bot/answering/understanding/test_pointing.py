"""Questions of "it" are told from those that name what they ask about."""

import pytest

from bot.answering.understanding.pointing import points_back
from bot.answering.understanding.utterances import is_follow_up


@pytest.mark.parametrize(
    "question",
    ["When does it close?", "Are they open on Mondays?", "Who founded it?", "It is open when?",
     "Are bicycles allowed there?", "Wie oft fährt sie?", "Wie lang ist er?",
     "Darf man dort essen?", "Elle ferme quand ?", "¿Se puede comer allí?", "Quanto pagano loro?",
     "Quando ela abre?", "Onu kim kurdu?", "Где он находится?", "Де вона працює?", "它有多长？",
     "IS IT OPEN?", "Is it allowed?", "Is it safe for children?", "What time is it open?",
     "How far is it from here?", "Ist es erlaubt?", "Was kostet es?", "Wie oft fährt es?",
     "Est-ce qu'il est permis ?"],
)  # fmt: skip
def test_it_stands_for_what_was_talked_about(question: str) -> None:
    """In the languages that say so in a word; it goes on from the question before."""
    assert points_back(question)
    assert is_follow_up(question)


@pytest.mark.parametrize(
    "question",
    ["Who runs IT?", "How many books are there?", "Haben Sie Hunde?", "Gibt es hier Hunde?",
     "Quanto costa il traghetto?", "Combien le bac coûte-t-il ?", "Est-ce qu'il y a un bac ?",
     "Quando abre o cais?", "¿Qué es el muelle?", "ما هو سعر التذكرة؟", "其他渡轮呢？",
     "谁会弹吉他？", "Does the pier close when it rains?", "Who is Anna? Is she ill?"],
)  # fmt: skip
def test_what_points_at_nothing_before_stands_by_itself(question: str) -> None:
    """A name, "there is", an article of another language; or it has named what it means."""
    assert not points_back(question)


@pytest.mark.parametrize(
    "question",
    ["Is it allowed to bring dogs?", "Is it ok if I smoke?", "Is it true that Trump won?",
     "How much is it to park?", "How much does it cost to park?", "What time is it in Oslo?",
     "What time is it?", "When it rains, who pays?", "Is it raining in Oslo?",
     "Ist es erlaubt zu grillen?", "Ist es möglich, hier zu parken?", "Was kostet es zu parken?",
     "Wie spät ist es in Oslo?", "Wie viel Uhr ist es?", "Wird es in Oslo regnen?",
     "Est-ce qu'il est permis de fumer ?", "Est-ce qu'il pleut à Oslo ?",
     "Est-ce qu'il faut réserver ?"],
)  # fmt: skip
def test_it_that_means_nothing_points_at_nothing(question: str) -> None:
    """What is allowed, what time it is, and the weather are said of no "it"."""
    assert not points_back(question)
    assert not is_follow_up(question)
