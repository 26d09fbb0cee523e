"""A quote for other places: as text, for reference managers, as an annotation, as a picture."""

from bot.citing.formats import Format, cited
from bot.citing.picture import card, card_ready

__all__ = ["Format", "card", "card_ready", "cited"]
