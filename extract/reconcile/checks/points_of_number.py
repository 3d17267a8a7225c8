"""Check: a change in percentage points beside a figure that is no percentage."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agendapack.extract.normalise.refs import find_refs
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import in_order
from agendapack.extract.reconcile.subject import Subject

LEAD = 60
"""Characters before the figure in which its name may stand."""
_POINTS = re.compile(
    r"(?<![\w.,])(\d[\d,]*(?:\.\d+)?)(?!\s?%)(?:\s+[a-z]+)?\s*"
    r"\(\s*[+–-]?\s*\d+(?:\.\d+)?\s?(?:p\.?\s?p\b\.?|pp\b|ppts?\b|%?\s?(?:percentage\s+)?points?\b)",
    re.IGNORECASE,
)


@check(
    kind="suspect_value",
    title="Percentage points of a figure that is no percentage",
    severity="info",
    message="“{said}”: points of a percentage beside a number",
    looks_at="lines, tables, actions, indicators, risks",
)
def points_of_number(subject: Subject) -> Iterator[Hit]:
    """The change is printed behind its figure, in brackets: "8.24 days (+0.06 p.p.)"."""
    for said in subject.statements:
        for found in _POINTS.finditer(said.text):
            before = said.text[max(0, found.start() - LEAD) : found.start()]
            refs = [ref.ref for ref in find_refs(before, known=subject.known)][-1:]
            quote = " ".join((before + found[0] + ")").split())
            yield Hit(in_order((said.name, *refs)), (said.place,), {"said": quote})
