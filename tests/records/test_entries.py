"""Indicators that one cell lists, as lists and as lines, and the values that belong to each."""

from __future__ import annotations

import pytest
from sheets import table

from agendapack.extract.normalise.leading_ref import Led, lettered
from agendapack.extract.normalise.text import bulleted_lines
from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise import recognise
from agendapack.extract.records import DraftRows, records

HEAD = "*Policy | *Indicators | *Target | *Data source"
ONE = "QP4 Cranes | Number of cranes in use | 12 | Harbour survey"


def read(*rows: str) -> DraftRows:
    made = table(HEAD, *rows)
    return records(recognise([made]), lambda _: Around("Quays plan: monitoring framework"))


def defined(made: DraftRows) -> list[str]:
    return [i.definition for i in made.indicators]


LISTS = {
    "bullets": "• Number of berths let / • Share of berths / in use",
    "numbers": "1. Number of berths let / 2. Share of berths / in use",
    "letters": "a) Number of berths let / b) Share of berths / in use",
}


@pytest.mark.parametrize("cell", LISTS.values(), ids=LISTS)
def test_a_list_in_a_cell_is_an_indicator_an_entry(cell: str) -> None:
    made = read(f"QP1 Berths | {cell} | No net loss | Harbour survey", ONE)
    assert defined(made) == ["Number of berths let", "Share of berths in use", "Number of cranes in use"]


def test_a_value_beside_the_list_is_of_none_of_them() -> None:
    made = read(f"QP1 Berths | {LISTS['bullets']} | 40 | Harbour survey", ONE)
    assert [(v.definition, v.value) for v in made.indicator_values] == [("Number of cranes in use", 12)]


def test_a_list_of_as_many_values_has_one_for_each() -> None:
    made = read(f"QP1 Berths | {LISTS['bullets']} | • 40 / • 65% | Harbour survey", ONE)
    assert [(v.definition, v.text) for v in made.indicator_values] == [
        ("Number of berths let", "40"),
        ("Share of berths in use", "65%"),
        ("Number of cranes in use", "12"),
    ]


def test_bullets_under_a_lead_in_are_parts_of_one_indicator() -> None:
    cell = "Share of berths let to: / • ferries / • trawlers"
    assert len(read(f"QP1 Berths | {cell} | 40% | Harbour survey", ONE).indicators) == 2


LISTED = "❑ Berths let / ❑ Berths in use"


def test_what_heads_the_list_of_a_cell_is_kept_beside_its_indicators() -> None:
    made = read(f"QP1 Berths | Use of berths / {LISTED} | No net loss | Harbour survey", ONE)
    assert defined(made) == ["Berths let", "Berths in use", "Number of cranes in use"]
    assert [dict(i.extra).get("Indicators") for i in made.indicators] == ["Use of berths"] * 2 + [None]


@pytest.mark.parametrize(
    "lead", ["Use of berths:", "We let berths to:", "Number of berths", "Every berth has a use."]
)
def test_a_lead_in_that_runs_on_or_measures_makes_one_text_of_its_bullets(lead: str) -> None:
    made = read(f"QP1 Berths | {lead} / {LISTED} | No net loss | Harbour survey", ONE)
    assert len(made.indicators) == 2
    assert made.indicators[0].definition.startswith(lead)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("• one\ngoes on\n• two", [0, 2]),
        ("• one", []),
        ("They are:\n• one\n• two", [1, 2]),
        ("❑ one\ngoes on\n❑ two", [0, 2]),
        ("🟆 one\n🟆 two", [0, 1]),
        ("🟆 one\n🟊 two", []),
        ("▲ 5%\n▲ 6%", []),
        ("- one\n- two", [0, 1]),
        ("", []),
    ],
)
def test_lines_that_bullets_open(text: str, lines: list[int]) -> None:
    assert list(bulleted_lines(text)) == lines


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("a) one\ngoes on\nb) two", [Led("a", "one\ngoes on", 0), Led("b", "two", 2)]),
        ("(a) one\n(c) two", [Led("a", "one\n(c) two", 0)]),
        ("b) one\nc) two", []),
        ("one", []),
    ],
)
def test_the_entries_of_a_lettered_list(text: str, entries: list[Led]) -> None:
    assert lettered(text) == entries


def framework(*cells: str) -> list[tuple[str, str]]:
    """Reference and text of the indicators that these cells give, one a policy."""
    rows = [f"QP{n} Berths | {cell} | Harbour survey" for n, cell in enumerate(cells, 1)]
    made = table("*Policy | *Indicators | *Data source", *rows)
    found = records(recognise([made]), lambda _: Around("Quays plan: monitoring framework"))
    return [(i.indicator_ref, i.definition) for i in found.indicators]


NAMES = ("Number of berths let", "Number of cranes in use", "Share of ships cleared", "Number of nets mended")


@pytest.mark.parametrize("led", ["PI-{}: ", "PI-{} ", "KPI {} – "])
def test_references_before_the_indicators_of_policies_are_theirs(led: str) -> None:
    refs = [led.format(n).strip(" :–") for n in range(1, 5)]
    cells = [led.format(n) + name for n, name in enumerate(NAMES, 1)]
    assert framework(*cells) == list(zip(refs, NAMES, strict=True))


def test_an_indicator_without_the_reference_of_the_others_stays_whole() -> None:
    cells = [f"PI-{n}: {name}" for n, name in enumerate(NAMES, 1)]
    assert framework(*cells, "Other: share of tugs")[-2:] == [
        ("PI-4", "Number of nets mended"),
        ("", "Other: share of tugs"),
    ]


@pytest.mark.parametrize("mark", ["•", "❑", "🟆", "\uf071"])
def test_references_behind_bullets_are_those_of_their_indicators(mark: str) -> None:
    entries = [f"{mark} PI {n}: {name}" for n, name in enumerate(NAMES, 1)]
    cells = [f"Berths / {entries[0]} / {entries[1]}", f"{entries[2]} / {entries[3]}"]
    assert framework(*cells) == [(f"PI {n}", name) for n, name in enumerate(NAMES, 1)]


def test_a_sign_that_no_list_of_bullets_knows_is_no_part_of_an_indicator() -> None:
    cell = f"🟆 {NAMES[0]} / 🟆 {NAMES[1]}"
    assert framework(cell, NAMES[2], NAMES[3]) == [("", name) for name in NAMES]
