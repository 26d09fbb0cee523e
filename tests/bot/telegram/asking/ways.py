"""Every way a question can come by, for tests of what they have in common."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bot.telegram import asking, commands
from bot.telegram.links import to_question
from bot.telegram.texts import texts
from index.building import build
from index.sources import from_text
from index.store import open_library
from index.text import Document
from tests.bot.telegram.pressing import pressed
from tests.bot_api.direct import GROUP, Direct
from tests.bot_api.limits import Json
from tests.bot_api.server import Call
from tests.bot_api.state import USERNAME
from tests.doubles import BagEncoder

SAY = texts("en")
QUESTION = "When was the Lindholm Bridge opened?"
OPENED = "The Lindholm Bridge was opened on 4 May 1987 by Queen Margrethe of Denmark."
FISH = "When does the fish market sell herring?"
HERRING = (
    "Every Saturday the fish market sells herring, cod and plaice from six in the morning until"
    " noon."
)
PIZZA = "How many calories does a pineapple pizza have?"
READER = 7
# Thanks, a yes and a no.
WORDS = {
    "en": ("thanks", "ok", "no"),
    "fr": ("merci", "d'accord", "non"),
    "de": ("danke", "alles klar", "nein"),
    "es": ("gracias", "vale", "no"),
    "it": ("grazie", "sì", "no"),
    "pt": ("obrigado", "tá bom", "não"),
    "ru": ("спасибо", "ок", "нет"),
    "uk": ("дякую", "гаразд", "ні"),
    "ar": ("شكراً", "حسناً", "لا"),
    "zh": ("谢谢", "好的", "不"),
    "tr": ("teşekkürler", "tamam", "hayır"),
}


def ask(direct: Direct, question: str, **more: Any) -> Json:
    """The last message that answers a reader's question in private."""
    direct.message(READER, question, **more)
    return last(direct.call(asking.private_question))


def last(calls: list[Call]) -> Json:
    """The last message that was sent."""
    sent: Json = [call for call in calls if call.method == "sendMessage"][-1].result
    return sent


def add(direct: Direct, text: str) -> None:
    """Another text beside the others; the bot answers from both at once."""
    library = direct.parts.answering.library
    build(library, [from_text(text, doc_id="more")], BagEncoder(), replace=False)
    direct.parts.answering.refresh()


def press(direct: Direct, message: Json | int | str, key: str) -> list[Call]:
    """What the button with these words does."""
    direct.press(READER, message, _WRITTEN.get(key) or (SAY(key) if key in _KEYS else key))
    return direct.call(pressed)


_KEYS = ("context-button", "next-button", "previous-button", "again-button")
# How buttons begin that go on with something of the text.
_WRITTEN = {
    key: SAY(key, **{name: "|"}).partition("|")[0]
    for key, name in (("closest-button", "name"), ("others-button", "count"))
}


def shown(direct: Direct, message: Json) -> Json:
    """A message of the bot's as it is now."""
    chat, number = message["chat"]["id"], message["message_id"]
    (found,) = [one for one in direct.shown(chat) if one["message_id"] == number]
    return found


def change(direct: Direct, words: str, others: str) -> None:
    """Other words in the place of some in the harbour report, from which the bot answers then."""
    document = direct.document("harbour")
    assert words in document.text
    changed = from_text(
        document.text.replace(words, others),
        date=document.date,
        url=document.url,
        doc_id="harbour",
    )
    build(direct.parts.answering.library, [changed], BagEncoder(), replace=False)
    direct.parts.answering.refresh()


def replace_library(direct: Direct, documents: Sequence[Document]) -> None:
    """Another library in the place of the bot's, from which it answers then."""
    answering = direct.parts.answering
    folder, new = (Path.cwd() / name for name in ("library", "next"))
    build(open_library(new), documents, BagEncoder(), replace=True)
    folder.rename(Path.cwd() / "before")
    new.rename(folder)
    assert answering.refresh()


def rebuild_elsewhere(direct: Direct, words: str, others: str) -> None:
    """A library made anew in the place of the bot's, with other words of the same length.

    It has one more text; generation and documents have the numbers they had.
    """
    assert len(words) == len(others)
    found = list(direct.parts.answering.view.documents())
    assert any(words in one.text for one in found)
    changed = [replace(one, text=one.text.replace(words, others)) for one in found]
    view = direct.parts.answering.view
    changed.sort(key=lambda one: view.numbers()[one.doc_id])
    replace_library(direct, [*changed, from_text("A wombat.", doc_id="wombat")])
    now = direct.parts.answering.view
    assert (now.generation.number, now.numbers()) == (1, view.numbers() | {"wombat": 5})


