"""Files that admins send are read, and what cannot be read says why."""

import pytest

from bot.telegram import routes
from bot.telegram.admin import add, sent
from bot.telegram.texts import texts
from tests.bot.telegram.admin.sent import (
    OPENED,
    QUESTION,
    READER,
    SAY,
    ZOO,
    document,
    pasted,
    refused,
    understood,
)
from tests.bot_api.direct import Direct
from tests.bot_api.limits import Json
from tests.bot_api.process import ADMIN
from tests.bot_api.user import entities, quoted


def test_a_file_does_not_end_a_paste_that_has_begun(direct: Direct) -> None:
    """Both become texts."""
    pasted(direct, ZOO)
    direct.send_file(ADMIN, "otters.md", b"# Otters\n\nThey came in 1950.")
    _, *read, told = direct.call(sent.file_sent)
    assert understood(read) == document("Otters")
    assert told.given["text"] == SAY("paste-goes-on", messages=1)
    direct.message(ADMIN, "/done")
    assert "Ansbach" in direct.call(add.done_command)[-1].given["text"]


def test_words_under_an_admins_own_picture_are_a_question(direct: Direct) -> None:
    """Only what is forwarded is a text."""
    direct.message(ADMIN, None, caption=QUESTION)
    assert quoted(direct.call(routes.private_words)[0].result) == [OPENED]
    bot = {"id": 99, "is_bot": True, "first_name": "Other"}
    direct.message(READER, None, caption=QUESTION, via_bot=bot)
    assert direct.process() == []


def test_a_file_is_read_for_an_admin(direct: Direct) -> None:
    """Title and date from the file."""
    data = f"date 2023-05-06\n# Zoo\n\n{ZOO}".encode()
    direct.send_file(ADMIN, "zoo.md", data)
    calls = direct.call(sent.file_sent)
    assert calls[0].method == "getFile"
    assert understood(calls[1:]) == document("Zoo", "2023-05-06")


def test_what_is_written_under_a_file_is_its_title(direct: Direct) -> None:
    """Whatever the file says; nothing else would become of it."""
    direct.send_file(ADMIN, "zoo.md", f"# Zoo\n\n{ZOO}".encode(), caption="Giraffes of Ansbach")
    assert understood(direct.call(sent.file_sent)[1:]) == document("Giraffes of Ansbach")


@pytest.mark.parametrize(
    ("below", "title"), [("/add", "Zoo"), ("/add Giraffes of Ansbach", "Giraffes of Ansbach")]
)
def test_the_command_below_a_file_is_no_part_of_its_title(
    direct: Direct, below: str, title: str
) -> None:
    """What stands after it is."""
    more: Json = {"caption": below, "caption_entities": entities(below)}
    direct.send_file(ADMIN, "zoo.md", f"# Zoo\n\n{ZOO}".encode(), **more)
    assert understood(direct.process()[1:]) == document(title)


def test_what_of_many_texts_cannot_be_read_is_told(direct: Direct) -> None:
    """The others are understood all the same."""
    direct.send_file(ADMIN, "zoo.jsonl", b'{"text": "The zoo is closed."}\n{"text": 3}\n')
    _, *calls = direct.call(sent.file_sent)
    what = SAY("source-line", source="zoo.jsonl:2")
    assert calls[-1].given["text"] == SAY("understood-left-out", what=what)


@pytest.mark.parametrize("line", [b"{}", b"[", b'{"text": "x", "title": [1]}'])
def test_a_line_that_is_no_text_says_what_one_is(direct: Direct, line: bytes) -> None:
    """In the language of whoever sent it."""
    for language in ("en", "ru"):
        direct.send_file(ADMIN, "zoo.jsonl", line, language=language)
        _, *calls = direct.call(sent.file_sent)
        say = texts(language)
        reason = say("source-line", source="zoo.jsonl:1")
        assert refused(calls, language) == say("rebuild-failed", reason=reason)


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("empty.txt", b" ", "source-no-text"),
        ("noise.bin", b"\0\1\2", "source-unknown-kind"),
        ("up/../down.pdf", b"x", "source-damaged"),
    ],
)
def test_a_file_that_is_no_text_says_why(direct: Direct, name: str, data: bytes, why: str) -> None:
    """With the file's name, which leads out of no folder, in the language of whoever sent it."""
    for language in ("en", "ru"):
        direct.send_file(ADMIN, name, data, language=language)
        _, *calls = direct.call(sent.file_sent)
        say = texts(language)
        reason = say(why, source=name.replace("/", "_"))
        assert refused(calls, language) == say("rebuild-failed", reason=reason)


def test_a_file_that_telegram_keeps_from_bots_is_not_fetched(direct: Direct) -> None:
    """Above 20 MB there is another way."""
    direct.send_file(ADMIN, "big.txt", b"x", size=20_000_001)
    (call,) = direct.call(sent.file_sent)
    assert call.given["text"] == SAY("file-too-big", limit=20)
