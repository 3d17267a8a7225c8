"""Reconcile: a sheet comes in; which of its columns count ratings, and which add those up, goes out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.normalise.rag import rag_of_text
from agendapack.extract.normalise.totals import is_total
from agendapack.extract.reconcile.figures import FigureSheet
from agendapack.extract.reconcile.vocabulary import words

MIN_COLOURS = 2
"""Columns headed with ratings or ways of standing that make a table one of counts."""

MAX_HEAD = 3
"""Rows in which the titles of a table stand, where nothing tells how many are its head."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Counts of ratings by group: whole numbers, which nothing rounds."""

    sheet: FigureSheet
    colours: Mapping[int, str]
    """Rating, or way of standing, by column."""
    head: int
    """The row of their titles."""
    total: int | None
    """The column that adds them up."""
    groups: tuple[int, ...]
    """Rows of one group each."""
    sums: tuple[int, ...]
    """Rows that add up the groups above them."""

    def count(self, row: int, column: int) -> int:
        """The number printed; an empty cell counts none."""
        found = self.sheet.figures[row][column]
        return int(found.value) if found else 0

    def title(self, column: int) -> str:
        """What is printed over a column."""
        return self.sheet.rows[self.head][column]

    def counts(self, row: int) -> dict[str, int]:
        """The numbers of a row by rating."""
        return {colour: self.count(row, column) for column, colour in self.colours.items()}


def matrices(sheets: tuple[FigureSheet, ...]) -> Iterator[Matrix]:
    """The tables that count ratings by group."""
    for sheet in sheets:
        colours, head = _head(sheet)
        rows = [r for r in range(head + 1, len(sheet.rows)) if sheet.label(r) and _whole(sheet, r, colours)]
        if len(colours) < MIN_COLOURS or len(set(colours.values())) < len(colours) or not rows:
            continue
        beyond = range(max(colours) + 1, len(sheet.rows[head]))
        total = next((c for c in beyond if is_total(sheet.rows[head][c])), None)
        colours = _with_others(sheet, colours, head, total)
        sums = tuple(r for r in rows if is_total(sheet.label(r)))
        yield Matrix(sheet, colours, head, total, tuple(r for r in rows if r not in sums), sums)


def _head(sheet: FigureSheet) -> tuple[dict[int, str], int]:
    """The ratings by column in the first row that has them, be it known for a head or not, and that row."""
    for number, row in enumerate(sheet.rows[: max(MAX_HEAD, sheet.body.start)]):
        colours = {column: found for column, text in enumerate(row) if (found := stands_for(text))}
        if len(colours) >= MIN_COLOURS:
            return colours, number
    return {}, 0


def _with_others(sheet: FigureSheet, colours: dict[int, str], head: int, total: int | None) -> dict[int, str]:
    """The columns between the first of the ratings and their total: "Slightly below" is one of them."""
    titles = sheet.rows[head]
    others = {c: titles[c] for c in range(min(colours), total or 0) if c not in colours and titles[c].strip()}
    return dict(sorted({**others, **colours}.items()))


def stands_for(text: str) -> str:
    """The rating or the way of standing that a text is ("Green", "Complete"); empty when it is neither."""
    plain = " ".join(text.split()).casefold()
    return rag_of_text(text) or (plain if plain in words("status", "words") else "")


def _whole(sheet: FigureSheet, row: int, colours: Mapping[int, str]) -> bool:
    """Whether the row has a number under a rating, and nothing but whole numbers there."""
    found = [sheet.figures[row][c] for c in colours]
    filled = [f for f in found if f]
    words_there = any(sheet.unread(row, c) for c in colours)
    return (
        bool(filled)
        and not words_there
        and all(f.value == int(f.value) >= 0 and not f.percent for f in filled)
    )
