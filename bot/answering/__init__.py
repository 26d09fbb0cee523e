"""From a question to quotes, or to the plain word that the text does not answer."""

from bot.answering.answer import Answer, NoAnswer, Quote
from bot.answering.citation import text_fragment
from bot.answering.confidence import (
    Calibration,
    Calibrations,
    Evidence,
    Kind,
    fit,
    store_calibrations,
)
from bot.answering.pipeline import HITS, QuestionAnswering, answer_from, clean, open_pipeline
from bot.answering.reader import Reader, load_reader, reading
from bot.answering.small_talk import Talk, talk_in
from bot.answering.utterances import is_follow_up, needs_another

__all__ = [
    "HITS",
    "Answer",
    "Calibration",
    "Calibrations",
    "Evidence",
    "Kind",
    "NoAnswer",
    "QuestionAnswering",
    "Quote",
    "Reader",
    "Talk",
    "answer_from",
    "clean",
    "fit",
    "is_follow_up",
    "load_reader",
    "needs_another",
    "open_pipeline",
    "reading",
    "store_calibrations",
    "talk_in",
    "text_fragment",
]
