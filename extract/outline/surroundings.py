"""What is printed around a table: the paragraphs above it and the lines below it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from itertools import takewhile

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Box, Colour, Grid, Page, Table
from agendapack.extract.outline import Outline
from agendapack.extract.outline.headings import Heading
from agendapack.extract.outline.legend import legend
from agendapack.extract.outline.lines import TextLine, grid_boxes, lines
from agendapack.extract.outline.running_heads import is_furniture

PARAGRAPH_GAP_EM = 0.75
"""White between two lines, in font sizes, from which the lower one begins a paragraph."""
STILL_ABOVE_PT = 2.0
"""What reaches this far into a table still stands above it, or below it."""
MAX_PARAGRAPHS = 12
"""Nearest paragraphs kept; what stands further up belongs to the text before."""
MAX_TITLE_CHARS = 160
"""A longer text above a table is a paragraph about it."""
MAX_TITLE_GAP_PT = 40.0
"""White between a table and the text that names it."""
BELOW_PT = 60.0
"""Keys to initials and colours stand within this distance under a table."""


@dataclass(frozen=True, slots=True)
class Around:
    """What is printed around a table."""

    plan: str = ""
    above: tuple[str, ...] = ()
    """Paragraphs since the table before, in order."""
    below: str = ""
    """Text under the table, where keys to initials and colours stand."""
    colours: Mapping[Colour, str] = field(default_factory=dict)
    """Meaning of fills, from a printed legend."""
    heading: Heading | None = None
    """Right above the table, on its page."""
    beside: tuple[TextLine, ...] = ()
    """Lines of its page down to its end, and those that go on below it, whatever tables stand between."""
    near: tuple[TextLine, ...] = ()
    """Lines of its page since the table before, down to where it ends: above it and beside it."""


class Surroundings:
    """The text of a pack outside its tables and running heads."""

    def __init__(self, pages: Sequence[Page], grids: Sequence[Grid], found: Outline) -> None:
        boxes = grid_boxes(grids)
        self.outline = found
        self.printed = {
            page.number: [
                line
                for line in lines(page, boxes.get(page.number, ()))
                if not is_furniture(line, found.furniture)
            ]
            for page in pages
        }
        self.colours = legend(pages, self.printed)

    @property
    def lines(self) -> list[TextLine]:
        """All lines outside tables and running heads, in reading order."""
        return [line for number in sorted(self.printed) for line in self.printed[number]]

    def of(self, tables: Sequence[Table]) -> Callable[[str], Around]:
        """What is around each table, by its id."""
        found: dict[str, Around] = {}
        last: Table | None = None
        cards: list[Table] = []
        for table in tables:
            found[table.table_id] = Around(
                self.outline.plan_at(table.page, table.box.top),
                (*_title_of(cards, table), *paragraphs(above(table, last, self.printed))),
                below(table, self.printed),
                self.colours,
                self._right_above(table, last),
                self._beside(table),
                tuple(near(table, last, self.printed)),
            )
            last = table
            if table.parts[0].form:
                cards.append(table)
        return found.__getitem__

    def titles(self, tables: Sequence[Table]) -> dict[str, str]:
        """What names each table: the short text right above it, else the heading it stands under."""
        named: dict[str, str] = {}
        last: Table | None = None
        for table in tables:
            here = [line for line in above(table, last, self.printed) if line.page == table.page]
            near = blocks(here)[-1] if here else []
            text = " ".join(line.text for line in near)
            close = bool(near) and table.box.top - near[-1].box.bottom <= MAX_TITLE_GAP_PT
            if not close or len(text) > MAX_TITLE_CHARS or not any(map(str.isalpha, text)):
                text = self._heading(table)
            named[table.table_id] = text
            last = table
        return named

    def _right_above(self, table: Table, last: Table | None) -> Heading | None:
        """The heading that nothing parts from the table but white, or the end of the page before."""
        over = above(table, last, self.printed)
        if not over:
            return None
        page, low = over[-1].page, max(line.box.bottom for line in over if line.page == over[-1].page)
        found = [h for h in self.outline.headings if h.page == page and h.box.bottom >= low - STILL_ABOVE_PT]
        here = page == table.page
        near = table.box.top - low <= MAX_TITLE_GAP_PT if here else page == table.page - 1
        return found[0] if found and near and (not here or found[0].box.top < table.box.top) else None

    def _beside(self, table: Table) -> tuple[TextLine, ...]:
        end = table.parts[0].box.bottom
        printed = self.printed.get(table.page, ())
        here = [line for line in printed if line.box.mid_y < end]
        for line in printed[len(here) :] if printed[: len(here)] == here else ():
            if not here or not _goes_on(here[-1], line):
                break
            here.append(line)
        return tuple(here)

    def _heading(self, table: Table) -> str:
        over = [
            h for h in self.outline.headings
            if h.page < table.page or h.page == table.page and h.box.top < table.box.top
        ]  # fmt: skip
        return over[-1].text if over else ""


def _title_of(cards: Sequence[Table], table: Table) -> tuple[str, ...]:
    """The first text of the card on which a table stands, of the cards printed before it."""
    here = takewhile(lambda card: card.page == table.page, reversed(cards))
    on = next((card for card in here if _is_on(card.box, table.box)), None)
    return tuple(cell.text for row in on.rows[:1] for cell in row.cells[:1]) if on else ()


def _is_on(card: Box, table: Box) -> bool:
    """Whether what is printed after a card stands neither below it nor beside it."""
    beside = table.x1 <= card.x0 or card.x1 <= table.x0
    return table.mid_y <= card.bottom and not beside


def above(table: Table, last: Table | None, printed: Mapping[int, Sequence[TextLine]]) -> list[TextLine]:
    """Lines between the end of the last table and the start of this one."""
    lines: list[TextLine] = []
    first_page = last.last_page if last and last.last_page < table.page else table.page
    for page in range(first_page, table.page + 1):
        floor = _end(last).bottom if last and page == last.last_page else float("-inf")
        ceiling = table.box.top + STILL_ABOVE_PT if page == table.page else float("inf")
        lines += [
            line
            for line in printed.get(page, ())
            if line.box.mid_y > floor and line.box.bottom <= ceiling + line.size and line.box.mid_y < ceiling
        ]
    return lines


def near(table: Table, last: Table | None, printed: Mapping[int, Sequence[TextLine]]) -> list[TextLine]:
    """Lines of a table's page from the end of the last table to the end of this one's part on it."""
    floor = _end(last).bottom if last and last.last_page == table.page else float("-inf")
    floor = min(floor, table.box.top)
    return [line for line in printed.get(table.page, ()) if floor < line.box.mid_y <= table.box.bottom]


def _end(table: Table) -> Box:
    return table.parts[-1].box


def below(table: Table, printed: Mapping[int, Sequence[TextLine]]) -> str:
    """Lines right under the table, one a line."""
    floor = _end(table).bottom
    near = [
        line
        for line in printed.get(table.last_page, ())
        if floor - STILL_ABOVE_PT <= line.box.mid_y <= floor + BELOW_PT
    ]
    return "\n".join(line.text for line in near)


def paragraphs(lines: Sequence[TextLine]) -> list[str]:
    """The last `MAX_PARAGRAPHS` blocks of lines, each joined by newlines."""
    return ["\n".join(line.text for line in block) for block in blocks(lines)][-MAX_PARAGRAPHS:]


def blocks(lines: Sequence[TextLine]) -> list[list[TextLine]]:
    """Lines of one look and close together."""
    found: list[list[TextLine]] = []
    for line in lines:
        if found and _goes_on(found[-1][-1], line):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _goes_on(last: TextLine, line: TextLine) -> bool:
    return (
        last.page == line.page
        and (last.bold == line.bold or last.text.endswith(":"))
        and abs(last.size - line.size) < 1
        and 0 <= line.box.top - last.box.bottom + line.size <= (PARAGRAPH_GAP_EM + 1) * line.size
    )
