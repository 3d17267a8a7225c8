"""Outline: the lines of a front sheet go in; those beside a column of members and contacts come out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from agendapack.extract.outline.front_sheet import announces
from agendapack.extract.outline.lines import TextLine, make_line

GUTTER_EM = 1.0
"""White between columns of text is at least this wide, in font sizes."""

Body = Mapping[int, Sequence[TextLine]]


def right_of_gutters(body: Body) -> Iterator[Body]:
    """The lines below a word that announces the agenda, right of each white strip that parts their page.

    Only where other text stands left of that word: the agenda is then set beside it.
    """
    for number, row in body.items():
        for i, line in enumerate(row):
            word = next((part for part in line.parts[1:] if announces(part)), None)
            for edge in _gutters(row[i:], word) if word else ():
                right = [[w for w in below.words if w.box.x0 > edge] for below in row[i:]]
                cut = [make_line(number, words) for words in right if words]
                yield {**body, number: [*row[:i], *cut]}


def _gutters(row: Sequence[TextLine], word: TextLine) -> Iterator[float]:
    """Where white goes down all lines, left of the word."""
    end = 0.0
    for word_box in sorted((w.box for line in row for w in line.words), key=lambda box: box.x0):
        if word_box.x0 > word.box.x0:
            return
        if end and word_box.x0 - end > GUTTER_EM * word.size:
            yield end
        end = max(end, word_box.x1)
