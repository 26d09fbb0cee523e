"""Utterances that are no whole question: what goes on from the one before, and mere topics.

A follow-up, "and NATO?", is found together with the question before it (`Retriever.retrieve`). A
topic, "NATO" or "what about NATO?", asks what is said about it, in whatever language. What a
language lacks here is only taken as it stands.
"""

import regex

from bot.answering.phrases import either
from bot.answering.understanding.bare import ENDS, needs_another
from bot.answering.understanding.courtesy import without_courtesy
from bot.answering.understanding.pointing import points_back
from index.text import ends_asking

# How a question begins that goes on from the last one.
_GOES_ON = either("openings.and", "openings.but", "openings.going_on")
# How somebody asks about something by its name only, after one of those or by itself.
_ABOUT = (
    f"{either('topics.about')}|(?:{either('topics.about_of')}) (?:{either('topics.of')})"
    f"|(?:{either('topics.about_to')}) (?:{either('topics.to')})"
)
# How somebody asks in so many words what is said of something, whatever that is called.
_SAID_OF = either("topics.said_of")
# Words that make a sentence of a few words a question by itself.
_ASKS = either("questions.asking", "questions.asking_whether")
_ASKING = regex.compile(
    rf"(?<![\p{{L}}\p{{M}}\p{{N}}])(?:{_ASKS})(?![\p{{L}}\p{{M}}\p{{N}}])"
    rf"|{either('questions.asking_joined')}",
    regex.IGNORECASE,
)
_AFTER_ABOUT = r"(?:\s+|(?<=['’]))(?=\S)"
_OPENING = regex.compile(rf"(?:{_GOES_ON}|{_ABOUT})(?![\p{{L}}\p{{M}}\p{{N}}'])", regex.IGNORECASE)
_LEADS = regex.compile(
    rf"(?:(?:{_GOES_ON})[\s,]+)?(?P<about>{_ABOUT}){_AFTER_ABOUT}|(?:{_GOES_ON})[\s,]+",
    regex.IGNORECASE,
)
_SAID = regex.compile(
    rf"(?:{_SAID_OF}){_AFTER_ABOUT}|{either('topics.said_of_joined')}", regex.IGNORECASE
)
# Written without a space after them: Chinese, and the Arabic "and" before an article or a phrase.
_JOINED = regex.compile(either("openings.going_on_joined"))
_JOINED_TOPIC = regex.compile(either("topics.before_joined"))
# After the topic: Chinese "and …?", Turkish "about …".
_TAIL = regex.compile(rf"(?:{either('topics.behind_joined')})$|\s+(?:{either('topics.behind')})$")
_ARTICLE = regex.compile(
    rf"(?:{either('topics.elided_articles')}"
    rf"|(?:{either('topics.articles', 'topics.short_articles')})\s+)(?=\S)"
)
# By themselves the shorter ones may be anything.
_ARTICLE_ALONE = regex.compile(either("topics.articles"))
_SMALL = regex.compile(r"\p{Ll}")
_QUOTES = '"“”„«»‘’「」'
# A question with more words than this says itself what it is about.
MOST_WORDS = 5
MOST_LETTERS_WITHOUT_SPACES = 9
# A topic is a name: it has so many words at most, of which the longer ones count most; letters
# where words are not parted.
TOPIC_WORDS, LONG_WORDS, TOPIC_LETTERS = 5, 3, 6
_LONG = 4
# What is asked about in so many words may be a whole heading.
MOST_SAID_OF = 80


def lacks_subject(question: str) -> bool:
    """Whether it names nothing that could be gone on from: "why?", "when does it close?"."""
    return needs_another(question) or points_back(without_courtesy(question).strip(ENDS))


def is_follow_up(question: str) -> bool:
    """Whether a question needs the one before: short, and begun as a continuation, or of "it"."""
    if lacks_subject(question):
        return True
    text = without_courtesy(question).strip(ENDS)
    if _unspaced(text):
        return len(text) <= MOST_LETTERS_WITHOUT_SPACES and bool(_JOINED.match(text))
    if len(text.split()) > MOST_WORDS:
        return False
    return bool(_OPENING.match(text) or _JOINED.match(text))


def asks(text: str, first: bool = False) -> bool:
    """Whether a word that asks is in it; with `first`, whether it begins with one."""
    found = _ASKING.search(text)
    return found is not None and (not first or len(text[: found.start()].split()) <= 1)


def topic_of(question: str) -> str | None:
    """What a question names and says nothing else about; None for other questions."""
    text = question.strip(ENDS)
    if said := _SAID.match(text):
        topic = _bare(text[said.end() :])
        return topic if 0 < len(topic) <= MOST_SAID_OF else None
    led = _LEADS.match(text)
    joined = led or _JOINED_TOPIC.match(text)
    topic = _bare(text[joined.end() if joined else 0 :])
    if not any(character.isalnum() for character in topic) or _ARTICLE_ALONE.fullmatch(topic):
        return None
    # "What about …" says that a topic comes: what is written as a name there asks nothing.
    named = bool(led and led["about"] and _SMALL.search(text))
    if any(not (named and one[0][0].isupper()) for one in _ASKING.finditer(topic)):
        return None
    if _unspaced(topic):
        return topic if len(topic) <= TOPIC_LETTERS else None
    asked = ends_asking(question.rstrip()) and topic == text
    words = topic.split()
    long = [word for word in words if len(word) >= _LONG]
    return topic if len(words) <= TOPIC_WORDS and len(long) <= LONG_WORDS - asked else None


def names_only(question: str) -> bool:
    """Whether a question is a topic's name and nothing else."""
    return topic_of(question) == question.strip(ENDS)


def _bare(topic: str) -> str:
    """Without what follows it, an article before it, and marks around it."""
    named = _TAIL.sub("", topic).strip(ENDS + _QUOTES)
    return _ARTICLE.sub("", named, count=1) if _ARTICLE.match(named) else named


def _unspaced(text: str) -> bool:
    return " " not in text and bool(regex.search(r"[\p{Han}\p{Thai}\p{Hiragana}]", text))
