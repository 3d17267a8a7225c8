"""Finds cards by what comes again: forms without a frame, or in frames that say nothing of what is inside.

One page alone shows few of a form's cards, so that this looks at all pages of a pack, once their tables are
known. What is ruled stays a table, inside a card as well; texts that merely stand in line give way.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import accumulate

from agendapack.extract.find.boxes.frames import FRAMES
from agendapack.extract.find.forms.blocks import blocks_of, grid_of
from agendapack.extract.find.forms.cards import FormCard, Piece, cards_of, is_dense
from agendapack.extract.find.forms.families import Family, family_of
from agendapack.extract.find.forms.segments import Key, Segment, segments_of
from agendapack.extract.find.forms.streams import streams_of
from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Box, Grid, Page

MAX_FORMS = 8
"""Forms of a pack: a bound of work."""
MIN_WORDS = 8
"""Words outside tables from which a page is looked at: a bound of work."""
SURE = 0.5
"""Confidence from which what is ruled or coloured stays a table."""
APART = 0.5
"""Share of the labels that must be told from their values by more than their words."""
INSIDE = 0.5
"""A table gives way with so much of it on a card, or with so many of the labels of a form in it."""
Sheet = tuple[Page, Collection[Grid]]


@dataclass(frozen=True)
class Form:
    """The cards of one form, and the tables found before in which they stand."""

    cards: tuple[Grid, ...]
    instead: tuple[Grid, ...]


def forms_of(sheets: Sequence[Sheet], read: Collection[Grid] = ()) -> list[Form]:
    """The forms that come again on these pages, given their tables; lists that were `read` stay."""
    lists = {id(grid) for grid in read}
    kept = [[g for g in grids if id(g) in lists or _stays(g)] for _, grids in sheets]
    pieces, where = _pieces(sheets, kept)
    free = [[not _is_in(s, kept[where[n]]) for s in piece] for n, piece in enumerate(pieces)]
    forms: list[Form] = []
    for _ in range(MAX_FORMS):
        family = _family(pieces, free)
        if family and _give_way(kept, pieces, where, free, family.labels):
            family = _family(pieces, free)
        if family is None:
            break
        cards = _cards(pieces, family)
        if _is_form(pieces, family, sheets, where) and is_dense(pieces, cards, family.labels):
            grids: list[Grid] = []
            for card in cards:
                page, _ = sheets[where[card.piece]]
                places = range(card.first, card.end)
                own = [pieces[card.piece][n] for n in places if free[card.piece][n]]
                if own:
                    grids.append(grid_of(page, blocks_of(own, family.labels), family.labels))
                free[card.piece][card.first : card.end] = [False] * len(places)
            forms.append(Form(tuple(grids), _under(grids, sheets, kept)))
        for n, piece in enumerate(pieces):
            free[n] = [may and s.key not in family.labels for may, s in zip(free[n], piece, strict=True)]
    return forms


def _under(
    cards: Sequence[Grid], sheets: Sequence[Sheet], kept: Sequence[Sequence[Grid]]
) -> tuple[Grid, ...]:
    """The tables found before that give way to these cards."""
    return tuple(
        grid
        for (page, grids), stay in zip(sheets, kept, strict=True)
        for grid in grids
        if grid not in stay and any(c.page == page.number and _share(grid.box, c.box) > INSIDE for c in cards)
    )


def with_cards(grids: Collection[Grid], forms: Sequence[Form]) -> list[Grid]:
    """The tables of a pack with these cards in place of what was found there before."""
    gone = {id(grid) for form in forms for grid in form.instead}
    cards = [card for form in forms for card in form.cards]
    left = [grid for grid in grids if id(grid) not in gone]
    return sorted([*left, *cards], key=lambda g: (g.page, g.box.top, g.box.x0))


def _family(pieces: Sequence[Piece], free: Sequence[Sequence[bool]]) -> Family | None:
    return family_of([s for piece in pieces for s in piece], [may for own in free for may in own])


def _give_way(
    kept: Sequence[list[Grid]],
    pieces: Sequence[Piece],
    where: Sequence[int],
    free: Sequence[list[bool]],
    labels: frozenset[Key],
) -> bool:
    """Free what stands in tables that print most labels of a form: they are cards of it."""
    changed = False
    for n, piece in enumerate(pieces):
        for grid in [g for g in kept[where[n]] if g.method != FRAMES]:
            inside = [at for at, segment in enumerate(piece) if _is_in(segment, [grid])]
            if len({piece[at].key for at in inside} & labels) >= INSIDE * len(labels):
                kept[where[n]].remove(grid)
                for at in inside:
                    free[n][at] = True
                changed = True
    return changed


def _pieces(sheets: Sequence[Sheet], kept: Sequence[Sequence[Grid]]) -> tuple[list[Piece], list[int]]:
    """The texts of each column of each page, and the number of its page among these."""
    pieces: list[Piece] = []
    where: list[int] = []
    for n, (page, _) in enumerate(sheets):
        for stream in streams_of(segments_of(page) if _has_loose_words(page, kept[n]) else ()):
            pieces.append(stream)
            where.append(n)
    return pieces, where


def _has_loose_words(page: Page, kept: Sequence[Grid]) -> bool:
    """Whether as much stands outside the tables of a page as a card has."""
    held = sum(len(cell.words) for grid in kept for cell in grid.cells)
    return len(page.words) - held >= MIN_WORDS


def _stays(grid: Grid) -> bool:
    return grid.method != "aligned" and (grid.rows > 1 and grid.confidence >= SURE or grid.method == FRAMES)


def _is_in(segment: Segment, grids: Sequence[Grid]) -> bool:
    return any(grid.box.holds(segment.box.mid_x, segment.box.mid_y) for grid in grids)


def _cards(pieces: Sequence[Piece], family: Family) -> list[FormCard]:
    ends = [*accumulate(map(len, pieces))]
    begins = [0, *ends]
    starts = []
    for at in family.starts:
        n = next(n for n, end in enumerate(ends) if at < end)
        starts.append((n, at - begins[n]))
    return cards_of(pieces, starts, family)


def _is_form(pieces: Sequence[Piece], family: Family, sheets: Sequence[Sheet], where: Sequence[int]) -> bool:
    """Whether most labels are told from values by more than words, and stand beside one text at most."""
    told = rows = many = 0
    for n, piece in enumerate(pieces):
        grids = [*sheets[where[n]][1]]
        for at, segment in enumerate(piece):
            if segment.key not in family.labels:
                continue
            many += 1
            after = next((s for s in piece[at + 1 : at + 3] if s.key not in family.labels), None)
            told += (
                segment.colon
                or not _is_in(segment, grids)
                or (after is not None and after.looks != segment.looks)
            )
            beside = [s for s in piece[at + 1 : at + 3] if s.line == segment.line]
            rows += len(beside) > 1 and all(
                s.key not in family.labels and s.looks == beside[0].looks for s in beside
            )
    return told >= APART * many and rows <= APART * many


def _share(box: Box, of: Box) -> float:
    return box.overlap(of) / max(box.area, 1e-9)
