"""Tells whether the arrows of a table show how good a change is, or only that a figure rose or fell."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Indicator, IndicatorValue
from agendapack.extract.normalise.polarity import said_to_be_better, which_way
from agendapack.extract.normalise.words import any_of, whole_words
from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise.recognised import Recognised
from agendapack.extract.records.fields import Fields
from agendapack.schemas import from_words, vocabulary

JUDGEMENT, MOVEMENT = "judgement", "movement"
SIGNS = {"improving": 1, "stable": 0, "worsening": -1}
"""What an arrow up, level or down would mean as a judgement."""
MEANINGS = {sign: name for name, sign in SIGNS.items()}


@dataclass(frozen=True, slots=True)
class Arrow:
    """The arrow of an indicator, with what may tell its meaning."""

    sign: int
    """1 up, 0 level, -1 down."""
    better: int
    """1 when a higher figure is better, -1 when a lower one is, 0 when nothing says so."""
    moved: int
    """1 when the newest figure is above the one before, -1 when below, 0 when neither or unknown."""


def arrow(fields: Fields, row: Indicator, values: Sequence[IndicatorValue]) -> Arrow | None:
    """The arrow by which a row tells its direction; None for a row that says it in words."""
    cell = fields.cell("direction")
    if cell is None or row.direction not in SIGNS or any(map(str.isalpha, cell.text)):
        return None
    better = said_to_be_better(fields.plain("polarity", grouped=True)) or which_way(row.definition)
    return Arrow(SIGNS[row.direction], better, _moved(values))


def _moved(values: Sequence[IndicatorValue]) -> int:
    """Which way the figure went from the period before to the newest one."""
    dated = vocabulary("measures")["dated"]
    read = [v for v in values if v.value is not None and not v.component]
    happened = sorted((v for v in read if v.measure in dated), key=lambda v: v.period_end or date.min)
    before = [v for v in read if v.measure == "previous"] or happened[-2:-1]
    pairs = [(b.value, n.value) for b, n in zip(before[-1:], happened[-1:], strict=False) if b.unit == n.unit]
    return next(
        ((now > then) - (now < then) for then, now in pairs if then is not None and now is not None), 0
    )


def read_arrows(rows: Sequence[Indicator], arrows: Sequence[Arrow | None], legend: str) -> list[Indicator]:
    """The rows with what their arrows mean: by the legend, else by the figures of the table.

    Where neither tells, an arrow has a meaning only if it would be the same either way.
    """
    shows = legend or _by_figures([a for a in arrows if a])
    return [
        replace(row, direction=_meaning(a, shows)) if a else row for row, a in zip(rows, arrows, strict=True)
    ]


def _meaning(shown: Arrow, shows: str) -> str:
    if shown.sign == 0 or shows == JUDGEMENT or shown.better == 1:
        return MEANINGS[shown.sign]
    if shows == MOVEMENT and shown.better == -1:
        return MEANINGS[-shown.sign]
    return ""


def legends(tables: Sequence[Recognised], place_of: Callable[[str], Around]) -> dict[str, str]:
    """What arrows show in each table: by the text around it, else by the only legend of the pack."""
    own = {each.table.table_id: _legend(place_of(each.table.table_id)) for each in tables}
    keys = {_both_ways(_text(each)) for each in tables if not each.kind}
    told = {*own.values(), *keys} - {""}
    whole = told.pop() if len(told) == 1 else ""
    return {table_id: shows or whole for table_id, shows in own.items() if shows or whole}


def _legend(place: Around) -> str:
    """What the text around a table says that arrows show."""
    texts = [text for text in (*place.above, place.below) if _speaks_of_arrows().search(text)]
    said = {_both_ways(text) for text in texts} - {""}
    return said.pop() if len(said) == 1 else ""


def _text(table: Recognised) -> str:
    return " ".join(cell.flat for row in table.table.rows for cell in row.cells)


def _both_ways(text: str) -> str:
    """Judgement or movement, where the text names both ways of the one and not of the other."""
    said = [kind for kind, ways in _ways().items() if all(way.search(text) for way in ways)]
    return said[0] if len(said) == 1 else ""


def _by_figures(arrows: Sequence[Arrow]) -> str:
    """What most arrows show whose figures tell.

    An arrow against its figure judges it; one along with a figure that had better be low shows how it moved.
    """
    told = [a for a in arrows if a.sign and a.moved and (a.better == -1 or a.sign != a.moved)]
    movement = sum(a.sign == a.moved for a in told)
    judgement = len(told) - movement
    return MOVEMENT if movement > judgement else JUDGEMENT if judgement > movement else ""


@from_words
def _ways() -> dict[str, tuple[re.Pattern[str], ...]]:
    """Of each kind of arrows the words for both ways."""
    kinds = vocabulary("rag")["arrows"]
    return {
        kind: tuple(re.compile(whole_words(forms), re.I) for forms in ways.values())
        for kind, ways in kinds.items()
    }


@from_words
def _speaks_of_arrows() -> re.Pattern[str]:
    """An arrow, or a word of a legend."""
    words = vocabulary("rag")
    forms = [form for found in words["direction"].values() for form in found]
    signs = any_of(form for form in forms if not form[0].isalnum() and form != "=")
    return re.compile(rf"{signs}|{whole_words(words['legends'])}", re.I)
