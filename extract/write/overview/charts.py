"""Write: the charts of the overview, drawn by Vega-Lite to SVG that needs no script and follows the theme.

What a chart looks like is in specs/; its colours are variables of the page, so that one
picture serves both themes.
"""

from __future__ import annotations

import json
import textwrap
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from importlib import resources
from typing import Any

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.write.overview.figures import (
    ACTUAL,
    GROUPS,
    OTHERS,
    RATINGS,
    SEVERITIES,
    KeyFigure,
)
from agendapack.extract.write.record import Record

SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
STATES = dict(
    zip(
        GROUPS,
        ("--error", "--off", "--warning", "--good", "--idle", "--done", "--line", "--edge"),
        strict=True,
    )
)
"""The colour of what is said of an action."""
WEIGHTS = dict(zip(SEVERITIES, ("--error", "--warning", "--idle"), strict=True))
MIN_POINTS = 2
"""Values that make a line."""
SHORT = "split(replace(datum.value, /^((.*\\n){{{}}}.*)\\n[^]*/, '$1 …'), '\\n')"
"""A label with no more than so many lines behind its first."""
STEP_PX, LINE_PX = 10, 14
"""Height of a bar without its label, and of each line of the label."""
RAISED_PX = 4
"""By which labels begin higher for each line more that the longest has."""
HERE = "https://overview.invalid/"
"""Stands for the page itself: the library makes a whole address of a part of one."""

Keys = Mapping[tuple[str, str], str]
"""Addresses of figures by two words."""


@dataclass(frozen=True, slots=True)
class ChartSize:
    """What bars and their names may take; the rows behind a bar tell what its name leaves out."""

    width: int
    """Pixels of the longest bar."""
    chars: int
    """Of a line of what a bar is called, which stands beside it."""
    lines: int
    ticks: int
    """Most marks on the axis of numbers, which is of whole ones."""
    columns: int
    """Of the legend."""


WIDE, NARROW = ChartSize(420, 34, 2, 8, 4), ChartSize(165, 17, 3, 4, 2)
"""Of a page, and of a telephone held upright."""


def by_section(keys: Keys, figures: Mapping[str, KeyFigure], room: ChartSize = WIDE) -> str:
    """Actions by section, a bar each, coloured by what is said of them."""
    return _bars(keys, figures, STATES, room)


def by_kind(keys: Keys, figures: Mapping[str, KeyFigure], room: ChartSize = WIDE) -> str:
    """Findings by kind, a bar each, coloured by weight."""
    return _bars(keys, figures, WEIGHTS, room)


def _bars(keys: Keys, figures: Mapping[str, KeyFigure], colours: Mapping[str, str], room: ChartSize) -> str:
    order = list(colours)
    totals: Counter[str] = Counter()
    for (row, _), key in keys.items():
        totals[row] += figures[key].count
    data = [
        {
            "row": "\n".join(textwrap.wrap(row, room.chars)),
            "part": part,
            "number": figures[key].count,
            "at": order.index(part),
            "place": 0 if row == OTHERS else -totals[row],
            "href": f"{HERE}#{key}",
        }
        for (row, part), key in keys.items()
    ]
    shown = [name for name in order if any(d["part"] == name for d in data)]
    spec = _spec("bars")
    lines = min(room.lines, max(str(d["row"]).count("\n") + 1 for d in data))
    spec["width"], spec["height"] = room.width, {"step": STEP_PX + LINE_PX * lines}
    spec["encoding"]["y"]["axis"] |= {
        "labelExpr": SHORT.format(room.lines - 1),
        "labelOffset": -RAISED_PX * (lines - 1),
    }
    spec["encoding"]["x"]["axis"]["tickCount"] = min(room.ticks, max(totals.values()))
    spec["encoding"]["color"]["legend"]["columns"] = room.columns
    spec["encoding"]["color"]["scale"] = {"domain": shown, "range": [f"var({colours[n]})" for n in shown]}
    return _drawn(spec, data)


def heat_map(keys: Keys, figures: Mapping[str, KeyFigure]) -> str:
    """Risks by likelihood and impact, darker the higher the product, with how many there are."""
    data = []
    for likelihood in RATINGS:
        for impact in RATINGS:
            key = keys.get((likelihood, impact))
            number = figures[key].count if key else 0
            score = int(likelihood) * int(impact)
            data.append(
                {
                    "likelihood": likelihood,
                    "impact": impact,
                    "score": score,
                    "number": number,
                    "href": f"{HERE}#{key}",
                }
            )
    return _drawn(_spec("heat_map"), data)


def sparkline(values: Sequence[Record]) -> str:
    """An indicator's values over time, its target as a broken line; empty when there is no line to draw.

    Periods of one length are one line: quarters and the year to date are not mixed.
    """
    dated = sorted((v for v in values if v["period_end"]), key=lambda v: str(v["period_end"]))
    actual = [v for v in dated if v["measure"] in ACTUAL]
    lengths = Counter(v.get("span") for v in actual)
    line = [v for v in actual if v.get("span") == max(lengths, key=lambda span: lengths[span])]
    if len(line) < MIN_POINTS:
        return ""
    targets = [v for v in dated if v["measure"] == "target"]
    points = [{"at": str(v["period_end"]), "of": "value", "value": v["value"]} for v in line]
    return _drawn(_spec("sparkline"), [*points, *_aims(line, targets)])


def _aims(line: Sequence[Record], targets: Sequence[Record]) -> Iterator[dict[str, Any]]:
    """The target in force at each point: the first that ends with it or later, else the last."""
    for value in line if targets else ():
        ahead = (t for t in targets if str(t["period_end"]) >= str(value["period_end"]))
        yield {"at": str(value["period_end"]), "of": "target", "value": next(ahead, targets[-1])["value"]}


def _spec(name: str) -> dict[str, Any]:
    specs = resources.files("agendapack.extract.write.overview") / "specs"
    spec: dict[str, Any] = json.loads((specs / f"{name}.json").read_text(encoding="utf-8"))
    return spec


def _drawn(spec: Mapping[str, Any], data: Sequence[Mapping[str, Any]]) -> str:
    """The chart as SVG; reads nothing from anywhere."""
    # loads an engine that only a chart needs
    import vl_convert

    whole = {
        "$schema": SCHEMA,
        "background": None,
        "config": _spec("theme"),
        "data": {"values": data},
        **spec,
    }
    svg: str = vl_convert.vegalite_to_svg(whole, allowed_base_urls=[])
    return svg.replace(f'xlink:href="{HERE}', 'href="')
