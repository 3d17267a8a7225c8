"""Check: rows that cite so much that only a part of it became links."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from agendapack.extract.model import Place
from agendapack.extract.reconcile.linking import MAX_A_ROW
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.subject import Subject

MAX_NAMED = 20
"""Rows that are named; the finding counts the others."""


@check(
    kind="suspect_value",
    title="More references in a row than become links",
    severity="warning",
    message="{refs} cites {most} references or more, of which only the first {most} are links{others}",
    looks_at="links",
)
def many_citations(subject: Subject) -> Iterator[Hit]:
    """A cell that cites hundreds of rows is misread, or a list that belongs elsewhere."""
    counts = Counter((link.source, link.from_ref) for link in subject.links)
    full = [row for row, number in counts.items() if number >= MAX_A_ROW]
    if full:
        refs = tuple(dict.fromkeys(ref for _, ref in full[:MAX_NAMED]))
        places = tuple(Place(s.page, s.box, s.row_id, ref) for s, ref in full[:MAX_NAMED])
        left = len(full) - MAX_NAMED
        others = f"; so do {left} more rows" if left > 0 else ""
        yield Hit(refs, places, {"refs": ", ".join(refs), "most": MAX_A_ROW, "others": others})
