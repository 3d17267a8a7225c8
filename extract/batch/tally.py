"""Batch: packs counted together, for what a run tells of them all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from agendapack.extract.batch.store import About


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

    def with_packs(self, abouts: Iterable[About]) -> Tally:
        """These packs too."""
        both = Tally(**{**self.told(), "rows": self.rows.copy(), "findings": self.findings.copy()})
        for about in abouts:
            both.packs += 1
            both.pages += about.pages
            both.tables += about.tables
            both.recognised += about.recognised
            both.unknown += about.unknown
            for name, number in about.rows.items():  # thousands of times, for which `update` is slow
                both.rows[name] += number
            for kind, severity, number in about.findings:
                both.findings[kind, severity] += number
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
