"""A reader by any model that reads question and passage together; it decides with the encoder.

The encoder's score says what a passage is about; the model says whether it answers, and with
which words. Weights are measured (see models/reader/README.md), confidence is calibrated.
"""

from collections.abc import Sequence

from bot.answering.answer import Answer, NoAnswer, Quote
from bot.answering.confidence import load_calibrations
from bot.answering.contents import says_nothing
from bot.answering.differing import dated, may_say_otherwise
from bot.answering.readers.evidence import Findings, evidence_of
from bot.answering.readers.model import Model
from bot.answering.readers.promising import Rounds, worth_read
from bot.answering.readers.read_hits import CODED, RELEVANCE, ReadHit, read_all
from bot.answering.readers.sentence import Chosen, choose, likeliest_sentence
from bot.answering.understanding import codes_in, stands
from index.retriever import Hit

# So many passages are read at most, and of those behind them as many that have the code asked for.
# In libraries of many documents asked in another language the first six hold the answer for 0.78,
# the first ten for 0.84: of 231 such questions on five sets the right passage comes first for 0.74
# instead of 0.71, of 206 in the documents' own for 0.81 both ways; 4.9 are read instead of 3.7.
READ = 10
# None that scores so much less than the first: reading it gains nothing on dev (right passage
# first for 0.849 with and without), and half of the passages are left unread. At 0.05 the sample's
# "what Trump decided" depended on how the processor rounds: the answer scores 0.052 less there.
GAP = 0.06
# Passages are read three at first, then two at the same time while they may be worth more with a
# relevance of 4 (at 3 "what Trump decided" left the answer unread, which has 4.5); none, if the
# first have less than -5 each. So the best of all is the best of those read for as many questions
# as where all are read.
PASSAGES = Rounds(first=3, most=4 * RELEVANCE, hopeless=-5 * RELEVANCE, then=2)
# A second passage is quoted too if it is worth so nearly as much, and answers by itself.
SECOND = 0.03
# So many passages may say otherwise at another date.
DATED = 6
# The relevance (logit) from which on a text of another date answers, too: of 60 pairs (see
# tests/data/differing.jsonl) those that do have 2.1 or more, but for one, those that do not 1.8 or
# less; and at most 1.6 less than the best, where what only names another person may have 2.7 less.
ANSWERS, BEHIND = 2.0, 2.0


class ModelReader:
    """Quotes the sentence in which the model finds the answer; thread-safe."""

    def __init__(self, model: Model, calibration_name: str) -> None:
        self.model = model
        self.calibration_name = calibration_name
        self.calibrations = load_calibrations(calibration_name)

    @property
    def threshold(self) -> float:
        """As `Reader.threshold`."""
        return self.calibrations.several.threshold

    def read(self, question: str, hits: Sequence[Hit]) -> Answer | NoAnswer:
        """A quote, or two where two passages answer."""
        best, *others = self._promising(question, _worth_reading(question, hits))
        chosen = choose(self.model, question, best)
        evidence = evidence_of(question, best.hit, hits, _says(best, others, chosen))
        confidence, enough = self.calibrations.judge(evidence)
        first = [read.hit for read in (best, *others)]
        ordered = (*first, *(hit for hit in hits if hit not in first))
        if confidence < enough.threshold:
            closest = self._closest(question, chosen, best, others)
            return NoAnswer(closest, confidence, enough.threshold, ordered, evidence)
        judged = (confidence, enough.threshold, ordered, evidence, enough.sure)
        if differing := self._differing(question, chosen.quote, best, others, hits):
            return Answer(differing, *judged, dated=True)
        also = [read for read in others[:1] if _answers_too(read, best)]
        quotes = (chosen.quote, *(choose(self.model, question, read).quote for read in also))
        return Answer(quotes, *judged)

    def _closest(
        self, question: str, chosen: Chosen, best: ReadHit, others: Sequence[ReadHit]
    ) -> Quote:
        """The quote chosen, or another where its passage says nothing by itself."""
        reads = (best, *others)
        says = next((one for one in reads if not says_nothing(one.hit.passage)), best)
        return chosen.quote if says is best else choose(self.model, question, says).quote

    def _differing(
        self,
        question: str,
        answer: Quote,
        best: ReadHit,
        others: Sequence[ReadHit],
        hits: Sequence[Hit],
    ) -> tuple[Quote, ...]:
        """The quotes of texts of other dates that answer otherwise, with the answer; or none."""
        likely = may_say_otherwise(best.hit, hits[:DATED], hits[0].score)
        # What would be quoted beside the answer says its date, however few words it shares.
        beside = [read.hit for read in others[:1] if _answers_too(read, best)]
        known = [read for read in others if read.hit in (*likely, *beside)]
        unread = [hit for hit in likely if all(hit is not read.hit for read in known)]
        reads = sorted(
            [*known, *read_all(self.model, question, unread)], key=lambda read: -read.worth
        )
        enough = max(ANSWERS, best.reading.relevance - BEHIND)
        # What would be quoted beside the answer does, too: long passages have less relevance.
        answering = [
            read for read in reads if read.reading.relevance >= enough or _answers_too(read, best)
        ]
        return dated(answer, [likeliest_sentence(read) for read in answering])

    def _promising(self, question: str, hits: Sequence[Hit]) -> list[ReadHit]:
        """The readings of hits that may be worth most, the one that is first."""
        codes, reads = codes_in(question), dict[int, ReadHit]()
        promises = [hit.score + CODED * stands(codes, hit.passage.text) for hit in hits]

        def gains(places: list[int]) -> list[float]:
            found = read_all(self.model, question, [hits[place] for place in places])
            reads.update(zip(places, found, strict=True))
            return [RELEVANCE * read.reading.relevance for read in found]

        found = worth_read(promises, gains, PASSAGES)
        return sorted((reads[place] for place in sorted(found)), key=lambda read: -read.worth)


def _worth_reading(question: str, hits: Sequence[Hit]) -> list[Hit]:
    """The first few, and those that have the code that the question names."""
    telling = [hit for hit in hits if not says_nothing(hit.passage)] or hits
    near = [hit for hit in telling[:READ] if hit.score >= telling[0].score - GAP]
    codes = codes_in(question)
    coded = [hit for hit in telling[len(near) :] if stands(codes, hit.passage.text)]
    return [*near, *coded[:READ]]


def _says(best: ReadHit, others: Sequence[ReadHit], chosen: Chosen) -> Findings:
    likeliest = max(logit for logit, _ in best.answers)
    ahead = best.worth - others[0].worth if others else 0.0
    return Findings(best.reading.relevance, likeliest, chosen.relevance, ahead)


def _answers_too(read: ReadHit, best: ReadHit) -> bool:
    """Whether a passage is worth quoting beside the best one."""
    return read.worth > best.worth - SECOND and read.reading.relevance > 0
