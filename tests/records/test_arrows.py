"""Arrows that judge a change, and arrows that only show how a figure moved."""

from __future__ import annotations

import pytest
from sheets import table

from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise import recognise
from agendapack.extract.records import records

HEAD = "*Measure | *Q1 2031/32 | *Q2 2031/32 | *Trend"
HIGH, LOW, OPEN = "Ferries that left in time", "Complaints about moorings", "Boats in the basin"
JUDGES = "Key: ▲ improving ▼ getting worse"
MOVES = "Arrows: ▲ increase ▼ decrease since the last quarter"


def directions(*rows: tuple[str, int, int, str], below: str = "", key: tuple[str, ...] = ()) -> list[str]:
    printed = table(HEAD, *(f"{name} | {then} | {now} | {sign}" for name, then, now, sign in rows))
    tables = [table(*key, number=2), printed] if key else [printed]
    found = recognise(tables)
    around = {found[-1].table.table_id: Around("Plan", (), below)}
    made = records(found, lambda name: around.get(name, Around("Plan")))
    return [i.direction for i in made.indicators]


LEGENDS = [
    ("judged", JUDGES, ["improving", "improving", "worsening"]),
    ("moved", MOVES, ["improving", "worsening", ""]),
    ("nothing said, nothing told by figures", "", ["improving", "", ""]),
]


@pytest.mark.parametrize(("below", "wanted"), [c[1:] for c in LEGENDS], ids=[c[0] for c in LEGENDS])
def test_a_legend_says_what_arrows_show(below: str, wanted: list[str]) -> None:
    rows = ((HIGH, 50, 50, "▲"), (LOW, 20, 20, "▲"), (OPEN, 7, 7, "▼"))
    assert directions(*rows, below=below) == wanted


def test_figures_tell_that_arrows_judge() -> None:
    rows = ((LOW, 20, 12, "▲"), ("Days that moorings lay empty", 9, 14, "▼"), (OPEN, 7, 9, "▼"))
    assert directions(*rows) == ["improving", "worsening", "worsening"]


def test_figures_tell_that_arrows_move() -> None:
    rows = ((LOW, 20, 12, "▼"), ("Days that moorings lay empty", 9, 14, "▲"), (OPEN, 7, 9, "▲"))
    assert directions(*rows) == ["improving", "worsening", ""]


def test_level_arrows_and_words_need_no_legend() -> None:
    assert directions((LOW, 20, 20, "►"), (OPEN, 7, 9, "Worsening")) == ["stable", "worsening"]


def test_a_key_elsewhere_in_the_pack_counts_for_all_its_tables() -> None:
    key = ("▲ | Performance is improving", "▼ | Performance is getting worse", "► | No change")
    assert directions((OPEN, 7, 9, "▲"), (LOW, 20, 20, "▼"), key=key) == ["improving", "worsening"]
