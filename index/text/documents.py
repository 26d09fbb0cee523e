"""The document: a text with its blocks, title, address and date."""

from dataclasses import dataclass, field

from index.foreign import without_login
from index.text.blocks import Block
from index.text.left_out import LeftOut

# No path within a folder begins so.
ENTRY = "//"


@dataclass(frozen=True, slots=True)
class Document:
    """One source text, normalised once (`normalised`) and never edited after.

    `date` is an ISO 8601 date (`2025-10-02`); `language` an ISO 639-1 code; both None if unknown.
    `blocks` rise, do not overlap and cover the text but for white space; there are none where
    nobody said what the text is made of. `left_out` is what of the source could not be taken.
    `origin` is the path it was read from, from the folder on that was named, or in which the file
    lies that was; or `ENTRY` and what an entry of a feed says that it is, whatever its link; None
    where it is neither. It tells documents of one name apart, and those of another name again,
    and is no part of what the document is.
    """

    doc_id: str
    title: str
    text: str
    url: str | None = None
    date: str | None = None
    language: str | None = None
    blocks: tuple[Block, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    origin: str | None = field(default=None, compare=False)

    @property
    def public_id(self) -> str:
        """The `doc_id` as readers may see it, which may be an address with a password in it."""
        return without_login(self.doc_id)

    @property
    def public_url(self) -> str | None:
        """The address as readers may see it."""
        return without_login(self.url) if self.url else self.url

    @property
    def entry(self) -> str:
        """What an entry of a feed says that it is; "" of all else."""
        return self.origin if self.origin and self.origin.startswith(ENTRY) else ""

    @property
    def stated_title(self) -> str:
        """The title as far as it says more than the text does: "" where it is its first words."""
        named = bool(self.blocks) and self.blocks[0].kind == "heading"
        own = self.text.startswith(self.title.removesuffix("…"))
        return "" if own and not named else self.title
