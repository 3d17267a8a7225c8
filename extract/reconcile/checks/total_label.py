"""Check: a total row that spells the name of its group otherwise than the group's heading."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz

from agendapack.extract.normalise.totals import totalled
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.wording import same

ALMOST = 90
"""rapidfuzz ratio from which two labels are one name, 100 being the same."""
MIN_WORDS = 3
"""Words of a name that is looked for inside longer labels."""


@check(
    kind="name_variant",
    title="Total named otherwise than its group",
    severity="warning",
    message="The total “{total}” closes the group headed “{heading}”",
    looks_at="tables",
)
def total_label(subject: Subject) -> Iterator[Hit]:
    """Someone who filters by the name of the group misses its total."""
    for sheet in subject.sheets:
        labels = [(row, sheet.label(row)) for row in sheet.body if sheet.label(row)]
        names = {label for _, label in labels}
        for index, (row, label) in enumerate(labels):
            name = totalled(label)
            if not name or any(same(name, other) for other in names):
                continue
            above = {other for _, other in labels[:index] if not totalled(other)}
            close = {o for other in above for o in _parts(other, len(name.split())) if _almost(o, name)}
            if len(close) == 1:
                heading = close.pop()
                refs = (heading, name, label)
                yield Hit(refs, (sheet.place(row, label),), {"total": label, "heading": heading})


def _parts(label: str, length: int) -> set[str]:
    """The label, and of a longer one that many words at its beginning and at its end."""
    words = label.split()
    if length < MIN_WORDS or len(words) <= length:
        return {label}
    return {label, " ".join(words[:length]), " ".join(words[-length:])}


def _almost(heading: str, name: str) -> bool:
    alike = fuzz.ratio(heading.casefold(), name.casefold()) >= ALMOST
    return len(heading.split()) == len(name.split()) and alike and not same(heading, name)
