"""The same answers for other programs: over HTTP, with a page to ask on, and for assistants."""

from bot.serving.desk import Desk
from bot.serving.listening import serve_assistant, serve_http

__all__ = ["Desk", "serve_assistant", "serve_http"]
