"""Changes that are confirmed by a press."""

from collections.abc import Callable

from bot.telegram.texts import texts
from tests.bot_api.direct import Direct
from tests.bot_api.limits import Json
from tests.bot_api.process import ADMIN

With = Callable[..., Direct]
SAY = texts("en")
QUESTION = "When was the Lindholm Bridge opened?"
OPENED = "The Lindholm Bridge was opened on 4 May 1987 by Queen Margrethe of Denmark."
ZOO = "The Ansbach zoo bought its first giraffe in 1931. It was called Wilhelmine."
TITLE = "The Ansbach zoo bought its first giraffe in 1931. It was…"
ADD, ALL, CANCEL = SAY("add-button"), SAY("replace-all", count=4), SAY("cancel-button")


def sent_in(direct: Direct, by: int = ADMIN, name: str = "zoo.txt", text: str = ZOO) -> Json:
    """A text that waits for a yes."""
    direct.send_file(by, name, text.encode())
    message: Json = direct.process()[-1].result
    return message


def pressed(direct: Direct, message: Json, button: str, by: int = ADMIN) -> Json:
    """The message after all that a press does."""
    direct.press(by, message, button)
    after: Json = direct.process()[-1].result
    return after


def all_replaced(direct: Direct) -> Json:
    """After the yes to replacing everything."""
    asked = pressed(direct, sent_in(direct), ALL)
    return pressed(direct, asked, ALL)
