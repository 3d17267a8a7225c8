"""Earlier values in brackets behind the newer ones."""

from __future__ import annotations

import pytest
from sheets import table

from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise import recognise
from agendapack.extract.records import records

NOW = "Q2 2031/32"


def values(title: str, cell: str) -> list[tuple[str, str, str, float | None]]:
    printed = (
        f"*Ref | *Indicator | *Target | *{title}",
        f"K1 | Ships cleared on the day (%) | 90% | {cell}",
        f"K2 | Calls answered within 20 seconds (%) | 95% | {cell}",
    )
    found = records(recognise([table(*printed)]), lambda _: Around("Quays plan")).indicator_values
    return [
        (v.measure, v.period, v.text, v.value)
        for v in found
        if v.indicator_ref == "K1" and v.measure != "target"
    ]


@pytest.mark.parametrize(
    ("title", "cell", "read"),
    [
        (
            "Q2 2031/32 (Q1 2031/32)",
            "88% (85%)",
            [("actual", NOW, "88%", 88), ("actual", "Q1 2031/32", "85%", 85)],
        ),
        ("Q2 2031/32 (previous)", "88% / (85%)", [("actual", NOW, "88%", 88), ("previous", "", "85%", 85)]),
        ("Current (last year)", "88% [85%]", [("latest", "", "88%", 88), ("previous", "", "85%", 85)]),
        ("Q2 2031/32 (previous)", "88%", [("actual", NOW, "88%", 88)]),
        ("Q2 2031/32 (previous)", "88% (new)", [("actual", NOW, "88% (new)", 88)]),
        ("Q2 2031/32", "88% (85%)", [("actual", NOW, "88% (85%)", 88)]),
        ("Actual (Q2 2031/32)", "88% (85%)", [("actual", NOW, "88% (85%)", 88)]),
    ],
)
def test_what_the_title_says_of_brackets(
    title: str, cell: str, read: list[tuple[str, str, str, float]]
) -> None:
    assert values(title, cell) == read
