"""What admins send, and what is shown before anything changes."""

from collections.abc import Callable

from bot.telegram import routes
from bot.telegram.admin import add
from bot.telegram.texts import texts
from tests.bot_api.direct import Direct, said
from tests.bot_api.limits import Json
from tests.bot_api.process import ADMIN
from tests.bot_api.server import Call
from tests.bot_api.user import buttons

With = Callable[..., Direct]
SAY = texts("en")
READER = 7
QUESTION = "When was the Lindholm Bridge opened?"
OPENED = "The Lindholm Bridge was opened on 4 May 1987 by Queen Margrethe of Denmark."
ZOO = "The Ansbach zoo bought its first giraffe in 1931. It was called Wilhelmine."
YES_OR_NO = [
    *(SAY("add-button"), SAY("replace-all", count=4)),
    *(f"✏️ {SAY(key)}" for key in ("title-button", "date-button", "language-button")),
    SAY("cancel-button"),
]


def understood(calls: list[Call]) -> tuple[str, str]:
    """Title and date of the text that was understood, shown in the place of "Reading"."""
    reading, shown = calls
    assert reading.given["text"] == SAY("reading")
    assert shown.method == "editMessageText"
    assert shown.given["message_id"] == reading.result["message_id"]
    assert buttons(shown.result) == YES_OR_NO
    first, title, facts, *_ = str(shown.given["text"]).splitlines()
    assert first == SAY("understood")
    return title, facts.split(" · ")[0]


def document(title: str, date: str | None = None) -> tuple[str, str]:
    """What is understood of a text, as `understood` gives it."""
    return title, SAY.date(date) if date else SAY("no-date")


def refused(calls: list[Call], language: str = "en") -> str:
    """Why what was read cannot become a text."""
    reading, shown = calls
    assert reading.given["text"] == texts(language)("reading")
    assert buttons(shown.result) == []
    return str(shown.given["text"])


def pasted(direct: Direct, *messages: str) -> list[str]:
    """What is answered to `/add` and each message after it."""
    direct.message(ADMIN, "/add")
    answers = [said(direct.call(add.add_command))]
    for text in messages:
        direct.message(ADMIN, text)
        answers.append(said(direct.call(routes.private_words)))
    return answers


def from_channel(username: str | None) -> Json:
    """Where a post of a channel was forwarded from."""
    chat = {"id": -1007, "type": "channel", "title": "Zoo news", "username": username}
    date = 1_600_000_000  # 13 September 2020
    return {"type": "channel", "date": date, "message_id": 12, "chat": chat}
