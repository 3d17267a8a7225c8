"""How the cost of each stage grows with pages and rows: fits an exponent to packs of invented pages.

    python -m benchmarks.growth [KIND...] [--pages 125,250,500,1000] [--steps]

1.0 is a straight line. Costs are CPU seconds of one process and one run; with --steps they are lines of
Python run, the same on any machine, thirty times as slow and blind to what happens inside C.
"""

from __future__ import annotations

import argparse
import gc
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle, islice
from math import log
from pathlib import Path
from time import process_time
from types import FrameType
from typing import Any

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from agendapack.extract import pipeline
from agendapack.extract.settings import Settings

LETTERS = "bcdfglmnprstvz"
ROWS = 20
"""Rows a page."""
STAGES = (
    "set_aside",
    "mend",
    "furniture",
    "lines",
    "outline",
    "Surroundings",
    "stitch",
    "recognise_with_care",
    "records",
    "numbered",
    "table_entries",
    "table_doubts",
    "column_doubts",
    "doubts",
    "prints",
    "officers",
    "correct",
    "reconcile",
    "by_page",
)
WIDTH, HEIGHT = landscape(A4)
LEFT, RIGHT, TOP, PITCH = 40.0, WIDTH - 40.0, HEIGHT - 70.0, 22.0
Table = tuple[Sequence[str], Sequence[float], Callable[[int], Sequence[str]]]
"""Head, shares of the width, and the cells of a row."""


def coded(number: int, syllables: int = 4) -> str:
    """A number as a word that can be said."""
    word = ""
    for vowel in islice(cycle("aeio"), syllables):
        number, at = divmod(number, len(LETTERS))
        word += LETTERS[at] + vowel
    return word


def plan(number: int) -> Sequence[str]:
    """An action of its own."""
    who = f"{coded(number * 7919).title()} {coded(number * 104729 + 5).title()}"
    text = f"Renew the {coded(number)} {coded(number * 31 + 7)}"
    return f"TP A{number:05d}", text, f"{1 + number % 28} March 2032", who, f"TP {1 + number // 2}"


def alike(number: int) -> Sequence[str]:
    """An action that says what all say, of a person whose name is nearly another's."""
    who = f"Margaret {coded(number // 2 * 104729, 6).title()}{'n' * (number % 2)}"
    return "", "Monitor the budget each month", "Ongoing", who, ""


def same(_number: int) -> Sequence[str]:
    """One action printed again and again."""
    return "TP A1", "Renew the roof of the fish market", "31 March 2032", "Margaret Voss", "TP 1"


def figures(number: int) -> Sequence[str]:
    """A budget line; each page ends with a total."""
    if number % ROWS == ROWS - 1:
        return "Total", *(f"{sum(range(number - ROWS + 1, number)) + n * (ROWS - 1):,}" for n in range(4))
    return f"Upkeep of {coded(number)}", *(f"{number + n:,}" for n in range(4))


def measures(number: int) -> Sequence[str]:
    """An indicator with its values."""
    return (
        f"TP {number}",
        f"Days to mend {coded(number)}",
        *(f"{(number * n) % 89 + 1}.5%" for n in (3, 5, 7)),
    )


def risks(number: int) -> Sequence[str]:
    """A risk that cites actions and indicators."""
    score = 1 + number % 5
    cited = f"TP A{number:05d}, TP {number}"
    return f"TR{number}", f"The {coded(number)} fails", str(score), "4", str(4 * score), cited


ACTIONS = ("Ref", "Action", "Due date", "Lead officer", "Indicators")
MEASURES = ("Ref", "Indicator", "2029/30 Actual", "2030/31 Actual", "2031/32 Target")
TABLES: dict[str, Table] = {
    "plan": (ACTIONS, (1, 4, 1.5, 2, 1), plan),
    "alike": (ACTIONS, (1, 4, 1.5, 2, 1), alike),
    "same": (ACTIONS, (1, 4, 1.5, 2, 1), same),
    "figures": (("Service", "2029/30", "2030/31", "2031/32", "2032/33"), (3, 1, 1, 1, 1), figures),
    "measures": (MEASURES, (1, 4, 1, 1, 1), measures),
    "risks": (("Ref", "Risk", "Likelihood", "Impact", "Score", "Actions"), (1, 3, 1, 1, 1, 2), risks),
}
KINDS: dict[str, tuple[tuple[str, ...], bool]] = {
    "one plan over all pages": (("plan",), False),
    "rows all alike": (("alike",), False),
    "one row again and again": (("same",), False),
    "one budget table": (("figures",), False),
    "a report a page": (("plan", "measures", "risks", "figures"), True),
}
"""The tables that take turns from page to page, and whether each page begins a new one."""


def write_pack(file: Path, tables: Sequence[str], pages: int, *, apart: bool) -> None:
    """A pack of so many pages."""
    canvas = Canvas(str(file), pagesize=(WIDTH, HEIGHT), pageCompression=0)
    for page in range(pages):
        head, shares, cells = TABLES[tables[page % len(tables)]]
        if apart or page == 0:
            canvas.setFont("Helvetica-Bold", 13)
            canvas.drawString(LEFT, HEIGHT - 40, f"Report {page + 1}: {coded(page).title()} directorate plan")
        turn = page // len(tables) * ROWS
        rows = [cells(turn + n) for n in range(ROWS)]
        _draw(canvas, shares, [head, *rows] if apart or page == 0 else rows, titled=apart or page == 0)
        canvas.showPage()
    canvas.save()


