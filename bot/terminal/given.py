"""What has become of a quote that was given: for people, and as JSON for programs."""

from typing import Any

from index.foreign import line, lines
from index.versions import QuoteId, Standing, Stood
from index.wording import Change

SAID = {
    Standing.STANDS: "These words still stand.",
    Standing.MOVED: "These words still stand, in another place.",
    Standing.CHANGED: "These words were changed on {}.",
    Standing.REMOVED: "These words were removed on {}.",
    Standing.FORGOTTEN: "These words stand no more; the version that had them is not kept.",
}


def render_stood(found: Stood) -> str:
    """What `quote` prints: what became of the words, then the words, and what they are of.

    Where they were changed as wdiff writes it: [-before-] {+after+}.
    """
    day = found.since.created[:10] if found.since else ""
    said, document = SAID[found.standing].format(day), found.document
    words = lines(_words(found))
    named = (document.title or document.public_id, document.date or "")
    return "\n".join([said, *([words] if words else []),
                      "— " + " · ".join(line(one) for one in named if one)])  # fmt: skip


def _words(found: Stood) -> str:
    quoted = found.quoted or ""
    if not found.changes or not found.current:
        return quoted
    after, shown, at = found.current.of(found.document.text), "", 0
    for one in found.changes:
        shown += quoted[at : one.before.start] + _change(one, quoted, after)
        at = one.before.end
    return shown + quoted[at:]


def _change(one: Change, before: str, after: str) -> str:
    lost, added = one.before.of(before), one.after.of(after)
    if not lost:
        return f" {{+{added}+}}" if one.before.start else f"{{+{added}+}} "
    return f"[-{lost}-]" + (f" {{+{added}+}}" if added else "")


def stood_as_json(asked: QuoteId, found: Stood) -> dict[str, Any]:
    """The object of `quote --json`; spans count code points of the document's text as it is now.

    Those of `changes` count from the start of `quoted`, and of `text`, the words as they are now.
    """
    document, current, since = found.document, found.current, found.since
    now = current.of(document.text) if current else None
    return {
        "id": str(asked),
        "standing": found.standing,
        "quoted": found.quoted,
        "text": now,
        "doc_id": document.public_id,
        "title": document.title,
        "date": document.date,
        "url": document.public_url,
        "start": current.start if current else None,
        "end": current.end if current else None,
        "since": since.created if since else None,
        "generation": since.number if since else None,
        "changes": [
            {
                "before": one.before.of(found.quoted or ""),
                "after": one.after.of(now or ""),
                "before_span": [one.before.start, one.before.end],
                "after_span": [one.after.start, one.after.end],
            }
            for one in found.changes
        ],
    }
