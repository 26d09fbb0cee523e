"""Quote, Answer, NoAnswer: what the reader decides and the chat shows."""

from dataclasses import dataclass, replace
from enum import IntEnum

from index.retriever import Hit
from index.text import Document, Passage, Span, leads


class Label(IntEnum):
    """What a quote is to the question; it goes wherever the quote goes.

    The numbers are written into buttons, so they never change their meaning.
    """

    SURE = 0
    """It answers, without a reservation."""
    UNSURE = 1
    """It may answer."""
    CLOSEST = 2
    """It does not answer; it is near."""
    OPENED = 3
    """Nobody asked: it is shown for itself."""


@dataclass(frozen=True, slots=True)
class Quote:
    """One to three whole sentences of a document; verbatim because it is a document and spans.

    `answer` is the span inside `span` that answers, for emphasis; `heading` is the nearest
    heading above the quote, or "". `sentences` are the stored sentences inside `span`, in order;
    none if that is not known. `label` is set by the Answer or NoAnswer that holds the quote.
    `also` are other documents with the same words.
    """

    document: Document
    span: Span
    answer: Span
    heading: str
    sentences: tuple[Span, ...] = ()
    label: Label = Label.OPENED
    also: tuple[Document, ...] = ()

    def __post_init__(self) -> None:
        if self.span.end > len(self.document.text) or not self.span.contains(self.answer):
            raise ValueError(f"not a quote: {self.span} with {self.answer}")

    @property
    def spans(self) -> tuple[Span, ...]:
        """`span`, and before it what it cannot be understood without (`index.text.leads`)."""
        return (*leads(self.document, self.span), self.span)

    @property
    def text(self) -> str:
        """The words shown: slices of the document, each on lines of its own."""
        return "\n".join(span.of(self.document.text) for span in self.spans)

    def is_of(self, passage: Passage) -> bool:
        """Whether it stands in this passage."""
        same = self.document.doc_id == passage.document.doc_id
        return same and passage.span.contains(self.span)

    def labelled(self, label: Label) -> "Quote":
        """The same quote, under a label."""
        return replace(self, label=label)


@dataclass(frozen=True, slots=True)
class RefusedPart:
    """A question of a message, in its words, that the text does not answer while it does others.

    `closest` is not an answer, only the nearest there is.
    """

    question: str
    closest: Quote | None


@dataclass(frozen=True, slots=True)
class Answer:
    """At least one quote, best first; `confidence` is the calibrated probability it answers.

    From `sure_from` on it is given without a reservation. `evidence` is what the reader's
    calibration made the confidence of, in the reader's order. If `dated`, texts of several dates
    answer otherwise: each has its quote, newest first. `unanswered` are the other questions of the
    same message.
    """

    quotes: tuple[Quote, ...]
    confidence: float
    threshold: float
    hits: tuple[Hit, ...]
    evidence: tuple[float | None, ...] = ()
    sure_from: float = 0.0
    dated: bool = False
    unanswered: tuple[RefusedPart, ...] = ()

    def __post_init__(self) -> None:
        label = Label.SURE if self.sure else Label.UNSURE
        labelled = tuple(quote.labelled(label) for quote in self.quotes)
        object.__setattr__(self, "quotes", labelled)

    @property
    def sure(self) -> bool:
        """Whether it is given without a reservation: its quotes are sure, and answer all."""
        return self.quotes_sure and not self.unanswered

    @property
    def quotes_sure(self) -> bool:
        """Whether quotes of such confidence are seldom wrong (`confidence.WRONG`)."""
        return self.confidence >= self.sure_from


@dataclass(frozen=True, slots=True)
class NoAnswer:
    """The text does not answer; `closest` is not an answer, only the nearest there is.

    `confidence`, below `threshold`, is the probability that `closest` would have answered.
    """

    closest: Quote | None
    confidence: float
    threshold: float
    hits: tuple[Hit, ...]
    evidence: tuple[float | None, ...] = ()

    def __post_init__(self) -> None:
        if self.closest:
            object.__setattr__(self, "closest", self.closest.labelled(Label.CLOSEST))
