"""Outline: the body lines of the pages go in, the headings come out with their levels."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Box, union
from agendapack.extract.normalise.periods import parse_period
from agendapack.extract.outline.lines import TextLine, body_size
from agendapack.extract.outline.wording import words_of
from agendapack.schemas import from_words

LARGER_TIMES = 1.12
"""Text set so much larger than the body is a heading whatever its weight."""
HEADING_WORDS = 30
"""A heading, all its lines together, has no more words."""
LINE_GAP_EM = 0.9
"""White between the lines of one heading, in font sizes."""
EDGE_PT = 40.0
"""Lines of one heading are set flush or centred within this distance."""
LEVELS = 6
"""Levels of headings that are told apart."""

_NUMBERED = re.compile(r"(?:section|part|chapter)?\s*(\d{1,2}(?:\.\d{1,2}){0,3})[.):]?\s+\D", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: level 1 is the highest."""

    page: int
    box: Box
    level: int
    text: str
    size: float
    bold: bool


def headings(
    body: Mapping[int, Sequence[TextLine]], without: Mapping[int, Sequence[Box]] | None = None
) -> list[Heading]:
    """Headings in reading order; lines in the boxes of `without` (the tables) are no headings."""
    boxes = without or {}
    normal = body_size(line for row in body.values() for line in row)
    groups = [
        group
        for page, row in body.items()
        for group in _groups(
            [line for line in row if not _inside(line, boxes.get(page, ())) and _stands_out(line, normal)]
        )
    ]
    kept = [g for g in groups if _is_heading(g)]
    ranks = _ranks(kept)
    return [_heading(group, ranks) for group in kept]


@from_words
def caption() -> re.Pattern[str]:
    """The beginning of a table's or chart's caption: "Table 3.2 Lettings"."""
    words = "|".join(words_of("outline", "captions"))
    return re.compile(rf"(?i:{words})\s*:?\s*[A-Z]{{0,2}}\d[\d.]*\s*[:.–-]?\s*[A-Z(]")


def _stands_out(line: TextLine, normal: float) -> bool:
    """Whether a line is set apart from the body by its size, weight or capitals."""
    larger = line.size >= LARGER_TIMES * normal
    weighty = larger or line.size >= normal - 0.5 and (line.bold or line.capitals)
    if not weighty and not (caption().match(line.text) and line.text.split()[-1][-1] not in ".;:"):
        return False
    said = any(c.isalpha() for c in line.text) or parse_period(line.text) is not None
    return said and len(line.parts) <= 2


def _groups(candidates: Iterable[TextLine]) -> list[list[TextLine]]:
    """Neighbouring lines of one heading together."""
    groups: list[list[TextLine]] = []
    for line in candidates:
        if groups and _continues(groups[-1][-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _continues(last: TextLine, line: TextLine) -> bool:
    alike = abs(last.size - line.size) < 0.6 and last.bold == line.bold
    near = line.box.top - last.box.bottom <= LINE_GAP_EM * last.size and line.box.top > last.box.top
    set_alike = abs(last.box.x0 - line.box.x0) <= EDGE_PT or abs(last.box.mid_x - line.box.mid_x) <= EDGE_PT
    return alike and near and set_alike and not _NUMBERED.match(line.text)


def _is_heading(group: Sequence[TextLine]) -> bool:
    text = " ".join(line.text for line in group)
    sentence = text.endswith((".", ";", ",")) and len(text.split()) > 8
    named = any(c.isalpha() for c in group[0].text)  # a year may only go on with a heading
    brief = len(text.split()) <= HEADING_WORDS
    return named and brief and not sentence and not text.startswith(("•", "-", "–"))


def _ranks(groups: Iterable[Sequence[TextLine]]) -> dict[tuple[float, bool], int]:
    """Level by size and weight, the largest first."""
    styles = sorted({(round(g[0].size), g[0].bold) for g in groups}, reverse=True)
    return {style: min(i, LEVELS) for i, style in enumerate(styles, 1)}


def _heading(group: Sequence[TextLine], ranks: Mapping[tuple[float, bool], int]) -> Heading:
    first = group[0]
    text = " ".join(line.text for line in group)
    level = ranks[(round(first.size), first.bold)]
    numbered = _NUMBERED.match(text)
    if numbered:
        level = min(LEVELS, level + numbered[1].count("."))
    return Heading(first.page, union(line.box for line in group), level, text, first.size, first.bold)


def _inside(line: TextLine, boxes: Sequence[Box]) -> bool:
    return any(box.holds(line.box.mid_x, line.box.mid_y) for box in boxes)
