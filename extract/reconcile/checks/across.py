"""Check: rows that break the sum or difference that the table's columns otherwise keep."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, permutations

from agendapack.extract.reconcile.adding import adds_up, near
from agendapack.extract.reconcile.figures import Figure, FigureSheet
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.subject import Subject

MAX_COLUMNS = 12
"""Wider tables have too many relations between columns to try, and too many by chance."""
MIN_ROWS = 4
"""Rows that must keep the relation before one that does not is a fault."""
LARGE = 100
"""Figures from here on make a sum by no chance; where all others make the last column, a row less will do."""
MOST_KEEP = 0.8
"""Share of the rows that must keep it; of the few large ones all but one."""
Relation = tuple[int, tuple[int, ...], tuple[int, ...]]
"""A column, the columns added and the columns taken away."""


@check(
    kind="sum_mismatch",
    title="Row does not add up across",
    severity="error",
    message="{title}: in {label}, {result} is printed as {printed}; {sum}, which makes it in the other rows, "
    "is {made}",
    looks_at="tables",
)
def total_across(subject: Subject) -> Iterator[Hit]:
    """The relation is read from the table itself; total rows that fail downwards are told by that check."""
    for sheet, its in subject.sums:
        told = {found.row for found in its if found.wrong}
        for relation, broken, wider in _kept(sheet):
            for row in broken:
                if row not in told and _near(sheet, row, relation) and not _explained(sheet, row, wider):
                    told.add(row)
                    yield _hit(sheet, row, relation)


def _kept(sheet: FigureSheet) -> Iterator[tuple[Relation, list[int], list[Relation]]]:
    """Each relation that enough rows keep, rows that break it, and relations of more columns as well kept."""
    found = [(relation, *_split(sheet, relation)) for relation in _relations(sheet)]
    for relation, kept, broken in found:
        enough = len(kept) >= MIN_ROWS - _large(sheet, kept, relation)
        if broken and enough and _telling(sheet, kept, relation):
            wider = [r for r, its, _ in found if _columns(r) > _columns(relation) and len(its) >= len(kept)]
            yield relation, broken, wider


def _explained(sheet: FigureSheet, row: int, wider: list[Relation]) -> bool:
    """Whether the figure is right once another column counts: the other rows may have nothing there."""
    return any((parts := _parts(sheet, row, relation)) and adds_up(*parts) for relation in wider)


def _columns(relation: Relation) -> frozenset[int]:
    result, plus, minus = relation
    return frozenset((result, *plus, *minus))


def _relations(sheet: FigureSheet) -> Iterator[Relation]:
    scored = _scored(sheet)
    adding = (c for c in sheet.columns if c not in scored and (sheet.adds(c) or _is_difference(sheet, c)))
    columns = [*islice(adding, MAX_COLUMNS + 1)]
    if not 3 <= len(columns) <= MAX_COLUMNS:
        return
    for result in reversed(columns):
        others = tuple(c for c in columns if c != result)
        left = tuple(c for c in others if c < result)
        if result == columns[-1] and len(others) > 2:
            yield result, others, ()
        if len(left) > 2:
            yield result, left, ()
        for a, b in permutations(others, 2):
            if a < b:
                yield result, (a, b), ()
            yield result, (a,), (b,)


def _scored(sheet: FigureSheet) -> frozenset[int]:
    """Columns side by side of which one is the product of the two before, as in scores of risks."""
    found: set[int] = set()
    for columns in zip(sheet.columns, sheet.columns[1:], sheet.columns[2:], strict=False):
        rows = [[f.value for c in columns if (f := sheet.figures[r][c])] for r in sheet.body]
        whole = [row for row in rows if len(row) == len(columns)]
        made = sum(a * b == product for a, b, product in whole)
        if made >= MIN_ROWS - 1 and made >= MOST_KEEP * len(whole):
            found.update(columns)
    return frozenset(found)


def _is_difference(sheet: FigureSheet, column: int) -> bool:
    """Whether a column whose header keeps it out of sums ("Change") may be the result of a difference."""
    return any(f.value < 0 for r in sheet.body if (f := sheet.figures[r][column]) and not f.percent)


def _parts(sheet: FigureSheet, row: int, relation: Relation) -> tuple[Figure, list[Figure]] | None:
    """The figure and what should make it; None when a cell is missing."""
    result, plus, minus = relation
    figures = sheet.figures[row]
    whole, made = figures[result], list[Figure]()
    if not whole:
        return None
    for column in plus:
        if not (figure := figures[column]):
            return None
        made.append(figure)
    for column in minus:
        if not (figure := figures[column]):
            return None
        made.append(figure.taken_away)
    return whole, made


def _split(sheet: FigureSheet, relation: Relation) -> tuple[list[int], list[int]]:
    """Rows that keep the relation and rows that break it; none at all once too many break it."""
    most_broken = max(1, (1 - MOST_KEEP) * len(sheet.body))
    kept: list[int] = []
    broken: list[int] = []
    for row in sheet.body:
        if parts := _parts(sheet, row, relation):
            (kept if adds_up(*parts) else broken).append(row)
            if len(broken) > most_broken:
                return [], []
    most = len(kept) >= MOST_KEEP * (len(kept) + len(broken))
    few = len(kept) == MIN_ROWS - 1 and len(broken) == 1 and _large(sheet, kept, relation)
    return (kept, broken) if most or few else ([], [])


def _near(sheet: FigureSheet, row: int, relation: Relation) -> bool:
    parts = _parts(sheet, row, relation)
    return bool(parts and near(*parts))


def _large(sheet: FigureSheet, rows: list[int], relation: Relation) -> bool:
    """Whether all other columns make the last one, in figures too large to do so by chance."""
    result, plus, _ = relation
    if (*plus, result) != sheet.columns:
        return False
    return all(
        f and abs(f.value) >= LARGE for r in rows for c in sheet.columns for f in (sheet.figures[r][c],)
    )


def _telling(sheet: FigureSheet, rows: list[int], relation: Relation) -> bool:
    """Whether enough rows have figures other than nought in all the columns: 5 + 0 = 5 proves nothing."""
    parts = [p for r in rows if (p := _parts(sheet, r, relation))]
    return sum(all(f.value for f in (whole, *made)) for whole, made in parts) >= MIN_ROWS - 1


def _hit(sheet: FigureSheet, row: int, relation: Relation) -> Hit:
    result, plus, minus = relation
    parts = _parts(sheet, row, relation)
    made = sum(f.value for f in parts[1]) if parts else 0
    label = sheet.label(row) or "a row without a label"
    name = {c: sheet.own_header(c) or f"column {c + 1}" for c in (result, *plus, *minus)}
    told = " + ".join(name[c] for c in plus) + "".join(f" − {name[c]}" for c in minus)
    printed = parts[0].text if parts else ""
    return Hit(
        sheet.refs(label),
        (sheet.place(row, f"{label}: {printed}"),),
        {
            "title": sheet.title,
            "label": label,
            "result": name[result],
            "printed": printed,
            "sum": told,
            "made": f"{made:,}",
        },
        "info" if sheet.scanned else None,
    )
