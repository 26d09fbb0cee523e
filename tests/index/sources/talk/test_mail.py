"""Mails, and boxes of them."""

import pytest

from index.errors import SourceError
from index.sources import from_bytes
from index.sources.loader import File, Unreadable
from index.sources.talk import box
from index.sources.talk.box import MOST
from tests.in_words import in_words

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
    assert in_words(mail.left_out) == ("attached: plan.pdf",)
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


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("us-ascii", "cp1252"),
        ("iso-8859-1", "utf-8"),
        ("iso-8859-1", "cp1252"),
        ("x-unknown", "cp1252"),
        ("windows-1251", "cp1251"),
    ],
)
def test_a_mail_that_lies_about_its_charset_is_read(declared: str, encoding: str) -> None:
    """In the body and in a field that nothing announces."""
    text = "Die Gebühr – für alle – beträgt zwölf Kronen."
    text = "Гавань открыта с девяти утра." if "1251" in encoding else text
    kind = f"Content-Type: text/plain; charset={declared}\nContent-Transfer-Encoding: 8bit"
    (mail,) = from_bytes("a.eml", f"Subject: {text}\n{kind}\n\n{text}\n".encode(encoding))
    assert mail.text == f"{text}\n\n{text}"


def test_a_mail_in_iso_2022_is_read() -> None:
    """Its bytes are all ASCII's, as those of UTF-8 may be."""
    kind = "Content-Type: text/plain; charset=iso-2022-jp"
    (mail,) = from_bytes("a.eml", f"Subject: Ice\n{kind}\n\n港は閉まる。\n".encode("iso2022_jp"))
    assert mail.text == "Ice\n\n港は閉まる。"


def _of_parts(kind: str, *parts: str) -> bytes:
    head = f"Subject: Fees\nContent-Type: multipart/{kind}; boundary=b\n\n"
    return (head + "".join(f"--b\nContent-Type: {part}\n" for part in parts) + "--b--\n").encode()


def test_all_texts_of_a_mail_are_taken() -> None:
    """Those after a picture, and mails that are forwarded in it; the rest is named."""
    inner = "message/rfc822\n\nFrom: a@b.c\nDate: Mon, 4 Mar 2024 1:00 +0100\nSubject: Ice\n\nNo."
    picture = "image/png; name=plan.png\n\nx"
    data = _of_parts("mixed", "text/plain\n\nFirst.", picture, "text/plain\n\nThen.", inner)
    (mail,) = from_bytes("a.eml", data)
    said = ["From: a@b.c", "Date: Mon, 4 Mar 2024 1:00 +0100"]
    assert mail.text.split("\n\n") == ["Fees", "First.", "Then.", "Ice", *said, "No."]
    assert in_words(mail.left_out) == ("attached: plan.png",)
    shown = "text/plain; name=a.txt\nContent-Disposition: inline\n\nShown."
    assert from_bytes("a.eml", _of_parts("mixed", shown))[0].text == "Fees\n\nShown."
    bare = b"Subject: Fees\nContent-Type: multipart/mixed; boundary=b\n\nNo parts."
    assert from_bytes("a.eml", bare)[0].text == "Fees\n\nNo parts."
    (mail,) = from_bytes("a.eml", _of_parts("mixed", "text/calendar\n\nBEGIN", picture))
    assert in_words(mail.left_out) == ("attached: text/calendar", "attached: plan.png")


@pytest.mark.parametrize(
    ("plain", "text"),
    [("", "Open"), ("No HTML here.", "Open"), ("Open in May and June.", "Open in")],
)
def test_of_two_ways_to_say_the_same_one_is_taken(plain: str, text: str) -> None:
    """The plain one, unless it only hints at the other."""
    page = "text/html\n\n<title>t</title><p>Open to all from May to June.</p>"
    (mail,) = from_bytes("a.eml", _of_parts("alternative", f"text/plain\n\n{plain}", page))
    assert mail.text.startswith(f"Fees\n\n{text}")
    assert mail.text.count("June") == 1


def test_a_page_that_says_all_of_the_plain_text_and_more_is_taken() -> None:
    """Such as a table that the plain one only speaks of; addresses behind links are no words."""
    said = "The council decided on the fees, which stand below. They are valid from May on."
    plain = f"text/plain\n\n{said} See here <https://pier.test/fees?of=next&year=2>."
    more = f"<p>{said} See <a href='https://pier.test'>here</a>.</p><p>Dogs are allowed.</p>"
    (mail,) = from_bytes("a.eml", _of_parts("alternative", plain, f"text/html\n\n{more}"))
    assert mail.text == f"Fees\n\n{said} See here.\n\nDogs are allowed."
    same = f"<p>{said} See here.</p>"
    (mail,) = from_bytes("a.eml", _of_parts("alternative", plain, f"text/html\n\n{same}"))
    assert "https://pier.test/fees" in mail.text


