"""What admins send: called as it comes in, up to what is shown before anything changes."""

import socket
from collections.abc import Callable

import pytest

from bot.telegram import routes
from bot.telegram.admin import add
from bot.telegram.admin.paste import LONGEST_PASTE, Paste
from bot.telegram.texts import LANGUAGES, texts
from index.errors import SourceError
from index.sources import from_text
from index.sources.fetch import fetch
from index.text import Document
from tests.bot_api.direct import Direct, said
from tests.bot_api.limits import Json
from tests.bot_api.process import ADMIN
from tests.bot_api.server import Call
from tests.bot_api.user import buttons, quoted

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


def _understood(calls: list[Call]) -> tuple[str, str]:
    """Title and date of the text that was understood, shown in the place of "Reading"."""
    reading, shown = calls
    assert reading.given["text"] == SAY("reading")
    assert shown.method == "editMessageText"
    assert shown.given["message_id"] == reading.result["message_id"]
    assert buttons(shown.result) == YES_OR_NO
    first, title, facts, *_ = str(shown.given["text"]).splitlines()
    assert first == SAY("understood")
    return title, facts.split(" · ")[0]


def _document(title: str, date: str | None = None) -> tuple[str, str]:
    return title, SAY.date(date) if date else SAY("no-date")


def _refused(calls: list[Call], language: str = "en") -> str:
    """Why what was read cannot become a text."""
    reading, shown = calls
    assert reading.given["text"] == texts(language)("reading")
    assert buttons(shown.result) == []
    return str(shown.given["text"])


def _paste(direct: Direct, *messages: str) -> list[str]:
    """What is answered to `/add` and each message after it."""
    direct.message(ADMIN, "/add")
    answers = [said(direct.call(add.add_command))]
    for text in messages:
        direct.message(ADMIN, text)
        answers.append(said(direct.call(routes.private_words)))
    return answers


def test_a_text_is_a_question(direct: Direct) -> None:
    """From anybody, and from an admin who is not sending a text."""
    for user_id in (READER, ADMIN):
        asked = direct.message(user_id, QUESTION)
        (call,) = direct.call(routes.private_words)
        assert quoted(call.result) == [OPENED]
        assert call.given["reply_parameters"]["message_id"] == asked


def test_messages_after_add_are_one_text(direct: Direct) -> None:
    """Counted as they come, questions among them, and understood at `/done`."""
    answers = _paste(direct, f"# Zoo\n\n{ZOO}", QUESTION)
    assert answers == [
        SAY("add-start"),
        SAY("add-more", messages=1),
        SAY("add-more", messages=2),
    ]
    direct.message(ADMIN, "/done")
    assert _understood(direct.call(add.done_command)) == _document("Zoo")
    direct.message(ADMIN, QUESTION)
    assert quoted(direct.call(routes.private_words)[0].result) == [OPENED]


def test_a_readers_messages_are_no_part_of_an_admins_text(direct: Direct) -> None:
    """Each collects for themselves."""
    _paste(direct)
    direct.message(READER, QUESTION)
    assert quoted(direct.call(routes.private_words)[0].result) == [OPENED]
    direct.message(ADMIN, "/done")
    assert said(direct.call(add.done_command)) == SAY("add-nothing")


def test_a_paste_that_grows_too_long_is_refused(direct: Direct) -> None:
    """What came before is kept."""
    _paste(direct, ZOO)
    direct.message(ADMIN, "x" * LONGEST_PASTE)
    refused = SAY("rebuild-failed", reason=SAY("paste-too-long"))
    assert said(direct.call(routes.private_words)) == refused
    direct.message(ADMIN, "/done")
    assert _understood(direct.call(add.done_command))


def test_cancel_forgets_what_was_sent(direct: Direct) -> None:
    """And what comes next is a question again."""
    _paste(direct, ZOO)
    direct.message(ADMIN, "/cancel")
    assert said(direct.call(add.cancel_command)) == SAY("cancelled")
    direct.message(ADMIN, "/done")
    assert said(direct.call(add.done_command)) == SAY("add-nothing")


def test_done_with_nothing_readable_says_so(direct: Direct) -> None:
    """White space is no text."""
    _paste(direct, "\u00a0")
    direct.message(ADMIN, "/done")
    assert _refused(direct.call(add.done_command)).startswith("Nothing has changed: ")


