"""The phrases of all languages (*.toml beside this), by the idea that they say.

An idea is a section and a key of the files: `courtesy.thanks`.
"""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources

# Of a file that has not all sections: those that it has.
ONLY = "only"

Sections = Mapping[str, Mapping[str, list[str]]]


def languages() -> tuple[str, ...]:
    """The codes of the languages of which all ideas are known."""
    return tuple(code for code, file in _files().items() if ONLY not in file)


def said(*ideas: str) -> list[str]:
    """The phrases of these ideas in all languages, once each, the longest first.

    So of two that begin alike a pattern takes the one that says more.
    """
    return _ordered(phrase for code in _files() for phrase in _of(code, ideas))


def said_in(language: str, *ideas: str) -> list[str]:
    """As `said`, in one language; raises KeyError for one that has no file."""
    return _ordered(_of(language, ideas))


def either(*ideas: str) -> str:
    """The phrases of these ideas in all languages as alternatives of a regular expression."""
    return "|".join(said(*ideas))


def _ordered(phrases: Iterable[str]) -> list[str]:
    return sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))


def _of(language: str, ideas: Iterable[str]) -> Iterable[str]:
    file = _files()[language]
    for section, key in (idea.split(".") for idea in ideas):
        if section in file.get(ONLY, [section]):
            yield from file[section][key]


@cache
def _files() -> Mapping[str, Sections]:
    found = resources.files(__package__).iterdir()
    return {
        file.name.removesuffix(".toml"): tomllib.loads(file.read_text(encoding="utf-8"))
        for file in sorted(found, key=lambda file: file.name)
        if file.name.endswith(".toml")
    }
