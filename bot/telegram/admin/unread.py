"""What an admin is told of a source that cannot be read: what is wrong, and what to do."""

from bot.telegram.messages import LONGEST_TITLE
from bot.telegram.texts import Texts, short
from index.errors import SourceError, Trouble

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


def unread(error: SourceError, say: Texts) -> str:
    """In the admin's language, whatever raised it."""
    source = short(error.source, LONGEST_TITLE)
    if key := _SAID.get(error.trouble):
        return say(key, source=source)
    return say("source-other", source=source, why=short(error.why, LONGEST_TITLE))
