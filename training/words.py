"""The commonest words of the bot's languages that have letters, for mistyped questions.

Of wordfreq 3.1 (Speer 2022, doi:10.5281/zenodo.7199437), whose lists are CC BY-SA 4.0. Written to
`bot/models/words`, a file a language, the commonest word first.
"""

import lzma
from pathlib import Path

import regex
from wordfreq import top_n_list

LANGUAGES = ("ar", "de", "en", "es", "fr", "it", "pt", "ru", "tr", "uk")
# The 30,000th of Russian, whose words have many forms, is one in a million.
MOST = 30_000
_WORD = regex.compile(r"[\p{L}\p{M}]{2,24}")


def words(folder: Path = Path("bot/models/words")) -> list[Path]:
    """Write all lists; the files that were written."""
    folder.mkdir(parents=True, exist_ok=True)
    return [_written(folder / f"{language}.txt.xz", language) for language in LANGUAGES]


def _written(target: Path, language: str) -> Path:
    found = top_n_list(language, 2 * MOST, wordlist="best")
    kept = [word for word in found if _WORD.fullmatch(word)][:MOST]
    target.write_bytes(lzma.compress("\n".join(kept).encode(), preset=9 | lzma.PRESET_EXTREME))
    return target