@pytest.mark.parametrize("text", ["/add http://127.0.0.1:1/a", " http://127.0.0.1:1/a\n"])
def test_a_link_is_read_at_once(direct: Direct, text: str) -> None:
    """After `/add` or alone; an address of this machine is never fetched."""
    direct.message(ADMIN, text)
    calls = direct.call(add.add_command if text.startswith("/") else routes.private_words)
    why = SAY("source-not-public", source="http://127.0.0.1:1/a")
    assert _refused(calls) == SAY("rebuild-failed", reason=why)
    direct.message(ADMIN, QUESTION)
    assert quoted(direct.call(routes.private_words)[0].result) == [OPENED]


def test_a_link_does_not_end_a_paste_that_has_begun(direct: Direct) -> None:
    """It is read for itself, and the admin is told that the paste goes on."""
    _paste(direct, ZOO)
    direct.message(ADMIN, "http://127.0.0.1:1/a")
    *read, told = direct.call(routes.private_words)
    assert _refused(read).startswith("Nothing has changed: http://127.0.0.1:1/a: ")
    assert told.given["text"] == SAY("paste-goes-on", messages=1)
    direct.message(ADMIN, "/done")
    assert "Ansbach" in direct.call(add.done_command)[-1].given["text"]


def test_a_file_does_not_end_a_paste_that_has_begun(direct: Direct) -> None:
    """Both become texts."""
    _paste(direct, ZOO)
    direct.send_file(ADMIN, "otters.md", b"# Otters\n\nThey came in 1950.")
    _, *read, told = direct.call(add.file_sent)
    assert _understood(read) == _document("Otters")
    assert told.given["text"] == SAY("paste-goes-on", messages=1)
    direct.message(ADMIN, "/done")
    assert "Ansbach" in direct.call(add.done_command)[-1].given["text"]


@pytest.mark.parametrize("sent", ["link", "file"])
def test_what_was_announced_and_cannot_be_read_is_still_waited_for(
    direct: Direct, sent: str
) -> None:
    """The next message is the text."""
    _paste(direct)
    if sent == "link":
        direct.message(ADMIN, "http://127.0.0.1:1/a")
    else:
        direct.send_file(ADMIN, "empty.txt", b" ")
    direct.process()
    direct.message(ADMIN, ZOO)
    assert said(direct.process()) == SAY("add-more", messages=1)


