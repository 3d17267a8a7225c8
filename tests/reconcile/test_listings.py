"""What the rows and cards of raw grids are about, and both sides of the bounds by which this is told."""

from __future__ import annotations

import pytest
from reconcile.invented import sheet

from agendapack.extract.reconcile.figures import FigureSheet
from agendapack.extract.reconcile.listings import Thing, things


def listed(*rows: str, header_rows: int = 1) -> list[Thing]:
    return list(things([FigureSheet(sheet(*rows, header_rows=header_rows))]))


@pytest.mark.parametrize(
    ("row", "lists"),
    [("Crew | Pay | Days", 2), ("Crew | Pay | ", 1)],
    ids=["three titles", "two"],
)
def test_a_row_of_three_words_over_figures_begins_another_list(row: str, lists: int) -> None:
    found = listed("Place | Fees | Ships", "Quay | 1 | 2", row, "Pilots | 3 | 4")
    assert len({thing.listing for thing in found}) == lists
    assert found[-1].titles == (("Crew", "Pay", "Days") if lists == 2 else ("Place", "Fees", "Ships"))


@pytest.mark.parametrize(("cards", "names"), [(2, ["Bridge", "Mole"]), (1, [])])
def test_one_card_alone_shows_no_layout(cards: int, names: list[str]) -> None:
    rows = [row for name in ("Bridge", "Mole")[:cards] for row in (f"{name} | ", "RAG | Amber", "Cost | £2m")]
    assert [thing.name for thing in listed(*rows, header_rows=0)] == names


@pytest.mark.parametrize(("length", "name"), [(160, "o" * 160), (161, "A. Skipwith")])
def test_what_is_longer_than_a_name_is_a_text(length: int, name: str) -> None:
    (thing,) = listed("No | Work | Lead", f"1 | {'o' * length} | A. Skipwith")
    assert thing.name == name


@pytest.mark.parametrize(
    ("codes", "refs"),
    [
        (("5a", "6b", ""), ["5a", "6b", ""]),
        (("5a", "", ""), ["", "", ""]),
        (("5a", "6b", "7c", "8d", "Pier"), ["5a", "6b", "7c", "8d", "Pier"]),
        (("5a", "6b", "7c", "Mole", "Pier"), ["", "", "", "", ""]),
    ],
    ids=["two", "one alone", "most", "not enough"],
)
def test_codes_of_one_build_are_references(codes: tuple[str, ...], refs: list[str]) -> None:
    rows = (f"{code} | Paint bollard {n} | A. Skipwith" for n, code in enumerate(codes))
    assert [thing.ref for thing in listed("At | Work | Lead", *rows)] == refs
