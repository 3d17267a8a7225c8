"""Reconcile: raw grids come in; each thing that one of their rows or cards is about goes out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Place
from agendapack.extract.normalise.refs import is_ref
from agendapack.extract.normalise.totals import is_total
from agendapack.extract.normalise.words import flat
from agendapack.extract.reconcile.figures import Figure, FigureSheet, figure
from agendapack.extract.reconcile.wording import stems

MIN_TITLES = 3
"""Filled cells, all words, of a row that begins another table in the same grid."""
MIN_CARDS = 2
"""Cards of one layout under each other before their labels tell that they are cards."""
MAX_NAME = 160
"""Characters of a name; what is longer is a text."""
MIN_CODES = 2
MOST_CODES = 0.7
"""Share of a column's filled cells that are codes."""
_CODE = re.compile(r"[A-Z]{1,6}[ ./-]?\d{1,4}(?:[./-]\d{1,3}){0,2}[a-z]?|\d{1,2}[a-z]")
_NUMBER = re.compile(r"\d{1,3}[.)]?")
_NAMED = re.compile(r"[^\W\d_]{3}")
_CARD = re.compile(r"^(?P<ref>\S{2,10}(?: \d{1,3})?)(?:\s+[–—:-]+\s+|:\s+)(?P<name>\S.*)$")
"""The line over a card: "SR-1 – Loss of a supplier"."""


@dataclass(frozen=True, slots=True)
class LabelledText:
    """What is printed under a title, or behind a label."""

    title: str
    text: str
    figure: Figure | None


@dataclass(frozen=True, slots=True)
class Thing:
    """What a row, or a card, is about, with what is printed of it."""

    name: str
    ref: str
    number: str
    """Its number where it has no ref: "3" of "Action 3"."""
    cells: tuple[LabelledText, ...]
    sheet: FigureSheet
    row: int
    listing: int
    """Which of all lists it stands in."""
    titles: tuple[str, ...]
    """Of the columns."""
    total: bool = False
    titles_by_column: Mapping[int, str] = field(default_factory=dict)
    titled: tuple[str, ...] = ()
    """Titles of the columns of its ref, number and name."""
    printed: Place | None = None
    """Where it is printed, if it is no row of its sheet."""

    @property
    def called(self) -> str:
        """What a reader would call it."""
        return self.ref or self.name

    @property
    def refs(self) -> tuple[str, ...]:
        """What it is known by."""
        return tuple(dict.fromkeys(r for r in (self.ref, self.name) if r))

    def place(self, quote: str) -> Place:
        """Where it is printed."""
        return replace(self.printed, quote=quote) if self.printed else self.sheet.place(self.row, quote)

    @property
    def stems(self) -> tuple[str, ...]:
        """The telling words of its name."""
        return stems(self.name)


def things(sheets: Sequence[FigureSheet]) -> Iterator[Thing]:
    """The things of all grids, list by list."""
    listing = 0
    for sheet in sheets:
        for rows, titles in _lists(sheet):
            listing += 1
            yield from _of_list(sheet, rows, titles, listing)
        if heads := _cards(sheet):
            listing += 1
            yield from _of_cards(sheet, heads, listing)


def _lists(sheet: FigureSheet) -> Iterator[tuple[list[int], Mapping[int, str]]]:
    """The rows of each table in a grid with the titles over them: a row of words alone may begin another."""
    titles = {c: sheet.own_header(c) for c in range(len(sheet.rows[0]))} if sheet.body.start else {}
    rows: list[int] = []
    for row in sheet.body:
        if _is_head(sheet, row):
            if rows and titles:
                yield rows, titles
            rows, titles = [], {c: text for c, text in enumerate(sheet.rows[row]) if text.strip()}
        elif titles:
            rows.append(row)
    if rows and titles:
        yield rows, titles


