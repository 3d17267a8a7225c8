"""Reconcile: findings come in; those that say the same of several places go out as one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from agendapack.extract.model import Finding, Place
from agendapack.extract.reconcile.rows import grouped
from agendapack.extract.reconcile.wording import words

_FIGURE = re.compile(r"\d[\d.,]*\d")
SENTENCE = 6
"""Words of a quotation that is a text of its own."""


def merged(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings of one kind in the same words, however often each is said, told once with all their places.

    So are those of one kind about one figure that one paragraph gives one ref: two checks saw one fault.
    """
    same = grouped(((f.kind, f.severity, f.dataset, f.refs, frozenset(words(f.detail))), f) for f in findings)
    seen: dict[tuple[object, ...], int] = {}
    told: list[Finding] = []
    for finding in map(_one, same.values()):
        keys = list(_said(finding))
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


def _said(finding: Finding) -> Iterator[tuple[object, ...]]:
    """Each ref, paragraph and figure that a finding is about, whichever part of the paragraph it quotes."""
    about = finding.detail.partition("“")[0]
    for ref in finding.refs:
        about = about.replace(ref, " ")
    for place in finding.places:
        if not place.row_id and len(place.quote.split()) >= SENTENCE:
            where = place.page, place.box or place.quote
            yield from (
                (finding.kind, ref, *where, n) for ref in finding.refs for n in _FIGURE.findall(about)
            )


def _places(finding: Finding) -> tuple[Place, ...]:
    source = finding.source
    return finding.places or (Place(source.page, source.box, source.row_id),)
