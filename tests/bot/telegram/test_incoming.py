"""What people's messages say to the bot."""

from bot.telegram.incoming import addressed, argument, question_in, words
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
