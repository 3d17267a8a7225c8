"""Checks: work that nobody is there to do."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agendapack.extract.model import Action, Place, Risk
from agendapack.extract.normalise.status import status_group
from agendapack.extract.normalise.words import any_of
from agendapack.extract.reconcile.clauses import sentences
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped, in_order, place
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.vocabulary import words
from agendapack.schemas import from_words

OVER = frozenset({"complete", "cancelled"})
"""What stands so needs no owner."""
_TITLE = re.compile(r"(?:mr|mrs|ms|miss|mx|dr|cllr|councillor|prof|professor)\b", re.IGNORECASE)
_POST = r",\s+(?:the|our|(?i:then|former|previous|acting|interim))\s[^,.;:()]{3,50}"
"""Between a name and what became of it: "Ada Boat, the former harbour master, left us"."""
MIN_NAMES = 2
"""Words of a name: one alone may be anybody's."""


@check(
    kind="suspect_value",
    title="Owner vacant",
    severity="warning",
    message="{refs}: “{owner}” is no one",
    looks_at="actions, risks",
)
def owner_vacant(subject: Subject) -> Iterator[Hit]:
    """An owner whose post is vacant."""
    for owner, its in _owned(subject).items():
        if _vacant().search(owner):
            refs = in_order(_name(row) for row in its)
            facts = {"refs": ", ".join(refs), "owner": owner}
            yield Hit((*refs, owner), tuple(place(row, owner) for row in its), facts)


@check(
    kind="conflicting_text",
    title="Owner who has left",
    severity="warning",
    message="{refs}: “{owner}” has left (“{said}”)",
    looks_at="actions, risks, lines",
)
def owner_gone(subject: Subject) -> Iterator[Hit]:
    """An owner of whom the pack itself says that they have left, under their name or under their surname.

    "Mr Hallam" is "G. Hallam" if no other owner has the surname.
    """
    owned = _owned(subject)
    surnames = grouped((_surname(owner), owner) for owner in owned)
    for name, where in _left(subject).items():
        short = _TITLE.match(name)
        alike = [o for o in surnames.get(_surname(name), ()) if short or _initial(o) == _initial(name)]
        for owner in [o for o in owned if o.lower() == name] or (alike if len(alike) == 1 else ()):
            refs = in_order(_name(row) for row in owned[owner])
            facts = {"refs": ", ".join(refs), "owner": owner, "said": where.quote[:120]}
            yield Hit((*refs, owner), (*(place(row, owner) for row in owned[owner]), where), facts)


@check(
    kind="conflicting_text",
    title="Owner whose post is said to be vacant",
    severity="warning",
    message="{refs}: the post of “{owner}” is vacant (“{said}”)",
    looks_at="actions, risks, lines",
)
def post_vacant(subject: Subject) -> Iterator[Hit]:
    """A sentence that names the post of an owner, and says that it is vacant now."""
    posts = {owner: its for owner, its in _owned(subject).items() if len(owner.split()) >= MIN_NAMES}
    for line in subject.lines if posts else ():
        for sentence in sentences(line.text) if _vacant().search(line.text) else ():
            plain = sentence.casefold()
            named = [o for o in posts if o.casefold() in plain] if _vacant().search(sentence) else []
            if len(named) == 1 and not _filled().search(sentence):
                (owner,) = named
                refs = in_order(_name(row) for row in posts[owner])
                facts = {"refs": ", ".join(refs), "owner": owner, "said": sentence[:160]}
                where = Place(line.page, line.box, "", sentence)
                yield Hit((*refs, owner), (*(place(row, owner) for row in posts[owner]), where), facts)


def _owned(subject: Subject) -> dict[str, list[Action | Risk]]:
    """The rows on which work is left, by owner."""
    rows: list[Action | Risk] = [a for a in subject.result.actions if status_group(a.status) not in OVER]
    rows += subject.result.risks
    owned: dict[str, list[Action | Risk]] = {}
    for row in rows:
        for owner in row.officers:
            owned.setdefault(owner, []).append(row)
    return owned


def _surname(name: str) -> str:
    return name.lower().split(" ")[-1]


def _initial(name: str) -> str:
    """The letter with which a name begins, if a letter or more stands before the surname."""
    first, _, rest = name.lower().partition(" ")
    return first[0] if rest else ""


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
def _filled() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(words('owners', 'filled'))}\b", re.IGNORECASE)


@from_words
def _gone() -> re.Pattern[str]:
    """A name of two or three words, and that it has left."""
    name = rf"((?:[A-Z][\w’'-]+\s+){{{MIN_NAMES - 1},2}}[A-Z][\w’'-]+)"
    return re.compile(
        rf"(?<!\w)(?<!\w[’'-]){name}(?:{_POST},|,?)\s+(?:who\s+)?(?i:{any_of(words('owners', 'gone'))})\b"
    )
