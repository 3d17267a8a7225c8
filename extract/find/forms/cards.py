"""Where the cards of a form begin and end: from the lines that head each to those of the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby, pairwise
from statistics import median

from agendapack.extract.find.forms.families import Family
from agendapack.extract.find.forms.segments import Key, Looks, Segment
from agendapack.extract.light_dataclass import dataclass

MAX_HEADING = 3
"""Sorts of lines that head a card: its reference and title, what it is, a note."""
MAX_LINES = 4
"""Lines of each sort; and from its last label on those of a card that shows as the only one of its column."""
SHARED = 0.6
"""Share of the cards over which lines of a type stand that head them."""
MAX_GAP_EM = 3.0
"""White inside a card behind its last label, in font sizes."""
MAX_WORDS = 40
"""Words for each label of a card, on most of its cards: the parts of a report have more."""
Piece = Sequence[Segment]
"""The texts of one column of a page."""


@dataclass(frozen=True)
class FormCard:
    """The texts of a card in one column of a page; of one cut by the page's end each part."""

    piece: int
    first: int
    end: int
    """Places in the piece."""


def cards_of(pieces: Sequence[Piece], starts: Sequence[tuple[int, int]], family: Family) -> list[FormCard]:
    """The cards in these columns; `starts` are the piece and the place in it of each first label."""
    below = _stand_below(pieces, family.labels)
    heads = _heads(pieces, starts, family.labels, below=below)
    cards: list[FormCard] = []
    for n, piece in enumerate(pieces):
        own = [at for number, at in starts if number == n]
        cut = [_cut_before(piece, at, own[1:], family.labels) for at in own[:1]]
        floors = [_floor(piece, a, b, family.labels, below=below) for a, b in pairwise([*cut, *own])]
        firsts = [_title(piece, at, floor, heads) for at, floor in zip(own, floors, strict=True)]
        tails = [_tail(piece, at, end, family.labels) for at, end in zip(own, firsts[1:], strict=False)]
        for at, (first, end) in zip(own, pairwise([*firsts, len(piece)]), strict=True):
            last = at == own[-1]
            cards.append(
                FormCard(
                    n,
                    first,
                    _end(piece, at, end, max(tails, default=MAX_LINES), family.labels, below=below)
                    if last
                    else _before_heading(piece, at, end, family.labels, below=below),
                )
            )
        until = firsts[0] if firsts else len(piece)
        if (
            n
            and cards
            and any(card.piece == n - 1 for card in cards)
            and _goes_on(piece[:until], family.labels)
        ):
            end = until if firsts else _end(piece, 0, until, MAX_LINES, family.labels, below=below)
            cards.append(FormCard(n, 0, end))
    return sorted(cards, key=lambda card: (card.piece, card.first))


def is_dense(pieces: Sequence[Piece], cards: Sequence[FormCard], labels: frozenset[Key]) -> bool:
    """Whether most cards have few words for each of their labels."""
    said = [
        sum(len(s.words) for s in own) / max(sum(s.key in labels for s in own), 1)
        for card in cards
        if (own := pieces[card.piece][card.first : card.end])
    ]
    return bool(said) and median(said) <= MAX_WORDS


def _goes_on(piece: Piece, labels: frozenset[Key]) -> bool:
    """Whether a column begins with more of a card: with labels of its form."""
    return any(segment.key in labels for segment in piece)


def _groups(piece: Piece, at: int, before: int) -> list[tuple[Looks, int]]:
    """The lines over a text, nearest first: their type, and the place at which each sort of lines begins."""
    above = [s for s in piece[before + 1 : at] if s.line < piece[at].line]
    lines = [[*own] for _, own in groupby(above, key=lambda s: s.line)]
    groups: list[tuple[Looks, int]] = []
    place = before + 1 + len(above)
    for looks, same in groupby(reversed(lines), key=lambda line: line[0].looks):
        own = [*same]
        if len(own) > MAX_LINES:
            break
        place -= sum(map(len, own))
        groups.append((looks, place))
    return groups[:MAX_HEADING]


def _last_label(piece: Piece, first: int, end: int, labels: frozenset[Key]) -> int:
    return max((n for n in range(first, end) if piece[n].key in labels), default=first)


def _floor(piece: Piece, before: int, at: int, labels: frozenset[Key], *, below: bool) -> int:
    """The last text over a card that surely is of the one before, which begins there; -1 where none does."""
    return -1 if before < 0 else _last_value(piece, before, at, labels, below=below)


