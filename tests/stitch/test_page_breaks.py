"""What stands on both sides of a page break: one row cut in two, or two rows."""

from __future__ import annotations

import pytest
from sheets import rows, texts

from agendapack.extract.model import Row
from agendapack.extract.stitch.page_breaks import Filled, join

BEFORE = [
    "A 1 | Dredge the inner basin | J Kerr | Mar 2032 | 14",
    "A 2 | Paint the loading crane | P Voss | May 2032 | 9",
    "A 3 | Mend the fish market roof | J Kerr | Jun 2032 | 21",
]

CASES = [
    (
        "only the text goes on",
        "A 4 | Let the empty berths to | P Voss | Jul 2032 | 3",
        " | boats of the district | | | ",
        "A 4 | Let the empty berths to / boats of the district | P Voss | Jul 2032 | 3",
    ),
    (
        "text and people go on",
        "A 4 | Let the empty berths to | P Voss, | Jul 2032 | 3",
        " | boats of the district | J Kerr | | ",
        "A 4 | Let the empty berths to / boats of the district | P Voss, / J Kerr | Jul 2032 | 3",
    ),
    (
        "the row's last cells are printed on the next page only",
        "A 4 | Let the empty berths to | | | ",
        " | boats of the district | P Voss | Jul 2032 | 3",
        "A 4 | Let the empty berths to / boats of the district | P Voss | Jul 2032 | 3",
    ),
    (
        "every cell goes on in the middle of a sentence",
        "A 4 | Let the empty berths | Harbour master and | by the end of | ",
        "or so | to boats of the district | deputy | summer | ",
        "A 4 / or so | Let the empty berths / to boats of the district "
        "| Harbour master and / deputy | by the end of / summer | ",
    ),
    (
        "one missing cell will do when another goes on in the middle of a sentence",
        "J Kerr | Let the empty berths to | A 4 | Jul 2032 | Basin",
        "P Voss | boats of the district | | and Aug 2032 | Quay",
        "J Kerr / P Voss | Let the empty berths to / boats of the district | A 4 | Jul 2032 / and Aug 2032 "
        "| Basin / Quay",
    ),
    (
        "a full row is a row",
        "A 4 | Let the empty berths | P Voss | Jul 2032 | 3",
        "A 5 | Count the seals | J Kerr | Aug 2032 | 8",
        None,
    ),
    (
        "figures in both halves are two rows, whatever else is missing",
        "A 4 | Let the empty berths | P Voss | Jul 2032 | 3",
        " | of which to fishing boats | | | 2",
        None,
    ),
    (
        "so are money and percentages",
        "A 4 | Let the empty berths | P Voss | Jul 2032 | (£3.5m)",
        " | of which to fishing boats | | | 12.5%",
        None,
    ),
    (
        "nothing goes on from a row of totals, however they are called",
        "Totals | | | | 44",
        " | of which for the fishing boats | | | ",
        None,
    ),
    (
        "nor from one that ends in the word",
        "Basin | Berths sub-total | | | 4.5*",
        " | of which for the fishing boats | | | ",
        None,
    ),
    (
        "figures with marks and places in an order are figures too",
        "A 4 | Let the empty berths | P Voss | Jul 2032 | 3rd",
        " | of which to fishing boats | | | 4.5*",
        None,
    ),
    (
        "an empty row adds nothing to the row above",
        "A 4 | Let berths | P Voss | Jul 2032 | 3",
        " | | | | ",
        None,
    ),
]


def joined(above: list[Row], below: list[Row], columns: int) -> list[Row]:
    whole = list(above)
    join(whole, below, columns, Filled())
    return whole


@pytest.mark.parametrize(("last", "first", "whole"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_cut_rows(last: str, first: str, whole: str | None) -> None:
    after = "A 9 | Buy a second pilot boat | J Kerr | Sep 2032 | 7"
    found = joined(rows(*BEFORE, last), rows(first, after, page=2), 5)
    apart = [" | ".join(part.strip() for part in row.split("|")) for row in (last, first)]
    expected = [whole, after] if whole else [*apart, after]
    assert texts(found, 5)[3:] == expected


def test_the_joined_row_starts_where_its_upper_half_stands() -> None:
    above = rows(*BEFORE, "A 4 | Let the empty berths to | P Voss | Jul 2032 | 3")
    whole = joined(above, rows(" | boats of the district | | | ", page=2), 5)[-1]
    assert (whole.page, whole.box) == (above[-1].page, above[-1].box)
    assert [w.text for w in whole.at(1).words] == [
        "Let",
        "the",
        "empty",
        "berths",
        "to",
        "boats",
        "of",
        "the",
        "district",
    ]


def test_a_band_is_no_half_of_a_row() -> None:
    found = joined(rows(*BEFORE), rows("Theme: Safe harbours | < | < | < | <", BEFORE[0], page=2), 5)
    assert [row.kind for row in found] == ["body", "body", "body", "band", "body"]


def test_a_merged_cell_reaches_over_the_break() -> None:
    above = rows("Docks | A 1 | Dredge", "^ | A 2 | Paint")
    found = joined(above, rows(" | A 3 | Mend", "^ | A 4 | Let", "Piers | A 5 | Count", page=2), 3)
    assert [row.covering(0).text for row in found] == ["Docks", "Docks", "Docks", "Docks", "Piers"]


@pytest.mark.parametrize(
    ("first", "themes"),
    [
        (" |  | and the quay |  | ", ["Docks", "Piers", "Piers"]),
        (" | A 3 | Mend | Voss | Jul 2032", ["Docks", "Piers", None, None]),
    ],
    ids=["cut", "whole"],
)
def test_the_group_of_a_row_cut_by_the_break_goes_on(first: str, themes: list[str | None]) -> None:
    above = rows("Docks | A 1 | Dredge | Kerr | Jun 2032", "Piers | A 2 | Paint the lights | Voss | Jul 2032")
    found = joined(above, rows(first, "^ | A 4 | Let | Kerr | Jul 2032", page=2), 5)
    covering = [row.covering(0) for row in found]
    assert [cell.text or None if cell else None for cell in covering] == themes


def test_a_merged_cell_that_begins_anew_does_not() -> None:
    above = rows("Docks | A 1 | Dredge", "^ | A 2 | Paint")
    found = joined(above, rows("Ferries | A 3 | Mend", "^ | A 4 | Let", page=2), 3)
    assert [row.covering(0).text for row in found] == ["Docks", "Docks", "Ferries", "Ferries"]


@pytest.mark.parametrize(("filled", "regular"), [(2, [0]), (3, [0, 1])])
def test_a_column_is_filled_in_each_row_when_it_is_in_most(filled: int, regular: list[int]) -> None:
    printed = rows(*[f"A {n} | {'May' if n < filled else ''}" for n in range(4)])
    assert Filled().regular(printed, 2) == regular
