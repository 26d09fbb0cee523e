"""What admins do: let people in, new texts, articles, going back."""

from bot.telegram.admin.add import (
    add_command,
    cancel_command,
    done_command,
    file_sent,
    sends_text,
    text_sent,
)
from bot.telegram.admin.approve import approve_command
from bot.telegram.admin.articles import articles_command, rollback_command, status_command
from bot.telegram.admin.articles import pressed as article_pressed
from bot.telegram.admin.confirm import confirmed

__all__ = [
    "add_command",
    "approve_command",
    "article_pressed",
    "articles_command",
    "cancel_command",
    "confirmed",
    "done_command",
    "file_sent",
    "rollback_command",
    "sends_text",
    "status_command",
    "text_sent",
]
