"""The trained reader: reads question and passage together, and decides with the encoder.

The encoder's score says what a passage is about; the network says whether it answers, and with
which words. Weights are measured (see models/reader/README.md), confidence is calibrated.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import inf
from typing import NamedTuple, Protocol

from bot.answering.answer import Answer, NoAnswer, Quote
from bot.answering.codes import codes_in, stands
from bot.answering.confidence import load_calibrations
from bot.answering.contents import is_contents, naming, says_nothing
from bot.answering.dated import ANSWERS, BEHIND, dated, may_say_otherwise
from bot.answering.evidence import Reads, evidence_of
from bot.answering.network import Reading
from bot.answering.promising import Turns, worth_read
from bot.answering.quoting import (
    as_quoted,
    best_quote,
    completed,
    is_named,
    worth_of_sentences,
)
from bot.answering.small_talk import talk_in
from index.retriever import Hit
from index.text import Span, trim

# So many passages are read at most: the first six hold the answer for 88 to 100 % of questions.
READ = 6
# None that scores so much less than the first: reading it gains nothing on dev (right passage
# first for 0.849 with and without), and half of the passages are left unread.
GAP = 0.05
# A passage's worth: the retriever's score, and this much for each unit of the relevance logit.
# Right passage first for 1,304 questions, 690 of them not in the passage's language: 0.790 with
# 0.010 and 0.012, 0.787 with 0.014, 0.786 with 0.016. Where all is about one man, as in the
# sample, 0.014 finds what he decided asked in Chinese and in Spanish, too.
RELEVANCE = 0.014
# A sentence's worth: its cosine and words, this much for each unit of its best answer, and this
# much for each unit of its relevance, read by itself. Right sentence first on dev 0.878, without
# its relevance 0.867; on XQuAD 0.865 and 0.846.
SENTENCE, ALONE = 0.03, 0.03
# And of a line that gives what the question names before its colon.
NAMED = 0.2
# Less of one that only names a part of the document: it is quoted where there is no other.
HEADING = 1.0
# A passage, and a sentence, that is about the code that the question names.
CODED = 0.2
# A neighbour joins the quote if the network finds an answer in it that is at most so much less
# likely (logit) than in the best sentence. Over eleven sets (2,000 questions, eleven languages)
# the quote then holds the answer for 0.816 in 217 letters, at 7 for 0.819 in 226; with neighbours
# by all evidence, within 0.6, for 0.828 in 277, within 0.4 for 0.816 in 229; the sentence alone
# for 0.773 in 169.
NEAR = 6.0
# Passages are read three at first, then two at the same time while they may be worth more with a
# relevance of 3; none, if the first have less than -5 each. So the best of all is the best of
# those read for as many questions as where all are read.
PASSAGES = Turns(first=3, most=3 * RELEVANCE, hopeless=-5 * RELEVANCE, then=2)
# Sentences, of which one in a passage stands out more often, one after the other.
SENTENCES = Turns(first=1, most=4 * ALONE)
# A second passage is quoted too if it is worth so nearly as much, and answers by itself.
SECOND = 0.03


@dataclass(frozen=True, slots=True)
class Read:
    """A hit with its reading; sentences' values are in the order of `hit.passage.sentences`."""

    hit: Hit
    reading: Reading
    answers: tuple[tuple[float, Span], ...]
    coded: float = 0.0

    @property
    def worth(self) -> float:
        """What orders passages after reading."""
        return self.hit.score + RELEVANCE * self.reading.relevance + CODED * self.coded


class Chosen(NamedTuple):
    """A quote, and the relevance of its best sentence, read by itself."""

    quote: Quote
    relevance: float


class Network(Protocol):
    """A model that reads question and passage together; safe to use from many threads."""

    def read(
        self, question: str, passages: Sequence[str], titles: Sequence[str] = ()
    ) -> list[Reading]:
        """A reading of each passage; `titles` are those of their documents, "" for none."""


