"""What stands on the wire under every keyboard: buttons of before are still out in chats."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from telegram import InlineKeyboardMarkup

from bot.telegram import articles
from bot.telegram.admin import people
from bot.telegram.admin.changes import Change, Kind
from bot.telegram.admin.preview import buttons
from bot.telegram.admin.showing import yes_or_no
from bot.telegram.keyboards import again_button
from bot.telegram.knocking import decision
from bot.telegram.marks import mark_of
from bot.telegram.texts import texts
from index.sources import from_text
from tests.bot_api.direct import Direct
from tests.bot_api.limits import Json
from tests.bot_api.process import ADMIN
from tests.bot_api.user import quoted

SAY = texts("en")
READER = 7
QUESTION = "When was the Lindholm Bridge opened?"
PIZZA = "How many calories does a pineapple pizza have?"
OPENED = "The Lindholm Bridge was opened on 4 May 1987"

Data = list[list[str]]
Show = Callable[[Direct], Json]


def _unmarked(data: str) -> str:
    """Without the six digits before those of the generation."""
    return re.sub("^([a-zA-Z]):[1-9][0-9]{5}000([0-9]):", r"\1:\2:", data)


def _sent(message: Json) -> Data:
    """What each of its buttons sends when it is pressed, row by row."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [[button["callback_data"] for button in row] for row in rows]


def _written(message: Json) -> Data:
    return [[_unmarked(data) for data in row] for row in _sent(message)]


def _made(markup: InlineKeyboardMarkup | None) -> Data:
    return _written({"reply_markup": markup.to_dict()} if markup else {})


def _last(direct: Direct) -> Json:
    """The last message that was sent or edited."""
    made = [call for call in direct.process() if call.method.startswith(("send", "edit"))]
    shown: Json = made[-1].result
    return shown


def _asks(text: str, user: int = READER) -> Show:
    def asked(direct: Direct) -> Json:
        direct.message(user, text)
        return _last(direct)

    return asked


def _presses(show: Show, data: str, user: int = READER) -> Show:
    """What comes of the button whose data begins so."""

    def pressed(direct: Direct) -> Json:
        message = show(direct)
        sent = [one for row in _sent(message) for one in row]
        found = next(one for one in sent if _unmarked(one).startswith(data))
        direct.press(user, message, found)
        return _last(direct)

    return pressed


def _after(first: Show, then: Show) -> Show:
    def both(direct: Direct) -> Json:
        first(direct)
        return then(direct)

    return both


def _sends(direct: Direct) -> Json:
    direct.send_file(ADMIN, "zoo.txt", b"The Ansbach zoo bought its first giraffe in 1931.")
    return _last(direct)


def _lets_in(direct: Direct) -> Json:
    for who in (12, -13):
        direct.parts.state.allow(who, ADMIN)
    direct.message(ADMIN, "/revoke")
    return _last(direct)


ANSWER, REFUSAL, CITE = _asks(QUESTION), _asks(PIZZA), _after(_asks(QUESTION), _asks("/cite"))
LIST, CHANGE = _asks("/articles", ADMIN), ["A:0:0:0:0:0", "X:0:0:0:0:0"]
FIELDS = ["T:0:0:0:0:0", "T:0:0:1:0:0", "T:0:0:2:0:0"]
FORMS = [
    ["i:1:2:28:103:0", "i:1:2:28:103:1", "i:1:2:28:103:2"],
    ["i:1:2:28:103:3", "i:1:2:28:103:4", "i:1:2:28:103:5"],
]
SHOWN: dict[str, tuple[Show, Data]] = {
    "/start": (_asks("/start"), [["e:1:0:0:0:0"], ["e:1:0:0:0:1"], ["e:1:0:0:0:2"]]),
    "an answer": (
        ANSWER,
        [
            ["m:1:2:28:103:0:0:4", "o:1:2:28:103:1:0:4"],
            ["r:1:2:28:103:0:0:4", "w:1:2:28:103:0:0:4"],
        ],
    ),
    "a wider answer": (
        _presses(ANSWER, "m:"),
        [
            ["m:1:2:0:157:0:0:4", "o:1:2:0:157:1:0:4"],
            ["r:1:2:0:157:0:0:4", "w:1:2:0:157:0:0:4"],
        ],
    ),
    "another passage": (
        _presses(ANSWER, "o:"),
        [
            ["m:1:2:391:468:1:1:4"],
            ["o:1:2:391:468:0:1:4", "o:1:2:391:468:2:1:4"],
            ["r:1:2:391:468:1:1:4", "w:1:2:391:468:1:1:4"],
        ],
    ),
    "a judged answer": (
        _presses(ANSWER, "r:"),
        [["m:1:2:28:103:0:0:4", "o:1:2:28:103:1:0:4"], ["i:1:2:28:103:0"]],
    ),
    "a refusal": (
        REFUSAL,
        [["c:1:1:539:832:0:2:4"], ["q:1:2:16:275:0"], ["q:1:2:16:275:0"], ["t:0:0:0:0:0"]],
    ),
    "what is closest": (
        _presses(REFUSAL, "c:"),
        [
            ["m:1:1:539:832:0:2:4", "o:1:1:539:832:1:2:4"],
            ["r:1:1:539:832:0:2:4", "w:1:1:539:832:0:2:4"],
        ],
    ),
    "what stands there": (
        _asks(f"/verify {OPENED}"),
        [["m:1:2:28:103:0:3:0", "i:1:2:28:103:0"]],
    ),
    "a citation": (CITE, FORMS),
    "another citation": (_presses(CITE, "i:1:2:28:103:2"), FORMS),
    "/why": (_after(ANSWER, _asks("/why")), [["f:0:2:0:0:0"]]),
    "/language": (
        _asks("/language"),
        [["l:en", "l:fr", "l:de"], ["l:es", "l:it", "l:pt"], ["l:ru", "l:uk", "l:ar"],
         ["l:zh", "l:tr"]],
    ),
    "/waiting": (_after(_presses(REFUSAL, "t:"), _asks("/waiting")), [["u:0:2:0:0:0"]]),
    "/articles": (LIST, [["D:1:1:0:0:0"], ["D:1:2:0:0:0"], ["D:1:4:0:0:0"], ["D:1:3:0:0:0"]]),
    "a text": (_presses(_asks("/articles"), "D:1:2"), [["L:1:2:0:0:0"]]),
    "a text, for an admin": (
        _presses(LIST, "D:1:2", ADMIN),
        [["P:1:2:0:0:0", "C:1:2:0:0:0", "R:1:2:0:0:0"], ["L:1:2:0:0:0"]],
    ),
    "a text to be removed": (_presses(_presses(LIST, "D:1:2", ADMIN), "R:", ADMIN), [CHANGE]),
    "a text to be corrected": (
        _presses(_presses(LIST, "D:1:2", ADMIN), "C:", ADMIN),
        [CHANGE[:1], FIELDS, CHANGE[1:]],
    ),
    "a new text": (_sends, [["A:0:0:0:0:0", "W:0:0:0:0:0"], FIELDS, CHANGE[1:]]),
    "a new text for all others": (_presses(_sends, "W:", ADMIN), [CHANGE, ["V:0:0:0:0:0"]]),
    "/revoke": (_lets_in, [["O:0:13:1:0:0"], ["O:0:12:0:0:0"]]),
    "who was let in": (
        _presses(_lets_in, "O:0:13", ADMIN),
        [["O:0:13:1:1:0", "O:0:13:1:2:0"], ["Q:0:0:0:0:0"]],
    ),
}  # fmt: skip


