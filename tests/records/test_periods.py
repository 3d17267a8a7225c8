"""For which time a value is, where that is printed, and how final it is."""

from __future__ import annotations

import pytest
from sheets import table

from agendapack.extract.model import IndicatorValue
from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise import recognise
from agendapack.extract.records import records

MEASURED = ("KPI 1 | Ferries that left in time | 90% | 92% | Green", "KPI 2 | Berths let | 90% | 70% | Red")


def values(head: str, *rows: str, plan: str = "", above: str = "") -> tuple[IndicatorValue, ...]:
    place = Around(plan, (above,) if above else ())
    return tuple(records(recognise([table(head, *rows)]), lambda _: place).indicator_values)


WHEN = [
    ("*Actual Q2 2031/32", "Quarter 1 2031/32", "Report", ("Q2 2031/32", "quarter", "column")),
    ("*Actual", "Quarter 1 2031/32", "Report 2030/31", ("Quarter 1 2031/32", "quarter", "heading")),
    ("*Actual", "", "Report Quarter 3 2031/32", ("Quarter 3 2031/32", "quarter", "report")),
    ("*Actual", "June 2031 compared with June 2030", "", ("", "", "")),
    ("*Actual", "", "Harbour report", ("", "", "")),
    ("*YTD Q3 2031/32", "", "", ("Q3 2031/32", "ytd", "column")),
    ("*Actual", "Position at 30 June 2031", "", ("30 June 2031", "point", "heading")),
    ("*Actual", "Report to the Harbour Committee, 12 July 2031", "", ("", "", "")),
    ("*Actual", "Paper of July 12, 2031", "", ("", "", "")),
]


@pytest.mark.parametrize(("letters", "source"), [(160, "heading"), (161, "")])
def test_a_long_paragraph_above_a_table_is_no_heading(letters: int, source: str) -> None:
    above = "Figures for quarter 1 2031/32 ".ljust(letters, "x")
    head = "*Ref | *Measure | *Target | *Actual | *Status"
    assert {v.period_source for v in values(head, *MEASURED, above=above) if v.measure == "actual"} == {
        source
    }


@pytest.mark.parametrize(("title", "above", "plan", "when"), WHEN)
def test_where_the_period_is_printed(title: str, above: str, plan: str, when: tuple[str, str, str]) -> None:
    head = f"*Ref | *Measure | *Target | {title} | *Status"
    actual = next(v for v in values(head, *MEASURED, above=above, plan=plan) if v.measure == "actual")
    assert (actual.period, actual.span, actual.period_source) == when


def test_an_estimate_is_no_actual() -> None:
    head = "*Indicator | *2030/31 Actual | *2031/32 Original | *2031/32 Revised | *2032/33 Estimate"
    rows = ("Financing requirement | £1.9m | £2.2m | £2.0m | £3.1m", "External debt | £5m | £6m | £7m | £8m")
    found = [(v.measure, v.value_status) for v in values(head, *rows)]
    assert found[:4] == [("actual", ""), ("estimate", ""), ("estimate", "revised"), ("estimate", "estimate")]
