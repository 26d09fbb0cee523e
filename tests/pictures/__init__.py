"""Pictures of the bot's replies for the pages: `python -m tests.pictures` (needs Chromium)."""