@pytest.mark.parametrize("shown", SHOWN)
def test_what_is_under_a_message(direct: Direct, shown: str) -> None:
    """Byte for byte: what was sent by one version is read by the next, and by the one before."""
    show, expected = SHOWN[shown]
    assert _written(show(direct)) == expected


def test_the_mark_of_what_is_shown_goes_along(direct: Direct) -> None:
    """In the number of the generation; that of a text of the list is of what it is called by."""
    direct.message(READER, QUESTION)
    shown = _last(direct)
    (words,) = quoted(shown)
    widen, _ = _sent(shown)[0]
    assert widen == f"m:{mark_of(words)}0001:2:28:103:0:0:4"
    (name,) = [one for row in _sent(LIST(direct)) for one in row if ":2:0:0:0" in one]
    assert name == f"D:{mark_of('harbour')}0001:2:0:0:0"


def test_what_is_under_a_guests_answer(direct: Direct) -> None:
    """Whatever else was found cannot be shown there."""
    direct.guest(READER, QUESTION)
    (call,) = direct.process()
    judged = ["r:1:2:28:103:0:0:0", "w:1:2:28:103:0:0:0"]
    assert _written(call.given["result"]) == [["m:1:2:28:103:0:0:0"], judged]


def test_lists_of_many_pages(direct: Direct, monkeypatch: pytest.MonkeyPatch) -> None:
    """Back and on."""
    monkeypatch.setattr(articles, "PAGE", 1)
    _, markup = articles.page(direct.parts.answering.view, 2, SAY, admin=True)
    assert _made(markup) == [["D:1:4:0:0:2"], ["L:1:0:0:0:1", "L:1:0:0:0:3"]]
    monkeypatch.setattr(people, "PAGE", 1)
    first = _lets_in(direct)
    assert _written(first) == [["O:0:13:1:0:0"], ["Q:0:0:0:0:1"]]
    second = _presses(lambda _: first, "Q:", ADMIN)(direct)
    assert _written(second) == [["O:0:12:0:0:1"], ["Q:0:0:0:0:0"]]


def test_changes_of_many_texts_and_tries(direct: Direct) -> None:
    """Which of its texts, which part of that, how often it was tried, and how surely."""
    three = tuple(from_text(words) for words in ("A zoo.", "A bridge.", "A market."))
    change = Change(ADMIN, 5, Kind.ADD, 1, "en", three, place=1)
    assert _made(buttons(direct.parts.answering.view, change)) == [
        ["A:0:0:0:0:0", "W:0:0:0:0:0"],
        ["T:0:0:0:0:1", "T:0:0:1:0:1", "T:0:0:2:0:1"],
        ["V:0:0:0:0:0", "V:0:0:0:0:2"],
        ["X:0:0:0:0:0"],
    ]
    tried = yes_or_no(replace(change, tries=2), "Yes", sure=True)
    assert _made(tried) == [["A:0:2:0:0:1", "X:0:0:0:0:0"]]


def test_what_no_message_above_shows() -> None:
    """A request to be let in, and a question that is outdated."""
    assert _made(decision("000123", SAY)) == [["I:0:123:0:0:0", "F:0:123:0:0:0", "K:0:123:0:0:0"]]
    assert _made(again_button(4, SAY)) == [["a:4:0:0:0:0"]]