def test_what_comes_while_a_link_is_read_is_kept(
    direct: Direct, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a text of its own, which the link did not end."""

    def read(url: str, failures: list[SourceError]) -> list[Document]:
        assert failures == []
        Paste(direct.parts.state, ADMIN).take(10_000, ZOO)
        return [from_text("# Otters\n\nThey came in 1950.", url=url)]

    monkeypatch.setattr(add, "from_url", read)
    _paste(direct)
    direct.message(ADMIN, "https://example.org/otters")
    told = direct.process()[-1].given["text"]
    assert told == SAY("paste-goes-on", messages=1)
    direct.message(ADMIN, "/done")
    assert "Ansbach" in direct.process()[-1].given["text"]


def test_words_after_add_are_the_beginning_of_the_text(direct: Direct) -> None:
    """They are not lost; what follows goes on with them."""
    direct.message(ADMIN, f"/add {ZOO}")
    assert said(direct.call(add.add_command)) == SAY("add-more", messages=1)
    direct.message(ADMIN, "The otters came in 1950.")
    assert said(direct.process()) == SAY("add-more", messages=2)
    direct.message(ADMIN, "/done")
    text = direct.call(add.done_command)[-1].given["text"]
    assert "Ansbach" in text
    assert "otters" in text


def test_add_once_more_keeps_what_was_sent(direct: Direct) -> None:
    """And says how much that is."""
    _paste(direct, ZOO)
    direct.message(ADMIN, "/add")
    assert said(direct.call(add.add_command)) == SAY("paste-goes-on", messages=1)
    direct.message(ADMIN, "/add The otters came in 1950.")
    assert said(direct.call(add.add_command)) == SAY("add-more", messages=2)


def test_a_message_that_is_corrected_is_corrected_in_the_text(direct: Direct) -> None:
    """Counted once; a question that is corrected later is none of it."""
    _paste(direct)
    number = direct.message(ADMIN, "The otters came in 1905.")
    direct.process()
    direct.edit(ADMIN, number, "The otters came in 1950.")
    assert said(direct.process()) == SAY("add-more", messages=1)
    direct.message(ADMIN, "/done")
    assert "1950" in direct.call(add.done_command)[-1].given["text"]
    direct.edit(ADMIN, number, "The otters came in 1960.")
    assert direct.process() == []


def test_a_picture_in_a_paste_gives_its_words(direct: Direct) -> None:
    """Those below it."""
    _paste(direct)
    direct.message(ADMIN, None, caption=ZOO, photo=[])
    assert said(direct.process()) == SAY("add-more", messages=1)


def test_a_paste_outlives_a_restart(direct: Direct, direct_with: With) -> None:
    """So does which text it is to replace."""
    _paste(direct, ZOO)
    direct.during(direct.parts.close())
    again = direct_with()
    again.message(ADMIN, "The otters came in 1950.")
    assert said(again.process()) == SAY("add-more", messages=2)


@pytest.mark.parametrize("text", ["/add example.org/a", "example.org/a"])
def test_an_address_without_its_scheme_is_a_link(
    direct: Direct, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    """As Telegram shows it."""
    asked = []

    def read(url: str, failures: list[SourceError]) -> list[Document]:
        assert failures == []
        asked.append(url)
        return [from_text(f"# Zoo\n\n{ZOO}", url=url)]

    monkeypatch.setattr(add, "from_url", read)
    direct.message(ADMIN, text)
    assert _understood(direct.process()) == _document("Zoo")
    assert asked == ["https://example.org/a"]


def test_an_edited_question_is_none_of_the_admin_room(direct: Direct) -> None:
    """It corrects its answer."""
    number = direct.message(ADMIN, "What does the fish market sell on Saturday?")
    direct.process()
    direct.edit(ADMIN, number, QUESTION)
    (edit,) = [call for call in direct.process() if call.method == "editMessageText"]
    assert quoted(edit.result) == [OPENED]


def test_a_link_among_words_is_part_of_the_question(direct: Direct) -> None:
    """Only a link alone is read."""
    direct.message(ADMIN, f"{QUESTION} http://127.0.0.1/a")
    assert quoted(direct.call(routes.private_words)[0].result) == [OPENED]


def _channel(username: str | None) -> Json:
    chat = {"id": -1007, "type": "channel", "title": "Zoo news", "username": username}
    date = 1_600_000_000  # 13 September 2020
    return {"type": "channel", "date": date, "message_id": 12, "chat": chat}


FIRST_LINE = "The Ansbach zoo bought its first giraffe in 1931. It was…"
PERSON = {"type": "hidden_user", "date": 1_600_000_000, "sender_user_name": "Ann"}


@pytest.mark.parametrize(
    ("origin", "title"),
    [(_channel("zoonews"), "Zoo news"), (_channel(None), "Zoo news"), (PERSON, FIRST_LINE)],
)
@pytest.mark.parametrize("caption", [False, True], ids=["text", "caption"])
def test_a_forwarded_post_keeps_its_date(
    direct: Direct, origin: Json, title: str, caption: bool
) -> None:
    """A channel's is called after it; the words under a picture are a post too."""
    more: Json = {"caption": ZOO} if caption else {}
    direct.message(ADMIN, None if caption else ZOO, forward_origin=origin, **more)
    calls = direct.call(add.text_sent)
    assert _understood(calls) == _document(title, "2020-09-13")


def test_a_forwarded_post_brings_its_address(direct: Direct) -> None:
    """Of a public channel: once it is live, the quote links to it."""
    direct.message(ADMIN, ZOO, forward_origin=_channel("zoonews"))
    shown = direct.call(routes.private_words)[-1]
    direct.press(ADMIN, shown.result, SAY("add-button"))
    direct.process()
    found = direct.document("t.me/zoonews/12")
    assert (found.url, found.text) == ("https://t.me/zoonews/12", ZOO)


def test_a_forwarded_post_during_a_paste_is_part_of_it(direct: Direct) -> None:
    """Whoever forwards several wants one text."""
    _paste(direct)
    direct.message(ADMIN, ZOO, forward_origin=_channel("zoonews"))
    assert said(direct.call(routes.private_words)) == SAY("add-more", messages=1)


def test_a_post_that_a_reader_forwards_is_a_question(direct: Direct) -> None:
    """With or without a picture."""
    direct.message(READER, QUESTION, forward_origin=_channel("zoonews"))
    assert quoted(direct.call(routes.private_words)[0].result) == [OPENED]
    direct.message(READER, None, caption=QUESTION, forward_origin=_channel("zoonews"))
    assert quoted(direct.call(routes.private_words)[0].result) == [OPENED]


def test_a_question_is_none_of_the_admin_room(direct: Direct) -> None:
    """Whoever asks it; nor is what a reader forwards, or a reader's link."""
    for user_id, text, more in (
        (READER, QUESTION, {}),
        (ADMIN, QUESTION, {}),
        (READER, ZOO, {"forward_origin": _channel("zoonews")}),
        (READER, "http://127.0.0.1:1/a", {}),
        (ADMIN, None, {"caption": QUESTION}),
    ):
        direct.message(user_id, text, **more)
        assert direct.call(add.text_sent) == []


def test_words_under_an_admins_own_picture_are_a_question(direct: Direct) -> None:
    """Only what is forwarded is a text."""
    direct.message(ADMIN, None, caption=QUESTION)
    assert quoted(direct.call(routes.private_words)[0].result) == [OPENED]
    bot = {"id": 99, "is_bot": True, "first_name": "Other"}
    direct.message(READER, None, caption=QUESTION, via_bot=bot)
    assert direct.call(routes.private_words) == []


def test_a_file_is_read_for_an_admin(direct: Direct) -> None:
    """Title and date from the file."""
    data = f"date 2023-05-06\n# Zoo\n\n{ZOO}".encode()
    direct.send_file(ADMIN, "zoo.md", data)
    calls = direct.call(add.file_sent)
    assert calls[0].method == "getFile"
    assert _understood(calls[1:]) == _document("Zoo", "2023-05-06")


def test_what_is_written_under_a_file_is_its_title(direct: Direct) -> None:
    """Whatever the file says; nothing else would become of it."""
    direct.send_file(ADMIN, "zoo.md", f"# Zoo\n\n{ZOO}".encode(), caption="Giraffes of Ansbach")
    assert _understood(direct.call(add.file_sent)[1:]) == _document("Giraffes of Ansbach")


def test_what_of_many_texts_cannot_be_read_is_told(direct: Direct) -> None:
    """The others are understood all the same."""
    direct.send_file(ADMIN, "zoo.jsonl", b'{"text": "The zoo is closed."}\n{"text": 3}\n')
    _, *calls = direct.call(add.file_sent)
    assert "zoo.jsonl:2" in calls[-1].given["text"]
    assert calls[-1].given["text"].startswith(SAY("understood-left-out", what="zoo.jsonl:2")[:9])


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
        _, *calls = direct.call(add.file_sent)
        say = texts(language)
        reason = say(why, source=name.replace("/", "_"))
        assert _refused(calls, language) == say("rebuild-failed", reason=reason)


def test_of_a_host_that_does_not_exist_no_number_is_told(
    direct: Direct, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In words, with what to do, in the admin's language."""

    def read(url: str, failures: list[SourceError]) -> list[Document]:
        raise fetched_nowhere(url)

    monkeypatch.setattr(add, "from_url", read)
    for language in LANGUAGES:
        direct.message(ADMIN, "https://nowhere.example/a", language=language)
        say = texts(language)
        reason = say("source-no-host", source="https://nowhere.example/a")
        assert "/add" in reason
        told = _refused(direct.call(routes.private_words), language)
        assert told == say("rebuild-failed", reason=reason)


def fetched_nowhere(url: str) -> SourceError:
    """What fetching from a host that nobody knows raises."""
    with pytest.raises(SourceError) as told:
        fetch(url, nobody)
    return told.value


def nobody(host: str, port: int) -> list[str]:
    """As the system's resolver does it."""
    raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")


def test_a_file_that_telegram_keeps_from_bots_is_not_fetched(direct: Direct) -> None:
    """Above 20 MB there is another way."""
    direct.send_file(ADMIN, "big.txt", b"x", size=20_000_001)
    (call,) = direct.call(add.file_sent)
    assert call.given["text"] == SAY("file-too-big", limit=20)
