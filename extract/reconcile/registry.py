"""Reconcile: the registry of checks; a pack under examination comes in, findings go out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from functools import wraps
from typing import Literal

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Finding, Place, Source
from agendapack.extract.reconcile.subject import Subject

Severity = Literal["error", "warning", "info"]
GRAVITY: Mapping[str, int] = {"error": 0, "warning": 1, "info": 2}


@dataclass(frozen=True, slots=True)
class Hit:
    """One place, or set of places, where a check fires; the facts fill its message."""

    refs: tuple[str, ...]
    places: tuple[Place, ...]
    facts: Mapping[str, object] = field(default_factory=dict)
    severity: Severity | None = None
    """Where the case at hand weighs less, or more, than the check usually does."""


Examine = Callable[[Subject], Iterable[Hit]]


@dataclass(frozen=True, slots=True)
class Check:
    """A check as a reader of the documentation meets it."""

    name: str
    kind: str
    title: str
    severity: Severity
    message: str
    """Template of the finding's detail."""
    looks_at: str
    """The dataset, or datasets, it reads."""
    examine: Examine
    why: str
    """The first paragraph of the check's docstring."""


CHECKS: dict[str, Check] = {}


def check(
    *, kind: str, title: str, severity: Severity, message: str, looks_at: str
) -> Callable[[Examine], Examine]:
    """Register a function as a check under its own name."""

    def register(examine: Examine) -> Examine:
        name = getattr(examine, "__name__", title)
        why = (examine.__doc__ or "").strip().split("\n\n")[0]

        @wraps(examine)
        def once(subject: Subject) -> Iterable[Hit]:
            if name not in subject.hits:  # checks ask one another for what they found
                subject.hits[name] = tuple(examine(subject))
            found: tuple[Hit, ...] = subject.hits[name]
            return found

        CHECKS[name] = Check(name, kind, title, severity, message, looks_at, once, why)
        return once

    return register


def checks() -> tuple[Check, ...]:
    """All checks, gravest first, then by kind and name."""
    import agendapack.extract.reconcile.checks  # noqa: F401  (the import registers them)

    return tuple(sorted(CHECKS.values(), key=lambda c: (GRAVITY[c.severity], c.kind, c.name)))


def run(subject: Subject, *, with_care: bool = False) -> tuple[Finding, ...]:
    """Every check's findings, gravest first, then in reading order; each is told once.

    With care, what goes wrong with a check costs that check alone, and a finding says so.
    """
    return tuple(finding for _, finding in by_check(subject, with_care=with_care))


def by_check(subject: Subject, *, with_care: bool = False) -> tuple[tuple[Check, Finding], ...]:
    """As `run`, each finding with the check it comes from."""
    found = ((each, one) for each in checks() for one in _findings(each, subject, with_care=with_care))
    once = {(finding.kind, finding.refs, finding.detail): (each, finding) for each, finding in found}
    return tuple(sorted(once.values(), key=lambda f: (GRAVITY[f[1].severity], f[1].source.page)))


def _findings(check: Check, subject: Subject, *, with_care: bool) -> list[Finding]:
    try:
        return [_finding(check, hit, subject) for hit in check.examine(subject)]
    except Exception as error:
        if not with_care:
            raise
        return [not_made(f"the check “{check.title}”", error, subject.result.pack.source.pack_id)]


def not_made(what: str, error: Exception, pack_id: str) -> Finding:
    """Something that was not done for want of foresight."""
    detail = (
        f"{what} was not made: failed with {type(error).__name__}: {error}. "
        "Please report it as a bug, with the file if it is public"
    )
    return Finding(Source(pack_id, page=1), "unread_page", "error", (), detail, "packs", (Place(1),))


def _finding(check: Check, hit: Hit, subject: Subject) -> Finding:
    first = hit.places[0] if hit.places else Place(0)
    source = Source(subject.result.pack.source.pack_id, first.row_id, "", first.page, first.box)
    detail = " ".join(check.message.format(**hit.facts).split())
    dataset = check.looks_at.split(",")[0]
    severity = hit.severity or check.severity
    return Finding(source, check.kind, severity, hit.refs, detail, dataset, hit.places)
