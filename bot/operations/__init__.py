"""For who runs the bot: health, logs, checks, bounded work."""
