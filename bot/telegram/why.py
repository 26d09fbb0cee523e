"""`/why`: why the last answer, or why none, in words; the figures behind them when asked for."""

from collections.abc import Sequence

import regex
from telegram import InlineKeyboardMarkup, Message, Update

from bot.answering import Answer, NoAnswer, Quote
from bot.telegram.admission import TurnedAway
from bot.telegram.askers import Asker
from bot.telegram.asking import left_unanswered, whole
from bot.telegram.buttons import Figures
from bot.telegram.composing import ChatText
from bot.telegram.context import Context
from bot.telegram.incoming import others
from bot.telegram.keyboards import button
from bot.telegram.memory import Asked
from bot.telegram.sending import reply
from bot.telegram.texts import Texts, short
from bot.telegram.under import Under
from index.retriever import Hit
from index.text import terms_of

# How much of a sentence is shown, in code points, of how many passages, and how many words.
OPENING, SHOWN, WORDS = 70, 5, 4
# Digits of a confidence, and at most where fewer do not tell it from what it takes.
DIGITS, MOST_DIGITS = 2, 4
# Shorter words, but names and numbers, are in every sentence.
_LONG = 4
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")


async def why_command(update: Update, context: Context) -> None:
    """`/why`: of the last answer, or of the one replied to."""
    message = update.effective_message
    if not message:
        return
    here, say = context.here, context.here.say(message.from_user)
    who = Asker.who_wrote(message)
    asked = here.memory.last(who.chat_id, who.user_id, who.topic)
    if other := message.reply_to_message:
        asked = None if others(message, context.bot.id) else asked
        asked = here.memory.of_message(message.chat_id, other.message_id) or asked
    try:
        asked = await whole(here, asked) if asked else None
    except TurnedAway as away:
        await reply(message, ChatText(away.words(say) or say("busy")))
        return
    if asked is None or not asked.result.hits:
        await reply(message, ChatText(say("why-nothing")))
        return
    await reply(message, ChatText(reasons(asked, say)), _figures_button(asked, say))


def _figures_button(asked: Asked, say: Texts) -> InlineKeyboardMarkup | None:
    """Where the answer stands, the button finds the figures again."""
    known = [*asked.shown_in, *([asked.asked_in] if asked.asked_in is not None else [])]
    if not known:
        return None
    return InlineKeyboardMarkup([[button(say("figures-button"), Figures(known[0]))]])


async def figures_pressed(under: Under, message: Message, at: Figures) -> None:
    """The figures, below the words."""
    here, say = under.context.here, under.say
    asked = here.memory.of_message(message.chat_id, at.message)
    if asked is None:
        await under.tell(say("forgotten-question"), alert=True)
        return
    asked = await whole(here, asked)
    await under.tell()
    await under.redraw(ChatText(f"{reasons(asked, say)}\n\n{figures(asked.result, say)}"))


def reasons(asked: Asked, say: Texts) -> str:
    """Which sentence, what it shares with the question, and how surely it answers."""
    result = asked.result
    quote = result.quotes[0] if isinstance(result, Answer) else result.closest
    if quote is None:
        return say("why-nothing")
    lines = [_place(quote, result.hits, say), _shared(asked.question, quote, say)]
    if isinstance(result, NoAnswer):
        confidence, needed = _apart(result.confidence, result.threshold, say)
        lines.append(say("why-refused", confidence=confidence, needed=needed))
    else:
        key = "why-sure" if result.quotes_sure else "why-unsure"
        confidence, sure = _apart(result.confidence, result.sure_from, say)
        lines += [say(key, confidence=confidence, sure=sure), *left_unanswered(result, say)]
    return "\n".join(lines)


def _apart(found: float, needed: float, say: Texts) -> tuple[str, str]:
    """Both in so many digits that what is less reads as less."""
    for digits in range(DIGITS, MOST_DIGITS + 1):
        shown = say.number(found, digits), say.number(needed, digits)
        if found == needed or shown[0] != shown[1]:
            break
    return shown


def _place(quote: Quote, hits: Sequence[Hit], say: Texts) -> str:
    opening = short(quote.text, OPENING)
    title = short(quote.document.title or quote.document.public_id, OPENING)
    for hit in hits:
        passage = hit.passage
        if passage.document.doc_id == quote.document.doc_id and passage.span.contains(quote.span):
            before = sum(one.start < quote.span.start for one in passage.sentences)
            return say("why-sentence", number=before + 1, title=title, words=opening)
    return say("why-place", title=title, words=opening)


def _shared(question: str, quote: Quote, say: Texts) -> str:
    """The words of the question that the quote has, in the form of the question."""
    there = set(terms_of(quote.text))
    words = [
        word
        for word in dict.fromkeys(_WORD.findall(question))
        if (len(word) >= _LONG or not word.islower()) and set(terms_of(word)) <= there
    ]
    if not words:
        return say("why-shares-none")
    return say("why-shares", words=say.listed(say("quoted", words=one) for one in words[:WORDS]))


def figures(result: Answer | NoAnswer, say: Texts) -> str:
    """The score of each passage, and how the best sentence of it begins."""
    lines = [say("why-figures", threshold=say.number(result.threshold))]
    for hit in result.hits[:SHOWN]:
        lines.append(
            say(
                "why-passage",
                score=say.number(hit.score, 3),
                meaning=say.number(hit.cosine, 3),
                words=say.number(hit.lexical),
                opening=short(_best_sentence(hit), OPENING),
            )
        )
    return "\n".join(lines)


def _best_sentence(hit: Hit) -> str:
    """Of the stored sentences, which no heading and no mark-up is part of."""
    passage, cosines = hit.passage, hit.sentence_cosines
    best = max(range(len(cosines)), key=cosines.__getitem__, default=0)
    return passage.sentences[best].of(passage.document.text) if passage.sentences else passage.text
