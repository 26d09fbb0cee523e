"""Posts that admins forward bring their words, date and address."""

import pytest

from bot.telegram import routes
from bot.telegram.admin import sent
from tests.bot.telegram.admin.sent import (
    OPENED,
    QUESTION,
    READER,
    SAY,
    ZOO,
    document,
    from_channel,
    pasted,
    understood,
)
from tests.bot_api.direct import Direct, said
from tests.bot_api.limits import Json
from tests.bot_api.process import ADMIN
from tests.bot_api.user import quoted

FIRST_LINE = "The Ansbach zoo bought its first giraffe in 1931. It was…"
PERSON = {"type": "hidden_user", "date": 1_600_000_000, "sender_user_name": "Ann"}


@pytest.mark.parametrize(
    ("origin", "title"),
    [
        (from_channel("zoonews"), "Zoo news"),
        (from_channel(None), "Zoo news"),
        (PERSON, FIRST_LINE),
    ],
)
@pytest.mark.parametrize("caption", [False, True], ids=["text", "caption"])
def test_a_forwarded_post_keeps_its_date(
    direct: Direct, origin: Json, title: str, caption: bool
) -> None:
    """A channel's is called after it; the words under a picture are a post too."""
    more: Json = {"caption": ZOO} if caption else {}
    direct.message(ADMIN, None if caption else ZOO, forward_origin=origin, **more)
    calls = direct.call(sent.text_sent)
    assert understood(calls) == document(title, "2020-09-13")


def test_a_forwarded_post_brings_its_address(direct: Direct) -> None:
    """Of a public channel: once it is live, the quote links to it."""
    direct.message(ADMIN, ZOO, forward_origin=from_channel("zoonews"))
    shown = direct.call(routes.private_words)[-1]
    direct.press(ADMIN, shown.result, SAY("add-button"))
    direct.process()
    found = direct.document("t.me/zoonews/12")
    assert (found.url, found.text) == ("https://t.me/zoonews/12", ZOO)


def test_a_forwarded_post_during_a_paste_is_part_of_it(direct: Direct) -> None:
    """Whoever forwards several wants one text."""
    pasted(direct)
    direct.message(ADMIN, ZOO, forward_origin=from_channel("zoonews"))
    assert said(direct.call(routes.private_words)) == SAY("add-more", messages=1)


def test_a_post_that_a_reader_forwards_is_a_question(direct: Direct) -> None:
    """With or without a picture."""
    direct.message(READER, QUESTION, forward_origin=from_channel("zoonews"))
    assert quoted(direct.call(routes.private_words)[0].result) == [OPENED]
    direct.message(READER, None, caption=QUESTION, forward_origin=from_channel("zoonews"))
    assert quoted(direct.call(routes.private_words)[0].result) == [OPENED]


def test_words_struck_out_in_a_post_are_left_out_and_told(direct: Direct) -> None:
    """So channels correct what they have posted."""
    before, now = "The office is open from 9 to 12.", "The office is open from 14 to 17."
    struck = [{"type": "strikethrough", "offset": 0, "length": len(before)}]
    origin = from_channel("zoonews")
    direct.message(ADMIN, f"{before} {now}", forward_origin=origin, entities=struck)
    shown = direct.call(routes.private_words)[-1]
    assert SAY("left-struck") in shown.result["text"]
    direct.press(ADMIN, shown.result, SAY("add-button"))
    direct.process()
    assert direct.document("t.me/zoonews/12").text == now
