"""The commands for everybody, called one by one."""

from bot.telegram import commands
from bot.telegram.texts import texts
from tests.bot_api.direct import Direct
from tests.bot_api.process import ADMIN


def test_help_is_in_the_language_of_who_asks(direct: Direct) -> None:
    """In reply; admins are told of their commands too."""
    asked = direct.message(7, "/help", language="fr")
    (call,) = direct.call(commands.help_command)
    assert call.method == "sendMessage"
    assert call.given["chat_id"] == 7
    assert call.given["text"] == texts("fr")("help")
    assert call.given["reply_parameters"]["message_id"] == asked
    direct.message(ADMIN, "/help")
    (call,) = direct.call(commands.help_command)
    assert call.given["text"] == f"{texts('en')('help')}\n\n{texts('en')('help-admin')}"
