"""Records of several rows under lines across the table that name them."""

from __future__ import annotations

import pytest
from sheets import table

from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise import recognise
from agendapack.extract.recognise.under_lines import MIN_RECORDS, under_lines
from agendapack.extract.records import DraftRows, records

HEAD = "*Half year 2031/32 | *Our target | *Whole of 2030/31"
MEASURES = (
    ("QM1 Number of berths let to those who fish", "58% | 55% | 52%", "Data Officer", "Better"),
    ("QM2 Average days that boats wait for the lock", "11 | 6 | 9", "Lock Keeper", "Worse"),
    ("QM3 Percentage of tugs at sea by the morning tide", "31% | 28% | 44%", "Tug Master", "Better"),
)


def printed(count: int = 3, *, labels: bool = True, rows: int = 1) -> list[str]:
    made = []
    for n, (name, values, who, trend) in enumerate(MEASURES[:count]):
        made += [f"*{name} | < | <", *([HEAD] if n == 0 else []), *([values] * rows)]
        made += [f"Collected by: {who} | < | Compared with last year: {trend}"] if labels else []
    return made


def read(*rows: str) -> DraftRows:
    return records(recognise([table(*rows)]), lambda _: Around("Quays plan"))


@pytest.mark.parametrize("labels", [False, True])
def test_each_line_names_a_record(labels: bool) -> None:
    made = read(*printed(labels=labels))
    assert [i.indicator_ref for i in made.indicators] == ["QM1", "QM2", "QM3"]
    assert [i.definition for i in made.indicators] == [name[4:] for name, *_ in MEASURES]
    targets = [v.value for v in made.indicator_values if v.measure == "target"]
    assert targets == [55, 6, 28]
    assert [i.officers for i in made.indicators] == [(who,) if labels else () for _, _, who, _ in MEASURES]


@pytest.mark.parametrize("count", [MIN_RECORDS - 1, MIN_RECORDS])
def test_one_line_is_a_title(count: int) -> None:
    assert (under_lines(table(*printed(count))) is not None) is (count >= MIN_RECORDS)


def test_lines_over_several_rows_are_headings() -> None:
    assert under_lines(table(*printed(labels=False, rows=2))) is None


def test_what_is_said_of_one_record_alone_is_no_column() -> None:
    rows = [*printed(labels=False), "Note: counted by hand | < | <"]
    assert under_lines(table(*rows)) is None
