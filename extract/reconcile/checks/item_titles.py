"""Check: a report that stands under the number of an agenda item and is of something else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agendapack.extract.model import Place
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.wording import stems

_HEADED = re.compile(
    r"^(?:Agenda )?Item (?:No\.? ?)?(\d{1,2}[a-z]?)\.?\s*[:–-]\s*(\S.{8,120})$", re.IGNORECASE
)
MIN_STEMS = 2
"""Telling words of a title that may be held against another."""


@check(
    kind="conflicting_text",
    title="Report under the number of another agenda item",
    severity="warning",
    message="Item {number} is “{agenda}” on the agenda, “{report}” on page {page}",
    looks_at="agenda_items, lines",
)
def item_titles(subject: Subject) -> Iterator[Hit]:
    """Lines such as "Item 7: Budget"; only where the two titles share no telling word."""
    items = grouped((item.item_no.strip(" ."), item) for item in subject.result.agenda_items)
    for line in subject.lines if items else ():
        headed = _HEADED.match(line.text)
        for item in items.get(headed[1], ()) if headed else ():
            if headed and line.page > item.source.page and _apart(item.title, headed[2]):
                places = (
                    Place(line.page, line.box, "", line.text),
                    Place(item.source.page, item.source.box, "", item.title),
                )
                facts = {"number": item.item_no, "agenda": item.title, "report": headed[2], "page": line.page}
                yield Hit((item.item_no, item.title, headed[2]), places, facts)


def _apart(one: str, other: str) -> bool:
    first, second = set(stems(one)), set(stems(other))
    return len(first) >= MIN_STEMS and len(second) >= MIN_STEMS and not first & second
