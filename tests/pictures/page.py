"""A reply as a page that looks like the chat: drawn from text, entities and buttons alone."""

from html import escape
from itertools import pairwise
from pathlib import Path

from tests.bot_api.limits import Json
from tests.pictures.asked import Reply

STYLE = Path(__file__).with_name("chat.css").read_text(encoding="utf-8")
TAGS = {
    "bold": "b",
    "italic": "i",
    "text_link": "a",
    "blockquote": "blockquote",
    "expandable_blockquote": "blockquote",
}
RIGHT_TO_LEFT = {"ar"}
# What the app calls whoever asked.
WRITER = {"en": "You", "ar": "أنت", "zh": "你"}


def page(reply: Reply, theme: str) -> str:
    """The question and its reply, as HTML; `theme` is light or dark."""
    way = "rtl" if reply.language in RIGHT_TO_LEFT else "ltr"
    writer, question = WRITER[reply.language], escape(reply.question)
    return (
        f'<!doctype html><html lang="{reply.language}" class="{theme}"><meta charset="utf-8">'
        f"<style>{STYLE}</style><body><main>"
        f'<div class="asked bubble"><p>{question}</p><time>9:41</time></div>'
        f'<div class="answer"><div class="bubble">'
        f'<div class="replied"><b>{writer}</b><p>{question}</p></div>'
        f'<div class="text">{marked(reply.message)}</div><time>9:41</time></div>'
        f'<div class="buttons" dir="{way}">{_buttons(reply.message)}</div></div>'
        "</main></body></html>"
    )


def marked(message: Json) -> str:
    """The message's text with its entities as elements, each opened and closed where it says."""
    data = message["text"].encode("utf-16-le")
    entities = message.get("entities", [])
    places = sorted({0, len(data) // 2, *(edge for one in entities for edge in _edges(one))})
    found: list[str] = []
    for start, end in pairwise(places):
        closing = [one for one in entities if _edges(one)[1] == start]
        found += [f"</{TAGS[one['type']]}>" for one in reversed(closing)]
        found += [f"<{TAGS[one['type']]}>" for one in entities if one["offset"] == start]
        text = data[2 * start : 2 * end].decode("utf-16-le")
        # A quotation stands on lines of its own: the line's end before or after it is its edge.
        found.append(escape(_without_edge(text, start, end, entities)))
    last = [one for one in entities if _edges(one)[1] == places[-1]]
    return "".join(found + [f"</{TAGS[one['type']]}>" for one in reversed(last)])


def _edges(entity: Json) -> tuple[int, int]:
    return entity["offset"], entity["offset"] + entity["length"]


def _without_edge(text: str, start: int, end: int, entities: list[Json]) -> str:
    quotations = [_edges(one) for one in entities if one["type"].endswith("blockquote")]
    if any(start == edge for _, edge in quotations):
        text = text.removeprefix("\n")
    return text.removesuffix("\n") if any(end == edge for edge, _ in quotations) else text


def _buttons(message: Json) -> str:
    rows = message["reply_markup"]["inline_keyboard"]
    return "".join(
        "<div>"
        + "".join(f"<span><bdi>{escape(one['text'])}</bdi></span>" for one in row)
        + "</div>"
        for row in rows
    )
