"""Makes an indicator and its values from a box of labelled values."""

from __future__ import annotations

from dataclasses import replace

from agendapack.extract.model import Indicator, IndicatorValue, Source
from agendapack.extract.normalise.people import split_officers
from agendapack.extract.normalise.rag import direction_of, rag_of_text
from agendapack.extract.normalise.refs import canonical
from agendapack.extract.normalise.value_status import no_value, value_status
from agendapack.extract.normalise.values import parse_value
from agendapack.extract.recognise.boxes import KpiBox, rating
from agendapack.extract.recognise.series_labels import shared, telling
from agendapack.extract.records.counting import counted


def box_indicator(box: KpiBox, plan: str, source: Source) -> Indicator:
    """The indicator that the box names."""
    ref, definition = box.ref_and_definition
    named = {p.name: p for p in box.pairs if not p.is_measure}
    arrows = [g for c in box.beside for g in c.glyphs]
    trend = named.get("direction")
    status = [named["rag"].cell] if "rag" in named else box.beside
    return Indicator(
        source=source,
        plan=plan,
        definition=definition,
        indicator_ref=canonical(ref) if ref else "",
        officers=tuple(split_officers(named["officers"].text)) if "officers" in named else (),
        rag=rating(status),
        previous_rag=next((rag_of_text(p.text) for p in box.pairs if p.name == "previous"), ""),
        direction=direction_of(arrows[0] if arrows else trend.text if trend else ""),
    )


def box_values(box: KpiBox, row: Indicator, source: Source) -> list[IndicatorValue]:
    """One value for each measure of the box; `source` is that of the box."""
    found = []
    several = shared((p.name, p.label) for p in box.pairs if p.is_measure)
    for pair in box.pairs:
        if not pair.is_measure:
            continue
        here = replace(source, page=pair.cell.page, box=pair.cell.box).read_from(pair.cell.words)
        for value in parse_value(pair.text, hint=row.definition):
            found.append(
                IndicatorValue(
                    source=here,
                    plan=row.plan,
                    indicator_ref=row.indicator_ref,
                    definition=row.definition,
                    measure=pair.name,
                    component=value.component,
                    text=value.text,
                    value=value.value,
                    unit=value.unit,
                    value_status=value_status(value),
                    no_value=no_value(value),
                    qualifier=value.qualifier,
                    footnote=" ".join(filter(None, (*pair.cell.marks, value.mark))),
                    label=telling(pair.label, pair.name, several),
                )
            )
    return counted(found)
