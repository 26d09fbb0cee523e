"""The benchmark's figures, for people."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

# What Verbatim promises beside the plain way: how many times better, at least.
TARGETS = {"question": 5.0, "build": 3.5, "memory": 3.0}
PARTS = {
    "encode": "encode a question",
    "search": "search",
    "question": "whole question",
    "read": "read the hits",
    "answer": "question and reading",
}


@dataclass(frozen=True, slots=True)
class Figures:
    """One way with one size of library.

    `drawn`: the vectors were drawn, not encoded. `build` has the seconds of the fastest build
    (`encode` of them in the encoder) and its process's memory; `milliseconds` p50 and p95 of each
    part of a question; `memory` the megabytes of the process that answered, `steady` and `peak`;
    `disk` megabytes; `more` what else the way tells (`Way.open`, `Way.look`).
    """

    way: str
    passages: int
    drawn: bool
    build: dict[str, float]
    milliseconds: dict[str, tuple[float, float]]
    memory: dict[str, float]
    disk: float
    more: dict[str, float] = field(default_factory=dict)

    @property
    def encode_rate(self) -> float | None:
        """Passages a second through the encoder, their sentences included."""
        return None if self.drawn else self.passages / self.build["encode"]

    @property
    def build_seconds(self) -> float:
        """The whole build; without the encoder where vectors were drawn."""
        return self.build["build"] - (self.build["encode"] if self.drawn else 0.0)

    @property
    def build_rate(self) -> float:
        """Passages a second, from texts to a library on disk."""
        return self.passages / self.build_seconds


def table(described: Mapping[str, Any], figures: Sequence[Figures]) -> str:
    """What was measured on what, a column for each way and size, then the ratios."""
    rows: list[tuple[str, Callable[[Figures], str]]] = [
        ("encode, passages/s", lambda f: _number(f.encode_rate)),
        ("build, s", lambda f: _number(f.build_seconds) + ("*" if f.drawn else "")),
        ("build, passages/s", lambda f: _number(f.build_rate) + ("*" if f.drawn else "")),
        ("build, MB at most", lambda f: _number(f.build["peak memory"])),
        *(
            (f"{name}, ms p50/p95", _percentiles(part))
            for part, name in PARTS.items()
            if any(part in one.milliseconds for one in figures)
        ),
        ("answering, MB steady", lambda f: _number(f.memory["steady"])),
        ("answering, MB at most", lambda f: _number(f.memory["peak"])),
        ("on disk, MB", lambda f: _number(f.disk)),
        ("on disk, bytes a passage", lambda f: _number(1e6 * f.disk / f.passages)),
        ("ten nearest found, of exact", lambda f: _number(f.more.get("recall"))),
        ("open the library, s", lambda f: _number(f.more.get("open"))),
        ("one text added answers, s", lambda f: _number(f.more.get("added"))),
    ]
    cells = [["passages", *(f"{one.passages:,}" for one in figures)]]
    cells += [["way", *(one.way for one in figures)]]
    cells += [[name, *(show(one) for one in figures)] for name, show in rows]
    notes = ["* without encoding: vectors drawn between real ones"] if _any_drawn(figures) else []
    if any(one.way == "postgres" for one in figures):
        notes.append("postgres: the memory is the bot's, without the server's")
    return "\n".join([*_head(described), "", *_aligned(cells), *notes, "", *_ratios(figures)])


def ratios(ours: Figures, theirs: Figures) -> dict[str, float]:
    """How many times better ours is: whole question at p50, build rate, steady memory."""
    return {
        "question": theirs.milliseconds["question"][0] / ours.milliseconds["question"][0],
        "build": ours.build_rate / theirs.build_rate,
        "memory": theirs.memory["steady"] / ours.memory["steady"],
    }


def _ratios(figures: Sequence[Figures]) -> list[str]:
    ours = {one.passages: one for one in figures if one.way == "verbatim"}
    lines = []
    for theirs in figures:
        if theirs.way == "plain" and theirs.passages in ours:
            found = ratios(ours[theirs.passages], theirs)
            told = ", ".join(
                f"{name} {value:.2f} times ({'met' if value >= TARGETS[name] else 'MISSED'}:"
                f" {TARGETS[name]:g})"
                for name, value in found.items()
            )
            lines.append(f"{theirs.passages:,} passages, better than {theirs.way}: {told}")
    return lines


def _head(described: Mapping[str, Any]) -> list[str]:
    versions = ", ".join(
        f"{name} {found}" for name, found in described["versions"].items() if found
    )
    return [
        f"commit {described['commit']}, {described['time']}",
        f"{described['machine']}, {described['cpu']}; {described['threads']} used;"
        f" load {described['load']}",
        f"Python {described['python']}, {versions}",
    ]


def _percentiles(part: str) -> Callable[[Figures], str]:
    def show(figures: Figures) -> str:
        if part not in figures.milliseconds:
            return "–"
        return " / ".join(_number(value) for value in figures.milliseconds[part])

    return show


def _number(value: float | None) -> str:
    """Three digits that count."""
    if value is None:
        return "–"
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def _any_drawn(figures: Sequence[Figures]) -> bool:
    return any(one.drawn for one in figures)


def _aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(
            cell.ljust(width) if place == 0 else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
