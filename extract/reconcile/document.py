"""Reconcile: the registry of checks comes in, docs/findings.md as text goes out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from agendapack.extract.model import Finding
from agendapack.extract.reconcile.registry import GRAVITY, Check, checks

_INTRODUCTION = """\
# Findings

What `agendapack` can find wrong in a pack. This page is written from the registry of checks: change the
checks, then run `pytest --update-goldens tests/reconcile/test_findings_page.py`.

A finding of severity **error** is a fault that any reader of the page would call one; a **warning** is a
contradiction that may have an explanation; an **info** is worth a look. Some cases weigh less than their
check usually does, for example figures read from a scan. Every finding names each place by page and box and
quotes what is printed there. `agendapack check OUT` prints them.

The examples come from the sample packs, or else from invented rows.

A finding that is about the reading itself, not about the document, has a kind of its own: `unread_text` and
`unread_page` (something printed reached no row, or a table holds text that does not show), `low_confidence`
(a value may be misread), `unknown_table` and `unknown_column` (kept as a raw grid, or in the column `extra`).
"""


def findings_page(examples: Iterable[tuple[Check, Finding]]) -> str:
    """The page, with the first of the examples for each check."""
    shown: dict[str, Finding] = {}
    for check, finding in examples:
        shown.setdefault(check.name, finding)
    parts = [_INTRODUCTION, _summary()]
    for kind in sorted({check.kind for check in checks()}):
        its = [check for check in checks() if check.kind == kind]
        parts += [f"## {kind}\n", *(_section(check, shown) for check in its)]
    return "\n".join(parts).rstrip() + "\n"


def _summary() -> str:
    ordered = sorted(checks(), key=lambda c: (c.kind, GRAVITY[c.severity], c.title))
    rows = (f"| `{c.kind}` | {c.severity} | {c.title} | {c.looks_at} |" for c in ordered)
    return "\n".join(["| kind | severity | check | looks at |", "|---|---|---|---|", *rows, ""])


def _section(check: Check, shown: Mapping[str, Finding]) -> str:
    text = f"### {check.title}\n\n*{check.severity}; looks at {check.looks_at}.* {check.why}\n"
    if example := shown.get(check.name):
        pages = ", ".join(map(str, example.pages))
        where = f"(pages {pages})" if len(example.pages) > 1 else f"(page {pages})"
        text += f"\n> {example.detail} {where}\n"
    return text
