"""What admins send: called as it comes in, up to what is shown before anything changes."""

import asyncio

import pytest

from bot.telegram import routes
from bot.telegram.admin import add, sent
from bot.telegram.admin.paste import LONGEST_PASTE, Paste
from bot.telegram.texts import texts
from tests.bot.telegram.admin.sent import (
    OPENED,
    QUESTION,
    READER,
    SAY,
    ZOO,
    With,
    document,
    from_channel,
    pasted,
    refused,
    understood,
)
from tests.bot_api.direct import Direct, said
from tests.bot_api.limits import Json, Refused, bad
from tests.bot_api.process import ADMIN
from tests.bot_api.user import entities, quoted


def test_a_text_is_a_question(direct: Direct) -> None:
    """From anybody, and from an admin who is not sending a text."""
    for user_id in (READER, ADMIN):
        asked = direct.message(user_id, QUESTION)
        (call,) = direct.call(routes.private_words)
        assert quoted(call.result) == [OPENED]
        assert call.given["reply_parameters"]["message_id"] == asked


def test_messages_after_add_are_one_text(direct: Direct) -> None:
    """Counted as they come, questions among them, and understood at `/done`."""
    answers = pasted(direct, f"# Zoo\n\n{ZOO}", QUESTION)
    assert answers == [SAY("add-start"), SAY("add-more", messages=1), SAY("add-more", messages=2)]
    direct.message(ADMIN, "/done")
    assert understood(direct.call(add.done_command)) == document("Zoo")
    direct.message(ADMIN, QUESTION)
    assert quoted(direct.call(routes.private_words)[0].result) == [OPENED]


def test_a_readers_messages_are_no_part_of_an_admins_text(direct: Direct) -> None:
    """Each collects for themselves."""
    pasted(direct)
    direct.message(READER, QUESTION)
    assert quoted(direct.call(routes.private_words)[0].result) == [OPENED]
    direct.message(ADMIN, "/done")
    assert said(direct.call(add.done_command)) == SAY("add-nothing")


def test_a_paste_that_grows_too_long_is_refused(direct: Direct) -> None:
    """What came before is kept."""
    pasted(direct, ZOO)
    direct.message(ADMIN, "x" * LONGEST_PASTE)
    refused = SAY("rebuild-failed", reason=SAY("paste-too-long"))
    assert said(direct.call(routes.private_words)) == refused
    direct.message(ADMIN, "/done")
    assert understood(direct.call(add.done_command))


def test_cancel_forgets_what_was_sent(direct: Direct) -> None:
    """And what comes next is a question again."""
    pasted(direct, ZOO)
    direct.message(ADMIN, "/cancel")
    assert said(direct.call(add.cancel_command)) == SAY("cancelled")
    direct.message(ADMIN, "/done")
    assert said(direct.call(add.done_command)) == SAY("add-nothing")


def test_done_with_nothing_readable_says_so(direct: Direct) -> None:
    """White space is no text."""
    pasted(direct, "\u00a0")
    direct.message(ADMIN, "/done", language="de")
    say = texts("de")
    why = say("source-no-text", source=say("sent-text"))
    *read, told = direct.call(add.done_command)
    assert refused(read, "de") == say("rebuild-failed", reason=why)
    assert told.given["text"] == say("paste-goes-on", messages=1)


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
    pasted(direct, ZOO)
    direct.message(ADMIN, "/add")
    assert said(direct.call(add.add_command)) == SAY("paste-goes-on", messages=1)
    direct.message(ADMIN, "/add The otters came in 1950.")
    assert said(direct.call(add.add_command)) == SAY("add-more", messages=2)


def test_a_message_that_is_corrected_is_corrected_in_the_text(direct: Direct) -> None:
    """Counted once; a question that is corrected later is none of it."""
    pasted(direct)
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
    pasted(direct)
    direct.message(ADMIN, None, caption=ZOO, photo=[])
    assert said(direct.process()) == SAY("add-more", messages=1)


def test_a_paste_outlives_a_restart(direct: Direct, direct_with: With) -> None:
    """So does which text it is to replace."""
    pasted(direct, ZOO)
    direct.during(direct.parts.close())
    again = direct_with()
    again.message(ADMIN, "The otters came in 1950.")
    assert said(again.process()) == SAY("add-more", messages=2)


@pytest.mark.parametrize(
    ("failing", "error"),
    [
        ("sendMessage", Refused(403, "Forbidden: bot was blocked by the user")),
        ("editMessageText", bad("message to edit not found")),
    ],
)
def test_a_paste_outlives_a_reading_that_fails(
    direct: Direct, failing: str, error: Refused
) -> None:
    """Whatever keeps it from being shown, `/done` once more reads it; then it is collected."""
    pasted(direct, ZOO, "The otters came in 1950.")
    paste = Paste(direct.parts.state, ADMIN)
    direct.fail_next(failing, error)
    direct.message(ADMIN, "/done")
    assert direct.process()[-1].given["text"] == SAY("paste-goes-on", messages=2)
    assert (paste.collecting, paste.messages) == (True, 2)
    direct.message(ADMIN, "/done")
    shown = direct.process()[-1].given["text"]
    assert "Ansbach" in shown
    assert "otters" in shown
    assert (paste.collecting, paste.messages) == (False, 0)


