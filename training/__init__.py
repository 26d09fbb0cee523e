"""Training of the bundled reader; nothing here is needed to run the bot.

`python -m training train`, then `python -m training export`: see bot/models/reader/README.md.
"""