class TrainedReader:
    """Quotes the sentence in which the network finds the answer; thread-safe."""

    def __init__(self, network: Network, calibration_name: str) -> None:
        self.network = network
        self.calibration_name = calibration_name
        self.calibrations = load_calibrations(calibration_name)

    def read(self, question: str, hits: Sequence[Hit]) -> Answer | NoAnswer:
        """A quote, or two where two passages answer; small talk gets none, and nothing closest."""
        if not hits or talk_in(question):
            return NoAnswer(None, 0.0, self.calibrations.several.threshold, tuple(hits))
        telling = [hit for hit in hits if not is_contents(hit.passage)] or hits
        near = [hit for hit in telling[:READ] if hit.score >= telling[0].score - GAP]
        codes = codes_in(question)
        near += [hit for hit in telling[len(near) :] if stands(codes, hit.passage.text)][:READ]
        best, *others = sorted(self._promising(question, near), key=lambda read: -read.worth)
        chosen = self._choose(question, best)
        likeliest = max(logit for logit, _ in best.answers)
        lead = best.worth - others[0].worth if others else 0.0
        reads = Reads(best.reading.relevance, likeliest, chosen.relevance, lead)
        evidence = evidence_of(question, best.hit, hits, reads)
        confidence, enough = self.calibrations.judge(evidence)
        first = [read.hit for read in (best, *others)]
        ordered = (*first, *(hit for hit in hits if hit not in first))
        if confidence < enough.threshold:
            says = next(
                (one for one in (best, *others) if not says_nothing(one.hit.passage)), best
            )
            closest = chosen.quote if says is best else self._choose(question, says).quote
            return NoAnswer(closest, confidence, enough.threshold, ordered, evidence)
        judged = (confidence, enough.threshold, ordered, evidence, enough.sure)
        if differing := self._differing(question, chosen.quote, best, others, hits):
            return Answer(differing, *judged, dated=True)
        also = [read for read in others[:1] if _answers_too(read, best)]
        quotes = (chosen.quote, *(self._choose(question, read).quote for read in also))
        return Answer(quotes, *judged)

    def _differing(
        self, question: str, answer: Quote, best: Read, others: Sequence[Read], hits: Sequence[Hit]
    ) -> tuple[Quote, ...]:
        """The quotes of texts of other dates that answer otherwise, with the answer; or none."""
        likely = may_say_otherwise(best.hit, hits[:READ], hits[0].score)
        # What would be quoted beside the answer says its date, however few words it shares.
        beside = [read.hit for read in others[:1] if _answers_too(read, best)]
        known = [read for read in others if read.hit in (*likely, *beside)]
        unread = [hit for hit in likely if all(hit is not read.hit for read in known)]
        reads = sorted([*known, *self._read(question, unread)], key=lambda read: -read.worth)
        enough = max(ANSWERS, best.reading.relevance - BEHIND)
        # What would be quoted beside the answer does, too: long passages have less relevance.
        answering = [
            read for read in reads if read.reading.relevance >= enough or _answers_too(read, best)
        ]
        return dated(answer, [_likeliest_sentence(read) for read in answering])

    def _promising(self, question: str, hits: Sequence[Hit]) -> list[Read]:
        """The readings of hits that may be worth most."""
        codes, reads = codes_in(question), dict[int, Read]()
        promises = [hit.score + CODED * stands(codes, hit.passage.text) for hit in hits]

        def gains(places: list[int]) -> list[float]:
            found = self._read(question, [hits[place] for place in places])
            reads.update(zip(places, found, strict=True))
            return [RELEVANCE * read.reading.relevance for read in found]

        found = worth_read(promises, gains, PASSAGES)
        return [reads[place] for place in sorted(found)]

    def _read(self, question: str, hits: Sequence[Hit]) -> list[Read]:
        readings = self.network.read(
            question,
            [hit.passage.text for hit in hits],
            [hit.passage.document.stated_title for hit in hits],
        )
        codes = codes_in(question)
        return [
            Read(hit, reading, tuple(_answers(hit, reading)), stands(codes, hit.passage.text))
            for hit, reading in zip(hits, readings, strict=True)
        ]

    def _choose(self, question: str, read: Read) -> Chosen:
        """The sentence worth most by all evidence, with the network's answer for emphasis."""
        known = worth_of_sentences(read.hit)
        answers = [_likeliest(read, place) for place in range(len(known))]
        headings = naming(read.hit.passage)
        promises = [
            one + SENTENCE * logit + self._named(question, read.hit, place)
            - HEADING * (place in headings)
            for place, (one, (logit, _)) in enumerate(zip(known, answers, strict=True))
        ]  # fmt: skip
        alone = self._alone(question, read.hit, promises)
        worth = [
            one + ALONE * alone[place] if place in alone else -inf
            for place, one in enumerate(promises)
        ]
        best = max(range(len(worth)), key=worth.__getitem__)
        likely = [logit for logit, _ in read.answers]
        # A line that is named stands by itself.
        near = 0.0 if self._named(question, read.hit, best) else NEAR
        quote = best_quote(read.hit, worth, answers[best][1], near, likely if near else None)
        return Chosen(quote, alone[best] if len(known) > 1 else read.reading.relevance)

    def _named(self, question: str, hit: Hit, place: int) -> float:
        sentence = hit.passage.sentences[place].of(hit.passage.document.text)
        coded = CODED * stands(codes_in(question), sentence)
        return NAMED if is_named(question, sentence) else coded

    def _alone(self, question: str, hit: Hit, promises: Sequence[float]) -> Mapping[int, float]:
        """The relevance of sentences read by themselves, with what is quoted along with each.

        By place, of those that may be worth most: `promises` is their worth before.
        """
        if len(promises) == 1:
            return {0: 0.0}  # there is no choice
        title, found = hit.passage.document.stated_title, dict[int, float]()

        def gains(places: list[int]) -> list[float]:
            texts = [as_quoted(hit, place) for place in places]
            readings = self.network.read(question, texts, [title] * len(texts))
            found.update(zip(places, (one.relevance for one in readings), strict=True))
            return [ALONE * found[place] for place in places]

        return {place: found[place] for place in worth_read(promises, gains, SENTENCES)}


def _likeliest(read: Read, place: int) -> tuple[float, Span]:
    """The likeliest answer in a sentence and in what is quoted along with it."""
    last = completed(read.hit, place, place)
    return max(read.answers[place : last + 1], key=lambda answer: answer[0])


def _likeliest_sentence(read: Read) -> Quote:
    """The sentence of the likeliest answer, with that for emphasis; nothing more is read."""
    worth = [logit for logit, _ in read.answers]
    best = max(range(len(worth)), key=worth.__getitem__)
    return best_quote(read.hit, worth, _likeliest(read, best)[1], near=0.0)


def _answers_too(read: Read, best: Read) -> bool:
    """Whether a passage is worth quoting beside the best one."""
    return read.worth > best.worth - SECOND and read.reading.relevance > 0


def _answers(hit: Hit, reading: Reading) -> list[tuple[float, Span]]:
    """Each sentence's likeliest answer, as spans of the document."""
    text, start = hit.passage.document.text, hit.passage.span.start
    inner = [Span(s.start - start, s.end - start) for s in hit.passage.sentences]
    found = [(logit, span.shift(start)) for logit, span in map(reading.best, inner)]
    return [(logit, trim(text, span.start, span.end) or span) for logit, span in found]
