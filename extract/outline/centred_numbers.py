"""Outline: the lines of a list go in whose numbers stand in the middle of their rows; numbers first come out.

Web pages and spreadsheets centre the cells of a row: the number of an entry of several lines stands between
them or beside a later one.
"""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import inf
from statistics import fmean

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Word
from agendapack.extract.outline.item_numbers import number_of, numbered_lines
from agendapack.extract.outline.lines import TextLine, make_line

ROW_LINES = 12
"""A row has no more lines."""
SAME_EDGE_PT = 6.0
"""Titles of one list begin within this distance."""
NEAR_EM = 0.85
"""The middle of a row is half a line from its nearest line; the line below is a whole one away."""
WIDER_PT = 0.2
"""White is wider than other white from this difference on."""

Body = Mapping[int, Sequence[TextLine]]


@dataclass(frozen=True, slots=True)
class _Number:
    """A number of the list with what stands on its line in other columns than the titles'."""

    words: tuple[Word, ...]
    beside: tuple[Word, ...]

    @property
    def middle(self) -> float:
        return self.words[0].box.mid_y


def numbers_first(body: Body) -> tuple[Body, bool] | None:
    """A copy in which each number stands on the first line of its row, and whether some stand between lines.

    None where no list is or some number stands on a line of its own above or below its title.
    """
    listed = numbered_lines([line for page in sorted(body) for line in body[page]])
    edge = _title_edge(body, listed)
    if edge is None:
        return None
    titles = [line for row in body.values() for line in row if abs(line.box.x0 - edge) <= SAME_EDGE_PT]
    apart = [
        line for row in body.values() for line in row if id(line) in listed and not _split(line, edge)[1]
    ]
    if not all(any(_beside(line, title) for title in titles) for line in apart):
        return None
    arranged = {page: list(_rearranged(row, listed, edge)) for page, row in body.items()}
    left = {id(line) for row in arranged.values() for line in row}
    return arranged, bool(apart) and not any(id(line) in left for line in apart)


def numbers_on_title_lines(body: Body) -> Body:
    """A copy in which numbers that stand a little above the line of their title stand on it."""
    listed = numbered_lines([line for page in sorted(body) for line in body[page]])
    edge = _title_edge(body, listed)
    return body if edge is None else {page: list(_joined(row, listed, edge)) for page, row in body.items()}


def _joined(row: Sequence[TextLine], listed: set[int], edge: float) -> Iterator[TextLine]:
    waiting: _Number | None = None
    for line, below in zip(row, (*row[1:], None), strict=False):
        if waiting:
            yield make_line(line.page, (*waiting.words, *line.words, *waiting.beside))
            waiting = None
            continue
        number, title = _split(line, edge) if id(line) in listed else (None, line)
        at_edge = below is not None and abs(below.box.x0 - edge) <= SAME_EDGE_PT
        if number and not title and below and at_edge and _beside(line, below):
            waiting = number
        else:
            yield line


def _beside(number: TextLine, title: TextLine) -> bool:
    """Whether a line stands beside the number or half above or below it, not on the next line."""
    apart = abs(number.words[0].box.mid_y - title.box.mid_y)
    return number.page == title.page and apart < NEAR_EM * title.size


def _title_edge(body: Body, listed: set[int]) -> float | None:
    """Where most lines behind the numbers begin."""
    numbers = [line.words[0].box.x1 for row in body.values() for line in row if id(line) in listed]
    right = max(numbers, default=0.0)
    starts = Counter(round(line.box.x0) for row in body.values() for line in row if line.box.x0 > right)
    return starts.most_common(1)[0][0] if numbers and starts else None


def _split(line: TextLine, edge: float) -> tuple[_Number, TextLine | None]:
    """A numbered line as its number, and its stretch in the column of titles."""
    found = number_of(line)
    taken = found[1] if found else 0
    behind = make_line(line.page, line.words[taken:]).parts if line.words[taken:] else ()
    title = [part for part in behind if abs(part.box.x0 - edge) <= SAME_EDGE_PT]
    beside = tuple(word for part in behind if part not in title for word in part.words)
    return _Number(line.words[:taken], beside), title[0] if title else None


def _rearranged(row: Sequence[TextLine], listed: set[int], edge: float) -> Iterator[TextLine]:
    """The lines of a page; lines left of the titles, such as headings, part the list."""
    part: list[TextLine] = []
    for line in row:
        if id(line) not in listed and line.box.x0 < edge - SAME_EDGE_PT:
            yield from _together(part, listed, edge)
            part = []
            yield line
        else:
            part.append(line)
    yield from _together(part, listed, edge)


def _together(part: Sequence[TextLine], listed: set[int], edge: float) -> Iterator[TextLine]:
    """Each number with the first line of its row, then the row's other lines; as printed where none fit."""
    numbers: list[_Number] = []
    pieces: list[TextLine] = []
    for line in part:
        if id(line) in listed:
            number, title = _split(line, edge)
            numbers.append(number)
            pieces += [title] if title else []
        else:
            pieces.append(line)
    ends = _rows(numbers, pieces)
    if not ends or _stand_first(numbers, ends, pieces):
        yield from part
        return
    yield from pieces[: ends[0]]
    for number, start, end in zip(numbers, ends, ends[1:], strict=False):
        first, *more = pieces[start:end]
        yield make_line(first.page, (*number.words, *first.words, *number.beside))
        yield from more
    yield from pieces[ends[-1] :]


def _stand_first(numbers: Sequence[_Number], ends: Sequence[int], pieces: Sequence[TextLine]) -> bool:
    """Whether rows that begin beside their numbers are further apart than those around them."""
    bottoms = [piece.box.bottom for piece in pieces]
    beside = [bisect(bottoms, number.middle) for number in numbers]
    return _white_above(beside[1:], pieces) > _white_above(ends[1:-1], pieces) + WIDER_PT


def _white_above(starts: Sequence[int], pieces: Sequence[TextLine]) -> float:
    """How much white stands above these lines on average, in points."""
    white = [pieces[i].box.top - pieces[i - 1].box.bottom for i in starts if 0 < i < len(pieces)]
    return fmean(white) if white else 0.0


def _rows(numbers: Sequence[_Number], pieces: Sequence[TextLine]) -> list[int]:
    """Where the rows begin and the last one ends, so that the numbers stand nearest to their middles.

    Lines before the first row and behind the last one belong to none. Nothing where there are too few lines.
    Rows that begin far from their number are not tried, so that the steps are in proportion to the numbers.
    """
    middles = [piece.box.mid_y for piece in pieces]
    best: list[dict[int, tuple[float, tuple[int, ...]]]] = [{j: (0.0, (j,)) for j in range(len(pieces) + 1)}]
    for number in numbers:
        near = bisect(middles, number.middle)
        following: dict[int, tuple[float, tuple[int, ...]]] = {}
        for start in range(max(0, near - ROW_LINES), min(near + ROW_LINES, len(pieces))):
            cost, ends = best[-1].get(start, (inf, ()))
            for end in range(start + 1, min(start + ROW_LINES, len(pieces)) + 1) if ends else ():
                middle = (pieces[start].box.top + pieces[end - 1].box.bottom) / 2
                total = cost + abs(middle - number.middle)
                if total < following.get(end, (inf, ()))[0]:
                    following[end] = total, (*ends, end)
        best.append(following)
    return list(min(best[-1].values(), default=(inf, ()))[1]) if numbers else []
