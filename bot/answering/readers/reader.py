"""The reader: which sentences of the hits answer the question, and how sure that is."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from bot.answering.answer import Answer, NoAnswer
from bot.answering.confidence import contrast, load_calibrations
from bot.answering.contents import says_nothing
from bot.answering.quoting import best_quote, worth_of_sentences
from bot.answering.understanding import talk_in
from index.encoding import Encoder, load_encoder
from index.retriever import Hit


class Reader(Protocol):
    """Decides between an answer and none; safe to use from many threads."""

    calibration_name: str
    """What its confidence is fitted and stored under; see `bot.answering.confidence`."""

    @property
    def threshold(self) -> float:
        """The confidence from which on it answers, where there are several documents."""

    def read(self, question: str, hits: Sequence[Hit]) -> Answer | NoAnswer:
        """Quotes from `hits` (best first) that answer, or NoAnswer with the closest one.

        Asked by `read_by`: never without hits, and never small talk.
        """


def read_by(reader: Reader, question: str, hits: Sequence[Hit]) -> Answer | NoAnswer:
    """What a reader makes of the hits; where there is none, and of small talk, nothing."""
    if not hits or talk_in(question):
        return nothing_answers(reader, hits)
    return reader.read(question, hits)


def nothing_answers(reader: Reader, hits: Sequence[Hit] = ()) -> NoAnswer:
    """No answer where nothing was read, so that nothing is closest either."""
    return NoAnswer(None, 0.0, reader.threshold, tuple(hits))


def load_reader(name: str, encoder: Encoder, device: str = "cpu") -> Reader:
    """`bundled`, `none` for the encoder's evidence alone, or a Hugging Face model's name or path.

    Raises EncoderError for a model that cannot be loaded.
    """
    if name == "none":
        return EncoderReader(encoder.name)
    from bot.answering.readers.bundled_model import BundledModel
    from bot.answering.readers.model_reader import ModelReader

    if name == "bundled":
        return ModelReader(BundledModel(), f"{encoder.name}+reader")
    from bot.answering.readers.named_model import load_named_model

    return ModelReader(load_named_model(name, device), f"{encoder.name}+{name}")


def reading() -> Callable[[str, Sequence[Hit]], Answer | NoAnswer]:
    """The bundled reader at work, for `index benchmark --reader bot.answering:reading`."""
    return partial(read_by, load_reader("bundled", load_encoder()))


class EncoderReader:
    """Quotes the best sentences of the best hit; nothing is read again, so it takes no time."""

    def __init__(self, calibration_name: str) -> None:
        self.calibration_name = calibration_name
        self.calibrations = load_calibrations(calibration_name)

    @property
    def threshold(self) -> float:
        """As `Reader.threshold`."""
        return self.calibrations.several.threshold

    def read(self, question: str, hits: Sequence[Hit]) -> Answer | NoAnswer:
        """One quote."""
        best = next((hit for hit in hits if not says_nothing(hit.passage)), hits[0])
        quote = best_quote(best, worth_of_sentences(best))
        evidence = (contrast(best, hits), best.score)
        confidence, enough = self.calibrations.judge(evidence)
        if confidence < enough.threshold:
            return NoAnswer(quote, confidence, enough.threshold, tuple(hits), evidence)
        return Answer((quote,), confidence, enough.threshold, tuple(hits), evidence, enough.sure)
