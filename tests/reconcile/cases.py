"""What cases are made of: one faulty and one sound for every check; they read as its specification."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reconcile.invented import LOWER, UPPER, action, indicator, risk, source, value

from agendapack.extract.model import Action, Officer

Rows = tuple[object, ...]
MEETING = date(2031, 5, 20)
MARCH, JUNE, LATER = date(2032, 3, 31), date(2031, 6, 30), date(2032, 9, 30)


@dataclass(frozen=True)
class Case:
    """Rows in which a check fires with some refs, and rows like them in which it is silent."""

    check: str
    refs: set[str]
    faulty: Rows
    sound: Rows


GREEN_ENOUGH = ("Green", "Green", "Green", "Amber", "Amber")


def twice(*texts: str) -> Rows:
    """Indicators in a summary and in a box of their own."""
    return tuple(indicator(text=t, rag="Green", table=table) for t in texts for table in ("t3", "t9"))


def initials(letters: str, name: str = "") -> Officer:
    return Officer(source(2), letters, "initials", 1, name, (), (UPPER,))


def under(ref: str, heading: str, parent: str) -> Action:
    return action(ref, f"Begin the work of {ref}", LOWER, divisional_objective=heading, parent_refs=(parent,))


def series(*numbers: int, plan: str = UPPER) -> Rows:
    return tuple(action(f"HD A{n:03d}", f"Rebuild quay number {n} with stone", plan) for n in numbers)


def register(*scores: str) -> Rows:
    return tuple(risk(f"HR-{n}", likelihood="3", impact="4", score=s) for n, s in enumerate(scores, 1))


def rated(*rags: str, floor: bool = True) -> Rows:
    made: list[object] = []
    for number, rag in enumerate(rags):
        ref = f"HB {number}"
        made += [
            indicator(ref, rag=rag, table="t4"),
            value(ref, "actual", "97%"),
            value(ref, "target", "95%"),
        ]
        made += [value(ref, "floor", "90%")] if floor else []
    return tuple(made)


def moving(ref: str, before: int, after: int) -> Rows:
    """An indicator said to improve, of which more is better."""
    text = "Berths kept available all year"
    return (
        indicator(ref, text, direction="improving", table="t1"),
        *(
            value(ref, "actual", f"{n}%", year, definition=text)
            for year, n in ((2030, before), (2031, after))
        ),
    )
