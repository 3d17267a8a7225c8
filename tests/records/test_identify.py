"""Row ids, and the raw grids of the tables as they are printed."""

from __future__ import annotations

from sheets import table

from agendapack.extract.model import Action, Source
from agendapack.extract.recognise import recognise
from agendapack.extract.records.identify import numbered, table_entries


def test_ids_follow_the_printed_order() -> None:
    rows = [Action(Source(page=n), "Quays plan", f"Action {n}") for n in (1, 2)]
    made = numbered(rows, "actions", "quays-1a2b")
    assert [row.source.row_id for row in made] == ["quays-1a2b:action0001", "quays-1a2b:action0002"]
    assert {row.source.pack_id for row in made} == {"quays-1a2b"}


def grid(*printed: str) -> tuple[tuple[str, ...], ...]:
    (entry,) = table_entries(recognise([table(*printed)]), {}, "quays-1a2b")
    return entry.grid


def test_merged_cells_stand_in_their_top_left_place() -> None:
    assert grid("*Dock | *Boats | <", "^ | *2031 | *2032", "North | 3 | 4", "South | 5 | 6") == (
        ("Dock", "Boats", ""),
        ("", "2031", "2032"),
        ("North", "3", "4"),
        ("South", "5", "6"),
    )


def test_lines_become_one_and_bullets_a_list() -> None:
    assert grid("North / quay | • Nets / • Ropes", "South | Lamps")[0] == ("North quay", "Nets; Ropes")


def test_empty_rows_and_columns_are_left_out() -> None:
    assert grid("North | | 3", " | | ", "South | | 5") == (("North", "3"), ("South", "5"))


def test_entries_list_every_table() -> None:
    money = table("*Source | *2031/32", "Harbour dues | 420", "Total | 420", page=3)
    (entry,) = table_entries(recognise([money]), {"t001": "Dues of the year"}, "quays-1a2b")
    assert (entry.title, entry.kind, entry.rows, entry.columns, entry.header_rows) == (
        "Dues of the year",
        "",
        3,
        2,
        1,
    )
    assert (entry.source.row_id, entry.source.page) == ("quays-1a2b:t001", 3)
    assert [(c.row, c.column) for c in entry.layout.cells] == [(r, c) for r in range(3) for c in range(2)]
