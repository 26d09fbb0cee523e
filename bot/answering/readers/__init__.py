"""Which sentences of the hits answer a question, and how sure that is; one reader or another."""

from bot.answering.readers.reader import Reader, load_reader, nothing_answers, read_by, reading

__all__ = ["Reader", "load_reader", "nothing_answers", "read_by", "reading"]
