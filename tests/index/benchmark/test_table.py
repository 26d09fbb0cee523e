"""The figures, for people."""

from index.benchmark.table import Figures, ratios, table


def _figures(way: str, **changed: object) -> Figures:
    given: dict[str, object] = {
        "way": way,
        "passages": 1_000,
        "drawn": False,
        "build": {"build": 10.0, "encode": 5.0, "peak memory": 100.0},
        "milliseconds": {"encode": (8.0, 9.0), "search": (2.0, 3.0), "question": (10.0, 12.0)},
        "memory": {"steady": 200.0, "peak": 210.0},
        "disk": 1.5,
    }
    return Figures(**(given | changed))  # type: ignore[arg-type]


def test_ratios_are_how_many_times_better() -> None:
    """Faster questions, more passages a second and less memory each count above 1."""
    plain = _figures(
        "plain",
        build={"build": 15.0, "encode": 14.0, "peak memory": 1_000.0},
        milliseconds={"encode": (38.0, 70.0), "search": (1.0, 1.0), "question": (29.0, 71.0)},
        memory={"steady": 900.0, "peak": 950.0},
    )
    assert ratios(_figures("verbatim"), plain) == {"question": 2.9, "build": 1.5, "memory": 4.5}


def test_a_missed_target_is_said() -> None:
    """Nobody has to work out whether 2.9 is enough."""
    plain = _figures("plain", milliseconds={"question": (29.0, 71.0)})
    described = {"commit": "c", "time": "t", "machine": "m", "cpu": "x", "threads": 1, "load": 0}
    shown = table(
        described | {"python": "3", "versions": {"numpy": "2", "torch": None}},
        [_figures("verbatim"), plain],
    )
    assert "question 2.90 times (MISSED: 5), build 1.00 times (MISSED: 3.5)" in shown
    assert "Python 3, numpy 2\n" in shown


def test_drawn_builds_count_without_the_encoder() -> None:
    """Drawing vectors is no encoding: neither rate pretends so."""
    drawn = _figures("verbatim", drawn=True)
    assert (drawn.encode_rate, drawn.build_seconds, drawn.build_rate) == (None, 5.0, 200.0)
    real = _figures("verbatim")
    assert (real.encode_rate, real.build_seconds, real.build_rate) == (200.0, 10.0, 100.0)


def test_what_a_way_tells_beside_is_shown() -> None:
    """Recall, opening and adding, and a dash where it tells none."""
    described = {"commit": "c", "time": "t", "machine": "m", "cpu": "x", "threads": 1, "load": 0}
    ours = _figures("verbatim", more={"recall": 0.985, "open": 0.5, "added": 0.75})
    shown = table(described | {"python": "3", "versions": {}}, [ours, _figures("plain")])
    lines = [line.split("  ") for line in shown.splitlines()]
    cells = {words[0]: [one.strip() for one in words[1:] if one.strip()] for words in lines}
    assert cells["ten nearest found, of exact"] == ["0.985", "–"]
    assert cells["open the library, s"] == ["0.5", "–"]
    assert cells["one text added answers, s"] == ["0.75", "–"]
    assert cells["on disk, bytes a passage"] == ["1,500", "1,500"]