def _draw(canvas: Canvas, shares: Sequence[float], rows: Sequence[Sequence[str]], *, titled: bool) -> None:
    xs = [LEFT]
    for share in shares:
        xs.append(xs[-1] + share / sum(shares) * (RIGHT - LEFT))
    ys = [TOP - PITCH * n for n in range(len(rows) + 1)]
    canvas.grid(xs, ys)
    for n, row in enumerate(rows):
        canvas.setFont("Helvetica-Bold" if titled and n == 0 else "Helvetica", 9)
        for x, text in zip(xs, row, strict=False):
            canvas.drawString(x + 3, ys[n] - 14, text)


class Costs:
    """What each stage of the pipeline costs, while it is installed."""

    def __init__(self, *, steps: bool) -> None:
        self.spent: dict[str, float] = defaultdict(float)
        self._lines = 0
        self._steps = steps

    def clock(self) -> float:
        """CPU seconds, or lines run."""
        return self._lines if self._steps else process_time()

    def trace(self, _frame: FrameType, event: str, _argument: object) -> Callable[..., Any]:
        """Count a line."""
        self._lines += event == "line"
        return self.trace

    def timed(self, name: str, work: Callable[..., Any]) -> Callable[..., Any]:
        """The function, its cost noted."""

        def noted(*given: Any, **named: Any) -> Any:
            start = self.clock()
            try:
                return work(*given, **named)
            finally:
                self.spent[name] += self.clock() - start

        return noted


def costs_of(file: Path, *, steps: bool) -> dict[str, float]:
    """The cost of each stage over a pack, and of all."""
    costs = Costs(steps=steps)
    kept = {name: getattr(pipeline, name) for name in (*STAGES, "read_well", "grids_on")}
    for name, work in kept.items():
        setattr(pipeline, name, costs.timed(name, work))
    pipeline.read_well = costs.timed("read", lambda *given: list(kept["read_well"](*given)))
    if steps:
        sys.settrace(costs.trace)
    gc.collect()
    gc.disable()  # as a worker process does
    try:
        start = costs.clock()
        pipeline.read_pack(file, Settings(), lambda *_: None)
        return {**costs.spent, "all": costs.clock() - start}
    finally:
        sys.settrace(None)
        gc.enable()
        for name, work in kept.items():
            setattr(pipeline, name, work)


def exponent(sizes: Sequence[int], costs: Sequence[float]) -> float:
    """The slope of costs over sizes, both as logarithms: least squares."""
    points = [(log(s), log(max(c, 1e-6))) for s, c in zip(sizes, costs, strict=True)]
    middle_x, middle_y = (sum(axis) / len(points) for axis in zip(*points, strict=True))
    spread = sum((x - middle_x) ** 2 for x, _ in points)
    return sum((x - middle_x) * (y - middle_y) for x, y in points) / spread


def growth(kind: str, sizes: Sequence[int], *, steps: bool) -> Iterator[tuple[str, list[float], float]]:
    """Each stage with its costs and exponent, the dearest first."""
    tables, apart = KINDS[kind]
    seen = []
    with tempfile.TemporaryDirectory() as place:
        for pages in sizes:
            file = Path(place, f"{pages}.pdf")
            write_pack(file, tables, pages, apart=apart)
            seen.append(costs_of(file, steps=steps))
    for name in sorted(seen[-1], key=lambda n: -seen[-1][n]):
        costs = [one.get(name, 0.0) for one in seen]
        yield name, costs, exponent(sizes, costs)


def main() -> None:
    """Print a table for each kind of pack."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=f"of {', '.join(KINDS)}; all unless named")
    parser.add_argument("--pages", default="125,250,500,1000")
    parser.add_argument("--steps", action="store_true")
    parser.add_argument(
        "--least", type=float, default=0.005, help="share of the whole from which a stage is told"
    )
    chosen = parser.parse_args()
    sizes = [int(n) for n in chosen.pages.split(",")]
    with tempfile.TemporaryDirectory() as place:
        warm = Path(place, "warm.pdf")
        write_pack(warm, list(TABLES), 5, apart=True)
        costs_of(warm, steps=False)
    for kind in chosen.kinds or KINDS:
        print(f"\n{kind}, {ROWS} rows a page\n")
        print("| stage |", *(f"{n} pages |" for n in sizes), "exponent |")
        print("|---|" + "---:|" * (len(sizes) + 1))
        whole = 0.0
        for name, costs, slope in growth(kind, sizes, steps=chosen.steps):
            whole = max(whole, costs[-1])
            if costs[-1] >= chosen.least * whole:
                print(f"| {name} |", *(f"{c:,.3g} |" for c in costs), f"{slope:.2f} |", flush=True)


if __name__ == "__main__":
    main()
