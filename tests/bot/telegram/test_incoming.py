"""What people's messages say to the bot."""

from typing import Any

import pytest

from bot.telegram.incoming import (
    addressed,
    argument,
    asks_nothing,
    question_in,
    strikes_out,
    valid_words,
    words,
)
from tests.bot_api.direct import GROUP, Direct
from tests.bot_api.state import BOT_ID, USERNAME

READER = 7


def test_what_a_message_says_to_the_bot(direct: Direct) -> None:
    """Its words, what follows a command, and the question without mention or command."""

    def message(text: str, chat_id: int | None = GROUP) -> tuple[str, str, str | None, str]:
        direct.message(READER, text, chat_id=chat_id)
        assert direct.update
        made = direct.update.message
        assert made
        named = (made, USERNAME, BOT_ID)
        return words(made), argument(made), addressed(*named), question_in(*named)

    assert message("/ask  a b\nc ") == ("/ask  a b\nc ", "a b\nc", None, "a b\nc")
    assert message(f"@{USERNAME} a b") == (f"@{USERNAME} a b", "a b", "a b", "a b")
    assert message("a b") == ("a b", "b", None, "a b")
    assert message(f"@{USERNAME} a", None)[3] == f"@{USERNAME} a"
    assert message("/ask")[1:] == ("", None, "")


@pytest.mark.parametrize("field", ["text", "caption"])
@pytest.mark.parametrize(
    ("text", "struck", "left"),
    [
        ("Open from 9 to 12.", [], "Open from 9 to 12."),
        ("Open from 9 to 12. Open from 2 to 5.", ["Open from 9 to 12."], "Open from 2 to 5."),
        ("🐟 is sold from 9 to 12 daily.", ["from 9 to 12"], "🐟 is sold daily."),
        ("🐟 🎻 is now here", ["🎻", "now"], "🐟 is here"),
        ("One\n\nTwo\n\nThree", ["Two"], "One\n\nThree"),
        ("half-open", ["half-"], "open"),
        ("Gone.", ["Gone."], ""),
    ],
)
def test_words_that_are_struck_out_are_not_valid(
    direct: Direct, field: str, text: str, struck: list[str], left: str
) -> None:
    """They leave no gap, whatever counts as two units before them; of a caption too."""
    entities = [
        {
            "type": "strikethrough",
            "offset": len(text[: text.index(one)].encode("utf-16-le")) // 2,
            "length": len(one.encode("utf-16-le")) // 2,
        }
        for one in struck
    ]
    if field == "text":
        direct.message(READER, text, entities=entities)
    else:
        direct.message(READER, None, caption=text, caption_entities=entities)
    assert direct.update
    made = direct.update.message
    assert made
    assert words(made) == text
    assert (valid_words(made), strikes_out(made)) == (left, bool(struck))


@pytest.mark.parametrize(
    ("more", "ours"),
    [
        ({}, False),
        ({"via_bot": {"id": 5, "is_bot": True, "first_name": "Ours"}}, True),
        ({"is_automatic_forward": True}, True),
        ({"sender_chat": {"id": -3, "type": "channel", "title": "News"}}, False),
        ({"sender_chat": {"id": -3, "type": "supergroup", "title": "Admins"}}, False),
        ({"from": {"id": 5, "is_bot": True, "first_name": "Other"}}, True),
        (
            {
                "from": {"id": 1087968824, "is_bot": True, "first_name": "Group"},
                "sender_chat": {"id": -3, "type": "supergroup", "title": "Admins"},
            },
            False,
        ),
    ],
)
def test_what_no_person_wrote_is_ours(direct: Direct, more: dict[str, Any], ours: bool) -> None:
    """Bots and what a chat posts by itself; who writes in a chat's name is a person."""
    direct.message(READER, "When?", **more)
    assert direct.update
    assert direct.update.message
    assert asks_nothing(direct.update.message) is ours
