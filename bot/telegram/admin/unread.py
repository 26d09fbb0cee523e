"""What an admin is told of a source, or a library, that fails: what is wrong, and what to do."""

from bot.telegram.messages import LONGEST_TITLE
from bot.telegram.texts import Texts, short
from index.errors import SourceError, Trouble, VerbatimError

_SAID = {
    Trouble.NO_HOST: "source-no-host",
    Trouble.NOT_PUBLIC: "source-not-public",
    Trouble.UNREACHABLE: "source-unreachable",
    Trouble.NO_PAGE: "source-no-page",
    Trouble.NO_TEXT: "source-no-text",
    Trouble.LOCKED: "source-locked",
    Trouble.DAMAGED: "source-damaged",
    Trouble.TOO_LARGE: "source-too-large",
    Trouble.UNKNOWN_KIND: "source-unknown-kind",
}
_LIBRARY = {
    Trouble.BUSY: "library-busy",
    Trouble.FULL: "library-full",
    Trouble.DAMAGED: "library-damaged",
    Trouble.NOT_WRITABLE: "library-not-writable",
    Trouble.UNREACHABLE: "library-unreachable",
    Trouble.GONE: "library-gone",
}
# A library's message may be long; the chat's may not.
_LONGEST = 1_000


def unread(error: SourceError, say: Texts) -> str:
    """In the admin's language, whatever raised it."""
    source = short(error.source, LONGEST_TITLE)
    if key := _SAID.get(error.trouble):
        return say(key, source=source)
    return say("source-other", source=source, why=short(error.why, LONGEST_TITLE))


def unchanged(error: VerbatimError, say: Texts) -> str:
    """Why the library has not changed: in the admin's language, where that is known."""
    if isinstance(error, SourceError):
        return unread(error, say)
    key = _LIBRARY.get(error.trouble)
    return say(key) if key else str(error)[:_LONGEST]
