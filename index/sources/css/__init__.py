"""How a page's own style sheets, and its elements themselves, say that they are shown (CSS)."""

from index.sources.css.declarations import declared
from index.sources.css.styles import Styles

__all__ = ["Styles", "declared"]
