"""Check: work that nobody is there to do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agendapack.extract.model import Action, Place, Risk
from agendapack.extract.normalise.status import status_group
from agendapack.extract.normalise.words import any_of
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import in_order, place
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.vocabulary import words
from agendapack.schemas import from_words

OVER = frozenset({"complete", "cancelled"})
"""What stands so needs no owner."""
MIN_NAMES = 2
"""Words of a name: one alone may be anybody's."""


@check(
    kind="suspect_value",
    title="Owner vacant or gone",
    severity="warning",
    message="{refs}: {owner} {why}",
    looks_at="actions, risks, lines",
)
def owner_gone(subject: Subject) -> Iterator[Hit]:
    """An owner whose post is vacant, or of whom the pack itself says that they have left."""
    rows: list[Action | Risk] = [a for a in subject.result.actions if status_group(a.status) not in OVER]
    rows += subject.result.risks
    owned: dict[str, list[Action | Risk]] = {}
    for row in rows:
        for owner in row.officers:
            owned.setdefault(owner, []).append(row)
    left = _left(subject)
    for owner, its in owned.items():
        where = left.get(owner.lower())
        if where or _vacant().search(owner):
            refs = in_order(_name(row) for row in its)
            why = f"has left (“{where.quote[:120]}”)" if where else "is no one"
            facts = {"refs": ", ".join(refs), "owner": f"“{owner}”", "why": why}
            places = tuple(place(row, owner) for row in its)
            yield Hit((*refs, owner), (*places, where) if where else places, facts)


def _name(row: Action | Risk) -> str:
    return row.action_ref or row.action if isinstance(row, Action) else row.risk_ref or row.description


def _left(subject: Subject) -> dict[str, Place]:
    """People who have left, and where it is said."""
    found: dict[str, Place] = {}
    texts = [(t.text, Place(t.source.page, t.source.box, t.source.row_id, t.text)) for t in subject.texts]
    texts += [(line.text, Place(line.page, line.box, "", line.text)) for line in subject.lines]
    for text, where in texts:
        for match in _gone().finditer(text):
            found.setdefault(" ".join(match[1].lower().split()), where)
    return found


@from_words
def _vacant() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(words('owners', 'vacant'))}\b", re.IGNORECASE)


@from_words
def _gone() -> re.Pattern[str]:
    """A name of two or three words, and that it has left."""
    name = rf"((?:[A-Z][\w’'-]+\s+){{{MIN_NAMES - 1},2}}[A-Z][\w’'-]+)"
    return re.compile(rf"(?<!\w)(?<!\w[’'-]){name},?\s+(?:who\s+)?(?i:{any_of(words('owners', 'gone'))})\b")
