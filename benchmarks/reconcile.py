"""How the time of reconcile grows with the rows: prints the table of docs/performance.md.

Run it with `python -m benchmarks.reconcile`. The rows are those of an invented harbour council: for each
basin an action, an indicator that two plans print, its value and a risk, which cite one another.
"""

from __future__ import annotations

import platform
from time import process_time

from agendapack.extract.model import Action, Box, Indicator, IndicatorValue, Pack, PackResult, Risk, Source
from agendapack.extract.reconcile import reconcile

ROWS_A_BASIN = 5
SIZES = (123, 1_230, 12_300)
"""Basins: 615 rows are those of a pack of 124 pages, then ten and a hundred times as many."""
RUNS = 3
PLANS = ("Harbour Directorate departmental plan 2031/32", "Quays divisional plan 2031/32")


def synthetic(basins: int) -> PackResult:
    """A pack of five rows a basin."""
    upper, lower = PLANS
    numbers = range(basins)
    return PackResult(
        Pack(Source("pack"), "pack.pdf", "", 9),
        actions=tuple(
            Action(
                _at("action", n),
                upper,
                f"Dredge basin {n} for the vessel number{n} of owner{n % 97}",
                f"HD A{n:05d}",
                indicator_refs=(f"HB {n}",),
                risk_refs=(f"HR-{n}",),
                officers=(f"Ada Skipper{n % 31}",),
            )
            for n in numbers
        ),
        indicators=tuple(
            Indicator(_at(plan, n), plan, f"Depth of basin {n} by tide{n}", f"HB {n}")
            for n in numbers
            for plan in PLANS
        ),
        indicator_values=tuple(
            IndicatorValue(
                _at("value", n),
                lower,
                f"HB {n}",
                f"Depth of basin {n} by tide{n}",
                "outturn",
                "2030/31",
                "",
                f"{n % 90}.5%",
                n % 90 + 0.5,
                "percent",
            )
            for n in numbers
        ),
        risks=tuple(
            Risk(
                _at("risk", n),
                upper,
                f"Basin {n} silts up behind gate{n}",
                f"HR-{n}",
                action_refs=(f"HD A{n:05d}",),
            )
            for n in numbers
        ),
    )


def seconds(result: PackResult, runs: int = 1) -> float:
    """The least processor time of some runs."""
    return min(_once(result) for _ in range(runs))


def _once(result: PackResult) -> float:
    start = process_time()
    reconcile(result)
    return process_time() - start


def _at(what: str, number: int) -> Source:
    return Source("pack", f"{what}{number}", what, 1 + number // 20, Box(50, 100, 500, 120))


def main() -> None:
    """Print the table."""
    seconds(synthetic(10))
    print(f"reconcile, processor time, best of {RUNS}, {platform.python_version()}\n")
    print("| rows | seconds | microseconds a row |\n|---:|---:|---:|")
    for basins in SIZES:
        rows, least = ROWS_A_BASIN * basins, seconds(synthetic(basins), RUNS)
        print(f"| {rows:,} | {least:.3f} | {least / rows * 1e6:.0f} |")


if __name__ == "__main__":
    main()
