"""The columns of a table: header levels from the top down, and the cells below."""

from __future__ import annotations

import pytest
from sheets import table

from agendapack.extract.recognise.columns import Column, columns_of
from agendapack.extract.recognise.shapes import colour_only


def columns(*printed: str) -> list[Column]:
    made = table(*printed)
    return columns_of(made, [row for row in made.rows if row.kind == "header"], made.rows)


def test_levels_of_a_head_of_two_rows() -> None:
    made = columns("*Ref | *Target | <", "^ | *2031/32 | *2032/33", "A 1 | 3 | 4", "A 2 | 5 | 6")
    assert [c.levels for c in made] == [("Ref",), ("Target", "2031/32"), ("Target", "2032/33")]
    assert [[cell.text for cell in c.cells] for c in made] == [["A 1", "A 2"], ["3", "5"], ["4", "6"]]


def test_ways_to_read_a_title() -> None:
    _, column = columns("*Ref | *Outturn (audited)", "^ | *2030/31", "A 1 | 7", "A 2 | 9")
    assert column.titles[0] == "Outturn (audited) 2030/31"
    assert {"2030/31", "Outturn 2030/31", "2030/31 Outturn (audited)"} <= set(column.titles)


@pytest.mark.parametrize(
    ("title", "sides"),
    [
        ("Schedule/Status", ("Schedule", "Status")),
        ("RAG /Due", ("RAG", "Due")),
        ("Y/Due", ()),
        ("Due/No", ()),
        ("Due date", ()),
        ("Red/Amber/Green", ()),
    ],
)
def test_a_title_with_a_slash_has_two_sides(title: str, sides: tuple[str, ...]) -> None:
    _, column = columns(f"*Ref | *{title}", "QB1 | Dredge")
    assert column.sides == sides


def test_cells_over_several_columns_and_bands_belong_to_none() -> None:
    made = columns("*Ref | *Action | *Due", "Theme: Docks | < | <", "A 1 | Dredge | <", "A 2 | Paint | May")
    assert [[cell.text for cell in c.cells] for c in made] == [["A 1", "A 2"], ["Paint"], ["May"]]


def test_colours_speak_only_where_nothing_is_printed() -> None:
    coloured, printed, grey = columns("*Now | *Then | *Next", *["{red} | {red} Red | {grey}"] * 3)
    assert (colour_only(coloured), colour_only(printed), colour_only(grey)) == (True, False, False)


def test_a_heading_goes_on_over_titles_with_nothing_above_them() -> None:
    made = columns(
        "*Ref | *2030/31 | | *2031/32 | | *Target", " | *Q1 | *Q2 | *Q1 | *Q2 | ", "A 1 | 3 | 4 | 5 | 6 | 7"
    )
    assert [c.levels for c in made] == [
        ("Ref",),
        ("2030/31", "Q1"),
        ("2030/31", "Q2"),
        ("2031/32", "Q1"),
        ("2031/32", "Q2"),
        ("Target",),
    ]


def test_no_heading_goes_on_where_titles_of_one_level_stand_below() -> None:
    made = columns(" | *2030/31 | | *2031/32", "*Ref | *Q1 | *Q2 | *Q1", "A 1 | 3 | 4 | 7")
    assert [c.levels for c in made] == [("Ref",), ("2030/31", "Q1"), ("Q2",), ("2031/32", "Q1")]


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("Timetable[iv]", "Timetable"),
        ("Score *", "Score"),
        ("Aim [12]", "Aim"),
        ("Risk [high]", "Risk [high]"),
    ],
)
def test_the_mark_of_a_note_is_no_part_of_a_title(printed: str, title: str) -> None:
    assert columns(f"*Ref | *{printed}", "A 1 | 3")[1].title == title
