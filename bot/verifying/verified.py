"""What a paste is to the texts, and the places that say so."""

from dataclasses import dataclass
from enum import StrEnum

from bot.verifying.places import Place
from index.text import Span

# So many places of a verdict are told, and the others counted: words that are repeated can be put
# together from thousands.
MOST_PLACES = 25


class Verdict(StrEnum):
    """What a paste is to the texts."""

    VERBATIM = "verbatim"
    ALMOST = "almost"
    STITCHED = "stitched"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Verified:
    """A verdict on `paste`, normalised as texts are, with the places that it is about.

    Of words that stand in several places `verbatim` has each, at most five; `almost` has the
    nearest; `stitched` one for each piece, in the paste's order. `quoted` is what was compared,
    where that is only what stands between the quotation marks of a paste. `translation` is what
    absent words read like a translation of. Beyond the first `MOST_PLACES` places the others are
    counted: they are `more`. `absent` are the quotes of a message, or the parts of one, that stand
    nowhere where others do.
    """

    verdict: Verdict
    paste: str
    places: tuple[Place, ...] = ()
    quoted: tuple[Span, ...] = ()
    translation: Place | None = None
    more: int = 0
    absent: tuple[Span, ...] = ()

    @property
    def told(self) -> tuple[Place, ...]:
        """One place for each piece: of words that stand in several places the first."""
        return self.places[:1] if self.verdict is Verdict.VERBATIM else self.places
