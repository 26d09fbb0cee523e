"""The chat on Telegram; only here is `telegram` imported."""
