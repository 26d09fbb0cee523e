"""What the library is about: titles, days and languages, looked at once a generation."""

from dataclasses import dataclass

from bot.telegram.texts import Texts, short
from index.store import Generation, View
from index.text import Document

# So many texts are named; days and languages are those of so many at most.
NAMED, LOOKED_AT = 3, 200
LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class Named:
    """A text as it is named in a list."""

    title: str
    date: str | None
    language: str | None

    @classmethod
    def of(cls, document: Document) -> "Named":
        """By its title, or what it is called by."""
        title = short(document.title or document.public_id, LONGEST_TITLE)
        return cls(title, document.date, document.language)


class Contents:
    """The texts of the live generation that are named; their words are not kept."""

    def __init__(self) -> None:
        self._known: tuple[Generation, list[Named]] | None = None

    def of(self, view: View) -> list[Named]:
        """The first texts of a generation."""
        generation = view.generation
        known = self._known
        if known is None or known[0] != generation:
            known = generation, [Named.of(one) for one in view.documents_from(0, LOOKED_AT)]
            self._known = known
        return known[1]


def told(found: list[Named], total: int, say: Texts) -> str:
    """Titles with their days and languages; of many texts, the days and languages of all."""
    lines = [f"• {_line(one, say)}" for one in found[:NAMED]]
    if total > NAMED:
        lines.append(say("start-more", count=total - NAMED))
        if span := _span(found, say):
            lines.append(span)
    return "\n".join(lines)


def _line(one: Named, say: Texts) -> str:
    parts = [one.title]
    if one.date:
        parts.append(say.date(one.date))
    if one.language:
        parts.append(say.language_name(one.language))
    return " · ".join(parts)


def _span(found: list[Named], say: Texts) -> str:
    """From which day to which, and in which languages."""
    days = sorted(one.date for one in found if one.date)
    languages = dict.fromkeys(one.language for one in found if one.language)
    first, last = (say.date(days[0]), say.date(days[-1])) if days else ("", "")
    parts = [first if first == last else say("start-days", first=first, last=last)] if days else []
    if languages:
        parts.append(say.listed(say.language_name(code) for code in languages))
    return " · ".join(parts)
