"""Questions that ask of nothing: "why?", "and when was that?". They need the one before."""

import regex

from bot.answering.courtesy import without_courtesy

# Words that ask, by themselves and with a preposition.
_ALONE = """
    why|why not|since when|until when|how long|how so|how come|what for|when|where|who|how|which
    |which ones?|how (?:much|many)|in (?:which|what) year|(?:by|for|from|to|with|of) whom
    |pourquoi|pourquoi pas|depuis quand|jusqu'à quand|quand|d['’]où|où|qui|comment|comment ça
    |combien|(?:par|pour|avec|à|de) qui|lequel|laquelle|lesquel(?:le)?s|en quelle année
    |c['’](?:est|était) (?:quand|où|qui|pourquoi|comment)
    |warum|wieso|weshalb|wozu|seit wann|bis wann|wann|wo|woher|wohin|wer|wie|wie viele?|wieviele?
    |(?:von|für|mit|zu) wem|für wen|welche[rs]?|in welchem jahr
    |por qué|para qué|desde cuándo|hasta cuándo|cuándo|dónde|(?:por |para |con |a |de )?quién|cómo
    |cuánt[oa]s?|cuál(?:es)?|en qué año
    |perché|come mai|da quando|quando|dove|(?:da |per |con |a |di )?chi|come|quant[oaie]|qual[ei]
    |in che anno
    |por quê|porquê|porque|para quê|desde quando|onde|(?:por |para |com |a |de )?quem|como
    |quant[oa]s?|qual|quais|em que ano
    |почему|отчего|зачем|с каких пор|когда|где|куда|откуда|кто|кем|с кем|(?:у|для|от) кого|кому|как
    |как так|сколько|какой|какая|какие|в каком году
    |чому|навіщо|відколи|коли|де|куди|звідки|хто|ким|з ким|(?:у|для|від) кого|кому|як|як так
    |скільки|який|яка|які|у якому році
    |neden|niçin|niye|ne zamandan beri|ne zaman|nerede|nereye|nereden|kim|kiminle|kim tarafından
    |nasıl|kaç|ne kadar|hangisi|hangi yıl
    |لماذا|لمَ|منذ متى|متى|أين|من أين|إلى أين|من|مع من|لمن|من قبل من|كيف|كيف ذلك|كم|أيهم|في أي عام
    |为什么|為什麼|为何|为啥|何时|什么时候|哪里|哪儿|谁|被谁|跟谁|怎么|怎么会|怎样|多少|几个|哪个|哪一年
"""
# What stands before and after them, and adds nothing.
_BEFORE = """
    and|but|so|et|et donc|mais|ah bon|und|aber|y|y eso|e|а|и|но|і|й|але|та|peki|ve|ama|و|那么?
"""
_AFTER = """
    though|then|exactly|so|that|not|(?:is|was) (?:that|it|this)|donc|ça|cela|exactement|au juste
    |est-ce|était-ce|denn|das|das denn|eigentlich|genau|nicht|(?:ist|war) (?:das|es)(?: denn)?
    |eso|así|exactamente|no|(?:es|fue) (?:eso|así)|mai|questo|esattamente|è stato
    |isso|assim|exatamente|não|(?:é|foi) isso|(?:это|так|же|именно)(?: было)?|это произошло|нет
    |(?:це|так|ж|саме)(?: було)?|ні|ki|öyle|böyle|yani|tam olarak|oldu|peki
    |ذلك|هذا|بالضبط|إذن|(?:كان|حدث) (?:ذلك|هذا)|呢|啊|这样|会这样|的
"""
ENDS = " \t\u00a0?？!！.。…¿¡؟,，;:"
"""What may stand around a question."""


def _any(table: str) -> str:
    return regex.sub(r"\s*\n\s*", "", table)


_BARE = regex.compile(
    rf"(?:(?:{_any(_BEFORE)})(?:[\s,]++|(?<=[و那么])))?(?:{_any(_ALONE)})"
    rf"(?:(?:[\s,]++|(?=\p{{Han}}))(?:{_any(_AFTER)}))?",
    regex.IGNORECASE,
)


def needs_another(question: str) -> bool:
    """Whether a question says nothing by itself, whatever greets or thanks around it."""
    return bool(_BARE.fullmatch(without_courtesy(question).strip(ENDS)))
