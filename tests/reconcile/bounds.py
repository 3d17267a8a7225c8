"""Both sides of each bound of a check: rows at it, of which it tells, and rows just beyond it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from reconcile.cases import Rows
from reconcile.invented import action, indicator, sheet, value

from agendapack.extract.reconcile import Passage


@dataclass(frozen=True)
class Bound:
    """Rows that a check tells of and rows that it passes over; of one ref where others are told too."""

    check: str
    bound: str
    told: Rows
    silent: Rows
    ref: str = ""
    other: str = ""
    """The ref that is not told beyond the bound, where it is another."""


def over(*rows: str, more: int = 0) -> Rows:
    """A table whose third column is the second less the first, with other columns behind."""
    others = [
        "".join(f"|{1000 * c + 37 * r * r + 13 * r * c % 97}" for c in range(1, more + 1)) for r in range(9)
    ]
    head = "Service|Plan|Now|Over" + "".join(f"|A{c}" for c in range(1, more + 1))
    return (sheet(head, *(row + other for row, other in zip(rows, others, strict=False))),)


def indicators(one: str, other: str) -> Rows:
    return indicator(text=one), indicator(text=other, table="t9")


def officers(*names: str) -> Rows:
    return tuple(action(f"HD A00{n}", officers=(name,)) for n, name in enumerate(names))


def printed(common: str, times: int, odd: str, odd_times: int = 1) -> Rows:
    return tuple(
        Passage(n, f"ask the {name} first") for n, name in enumerate([common] * times + [odd] * odd_times, 1)
    )


def columns(*rows: str) -> Rows:
    return (sheet("Risk|L|I|Score", *rows),)


def rating(ref: str, rag: str, actual: str, target: str = "95%", table: str = "t4") -> Rows:
    """A rated indicator of which more is better, if only because so much of it is wanted."""
    return (
        indicator(ref, rag=rag, table=table),
        value(ref, "actual", actual),
        value(ref, "target", target),
    )


def rated(*rags: str, table: str = "t4", first: int = 1) -> Rows:
    """Indicators that have reached their target, each with a rating."""
    its = (rating(f"HB {n}", rag, "97%", table=table) for n, rag in enumerate(rags, first))
    return tuple(row for rows in its for row in rows)


def wanted(target: str, first_month: int = 4) -> Rows:
    reached = value("HB 1", "outturn", "50%", definition="Berths achieving the standard")
    return (
        replace(reached, period_start=date(2031, first_month, 1)),
        value("HB 1", "target", target, 2032, definition="Berths achieving the standard"),
    )


def undefined(known: int, lost: int, citing: int = 1) -> Rows:
    """Indicators that actions cite, of which the last are in no register."""
    refs = tuple(f"HB {n}" for n in range(1, known + lost + 1))
    cites = (action(f"HD A{n}", indicator_refs=refs) for n in range(1, citing + 1))
    return *cites, *map(indicator, refs[:known])
