"""Heat maps of risks and counts by rating are no lists of them."""

from __future__ import annotations

import pytest
from sheets import table

from agendapack.extract.recognise import recognise
from agendapack.extract.recognise.matrix import counts_by_rating, is_matrix

MATRIX = (
    "*LIKELIHOOD | *3 | {green} | {amber} QR1 | {red} QR2",
    "^ | *2 | {green} | {green} QR3 / QR4 | {amber}",
    "^ | *1 | {green} | {green} | {green}",
    " | | 1 | 2 | 3",
)


def test_a_matrix_lists_nothing() -> None:
    assert is_matrix(table(*MATRIX))
    assert recognise([table(*MATRIX)])[0].kind == ""


def test_a_scale_with_words() -> None:
    assert is_matrix(
        table(
            "3 Likely | {green} 3 | {red} 9",
            "2 Possible | {green} 2 | {red} 6",
            "1 Rare | {green} 1 | {green} 3",
        )
    )


@pytest.mark.parametrize(
    "rows",
    [
        (
            "1 | {red} Cranes fail | {red} Mend",
            "2 | {red} Silt | {red} Dredge",
            "3 | {red} Fire | {red} Drill",
        ),
        ("3 | 9 | 4", "2 | 6 | 2", "1 | 3 | 1"),
        ("7 | {red} 9", "2 | {red} 6", "1 | {red} 3"),
        ("2 | {red} 9", "1 | {red} 6"),
        ("3 | {green} 3 | {red} 6 | 9", "2 | {green} 2 | 4 | 6", "1 | {green} 1 | {green} 2 | 3"),
        (
            "1 Berths let | {red} 204 | {green} 210",
            "2 Boats | {red} 61 | {red} 60",
            "3 Eels | {red} 9 | {red} 8",
        ),
        ("{red} Berths | 1 | {red} 204", "{red} Boats | 2 | {red} 61", "{red} Eels | 3 | {red} 9"),
    ],
    ids=[
        "a numbered list",
        "no colours",
        "no scale",
        "two steps",
        "few colours",
        "numbered names",
        "names before numbers",
    ],
)
def test_what_is_no_matrix(rows: tuple[str, ...]) -> None:
    assert not is_matrix(table(*rows))


COUNTS = (
    (
        "*Service | *Actions by traffic light | < | <",
        "^ | *Red | *Amber | *Green",
        "Harbour | 0 | 9 | 10",
        "Estates | 1 | 2 | 7",
    ),
    ("*Portfolio | *Red No. | *Red | *Amber | *Green", "Harbour | 1 | 5% | 42.1% | 52.6%"),
    ("*KPI summary | *GREEN | *AMBER | *RED | *Total", "Harbour | 2 | 2 | 1 | 5"),
)


@pytest.mark.parametrize("printed", COUNTS)
def test_counts_by_rating_list_no_records(printed: tuple[str, ...]) -> None:
    (found,) = recognise([table(*printed)])
    assert (found.kind, found.reasons) == ("", ("counts by rating",))


def test_texts_under_ratings_are_no_counts() -> None:
    assert not counts_by_rating(
        table("*Measure | *Red | *Amber | *Green", "Ships | below 80% | 80% | over 90%")
    )
    assert not counts_by_rating(table("*Measure | *Target | *Actual | *Red", "Ships | 80 | 90 | 70"))