def _is_head(sheet: FigureSheet, row: int) -> bool:
    """Whether words stand in a row over columns of figures."""
    if row == sheet.body.start and sheet.body.start:
        return False
    filled = [c for c, text in enumerate(sheet.rows[row]) if text.strip()]
    figured = bisect_right(sheet.figured, row)
    if len(filled) < MIN_TITLES or any(sheet.figures[row]) or figured == len(sheet.figured):
        return False
    below = sheet.figured[figured]
    over = [c for c in filled if sheet.figures[below][c]]
    words = [sheet.rows[row][c] for c in over]
    return len(over) * 2 >= len(filled) - 1 > 0 and all(_NAMED.search(w) or "%" in w for w in words)


def _of_list(
    sheet: FigureSheet, rows: Sequence[int], titles: Mapping[int, str], listing: int
) -> Iterator[Thing]:
    coded, heads = _codes(sheet, rows), tuple(titles.values())
    for row in rows:
        printed = [(c, flat(t)) for c, t in enumerate(sheet.rows[row]) if t.strip()]
        if len(printed) < 2:
            continue
        ref = next((t for c, t in printed[:2] if c == coded or (is_ref(t) and not figure(t))), "")
        number = "" if ref else next((t.rstrip(".)") for _, t in printed[:1] if _NUMBER.fullmatch(t)), "")
        column, name = next(
            ((c, t) for c, t in printed[:3] if t != ref and _NAMED.search(t) and len(t) <= MAX_NAME), (-1, "")
        )
        if not (name or ref):
            continue
        cells = tuple(
            LabelledText(titles.get(c, ""), t, sheet.figures[row][c])
            for c, t in printed
            if c != column and t != ref and not (number and c == printed[0][0])
        )
        titled = tuple(titles.get(c, "") for c, t in printed if c == column or t == ref or c == printed[0][0])
        yield Thing(
            name,
            ref,
            number,
            cells,
            sheet,
            row,
            listing,
            heads,
            not ref and is_total(name),
            titles,
            titled,
        )


def _codes(sheet: FigureSheet, rows: Sequence[int]) -> int | None:
    """The one of the first two columns that holds codes of one build: "E1", "E2", "T1"."""
    for column in range(min(2, len(sheet.rows[0]))):
        filled = [t for r in rows if (t := " ".join(sheet.rows[r][column].split()))]
        codes = [t for t in filled if _CODE.fullmatch(t)]
        if len(codes) >= MIN_CODES and len(codes) >= MOST_CODES * len(filled):
            return column
    return None


def _cards(sheet: FigureSheet) -> list[int]:
    """The rows that name a card, in a grid of labels and what stands behind them."""
    if sheet.body.start or not sheet.rows:
        return []
    filled = [[t for t in row if t.strip()] for row in sheet.rows]
    heads = [r for r, texts in enumerate(filled) if len(texts) == 1 and r + 1 < len(filled)]
    labels = [{filled[r][0] for r in _under(heads, h, len(filled)) if len(filled[r]) > 1} for h in heads]
    pairs = sum(len(texts) == 2 for texts in filled)
    alike = len(heads) >= MIN_CARDS and all(label & labels[0] for label in labels)
    return heads if alike and pairs + len(heads) >= 0.8 * len(filled) else []


def _under(heads: Sequence[int], head: int, end: int) -> range:
    return range(head + 1, next((h for h in heads if h > head), end))


def _of_cards(sheet: FigureSheet, heads: Sequence[int], listing: int) -> Iterator[Thing]:
    for head in heads:
        line = " ".join(" ".join(sheet.rows[head]).split())
        match = _CARD.match(line)
        ref = match["ref"] if match and is_ref(match["ref"]) else ""
        cells = []
        for row in _under(heads, head, len(sheet.rows)):
            texts = [flat(t) for t in sheet.rows[row] if t.strip()]
            if len(texts) == 2:
                cells.append(LabelledText(texts[0], texts[1], figure(texts[1])))
        name = match["name"] if match and ref else line
        yield Thing(name, ref, "", tuple(cells), sheet, head, listing, ())
