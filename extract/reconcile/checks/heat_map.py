"""Check: where a heat map puts a risk against its row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from agendapack.extract.model import Place
from agendapack.extract.normalise.refs import find_refs
from agendapack.extract.reconcile.figures import FigureSheet
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import place
from agendapack.extract.reconcile.subject import Subject

MIN_STEPS = 3
"""Steps of a scale that make a line of figures one."""
SOME_AGREE = 0.5
"""Share of the risks on a map that must stand where their rows say before one that does not is a fault."""
_STEP = re.compile(r"\s*\d\s*")
_NUMBER = re.compile(r"\d+")
Spot = tuple[int, int]


@check(
    kind="conflicting_value",
    title="Heat map and row place a risk differently",
    severity="warning",
    message="{ref} stands at {one}, {other} on the heat map; its row says likelihood {likelihood}, "
    "impact {impact}",
    looks_at="tables, risks",
)
def heat_map(subject: Subject) -> Iterator[Hit]:
    """Which way round the scales are is what most risks on the map say."""
    for sheet in subject.sheets if subject.risks else ():
        found = dict(_spots(sheet, subject.known))
        rows = {ref: spot for ref in found if (spot := _spot(subject, ref))}
        turned = sum(found[r][::-1] == rows[r] for r in rows) > sum(found[r] == rows[r] for r in rows)
        spots = {ref: found[ref][::-1] if turned else found[ref] for ref in rows}
        wrong = [ref for ref in rows if spots[ref] != rows[ref]]
        if len(rows) - len(wrong) < max(2, SOME_AGREE * len(rows)):
            continue
        for ref in wrong:
            yield _hit(subject, sheet, ref, spots[ref], rows[ref])


def _spots(sheet: FigureSheet, known: frozenset[str]) -> Iterator[tuple[str, Spot]]:
    """Each ref of the sheet with the steps of the scale beside it and of the scale above or below."""
    beside = next((c for c in range(min(3, _width(sheet))) if len(_down(sheet, c)) >= MIN_STEPS), None)
    under = next((r for r in range(len(sheet.rows)) if len(_along(sheet, r)) >= MIN_STEPS), None)
    if beside is None or under is None:
        return
    up, along = _down(sheet, beside), _along(sheet, under)
    for row, step in up.items():
        for column, other in along.items():
            for ref in find_refs(sheet.rows[row][column], known=known):
                yield ref.ref, (step, other)


def _width(sheet: FigureSheet) -> int:
    return len(sheet.rows[0]) if sheet.rows else 0


def _down(sheet: FigureSheet, column: int) -> Mapping[int, int]:
    """The steps of a scale printed down a column, by row; none where they are no scale."""
    return _scale({r: row[column] for r, row in enumerate(sheet.rows)})


def _along(sheet: FigureSheet, row: int) -> Mapping[int, int]:
    return _scale(dict(enumerate(sheet.rows[row])))


def _scale(texts: Mapping[int, str]) -> Mapping[int, int]:
    steps = {
        at: int(text) for at, text in texts.items() if text.strip().isdecimal() and len(text.strip()) == 1
    }
    printed = list(steps.values())
    whole = sorted(printed) == list(range(1, len(printed) + 1))
    return steps if whole and printed in (sorted(printed), sorted(printed, reverse=True)) else {}


def _spot(subject: Subject, ref: str) -> Spot | None:
    """Likelihood and impact of the risk's rows, where they agree."""
    found = {
        (int(likelihood[0]), int(impact[0]))
        for risk in subject.risks.get(ref, ())
        if (likelihood := _NUMBER.search(risk.likelihood)) and (impact := _NUMBER.search(risk.impact))
    }
    return found.pop() if len(found) == 1 else None


def _hit(subject: Subject, sheet: FigureSheet, ref: str, spot: Spot, said: Spot) -> Hit:
    entry = sheet.entry.source
    risk = subject.risks[ref][0]
    facts = {"ref": ref, "one": spot[0], "other": spot[1], "likelihood": said[0], "impact": said[1]}
    quote = f"{risk.likelihood} × {risk.impact}"
    return Hit((ref,), (Place(entry.page, entry.box, "", ref), place(risk, quote)), facts)
