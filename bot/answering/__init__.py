"""From a question to quotes, or to the plain word that the text does not answer."""

from bot.answering.answer import Answer, Label, NoAnswer, Quote
from bot.answering.citation import is_web, text_fragment
from bot.answering.confidence import (
    Calibration,
    Calibrations,
    Evidence,
    Kind,
    fit,
    store_calibrations,
)
from bot.answering.pipeline import HITS, QuestionAnswering, clean, open_pipeline
from bot.answering.quoting import broken, quotes_of
from bot.answering.reader import Reader, load_reader, reading
from bot.answering.utterances import is_follow_up

__all__ = [
    "HITS",
    "Answer",
    "Calibration",
    "Calibrations",
    "Evidence",
    "Kind",
    "Label",
    "NoAnswer",
    "QuestionAnswering",
    "Quote",
    "Reader",
    "broken",
    "clean",
    "fit",
    "is_follow_up",
    "is_web",
    "load_reader",
    "open_pipeline",
    "quotes_of",
    "reading",
    "store_calibrations",
    "text_fragment",
]
