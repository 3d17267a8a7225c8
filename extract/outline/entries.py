"""Outline: the lines of a front sheet go in, its numbered entries under their headings come out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import field

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Rule
from agendapack.extract.normalise.dates import parse_date
from agendapack.extract.outline.item_numbers import (
    LETTERED,
    POINTS,
    SAME_COLUMN_PT,
    comes_next,
    number_of,
    numbered_lines,
    order,
)
from agendapack.extract.outline.lines import TextLine, make_line
from agendapack.extract.outline.wording import anywhere, is_one_of, leading, words_of

TITLE_EDGE_PT = 6.0
"""Lines of a title begin within this distance of its first word."""
HEADING_WORDS = 14
"""A heading of a part of the agenda has no more words."""
SHORT_WORDS = 6
"""A heading set like the text has no more words."""
HEADING_GAP_EM = 0.7
"""White above a heading, in font sizes; lines of one paragraph stand closer."""


@dataclass(slots=True)
class Entry:
    """A numbered entry while its lines are being gathered."""

    number: str
    rest: tuple[TextLine, ...]
    """Its first line behind the number; nothing when the number stands alone."""
    line: TextLine
    heading: str = ""
    more: list[TextLine] = field(default_factory=list)
    above: list[TextLine] = field(default_factory=list)
    """Lines of its table row that stand higher than the number."""
    empty: bool = False
    """The agenda says that there is nothing under it."""

    @property
    def key(self) -> tuple[str, ...]:
        """The levels of its number: 2.1 is (2, 1), 2a is (2, a)."""
        lettered = LETTERED.fullmatch(self.number)
        return (lettered["number"], lettered["letter"]) if lettered else tuple(self.number.split("."))

    @property
    def lettered(self) -> bool:
        """Whether a letter behind the number counts it among the parts of an item."""
        return bool(LETTERED.fullmatch(self.number))


@dataclass(frozen=True, slots=True)
class Head:
    """The columns of an agenda that is set as a table: role and left edge."""

    columns: tuple[tuple[str, float, float], ...]
    named: bool = True
    """Whether a line names them, so that their cells are whole titles."""


@dataclass(slots=True)
class FrontSheet:
    """What a front sheet holds."""

    entries: list[Entry] = field(default_factory=list)
    head: Head | None = None


def read_sheet(printed: Sequence[TextLine], rules: dict[int, Sequence[Rule]]) -> FrontSheet:
    """Gather the entries; `rules` are the rulings that divide rows, by page."""
    sheet, heading, closed = FrontSheet(), "", False
    numbered = numbered_lines(printed)
    listed = [line for line in printed if id(line) in numbered]
    waiting: list[TextLine] = []
    for line, following in zip(printed, [*printed[1:], None], strict=True):
        current = sheet.entries[-1] if sheet.entries else None
        if head := _table_head(line):
            sheet.head, waiting = sheet.head or head, []
        elif id(line) in numbered and (not closed or _reopens(current, line)):
            closed, entry = False, _entry(line, heading)
            if current and not _follows(current, entry, heading):
                if not _goes_on_behind(line, listed, current):
                    break
                waiting.append(line)
                current.more.append(line)
                continue
            entry.above = [w for w in waiting if _same_row(w, line, rules) and _right_of(w, entry)]
            _add(sheet, entry)
            waiting = []
        elif is_one_of(line.text, words_of("agenda", "none")) and current:
            current.empty = True
        elif is_heading(line, current) or _stands_over(line, current, following, numbered):
            part = _names_a_part(line)
            closed = not part and (closed or bool(leading(words_of("agenda", "after")).match(line.text)))
            heading = "" if closed else line.text
            waiting = []
        elif not line.text.startswith("(") or current:
            waiting.append(line)
            if current and not closed:
                current.more.append(line)
    return sheet


def _add(sheet: FrontSheet, entry: Entry) -> None:
    """Add an entry; lines of its row that stand above its number are none of the one before."""
    for last in sheet.entries[-1:]:
        last.more = [line for line in last.more if line not in entry.above]
    sheet.entries.append(entry)


def is_heading(line: TextLine, current: Entry | None) -> bool:
    """Whether the line heads a part of the agenda, by weight, capitals or its words."""
    text = line.text
    if (
        text.startswith("(")
        or len(line.words) > HEADING_WORDS
        or leading(words_of("agenda", "officer_labels")).match(text)
        or column_role(text) in ("number", "officer", "pages")
    ):
        return False
    if _names_a_part(line) or is_one_of(text, words_of("agenda", "after")):
        return True
    if not (line.bold or line.capitals) or text.endswith((".", ":", ",")) or parse_date(text):
        return False
    if current is None:
        return not anywhere(words_of("agenda", "meeting")).search(text)
    return _set_apart(line, current) and not leading(words_of("agenda", "descriptions")).match(text)


def _stands_over(
    line: TextLine, current: Entry | None, following: TextLine | None, numbered: set[int]
) -> bool:
    """Whether a line heads what is numbered below it: a list that begins anew, or bold over plain titles.

    Over a list that begins anew it is short and stands left of the titles.
    """
    if current is None or following is None or id(following) not in numbered or not current.rest:
        return False
    new = _entry(following, current.heading)
    named = line.text[:1].isupper() and not line.text.endswith((".", ":", ",", ";"))
    if not named or len(line.words) > SHORT_WORDS or parse_date(line.text):
        return False
    if line.bold and new.rest and not current.rest[0].bold and not new.rest[0].bold:
        return not leading(words_of("agenda", "descriptions")).match(line.text)
    anew = _of_next_part(current.number, new.number)
    if not anew and _follows(current, new, current.heading):
        return False
    return line.box.x0 < current.rest[0].box.x0 - TITLE_EDGE_PT or anew and (line.bold or line.capitals)


def _names_a_part(line: TextLine) -> bool:
    return is_one_of(line.text, words_of("agenda", "sections"))


def _set_apart(line: TextLine, entry: Entry) -> bool:
    """Whether a line stands left of the entry's title, or below it with some white and not flush with it."""
    left = entry.rest[0].box.x0 if entry.rest else entry.line.box.x1
    last = entry.more[-1] if entry.more else entry.line
    apart = line.page != last.page or line.box.top - last.box.bottom > HEADING_GAP_EM * last.size
    return line.box.x0 < left - TITLE_EDGE_PT or (line.box.x0 > left + TITLE_EDGE_PT and apart)