def _cut_before(piece: Piece, at: int, more: Sequence[int], labels: frozenset[Key]) -> int:
    """Where the rest of a card begins that was cut by the end of a page, over the first of a column; else -1.

    A label stands on a card but once: one that comes again on the first card is of the one before.
    """
    own = {segment.key for segment in piece[at : min(more, default=len(piece))]} & labels
    over = [n for n in range(at) if piece[n].key in labels]
    return over[0] if any(piece[n].key in own for n in over) else -1


def _before_heading(piece: Piece, at: int, end: int, labels: frozenset[Key], *, below: bool) -> int:
    """The end of a card, without a line in larger bold type than all of it: it heads what comes next."""
    if end <= at:  # the next begins on the same line
        return end
    last = _last_value(piece, at, end, labels, below=below)
    size = max(segment.looks[1] for segment in piece[at : last + 1])
    heads = (
        n
        for n in range(last + 1, end)
        if piece[n].looks[0] and piece[n].looks[1] > size and piece[n].line != piece[n - 1].line
    )
    return next(heads, end)


def _last_value(piece: Piece, first: int, end: int, labels: frozenset[Key], *, below: bool) -> int:
    """The last text of a card that surely is a value: on the line of its last label, or on the one below."""
    last = _last_label(piece, first, end, labels)
    lines = [[*own] for _, own in groupby(range(last, end), key=lambda n: piece[n].line)]
    return lines[1 if below and len(lines) > 1 else 0][-1]


def _stand_below(pieces: Sequence[Piece], labels: frozenset[Key]) -> bool:
    """Whether most labels have no value on their own lines."""
    alone = [
        n + 1 == len(piece) or piece[n + 1].line != label.line or piece[n + 1].key in labels
        for piece in pieces
        for n, label in enumerate(piece)
        if label.key in labels
    ]
    return 2 * sum(alone) > len(alone)


def _heads(
    pieces: Sequence[Piece], starts: Sequence[tuple[int, int]], labels: frozenset[Key], *, below: bool
) -> list[Looks]:
    """The types of the lines that head the cards, nearest first: first cards of columns as others."""
    over: tuple[list[list[Looks]], list[list[Looks]]] = ([], [])
    for (number, before), (piece, at) in pairwise([(-1, -1), *starts]):
        follows = number == piece
        more = [place for n, place in starts if n == piece and place > at]
        floor = before if follows else _cut_before(pieces[piece], at, more, labels)
        floor = _floor(pieces[piece], floor, at, labels, below=below)
        over[follows].append([looks for looks, _ in _groups(pieces[piece], at, floor)])
    heads: list[Looks] = []
    for depth in range(MAX_HEADING):
        told = [[own[depth] for own in some if len(own) > depth] for some in over]
        named = [Counter(looks).most_common(1)[0] if looks else None for looks in told]
        kinds = {one[0] for one in named if one}
        enough = all(
            not some or one is not None and one[1] >= SHARED * len(some)
            for one, some in zip(named, over, strict=True)
        )
        if len(kinds) != 1 or not enough:
            break
        heads.append(kinds.pop())
    return heads


def _title(piece: Piece, at: int, floor: int, heads: Sequence[Looks]) -> int:
    """The place at which the lines that head a card begin, behind what is surely of the one before."""
    line = next(n for n in range(at, -1, -1) if n == 0 or piece[n - 1].line < piece[at].line)
    place = line
    for (looks, begins), head in zip(_groups(piece, at, floor), heads, strict=False):
        if looks != head:
            break
        place = begins
    return place


def _tail(piece: Piece, at: int, end: int, labels: frozenset[Key]) -> int:
    """The lines behind the last label of a card."""
    last = _last_label(piece, at, end, labels)
    return len({segment.line for segment in piece[last:end]})


def _end(piece: Piece, at: int, end: int, lines: int, labels: frozenset[Key], *, below: bool) -> int:
    """The end of a column's last card: as many lines behind its last label as others have, without a gap."""
    last = _last_label(piece, at, end, labels)
    end = _before_heading(piece, at, end, labels, below=below)
    seen = {piece[last].line}
    bottom = piece[last].box.bottom
    for n in range(last + 1, end):
        segment = piece[n]
        seen.add(segment.line)
        if len(seen) > lines or segment.box.top - bottom > MAX_GAP_EM * segment.words[0].size:
            return n
        bottom = max(bottom, segment.box.bottom)
    return end
