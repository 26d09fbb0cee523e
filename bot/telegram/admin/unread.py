"""What an admin is told of a source, or a library, that fails: what is wrong, and what to do.

Only in the admin's language: what an error says in English is in the log.
"""

import re

from bot.state import StateError
from bot.telegram.admin.golden import Unasked
from bot.telegram.composing import LONGEST_TITLE
from bot.telegram.texts import Texts, short
from index.errors import OnlyTeased, SourceError, Trouble, VerbatimError

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
# What is wrong with a line of a .jsonl file.
_LINE = re.compile(r"a line needs .+|\w+ must be a string|not a JSON object: .+", re.DOTALL)


def unread(error: SourceError, say: Texts) -> str:
    """Why a source cannot be read, or not all of it, whatever raised it."""
    source = short(error.source, LONGEST_TITLE)
    if key := _SAID.get(error.trouble):
        return say(key, source=source)
    if _LINE.fullmatch(error.why):
        return say("source-line", source=source)
    if isinstance(error, OnlyTeased):
        return f"{source}: {say('only-teasers', count=error.count, entries=error.entries)}"
    return say("source-other", source=source)


def unchanged(error: VerbatimError, say: Texts) -> str:
    """Why the library, or what the bot remembers, has not changed."""
    if isinstance(error, SourceError):
        return unread(error, say)
    if isinstance(error, StateError):
        return say("state-failed")
    if isinstance(error, Unasked):
        return say("golden-unreadable", place=short(error.place, LONGEST_TITLE))
    return say(_LIBRARY.get(error.trouble, "library-other"))
