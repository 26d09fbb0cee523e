"""What of a source could not be taken, in the language of who reads it.

Each kind has a sentence of its own, `left-` and the kind.
"""

from collections.abc import Sequence

from bot.telegram.composing import brief
from bot.telegram.texts import Texts
from index.text import Document, LeftOut, Missing

# So much of what was not taken is shown, in units.
LONGEST = 1_000
_BETWEEN = "; "


def left_out(document: Document, say: Texts) -> str:
    """A line with all that is not in the text of a document; "" where nothing is missing."""
    return line([of(one, say) for one in document.left_out], say) if document.left_out else ""


def line(missing: Sequence[str], say: Texts) -> str:
    """What is missing, in one line of bounded length."""
    return say("understood-left-out", what=brief(_BETWEEN.join(missing), LONGEST))


def of(left: LeftOut, say: Texts) -> str:
    """One thing that was left out; what is said in words, as it is."""
    if left.kind is Missing.SAID:
        return left.name
    return say(f"left-{left.kind}", name=left.name, count=left.count, pages=_pages(left, say))


def _pages(left: LeftOut, say: Texts) -> str:
    """The pages by number, and how many more; "" where it is none of pages."""
    if not left.pages:
        return ""
    more = f" {say('and-more', count=left.more)}" if left.more > 0 else ""
    return say("on-pages", numbers=", ".join(map(str, left.pages))) + more
