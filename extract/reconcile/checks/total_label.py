"""Check: a total row that spells the name of its group otherwise than the group's heading."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from extract.model import Place
from extract.reconcile.registry import Hit, check
from extract.reconcile.subject import Subject
from extract.reconcile.wording import same

ALMOST = 90
"""rapidfuzz ratio from which two labels are one name, 100 being the same."""
_TOTAL = re.compile(r"^(?:sub-?)?total(?: for| of)?[: ]+(.+)$|^(.+?)[: ]+(?:sub-?)?total$", re.IGNORECASE)


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
        for index, (_, label) in enumerate(labels):
            match = _TOTAL.match(label)
            name = (match[1] or match[2]).strip() if match else ""
            if not name or any(same(name, other) for other in names):
                continue
            above = {other for _, other in labels[:index] if not _TOTAL.match(other)}
            close = [
                o
                for o in above
                if len(o.split()) == len(name.split()) and fuzz.ratio(o.casefold(), name.casefold()) >= ALMOST
            ]
            if len(close) == 1:
                page = sheet.entry.source.page
                yield Hit(
                    (close[0], name, label),
                    (Place(page, sheet.entry.source.box, "", label),),
                    {"total": label, "heading": close[0]},
                )
