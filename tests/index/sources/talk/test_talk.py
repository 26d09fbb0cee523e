"""Mails, subtitles and chats: what people said, without what carries it."""

import json

import pytest

from index.sources import from_bytes
from index.sources.loader import File, Unreadable
from index.sources.talk import box
from index.sources.talk.box import MOST

MAIL = (
    "From: Anna <anna@example.org>\nTo: all@example.org\nSubject: =?utf-8?q?The_b=C3=BCro?=\n"
    "Date: Tue, 5 Mar 2024 10:00:00 +0100\nMIME-Version: 1.0\n"
    'Content-Type: multipart/mixed; boundary="b"\n\n--b\n'
    "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\n"
    "The caf=E9 opens at nine.\n--b\nContent-Type: application/pdf\n"
    'Content-Disposition: attachment; filename="plan.pdf"\n\nx\n--b--\n'
)


def test_a_mail() -> None:
    """Subject, day and words, decoded; what is attached is named."""
    (mail,) = from_bytes("a.eml", MAIL.encode())
    assert (mail.title, mail.date) == ("The büro", "2024-03-05")
    assert mail.text.startswith("The büro\n\nFrom: Anna <anna@example.org>\n")
    assert mail.text.endswith("The café opens at nine.")
    assert mail.left_out == ("attached: plan.pdf",)
    page = "Subject: Ice\nContent-Type: text/html\n\n<p>The pier is <b>closed</b>.</p>"
    assert from_bytes("a.eml", page.encode())[0].text == "Ice\n\nThe pier is closed."


def test_what_a_mail_quotes_is_whole() -> None:
    """No sentence is cut at the end of a quoted line, and no sign stands within one."""
    text = "> The fee for a berth was raised to\n> twelve crowns a night.\nI agree with that."
    (mail,) = from_bytes("a.eml", f"Subject: Fees\n\nAnna wrote:\n{text}\n".encode())
    assert mail.text.split("\n\n")[1:] == [
        "Anna wrote:",
        "The fee for a berth was raised to\ntwelve crowns a night.",
        "I agree with that.",
    ]


def test_a_box_of_mails() -> None:
    """A document each; a line that only looks like the next mail stays in its own."""
    one = "Subject: One\n\nFirst text.\n>From here on it is ice.\n\n"
    box = f"From a@b Tue Mar 5\n{one}From a@b Wed Mar 6\nSubject: Two\n\nSecond.\n"
    first, second = from_bytes("a.mbox", box.encode())
    assert (first.doc_id, first.title) == ("a.mbox#1", "One")
    assert first.text == "One\n\nFirst text.\nFrom here on it is ice."
    assert (second.doc_id, second.text) == ("a.mbox#2", "Two\n\nSecond.")


def test_a_box_of_too_many_mails_says_so_at_once() -> None:
    """Before any is read: all of them would take longer than a file has."""
    data = b"From a@b.c Tue Mar  5 10:00:00 2024\nSubject: Fee\n\nTwelve.\n\n" * (MOST + 1)
    with pytest.raises(Unreadable, match=r"a box of 10,001 mails; split it into boxes of 10,000"):
        next(box.read(File("a.mbox", data)))


def test_subtitles() -> None:
    """What is said, sentence by sentence; times, numbers and colours are not."""
    srt = (
        "1\n00:00:01,000 --> 00:00:02,000\n<i>The pier</i>\n\n2\n00:00:02,000 --> 00:00:03,000\n"
        "is closed.\n\n3\n00:00:04,000 --> 00:00:05,000\n{\\an8}Who says so?\n"
    )
    (document,) = from_bytes("a.srt", srt.encode())
    assert document.text == "The pier\nis closed.\n\nWho says so?"
    vtt = (
        "WEBVTT\n\nNOTE no words\n\n00:01.000 --> 00:02.000 align:start\n<v Anna>It is ice.</v>\n"
    )
    assert from_bytes("a.vtt", vtt.encode())[0].text == "Anna: It is ice."
    two = (
        "WEBVTT\n\n00:01.000 --> 00:02.000\n- Who lights it?\n- Jo &amp; Anna, with <i>oil</i>.\n"
    )
    assert (
        from_bytes("a.vtt", two.encode())[0].text == "- Who lights it?\n\n- Jo & Anna, with oil."
    )


def test_a_chat_exported_by_telegram() -> None:
    """A document a message, with its day; links and bold words are words."""
    pieces = ["The fee is ", {"type": "bold", "text": "22 crowns"}, "."]
    messages = [
        {"id": 1, "type": "service", "text": ""},
        {
            "id": 2,
            "type": "message",
            "date": "2024-03-05T10:00:00",
            "from": "Pier",
            "text": pieces,
        },
        {
            "id": 3,
            "type": "message",
            "date": "2024-03-06T10:00:00",
            "text": "Ice.",
            "file": "a.png",
        },
    ]
    chat = json.dumps({"name": "Pier", "type": "public_channel", "messages": messages})
    first, second = from_bytes("result.json", chat.encode())
    assert (first.doc_id, first.title, first.date) == (
        "result.json#2", "Pier, 2024-03-05", "2024-03-05",
    )  # fmt: skip
    assert first.text == "The fee is 22 crowns."
    assert (second.text, second.left_out) == ("Ice.", ("a.png",))
