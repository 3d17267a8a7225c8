"""Reconcile: printed lines come in, paragraphs of running text go out for the checks that read text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from agendapack.extract.model import Box, union
from agendapack.extract.outline.lines import TextLine
from agendapack.extract.reconcile.lines import Passage

MAX_LEADING_EM = 0.9
"""White between two lines of a paragraph, in font sizes; more begins another."""
SAME_SIZE = 0.5
"""Points by which the font sizes of a paragraph's lines may differ."""


def paragraphs(lines: Iterable[TextLine]) -> tuple[Passage, ...]:
    """The lines joined to paragraphs, each on one page."""
    return tuple(_joined(group) for group in _groups(lines))


def _groups(lines: Iterable[TextLine]) -> Iterator[list[TextLine]]:
    group: list[TextLine] = []
    for line in lines:
        if group and not _continues(group[-1], line):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _continues(above: TextLine, line: TextLine) -> bool:
    white = line.box.top - above.box.bottom
    return (
        line.page == above.page
        and abs(line.size - above.size) <= SAME_SIZE
        and line.bold == above.bold
        and -above.box.height < white <= MAX_LEADING_EM * line.size
        and _overlap(above.box, line.box)
    )


def _overlap(a: Box, b: Box) -> bool:
    """Whether the two stand under each other."""
    return min(a.x1, b.x1) > max(a.x0, b.x0)


def _joined(group: list[TextLine]) -> Passage:
    text = " ".join(" ".join(line.text.split()) for line in group)
    scanned = any(word.certainty < 1 for line in group for word in line.words)
    return Passage(group[0].page, text, union(line.box for line in group), scanned)
