"""Makes values of the measures that labels print beside the table of one indicator."""

from __future__ import annotations

from agendapack.extract.model import Indicator, IndicatorValue
from agendapack.extract.normalise.value_status import no_value, value_status
from agendapack.extract.normalise.values import parse_value
from agendapack.extract.recognise.role_words import words_of_roles
from agendapack.extract.records.counting import counted
from agendapack.extract.records.fields import Fields


def card_values(fields: Fields, row: Indicator) -> list[IndicatorValue]:
    """One for each measure, where the row of the indicator stands."""
    said = fields.found.on_card
    measures = (name for name in said if name not in words_of_roles()["indicators"])
    found = [
        IndicatorValue(
            source=fields.source(),
            plan=row.plan,
            indicator_ref=row.indicator_ref,
            definition=row.definition,
            measure=name,
            component=value.component,
            text=value.text,
            value=value.value,
            unit=value.unit,
            value_status=value_status(value),
            no_value=no_value(value),
            qualifier=value.qualifier,
        )
        for name in measures
        for value in parse_value(said[name], hint=row.definition)
    ]
    return counted(found)
