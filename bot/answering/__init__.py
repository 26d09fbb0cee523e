"""From a question to quotes, or to the plain word that the text does not answer."""

from bot.answering.answer import Answer, Label, NoAnswer, Quote, RefusedPart
from bot.answering.citation import is_web, names_of, text_fragment
from bot.answering.confidence import (
    FALLOUT,
    Calibration,
    Calibrations,
    Evidence,
    Kind,
    fit,
    store_calibrations,
    where_stored,
)
from bot.answering.contents import says_nothing
from bot.answering.one_generation import Searched, answer_from
from bot.answering.pipeline import QuestionAnswering, open_pipeline
from bot.answering.quoting import opening, quotes_of
from bot.answering.readers import Reader, load_reader, reading
from bot.answering.shown import LEFT_OUT, broken, quotations
from bot.answering.understanding import (
    Talk,
    is_follow_up,
    lacks_subject,
    needs_another,
    talk_in,
)

__all__ = [
    "FALLOUT",
    "LEFT_OUT",
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
    "RefusedPart",
    "Searched",
    "Talk",
    "answer_from",
    "broken",
    "fit",
    "is_follow_up",
    "is_web",
    "lacks_subject",
    "load_reader",
    "names_of",
    "needs_another",
    "open_pipeline",
    "opening",
    "quotations",
    "quotes_of",
    "reading",
    "says_nothing",
    "store_calibrations",
    "talk_in",
    "text_fragment",
    "where_stored",
]
