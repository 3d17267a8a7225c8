"""Batch: rows that stand again in another pack, counted; who only counts does not load what finds them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from agendapack.extract.batch.about import About

Sort = tuple[str, str, str]
"""Dataset of a row, and kind and severity of a finding."""
Repeated = dict[str, Counter[Sort]]
"""By pack how many of its rows stand again in a pack that counts before it, or are settled by another."""
LeftOut = Mapping[str, Mapping[Sort, int]]
"""The same, of what is only looked at."""


def share_of(about: About, again: Mapping[Sort, int]) -> About:
    """What is known about the pack, without the rows and findings that stand again."""
    rows = Counter(about.rows)
    for (name, *_), number in again.items():
        rows[name] -= number
    findings: Iterable[tuple[str, str, int]] = (
        (kind, severity, number - again.get(("findings", kind, severity), 0))
        for kind, severity, number in about.findings
    )
    return replace(about, rows=dict(rows), findings=tuple(f for f in findings if f[2]))
