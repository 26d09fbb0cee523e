"""What admins do: let people in, new texts, articles, going back."""

from bot.telegram.admin.add import add_command, cancel_command, done_command
from bot.telegram.admin.approve import approve_command
from bot.telegram.admin.articles import rollback_command
from bot.telegram.admin.editing import corrects
from bot.telegram.admin.gaps import gaps_command, send_digest
from bot.telegram.admin.people import revoke_command
from bot.telegram.admin.pressed import PRESSED
from bot.telegram.admin.publishing import offer_interrupted
from bot.telegram.admin.sent import edited_text, file_sent, is_pasted, sends_text, text_sent
from bot.telegram.admin.status import status_command
from bot.telegram.admin.unread import unchanged

__all__ = [
    "PRESSED",
    "add_command",
    "approve_command",
    "cancel_command",
    "corrects",
    "done_command",
    "edited_text",
    "file_sent",
    "gaps_command",
    "is_pasted",
    "offer_interrupted",
    "revoke_command",
    "rollback_command",
    "send_digest",
    "sends_text",
    "status_command",
    "text_sent",
    "unchanged",
]
