"""Both sides of what defines the clues of cells, titles and tables; how much each counts is learned."""

from __future__ import annotations

import numpy as np
import pytest
from sheets import grid, table

from agendapack.extract.model import Cell
from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise.columns import Column, columns_of
from agendapack.extract.recognise.context import meaning_signs, standing_signs
from agendapack.extract.recognise.heads import title_signs
from agendapack.extract.recognise.looks import column_looks, text_looks
from agendapack.extract.recognise.model import learned
from agendapack.extract.recognise.shapes import colour_only, share


def column(title: str, *cells: str) -> Column:
    (found,) = columns_of(made := table(f"*{title}", *cells), made.rows[:1], made.rows[1:])
    return found


def cells(*texts: str) -> tuple[Cell, ...]:
    return grid(*texts).cells


# --- texts -----------------------------------------------------------------------------------------


def text(start: str, length: int, end: str = "") -> str:
    """A text so long that begins and ends as said."""
    return f"{start.ljust(length - len(end), 'x')}{end}"


@pytest.mark.parametrize(
    ("printed", "look", "shown"),
    [
        pytest.param("x" * 4, "a sign", True, id="CODE_CHARS"),
        pytest.param("x" * 5, "a sign", False, id="CODE_CHARS more"),
        pytest.param("x" * 14, "a word", True, id="SHORT_CHARS"),
        pytest.param("x" * 15, "a word", False, id="SHORT_CHARS more"),
        pytest.param("x" * 40, "a few words", True, id="LINE_CHARS"),
        pytest.param("x" * 41, "a few words", False, id="LINE_CHARS more"),
        pytest.param("x" * 90, "a line", True, id="SENTENCE_CHARS"),
        pytest.param("x" * 91, "a line", False, id="SENTENCE_CHARS more"),
        pytest.param("x" * 220, "a sentence", True, id="LONG_CHARS"),
        pytest.param("x" * 221, "a sentence", False, id="LONG_CHARS more"),
        pytest.param(text("", 160, " will"), "says what will be", True, id="READ_CHARS"),
        pytest.param(text("", 161, " will"), "says what will be", False, id="READ_CHARS beyond"),
        pytest.param(text("80-89% ", 48), "a range", True, id="DATE_CHARS"),
        pytest.param(text("80-89% ", 49), "a range", False, id="DATE_CHARS more"),
        pytest.param(text("Jo Kerr, ", 120), "a name", True, id="PEOPLE_CHARS"),
        pytest.param(text("Jo Kerr, ", 121), "a name", False, id="PEOPLE_CHARS more"),
        pytest.param("5", "1 to 5", True, id="TOP_RATING"),
        pytest.param("6", "1 to 5", False, id="TOP_RATING more"),
        pytest.param("25", "1 to 25", True, id="TOP_SCORE"),
        pytest.param("26", "1 to 25", False, id="TOP_SCORE more"),
        pytest.param("14/03/2 bc", "a short code", True, id="MAX_CODE_CHARS"),
        pytest.param("14/03/2 bcd", "a short code", False, id="MAX_CODE_CHARS more"),
        pytest.param("4 x 5 = 20".center(24), "a risk rating", True, id="MAX_RATING_CHARS"),
        pytest.param("4 x 5 = 20".center(25), "a risk rating", False, id="MAX_RATING_CHARS more"),
        pytest.param("000005", "1 to 5", True, id="MAX_INT_DIGITS"),
        pytest.param("0000005", "1 to 5", False, id="MAX_INT_DIGITS more"),
    ],
)
def test_looks_of_a_text(printed: str, look: str, shown: bool) -> None:
    assert (look in text_looks(printed)) is shown


@pytest.mark.parametrize(("dates", "seen"), [(12, True), (13, False)], ids=["SAMPLE", "SAMPLE more"])
def test_twelve_cells_of_a_column_tell_its_looks(dates: int, seen: bool) -> None:
    looks = column_looks(column("Done", *["Sweep the quay"] * (dates - 1), "March 2032"))
    assert ("a date" in looks) is seen


