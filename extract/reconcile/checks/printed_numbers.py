"""Check: a number left out of those of paragraphs, captions or agenda items."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from agendapack.extract.model import Place
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped
from agendapack.extract.reconcile.subject import Subject

_PARAGRAPH = re.compile(r"^(\d{1,2}(?:\.\d{1,2})*)\.(\d{1,3})\.?\s+[A-Z“‘(]")
_CAPTION = re.compile(r"^(Table|Figure|Chart|Graph|Appendix|Annex)\s+(\d{1,2})(?![\w.]\d)")
_ITEM = re.compile(r"^(\d{1,2})\.?$")
MIN_SERIES = 3
"""Numbers that follow each other before one left out is missed."""
Numbered = tuple[str, int, Place]
"""How the numbers are printed, the number, and where."""


@check(
    kind="sequence_gap",
    title="Number left out in a text",
    severity="info",
    message="{before} is followed by {after}; {missing} is nowhere",
    looks_at="lines, agenda_items",
)
def number_left_out(subject: Subject) -> Iterator[Hit]:
    """Of paragraphs, captions or items on one page, which no text of the pack prints at all."""
    for form, its in grouped((form, (n, where)) for form, n, where in _numbers(subject)).items():
        numbers = {n for n, _ in its}
        for (number, where), (after, place) in pairwise(its) if len(numbers) >= MIN_SERIES else ():
            missing = form.format(number + 1)
            follows = after == number + 2 and number + 1 not in numbers and place.page == where.page
            if follows and not _printed(missing, subject):
                facts = {"before": form.format(number), "after": form.format(after), "missing": missing}
                yield Hit((missing,), (where, place), facts)


def _numbers(subject: Subject) -> Iterator[Numbered]:
    for item in subject.result.agenda_items:
        if match := _ITEM.match(item.item_no):
            yield "Item {}", int(match[1]), Place(item.source.page, item.source.box, "", item.title)
    for line in subject.lines:
        where = Place(line.page, line.box, "", line.text)
        if match := _PARAGRAPH.match(line.text):
            yield f"{match[1]}.{{}}", int(match[2]), where
        elif match := _CAPTION.match(line.text):
            yield f"{match[1]} {{}}", int(match[2]), where


def _printed(number: str, subject: Subject) -> bool:
    """Whether a text has the number, at the beginning of a paragraph that was read as part of another."""
    pattern = re.compile(rf"(?<![\w.]){re.escape(number)}(?![\w]|\.\d)")
    return any(pattern.search(said.text) for said in subject.statements)
