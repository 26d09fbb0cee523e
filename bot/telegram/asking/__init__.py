"""Questions, whatever they come by, and what can be pressed under their answers."""

from bot.telegram.asking.citing import cite_command
from bot.telegram.asking.edits import edited_question
from bot.telegram.asking.groups import ask_command, group_question
from bot.telegram.asking.inline import guest_message, inline_query
from bot.telegram.asking.left_over import tell_unanswered
from bot.telegram.asking.opening import open_link
from bot.telegram.asking.pressed import PRESSED
from bot.telegram.asking.private import private_question
from bot.telegram.asking.refused_parts import left_unanswered
from bot.telegram.asking.telling import tell_known, waiting_command
from bot.telegram.asking.verifying import verify_command, verify_next
from bot.telegram.asking.way_in import offered, whole

__all__ = [
    "PRESSED",
    "ask_command",
    "cite_command",
    "edited_question",
    "group_question",
    "guest_message",
    "inline_query",
    "left_unanswered",
    "offered",
    "open_link",
    "private_question",
    "tell_known",
    "tell_unanswered",
    "verify_command",
    "verify_next",
    "waiting_command",
    "whole",
]
