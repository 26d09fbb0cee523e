"""A Bot API server for tests: real HTTP, Telegram's limits and wording, and a user's side."""
