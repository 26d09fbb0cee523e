"""The rules of a style sheet that say how elements are shown (CSS Syntax 3, tinycss2)."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

import tinycss2

from index.sources.css.declarations import SAYS, Declaration, declarations
from index.sources.css.media import On, holds
from index.sources.css.selectors import Selector, selectors

# How deep blocks may stand in each other.
_DEEPEST = 8
_RULES = {"qualified-rule", "at-rule"}
_NOT = re.compile(r"\bnot\b", re.IGNORECASE)


class _Around(NamedTuple):
    """What a block stands in."""

    selectors: tuple[Selector, ...] = ()
    on: On = On.ALL
    layered: bool = False
    depth: int = 0


@dataclass(frozen=True, eq=False)
class Rule:
    """What is said of the elements of its selectors; one in a layer yields to those in none."""

    selectors: tuple[Selector, ...]
    stated: Mapping[str, Declaration]
    on: On
    layered: bool

    @cached_property
    def is_sound(self) -> bool:
        """Whether browsers take it: they pass over all of a rule with one wrong selector."""
        return all(one.compiled is not None for one in self.selectors)


# A book's are asked for chapter by chapter, a newsletter's mail by mail.
@lru_cache(maxsize=32)
def rules_of(sheet: str, media: str) -> tuple[Rule, ...]:
    """The rules in order, of what is for any screen, that state what is read here."""
    on = holds(media)
    if on is On.NONE or not SAYS.search(sheet):
        return ()
    nodes = tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)
    return tuple(_rules(nodes, _Around(on=on)))


def _rules(nodes: Iterable[Any], around: _Around) -> Iterator[Rule]:
    for node in nodes:
        if node.type not in _RULES or not node.content or around.depth > _DEEPEST:
            continue
        said = tinycss2.parse_blocks_contents(node.content, True, True)
        stated, inner = declarations(said), [one for one in said if one.type in _RULES]
        if (stated or inner) and (block := _block(node, around)).on is not On.NONE:
            if stated and block.selectors:
                yield Rule(block.selectors, stated, block.on, block.layered)
            yield from _rules(inner, block)


def _block(node: Any, around: _Around) -> _Around:
    """What stands in the node's block stands in."""
    around = around._replace(depth=around.depth + 1)
    if node.type == "qualified-rule":
        outer = ",".join(one.text for one in around.selectors)
        return around._replace(selectors=selectors(node.prelude, outer))
    group, asked = node.lower_at_keyword, tinycss2.serialize(node.prelude)
    on = On.NONE
    if group == "media":
        on = holds(asked)
    elif group in {"container", "scope"} or (group == "supports" and _NOT.search(asked)):
        on = On.SOME
    elif group in {"layer", "supports"}:
        on = On.ALL
    return around._replace(on=min(around.on, on), layered=around.layered or group == "layer")
