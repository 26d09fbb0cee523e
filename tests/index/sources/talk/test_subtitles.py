"""Subtitles and timed text: what is said, and no times."""

import pytest

from index.errors import SourceError
from index.sources import from_bytes
from tests.in_words import in_words


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


def test_timed_text() -> None:
    """TTML by whatever name: cues that go on are one paragraph, speakers named, readings told."""
    head = (
        '<metadata><m:title>The pier</m:title><m:agent xml:id="a"><m:name>Ada</m:name></m:agent>'
        "</metadata>"
    )
    body = (
        '<p begin="1s">The pier was <span s:color="red">dredged</span>\n<br/>in 1871,</p>'
        '<p begin="2s">and nobody paid.</p><p begin="3s" m:agent="a">I did.</p>'
        '<p><span s:ruby="base">港</span><span s:ruby="text">みなと</span>'
        "<metadata>x</metadata></p>"
    )
    data = (
        '<?xml version="1.0"?><tt xmlns="http://www.w3.org/ns/ttml" xmlns:m="urn:m"'
        f' xmlns:s="urn:s" xml:lang="en"><head>{head}</head><body><div>{body}</div></body></tt>'
    ).encode()
    for name in ("a.ttml", "a.dfxp", "a.xml", "a"):
        (said,) = from_bytes(name, data)
        assert said.title == "The pier"
        assert said.text.split("\n\n") == [
            "The pier was dredged in 1871,\nand nobody paid.",
            "Ada: I did.",
            "港(みなと)",
        ]


def _said(name: str, *cues: str) -> list[str]:
    """The blocks of cues, each numbered and a second after the other."""
    timed = (
        f"{at}\n00:00:{at:02},000 --> 00:00:{at + 1:02},000\n{cue}\n"
        for at, cue in enumerate(cues, start=1)
    )
    (document,) = from_bytes(name, "\n".join(timed).encode())
    return [block.span.of(document.text) for block in document.blocks]


def test_what_rolls_up_or_grows_on_the_screen_is_said_once() -> None:
    """Line by line, as of speech while it is heard, or word by word."""
    rolling = ("the pier was", "the pier was\nbuilt in May", "built in May\nby two pilots.")
    assert _said("a.srt", *rolling) == ["the pier was\nbuilt in May\nby two pilots."]
    growing = ("the pier", "the pier was built", "the pier was built in May.")
    assert _said("a.srt", *growing) == ["the pier\nwas built\nin May."]
    assert _said("a.srt", "I saw that", "that was all.") == ["I saw that\nthat was all."]


def test_no_cue_is_lost_or_takes_what_is_beside_it() -> None:
    """Empty lines within, nothing at all, a line that is only a number."""
    assert _said("a.srt", "The pier\n\nis closed.", "", "1893") == ["The pier is closed.", "1893"]
    times = "1\r0:00:01,5 --> 0:00:02,75\rIt is lit.\r\r2\r00:00:03 --> 00:00:04\rAt dusk.\r"
    assert from_bytes("a.srt", times.encode())[0].text == "It is lit.\n\nAt dusk."


def test_who_speaks_begins_a_turn() -> None:
    """After a dash, two signs, or a name in capitals; readings stand in brackets."""
    assert _said("a.srt", "ANNA: Is it open?\nBERG: No,\nit is not.") == [
        "ANNA: Is it open?", "BERG: No, it is not.",
    ]  # fmt: skip
    assert _said("a.srt", ">> Come in.\n>> Thanks.") == [">> Come in.", ">> Thanks."]
    vtt = (
        "WEBVTT\n\nNOTE\nnot said\n\n00:01.000 --> 00:02.000\n<ruby>港<rt>みなと</rt></ruby>へ。\n"
    )
    (document,) = from_bytes("a.vtt", vtt.encode())
    assert (document.text, in_words(document.left_out)) == ("港(みなと)へ。", ("comments",))


def test_subtitles_are_never_quoted_raw() -> None:
    """Whatever their name; those that nothing reads are refused by theirs."""
    assert _said("a.txt", "<i>It is lit.</i>") == ["It is lit."]
    with pytest.raises(SourceError, match="SubStation Alpha"):
        from_bytes("a.ass", b"[Script Info]\nTitle: x\n\n[Events]\nDialogue: 0,1,2,,It is lit.\n")
