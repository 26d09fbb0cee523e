"""Which question of a message the texts do not answer: said below what answers the others."""

from telegram.constants import MessageEntityType as Kind

from bot.answering import Answer, Label, NoAnswer
from bot.telegram.messages import hedge
from bot.telegram.texts import Texts, short
from bot.telegram.under import Under

# Of a question so many code points are shown.
SHOWN = 150
# How quotation marks open, in whatever language: what is not answered is quoted, and nothing else
# that is said below a quote of which one is not sure.
_OPENING = frozenset("“„«")


def left_unanswered(result: Answer | NoAnswer, say: Texts) -> list[str]:
    """A sentence for each question that is not answered while others are."""
    left = result.unanswered if isinstance(result, Answer) else ()
    return [say("unanswered", question=short(one.question, SHOWN)) for one in left]


def below(result: Answer | NoAnswer, rank: int, others: int, say: Texts) -> str | None:
    """What stands below a passage found where some is not answered; None where nothing is said.

    Below the answer that is all, unless its quotes are not sure either.
    """
    told = left_unanswered(result, say)
    if not told:
        return None
    sure = rank == 0 and isinstance(result, Answer) and result.quotes_sure
    reservation = hedge(Label.SURE if sure else Label.UNSURE, rank, others, say)
    return " ".join([*([reservation] if reservation else []), *told])


def still_below(under: Under, label: Label) -> str | None:
    """That line of the message that a button was pressed under, as it stands; None without one."""
    if under.message is None or label is not Label.UNSURE:
        return None
    lines = under.message.parse_entities([Kind.ITALIC]).values()
    return next((line for line in lines if _OPENING & set(line)), None)