def _entry(line: TextLine, heading: str) -> Entry:
    number, taken = number_of(line) or ("", 0)
    behind = line.words[taken:]
    while behind and not re.search(r"\w", behind[0].text):
        behind = behind[1:]
    return Entry(number, make_line(line.page, behind).parts if behind else (), line, heading)


def _reopens(last: Entry | None, line: TextLine) -> bool:
    """Whether a number behind a notice or a log goes on with the list."""
    found = number_of(line)
    return last is not None and found is not None and comes_next(last.number, found[0])


def _follows(last: Entry, new: Entry, heading: str) -> bool:
    """Whether the number goes on from the last one, or begins again under a new heading."""
    if heading != last.heading or _of_next_part(last.number, new.number):
        return True
    return order(new.number) > order(last.number) or _printed_twice(last, new)


def _printed_twice(last: Entry, new: Entry) -> bool:
    """Whether two items have been given one number; the first is that of a list that begins anew."""
    flush = bool(last.rest and new.rest) and abs(last.rest[0].box.x0 - new.rest[0].box.x0) <= TITLE_EDGE_PT
    return flush and new.number == last.number and order(new.number)[-1][0] > 1


def _goes_on_behind(line: TextLine, listed: Sequence[TextLine], last: Entry) -> bool:
    """Whether the list goes on a few numbers behind a line with a number of something else.

    It does not where several lead up to it: a list that began anew gets there too.
    """
    begin = next(i for i, other in enumerate(listed) if other is line)
    numbers = [found[0] for other in listed[begin : begin + POINTS + 1] if (found := number_of(other))]
    goes_on = next((i for i, number in enumerate(numbers) if i and comes_next(last.number, number)), 0)
    return goes_on == 1 or goes_on > 1 and not comes_next(*numbers[goes_on - 1 : goes_on + 1])


def _of_next_part(last: str, new: str) -> bool:
    """Whether a number is the first of the next lettered part: B1 behind A7."""
    letters = [number[:1] for number in (last, new) if re.fullmatch(r"[A-Z][./]?\d{1,2}", number)]
    return len(letters) == 2 and ord(letters[1]) == ord(letters[0]) + 1 and order(new)[-1][0] == 1


def _table_head(line: TextLine) -> Head | None:
    """The columns named by a line that is the head of a table, if it is one."""
    columns: list[tuple[str, float, float]] = []
    for part in line.parts:
        named = _columns_named(part)
        if not named:
            return None
        for role, left, right in named:
            if role == "number" and any(r == "number" for r, _, _ in columns):
                role = "title"  # "No. | Item": the second names what is numbered
            columns.append((role, left, right))
    roles = {role for role, _, _ in columns}
    numbered = "number" in roles and bool(roles & {"pages", "officer"})
    return Head(tuple(columns)) if numbered or len(columns) > 1 and "title" in roles else None


def _columns_named(part: TextLine) -> list[tuple[str, float, float]]:
    """The column that a stretch of text names, or the two that stand close ("Item no. Item")."""
    for cut in range(len(part.words), 0, -1):
        pieces = [make_line(part.page, words) for words in (part.words[:cut], part.words[cut:]) if words]
        roles = [column_role(piece.text) for piece in pieces]
        if all(roles):
            return [(role, p.box.x0, p.box.x1) for role, p in zip(roles, pieces, strict=True)]
    return []


def column_role(text: str) -> str:
    """What a head of an agenda's column says that it holds; nothing for another text."""
    roles = ("number", "title", "officer", "pages", "other")
    return next((role for role in roles if is_one_of(text, words_of("agenda", "columns", role))), "")


def _same_row(a: TextLine, b: TextLine, rules: dict[int, Sequence[Rule]]) -> bool:
    """Whether rulings above and below hold both lines in one row of a table."""
    if a.page != b.page:
        return False
    long = [r.box.mid_y for r in rules.get(a.page, ())]
    top, bottom = min(a.box.mid_y, b.box.mid_y), max(a.box.mid_y, b.box.mid_y)
    fenced = any(y < top for y in long) and any(y > bottom for y in long)
    return fenced and not any(top < y < bottom for y in long)


def _right_of(line: TextLine, entry: Entry) -> bool:
    return line.box.x0 > entry.line.box.x0 + SAME_COLUMN_PT
