"""Whether texts say the same: word for word, in other forms of a word, or by another name."""

from bot.answering.comparing.beside import stand_together
from bot.answering.comparing.inflected import has_words
from bot.answering.comparing.namesakes import make_ready, namesake
from bot.answering.comparing.twins import quoted_once
from bot.answering.comparing.written import as_written

__all__ = ["as_written", "has_words", "make_ready", "namesake", "quoted_once", "stand_together"]
