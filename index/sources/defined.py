"""Lines of Markdown that define a link by form only: "[Anna]: Hello." says what Anna said."""

import re
from collections.abc import Iterator
from typing import Any

from markdown_it.common.utils import normalizeReference
from markdown_it.token import Token

# A whole address or the beginning of one, a file with its suffix; nothing, and so a comment.
_ADDRESS = re.compile(r"$|[/#?]|[a-z][a-z0-9+.-]+:|.*\.[a-z]{2,}", re.IGNORECASE)
_BRACKETED = re.compile(r"\]:\s*<")
# A name in brackets that is no definition itself, nor has a target of its own.
_NAMED = re.compile(r"\[([^\[\]]+)\](?![:(])")
_LINE_BEGIN = re.compile(r"[>\s]*")


def said(state: Any) -> None:
    """Make paragraphs of definitions that give no address, if nothing refers to them.

    To CommonMark all are links, and a page shows nothing of them.
    """
    if all(token.type != "definition" for token in state.tokens):
        return
    named = {normalizeReference(one) for one in _NAMED.findall(state.src)}
    lines, tokens = state.src.split("\n"), []
    for token in state.tokens:
        if token.type != "definition":
            tokens.append(token)
        elif token.meta["id"] not in named:
            tokens += _paragraph(token, lines, state.env)
    state.tokens = tokens


def _paragraph(token: Token, lines: list[str], env: dict[str, Any]) -> Iterator[Token]:
    begin, end = token.map or (0, 0)
    text = "\n".join(_LINE_BEGIN.sub("", line, count=1) for line in lines[begin:end])
    text = text[text.find("[") :]
    if _ADDRESS.match(token.meta["url"]) or _BRACKETED.search(text):
        return
    env["references"].pop(token.meta["id"], None)
    written = Token("inline", "", 0, map=token.map, level=token.level + 1, block=True)
    written.content, written.children = f"\\{text}", []
    yield Token("paragraph_open", "p", 1, map=token.map, level=token.level, block=True)
    yield written
    yield Token("paragraph_close", "p", -1, level=token.level, block=True)
