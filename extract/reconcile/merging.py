"""Reconcile: findings come in; those that say the same of several places go out as one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from agendapack.extract.model import Finding, Place
from agendapack.extract.reconcile.rows import grouped
from agendapack.extract.reconcile.wording import words


def merged(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings of one kind in the same words, however often each is said, told once with all their places."""
    same = grouped(((f.kind, f.severity, f.dataset, f.refs, frozenset(words(f.detail))), f) for f in findings)
    return tuple(_one(its) for its in same.values())


def _one(findings: tuple[Finding, ...]) -> Finding:
    first, *others = findings
    if not others:
        return first
    return replace(first, places=tuple(dict.fromkeys(place for f in findings for place in _places(f))))


def _places(finding: Finding) -> tuple[Place, ...]:
    source = finding.source
    return finding.places or (Place(source.page, source.box, source.row_id),)
