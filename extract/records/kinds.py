"""What makes the rows of each kind of records; `recognise/kinds.py` says how their tables are read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Indicator
from agendapack.extract.recognise.recognised import Recognised
from agendapack.extract.records.actions import action
from agendapack.extract.records.arrows import arrow, read_arrows
from agendapack.extract.records.draft import DraftRows, RowContext
from agendapack.extract.records.entries import of_entry
from agendapack.extract.records.fields import Fields
from agendapack.extract.records.indicators import indicators, named_indicator, values
from agendapack.extract.records.milestones import milestones
from agendapack.extract.records.on_card import card_values
from agendapack.extract.records.quoted import quoted_values
from agendapack.extract.records.risks import risk


def _no_row(_fields: Fields, _here: RowContext, _made: DraftRows) -> None:
    """Nothing is made of a row by itself."""


def _no_table(_found: Recognised, _plan: str, _made: DraftRows) -> None:
    """Nothing is made of a whole table."""


@dataclass(frozen=True, slots=True)
class Maker:
    """What adds the records of a kind to those of a pack."""

    of_row: Callable[[Fields, RowContext, DraftRows], None] = _no_row
    of_table: Callable[[Recognised, str, DraftRows], None] = _no_table
    """What is made once all rows of a table of a plan are read."""


def _action(fields: Fields, here: RowContext, made: DraftRows) -> None:
    if one := action(fields, here):
        made.actions.append(one)
        made.add_quoted(quoted_values(fields, here.place.plan))


def _risk(fields: Fields, here: RowContext, made: DraftRows) -> None:
    made.risks += [one for one in [risk(fields, here.place.plan)] if one]


def _indicators(fields: Fields, here: RowContext, made: DraftRows) -> None:
    """The indicators of a row, or values of the one that it goes on with or that a heading names."""
    plan, last = here.place.plan, _last_of_table(fields, made)
    if named := fields.found.named:
        begun = [] if last else [named_indicator(named, fields, plan)]
        made.arrows += [None for _ in begun]
        made.indicators += begun
        on_card = card_values(fields, made.indicators[-1]) if begun else []
        made.add_values([*on_card, *values(fields, made.indicators[-1])], made.indicators[-1])
        return
    begun = indicators(fields, plan)
    made.indicators += begun
    for at, one in enumerate(begun or (last if fields.reading.labels else [])):
        own = fields if len(begun) < 2 else replace(fields, row=of_entry(fields.row, at, len(begun)))
        printed = values(own, one)
        made.add_values(printed, one)
        if begun:
            made.arrows.append(arrow(fields, one, printed))


def _last_of_table(fields: Fields, made: DraftRows) -> list[Indicator]:
    """The last indicator of the pack, if the table at hand has it."""
    last = made.indicators[-1:]
    return last if last and last[0].source.table_id == fields.found.table.table_id else []


def _directions(found: Recognised, _plan: str, made: DraftRows) -> None:
    """What the arrows of a table say, once all are seen."""
    first = len(made.indicators) - len(made.arrows)
    legend = made.legends.get(found.table.table_id, "")
    made.indicators[first:] = read_arrows(made.indicators[first:], made.arrows, legend)
    made.arrows.clear()


def _milestones(found: Recognised, plan: str, made: DraftRows) -> None:
    made.milestones += milestones(found, plan)


MAKERS: Mapping[str, Maker] = {
    "actions": Maker(of_row=_action),
    "indicators": Maker(_indicators, _directions),
    "risks": Maker(of_row=_risk),
    "milestones": Maker(of_table=_milestones),
}
"""By dataset."""
