"""Reconcile: the registry of checks comes in, docs/findings.md as text goes out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from extract.model import Finding
from extract.reconcile.registry import GRAVITY, Check, checks

_INTRODUCTION = """\
# Findings

What `agendapack` can find wrong in a pack. Written from the registry of checks by
`extract.reconcile.document`; change the checks, not this page.

A finding of severity **error** is a fault that any reader of the page would call one; a **warning** is a
contradiction that may have an explanation; an **info** is worth a look. Every finding names each place by
page and box and quotes what is printed there.
"""


def findings_page(examples: Iterable[Finding] = ()) -> str:
    """The page, with the first of the examples for each check (findings of a sample pack, say)."""
    shown = _by_check(examples)
    kinds = sorted({check.kind for check in checks()})
    parts = [_INTRODUCTION, _summary()]
    for kind in kinds:
        its = [check for check in checks() if check.kind == kind]
        parts += [f"## {kind}\n", *(_section(check, shown.get(check.title)) for check in its)]
    return "\n".join(parts).rstrip() + "\n"


def title_of(finding: Finding) -> str:
    """The title of the check behind a finding, told by its kind and the fixed words of the message."""
    fits = [c for c in checks() if c.kind == finding.kind and _fixed(c) and _reads(c, finding.detail)]
    return max(fits, key=lambda c: sum(map(len, _fixed(c)))).title if fits else ""


def _by_check(examples: Iterable[Finding]) -> Mapping[str, Finding]:
    found: dict[str, Finding] = {}
    for finding in examples:
        found.setdefault(title_of(finding), finding)
    return found


def _summary() -> str:
    ordered = sorted(checks(), key=lambda c: (c.kind, GRAVITY[c.severity], c.title))
    rows = (f"| `{c.kind}` | {c.severity} | {c.title} | {c.looks_at} |" for c in ordered)
    return "\n".join(["| kind | severity | check | looks at |", "|---|---|---|---|", *rows, ""])


def _section(check: Check, example: Finding | None) -> str:
    text = f"### {check.title}\n\n*{check.severity}; looks at {check.looks_at}.* {check.why}\n"
    if example:
        pages = ", ".join(map(str, example.pages))
        text += f"\n> {example.detail} (page {pages})\n"
    return text


def _fixed(check: Check) -> list[str]:
    """The words of a message that stand between its blanks."""
    pieces, rest = [], check.message
    while "{" in rest:
        before, _, rest = rest.partition("{")
        pieces.append(before)
        rest = rest.partition("}")[2]
    return [piece.strip() for piece in (*pieces, rest) if len(piece.strip()) > 1]


def _reads(check: Check, detail: str) -> bool:
    """Whether the fixed words occur in the detail in their order."""
    at = 0
    for piece in _fixed(check):
        at = detail.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    return True
