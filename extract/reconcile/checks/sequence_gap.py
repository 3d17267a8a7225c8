"""Check: numbers left out of a run of refs."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from agendapack.extract.model import Action, Indicator
from agendapack.extract.normalise.refs import nth
from agendapack.extract.reconcile.checks.misnumbered import misnumbered
from agendapack.extract.reconcile.registry import Hit, Severity, check
from agendapack.extract.reconcile.rows import family_and_number, grouped, place
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.vocabulary import taken_out, words

MAX_MISSING = 2
"""More numbers missing in a row than this are another series, not a slip."""
MOST_THERE = 0.7
"""Share of the numbers between first and last that must be printed."""
MOST_OF_LIST = 0.9
"""The same, under which a list that leaves out several may be a part of a longer one."""
Row = Action | Indicator


@check(
    kind="sequence_gap",
    title="Number left out of a series",
    severity="warning",
    message="{plan} goes from {before} to {after}; {missing} {are} missing{elsewhere}",
    looks_at="actions, indicators",
)
def sequence_gap(subject: Subject) -> Iterator[Hit]:
    """Only in unbroken series that no national body numbers; closed risks leave gaps by rights.

    Where several numbers of not so many are left out, a part of a longer list may be printed: worth a look.
    A number that stands in a cell of the page is that of a row that was not read.
    """
    result = subject.result
    kinds: tuple[tuple[Collection[str], list[tuple[str, Row]]], ...] = (
        (subject.actions, [(a.action_ref, a) for a in result.actions]),
        (subject.indicators, [(i.indicator_ref, i) for i in result.indicators]),
    )
    national = words("reference_sets", "national")
    told = {ref for hit in misnumbered(subject) for ref in hit.refs}
    found: list[Hit] = []
    for defined, rows in kinds:
        numbered = [(row.plan, family_and_number(ref), ref, row) for ref, row in rows]
        series = grouped(
            ((plan, parts[0]), (parts[1], ref, row)) for plan, parts, ref, row in numbered if parts
        )
        for (plan, family), members in series.items():
            if not {*family.lower().split()} & national:
                found += (gap for gap in _gaps(plan, members, defined) if not told & {*gap.refs})
    printed = {(page, " ".join(text.split())) for page, _, text in subject.cells} if found else set()
    for gap in found:
        unread = any((place.page, ref) in printed for place in gap.places for ref in gap.refs)
        if not unread and not _explained(subject, gap):
            yield gap


def _explained(subject: Subject, gap: Hit) -> bool:
    """Whether a note on the page says what became of the number."""
    lines = [line for page in {place.page for place in gap.places} for line in subject.lines_of.get(page, ())]
    return any(taken_out().search(line.text) and ref in line.text for line in lines for ref in gap.refs)


def _gaps(plan: str, members: Sequence[tuple[int, str, Row]], defined: Collection[str]) -> Iterator[Hit]:
    run = sorted({number: (number, ref, row) for number, ref, row in members}.values(), key=lambda m: m[0])
    if len(run) < MOST_THERE * (run[-1][0] - run[0][0] + 1):
        return
    wide = run[-1][0] - run[0][0] + 1
    part = wide - len(run) > 1 and len(run) < MOST_OF_LIST * wide
    for (low, before, row), (high, after, next_row) in zip(run, run[1:], strict=False):
        if not 1 < high - low <= MAX_MISSING + 1:
            continue
        missing = [nth(before, number) for number in range(low + 1, high)]
        there = [ref for ref in missing if ref in defined]
        severity: Severity = "info" if there or part else "warning"
        yield Hit(
            (*missing,),
            (place(row, before), place(next_row, after)),
            {
                "plan": plan or "The table",
                "before": before,
                "after": after,
                "missing": " and ".join(missing),
                "are": "is" if len(missing) == 1 else "are",
                "elsewhere": " here, though another plan has it" if there else "",
            },
            severity,
        )
