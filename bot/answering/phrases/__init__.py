"""What people say to the bot: a file a language, read together.

A new language is a new file with all keys of `en.toml`, which tells what they are.
"""

from bot.answering.phrases.spoken import either, languages, said, said_in

__all__ = ["either", "languages", "said", "said_in"]
