"""Short news stories of our own: what was hoped before, what was decided, what is feared now.

General questions ("what did she decide?") are asked of news most; no set has them. Each part of
a story answers one of them and looks as if it answered the others.
"""

import json
import random
from collections.abc import Iterator
from pathlib import Path

from training.pairs import Group, Pair

STORIES = Path(__file__).with_name("news.jsonl")
REPEATS = 2
# Each story is asked in so many languages, English always one of them.
ASKED_IN = 3
PARTS = {"hoped": "background", "decided": "decision", "feared": "aftermath"}
QUESTIONS = {
    "decided": [
        "what did {who} decide?",
        "what has {who} decided to do?",
        "qu'a décidé {who} ?",
        "was hat {who} beschlossen?",
        "¿qué decidió {who}?",
        "cosa ha deciso {who}?",
        "o que decidiu {who}?",
        "что решили в итоге: {who}?",
        "що вирішив {who}?",
        "ماذا قرر {who}؟",
        "{who}决定了什么？",
        "{who} ne karar verdi?",
        "wat heeft {who} besloten?",
        "co postanowił {who}?",
        "{who}は何を決めましたか？",
    ],
    "hoped": [
        "what had {who} hoped for?",
        "what did {who} believe at first?",
        "qu'espérait {who} ?",
        "worauf hatte {who} gehofft?",
        "¿qué esperaba {who} al principio?",
        "на что надеялся {who}?",
        "ماذا كان يأمل {who}؟",
        "{who}原本希望什么？",
    ],
    "feared": [
        "what could follow from {who}'s decision?",
        "what do people fear now?",
        "que craint-on après la décision de {who} ?",
        "welche Folgen werden befürchtet?",
        "¿qué se teme ahora?",
        "чего теперь опасаются?",
        "ما المخاوف الآن؟",
        "人们现在担心什么？",
    ],
}


def news_groups(seed: int) -> list[Group]:
    """Every story's questions, each with the part that answers and one or two that do not."""
    chance = random.Random(seed)
    with STORIES.open(encoding="utf-8") as lines:
        stories = [json.loads(line) for line in lines]
    return [group for story in stories for group in _of_story(story, chance)] * REPEATS


def _of_story(story: dict[str, str], chance: random.Random) -> Iterator[Group]:
    for kind, templates in QUESTIONS.items():
        first, *others = templates
        for template in [first, *chance.sample(others, ASKED_IN - 1)]:
            question = template.format(who=story["who"])
            right = story[PARTS[kind]]
            start = right.index(story[kind])
            pair = Pair(question, right, start, start + len(story[kind]))
            wrong = [story[part] for part in PARTS.values() if story[part] != right]
            yield [pair, *map(pair.without, wrong)]
