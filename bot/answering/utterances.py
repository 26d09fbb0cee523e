"""Utterances that are no question by themselves: small talk, and what goes on from the last one.

Small talk gets no quote; a follow-up, "and NATO?", is asked together with the question before it
(see `Retriever.retrieve`).
"""

import unicodedata
from collections.abc import Sequence

import regex

from index.retriever import Hit
from index.text import terms_of

# Whole messages, lower case, without punctuation. Not a language model: what people type first.
_PHRASES = frozenset(
    """
    hello|hi|hey|bot|hey there|hi there|hello there|good morning|good evening|good night
    |how are you|thanks|thank you|thank you very much|thanks a lot|thx|bye|goodbye|ok|okay|yes|no
    |cool|great
    |nice|lol|test|who are you|what can you do|help|bonjour|bonsoir|salut|coucou|merci
    |merci beaucoup|ça va|comment ça va|comment vas tu|au revoir|oui|non|d accord|hallo
    |guten morgen|guten tag|guten abend|danke|danke schön|vielen dank|wie geht s|tschüss|ja|nein
    |hola|buenos días|buenas tardes|buenas noches|gracias|muchas gracias|qué tal|adiós|sí|ciao
    |buongiorno|buonasera|grazie|grazie mille|come stai|olá|oi|bom dia|boa tarde|boa noite
    |obrigado|obrigada|muito obrigado|tudo bem|hoi|goedemorgen|dank je|bedankt|hej|tack|tak|takk
    |cześć|dzień dobry|dziękuję|ahoj|děkuji|bună|bună ziua|mulțumesc|szia|köszönöm|merhaba
    |selam|teşekkürler|teşekkür ederim|sağ ol|nasılsın|γεια|γεια σου|καλημέρα|ευχαριστώ|привет
    |здравствуйте|добрый день|спасибо|большое спасибо|как дела|пока|да|нет|привіт|дякую|שלום
    |תודה|مرحبا|أهلا|السلام عليكم|شكرا|شكرا جزيلا|كيف حالك|سلام|ممنون|متشکرم|नमस्ते
    |धन्यवाद|शुक्रिया|नमस्कार|สวัสดี|สวัสดีครับ|สวัสดีค่ะ|ขอบคุณ|ขอบคุณครับ|ขอบคุณค่ะ|xin chào
    |chào|cảm ơn|halo|selamat pagi|terima kasih|habari|asante|jambo|你好|您好|嗨|谢谢|謝謝|多谢
    |再见|こんにちは|おはよう|こんばんは|ありがとう|ありがとうございます|안녕|안녕하세요|감사합니다
    |고마워요|고마워
    """.replace("\n", " ").split("|")
)
_PHRASES_FOLDED = frozenset(" ".join(phrase.casefold().split()) for phrase in _PHRASES)
_NOT_LETTERS = regex.compile(r"[^\p{L}\p{M}\p{N}]+")

# How a question begins that goes on from the last one, lower case. A language that is missing
# only means that its follow-ups are taken as they stand.
_OPENINGS = (
    "and|but|or|so|what about|how about|who else|what else|et|mais|qui d'autre|quoi d'autre|"
    "und|aber|wer noch|was noch|y|e|pero|ma|mas|а|и|но|і|й|але|ve|peki|peki ya|ama|و|وماذا عن"
)
# What is a question by itself only after another one.
_ALONE = (
    "why|since when|until when|how long|how so|pourquoi|depuis quand|jusqu'à quand|warum|wieso|"
    "seit wann|bis wann|por qué|desde cuándo|hasta cuándo|perché|da quando|por quê|desde quando|"
    "почему|с каких пор|чому|відколи|neden|niçin|ne zamandan beri|لماذا|ولماذا|منذ متى|"
    "为什么|為什麼"
)
_OPENING = regex.compile(rf"(?:{_OPENINGS})(?![\p{{L}}\p{{M}}\p{{N}}'])", regex.IGNORECASE)
_WHOLE = regex.compile(_ALONE, regex.IGNORECASE)
# Written without a space after them.
_JOINED = regex.compile(r"(?:那|还有|而|و(?=\p{Arabic}))")
# A question with more words than this says itself what it is about.
MOST_WORDS = 5
MOST_LETTERS_WITHOUT_SPACES = 9


def is_small_talk(question: str, hits: Sequence[Hit]) -> bool:
    """Whether a message asks nothing: no letters, a greeting, or one word foreign to the text.

    A single word can only be looked up, never understood; in no hit, it is nobody's question.
    """
    folded = unicodedata.normalize("NFC", question).casefold()
    words = _NOT_LETTERS.sub(" ", folded).split()
    if not any(character.isalpha() for word in words for character in word):
        return True
    if " ".join(words) in _PHRASES_FOLDED or all(word in _PHRASES_FOLDED for word in words):
        return True
    return len(set(terms_of(question))) <= 1 and not any(hit.lexical for hit in hits)


def is_follow_up(question: str) -> bool:
    """Whether a question needs the one before: short, and begun like a continuation."""
    text = question.strip(" \t?？!.…¿¡؟").strip()
    if _WHOLE.fullmatch(text):
        return True
    if " " not in text and regex.search(r"[\p{Han}\p{Thai}\p{Hiragana}]", text):
        return len(text) <= MOST_LETTERS_WITHOUT_SPACES and bool(_JOINED.match(text))
    if len(text.split()) > MOST_WORDS:
        return False
    return bool(_OPENING.match(text) or _JOINED.match(text))
