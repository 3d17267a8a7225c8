"""Outline: the entries of an agenda without a head go in, the columns right of its titles come out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from agendapack.extract.outline.entries import Entry, Head
from agendapack.extract.outline.lines import TextLine
from agendapack.extract.outline.roles import is_role, names_who_leads
from agendapack.extract.outline.titles import printed_pages

FLUSH_PT = 1.5
"""Stretches of one column begin this close to each other."""
MIN_CELLS = 3
"""So many entries have a cell in the column."""
MIN_PAGES = 2
"""So many page numbers show their column."""
MIN_POSTS = 2
"""So many posts that begin at one place show theirs."""
MOST = 0.5
"""This share of the entries has a cell in the column; a column is what this share of its cells is."""


def side_columns(entries: Sequence[Entry]) -> Head | None:
    """The columns where stretches behind the titles stand one below another, if some are no pages or posts.

    Pages and posts are known by what they are, wherever they stand; anything else only by its place.
    """
    beside = [part for entry in entries for part in entry.rest[1:]]
    columns: list[tuple[str, float, float]] = []
    for part in sorted(beside, key=lambda part: part.box.x0):
        cells = [other for other in beside if abs(other.box.x0 - part.box.x0) <= FLUSH_PT]
        known = columns and part.box.x0 - columns[-1][1] <= 2 * FLUSH_PT
        if not known and len(cells) >= max(MIN_CELLS, MOST * len(entries)):
            columns.append((_role(cells), min(c.box.x0 for c in cells), max(c.box.x1 for c in cells)))
    if all(role != "other" for role, _, _ in columns):
        return None
    left = min(entry.rest[0].box.x0 for entry in entries if entry.rest)
    return Head((("title", left, left), *columns), named=False)


def in_page_column(entries: Sequence[Entry]) -> Callable[[TextLine], bool]:
    """Whether a stretch stands where the pages of other items do, behind all titles, whatever it says.

    "Separate", "To follow", "–": nothing but its place tells it from a title's last word.
    """
    pages = [part for entry in entries for part in entry.rest[1:] if printed_pages(part.text) is not None]
    titles = [part for entry in entries for part in entry.rest if part not in pages]

    def stands(part: TextLine) -> bool:
        if sum(_flush(part, page) for page in pages) < MIN_PAGES or names_who_leads(part.text):
            return False
        return all(t.box.x1 <= part.box.x0 or any(_flush(t, page) for page in pages) for t in titles)

    return stands


def in_officer_column(entries: Sequence[Entry]) -> Callable[[TextLine], bool]:
    """Whether a stretch says who leads an item where the posts of other items begin: a person's name too."""
    beside = [part for entry in entries for part in entry.rest[1:]]
    posts = [part for part in beside if is_role(part.text)]

    def stands(part: TextLine) -> bool:
        begin = sum(abs(part.box.x0 - post.box.x0) <= FLUSH_PT for post in posts)
        return begin >= MIN_POSTS and names_who_leads(part.text)

    return stands


def _flush(part: TextLine, other: TextLine) -> bool:
    """Whether two stretches begin, end or have their middles in one place."""
    a, b = part.box, other.box
    return min(abs(a.x0 - b.x0), abs(a.x1 - b.x1), abs(a.x0 + a.x1 - b.x0 - b.x1) / 2) <= FLUSH_PT


def _role(cells: Sequence[TextLine]) -> str:
    tests = {
        "pages": [printed_pages(cell.text) is not None for cell in cells],
        "officer": [names_who_leads(cell.text) for cell in cells],
    }
    return next((role for role, held in tests.items() if sum(held) > MOST * len(cells)), "other")
