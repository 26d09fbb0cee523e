"""What is said to an admin of a change: before it, when it cannot be made, and after it."""

from collections.abc import Mapping, Sequence

from bot.telegram.admin.carrying_out import Outcome, Overtaken
from bot.telegram.admin.changes import Change, Kind
from bot.telegram.admin.golden import Compared, Difference
from bot.telegram.composing import LONGEST_TITLE
from bot.telegram.history import Done
from bot.telegram.left_out import left_out
from bot.telegram.texts import Texts, short
from index.store import View
from index.text import Document

# So many titles, and golden questions, are named at most.
NAMED = 10
# And so many changes of others, each with a name and a title.
TOLD = 5
# How much of a quote is shown where it is compared, in code points; and of what is missing of one
# text of many.
OPENING, MISSING = 90, 300


def consequence(view: View, change: Change, say: Texts) -> str:
    """What a change that takes texts away would do, for a yes or a no."""
    if change.kind is Kind.REPLACE_ALL:
        gone = [_name(one.title, one.doc_id) for one in view.documents_from(0, NAMED)]
        more = view.generation.documents - len(gone)
        head = say(
            "replace-all-confirm", count=view.generation.documents, kept=len(change.documents)
        )
        return "\n".join([head, *_listed(gone), *_more(more, say)])
    assert change.doc_id is not None
    document = view.document(change.doc_id)
    title = _name(document.title if document else "", change.doc_id)
    return say("remove-confirm", title=title, left=view.generation.documents - 1)


def overtaken(error: Overtaken, who: Mapping[int, str], say: Texts) -> str:
    """What others have done meanwhile, `who` by name for each id, and what is live now."""
    done = error.done or []
    told = [said_of(one, who[one.admin], say) for one in done[:TOLD]]
    known = [*told, *_more(len(done) - TOLD, say)] or [say("meanwhile-changed")]
    live = say("live", generation=error.live.number, documents=error.live.documents)
    return "\n".join([*known, live, say("meanwhile-decide")])


def said_of(done: Done, who: str, say: Texts) -> str:
    """What somebody did."""
    title = short(done.title, LONGEST_TITLE)
    if done.kind == Kind.GO_BACK:
        return say("meanwhile-back", who=who)
    if done.kind == Kind.REPLACE_ALL:
        return say("meanwhile-all", who=who)
    if done.kind == Kind.REMOVE:
        return say("meanwhile-removed", who=who, title=title)
    return (
        say("meanwhile-added", who=who, title=title)
        if title
        else say("meanwhile-several", who=who)
    )


def worse(compared: Compared, say: Texts) -> str:
    """Question by question, what a change would answer otherwise."""
    shown = compared.differences[:NAMED]
    more = len(compared.differences) - len(shown)
    lines = [line for one in shown for line in _difference(one, say)]
    return "\n".join([say("golden-changed"), *lines, *_more(more, say)])


def _difference(one: Difference, say: Texts) -> list[str]:
    mark = "✅" if one.better else "⚠️"
    return [
        f"{mark} {short(one.question, OPENING)}",
        say("golden-before", words=_quoted(one.before, say)),
        say("golden-after", words=_quoted(one.after, say)),
    ]


def _quoted(words: str | None, say: Texts) -> str:
    return say("golden-none") if words is None else say("quoted", words=short(words, OPENING))


def published(
    outcome: Outcome, served: int, say: Texts, documents: Sequence[Document] = ()
) -> str:
    """What is live now, how golden questions fare, and what of the new `documents` is missing.

    `served` is the generation that answers at present.
    """
    live = outcome.generation
    if served != live.number:
        return say("live-not-served", generation=live.number, served=served)
    lines = [say("live", generation=live.number, documents=live.documents)]
    compared = outcome.compared
    if compared.asked:
        lines.append(say("live-golden", right=compared.right, asked=compared.asked))
    return "\n".join([*lines, *_missing(documents, say)])


def _missing(documents: Sequence[Document], say: Texts) -> list[str]:
    """A line for each text that is not whole; where there are several, with its title."""
    if len(documents) == 1:
        return [line for one in documents if (line := left_out(one, say))]
    told = [one for one in documents if one.left_out]
    lines = [
        f"{_name(one.title, one.doc_id)} · {short(left_out(one, say), MISSING)}"
        for one in told[:TOLD]
    ]
    return [*lines, *_more(len(told) - TOLD, say)]


def _name(title: str, doc_id: str) -> str:
    return short(title or doc_id, LONGEST_TITLE)


def _listed(names: list[str]) -> list[str]:
    return [f"• {name}" for name in names]


def _more(count: int, say: Texts) -> list[str]:
    return [say("and-more", count=count)] if count > 0 else []
