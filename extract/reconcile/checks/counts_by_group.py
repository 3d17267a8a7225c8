"""Checks: tables that count ratings by group against their own totals and against the rows counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from agendapack.extract.reconcile.matrix import Matrix, matrices, stands_for
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.targets import squeezed

MOST_WRONG = 0.5
"""Share of the sums, or counts, that may be wrong; with more of them the table counts something else."""
MIN_NAME = 4
"""Letters of a group's name that can be found in a heading."""
Sum = tuple[str, int, int, int]
"""What is summed, its row, the number printed and the number it should be."""


@check(
    kind="sum_mismatch",
    title="Counts of ratings do not add up",
    severity="error",
    message="{title}: {sums}",
    looks_at="tables",
)
def counts_add_up(subject: Subject) -> Iterator[Hit]:
    """Along the rows and down the columns, told once for the table; counts are never rounded."""
    for matrix in matrices(subject.sheets):
        sums = [*_along(matrix), *_down(matrix)]
        wrong = [s for s in sums if s[2] != s[3]]
        if wrong and len(wrong) <= MOST_WRONG * len(sums):
            told = "; ".join(
                f"{what} is printed as {printed}, and adds up to {made}" for what, _, printed, made in wrong
            )
            sheet = matrix.sheet
            labels = tuple(dict.fromkeys(sheet.label(row) for _, row, *_ in wrong))
            places = tuple(sheet.place(row, f"{what}: {printed}") for what, row, printed, _ in wrong)
            yield Hit(labels, places, {"title": sheet.title, "sums": told})


@check(
    kind="sum_mismatch",
    title="Counts of ratings by group do not agree with the rows",
    severity="error",
    message="{title}: {group} counts {printed}, its rows have {counted}",
    looks_at="tables, actions, indicators, risks",
)
def counts_of_groups(subject: Subject) -> Iterator[Hit]:
    """A group is a heading, plan or section that names it; told where most of the table's counts agree."""
    found = _groups(subject)
    for matrix in matrices(subject.sheets) if found else ():
        pairs = [(r, c) for r in matrix.groups if (c := _counted(matrix, r, found))]
        cells = [(matrix.counts(r)[k], c[k]) for r, c in pairs for k in matrix.colours.values()]
        wrong = sum(a != b for a, b in cells)
        if not wrong or wrong > MOST_WRONG * len(cells):
            continue
        for row, counted in pairs:
            printed = {k: n for k, n in matrix.counts(row).items() if n != counted[k]}
            if printed:
                yield _hit(matrix, row, printed, counted)


def _along(matrix: Matrix) -> Iterator[Sum]:
    if matrix.total is None:
        return
    for row in (*matrix.groups, *matrix.sums):
        if matrix.sheet.figures[row][matrix.total]:
            made = sum(matrix.counts(row).values())
            yield matrix.sheet.label(row), row, matrix.count(row, matrix.total), made


def _down(matrix: Matrix) -> Iterator[Sum]:
    columns = [*matrix.colours, *([] if matrix.total is None else [matrix.total])]
    last = matrix.sums[0] if len(matrix.sums) == 1 else None
    rows = [r for r in matrix.groups if last is not None and r < last]
    for column in columns if len(rows) > 1 else ():
        if last is not None and matrix.sheet.figures[last][column]:
            what = f"{matrix.sheet.label(last)} ({matrix.title(column)})"
            yield what, last, matrix.count(last, column), sum(matrix.count(r, column) for r in rows)


def _groups(subject: Subject) -> Mapping[str, Counter[str]]:
    """Ratings of the rows under each heading, by the heading's letters and the kind of row."""
    result = subject.result
    titles = {e.source.table_id: e.title for e in result.tables}
    rated = [
        *((i.plan, i.source.table_id, dict(i.extra), i.rag, ()) for i in result.indicators),
        *(
            (
                a.plan,
                a.source.table_id,
                dict(a.extra),
                a.status,
                (a.corporate_outcome, a.departmental_outcome),
            )
            for a in result.actions
        ),
    ]
    found: dict[str, Counter[str]] = {}
    for plan, table, extra, rating, outcomes in rated:
        names = {plan, titles.get(table, ""), *extra.values(), *outcomes} if stands_for(rating) else set()
        for name in {squeezed(n) for n in names if n}:
            found.setdefault(name, Counter())[stands_for(rating)] += 1
    return found


def _counted(matrix: Matrix, row: int, found: Mapping[str, Counter[str]]) -> Counter[str] | None:
    """The ratings of the rows of a group; None where no heading, or several unlike ones, name it."""
    name = squeezed(matrix.sheet.label(row))
    if len(name) < MIN_NAME:
        return None
    exact = found.get(name)
    named = [exact] if exact else [c for heading, c in found.items() if heading.endswith(name)]
    return named[0] if len(named) == 1 else None


def _hit(matrix: Matrix, row: int, printed: Mapping[str, int], counted: Counter[str]) -> Hit:
    label = matrix.sheet.label(row)
    facts = {
        "title": matrix.sheet.title,
        "group": label,
        "printed": ", ".join(f"{n} {k}" for k, n in printed.items()),
        "counted": ", ".join(f"{counted[k]} {k}" for k in printed),
    }
    return Hit((label,), (matrix.sheet.place(row, f"{label}: {facts['printed']}"),), facts)
