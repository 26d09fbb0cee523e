"""Days as sources write them."""

import time

import pytest

from index.sources.dates import day


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2024-05-06T10:00:00Z", "2024-05-06"),
        ("20240506T101010Z", "2024-05-06"),
        ("2016/6/29 15:07:41", "2016-06-29"),
        ("2024/3/5", "2024-03-05"),
        ("05.03.2024", "2024-03-05"),
        ("Tue, 05 Mar 2024 10:00:00 GMT", "2024-03-05"),
        ("Mon, 6 May 24 10:00:00 GMT", "2024-05-06"),
        ("Di, 05 März 2024", "2024-03-05"),
        ("March 5th, 2024", "2024-03-05"),
        ("5 de mayo de 2024", "2024-05-05"),
        ("1er janvier 2024", "2024-01-01"),
        ("5 мая 2024", "2024-05-05"),
        ("2024年5月6日", "2024-05-06"),
        ("25/12/2023", "2023-12-25"),
    ],
)
def test_a_plain_day_is_read(written: str, meant: str) -> None:
    """In digits or with the month's name, in the languages of Europe."""
    assert day(written) == meant


@pytest.mark.parametrize(
    "written",
    [
        "Di, 05 Mär", "03/05/2024", "2/7/2020 05:41:45", "2024-13-45", "1866", "",
        "10 listopad 2023", "0101-01-01T00:00:00+00:00", "1970-01-01", "2999-01-01", "1998-2015",
        "yesterday", "31 Feb 2024",
    ],
)  # fmt: skip
def test_anything_else_is_none(written: str) -> None:
    """Two days at once, half a day, no day, what clocks say that nobody set."""
    assert day(written) is None


@pytest.mark.parametrize("sign", ["a", "1", "1 ", "aaa ", "1-a", "年"])
def test_what_is_longer_than_any_date_is_none_at_once(sign: str) -> None:
    """Whoever writes a file may write anything there: 10,000 letters took 14 s."""
    began = time.perf_counter()
    assert day(sign * 10_000 + " 5 May 2024") is None
    assert time.perf_counter() - began < 0.2
