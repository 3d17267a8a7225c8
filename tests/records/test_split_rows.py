"""Cells that list several actions or risks, each behind its own reference."""

from __future__ import annotations

import pytest
from sheets import table

from agendapack.extract.normalise.leading_ref import listed
from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise import recognise
from agendapack.extract.records import DraftRows, records


def read(*printed: str) -> DraftRows:
    return records(recognise([table(*printed)]), lambda _: Around("Quays plan"))


HEAD = "*Objective | *Actions | *Lead | *By when"
LETTERED = (
    HEAD,
    "Safe quays | QA1 Dredge the inner / basin / QA2 Paint the crane | Jo Kerr | May 2032",
    "Clean water | QA3 Fit filters to all outfalls / QA4 Survey the sea bed | Pat Voss | June 2032",
)
BULLETS = (
    HEAD,
    "Safe quays | • 1.1 Dredge the inner / basin / • 1.2 Paint the crane | Jo Kerr | May 2032",
    "Clean water | • 2.1 Fit filters to all outfalls / • 2.2 Survey the sea bed | Pat Voss | June 2032",
)
THROUGH = (
    HEAD,
    "Safe quays | 1) Dredge the inner / basin / 2) Paint the crane | Jo Kerr | May 2032",
    "Clean water | 3) Fit filters to all outfalls / 4) Survey the sea bed | Pat Voss | June 2032",
)


@pytest.mark.parametrize(
    ("printed", "refs"),
    [
        (LETTERED, ["QA1", "QA2", "QA3", "QA4"]),
        (BULLETS, ["1.1", "1.2", "2.1", "2.2"]),
        (THROUGH, ["1", "2", "3", "4"]),
    ],
)
def test_each_action_of_a_cell_has_its_reference_and_what_stands_beside_them_all(
    printed: tuple[str, ...], refs: list[str]
) -> None:
    made = read(*printed).actions
    assert [a.action_ref for a in made] == refs
    assert [a.action for a in made] == [
        "Dredge the inner basin",
        "Paint the crane",
        "Fit filters to all outfalls",
        "Survey the sea bed",
    ]
    assert [a.officers for a in made] == [("Jo Kerr",)] * 2 + [("Pat Voss",)] * 2


@pytest.mark.parametrize(
    "beside",
    [
        "1.1 Jo Kerr / 1.2 Pat Voss | 1.1 May 2032 / 1.2 June 2032",
        "Jo Kerr / Pat Voss | May 2032 / June 2032",
    ],
)
def test_what_stands_beside_one_of_them_is_its_own(beside: str) -> None:
    rows = f"Safe quays | 1.1 Dredge the basin / 1.2 Paint the crane | {beside}"
    made = read(HEAD, rows, rows.replace("1.", "2.")).actions
    assert [(a.action_ref, a.officers, a.due_text) for a in made[:2]] == [
        ("1.1", ("Jo Kerr",), "May 2032"),
        ("1.2", ("Pat Voss",), "June 2032"),
    ]


def test_risks_of_one_cell() -> None:
    made = read(
        "*Theme | *Risks | *Mitigation | *Likelihood | *Impact",
        "Quays | R1 Failure of the gates / R2 Loss of the ferry licence | Yearly survey | 3 | 4",
        "Water | R3 Spill of fuel in the basin / R4 Failure of a pump | Booms | 2 | 3",
    ).risks
    assert [r.risk_ref for r in made] == ["R1", "R2", "R3", "R4"]


@pytest.mark.parametrize(
    ("text", "refs"),
    [
        ("QA1 Dredge\n1.5 km of basin\nQA2 Paint", ["QA1", "QA2"]),
        ("QA1 Dredge as\nQA7 says\nKX 2 too", ["QA1", "QA7"]),
        ("2.1 Dredge\n2.4 km of basin", ["2.1"]),
        ("QA1a Dredge\nQA1b Paint", ["QA1a", "QA1b"]),
        ("Dredge\nQA1 Paint", []),
    ],
)
def test_a_reference_at_the_start_of_a_line_is_that_of_an_entry_if_it_is_the_next(
    text: str, refs: list[str]
) -> None:
    assert [entry.ref for entry in listed(text, "ref")] == refs
