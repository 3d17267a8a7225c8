"""Walks the recognised tables of a pack in order, carrying the headings that govern the rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from agendapack.extract.model import Cell, Row, Source, Word
from agendapack.extract.normalise.people import initials_key
from agendapack.extract.normalise.totals import is_only_total
from agendapack.extract.normalise.units import bracketed_unit
from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise.recognised import Recognised
from agendapack.extract.records.arrows import legends
from agendapack.extract.records.bands import (
    Headings,
    apply_band,
    apply_heading,
    is_key,
    is_over_objectives,
    is_section,
    labelled,
)
from agendapack.extract.records.boxes import box_indicator, box_values
from agendapack.extract.records.card_rows import acted_upon, apart_from_cards
from agendapack.extract.records.cross_references import with_numbered_under
from agendapack.extract.records.draft import DraftRows, RowContext
from agendapack.extract.records.fields import Fields
from agendapack.extract.records.groups import group_rows
from agendapack.extract.records.kinds import MAKERS
from agendapack.extract.records.levels import levels_of_rows
from agendapack.extract.records.own_refs import own_refs
from agendapack.extract.records.periods import around
from agendapack.extract.records.rating_columns import rated
from agendapack.extract.records.split_rows import rows_of

MIN_CUT = 2
"""Texts of a line that the edges of columns cut."""
SPACE_EM = 0.45
"""White between two words of one text is no wider, in font sizes."""
MIN_KEY_PAIRS = 2
"""Initials that a paragraph explains where it is a key."""
MIN_SPREAD = 3
"""Columns that the subject's cell of a heading row covers; no record's does."""


def records(found: Sequence[Recognised], place_of: Callable[[str], Around]) -> DraftRows:
    """Typed rows of all recognised tables."""
    made = DraftRows(own_refs=own_refs(found), legends=legends(found, place_of))
    nested = {place.plan for t in found if _has_upper_levels(t, place := place_of(t.table.table_id))}
    headings = Headings()
    plan = None
    card: Recognised | None = None
    for table in found:
        place = place_of(table.table.table_id)
        if place.plan != plan:
            headings.clear()
            plan, headings.nested = place.plan, place.plan in nested
        for paragraph in place.above:
            _apply_paragraph(headings, paragraph)
        if table.is_card:  # what stands above a card was said of the record before it
            headings.end_references()
            card = table
        elif card and not _belongs_to(card, table, place):
            headings.end_references()
            card = None
        for read in filter(None, (table, table.also)):
            with made.apart(read):
                before = len(made.actions)
                _read_table(read, place, headings, made)
                if table.card:
                    made.risks = acted_upon(made.risks, table.card, made.actions[before:])
                for kind in read.lists:
                    MAKERS[kind].of_table(read, place.plan, made)
        if card is table and table.kind == "risks" and made.risks:
            headings.apply("risk_refs", made.risks[-1].risk_ref)
    made.actions, made.risks = with_numbered_under(made.actions, made.risks)
    made.risks, made.listed = apart_from_cards(made.risks, [f.table.table_id for f in found if f.is_card])
    return made


def _has_upper_levels(found: Recognised, place: Around) -> bool:
    """Whether headings in or over a table say that they are over objectives, or do not say what they are."""
    alone = [
        row for row in found.table.rows if row.kind == "band" or sum(bool(c.text) for c in row.cells) == 1
    ]
    texts = [cell.text for row in alone for cell in row.cells if cell.text]
    plain = any(row.kind == "band" and not any(labelled(c.text) for c in row.cells) for row in alone)
    return plain or any(map(is_over_objectives, (*place.above, *texts)))


def _belongs_to(card: Recognised, table: Recognised, place: Around) -> bool:
    """Whether a table belongs to the card over it: under a title at most on its page, or next without one."""
    if card.titled:
        return table.card == card.table.table_id
    last = (card.printed or card.table).last_page
    return len(place.above) <= (1 if table.table.page == last else 0) and table.table.page <= last + 1


def _apply_paragraph(headings: Headings, text: str) -> None:
    if is_section(text):
        headings.clear()
    for label, words in labelled(text, after_other_text=True):
        if not is_key(words):
            headings.apply(label, words)


def _read_table(found: Recognised, place: Around, headings: Headings, made: DraftRows) -> None:
    if found.boxes:
        _read_boxes(found, place, made)
    elif found.reading is None:
        _headings_only(found, headings)
    else:
        _read_rows(found, place, headings, made)


def _read_boxes(found: Recognised, place: Around, made: DraftRows) -> None:
    table = found.table
    for box in found.boxes:
        title = box.title
        source = Source(table_id=table.table_id, page=title.page, box=title.box, confidence=table.confidence)
        made.indicators.append(box_indicator(box, place.plan, source.read_from(box.words)))
        made.add_values(box_values(box, made.indicators[-1], source), made.indicators[-1])


def _read_rows(found: Recognised, place: Around, headings: Headings, made: DraftRows) -> None:
    here = RowContext(place, headings, _initials(place))
    made.initials |= here.initials
    if above := place.heading:
        apply_heading(headings, above.text, above.size, bold=above.bold)
    below_head = not found.table.header_rows
    signed, rates, time = _tells_percentages(found), rated(found, place), around(found, place)
    levels, groups, over = levels_of_rows(found), group_rows(found), dict(headings.texts)
    for row in found.table.rows:
        if row.kind == "header":
            below_head = True
        elif _is_band(row, found) or any(row is group for group in groups):
            # what stands over the head without a label is the table's title
            if below_head or any(labelled(c.text) for c in row.cells):
                apply_band(headings, row.cells)
        elif _is_total(row) and not found.named:
            continue
        elif heading := _spread_subject(row, found):
            apply_band(headings, [heading])
        else:
            section, over_it = headings.section(found.kind), levels(row)
            for one in rows_of(row, found):
                fields = Fields(one, found, made.own_refs, signed, rates, time, section, over_it)
                MAKERS[found.kind].of_row(fields, here, made)
    if groups:  # a heading inside a table of indicators says nothing of the tables after it
        headings.texts = over


def _tells_percentages(found: Recognised) -> bool:
    """Whether the table says which of its values are percentages, so that the others are none.

    It prints the sign with the value, or behind most of the definitions.
    """
    if found.reading is None:
        return False
    measured = {v.column for v in found.reading.values}
    if any("%" in cell.flat for c in found.columns if c.number in measured for cell in c.filled):
        return True
    subject = found.reading.subject
    of = [bracketed_unit(cell.flat) for cell in found.columns[subject].filled] if subject is not None else []
    return 2 * of.count("percent") > len(of)


def _initials(place: Around) -> dict[str, str]:
    """What initials stand for, by the keys around the table; one pair alone above it may be anything."""
    keys = [key for paragraph in place.above if len(key := initials_key(paragraph)) >= MIN_KEY_PAIRS]
    return {i: name for key in (*keys, initials_key(place.below)) for i, name in key.items()}


def _headings_only(found: Recognised, headings: Headings) -> None:
    """A box that holds labelled headings governs the tables below it."""
    cells = [c for row in found.table.rows for c in row.cells if c.text]
    if cells and all(labelled(c.text) for c in cells):
        for cell in cells:
            apply_band(headings, [cell])


def _is_band(row: Row, found: Recognised) -> bool:
    if row.kind == "band" or _lone(row, found):
        return True
    return not found.is_card and _cut(row, len(found.columns))  # what cards stand for is no printed row


def _cut(row: Row, columns: int) -> bool:
    """A row whose only texts are one line, which the edges of columns cut between two words."""
    filled = [c for c in row.cells if c.text]
    if len(filled) < MIN_CUT or columns <= len(filled) or any(not c.words for c in filled):
        return False
    return all(_is_one_line(left.words[-1], right.words[0]) for left, right in pairwise(filled))


def _is_one_line(left: Word, right: Word) -> bool:
    """Whether two words stand on one line with no more than a space between them."""
    white = right.box.x0 - left.box.x1
    return abs(left.box.mid_y - right.box.mid_y) < left.size / 2 and 0 <= white <= SPACE_EM * left.size


def _lone(row: Row, found: Recognised) -> bool:
    """A row whose only text stands in one cell that is not the record's own text.

    A text alone in a column behind it is the end of a date or a name, no heading.
    """
    filled = [c for c in row.cells if c.text]
    if len(filled) != 1 or len(found.columns) < 3:
        return False
    reading = found.reading
    assert reading is not None
    subject = len(found.columns) if reading.subject is None else reading.subject
    return filled[0].column < subject or filled[0].column_span > 1


def _spread_subject(row: Row, found: Recognised) -> Cell | None:
    """The cell of a heading that reaches over the record's own text and other columns, amounts beside it."""
    reading = found.reading
    assert reading is not None
    column = reading.subject
    cell = row.at(column) if column is not None else None
    return cell if cell is not None and cell.column_span >= MIN_SPREAD else None


def _is_total(row: Row) -> bool:
    return is_only_total(next((c.flat for c in row.cells if c.text), ""))
