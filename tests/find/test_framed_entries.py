"""Frames whose first line names them with a reference and whose texts stand under marks."""

from __future__ import annotations

import pytest
from find.drawn import lattice, page, texts, words

from agendapack.extract.find import find_grids
from agendapack.extract.model import Grid

LONG = "The survey of the gates has been made and the hinges will be replaced before the autumn"


def framed(name: list[str], *entries: tuple[str, ...], gap: float = 24.0) -> list[Grid]:
    """A frame with a rule under its name and white above each entry."""
    at, text = 100.0, []
    for line in name:
        text += words(line, 60, at, bold=True)
        at += 12
    rule = at - 6
    for entry in entries:
        at += gap - 12
        for line in entry:
            text += words(line, 60, at)
            at += 12
    return find_grids(page(text, lattice([50, 540], [86, rule, at + 10])))


@pytest.mark.parametrize(
    "name", [["QR4: The lock gates fail"], ["QR4: The lock gates fail in a storm", "and at night"]]
)
def test_a_frame_of_entries_is_one_column_of_marks_and_texts(name: list[str]) -> None:
    (grid,) = framed(
        name, ("Complete", LONG, "and the winter."), ("Partly complete", "Jo Kerr keeps a log of it.")
    )
    assert grid.columns == 1
    assert [row[0] for row in texts(grid)] == [
        " ".join(name),
        "Complete",
        f"{LONG} and the winter.",
        "Partly complete",
        "Jo Kerr keeps a log of it.",
    ]


@pytest.mark.parametrize(
    ("name", "entries"),
    [
        (["Lock gates and quays"], (("Complete", LONG),)),  # no reference
        (["QR4: The lock gates fail"], ((LONG, LONG),)),  # no mark
        (["QR4: The lock gates fail"], (("Complete",),)),  # no text
    ],
)
def test_other_frames_are_no_tables(name: list[str], entries: tuple[tuple[str, ...], ...]) -> None:
    assert framed(name, *entries) == []


def test_a_mark_without_white_above_it_is_text() -> None:
    (grid,) = framed(["QR4: The lock gates fail"], ("Complete", LONG, "Complete", LONG))
    assert len(texts(grid)) == 3
