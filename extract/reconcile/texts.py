"""Reconcile: the rows of a pack come in, each text that a row prints goes out with the row it stands in."""

from __future__ import annotations

from collections.abc import Iterator

from agendapack.extract.light_dataclass import dataclass
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
    title: str = ""
    """The words of the row, by which it is called if it has no ref."""

    @property
    def name(self) -> str:
        """What a reader would call the row."""
        return self.title if self.ref.startswith("(") else self.ref


def called(ref: str, number: int) -> str:
    """What a link calls a row: its ref, or its number among the rows of its kind."""
    return ref or f"(row {number})"


def texts(result: PackResult) -> Iterator[RowText]:
    """The texts of actions, risks, indicators and their values, columns without a role among them."""
    for number, action in enumerate(result.actions, start=1):
        ref = called(action.action_ref, number)
        for text in (action.action, action.status, action.due_text):
            yield RowText(action.source, action.plan, "action", ref, text, title=action.action)
        yield from _extra(action.source, action.plan, "action", ref, action.extra, action.action)
    for number, risk in enumerate(result.risks, start=1):
        ref = called(risk.risk_ref, number)
        for text in (risk.description, *risk.mitigations, risk.review_method):
            yield RowText(risk.source, risk.plan, "risk", ref, text, title=risk.description)
        yield from _extra(risk.source, risk.plan, "risk", ref, risk.extra, risk.description)
    yield from _of_indicators(result)


def _of_indicators(result: PackResult) -> Iterator[RowText]:
    for number, indicator in enumerate(result.indicators, start=1):
        ref = called(indicator.indicator_ref, number)
        start = (indicator.source, indicator.plan, "indicator", ref)
        yield RowText(*start, indicator.definition, title=indicator.definition)
        yield from _extra(*start, indicator.extra, indicator.definition)
    for value in result.indicator_values:
        if value.indicator_ref and any(c.isalpha() for c in value.text):
            yield RowText(value.source, value.plan, "indicator", value.indicator_ref, value.text)


def _extra(
    source: Source, plan: str, kind: str, ref: str, extra: tuple[tuple[str, str], ...], title: str
) -> Iterator[RowText]:
    for label, text in extra:
        yield RowText(source, plan, kind, ref, text, label, title)
