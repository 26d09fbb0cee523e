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
    |thank (?:you|u)(?: (?:so|very) much)?(?: in advance)?|thx|cheers|(?:best|kind) regards
    |please|pls|plz|merci(?: bien| beaucoup| bcp)?(?: d'avance| par avance)?
    |(?:s'il (?:vous|te) pla[iî]t)|svp|stp|cordialement|bonne (?:journée|soirée)|bises
    |(?:(?:vielen|besten|herzlichen) dank|danke(?: schön| sehr)?)(?: im voraus)?|bitte
    |(?:(?:und )?(?:schöne|viele|liebe|beste) )grüße|mit freundlichen grüßen
    |(?:muchas |mil )?gracias(?: de antemano)?|por favor|un saludo|saludos
    |grazie(?: mille)?(?: in anticipo)?|per favore|cordiali saluti|(?:muito )?obrigad[oa]
    |cumprimentos|(?:заранее |большое )?спасибо(?: заранее)?|спс|пожалуйста|плиз|с уважением
    |(?:щиро |наперед )?дякую|будь ласка|(?:şimdiden )?(?:çok )?teşekkür(?:ler| ederim)
    |sağ ?olun|lütfen|kolay gelsin|شكراً?(?: جزيلا)?|مع الشكر|من فضلكم?|لو سمحت(?:م)?
    |谢谢(?:您|你|大家)?|多谢|麻烦(?:了|您了)|拜托了
"""
# After these it is what is asked about: "How do I say thank you?"
_SAYS = (
    "says?|said|means?|mean by|write|spell|translate|called|sings?|dit(?:-on)?|dire|signifie|"
    "écrit|heißt|heisst|bedeutet|sagt(?: man)?|sagen|schreibt|dice|decir|significa|diz(?:er)?|"
    "сказать|значит|означает|говорят|сказати|означає|кажуть|demek|denir|yazılır|تعني|يعني|معنى"
)
# Two letters that are names of firms, too: after a mark only.
_SHORT = r"(?<=[.,!?]\s*)(?:lg|mfg|vg|ty)"
# After these a name may stand: "Best regards, Tom".
_SIGNED = (
    "regards|cordialement|grüßen?|lg|mfg|vg|bises|saludos?|saluti|cumprimentos|уважением|cheers"
)
_EDGE = r"(?![\p{L}\p{M}\p{N}]|-\p{L})"
_BETWEEN = r"[\s,.!?;:…)(¡¿؟،。！，、~🙏😊🙂👋-]*"


def _any(*tables: str) -> str:
    return "|".join(regex.sub(r"\s*\n\s*", "", table) for table in tables)


_OPENS = regex.compile(
    rf"[\s¿¡]*(?:(?:{_any(_HELLO)})(?:\s+(?:{_TO_WHOM}))?|{_any(_EXCUSE)})"
    rf"(?:{_EDGE}|(?<=\p{{Han}})){_BETWEEN}",
    regex.IGNORECASE,
)
_CLOSES = regex.compile(
    rf"{_BETWEEN}(?<![\p{{Latin}}\p{{Cyrillic}}\p{{Arabic}}\p{{M}}\p{{N}}])"
    rf"(?<!(?<!\p{{L}})(?:{_SAYS})[\s\"'«“„]*)(?:{_any(_THANKS)}|{_SHORT}){_EDGE}"
    rf"(?:(?<={_SIGNED}),?\s+\p{{Lu}}\p{{L}}+)?{_BETWEEN}$",
    regex.IGNORECASE,
)
_ASKS = regex.compile(r"[?？؟]")


def without_courtesy(message: str) -> str:
    """The message without what only opens or closes it; itself if nothing else is in it."""
    bare = message
    while (opened := _OPENS.match(bare)) and opened.end() < len(bare):
        bare = bare[opened.end() :]
    while (closed := _CLOSES.search(bare)) and closed.start() > 0:
        mark = _ASKS.search(closed.group())
        bare = bare[: closed.start()] + (mark.group() if mark else "")
    return bare.strip() or message
