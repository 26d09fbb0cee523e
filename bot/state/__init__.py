"""What the bot remembers between runs."""
