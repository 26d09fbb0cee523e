"""Markdown (CommonMark, tables, footnotes) by markdown-it-py: the text as it is rendered."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from index.sources.characters import damage, decode
from index.sources.defined import said
from index.sources.front_matter import parted
from index.sources.loader import Extracted, File
from index.sources.markup import fragment
from index.sources.questions import answers, opens
from index.text import LeftOut, Missing

# A letter of a script that puts no space between words, so that a line's end is none either.
_UNSPACED = re.compile(r"[\u3000-\u9fff\uff00-\uffef]")

# GitHub's alerts and Obsidian's (`[!NOTE]`), fences of boxes (`:::tip`), names (`{#fees}`).
_SIGNS = {
    "paragraph_open": [
        (re.compile(r"^\[!\w+\][+-]?[ \t]*"), ""),
        (re.compile(r"^:{3,}[ \t]*(?:\{[^{}]*\}|[a-z-]*)[ \t]*"), ""),
    ],
    "heading_open": [(re.compile(r"[ \t]*\{:?[ \t]*[#.][^{}]*\}[ \t]*$"), "")],
}
# Lists in lists, and quotations; what stands deeper is left out, and no page shows it.
_DEEPEST = 100
_FENCE = re.compile(r":{3,}")
_ENDS = re.compile(r"\r\n?|\n")
_BREAKS = {"softbreak", "hardbreak"}


def read(file: File) -> list[Extracted]:
    """The text, with what its front matter says of it."""
    text = decode(file.name, file.data, file.charset)
    about, body = parted(text)
    markdown = _renderer()
    env: dict[str, Any] = {}
    tokens = markdown.parse(body, env)
    parts, left_out = fragment(markdown.renderer.render(tokens, markdown.options, env))
    told = damage(text) + left_out + _buried(tokens) + _beyond(tokens, body) + _unused(env)
    return [Extracted(parts, about.title, about.date, about.language, about.url, left_out=told)]


def _renderer() -> MarkdownIt:
    """References to notes and the ways back are no words of the text."""
    options = {"maxNesting": _DEEPEST, "inline_definitions": True}
    markdown = MarkdownIt("commonmark", options).enable(["table", "strikethrough"])
    markdown.use(footnote_plugin).use(deflist_plugin)
    markdown.core.ruler.after("block", "said", said)
    markdown.core.ruler.before("footnote_tail", "written", _count_notes)
    markdown.core.ruler.push("signs", _without_signs)
    markdown.add_render_rule("footnote_ref", _nothing)
    markdown.add_render_rule("footnote_anchor", _nothing)
    markdown.add_render_rule("softbreak", _line_end)
    return markdown


def _buried(tokens: Sequence[Token]) -> tuple[LeftOut, ...]:
    """What was left out, since it stands too deep: there, something opens and closes at once."""
    for opened, closed in pairwise(tokens):
        if opened.level >= _DEEPEST - 1 and (opened.nesting, closed.nesting) == (1, -1):
            return (LeftOut(Missing.DEEP, count=_DEEPEST),)
    return ()


def _beyond(tokens: Sequence[Token], text: str) -> tuple[LeftOut, ...]:
    """What was left out, since the head of its table has no column for it."""
    lines, columns = _ENDS.split(text), 0
    for token in tokens:
        if token.type == "table_open":
            columns = 0
        elif token.type == "th_open":
            columns += 1
        elif token.type == "tr_open" and columns and token.map:
            cells = escapedSplit(lines[token.map[0]].strip().lstrip("> \t"))
            if any(map(str.strip, cells[not cells[0] :][columns:])):
                return (LeftOut(Missing.CELLS),)
    return ()


def _count_notes(state: Any) -> None:
    state.env["written"] = sum(one.type == "footnote_reference_open" for one in state.tokens)


def _unused(env: Mapping[str, Any]) -> tuple[LeftOut, ...]:
    """What was left out of the notes."""
    used = sum(place >= 0 for place in env.get("footnotes", {}).get("refs", {}).values())
    return (LeftOut(Missing.NOTES),) if used < env["written"] else ()


def _without_signs(state: Any) -> None:
    """Take away what is for programs: names of headings, kinds of notes, fences of boxes."""
    for before, token in pairwise(state.tokens):
        for sign, text in _SIGNS.get(before.type, ()):
            # The first letters of a paragraph, the last of a heading.
            at = -1 if before.type == "heading_open" else 0
            if token.children and token.children[at].type == "text":
                child = token.children[at]
                child.content = sign.sub(text, child.content)
                if not child.content and [one.type for one in token.children[1:2]] == [
                    "softbreak"
                ]:
                    del token.children[:2]
        last = [one.content or one.type for one in (token.children or ())[-2:]]
        if last[:1] == ["softbreak"] and _FENCE.fullmatch(last[-1]):
            del token.children[-2:]


def _nothing(*_: Any) -> str:
    return ""


def _line_end(_: Any, tokens: Any, place: int, *__: Any) -> str:
    """White space, none in Chinese; a break between a question and the line that answers it."""
    lines = _lines(tokens)
    at = sum(token.type in _BREAKS for token in tokens[:place])
    before, after = lines[at : at + 2]
    if opens(lines[0]) and (opens(before) or opens(after) or answers(after)):
        return "<br>\n"
    return "" if _UNSPACED.match(before[-1:]) and _UNSPACED.match(after[:1]) else "\n"


def _lines(tokens: Any) -> list[str]:
    """The lines of a paragraph, without markup."""
    lines = [""]
    for token in tokens:
        if token.type in _BREAKS:
            lines.append("")
        elif token.type != "html_inline":
            lines[-1] += token.content
    return lines
