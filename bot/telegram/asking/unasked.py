"""What is said to a message that asks nothing of the texts, or where there are no texts."""

from bot.answering import Talk, needs_another, talk_in
from bot.telegram.context import Parts
from bot.telegram.texts import Texts

_ANSWERS = {
    Talk.THANKS: "talk-thanks",
    Talk.BYE: "talk-bye",
    Talk.NO: "talk-no",
    Talk.YES: "talk-yes",
    Talk.WHO: "help",
    Talk.GREETING: "small-talk",
    Talk.NOTHING: "talk-nothing",
}


def unasked(message: str, before: str, user_id: int, here: Parts, say: Texts) -> str:
    """A fitting word; while the library is empty, what an admin can do, or that it is.

    `before` is what was asked before, "" for nothing.
    """
    if talk := talk_in(message):
        return say(_ANSWERS[talk])
    if not here.answering.view.generation.documents:
        return say("empty-admin" if here.access.is_admin(user_id) else "empty")
    alone = needs_another(message) and not before
    return say("whole-question" if alone else "no-answer")
