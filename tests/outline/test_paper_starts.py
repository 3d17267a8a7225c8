"""On which page the papers of an agenda's item start."""

from __future__ import annotations

import pytest
from outline.typeset import page, put

from agendapack.extract.outline.lines import lines
from agendapack.extract.outline.paper_starts import start_pages


def start(title: str, above: int = 2) -> int | None:
    text = [put(60, 40 + 14 * i, f"paragraph {i} tells something") for i in range(above)]
    pages = [page(1), page(2), page(3, *text, put(60, 40 + 14 * above, title, "b"))]
    (found,) = start_pages(pages, {p.number: lines(p) for p in pages}, {}, [("4", title, None)], 1)
    return found


@pytest.mark.parametrize(("above", "page_number"), [(9, 3), (10, None)])
def test_a_report_names_itself_among_its_first_lines(above: int, page_number: int | None) -> None:
    assert start("Harbour dues and fees", above) == page_number


@pytest.mark.parametrize(("title", "page_number"), [("Harbours", 3), ("Harbour", None)])
def test_a_short_title_may_stand_anywhere(title: str, page_number: int | None) -> None:
    assert start(title) == page_number
