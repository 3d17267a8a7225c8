"""Lists of the projects or themes that a report tells of, one after another, below them."""

from __future__ import annotations

import pytest
from sheets import table

from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise import recognise

NAMES = ("PX1 Rebuild the harbour wall", "PX2 Replace the ferry terminal", "PX3 Dredge the inner basin")
PLACES = ("quay wall", "ferry berth", "fish market", "inner basin", "harbour mole")
PART = (
    "*Ref | *Milestone | *Due date | *Owner",
    "M1 | Agree the design | May 2032 | Jo Kerr",
    "M2 | Start on site | June 2032 | Jo Kerr",
)


def kinds(first: tuple[str, ...], titles: tuple[str, ...]) -> list[str]:
    """What the list and the tables below such titles are taken for."""
    tables = [table(*first), *(table(*PART, number=n, top=100 + 100 * n) for n in range(2, 2 + len(titles)))]
    places = dict(zip((t.table_id for t in tables), ("Projects of the port", *titles), strict=True))
    return [f.kind for f in recognise(tables, lambda name: Around("Quays", (places[name],)))]


def listed(head: str, *cells: str) -> tuple[str, ...]:
    return (head, *(f"{name[:3]} | {name[4:]} | {cells[n % len(cells)]}" for n, name in enumerate(NAMES)))


OVERVIEW = listed("*Ref | *Action | *Status", "Amber", "Red", "Green")


@pytest.mark.parametrize(
    ("named", "kind"),
    [
        ((*NAMES,), ""),
        ((f"{NAMES[0]} Red", NAMES[1]), ""),
        (NAMES[:1], "actions"),
        (("Milestones",) * 3, "actions"),
    ],
    ids=["all", "NAMED_SHARE two of three", "MIN_NAMED", "none"],
)
def test_rows_that_title_what_follows_are_no_actions(named: tuple[str, ...], kind: str) -> None:
    assert kinds(OVERVIEW, named) == [kind, *["actions"] * len(named)]


@pytest.mark.parametrize(
    ("rows", "named", "kind"),
    [(2, 1, "actions"), (2, 2, ""), (4, 2, ""), (5, 2, "actions")],
    ids=["MIN_NAMED less", "MIN_NAMED", "NAMED_SHARE", "NAMED_SHARE less"],
)
def test_so_many_rows_are_named_below_an_overview(rows: int, named: int, kind: str) -> None:
    texts = [
        f"{at} the old {place}"
        for at, place in zip(("Mend", "Sell", "Move", "Clean", "Light"), PLACES, strict=True)
    ]
    body = (f"PX{n} | {text} | {('Amber', 'Red', 'Green')[n % 3]}" for n, text in enumerate(texts[:rows], 1))
    titles = tuple(f"PX{n} {text}" for n, text in enumerate(texts[:named], 1))
    assert kinds(("*Ref | *Action | *Status", *body), titles)[0] == kind


def test_without_references_a_title_is_the_whole_name() -> None:
    bare = (
        "*Action | *Status",
        *(f"{name[4:]} | {rag}" for name, rag in zip(NAMES, ("Red", "Amber", "Green"), strict=True)),
    )
    assert kinds(bare, tuple(name[4:] for name in NAMES))[0] == ""
    assert kinds(bare, tuple(f"{name[4:]} in stages" for name in NAMES))[0] == "actions"


def test_rows_that_tell_who_acts_are_actions_whatever_is_named_below() -> None:
    led = listed("*Ref | *Action | *Lead officer", "Jo Kerr", "Pat Voss")
    assert kinds(led, NAMES)[0] == "actions"