def test_a_paste_outlives_a_stop_while_it_is_read(direct: Direct, direct_with: With) -> None:
    """It is dropped only when what was understood is kept."""
    pasted(direct, ZOO)
    direct.message(ADMIN, "/done")

    async def broken_off() -> None:
        assert direct.update
        reading = asyncio.create_task(direct.application.process_update(direct.update))
        while not any(call.given.get("text") == SAY("reading") for call in direct.calls):
            await asyncio.sleep(0)
        reading.cancel()
        await asyncio.gather(reading, return_exceptions=True)

    direct.during(broken_off())
    direct.during(direct.parts.close())
    again = direct_with()
    again.chat(ADMIN)
    again.message(ADMIN, "/done")
    assert "Ansbach" in again.process()[-1].given["text"]


def test_what_is_sent_while_a_paste_is_read_is_another_text(direct: Direct) -> None:
    """And the admin is told that it is collected."""
    pasted(direct, ZOO)
    direct.message(ADMIN, "/done")

    async def meanwhile() -> None:
        assert direct.update
        reading = asyncio.create_task(direct.application.process_update(direct.update))
        while not any(call.given.get("text") == SAY("reading") for call in direct.calls):
            await asyncio.sleep(0)
        Paste(direct.parts.state, ADMIN).take(10_000, "The otters came in 1950.")
        await reading

    calls = direct.during(meanwhile())
    assert understood(calls[:2])
    assert calls[-1].given["text"] == SAY("paste-goes-on", messages=1)
    direct.message(ADMIN, "/done")
    shown = direct.process()[-1].given["text"]
    assert "otters" in shown
    assert "Ansbach" not in shown


@pytest.mark.parametrize("edited", ["/add The otters came in 1950.", "The otters came in 1950."])
def test_the_command_is_no_part_of_a_text_that_is_corrected(direct: Direct, edited: str) -> None:
    """Nor where it is left out of the correction."""
    number = direct.message(ADMIN, "/add The otters came in 1905.")
    direct.process()
    direct.edit(ADMIN, number, edited)
    assert said(direct.process()) == SAY("add-more", messages=1)
    assert Paste(direct.parts.state, ADMIN).parts() == {number: "The otters came in 1950."}


def test_the_command_is_no_part_of_words_below_a_picture(direct: Direct) -> None:
    """As they were sent, and as they are corrected."""
    paste, words = Paste(direct.parts.state, ADMIN), "/add The otters came in 1905."
    below: Json = {"caption": words, "caption_entities": entities(words), "photo": []}
    number = direct.message(ADMIN, None, **below)
    direct.process()
    assert paste.parts() == {number: "The otters came in 1905."}
    message = direct.state.messages[ADMIN, number]
    direct.arrives("edited_message", message | {"caption": words.replace("05", "50")})
    assert said(direct.process()) == SAY("add-more", messages=1)
    assert paste.parts() == {number: "The otters came in 1950."}


def test_an_edited_question_is_none_of_the_admin_room(direct: Direct) -> None:
    """It corrects its answer."""
    number = direct.message(ADMIN, "What does the fish market sell on Saturday?")
    direct.process()
    direct.edit(ADMIN, number, QUESTION)
    (edit,) = [call for call in direct.process() if call.method == "editMessageText"]
    assert quoted(edit.result) == [OPENED]


def test_a_question_is_none_of_the_admin_room(direct: Direct) -> None:
    """Whoever asks it; nor is what a reader forwards, or a reader's link."""
    for user_id, text, more in (
        (READER, QUESTION, {}),
        (ADMIN, QUESTION, {}),
        (READER, ZOO, {"forward_origin": from_channel("zoonews")}),
        (READER, "http://127.0.0.1:1/a", {}),
        (ADMIN, None, {"caption": QUESTION}),
    ):
        direct.message(user_id, text, **more)
        assert direct.call(sent.text_sent) == []


def _struck(text: str, words: str) -> Json:
    entity = {"type": "strikethrough", "offset": text.index(words), "length": len(words)}
    return {"entities": [*entities(text), entity]}


def test_words_struck_out_in_a_paste_are_left_out_and_told(direct: Direct) -> None:
    """After the command as well; who corrects that has nothing left out."""
    first, second = "/add The kiosk sells beer and soda.", "It also sells lemonade and cake."
    direct.message(ADMIN, first, **_struck(first, "beer and "))
    direct.call(add.add_command)
    sent = direct.message(ADMIN, second, **_struck(second, "lemonade and "))
    direct.call(routes.private_words)
    direct.edit(ADMIN, sent, second)
    direct.call(routes.edited_words)
    direct.message(ADMIN, "/done")
    shown = direct.call(add.done_command)[1].result
    assert SAY("left-struck") in shown["text"]
    assert "The kiosk sells soda.\nIt also sells lemonade and cake." in shown["text"]
    pasted(direct)
    sent = direct.message(ADMIN, second, **_struck(second, "lemonade and "))
    direct.call(routes.private_words)
    direct.edit(ADMIN, sent, second)
    direct.call(routes.edited_words)
    direct.message(ADMIN, "/done")
    assert SAY("left-struck") not in direct.call(add.done_command)[1].result["text"]
