"""What people say, language by language: the files are whole, and join into patterns."""

import tomllib
from pathlib import Path

import pytest
import regex

import bot.answering.phrases
from bot.answering.phrases import either, languages, said, said_in
from bot.telegram.texts import LANGUAGES

FILES = sorted(Path(bot.answering.phrases.__file__).parent.glob("*.toml"))
ENGLISH = tomllib.loads(FILES[0].with_name("en.toml").read_text(encoding="utf-8"))
IDEAS = [f"{section}.{key}" for section, keys in ENGLISH.items() for key in keys]
# The one idea in which capitals tell.
AS_WRITTEN = "courtesy.short_thanks_as_written"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_language_has_every_idea(path: Path) -> None:
    """A key of English that a language lacks is there and empty; none is there that none reads."""
    file = tomllib.loads(path.read_text(encoding="utf-8"))
    known = file.pop("only", list(ENGLISH))
    assert list(file) == known
    assert {section: list(file[section]) for section in known} == {
        section: list(ENGLISH[section]) for section in known
    }


def test_what_the_bot_speaks_it_understands() -> None:
    """Who is answered in a language can also greet, thank and go on in it."""
    assert set(languages()) == set(LANGUAGES)


@pytest.mark.parametrize("idea", IDEAS)
def test_each_phrase_is_a_pattern_by_itself(idea: str) -> None:
    """So that it can be one of several; and in small letters, as is compared without capitals."""
    assert said(idea)
    for phrase in said(idea):
        assert not regex.fullmatch(phrase, ""), phrase
        assert phrase == phrase.strip()
        assert idea == AS_WRITTEN or not regex.search(r"(?<!\\)(?<!\\p\{)\p{Lu}", phrase), phrase


def test_the_longest_of_all_languages_is_tried_first() -> None:
    """Of two that begin alike the one that says more, whatever file it stands in."""
    assert said("courtesy.to_whom")[:2] == ["tout le monde", "everybody"]
    found = regex.match(either("topics.about"), "tell me more about it")
    assert found
    assert found[0] == "tell me more about"
    assert either("openings.and").split("|")[0] == "and"


def test_ideas_join_without_saying_anything_twice() -> None:
    """Spanish and Italian both go on with "e"."""
    both = said("openings.and", "openings.but")
    assert both.count("e") == 1
    assert set(both) == {*said("openings.and"), *said("openings.but")}


def test_one_language_can_be_asked_for_by_itself() -> None:
    """Russian in Latin letters is not Ukrainian in Latin letters."""
    assert "kuda" in said_in("ru", "questions.asking_in_latin")
    assert "kuda" not in said_in("uk", "questions.asking_in_latin")
    assert said_in("nl", "courtesy.thanks") == []
    with pytest.raises(KeyError):
        said_in("tlh", "courtesy.thanks")
