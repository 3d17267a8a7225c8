"""Decides from titles and cells whether a table lists actions, indicators or risks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from agendapack.extract.model import Row, Table
from agendapack.extract.normalise.periods import parse_period
from agendapack.extract.normalise.refs import is_ref, split_ref
from agendapack.extract.recognise.banding import without_banding
from agendapack.extract.recognise.boxes import KpiBox, boxes_of
from agendapack.extract.recognise.cards import card
from agendapack.extract.recognise.columns import Column, columns_of
from agendapack.extract.recognise.guesses import all_money
from agendapack.extract.recognise.nested import outer_and_inner
from agendapack.extract.recognise.roles import Reading, read_as
from agendapack.extract.recognise.rules import DATASETS, Role
from agendapack.extract.recognise.shapes import is_number, share
from agendapack.extract.recognise.unfolded import is_label, is_titled, unfolded
from agendapack.extract.stitch.rows import same_text
from agendapack.schemas import vocabulary

MIN_ROLES = 2
MIN_SHARES = 0.5
"""Share of the values that are percentages, from which rows with references are indicators."""
MIN_LABELS = 0.5
"""Share of labels among what should be the records' own texts, from which they are none."""
MIN_CARDS = 2
"""Cards of actions with the same labels on one page."""
SURE_OF_CARDS: Mapping[str, frozenset[str]] = {
    "actions": frozenset({"action", "due", "officers"}),
    "risks": frozenset({"description", "likelihood", "impact"}),
    "indicators": frozenset({"no cards"}),
}
"""Labels without which cards are none of the dataset's records."""
MAX_TRIED_HEADER_ROWS = 3
MAX_ROWS_OVER_HEAD = 2
MAX_TITLE_CHARS = 90
"""Column titles without bold type or fill are short."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """A table with what it was taken for and why."""

    table: Table
    kind: str
    """actions, indicators, risks, or empty."""
    columns: tuple[Column, ...]
    reading: Reading | None
    reasons: tuple[str, ...]
    rejected: tuple[tuple[str, float], ...] = ()
    """What else it might have been, with scores."""
    boxes: tuple[KpiBox, ...] = ()
    """Indicators set as boxes of labelled values; such a table has no columns."""
    printed: Table | None = None
    """The cards as they are printed, where `table` is the list that they stand for."""
    also: Recognised | None = None
    """The same table read for its other records: the risks beside the actions that treat them."""


def recognise(tables: Iterable[Table]) -> list[Recognised]:
    """Recognise the tables of a pack in order; one with no head may follow the one before."""
    found: list[Recognised] = []
    for table in map(without_banding, tables):
        result = _as_boxes(table) or _by_titles(table)
        cards = _as_cards(table)
        if cards and _score(cards) > _score(result):
            result = cards
        if not result.kind and found:
            result = _like_the_last(table, found[-1]) or result
        found.append(_with_risks(result))
    return [
        each if each.printed is None or _sure(each, found) else _by_titles(each.printed) for each in found
    ]


def _with_risks(found: Recognised) -> Recognised:
    """The table read for both where risks are merged over the rows of their actions."""
    outer, inner = outer_and_inner(found.columns) if found.kind in ("actions", "risks") else ([], [])
    if not outer or found.printed is not None:
        return found
    around, within = read_as("risks", outer), read_as("actions", inner)
    if not (_enough(around, outer) and _enough(within, inner)):
        return found
    actions = found if found.kind == "actions" else replace(found, kind="actions", reading=within)
    return replace(actions, also=replace(found, kind="risks", reading=around))


def _as_cards(table: Table) -> Recognised | None:
    """Actions or risks set as cards, read as a list."""
    for kind in ("", *(k for k in ("risks", "actions") if is_titled(table, k))):
        listed = unfolded(table, kind)
        result = _by_titles(listed) if listed else None
        if result is None or result.reading is None or kind not in ("", result.kind):
            continue
        if SURE_OF_CARDS[result.kind] <= {r.name for r in result.reading.roles}:
            reasons = ("cards of labelled values", *result.reasons)
            return replace(result, reasons=reasons, printed=table)
    return None


def _sure(card: Recognised, found: Sequence[Recognised]) -> bool:
    """Whether cards are those of records: a report's head, alone on its page, may be set like an action."""
    titles = {c.title for c in card.columns}
    alike = [f for f in found if f.printed is not None and {c.title for c in f.columns} == titles]
    pages = Counter(row.page for f in alike for row in f.table.rows if row.kind == "body")
    return card.kind == "risks" or max(pages.values()) >= MIN_CARDS


def _score(found: Recognised) -> float:
    return found.reading.score if found.reading else 0.0


def _as_boxes(table: Table) -> Recognised | None:
    boxes = _cards(table) or boxes_of(table)
    if not boxes:
        return None
    reason = f"{len(boxes)} boxes of labelled values"
    return Recognised(table, "indicators", (), None, (reason,), boxes=tuple(boxes))


def _cards(table: Table) -> list[KpiBox]:
    """The cards of a table in which every filled cell is one."""
    cards: list[KpiBox] = []
    filled = [(cell, row) for row in table.rows for cell in row.cells if cell.text]
    for cell, row in filled:
        found = card(cell, row)
        if found is None:
            return []
        cards.append(found)
    return cards


