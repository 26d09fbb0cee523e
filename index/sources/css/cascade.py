"""What the rules of a page's style sheets come to for each element (CSS Cascade, cssselect2)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from cssselect2 import ElementWrapper

from index.sources.css.declarations import Declaration, unseen
from index.sources.css.media import On
from index.sources.css.rules import Rule
from index.sources.css.selectors import Selector
from index.sources.tree import name

# What a page may cost, some seconds: so often elements are looked at; a page of 3 MB with a sheet
# of 300 kB costs a sixth. To make one for that costs more, and so does a rule that fits.
_MOST = 5_000_000
_MADE, _FITS = 10, 5


def applied(root: Any, rules: Iterable[Rule]) -> dict[Any, Mapping[str, Declaration]]:
    """What the rules say of the elements in `root`, of those of which they say anything.

    Raises ValueError where it would take too long, and as lxml does of names that no markup has.
    """
    by_name = _by_name(rules)
    page = _Element.from_html_root(root)
    page.left = [_MOST]
    return {
        one.etree_element: said for one in page.iter_subtree() if (said := _said_of(one, by_name))
    }


class _Element(ElementWrapper):  # type: ignore[misc]
    """An element as selectors see it, at no more cost than is left.

    What is around it and before it is looked up anew, not kept: that would grow by its square.
    """

    left: list[int]
    """One number, the same list for all elements of a page."""

    @property
    def ancestors(self) -> Iterator["_Element"]:
        """What it stands in, from the inside out."""
        return self._on("parent")

    @property
    def previous_siblings(self) -> Iterator["_Element"]:
        """What stands before it in the same element, the nearest first."""
        return self._on("previous")

    def iter_children(self) -> Iterator["_Element"]:
        """What stands in it."""
        for child in super().iter_children():
            child.left = self.left
            self.spend(_MADE)
            yield child

    def spend(self, cost: int = 1) -> None:
        """Raises ValueError where nothing is left."""
        self.left[0] -= cost
        if self.left[0] < 0:
            raise ValueError("too many elements to look at")

    def _on(self, way: str) -> Iterator["_Element"]:
        one = getattr(self, way)
        while one is not None:
            self.spend()
            yield one
            one = getattr(one, way)


class _One(NamedTuple):
    """A rule for one of its selectors, by its place among all rules."""

    place: int
    rule: Rule
    selector: Selector

    @property
    def sure(self) -> bool:
        """Whether it holds on any screen, whatever is pressed."""
        return self.rule.on is On.ALL and self.selector.sure

    def fits(self, element: _Element) -> bool:
        """Whether it is for the element."""
        if not self.rule.is_sound or self.selector.compiled.pseudo_element:
            return False
        fits = bool(self.selector.compiled.test(element))
        element.spend(_FITS if fits else 1)
        return fits

    def weight(self, said: Declaration) -> tuple[Any, ...]:
        """What makes one hold before another."""
        specificity = self.selector.compiled.specificity
        return said.important, self.rule.layered == said.important, specificity, self.place


def _by_name(rules: Iterable[Rule]) -> Mapping[str, list[_One]]:
    """The rules by each class and id that they ask of their elements, or else by their name."""
    found: dict[str, list[_One]] = defaultdict(list)
    for place, rule in enumerate(rules):
        for selector in rule.selectors:
            called = [one for one in selector.names if one[0] in "#."]
            for key in called or selector.names or ["*"]:
                found[key].append(_One(place, rule, selector))
    return found


def _said_of(element: _Element, by_name: Mapping[str, list[_One]]) -> dict[str, Declaration]:
    """What holds of the element; nothing of what hides it where another rule may show it."""
    called = {f"#{element.id}", *(f".{one}" for one in element.classes)}
    names = {*called, name(element.etree_element)}
    near = [one for key in (*names, "*") for one in by_name.get(key, ())]
    element.spend(len(near))
    fitting = [one for one in near if one.selector.names <= names and one.fits(element)]
    sure = [one for one in fitting if one.sure]
    holding = _holding(sure)
    if hiding := unseen(holding):
        places = {one.place for one in sure}
        maybe = [*fitting, *(one for one in near if called & one.selector.names)]
        others = [one.rule.stated for one in maybe if one.place not in places]
        shown = {kind for stated in others for kind in stated.keys() - unseen(stated)}
        return {kind: said for kind, said in holding.items() if kind not in hiding & shown}
    return holding


def _holding(fitting: Iterable[_One]) -> dict[str, Declaration]:
    """What the rules come to: the most important hold, the most specific, the last."""
    found = sorted(
        (one.weight(said), kind, said) for one in fitting for kind, said in one.rule.stated.items()
    )
    return {kind: said for _, kind, said in found}
