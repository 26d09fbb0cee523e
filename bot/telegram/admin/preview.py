"""What was understood of new texts, shown before anything changes; and what can be done then."""

import regex
from telegram import InlineKeyboardMarkup
from telegram.constants import MessageEntityType

from bot.telegram.admin.changes import Change, Kind
from bot.telegram.admin_buttons import Cancel, Edit, Publish, ReplaceAll, Show
from bot.telegram.composing import LONGEST_TITLE, ChatText, Composer
from bot.telegram.keyboards import button
from bot.telegram.left_out import left_out
from bot.telegram.texts import Texts, short, texts
from index.store import View
from index.text import Document

# How much of the text is shown, in code points: its first lines.
OPENING = 300
# The parts of a document that can be corrected, with their buttons, in order.
FIELDS = {"title": "title-button", "date": "date-button", "language": "language-button"}

# A word, or a letter of a script that parts no words.
_WORD = regex.compile(
    r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]"
    r"|(?:(?![\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}])[\p{L}\p{M}\p{N}])+"
)


def preview(view: View, change: Change) -> ChatText:
    """One text of a change: all that is known of it, and how it begins."""
    place = change.place
    say, document = texts(change.language), change.documents[place]
    total = len(change.documents)
    message = Composer()
    message.add(
        say("understood-of", number=place + 1, total=total) if total > 1 else say("understood")
    )
    message.add("\n").add(short(document.title, LONGEST_TITLE), MessageEntityType.BOLD)
    message.add("\n").add(_facts(document, say))
    if note := _note(view, document, say):
        message.add("\n").add(note)
    if missing := left_out(document, say):
        message.add("\n").add(missing)
    message.add("\n")
    message.add(_opening(document.text), MessageEntityType.EXPANDABLE_BLOCKQUOTE)
    message.add("\n").add(say("understood-hint"), MessageEntityType.ITALIC)
    return message.done()


def _opening(text: str) -> str:
    """The first lines, as lines."""
    lines = [short(line, OPENING) for line in text[: 2 * OPENING].split("\n") if line.strip()]
    opening = "\n".join(lines)
    cut = len(opening) > OPENING or len(text) > 2 * OPENING
    return f"{opening[: OPENING - 1].rstrip()}…" if cut else opening


def _facts(document: Document, say: Texts) -> str:
    language = document.language
    parts = (
        say.date(document.date) if document.date else say("no-date"),
        say.language_name(language) if language else say("no-language"),
        say("words", count=words_in(document.text)),
    )
    return " · ".join(parts)


def words_in(text: str) -> int:
    """How many words a text has; in scripts that part none, how many letters."""
    return sum(1 for _ in _WORD.finditer(text))


def _note(view: View, document: Document, say: Texts) -> str:
    """What it takes the place of; "" for a new text."""
    live = view.document(document.doc_id)
    if live is None:
        return ""
    if live.text == document.text:
        return say("understood-same")
    return say("understood-replaces", title=short(live.title or live.doc_id, LONGEST_TITLE))


def buttons(view: View, change: Change) -> InlineKeyboardMarkup:
    """Yes, all others away, corrections, the other texts, no."""
    say, place = texts(change.language), change.place
    yes = [button(yes_label(view, change), Publish())]
    total = view.generation.documents
    if total and change.doc_id is None:
        yes.append(button(say("replace-all", count=total), ReplaceAll()))
    edit = [button(f"✏️ {say(key)}", Edit(part, place)) for part, key in enumerate(FIELDS.values())]
    last = len(change.documents) - 1
    turn = [button("◀", Show(place - 1))] if place else []
    turn += [button("▶", Show(place + 1))] if place < last else []
    rows = [yes, edit, turn, [button(say("cancel-button"), Cancel())]]
    return InlineKeyboardMarkup([row for row in rows if row])


def yes_label(view: View, change: Change) -> str:
    """What the button that carries a change out says."""
    say = texts(change.language)
    if change.kind is Kind.REPLACE_ALL:
        return say("replace-all", count=view.generation.documents)
    if change.kind is Kind.REMOVE:
        return say("remove-button")
    if change.kind is Kind.GO_BACK:
        return say("go-back-button")
    single = len(change.documents) == 1
    taken = single and view.document(change.documents[0].doc_id) is not None
    return say("replace-button" if taken else "add-button")
