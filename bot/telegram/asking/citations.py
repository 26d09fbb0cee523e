"""A citation as it is sent: in one message with its buttons, or, where it is too long, a file."""

from collections.abc import Sequence
from dataclasses import dataclass

from telegram import InlineKeyboardMarkup, InputFile
from telegram.constants import MessageEntityType as Kind

from bot.answering import Quote
from bot.citing import Format, card_ready, cited
from bot.telegram.buttons import Cite, Place
from bot.telegram.composing import ChatText, Composer
from bot.telegram.cutting import LONGEST_MESSAGE, units
from bot.telegram.keyboards import button, pressed_on
from bot.telegram.links import address, to_given
from bot.telegram.texts import Texts

_NAMES = {
    Format.MARKDOWN: "Markdown",
    Format.BIBTEX: "BibTeX",
    Format.RIS: "RIS",
    Format.CSL_JSON: "CSL-JSON",
}
# What other programs know such files by.
_FILES = {
    Format.PLAIN: "quote.txt",
    Format.MARKDOWN: "quote.md",
    Format.BIBTEX: "quote.bib",
    Format.RIS: "quote.ris",
    Format.CSL_JSON: "quote.json",
    Format.ANNOTATION: "quote.jsonld",
}
# A message holds the link below the citation, in whatever language, and no more than that.
_BELOW = 200
# What marks, among the dates of an answer's quotes, that of the one which is shown.
_SHOWN = "• "


@dataclass(frozen=True, slots=True)
class Citation:
    """A quote in a form. `places` are those that can be cited here, this one among them.

    Several are the quotes of one answer, newest first, each with its document's date. `link`
    looks the quote up for good.
    """

    quote: Quote
    at: Cite
    form: Format
    link: str
    places: Sequence[tuple[Cite, str]]

    @property
    def written(self) -> str:
        """The citation itself; not for a card."""
        return cited(self.quote, self.form, self.link)

    @property
    def fits(self) -> bool:
        """Whether a message holds it whole."""
        return units(self.written) + _BELOW <= LONGEST_MESSAGE

    def text(self, say: Texts) -> ChatText:
        """It, to be copied, and the link that outlasts what happens to the text, once."""
        written = self.written
        message = Composer()
        if self.fits:
            message.add(written, Kind.PRE)
        else:
            message.add(say("cite-long"))
        if not self.fits or self.link not in written:
            message.add("\n").add(say("cite-lasting", link=self.link))
        return message.done()

    @property
    def file(self) -> InputFile | None:
        """What no message holds; None where one does."""
        return None if self.fits else InputFile(self.written.encode(), _FILES[self.form])

    def buttons(self, say: Texts) -> InlineKeyboardMarkup:
        """The other quotes of the answer by their dates, then the other forms of this one."""
        names = {
            Format.PLAIN: say("cite-plain-button"),
            **_NAMES,
            Format.ANNOTATION: say("cite-annotation-button"),
            **({Format.CARD: say("cite-card-button")} if card_ready() else {}),
        }
        made = [button(name, citing(self.at, form)) for form, name in names.items()]
        dates = [
            button(f"{_SHOWN if at == self.at else ''}{say.date(date)}", citing(at, self.form))
            for at, date in self.places
        ]
        rows = [made[start : start + 3] for start in range(0, len(made), 3)]
        return InlineKeyboardMarkup([*([dates] if len(dates) > 1 else []), *rows])


def citing(at: Place, form: Format = Format.PLAIN) -> Cite:
    """The button that writes down the quote of a place."""
    return Cite(at.generation, at.number, at.start, at.end, int(form), mark=at.mark)


def lasting(quote: Quote, username: str) -> str:
    """The link that looks the quote up for good."""
    return address(username, to_given(quote))


def places_in(markup: InlineKeyboardMarkup | None) -> list[Cite]:
    """The places that a citation's buttons are of, in order."""
    found = (at for at in pressed_on(markup) if isinstance(at, Cite))
    return list(dict.fromkeys(citing(at) for at in found))
