"""Reconcile: findings come in; those that say the same of several places go out as one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from agendapack.extract.model import Finding, Place
from agendapack.extract.reconcile.rows import grouped
from agendapack.extract.reconcile.wording import words

SENTENCE = 4
"""Words of a quotation that is a text of its own."""


def merged(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings of one kind in the same words, however often each is said, told once with all their places.

    So are those of one kind about the same refs that quote one and the same place: two checks saw one fault.
    """
    same = grouped(((f.kind, f.severity, f.dataset, f.refs, frozenset(words(f.detail))), f) for f in findings)
    seen: dict[tuple[str, frozenset[str], Place], int] = {}
    told: list[Finding] = []
    for finding in map(_one, same.values()):
        keys = [(finding.kind, frozenset(finding.refs), place) for place in _quoted(finding)]
        first = next((seen[key] for key in keys if key in seen), None)
        if first is None:
            first = len(told)
            told.append(finding)
        seen.update((key, first) for key in keys)
    return tuple(told)


def _one(findings: tuple[Finding, ...]) -> Finding:
    first, *others = findings
    if not others:
        return first
    return replace(first, places=tuple(dict.fromkeys(place for f in findings for place in _places(f))))


def _quoted(finding: Finding) -> tuple[Place, ...]:
    """The places of a finding at which it quotes a text, not a figure that many may point at."""
    return tuple(p for p in finding.places if finding.refs and len(p.quote.split()) >= SENTENCE)


def _places(finding: Finding) -> tuple[Place, ...]:
    source = finding.source
    return finding.places or (Place(source.page, source.box, source.row_id),)
