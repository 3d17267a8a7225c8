"""Reconcile: the typed rows of a pack come in, its links, plan hierarchy and findings go out."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from agendapack.extract.model import Finding, Link, PackResult, Plan, Table
from agendapack.extract.reconcile import hierarchy, linking, registry
from agendapack.extract.reconcile.hierarchy import with_plans
from agendapack.extract.reconcile.lines import Passage
from agendapack.extract.reconcile.merging import merged
from agendapack.extract.reconcile.subject import Subject

__all__ = ["Passage", "findings", "links", "plans", "reconcile"]


def reconcile(
    result: PackResult,
    tables: Sequence[Table] = (),
    lines: Sequence[Passage] = (),
    *,
    with_care: bool = False,
) -> PackResult:
    """The pack with its links, plans and findings; findings already there are kept, first.

    With care, what goes wrong with a check costs that check alone, and a finding says so.
    """
    with _no_search_for_cycles():
        linked = replace(result, links=links(result, lines), plans=plans(result))
        found = findings(linked, tables, lines, with_care=with_care)
        return replace(linked, findings=merged((*result.findings, *found)))


def links(result: PackResult, lines: Sequence[Passage] = ()) -> tuple[Link, ...]:
    """Every cross reference of the pack's rows, resolved or with the reason why not."""
    return linking.links(result, lines)


def plans(result: PackResult) -> tuple[Plan, ...]:
    """The plans of the pack, each with the plan above it."""
    return hierarchy.plans(result)


def findings(
    result: PackResult,
    tables: Sequence[Table] = (),
    lines: Sequence[Passage] = (),
    *,
    with_care: bool = False,
) -> tuple[Finding, ...]:
    """What every registered check has to say about the pack, gravest first."""
    return registry.run(Subject(with_plans(result), tuple(tables), tuple(lines)), with_care=with_care)


@contextmanager
def _no_search_for_cycles() -> Iterator[None]:
    """Rows and indexes are trees: looking for cycles among them took half the time of large packs."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
