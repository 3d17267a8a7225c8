"""A later agenda of a pack is one where all witnesses of a front sheet are there."""

from __future__ import annotations

import pytest
from outline.typeset import column, page, put

from agendapack.extract.model import Page, Word
from agendapack.extract.outline import outline

USUAL = ("Apologies for absence", "Declarations of interest", "Minutes of the last meeting")
OTHER = ("Harbour dues", "Berths on the north quay", "Repairs to the slip")
DAY, AGENDA = put(60, 110, "Tuesday, 4 June 2024 at 6.30 pm, Town Hall"), put(60, 140, "AGENDA", "b", 14)


def sheet(number: int, *over: list[Word], titles: tuple[str, ...] = USUAL) -> Page:
    items = [put(60, 180 + 30 * i, f"{i + 1}. |95 {title}") for i, title in enumerate(titles)]
    return page(number, *over, *items)


@pytest.mark.parametrize(
    ("later", "items"),
    [
        (sheet(3, DAY, AGENDA), 6),
        (sheet(3, AGENDA), 3),
        (sheet(3, DAY), 3),
        (sheet(3, DAY, AGENDA, titles=OTHER), 3),
    ],
    ids=["all", "no day", "not announced", "no usual items"],
)
def test_a_second_agenda_needs_all_witnesses(later: Page, items: int) -> None:
    paper = page(2, column(60, 60, *["Text of a paper that runs on over the page and says much"] * 9))
    assert len(outline([sheet(1, DAY, AGENDA), paper, later]).agenda) == items
