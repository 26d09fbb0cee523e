"""What stands around a question and asks nothing: greetings, thanks, "could you tell me".

Small tables, for messages that go on with a question; messages of nothing else are small talk
(`bot.answering.small_talk`). What a language lacks here is read along, as everything was before.
"""

import regex

# How a message begins, in any order and number.
_HELLO = r"""
    hello|hi|hey|hiya|good (?:morning|afternoon|evening)|good day(?=\s*[,.!])
    |dear (?:all|team|sir or madam)
    |bonjour|bonsoir|salut|coucou|bjr|madame,? monsieur|hallo|guten (?:morgen|tag|abend)
    |moin|servus
    |hola|buenas(?: tardes| noches)?|buenos días|ciao|salve|buongiorno|buonasera|olá|oi|bom dia
    |boa (?:tarde|noite)|привет|здравствуйте|добр(?:ый|ого) (?:день|дня|вечер)|доброе утро
    |привіт|добр(?:ий|ого) (?:день|дня|вечір)|доброго ранку|вітаю|merhaba(?:lar)?|selam|iyi günler
    |günaydın|السلام عليكم|مرحبا|أهلا|صباح الخير|مساء الخير|您好|你好|早上好|晚上好|大家好
"""
_TO_WHOM = (
    "there|all|everyone|everybody|folks|team|à tou(?:s|tes)|tout le monde|zusammen|a todos|"
    "a tutti|всем|всім"
)
_EXCUSE = r"""
    sorry to bother(?: you)?|excuse me|quick question|i have a (?:quick )?question|just a question
    |(?:(?:could|can|would) (?:you|u)|(?:do|does) any(?:one|body)) (?:please |kindly )?(?:tell me
    |know)
    |(?:i'd|i would) like to (?:know|ask)|i (?:wanted|want) to (?:know|ask)|please tell me
    |(?:petite|j'ai une(?: petite)?) question|excusez[- ]moi|désolée? de vous déranger
    |(?:pouvez|pourriez|peux|pourrais)[- ](?:vous|tu) me dire|savez[- ]vous|dites[- ]moi
    |je (?:voudrais|souhaiterais|voulais|aimerais) savoir|entschuldigung|entschuldigen sie
    |(?:ich hätte|ich habe|hab|hätte) (?:mal )?eine (?:kurze )?frage|kurze frage
    |(?:können|könnten|kannst|könntest) (?:sie|du) mir (?:bitte )?sagen|wissen sie
    |ich (?:wollte|möchte) (?:gerne? )?(?:fragen|wissen)|una (?:pregunta|domanda)|disculpen?
    |perdón?|(?:me )?(?:podrían?|pueden?|podría) decir(?:me)?|sería tan amable de decirme
    |(?:quisiera|quería|me gustaría) saber|scusi(?: il disturbo)?|scusate
    |(?:sa|può|potrebbe|sapete|potete) dirmi|(?:vorrei|volevo) sapere|desculpe|uma pergunta
    |(?:pode|podem|poderia)(?:[- ]me)? dizer(?:[- ]me)?|(?:queria|gostaria de) saber
    |извините|простите|(?:подскажите|скажите)(?:,? пожалуйста)?|хотела? (?:бы )?(?:узнать|спросить)
    |вибачте|(?:підкажіть|скажіть)(?:,? будь ласка)?|хоті(?:в|ла) (?:би )?(?:дізнатися|запитати)
    |affedersiniz|pardon(?=\s*[,.!:])|bir sorum var|bir şey soracaktım|من فضلك|لو سمحت|عندي سؤال
    |(?:هل )?(?:ممكن|يمكن) (?:أن )?أعرف|打扰一下|不好意思|请问(?:一下)?|我想(?:问|知道)(?:一下)?
"""
# How it ends.
_THANKS = """
    (?:many |a lot of )?thanks(?: a lot| a million| so much)?(?: in advance)?
    |thank (?:you|u)(?: (?:so|very) much)?(?: in advance)?|(?:best|kind) regards|please
    |merci(?: bien| beaucoup| bcp)?(?: d'avance| par avance)?
    |(?:s'il (?:vous|te) pla[iî]t)|cordialement|bonne (?:journée|soirée)
    |(?:(?:vielen|besten|herzlichen) dank|danke(?: schön| sehr)?)(?: im voraus)?
    |(?:(?:und )?(?:schöne|viele|liebe|beste) )grüße|mit freundlichen grüßen
    |(?:muchas |mil )?gracias(?: de antemano)?|por favor|un saludo|saludos
    |grazie(?: mille)?(?: in anticipo)?|per favore|cordiali saluti|(?:muito )?obrigad[oa]
    |cumprimentos|(?:заранее |большое )?спасибо(?: заранее)?|пожалуйста|плиз|с уважением
    |(?:щиро |наперед )?дякую|будь ласка|(?:şimdiden )?(?:çok )?teşekkür(?:ler| ederim)
    |sağ ?olun|lütfen|kolay gelsin|شكراً?(?: جزيلا)?|مع الشكر|من فضلكم?|لو سمحت(?:م)?
    |谢谢(?:您|你|大家)?|多谢|麻烦(?:了|您了)|拜托了
"""
# After these it is what is asked about: "How do I say thank you?"
_SAYS = (
    "says?|said|means?|mean by|writes?|wrote|spell|translate|called|sings?|dit(?:-on)?|dire|"
    "signifie|écrit|heißt|heisst|bedeutet|steht|sagt(?: man)?|sagen|schreibt|dice|decir|significa|"
    "diz(?:er)?|"
    "сказать|значит|означает|говорят|сказати|означає|кажуть|demek|denir|yazılır|تعني|يعني|معنى"
)
# Names of firms, parties and a series, too: after a mark, or written as no name is.
_SHORT = "lg|mfg|vg|ty|svp|stp|plz|pls|thx|спс|cheers|bises|bitte"
_NO_NAME = "[Ss]vp|[Ss]tp|[Pp]lz|[Pp]ls|[Tt]hx|[Сс]пс|cheers|bises|bitte"
# No question ends with these: what follows them is what is asked about, "What is a thank you?".
_OPEN = r"""
    the|an?|der|die|eine?|einen|einer|un|une|una|uma|le|la|les|el|il|lo|gli|of|in|von|im|zur|zum
    |de|du|del|della|do|da|в|во|о|об|про|(?:what|who|which)\s+(?:is|are|was|were)
    |(?:was|wer)\s+(?:ist|sind|war|waren)|(?:qui|qué?|quién|chi|quem)\s+(?:est|es|son|è|é|são)
    |qu['’]est[- ]ce que?|что такое|що таке|ما هو|什么是
"""
# After these a name may stand: "Best regards, Tom".
_SIGNED = (
    "regards|cordialement|grüßen?|lg|mfg|vg|bises|saludos?|saluti|cumprimentos|уважением|cheers"
)
_EDGE = r"(?![\p{L}\p{M}\p{N}]|-\p{L})"
_BETWEEN = r"[\s,.!?;:…)(¡¿؟،。！，、~🙏😊🙂👋-]*+"
# A message is polite only so many times; what more there is stays.
_MOST = 10


