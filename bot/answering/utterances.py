"""Utterances that are no whole question: what goes on from the one before, and mere topics.

A follow-up, "and NATO?", is found together with the question before it (`Retriever.retrieve`). A
topic, "NATO" or "what about NATO?", asks what is said about it, in whatever language. What a
language lacks here is only taken as it stands.
"""

import regex

from bot.answering.bare import ENDS, needs_another
from bot.answering.courtesy import without_courtesy

# How a question begins that goes on from the last one.
_GOES_ON = (
    "and|but|or|so|et|mais|und|aber|y|e|pero|ma|mas|а|и|но|і|й|але|та|ve|peki ya|peki|ya|ama|و|"
    "who else|what else|qui d'autre|quoi d'autre|wer noch|was noch|quién más|qué más|chi altro|"
    "che altro|quem mais|que mais|кто ещё|что ещё|хто ще|що ще|başka kim|başka ne"
)
# "Of" and "to" with the article they run together with, French, Spanish, Italian and Portuguese.
_OF = "de|du|des|d['’]|del|do|da|dos|das"
_DI = "di|del|dello|della|dei|degli|delle|dell['’]|d['’]"
_TO = "a|à|ao|às|aos|al|allo|alla|ai|agli|alle|all['’]"
# How somebody asks about something by its name only, after one of those or by itself.
_ABOUT = (
    "what about|how about|tell me about|tell me more about|"
    f"(?:qu'en est-il|quid|parle-moi|parlez-moi|à propos|au sujet|háblame|hábleme|fala-me|fale-me)"
    f" (?:{_OF})|was ist mit|wie steht es mit|erzähl mir von|erzählen sie mir von|qué hay de|"
    f"qué pasa con|(?:che ne è|che dire|parlami|mi parli) (?:{_DI})|(?:quanto|riguardo) (?:{_TO})|"
    "que tal|"
    "что насчёт|что насчет|а как же|расскажи (?:о|об|про)|расскажите (?:о|об|про)|що щодо|"
    "як щодо|розкажи про|розкажіть про|ماذا عن|وماذا عن|حدثني عن|أخبرني عن"
)
# How somebody asks in so many words what is said of something, whatever that is called.
_SAID_OF = (
    "what (?:does (?:it|the text|the article) say|is said|is known) about|que dit(?:-on| le texte|"
    " l'article)?(?: de| sur| à propos de)|was sagt der (?:text|artikel) (?:über|zu)|qué dice "
    "(?:el texto )?(?:sobre|de)|(?:che )?cosa dice (?:il testo )?(?:su|di)|o que diz (?:o texto )?"
    "sobre|что (?:в тексте )?(?:сказано|говорится) (?:о|об|про)|що (?:в тексті )?(?:сказано|"
    "говориться) про|ماذا يقول النص عن|metin(?= .+ hakkında)"
)
# Words that make a sentence of a few words a question by itself.
_ASKING = regex.compile(
    r"(?<![\p{L}\p{M}\p{N}])(?:who|whom|whose|what|when|where|why|how|which|is|are|was|were|do|"
    r"does|did|can|could|will|would|should|has|have|qui|que|qu|quoi|quand|où|pourquoi|comment|"
    r"combien|quels?|quelles?|lequel|laquelle|est|sont|wer|wen|wem|was|wann|wo|wohin|woher|warum|"
    r"wieso|weshalb|wie|welche[rsnm]?|wieviele?|ist|sind|hat|haben|kann|quién|quiénes|qué|cuándo|"
    r"dónde|cómo|cuál|cuáles|cuánt[oa]s?|es|son|chi|che|cosa|quando|dove|perché|come|quale|quali|"
    r"quant[oaie]|è|sono|quem|o que|onde|porque|porquê|como|qual|quais|quant[oa]s|é|são|кто|что|"
    r"когда|где|куда|откуда|почему|зачем|как|какой|какая|какое|какие|сколько|чей|хто|що|коли|де|"
    r"куди|чому|навіщо|як|який|яка|яке|які|скільки|чий|kim|kimi|ne|neden|niçin|nasıl|nerede|nereye|"
    r"hangi|kaç|m[iıuü]|من|ما|ماذا|متى|أين|لماذا|كيف|كم|أي|هل)(?![\p{L}\p{M}\p{N}])"
    r"|[谁什何哪怎几吗]|多少|是否|为啥",
    regex.IGNORECASE,
)
_AFTER_ABOUT = r"(?:\s+|(?<=['’]))(?=\S)"
_OPENING = regex.compile(
    rf"(?:{_GOES_ON}|{_ABOUT}|{_SAID_OF})(?![\p{{L}}\p{{M}}\p{{N}}'])", regex.IGNORECASE
)
_LEADS = regex.compile(
    rf"(?:(?:{_GOES_ON})[\s,]+)?(?P<about>{_ABOUT}){_AFTER_ABOUT}|(?:{_GOES_ON})[\s,]+",
    regex.IGNORECASE,
)
_SAID = regex.compile(rf"(?:{_SAID_OF}){_AFTER_ABOUT}|关于(?=.+文中怎么说$)", regex.IGNORECASE)
# Written without a space after them: Chinese, and the Arabic "and" before an article or a phrase.
_JOINED = regex.compile(r"(?:那么?|还有|而|关于|و(?=\p{Arabic}))")
_JOINED_TOPIC = regex.compile(r"(?:那么?|还有|而|关于|说说|谈谈|و(?=ال)|و(?=\p{Arabic}+\s))")
# After the topic: Chinese "and …?", Turkish "about …".
_TAIL = regex.compile(
    r"(?:呢|怎么样|，?文中怎么说)$|\s+(?:hakkında(?: ne (?:diyor|deniyor))?|ne oldu)$"
)
# By themselves the shorter ones may be anything.
_LONG_ARTICLES = "the|le|la|les|der|die|das|dem|den|el|los|las|il|lo|gli"
_ARTICLE = regex.compile(rf"(?:l['’]|(?:{_LONG_ARTICLES}|i|o|a|os|as)\s+)(?=\S)")
_ARTICLE_ALONE = regex.compile(_LONG_ARTICLES)
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


def is_follow_up(question: str) -> bool:
    """Whether a question needs the one before: short, and begun like a continuation."""
    if needs_another(question):
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
    asked = question.rstrip().endswith(("?", "？", "؟")) and topic == text
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
