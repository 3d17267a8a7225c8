"""What was split and what was merged: told by the words that whole and parts have in common."""

from __future__ import annotations

import pytest

from agendapack.extract.history.parts import parted

BOTH = "Agree the footbridges of Brackley and the culverts of Elmsworth"
ONE, TWO = "Agree the footbridges of Brackley", "Agree the culverts of Elmsworth"
OTHER = "Publish a register of tenancy letters"
NEAR = "Agree the street lamps of Elmsworth and publish the maps of Hexmoor"


def told(gone: str, added: str) -> list[tuple[str, list[str], list[str]]]:
    rows = [
        {f"{n}": {"action": said} for n, said in enumerate(side.split("|")) if said} for side in (gone, added)
    ]
    return [
        (p.what, *(sorted(str(r["action"]) for r in side.values()) for side in (p.before, p.after)))
        for p in parted("actions", *rows)
    ]


@pytest.mark.parametrize(
    ("gone", "added", "found"),
    [
        (BOTH, f"{ONE}|{TWO}", [("split", [BOTH], [ONE, TWO][::-1])]),
        (f"{ONE}|{TWO}", BOTH, [("merged", [ONE, TWO][::-1], [BOTH])]),
        (f"{NEAR}|{BOTH}", f"{OTHER}|{ONE}|{TWO}", [("split", [BOTH], [ONE, TWO][::-1])]),
        (BOTH, ONE, []),
        (BOTH, f"{ONE}|{OTHER}", []),
        (OTHER, f"{ONE}|{TWO}", []),
        ("", "", []),
        ("of the", "to it|by it", []),
    ],
)
def test_parts_make_up_the_whole(gone: str, added: str, found: list[object]) -> None:
    assert told(gone, added) == found


WHOLE = "ferry crane berth quays slips locks buoys ropes nets boats sails masts"


@pytest.mark.parametrize(
    ("one", "two", "split"),
    [
        ("ferry crane berth quays slips locks", "buoys ropes gulls", True),
        ("ferry crane berth quays slips locks buoys", "ropes nets boats gulls terns crabs seals", False),
        ("ferry crane berth", "quays slips locks", False),
    ],
    ids=["a word of another", "most words are of another", "half of the whole"],
)
def test_parts_are_mostly_of_the_whole_and_say_most_of_it(one: str, two: str, split: bool) -> None:
    assert bool(told(WHOLE, f"{one}|{two}")) == split
