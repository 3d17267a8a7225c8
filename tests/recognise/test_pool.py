"""Tables of a pack under the same head: what one shows tells what the others list."""

from __future__ import annotations

from dataclasses import replace

from sheets import table

from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise import Recognised, recognise
from agendapack.extract.recognise.decide import proposals
from agendapack.extract.recognise.pool import pooled

HEAD = "*What we said | *How far we are | *Who"
FULL = (
    "Open a second ferry landing | Design agreed in May | Jo Kerr",
    "Repair the sea wall before winter | Contract let | Ann Vale",
    "Train ten new wardens | Six trained so far | Jo Kerr",
)
BARE = ("Ferry landings | | ", "Walls | Done | ")


def read(*sheets: tuple[str, ...]) -> list[Recognised]:
    return recognise(replace(table(*sheet), table_id=f"t{n:03}") for n, sheet in enumerate(sheets))


def test_a_table_that_shows_little_is_what_its_like_are() -> None:
    assert [found.kind for found in read((HEAD, *BARE))] == [""]
    assert [found.kind for found in read((HEAD, *FULL), (HEAD, *BARE))] == ["actions", "actions"]


def test_each_record_counts_alike() -> None:
    many = [(HEAD, *BARE)] * 6
    assert {found.kind for found in read((HEAD, *FULL), *many)} == {""}
    assert {found.kind for found in read((HEAD, *FULL * 4), *many)} == {"actions"}


def test_another_head_or_one_title_alone_says_nothing_of_a_table() -> None:
    other = HEAD.replace("Who", "Ward")
    assert [found.kind for found in read((HEAD, *FULL), (other, *BARE))] == ["actions", ""]
    sheets = [tuple(row.split(" | ")[0] for row in (HEAD, *rows)) for rows in (FULL, BARE)]
    assert [found.chance for found in read(*sheets)] == [read(sheet)[0].chance for sheet in sheets]


def test_two_titles_tell_what_one_does_not() -> None:
    head, full = "*What we said | *How far we are", tuple(row.rsplit(" | ", 1)[0] for row in FULL)
    bare = tuple(row.rsplit(" | ", 1)[0] for row in BARE)
    alone = read((head, *bare))[0].chance
    assert read((head, *full), (head, *bare))[1].chance != alone


def test_columns_mean_the_same_in_each_table() -> None:
    first, second = read((HEAD, *FULL), (HEAD, *BARE))
    assert first.reading and second.reading
    assert [(r.column, r.name) for r in first.reading.roles] == [
        (r.column, r.name) for r in second.reading.roles
    ]


def test_a_column_may_mean_another_thing_in_one_table() -> None:
    head = "*Action | *Measure | *Lead"
    texts = (
        "Open a second ferry landing | Passengers are carried in every season of the year | Jo Kerr",
        "Repair the sea wall before winter | No house behind the wall is flooded again | Ann Vale",
    )
    refs = (
        "Train ten new wardens | KPI 3, KPI 4 | Jo Kerr",
        "Dredge the inner basin | KPI 7 | Ann Vale",
        "Let the last three berths | KPI 9 | Jo Kerr",
    )
    plain = [next(proposals(table(head, *rows), Around())) for rows in (texts * 3, refs)]
    meanings = [each.meanings(1) for each in pooled(plain) if each]
    assert [max(each, key=each.__getitem__) for each in meanings] == ["definition", "indicator_refs"]


def test_projects_with_a_date_to_a_stage_say_nothing_of_tables_without_dates() -> None:
    head = "*Project | *Full business case | *Start on site | *Completion"
    dated = (
        "Repair of the sea wall | March 2031 | June 2031 | May 2032",
        "Second ferry landing | April 2031 | July 2031 | June 2032",
        "New slipway at the yard | May 2031 | August 2031 | July 2032",
    )
    moved = ("Repair of the sea wall | 3 | 4 | 4", "Second ferry landing | 0 | 1 | 1")
    milestones, months = read((head, *dated), (head, *moved))
    assert milestones.kind == "milestones"
    assert months.chance == read((head, *moved))[0].chance