def test_lines_that_a_program_wrapped_are_one() -> None:
    """Where the mail says so, in each depth of quotation; a signature stands by itself."""
    kind = "Content-Type: text/plain; charset=utf-8; format=flowed"
    text = "The pier is \nclosed.\n> Is it \n> open?\n-- \nAnna\n"
    (mail,) = from_bytes("a.eml", f"Subject: Ice\n{kind}\n\n{text}".encode())
    assert mail.text.split("\n\n")[1:3] == ["The pier is closed.", "Is it open?"]
    (mail,) = from_bytes("a.eml", f"Subject: Ice\n{kind}; delsp=yes\n\n港は \n閉まる。\n".encode())
    assert mail.text == "Ice\n\n港は閉まる。"


def test_mails_are_never_quoted_raw() -> None:
    """Whatever their name."""
    coded = "Content-Transfer-Encoding: quoted-printable\n\nGeb=FChr.\n"
    mail = f"Subject: Fee\nMIME-Version: 1.0\n{coded}"
    assert from_bytes("a.txt", mail.encode())[0].text == "Fee\n\nGebühr."
    box = f"From a@b.c Tue Mar  5 10:00:00 2024\n{mail}"
    assert from_bytes("inbox", box.encode())[0].text == "Fee\n\nGebühr."
    assert from_bytes("a.txt", b"Received: five boats\n\nMore.")[0].text.startswith("Received")


@pytest.mark.parametrize(
    "announced",
    [
        'multipart/alternative; boundary="=_Other"',
        "multipart/alternative; boundary==_Part_1",
        'multipart/alternative; boundary="=_Pa\n rt_1"',
        'multipart/alternative; boundary=""',
        "multipart/alternative",
        "text/plain",
    ],
)
def test_parts_are_found_where_their_boundary_is_wrong(announced: str) -> None:
    """By the lines that part them in truth: nothing is lost, and none of them is text."""
    parts = (
        "--=_Part_1\nContent-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n\n"
        "The berth costs n=\nine crowns.\n"
        "--=_Part_1\nContent-Type: text/html\n\n<p>The berth costs nine crowns.\n--=_Part_1--\n"
    )
    data = f"Subject: Berth\nContent-Type: {announced}\n\n{parts}"
    for ends in ("\n", "\r\n"):
        (mail,) = from_bytes("a.eml", data.replace("\n", ends).encode())
        assert mail.text == "Berth\n\nThe berth costs nine crowns."
        assert in_words(mail.left_out) == ()


def test_lines_of_a_signature_are_no_boundary() -> None:
    """Of a mail that says that it has parts, and has none."""
    text = "The berth is free.\n\n--Harbour office"
    (mail,) = from_bytes(
        "a.eml", f"Subject: Berth\nContent-Type: multipart/mixed\n\n{text}".encode()
    )
    assert mail.text == f"Berth\n\n{text}"


def test_a_box_of_mails() -> None:
    """A document each; a line that only looks like the next mail stays in its own."""
    one = "Subject: One\n\nFirst text.\n>From here on it is ice.\n\n"
    box = f"From a@b Tue Mar 5\n{one}From a@b Wed Mar 6\nSubject: Two\n\nSecond.\n"
    first, second = from_bytes("a.mbox", box.encode())
    assert (first.doc_id, first.title) == ("a.mbox#1", "One")
    assert first.text == "One\n\nFirst text.\nFrom here on it is ice."
    assert (second.doc_id, second.text) == ("a.mbox#2", "Two\n\nSecond.")


def test_a_paragraph_of_a_mail_begins_no_other() -> None:
    """Though its first word is that which begins one."""
    text = "From the first of May on\nthe ferry is closed."
    ends = ("Tue Mar  5 10:00:00 2024", "Wed Mar 06 10:00:00 +0000 2024", "Mon, 4 Mar 2024")
    for end in ends:
        first = f"From a at example.com  {end}\nSubject: One\n\nDear all,\n\n{text}\n\n"
        box = f"{first}From - {end}\nSubject: Two\n\nSecond.\n"
        one, two = from_bytes("a.mbox", box.encode())
        assert one.text == f"One\n\nDear all,\n\n{text}"
        assert two.text == "Two\n\nSecond."


def test_a_broken_mail_costs_no_other() -> None:
    """As one whose page is too deep to be read."""
    deep = "Content-Type: text/html\n\n" + "<div>" * 3_000 + "Deep."
    mails = ("Subject: One\n\nFirst.", deep, "Subject: Two\n\nSecond.")
    box = "\n\n".join(f"From a@b Tue Mar  5 10:00:00 2024\n{mail}" for mail in mails)
    failures: list[SourceError] = []
    found = from_bytes("a.mbox", box.encode(), failures)
    assert [one.text for one in found] == ["One\n\nFirst.", "Two\n\nSecond."]
    assert [str(one) for one in failures] == [
        "a.mbox#2: its elements stand too deep in each other to be read"
    ]


def test_a_box_of_too_many_mails_says_so_at_once() -> None:
    """Before any is read: all of them would take longer than a file has."""
    data = b"From a@b.c Tue Mar  5 10:00:00 2024\nSubject: Fee\n\nTwelve.\n\n" * (MOST + 1)
    with pytest.raises(Unreadable, match=r"a box of 10,001 mails; split it into boxes of 10,000"):
        next(box.read(File("a.mbox", data)))
