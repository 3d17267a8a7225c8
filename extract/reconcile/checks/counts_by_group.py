"""Checks: tables that count ratings by group against their own totals and against the rows counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from agendapack.extract.reconcile.matrix import Matrix, matrices, stands_for
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.targets import squeezed

MOST_WRONG = 0.5
"""Share of the sums, or counts, that may be wrong; with more of them the table counts something else."""
MIN_NAME = 4
"""Letters of a group's name that can be found in a heading."""
Rated = tuple[str, str, set[str]]
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
    kinds = [found for rows in _rated(subject) if (found := _groups(rows))]
    for matrix in matrices(subject.sheets) if kinds else ():
        of_kinds = [[(r, c) for r in matrix.groups if (c := _counted(matrix, r, found))] for found in kinds]
        pairs = min(of_kinds, key=lambda its: (_wrong(matrix, its), -len(its)))
        if pairs and 0 < _wrong(matrix, pairs) <= MOST_WRONG:
            for row, counted in pairs:
                printed = {k: n for k, n in matrix.counts(row).items() if n != counted[k]}
                if printed:
                    yield _hit(matrix, row, printed, counted)


def _wrong(matrix: Matrix, pairs: Sequence[tuple[int, Counter[str]]]) -> float:
    """Share of the counts that are not those of the rows; all of them where no group is known."""
    cells = [(matrix.counts(r)[k], c[k]) for r, c in pairs for k in matrix.colours.values()]
    return sum(a != b for a, b in cells) / len(cells) if cells else 1.0


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


def _rated(subject: Subject) -> Iterator[list[Rated]]:
    """The rows of each kind: what tells them apart, their rating, and the headings they stand under."""
    result = subject.result
    titles = {e.source.table_id: e.title for e in result.tables}
    yield [
        (
            f"{i.indicator_ref} {i.definition}",
            i.rag,
            {i.plan, i.section, titles.get(i.source.table_id, ""), *dict(i.extra).values()},
        )
        for i in result.indicators
    ]
    yield [
        (
            f"{a.action_ref} {a.action}",
            a.status,
            {
                a.plan,
                a.section,
                titles.get(a.source.table_id, ""),
                *dict(a.extra).values(),
                a.corporate_outcome,
                a.departmental_outcome,
            },
        )
        for a in result.actions
    ]


def _groups(rows: Sequence[Rated]) -> Mapping[str, Counter[str]]:
    """Ratings of the rows under each heading, by the heading's letters; a row printed twice counts once."""
    found: dict[str, dict[str, str]] = {}
    for row, rating, headings in rows:
        stands = stands_for(rating)
        for name in {squeezed(heading) for heading in headings if heading} if stands else ():
            found.setdefault(name, {}).setdefault(row, stands)
    return {name: Counter(ratings.values()) for name, ratings in found.items()}


def _counted(matrix: Matrix, row: int, found: Mapping[str, Counter[str]]) -> Counter[str] | None:
    """The ratings of the rows of a group; None where no heading, or several unlike ones, name it."""
    name = squeezed(matrix.sheet.label(row))
    if len(name) < MIN_NAME:
        return None
    named = [c for heading, c in found.items() if heading.endswith(name) or heading.startswith(name)]
    alike = all(counts == named[0] for counts in named)
    return found.get(name) or (named[0] if named and alike else None)


def _hit(matrix: Matrix, row: int, printed: Mapping[str, int], counted: Counter[str]) -> Hit:
    label = matrix.sheet.label(row)
    facts = {
        "title": matrix.sheet.title,
        "group": label,
        "printed": ", ".join(f"{n} {k}" for k, n in printed.items()),
        "counted": ", ".join(f"{counted[k]} {k}" for k in printed),
    }
    return Hit((label,), (matrix.sheet.place(row, f"{label}: {facts['printed']}"),), facts)
