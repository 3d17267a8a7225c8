"""Reconcile: the refs that rows cite come in, one link for each goes out, resolved or with the reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Action, Link, PackResult, Risk, Source
from agendapack.extract.reconcile.beside import lines_under, named, rows_of_other_tables
from agendapack.extract.reconcile.citations import Citation, citations, said_by
from agendapack.extract.reconcile.lines import Passage
from agendapack.extract.reconcile.printed import cells_of_rows
from agendapack.extract.reconcile.targets import (
    CUT_OFF,
    OTHER_PLAN,
    OTHER_REGISTER,
    UNKNOWN,
    Target,
    Targets,
    squeezed,
    targets,
)
from agendapack.extract.reconcile.texts import RowText, called, texts

__all__ = ["CUT_OFF", "MAX_A_ROW", "OTHER_PLAN", "OTHER_REGISTER", "UNKNOWN", "links"]

MAX_A_ROW = 250
"""Links of one row: more than the longest national set has numbers. Rows that all cite each other would make
millions; a check names those that are cut short."""

INTRODUCED = "only in the text of a row"


@dataclass(frozen=True, slots=True)
class _Start:
    """The row that cites."""

    source: Source
    plan: str
    kind: str
    ref: str


def links(result: PackResult, lines: Sequence[Passage] = ()) -> tuple[Link, ...]:
    """Every cross reference of the pack's rows: first what columns and headings say, then any text."""
    register = targets(result)
    under = [*_of_texts(lines_under(result, register, lines), register)]
    owned = frozenset(link.to_ref for link in under)
    found = chain(
        _of_columns(result, register, owned),
        _of_sections(result, register),
        _of_texts(texts(result), register),
        _of_texts(cells_of_rows(result), register),
        _of_texts(rows_of_other_tables(result, register), register),
        under,
    )
    once: dict[tuple[str, str, str, str], Link] = {}
    of_row: Counter[tuple[str, str]] = Counter()
    for link in found:
        row, key = (link.source.row_id, link.from_ref), (link.to_kind, link.to_ref)
        first = once.get((*row, *key))
        if first is None and of_row[row] < MAX_A_ROW:
            once[(*row, *key)] = link
            of_row[row] += 1
        elif first and first.raw == first.to_ref:  # a column of refs keeps them; the cell has them as printed
            once[(*row, *key)] = replace(first, raw=link.raw)
    return tuple(once.values())


def _of_columns(result: PackResult, register: Targets, owned: frozenset[str]) -> Iterator[Link]:
    """Refs in rows and in the headings above; a line that belongs to the row above it is no heading."""
    for number, action in enumerate(result.actions, start=1):
        start = _Start(action.source, action.plan, "action", called(action.action_ref, number))
        said = owned | _acted_upon(register, action)
        yield from (k for k in _of_action(register, start, action) if not (k.inherited and k.to_ref in said))
    for number, risk in enumerate(result.risks, start=1):
        start = _Start(risk.source, risk.plan, "risk", called(risk.risk_ref, number))
        yield from _of_risk(register, start, risk)


def _acted_upon(register: Targets, action: Action) -> frozenset[str]:
    """The risks over an action on whose cards it stands, where these name it themselves."""
    rows = ((ref, register.rows["risk"].get(ref, ())) for ref in action.inherited_refs)
    return frozenset(ref for ref, risks in rows if any(_names(risk, action) for risk in risks))


def _names(risk: Target, action: Action) -> bool:
    near = risk.source.page == action.source.page
    return near and isinstance(risk, Risk) and action.action_ref in risk.action_refs


def _of_action(register: Targets, start: _Start, action: Action) -> Iterator[Link]:
    headings = squeezed(
        " ".join((action.corporate_outcome, action.departmental_outcome, action.divisional_objective))
    )
    over = {*action.inherited_refs, *(r for r in action.parent_refs if squeezed(r) in headings)}
    for kind, relation, cited in (
        ("indicator", "measured_by", action.indicator_refs),
        ("risk", "associated_risk", action.risk_refs),
        ("action", "parent", action.parent_refs),
    ):
        for ref in cited:
            yield _of_column(register, start, (kind, ref), relation, inherited=ref in over)
    for kind, ref in register.above(action, start.ref):
        yield _link(register, start, (kind, ref), "mitigates" if kind == "risk" else "parent")


def _of_risk(register: Targets, start: _Start, risk: Risk) -> Iterator[Link]:
    for ref in risk.action_refs:
        if not _on_card(register, risk, ref):
            yield _of_column(register, start, ("action", ref), "affects")
    for outcome in risk.outcomes:
        yield _link(register, start, ("outcome", outcome), "affects")


def _on_card(register: Targets, risk: Risk, ref: str) -> bool:
    """Whether an action called after the risk stands on its card or below: it says itself whose it is."""
    rows = register.rows["action"].get(ref, ())
    near = any(row.source.page == risk.source.page for row in rows)
    return near and ("risk", risk.risk_ref) in register.above(rows[0], ref)


def _of_texts(some: Iterable[RowText], register: Targets) -> Iterator[Link]:
    for text in some:
        start = _Start(text.source, text.plan, text.kind, text.ref)
        for cited in citations(text.text, register, text.label):
            if cited.ref != text.ref and not _is_own(text, cited):
                link = _link(register, start, (cited.kind, cited.ref), "cites", cited.raw)
                introduced = cited.introduced and not link.resolved
                yield replace(link, reason=INTRODUCED) if introduced else link


def _is_own(text: RowText, cited: Citation) -> bool:
    """Whether a row of no known ref prints it in a column called after its kind: "KPI" over "KPI 4"."""
    whole = " ".join(text.text.split()) == cited.raw
    return whole and text.ref.startswith("(") and said_by(text.label) == text.kind


def _of_sections(result: PackResult, register: Targets) -> Iterator[Link]:
    """Refs of the heading over rows, defined in the pack or pointed to: "(ref: SR 4)"."""
    rows: tuple[Sequence[Target], ...] = (result.actions, result.indicators, result.risks)
    for number, row in chain.from_iterable(enumerate(its, start=1) for its in rows):
        kind, ref = named(row)
        start = _Start(row.source, row.plan, kind, called(ref, number))
        for cited in citations(row.section, register) if any(map(str.isdigit, row.section)) else ():
            link = _link(register, start, (cited.kind, cited.ref), "cites", cited.raw, inherited=True)
            if cited.ref != ref and (link.resolved or cited.pointed):
                yield link


def _of_column(
    register: Targets, start: _Start, end: tuple[str, str], relation: str, *, inherited: bool = False
) -> Link:
    """A link to what a column is for, unless the pack defines the ref as something else."""
    kind, ref = end
    of = register.kind_of(ref, kind)
    return _link(register, start, (of, ref), relation if of == kind else "cites", inherited=inherited)


def _link(
    register: Targets,
    start: _Start,
    end: tuple[str, str],
    relation: str,
    raw: str = "",
    *,
    inherited: bool = False,
) -> Link:
    row_id, resolved, reason = register.resolved(start.plan, *end)
    return Link(
        start.source,
        start.kind,
        start.ref,
        *end,
        relation,
        resolved,
        raw or end[1],
        row_id,
        reason,
        inherited,
    )
