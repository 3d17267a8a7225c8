"""Reconcile: the rows of a pack come in, each text that a row prints goes out with the row it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from agendapack.extract.model import PackResult, Source


@dataclass(frozen=True, slots=True)
class RowText:
    """A text of a row and the label, or column title, it stands under."""

    source: Source
    plan: str
    kind: str
    ref: str
    """Of the row."""
    text: str
    label: str = ""


def texts(result: PackResult) -> Iterator[RowText]:
    """The texts of actions, risks, indicators and their values, columns without a role among them."""
    for number, action in enumerate(result.actions, start=1):
        ref = action.action_ref or f"(row {number})"
        for text in (action.action, action.status, action.due_text):
            yield RowText(action.source, action.plan, "action", ref, text)
        yield from _extra(action.source, action.plan, "action", ref, action.extra)
    for number, risk in enumerate(result.risks, start=1):
        ref = risk.risk_ref or f"(row {number})"
        for text in (risk.description, *risk.mitigations, risk.review_method):
            yield RowText(risk.source, risk.plan, "risk", ref, text)
        yield from _extra(risk.source, risk.plan, "risk", ref, risk.extra)
    yield from _of_indicators(result)


def _of_indicators(result: PackResult) -> Iterator[RowText]:
    for number, indicator in enumerate(result.indicators, start=1):
        ref = indicator.indicator_ref or f"(row {number})"
        yield RowText(indicator.source, indicator.plan, "indicator", ref, indicator.definition)
        yield from _extra(indicator.source, indicator.plan, "indicator", ref, indicator.extra)
    for value in result.indicator_values:
        if value.indicator_ref and any(c.isalpha() for c in value.text):
            yield RowText(value.source, value.plan, "indicator", value.indicator_ref, value.text)


def _extra(
    source: Source, plan: str, kind: str, ref: str, extra: tuple[tuple[str, str], ...]
) -> Iterator[RowText]:
    for label, text in extra:
        yield RowText(source, plan, kind, ref, text, label)