def _any(*tables: str) -> str:
    return "|".join(regex.sub(r"\s*\n\s*", "", table) for table in tables)


_OPENS = regex.compile(
    rf"[\s¿¡]*+(?:(?:{_any(_HELLO)})(?:\s++(?:{_TO_WHOM}))?|{_any(_EXCUSE)})"
    rf"(?:{_EDGE}|(?<=\p{{Han}})){_BETWEEN}",
    regex.IGNORECASE,
)
# Both are read from the end, (?r), and give nothing back: from its beginning a message of 4,000
# dashes takes minutes.
_CLOSES = regex.compile(
    rf"(?r){_BETWEEN}(?<![\p{{Latin}}\p{{Cyrillic}}\p{{Arabic}}\p{{M}}\p{{N}}])"
    rf"(?<!(?<!\p{{L}})(?:{_SAYS})[\s\"'«“„]*+)(?:{_any(_THANKS)}"
    rf"|(?<=[.,!?]\s*+)(?:{_SHORT})|(?-i:{_NO_NAME})){_EDGE}"
    rf"(?:(?<={_SIGNED}),?\s++\p{{Lu}}\p{{L}}+)?{_BETWEEN}$",
    regex.IGNORECASE,
)
_UNFINISHED = regex.compile(
    rf"(?r)(?<![\p{{L}}\p{{M}}\p{{N}}])(?:{_any(_OPEN)})[\s\"'«“„]*+$", regex.IGNORECASE
)
_ASKS = regex.compile(r"[?？؟]")
_MARK = regex.compile(r"\s*[.,!?;:…؟،。！，]")


def without_courtesy(message: str) -> str:
    """The message without what only opens or closes it; itself if nothing else is in it."""
    bare = message
    for _ in range(_MOST):
        opened = _OPENS.match(bare)
        if not opened or opened.end() == len(bare):
            break
        bare = bare[opened.end() :]
    for _ in range(_MOST):
        closed = _CLOSES.search(bare)
        if not closed or closed.start() == 0 or _is_asked_about(bare, closed):
            break
        mark = _ASKS.search(closed.group())
        bare = bare[: closed.start()] + (mark.group() if mark else "")
    return bare.strip() or message


def _is_asked_about(bare: str, closed: "regex.Match[str]") -> bool:
    """Whether what closes the message is part of the question: "What is a thank you?"."""
    return bool(_UNFINISHED.search(bare[: closed.start()]) and not _MARK.match(closed.group()))
