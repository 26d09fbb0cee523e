"""Small talk: messages that ask nothing of a text, and of which kind they are.

Not a language model: what people type to a bot first, last and in between, whole messages only.
"""

import unicodedata
from enum import StrEnum

import regex

from index.text import stream_safe


class Talk(StrEnum):
    """What a message says that asks nothing; where several are said, the first of these counts."""

    THANKS = "thanks"
    BYE = "bye"
    NO = "no"
    YES = "yes"
    WHO = "who"
    GREETING = "greeting"
    NOTHING = "nothing"


# Lower case, without punctuation; accents and vowel signs do not count (`_folded`).
_SAID = {
    Talk.THANKS: """
    thanks|thank you|thank you very much|thanks a lot|many thanks|thx|cheers|merci|merci beaucoup
    |danke|danke schön|danke sehr|vielen dank|gracias|muchas gracias|grazie|grazie mille|obrigado
    |obrigada|muito obrigado|muito obrigada|dank je|bedankt|tack|tak|takk|dziękuję|děkuji|mulțumesc
    |köszönöm|teşekkürler|teşekkür ederim|çok teşekkürler|sağ ol|sağol|ευχαριστώ|спасибо
    |большое спасибо|спасибо большое|огромное спасибо|спасибо огромное|благодарю|дякую|щиро дякую
    |дуже дякую|çok teşekkür ederim|teşekkür|شكرا جزيلا لك
    |תודה|شكرا|شكرا جزيلا|شكرا لك|ممنون|متشکرم|धन्यवाद
    |शुक्रिया|ขอบคุณ|ขอบคุณครับ|ขอบคุณค่ะ|cảm ơn|terima kasih|asante|谢谢|謝謝|多谢|谢谢你|谢谢您|感谢
    |ありがとう|ありがとうございます|감사합니다|고마워요|고마워
    """,
    Talk.BYE: """
    bye|bye bye|goodbye|see you|good night|au revoir|à bientôt|bonne nuit|tschüss|auf wiedersehen
    |gute nacht|adiós|hasta luego|buenas noches|arrivederci|buonanotte|adeus|tchau|até logo
    |boa noite|пока|до свидания|до побачення|бувай|مع السلامة|إلى اللقاء|再见|拜拜|晚安|görüşürüz
    |hoşça kal|güle güle|iyi geceler
    """,
    Talk.NO: """
    no|nope|no thanks|no thank you|non|non merci|nein|nein danke|no gracias|no grazie|não
    |não obrigado|нет|нет спасибо|ні|ні дякую|لا|لا شكرا|不|不是|没有|不用|不用了|hayır|yok
    """,
    Talk.YES: """
    ok|okay|okey|k|yes|yeah|yep|sure|fine|good|great|cool|nice|perfect|got it|i see|alright
    |all right|oui|d accord|très bien|parfait|ja|gut|super|alles klar|in ordnung|sí|si|vale
    |de acuerdo|muy bien|va bene|d accordo|perfetto|sim|está bem|tudo bem|certo|да|хорошо|ладно
    |понятно|ясно|ок|окей|так|добре
    |гаразд|зрозуміло|c est bon|tá bom|tá bem|está bom|موافق|أوكي
    |知道了|可以|好吧|نعم|حسنا|تمام|طيب|好|好的|是|是的|行|对|嗯|明白了|evet|tamam|peki|olur|lol
    """,
    Talk.WHO: """
    who are you|what are you|what can you do|what do you do|help|qui es tu|qui êtes vous
    |que peux tu faire|que sais tu faire|aide|wer bist du|wer sind sie|was kannst du|hilfe
    |quién eres|qué puedes hacer|ayuda|chi sei|cosa puoi fare|che cosa sai fare|aiuto|quem és tu
    |quem é você|o que podes fazer|o que você faz|ajuda|кто ты|кто вы|что ты умеешь|помощь|хто ти
    |що ти вмієш|допомога|من أنت|ماذا تستطيع أن تفعل|مساعدة|你是谁|你能做什么|帮助
    |sen kimsin|ne yapabilirsin|yardım
    """,
    Talk.GREETING: """
    hello|hi|hey|bot|hey there|hi there|hello there|good morning|good evening|good afternoon
    |how are you|test|bonjour|bonsoir|salut|coucou|ça va|comment ça va|comment vas tu|hallo
    |guten morgen|guten tag|guten abend|wie geht s|hola|buenos días|buenas tardes|qué tal|ciao
    |buongiorno|buonasera|come stai|olá|oi|bom dia|boa tarde|hoi|goedemorgen|hej|cześć|dzień dobry
    |ahoj|bună|bună ziua|szia|merhaba|selam|günaydın|iyi günler|nasılsın|γεια|γεια σου|καλημέρα
    |привет|здравствуйте|здравствуй|добрый день|доброе утро|добрый вечер|как дела|привіт
    |добрий день|доброго дня|як справи|שלום|مرحبا|أهلا|السلام عليكم|صباح الخير|مساء الخير|كيف حالك
    |سلام|नमस्ते|नमस्कार|สวัสดี|สวัสดีครับ|สวัสดีค่ะ|xin chào|chào|halo|selamat pagi|habari|jambo|你好|您好
    |嗨|早上好|晚上好|こんにちは|おはよう|こんばんは|안녕|안녕하세요
    """,
}
_NOT_LETTERS = regex.compile(r"[^\p{L}\p{M}\p{N}]+")
# What is often left out, or put in, where people type: "sì" and "si", "شكراً" and "شكرا". In other
# scripts such marks are vowels.
_MARKS = regex.compile(r"(?<=[\p{Latin}\p{Greek}\p{Cyrillic}\p{Arabic}])\p{Mn}+")


def _folded(text: str) -> str:
    """In small letters without their marks, words one space apart."""
    bare = _MARKS.sub("", unicodedata.normalize("NFD", stream_safe(text.casefold())))
    return _NOT_LETTERS.sub(" ", unicodedata.normalize("NFC", bare)).strip()


_PHRASES = {
    _folded(phrase): kind
    for kind, phrases in reversed(_SAID.items())
    for phrase in phrases.replace("\n", " ").split("|")
}
_SIGNS = {
    Talk.THANKS: "🙏❤♥😍🥰😘💯🎉👏🤝💐🌹",
    Talk.BYE: "",
    Talk.NO: "👎❌🙅",
    Talk.YES: "👍👌✅🆗✔😊🙂😀😃😄😁😉😎🔥",
    Talk.GREETING: "👋🤗",
}


def talk_in(message: str) -> Talk | None:
    """What is said where nothing is asked of the text; None for a question."""
    words = _folded(message).split()
    if not words:
        found = [kind for kind, signs in _SIGNS.items() if any(sign in message for sign in signs)]
        return found[0] if found else Talk.NOTHING
    if whole := _PHRASES.get(" ".join(words)):
        return whole
    said = [_PHRASES.get(word) for word in words]
    return next(kind for kind in Talk if kind in said) if None not in said else None
