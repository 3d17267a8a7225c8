"""Cards with labels over their values: the labels of one that begins a page look like a head again."""

from __future__ import annotations

from sheets import grid, texts

from agendapack.extract.model import Page, Table
from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise import recognise
from agendapack.extract.recognise.heads_again import with_heads_again
from agendapack.extract.recognise.key_value_cards import cards_as_rows
from agendapack.extract.records import records
from agendapack.extract.stitch import stitch

HEAD = "{grey}*Risk no. | {grey}*Risk | {grey}*Risk owner"
PLAIN = HEAD.replace("{grey}", "")


def card(number: int, text: str) -> list[str]:
    return [
        HEAD,
        f"SRR/0{number} | {text} | Harbour Master",
        "{grey}*Likelihood | {grey}*Impact | {grey}*Score",
        f"{number} | 4 | {4 * number}",
    ]


def stitched(*of_pages: list[str]) -> list[Table]:
    """The tables of pages each with a grid that fills it."""
    grids = [grid(*rows, page=n, top=600.0 if n == 1 else 50.0) for n, rows in enumerate(of_pages, 1)]
    pages = [Page(n, 595.0, 842.0) for n in range(1, len(of_pages) + 1)]
    return stitch(pages, grids, {page.number: [] for page in pages})


def test_a_head_that_was_printed_again_is_put_back() -> None:
    (table,) = stitched(card(1, "The north lock fails"), card(2, "The ferry sinks"))
    assert sum(row.cells[0].text == "Risk no." for row in table.rows) == 1
    again = with_heads_again(table)
    assert texts(again.rows, 3)[4:6] == [PLAIN.replace("*", ""), "SRR/02 | The ferry sinks | Harbour Master"]
    assert [row.page for row in again.rows] == [1] * 4 + [2] * 4


def test_a_table_without_one_is_as_it_was() -> None:
    (table,) = stitched([*card(1, "The north lock fails"), *card(2, "The ferry sinks")])
    assert with_heads_again(table) is table


def test_each_card_is_a_record() -> None:
    tables = stitched(card(1, "The north lock fails"), card(2, "The ferry sinks"))
    listed = cards_as_rows(tables[0])
    assert listed and len(listed.rows) == 3
    found = records(recognise(tables), lambda _: Around()).risks
    assert [(r.risk_ref, r.description, r.score) for r in found] == [
        ("SRR/01", "The north lock fails", "4"),
        ("SRR/02", "The ferry sinks", "8"),
    ]
