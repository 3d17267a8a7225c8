"""Batch: packs counted together, for what a run tells of them all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import field
from typing import Any

from agendapack.extract.batch.about import About, Counts
from agendapack.extract.light_dataclass import dataclass


@dataclass(slots=True)
class Tally:
    """Numbers of packs and of what is in them."""

    packs: int = 0
    pages: int = 0
    tables: int = 0
    recognised: int = 0
    unknown: int = 0
    rows: Counter[str] = field(default_factory=Counter)
    """By dataset."""
    findings: Counter[tuple[str, str]] = field(default_factory=Counter)
    """By kind and severity."""

    def with_packs(self, abouts: Iterable[About | Counts]) -> Tally:
        """These packs too."""
        both = Tally(**self.told())
        # plain ones, and no `update`: there may be thousands of packs
        rows, findings = dict(self.rows), dict(self.findings)
        for about in abouts:
            both.packs += 1
            both.pages += about.pages
            both.tables += about.tables
            both.recognised += about.recognised
            both.unknown += about.unknown
            for name, number in about.rows.items():
                rows[name] = rows.get(name, 0) + number
            for kind, severity, number in about.findings:
                findings[kind, severity] = findings.get((kind, severity), 0) + number
        both.rows, both.findings = Counter(rows), Counter(findings)
        return both

    def told(self) -> dict[str, Any]:
        """As JSON can hold it."""
        findings = [[*sort, number] for sort, number in self.findings.items()]
        numbers = {n: getattr(self, n) for n in ("packs", "pages", "tables", "recognised", "unknown")}
        return {**numbers, "rows": dict(self.rows), "findings": findings}


def tally_of(told: dict[str, Any]) -> Tally:
    """A tally from JSON."""
    findings = Counter({(kind, severity): number for kind, severity, number in told["findings"]})
    return Tally(**{**told, "rows": Counter(told["rows"]), "findings": findings})
