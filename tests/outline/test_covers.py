"""What makes a cover and what a page's title, each limit on both sides."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from outline.typeset import across, column, page, put

from agendapack.extract.model import Rule, Word
from agendapack.extract.outline import outline

TEXT = column(60, 260, *["Text of the paper that runs on over the page and tells what is done"] * 30)
NORMAL = page(2, TEXT)


def titled(*lines: list[Word], rules: Iterable[Rule] = ()) -> str:
    """The title of the first page, if it is a cover; the next one is plain text."""
    spans = outline([page(1, *lines, rules=rules), NORMAL]).plans
    return next((span.title for span in spans if span.kind == "cover"), "")


TITLE = "Harbour Plan"


@pytest.mark.parametrize(("lines", "cover"), [(12, True), (13, False)])
def test_a_cover_has_few_lines(lines: int, cover: bool) -> None:
    small = [put(90, 400 + 20 * i, "a") for i in range(lines - 1)]
    assert (titled(put(90, 300, TITLE, size=26), *small) == TITLE) == cover


@pytest.mark.parametrize(("size", "cover"), [(17.5, True), (15.0, False)])
def test_the_title_of_a_cover_is_large(size: float, cover: bool) -> None:
    assert (titled(put(90, 300, TITLE, size=size), put(90, 400, "May")) == TITLE) == cover


@pytest.mark.parametrize(("letters", "cover"), [(18, True), (40, False)])
def test_a_cover_holds_little_but_its_title(letters: int, cover: bool) -> None:
    assert (titled(put(90, 300, TITLE, size=26), put(90, 400, "a" * letters)) == TITLE) == cover


@pytest.mark.parametrize(("rules", "cover"), [(8, True), (9, False)])
def test_what_rules_draw_is_no_cover(rules: int, cover: bool) -> None:
    drawn = [across(500 + 10 * i) for i in range(rules)]
    assert (titled(put(90, 300, TITLE, size=26), rules=drawn) == TITLE) == cover


@pytest.mark.parametrize(("size", "title"), [(21.0, "Harbour Plan for Quays"), (18.0, TITLE)])
def test_a_title_goes_on_in_nearly_its_size(size: float, title: str) -> None:
    assert titled(put(90, 300, TITLE, size=26), put(90, 340, "for Quays", size=size)) == title


def named_later(top: float = 60.0, size: float = 20.0, before: float = 20.0) -> bool:
    """Whether a title on the second page begins another paper."""
    pages = [
        page(1, put(60, 60, "Quays", size=before), TEXT),
        page(2, put(60, top, "Ferries", size=size), TEXT),
    ]
    return "Ferries" in [span.title for span in outline(pages).plans]


@pytest.mark.parametrize(("top", "begins"), [(175, True), (195, False)])
def test_a_title_stands_at_the_top_of_its_page(top: float, begins: bool) -> None:
    assert named_later(top=top) == begins


@pytest.mark.parametrize(("size", "begins"), [(14.0, True), (12.5, False)])
def test_a_title_is_larger_than_the_text(size: float, begins: bool) -> None:
    assert named_later(size=size, before=size) == begins


@pytest.mark.parametrize(("size", "begins"), [(18.5, True), (17.0, False)])
def test_a_title_is_about_as_large_as_the_one_before(size: float, begins: bool) -> None:
    assert named_later(size=size) == begins
