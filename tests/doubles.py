"""Deterministic doubles of the models: a word is what the texts decide by."""

from collections.abc import Sequence

import regex

from bot.answering.answer import Answer, NoAnswer
from bot.answering.quoting import best_quote, worth_of_sentences
from bot.answering.small_talk import is_small_talk
from index.retriever import Hit

# Shares of the words: from the first on it answers, from the second on it is sure.
ENOUGH, SURE = 0.3, 0.6


class WordReader:
    """A reader anybody can work out: its confidence is how many of the question's words it quotes.

    Only words longer than three letters count.
    """

    calibration_name = "words"

    def read(self, question: str, hits: Sequence[Hit]) -> Answer | NoAnswer:
        """The best sentence or sentences of the best hit; small talk gets none."""
        words = _words(question)
        if not hits or not words or is_small_talk(question, hits):
            return NoAnswer(None, 0.0, ENOUGH, tuple(hits))
        quote = best_quote(hits[0], worth_of_sentences(hits[0]))
        share = len(words & _words(quote.text)) / len(words)
        if share < ENOUGH:
            return NoAnswer(quote, share, ENOUGH, tuple(hits))
        return Answer((quote,), share, ENOUGH, tuple(hits), (), SURE)


def _words(text: str) -> set[str]:
    return set(regex.findall(r"\w{4,}", text.lower()))