def _by_titles(table: Table) -> Recognised:
    best: Recognised | None = None
    for header, body in _header_choices(table):
        columns = columns_of(table, header, body)
        readings = [read_as(dataset, columns) for dataset in DATASETS]
        fitting = [r for r in readings if _enough(r, columns)]
        if not fitting:
            continue
        reading = max(fitting, key=lambda r: r.score)
        if best is None or best.reading is None or reading.score > best.reading.score + 0.05:
            best = Recognised(
                _with_header(table, header),
                reading.dataset,
                tuple(columns),
                reading,
                tuple(r.reason for r in reading.roles) + tuple(v.reason for v in reading.values),
                tuple((r.dataset, round(r.score, 2)) for r in readings if r is not reading),
            )
    if best:
        return best
    header = [r for r in table.rows if r.kind == "header"]
    columns = columns_of(table, header, table.rows)
    scores = tuple((r.dataset, round(r.score, 2)) for r in (read_as(d, columns) for d in DATASETS))
    return Recognised(table, "", tuple(columns), None, ("no dataset's columns fit",), scores)


def _enough(reading: Reading, columns: Sequence[Column]) -> bool:
    least = float(vocabulary("tables")[reading.dataset]["least"])
    roles = len(reading.roles) + min(1, len(reading.values)) + len(reading.marked)
    return (
        not reading.missing
        and roles >= MIN_ROLES
        and reading.score >= least
        and _says_enough(reading, columns)
        and not _lists_labels(reading, columns)
    )


def _lists_labels(reading: Reading, columns: Sequence[Column]) -> bool:
    """Whether the records' own texts are labels: cards that nobody could read as such are no list."""
    cells = [cell for c in columns if c.number == reading.subject for cell in c.filled]
    return sum(is_label(cell.text) for cell in cells) >= MIN_LABELS * max(len(cells), 1)


def _says_enough(reading: Reading, columns: Sequence[Column]) -> bool:
    """A subject column with a vague title needs a telling column beside it."""
    spec = vocabulary("tables")[reading.dataset]
    subject = next((r for r in reading.roles if spec["roles"][r.name].get("must")), None)
    if subject is None or not subject.vague:
        return True
    if all_money(reading.values):
        return False
    if reading.marked or any(v.telling for v in reading.values):
        return True
    return any(r.name in spec["vouch"] and not r.vague for r in reading.roles) or _has_shares(
        reading, columns
    )


def _has_shares(reading: Reading, columns: Sequence[Column]) -> bool:
    """Whether rows with references have percentages among their values, which budgets hardly have."""
    measured = {v.column for v in reading.values}
    cells = [cell.flat for c in columns if c.number in measured for cell in c.filled]
    shares = sum(text.endswith("%") for text in cells)
    return reading.column("ref") is not None and bool(cells) and shares >= MIN_SHARES * len(cells)


def _header_choices(table: Table) -> Iterable[tuple[list[Row], list[Row]]]:
    """The header rows that were found by their looks; else the first rows, tried as a head."""
    header = [r for r in table.rows if r.kind == "header"]
    if header:
        yield header, list(table.rows)
    if header and not any(c.column_span > 1 for r in header for c in r.cells):
        return
    body = [r for r in table.rows if r.kind == "body"]
    while len(body) > 1 and sum(bool(c.text) for c in body[0].cells) < 2:
        body = body[1:]
    body = _from_the_head(body, table.columns)
    for count in range(1, min(MAX_TRIED_HEADER_ROWS, len(body) - 1) + 1):
        if not _could_be_header(body[count - 1]):
            return
        head = header + body[:count]
        yield head, [r for r in table.rows if not any(r is h or same_text(r, h) for h in head)]


def _from_the_head(body: list[Row], columns: int) -> list[Row]:
    """The rows without totals printed over the head, in a few of its columns only."""
    for above in range(MAX_ROWS_OVER_HEAD + 1):
        if above < len(body) and _could_be_header(body[above]):
            return body[above:]
        if above < len(body) and 2 * sum(bool(c.text) for c in body[above].cells) > columns:
            break
    return body


def _could_be_header(row: Row) -> bool:
    """Whether a row without the looks of a head holds titles: several short texts, no figures."""
    texts = [c.flat for c in row.cells if c.text]
    return len(texts) >= 2 and all(
        len(t) <= MAX_TITLE_CHARS and (not is_number(t) or parse_period(t) is not None) for t in texts
    )


def _with_header(table: Table, header: Sequence[Row]) -> Table:
    """The table with these rows as its head, and without the rows that print the head again."""
    rows = []
    for row in table.rows:
        if any(row is h for h in header):
            rows.append(replace(row, kind="header"))
        elif not any(same_text(row, h) for h in header):
            rows.append(row)
    return replace(table, rows=tuple(rows), header_rows=len(header))


def _like_the_last(table: Table, last: Recognised) -> Recognised | None:
    """A list with no head right after a recognised table, with refs of the same families."""
    if table.header_rows or last.reading is None or table.page > last.table.last_page + 1:
        return None
    ref, text = last.reading.column("ref"), _must_column(last.reading)
    if ref is None or text is None:
        return None
    families = {split_ref(c.flat)[0] for c in last.columns[ref].filled if is_ref(c.flat)}
    columns = columns_of(table, [], table.rows)
    refs = [c for c in columns if (share("ref", c.cells) or 0) >= 0.8]
    if not refs or not families & {split_ref(c.flat)[0] for c in refs[0].filled}:
        return None
    texts = [c for c in columns if c is not refs[0] and (share("text", c.cells) or 0) >= 0.8]
    if len(texts) != 1 or len(columns) > len(last.columns):
        return None
    must = next(r.name for r in last.reading.roles if r.column == text)
    reason = f"no head, refs of the families of {last.table.table_id} above"
    roles = (Role(refs[0].number, "ref", 0.6, reason), Role(texts[0].number, must, 0.6, reason))
    reading = Reading(last.kind, roles, (), 1.2, ())
    return Recognised(table, last.kind, tuple(columns), reading, (reason,))


def _must_column(reading: Reading) -> int | None:
    rules = vocabulary("tables")[reading.dataset]["roles"]
    return next((r.column for r in reading.roles if rules[r.name].get("must")), None)