@pytest.mark.parametrize(
    ("shape", "printed", "shown"),
    [
        pytest.param("level", "Likely or nearly", True, id="LEVEL_CHARS"),
        pytest.param("level", "Likely, or nearly", False, id="LEVEL_CHARS more"),
        pytest.param("ref", "14/03/2 bc", True, id="MAX_CODE_CHARS"),
        pytest.param("ref", "14/03/2 bcd", False, id="MAX_CODE_CHARS more"),
        pytest.param("text", "x" * 14, True, id="MIN_TEXT_CHARS"),
        pytest.param("text", "x" * 13, False, id="MIN_TEXT_CHARS fewer"),
        pytest.param("people", text("Jo Kerr, ", 120), True, id="PEOPLE_CHARS"),
        pytest.param("people", text("Jo Kerr, ", 121), False, id="PEOPLE_CHARS more"),
    ],
)
def test_shapes_of_a_cell(shape: str, printed: str, shown: bool) -> None:
    assert share(shape, cells(printed)) == shown


@pytest.mark.parametrize(("others", "seen"), [(39, 1 / 40), (40, 0.0)], ids=["SAMPLE", "SAMPLE more"])
def test_forty_cells_of_a_column_tell_its_shape(others: int, seen: float) -> None:
    assert share("date", cells(*["Sweep the quay"] * others, "March 2032")) == seen


@pytest.mark.parametrize(
    ("coloured", "alone"), [(3, True), (2, False)], ids=["COLOURED_SHARE", "COLOURED_SHARE less"]
)
def test_a_column_that_speaks_by_its_colours(coloured: int, alone: bool) -> None:
    assert colour_only(column("Rating", *["{red}"] * coloured, *[""] * (5 - coloured))) is alone


# --- titles and tables -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "long"), [(7, False), (8, True)], ids=["LONG_TITLE_WORDS", "LONG_TITLE_WORDS more"]
)
def test_a_long_title(words: int, long: bool) -> None:
    assert ("a long title" in title_signs(column(" ".join(["Quay"] * words), "cell"))) is long


def standing(columns: int = 2, rows: int = 1, above: tuple[str, ...] = ()) -> dict[str, float]:
    """What a table of columns and rows shows under such headings."""
    made = table(" | ".join(["*Quay"] * columns), *[" | ".join(["swept"] * columns)] * rows)
    return standing_signs(made, [{}], Around(above=above))


@pytest.mark.parametrize(
    ("columns", "size"), [(12, 1.0), (11, 11 / 12), (13, 1.0)], ids=lambda n: f"MANY_COLUMNS {n}"
)
def test_more_columns_than_twelve_tell_no_more(columns: int, size: float) -> None:
    assert standing(columns=columns)["columns"] == size


@pytest.mark.parametrize(("rows", "few"), [(3, 1.0), (4, 0.0)], ids=["FEW_ROWS", "FEW_ROWS more"])
def test_a_short_table(rows: int, few: float) -> None:
    assert standing(rows=rows)["few rows"] == few


@pytest.mark.parametrize(
    ("above", "heard"),
    [
        pytest.param(("Harbour", "One", "Two"), True, id="HEADINGS"),
        pytest.param(("Harbour", "One", "Two", "Three"), False, id="HEADINGS further up"),
        pytest.param((text("Harbour ", 120),), True, id="MAX_HEADING_CHARS"),
        pytest.param((text("Harbour ", 121),), False, id="MAX_HEADING_CHARS more"),
    ],
)
def test_headings_over_a_table(above: tuple[str, ...], heard: bool) -> None:
    assert ("over it: harbour" in standing(above=above)) is heard


def meanings(*likely: str) -> dict[str, float]:
    """What columns that surely mean this show together."""
    classes = learned()["columns"].classes
    chances = np.zeros((len(likely), len(classes)))
    chances[range(len(likely)), [classes.index(meaning) for meaning in likely]] = 1.0
    return meaning_signs(chances, classes)


@pytest.mark.parametrize("columns", [2, 3, 4], ids=lambda n: f"MAX_VALUES {n}")
def test_more_columns_of_values_than_three_tell_no_more(columns: int) -> None:
    assert meanings(*["value"] * columns)["columns of values"] == min(columns, 3)


def test_a_tenth_of_doubt_weighs_against_a_subject() -> None:
    """UNKNOWN keeps it from being certain."""
    assert meanings("risk", "ref")["risks: a risk rather than anything else"] == pytest.approx(1 / 1.1)


def test_what_is_to_be_done_is_the_action_where_no_column_is_the_risk() -> None:
    sign = "actions: a action and something beside it"
    assert meanings("further", "due")[sign] == meanings("action", "due")[sign] == 1.0
    assert meanings("further", "due", "risk")[sign] == 0.0
    assert meanings("mitigations", "due")[sign] == meanings("success", "due")[sign] == 0.0


def test_a_subject_by_another_name_stands_beside_no_column_but_others() -> None:
    assert meanings("further")["actions: a action and something beside it"] == 0.0
