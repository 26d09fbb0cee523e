"""Answers at a terminal: for people, and as JSON for programs."""

from bot.terminal.chat import converse
from bot.terminal.citing import cite
from bot.terminal.contract import as_json
from bot.terminal.gaps import found_gaps, gap_as_json, render_gaps
from bot.terminal.given import render_stood, stood_as_json
from bot.terminal.page import render
from bot.terminal.sample import open_sample
from bot.terminal.verifying import render_verified, verified_as_json

__all__ = [
    "as_json",
    "cite",
    "converse",
    "found_gaps",
    "gap_as_json",
    "open_sample",
    "render",
    "render_gaps",
    "render_stood",
    "render_verified",
    "stood_as_json",
    "verified_as_json",
]
