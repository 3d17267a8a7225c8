"""Check: a table that counts rows by colour against the rows themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from agendapack.extract.normalise.rag import rag_of_text
from agendapack.extract.normalise.totals import is_total
from agendapack.extract.reconcile.figures import FigureSheet
from agendapack.extract.reconcile.matrix import stands_for
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.subject import Subject

MIN_COLOURS = 3
"""Colours whose counts must agree before one that does not is a fault."""
MAX_WRONG = 1
"""Counts that may differ; with more of them the table counts something else."""


@check(
    kind="sum_mismatch",
    title="Count by colour does not agree with the rows",
    severity="error",
    message="{title}: {column} counts {printed} {colour}, the rows have {counted}",
    looks_at="tables",
)
def summary_counts(subject: Subject) -> Iterator[Hit]:
    """The rows are those of the dataset, or of the plan, with which all the other counts agree."""
    candidates = list(_candidates(subject))
    for sheet in subject.sheets:
        for name, counts, rows in _columns(sheet):
            best = min(candidates, key=lambda c: sum(c[k] != v for k, v in counts.items()), default=None)
            wrong = [colour for colour, count in counts.items() if best is None or best[colour] != count]
            agreeing = [colour for colour, count in counts.items() if count and colour not in wrong]
            if best and 0 < len(wrong) <= MAX_WRONG and len(agreeing) >= MIN_COLOURS:
                colour = wrong[0]
                label = sheet.label(rows[colour])
                yield Hit(
                    (label, name),
                    (sheet.place(rows[colour], f"{label}: {counts[colour]}"),),
                    {
                        "title": sheet.title,
                        "column": name or "a column",
                        "printed": counts[colour],
                        "colour": label,
                        "counted": best[colour],
                    },
                )


def _candidates(subject: Subject) -> Iterator[Counter[str]]:
    """Colours of all actions, of all indicators, and of those of each plan."""
    result = subject.result
    by_plan: dict[tuple[str, str], Counter[str]] = {}
    for kind, plan, colour in (
        *(("actions", a.plan, _colour(a.status)) for a in result.actions),
        *(("indicators", i.plan, _colour(i.rag)) for i in result.indicators),
    ):
        for key in ((kind, plan), (kind, "")):
            by_plan.setdefault(key, Counter())[colour] += 1
    yield from by_plan.values()


def _columns(sheet: FigureSheet) -> Iterator[tuple[str, Mapping[str, int], Mapping[str, int]]]:
    """Header, counts by colour and row by colour of each column that counts colours."""
    colours = {
        row: colour
        for row in sheet.body
        if (colour := stands_for(sheet.label(row))) and not is_total(sheet.label(row))
    }
    for column in sheet.columns:
        printed = {
            c: (int(f.value), row)
            for row, c in colours.items()
            if (f := sheet.figures[row][column]) and f.value == int(f.value) and not f.percent
        }
        if len(printed) >= MIN_COLOURS:
            yield (
                sheet.own_header(column),
                {c: n for c, (n, _) in printed.items()},
                {c: row for c, (_, row) in printed.items()},
            )


def _colour(text: str) -> str:
    """The rating a word stands for, or the word itself ("Complete")."""
    return rag_of_text(text) or text.strip().casefold()
