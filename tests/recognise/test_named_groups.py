"""Figures under lines that name what they measure."""

from __future__ import annotations

import pytest
from sheets import table

from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise import recognise
from agendapack.extract.recognise.named_groups import named_beside
from agendapack.extract.records import DraftRows, records

HEAD = "*Indicator | *Q1 | *Q2 | *Q3"
ACTUAL, TARGET = "Actual | 81% | 82% | 85%", "Target | 80% | 80% | 80%"


def read(*rows: str) -> DraftRows:
    place = Around("Quays plan", ("Performance",))
    return records(recognise([table(*rows)], lambda _: place), lambda _: place)


@pytest.mark.parametrize("line", ["*{} | < | < | <", "*{} |  |  | ", "{} | < | < | <"])
@pytest.mark.parametrize("labels", [(ACTUAL, TARGET), (TARGET, ACTUAL, "Last year | 70% | 71% | 72%")])
def test_each_line_names_the_figures_under_it(line: str, labels: tuple[str, ...]) -> None:
    names = ("Share of berths let", "Calls answered in time")
    made = read(HEAD, *(row for name in names for row in (line.format(name), *labels)))
    assert [i.definition for i in made.indicators] == list(names)
    told = [(v.definition, v.measure, v.text) for v in made.indicator_values]
    assert len(told) == len(names) * len(labels) * 3
    assert (names[0], "target", "80%") in told
    assert (names[1], "actual", "85%") in told


def test_a_line_over_lines_is_a_heading() -> None:
    made = read(HEAD, "*Harbours | < | < | <", "*Berths let | < | < | <", ACTUAL, TARGET)
    assert [i.definition for i in made.indicators] == ["Berths let"]


@pytest.mark.parametrize(
    "rows",
    [
        ("*Berths let | < | < | <", ACTUAL),
        ("*Berths let | < | < | <", ACTUAL, "Boats | 3 | 4 | 5", TARGET),
        (ACTUAL, TARGET, "*Berths let | < | < | <"),
        ("*Berths let | < | < | <", "*Boats | < | < | <"),
    ],
)
def test_other_rows_are_left_as_they_are(rows: tuple[str, ...]) -> None:
    assert named_beside(table(HEAD, *rows)) is None
