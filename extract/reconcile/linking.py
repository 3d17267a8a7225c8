"""Reconcile: the refs that rows cite come in, one link for each goes out, resolved or with the reason."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from agendapack.extract.model import Action, Indicator, Link, PackResult, Risk, Source
from agendapack.extract.normalise.ref_families import unmarked
from agendapack.extract.normalise.refs import cut_off, find_refs, split_ref
from agendapack.extract.reconcile.rows import grouped

Target = Action | Indicator | Risk
UNKNOWN = "unknown ref"
CUT_OFF = "cut-off ref"
OTHER_PLAN = "other plan only"
OTHER_REGISTER = "register of another body"
_NO_WORD = re.compile(r"\W+")
_IN_BRACKETS = re.compile(r"\(([^()]*(?:\([^()]*\)[^()]*)*)\)")


@dataclass(frozen=True, slots=True)
class _Targets:
    """What can be cited: rows by kind and ref, the ref families of each kind, the outcome headings."""

    rows: Mapping[str, Mapping[str, tuple[Target, ...]]]
    families: Mapping[str, frozenset[str]]
    plans: Mapping[str, frozenset[str]]
    outcomes: Mapping[str, str]


def links(result: PackResult) -> tuple[Link, ...]:
    """Every cross reference of the pack's rows, in reading order."""
    targets = _targets(result)
    found = [
        *_of_actions(result, targets),
        *_of_risks(result, targets),
        *_of_indicators(result, targets),
    ]
    return tuple(dict.fromkeys(found))


def _of_actions(result: PackResult, targets: _Targets) -> Iterator[Link]:
    for number, action in enumerate(result.actions, start=1):
        ref = action.action_ref or f"(row {number})"
        headings = " ".join(
            (action.corporate_outcome, action.departmental_outcome, action.divisional_objective)
        )
        over = {
            *action.inherited_refs,
            *(r for r in action.parent_refs if _squeezed(r) in _squeezed(headings)),
        }
        for kind, relation, cited in (
            ("indicator", "measured_by", action.indicator_refs),
            ("risk", "associated_risk", action.risk_refs),
            ("action", "parent", action.parent_refs),
        ):
            for to_ref in cited:
                yield _link(
                    targets,
                    action.source,
                    action.plan,
                    ("action", ref),
                    (kind, to_ref),
                    relation,
                    inherited=to_ref in over,
                )


def _of_risks(result: PackResult, targets: _Targets) -> Iterator[Link]:
    for number, risk in enumerate(result.risks, start=1):
        start = ("risk", risk.risk_ref or f"(row {number})")
        for ref in risk.action_refs:
            yield _link(targets, risk.source, risk.plan, start, ("action", ref), "affects")
        for outcome in risk.outcomes:
            yield _link(targets, risk.source, risk.plan, start, ("outcome", outcome), "affects")


def _of_indicators(result: PackResult, targets: _Targets) -> Iterator[Link]:
    """Numbers of other indicators inside a definition or a value, always in brackets."""
    known = frozenset(targets.rows["indicator"])
    texts = [(i.source, i.plan, i.indicator_ref, i.definition) for i in result.indicators]
    texts += [(v.source, v.plan, v.indicator_ref, v.text) for v in result.indicator_values]
    for source, plan, ref, text in texts:
        for inside in _IN_BRACKETS.findall(text) if ref else ():
            for cited in find_refs(inside, known=known):
                if cited.ref != ref:
                    yield _link(targets, source, plan, ("indicator", ref), ("indicator", cited.ref), "cites")


def _link(
    targets: _Targets,
    source: Source,
    plan: str,
    start: tuple[str, str],
    end: tuple[str, str],
    relation: str,
    *,
    inherited: bool = False,
) -> Link:
    row_id, resolved, reason = _resolved(targets, plan, *end)
    return Link(source, *start, *end, relation, resolved, end[1], row_id, reason, inherited)


def _resolved(targets: _Targets, plan: str, kind: str, ref: str) -> tuple[str, bool, str]:
    """Row id, whether there is a target, and what stands in the way."""
    if kind == "outcome":
        wanted = _squeezed(ref)
        row_id = next((r for title, r in targets.outcomes.items() if title.startswith(wanted)), None)
        return row_id or "", row_id is not None, "" if row_id is not None else UNKNOWN
    rows = targets.rows[kind].get(ref, ())
    own = [row for row in rows if row.plan == plan]
    if rows:
        elsewhere = not own and plan in targets.plans[kind]
        return (own or rows)[0].source.row_id, True, OTHER_PLAN if elsewhere else ""
    if cut_off(ref):
        return "", False, CUT_OFF
    known = _family(ref) in targets.families[kind] or not targets.families[kind]
    return "", False, UNKNOWN if known else OTHER_REGISTER


def _targets(result: PackResult) -> _Targets:
    actions: Iterable[tuple[str, Target]] = ((a.action_ref, a) for a in result.actions)
    indicators: Iterable[tuple[str, Target]] = ((i.indicator_ref, i) for i in result.indicators)
    risks: Iterable[tuple[str, Target]] = ((r.risk_ref, r) for r in result.risks)
    rows = {"action": grouped(actions), "indicator": grouped(indicators), "risk": grouped(risks)}
    plans = {
        kind: frozenset(row.plan for members in by_ref.values() for row in members)
        for kind, by_ref in rows.items()
    }
    families = {kind: frozenset(_family(ref) for ref in by_ref if ref) for kind, by_ref in rows.items()}
    outcomes = {
        _squeezed(title): action.source.row_id
        for action in reversed(result.actions)
        for title in (action.corporate_outcome, action.departmental_outcome)
        if title
    }
    return _Targets(rows, families, plans, outcomes)


def _family(ref: str) -> str:
    return unmarked(split_ref(ref)[0]).strip(" .-/–0123456789")


def _squeezed(text: str) -> str:
    return _NO_WORD.sub("", text).casefold()
