"""What asks nothing in a group is acknowledged by a reaction."""

from collections.abc import Callable

import pytest

from bot.telegram.texts import LANGUAGES
from tests.bot.telegram.asking.ways import OPENED, QUESTION, READER, SAY, WORDS, last
from tests.bot_api.direct import GROUP, Direct, said
from tests.bot_api.limits import Refused
from tests.bot_api.state import USERNAME
from tests.bot_api.user import quoted

REACTIONS = ("❤", "👍", "👌")


def _answered(direct: Direct) -> int:
    """The number of an answer in the group."""
    direct.message(READER, f"/ask {QUESTION}", chat_id=GROUP)
    number: int = last(direct.process())["message_id"]
    return number


@pytest.mark.parametrize("language", LANGUAGES)
def test_thanks_a_yes_and_a_no_get_a_reaction(direct: Direct, language: str) -> None:
    """In reply to the bot, or with its name; and no message."""
    answer = _answered(direct)
    for word, emoji in zip(WORDS[language], REACTIONS, strict=True):
        for text, to in ((word, {"reply_to": answer}), (f"@{USERNAME} {word}!", {})):
            number = direct.message(READER, text, chat_id=GROUP, **to)
            (call,) = direct.process()
            assert call.method == "setMessageReaction"
            assert direct.state.reactions == {(GROUP, number): [emoji]}
            direct.state.reactions.clear()


@pytest.mark.parametrize(("text", "key"), [("hello", "small-talk"), ("bye", "talk-bye")])
def test_other_talk_gets_its_word(direct: Direct, text: str, key: str) -> None:
    """Which says what one can do here."""
    direct.message(READER, text, chat_id=GROUP, reply_to=_answered(direct))
    assert said(direct.process()) == SAY(key)


def test_talk_among_people_gets_none(direct: Direct) -> None:
    """Nor what is said after the command, or in private, where there is room for a word."""
    direct.message(READER, "thanks", chat_id=GROUP)
    assert direct.process() == []
    other = direct.message(READER + 1, "Here you are", chat_id=GROUP)
    direct.message(READER, "thanks", chat_id=GROUP, reply_to=other)
    assert direct.process() == []
    direct.message(READER, "thanks")
    assert said(direct.process()) == SAY("talk-thanks")


def test_who_has_not_been_let_in_gets_none(direct_with: Callable[..., Direct]) -> None:
    """A group that may not ask is told how to be let in."""
    direct = direct_with(allowed_ids=())
    direct.message(READER, f"@{USERNAME} thanks", chat_id=-9)
    assert said(direct.process()).startswith(SAY("not-allowed-group", code="1")[:40])
    assert direct.state.reactions == {}


def test_it_counts_as_a_question(direct_with: Callable[..., Direct]) -> None:
    """Who thanks without end is warned, then let be."""
    direct = direct_with(questions_per_minute=2)
    methods = []
    for _ in range(4):
        direct.message(READER, f"@{USERNAME} thanks", chat_id=GROUP)
        methods.append([call.method for call in direct.process()])
    assert methods == [["setMessageReaction"], ["setMessageReaction"], ["sendMessage"], []]


@pytest.mark.parametrize("code", [400, 403])
def test_where_no_reaction_is_allowed_a_word_is_said(direct: Direct, code: int) -> None:
    """In reply, as in private."""
    answer = _answered(direct)
    direct.fail_next("setMessageReaction", Refused(code, "REACTION_INVALID"))
    number = direct.message(READER, "thanks", chat_id=GROUP, reply_to=answer)
    calls = direct.process()
    assert said(calls) == SAY("talk-thanks")
    assert last(calls)["reply_to_message"]["message_id"] == number


def test_thanks_corrected_into_a_question_are_answered(direct: Direct) -> None:
    """In reply to the message that was corrected."""
    number = direct.message(READER, f"@{USERNAME} thanks", chat_id=GROUP)
    direct.process()
    direct.edit(GROUP, number, f"@{USERNAME} {QUESTION}")
    answer = last(direct.process())
    assert quoted(answer) == [OPENED]
    assert answer["reply_to_message"]["message_id"] == number
