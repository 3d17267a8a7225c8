"""What a table hides is a finding, once, and only when it says something."""

from __future__ import annotations

from dataclasses import replace

import pytest
from find.drawn import lattice, page, words
from sheets import table

from agendapack.extract.find import find_grids
from agendapack.extract.model import Box, Table, Word
from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise import Recognised, recognise
from agendapack.extract.recognise.columns import Column
from agendapack.extract.records import records
from agendapack.extract.records.doubts import column_doubts, doubts, table_doubts, unread_tables
from agendapack.extract.records.draft import DraftRows
from agendapack.extract.records.fields import Fields
from agendapack.extract.records.kinds import MAKERS, Maker

LABELS = [w for i in range(3) for t, x in (("Parks", 64), ("41", 184)) for w in words(t, x, 112 + 20 * i)]
CASES = [
    (words("Do not publish", 64, 132 + 40), "Do not publish"),
    (words("elsewhere", 64, 400), None),
    (words("Parks", 64.5, 112), None),  # a shadow of what shows
    (words("–", 184, 172), None),
]


@pytest.mark.parametrize(("hidden", "quoted"), CASES)
def test_hidden_text_inside_a_table_is_reported(hidden: list[Word], quoted: str | None) -> None:
    drawn = page(LABELS, lattice([60, 180, 300], [98, 118, 138, 158, 178]))
    seen = replace(drawn, hidden=tuple(hidden))
    found = [f for f in doubts([seen], find_grids(seen)) if f.kind == "unread_text"]
    assert [p.quote for f in found for p in f.places] == ([quoted] if quoted else [])


def test_an_older_reading_of_a_scan_is_not_reported() -> None:
    drawn = page([replace(w, certainty=0.9) for w in LABELS], lattice([60, 180, 300], [98, 118, 138, 158]))
    seen = replace(drawn, hidden=tuple(words("Parhs", 64, 112)))
    assert doubts([seen], find_grids(seen)) == ()


def test_columns_nobody_knows_are_named_once_and_not_for_the_period_in_their_titles() -> None:
    found = recognise(
        [
            table(
                "*Ref | *Action | *Lead | *Q1 milestone | *Q2 milestone | *Source | *Cost | *Wind | *Moon",
                "QA 1 | Mend it | Jo Kerr | Begun | Hired | Audit | £4,000 | North west | A new one",
            )
        ]
    )
    (told,) = column_doubts(found)
    assert "the columns 'Wind', 'Moon' play no known part" in told.detail and len(told.places) == 2


@pytest.mark.parametrize(
    ("said", "reasons", "told"),
    [
        (
            False,
            ("risks with probability 0.42: one row +2.2",),
            "may list risks (42% likely). That is too unsure, so no row was made of it.",
        ),
        (
            True,
            ("so said by A. Ward on 2032-01-02",),
            "may list risks (so said by A. Ward on 2032-01-02). That is too unsure",
        ),
    ],
)
def test_a_table_in_doubt_is_told_in_words(said: bool, reasons: tuple[str, ...], told: str) -> None:
    table = Table("t1", 3, 3, Box(0, 0, 9, 9), 1, (), ())
    found = Recognised(table, "", (), None, reasons, chance=0.42, guess="risks", said=said)
    (finding,) = table_doubts([found])
    assert told in finding.detail and "+2.2" not in finding.detail
    assert finding.detail.startswith("a table without titles may list")
    assert finding.detail.endswith("on the review page, among the tables in doubt.")


def test_cards_in_doubt_lead_to_each_of_them() -> None:
    """No file of tables holds them, so that nothing can be said of them on the review page."""
    cards = [
        replace(find_grids(page(LABELS, lattice([60, 180, 300], [98, 118, 138, 158, 178])))[0], page=number)
        for number in (3, 4)
    ]
    columns = tuple(Column(n, (title,), ()) for n, title in enumerate(("Lead", "Review on")))
    of_them = Table("", 3, 3, cards[0].box, 1, (), tuple(cards))
    (finding,) = table_doubts([Recognised(of_them, "", columns, None, (), chance=0.54, guess="actions")])
    assert finding.detail == (
        "2 cards that say “Lead | Review on” each may list actions (54% likely). That is too unsure, so no "
        "row was made of them, nor a file in tables: see the pages."
    )
    assert [(place.page, place.quote) for place in finding.places] == [(3, "Parks"), (4, "Parks")]


@pytest.mark.parametrize(
    ("table_id", "told"),
    [("t1", "the table under “Introduction … 3” may"), ("", "that say “Introduction … 3”")],
)
def test_dots_that_lead_to_a_page_are_not_told(table_id: str, told: str) -> None:
    columns = (Column(0, ("Introduction............3",), ()),)
    table = Table(table_id, 3, 3, Box(0, 0, 9, 9), 1, (), ())
    (finding,) = table_doubts([Recognised(table, "", columns, None, (), chance=0.5, guess="actions")])
    assert told in finding.detail


@pytest.mark.parametrize(("confidence", "named"), [(0.4, 1), (0.6, 0)])
def test_tables_with_little_evidence_are_named(confidence: float, named: int) -> None:
    grid = replace(
        find_grids(page(LABELS, lattice([60, 180, 300], [98, 118, 138, 158, 178])))[0], confidence=confidence
    )
    assert len([f for f in doubts([], [grid]) if f.kind == "low_confidence"]) == named


def test_long_texts_are_quoted_in_part() -> None:
    grid = find_grids(page(LABELS, lattice([60, 180, 300], [98, 118, 138, 158, 178])))[0]
    (told,) = doubts([], [replace(grid, left_over=tuple(words("quays " * 60, 60, 300)), confidence=1.0)])
    assert [len(place.quote) for place in told.places] == [200]


def test_a_table_whose_rows_cannot_be_made_costs_no_other_table(monkeypatch: pytest.MonkeyPatch) -> None:
    plans = [
        table("*Action | *Due date | *Lead officer", f"Paint crane {n} | May 2032 | Jo Kerr") for n in "123"
    ]
    first, second, third = (replace(plan, table_id=str(n)) for n, plan in enumerate(plans))

    def unforeseen(fields: Fields, here: object, made: DraftRows) -> None:
        of_row(fields, here, made)  # type: ignore[arg-type]
        if fields.found.table.table_id == "1":
            raise ZeroDivisionError("by nought")

    of_row = MAKERS["actions"].of_row
    monkeypatch.setitem(MAKERS, "actions", Maker(of_row=unforeseen))
    made = records(recognise([first, second, third]), lambda _: Around())
    assert [one.source.table_id for one in made.actions] == ["0", "2"]
    (told,) = unread_tables(made.unread)
    assert (told.kind, told.severity, told.source.table_id) == ("unread_page", "error", "1")
    assert "ZeroDivisionError: by nought" in told.detail