def noticed(calls: list[Call]) -> str | None:
    """What the press was answered with."""
    (given,) = [call.given for call in calls if call.method == "answerCallbackQuery"]
    text: str | None = given.get("text")
    return text


@dataclass(frozen=True)
class Way:
    """How a question gets to the text.

    `before` is what happens earlier, which costs one question; `ask` asks with what came of it,
    and `said` is what the asker then reads.
    """

    name: str
    before: Callable[[Direct], Any]
    ask: Callable[[Direct, Any], list[Call]]
    said: Callable[[list[Call]], str | None]


def _private(direct: Direct, _: object) -> list[Call]:
    direct.message(READER, QUESTION)
    return direct.call(asking.private_question)


def _mention(direct: Direct, _: object) -> list[Call]:
    direct.message(READER, f"@{USERNAME} {QUESTION}", chat_id=GROUP)
    return direct.call(asking.group_question)


def _command(direct: Direct, _: object) -> list[Call]:
    direct.message(READER, f"/ask {QUESTION}", chat_id=GROUP)
    return direct.call(asking.ask_command)


def _edit(direct: Direct, message: int) -> list[Call]:
    direct.edit(READER, message, QUESTION)
    return direct.call(asking.edited_question)


def _forgotten(direct: Direct) -> Json:
    answer = ask(direct, FISH)
    direct.parts.memory.forget(READER)
    return answer


def _other(direct: Direct, answer: Json) -> list[Call]:
    return press(direct, answer, "others-button")


def _outdated(direct: Direct) -> int:
    answer = ask(direct, FISH)
    change(direct, "herring, cod", "herring, eel, cod")
    press(direct, answer, "context-button")
    number: int = answer["message_id"]
    return number


def _again(direct: Direct, answer: int) -> list[Call]:
    return press(direct, answer, "again-button")


def _example(direct: Direct, start: Json) -> list[Call]:
    return press(direct, start, SAY("example-question", heading="Lindholm Bridge"))


def _start(direct: Direct) -> Json:
    direct.message(READER, "/start")
    return last(direct.call(commands.start))


def _link(direct: Direct, _: object) -> list[Call]:
    direct.message(READER, "/start q_0")
    return direct.call(commands.start)


def _deep(direct: Direct, _: object) -> list[Call]:
    direct.message(READER, f"/start {to_question(QUESTION)}")
    return direct.call(commands.start)


def _inline(direct: Direct, _: object) -> list[Call]:
    direct.inline(READER, QUESTION)
    return direct.call(asking.inline_query)


def _guest(direct: Direct, _: object) -> list[Call]:
    direct.guest(READER, QUESTION)
    return direct.call(asking.guest_message)


def _replied(calls: list[Call]) -> str | None:
    found = [call.given["text"] for call in calls if call.method == "sendMessage"]
    return str(found[0]) if found else None


def _posted(calls: list[Call]) -> str | None:
    found = [call.given["result"] for call in calls if call.method == "answerGuestQuery"]
    return str(found[0]["input_message_content"]["message_text"]) if found else None


def _offered(calls: list[Call]) -> str | None:
    (call,) = calls
    assert call.given["results"] == []
    return str(call.given["button"]["text"])


def _asked(direct: Direct) -> int:
    asked = direct.message(READER, FISH)
    direct.call(asking.private_question)
    return asked


PRIVATE = Way("a private message", _asked, _private, _replied)
MENTION = Way("a mention in a group", _asked, _mention, _replied)
COMMAND = Way("/ask in a group", _asked, _command, _replied)
EDIT = Way("a corrected message", _asked, _edit, _replied)
OTHER = Way("another passage of a question nobody remembers", _forgotten, _other, noticed)
AGAIN = Way("a question asked again of another text", _outdated, _again, noticed)
EXAMPLE = Way("an example that is pressed", _start, _example, noticed)
DEEP = Way("a deep link with a question", _asked, _deep, _replied)
LINK = Way("a deep link to an example", _start, _link, _replied)
INLINE = Way("an inline query", _asked, _inline, _offered)
GUEST = Way("a guest's mention", _asked, _guest, _posted)

WAYS = [PRIVATE, MENTION, COMMAND, EDIT, OTHER, AGAIN, EXAMPLE, LINK, DEEP, INLINE, GUEST]
