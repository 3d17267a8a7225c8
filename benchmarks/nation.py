"""A nation's year in small: packs arrive night by night, each night's run is measured, and a law is fitted.

    python -m benchmarks.nation [--minutes 4] [--councils 40] [--a-night 40] [--known-pack MS] [--keep FOLDER]

The packs are drawn from templates: a cover, actions, indicators and risks that go on from meeting to meeting,
and pages of prose. The law says what a night costs by the packs and pages that are new, the packs of the
councils they belong to (whose rows are marked again) and all packs stored. From it, and from the bytes a page
takes, comes what a year of a nation costs: 400 councils, 200 meetings each, 100 pages a pack, a run a night.
So few nights do not part what a known pack costs from what its council's cost: it is taken from
`benchmarks.increments`, in CPU ms.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from datetime import date, timedelta
from pathlib import Path

import numpy as np
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from benchmarks.increments import timed

FIRST_DAY = date(2031, 1, 6)
PAGES = (4, 8, 24)
"""Of a pack: cover and tables take four, the rest is prose."""
PLACES = ("Alder", "Birch", "Cedar", "Dun", "Elm", "Fern", "Gorse", "Hazel", "Iver", "Juniper")
KINDS = ("bridge", "dale", "ford", "ham", "mere", "stead", "ton", "wick")
PEOPLE = ("Ann Ward", "Ben Cole", "Carol Dean", "David Ellis", "Erin Frost")
MONTHS = ("March", "May", "July")
WORDS = ("members", "noted", "officers", "report", "progress", "budget", "review", "service", "work", "plan")
COUNCILS, MEETINGS, PAGES_A_PACK, NIGHTS = 400, 200, 100, 365


@dataclass(frozen=True, slots=True)
class Night:
    """A run and what it had to do."""

    cpu: float
    packs: int
    pages: int
    beside: int
    """Packs of the councils that the new ones belong to, with these."""
    stored: int


# --- packs from templates ----------------------------------------------------------------


def name_of(council: int) -> str:
    """A council's name, each another."""
    turn, place = divmod(council, len(PLACES))
    return (
        f"{PLACES[place]}{KINDS[turn % len(KINDS)]} {'District' if turn < len(KINDS) else 'Borough'} Council"
    )


def draw(path: Path, council: int, meeting: int, pages: int) -> None:
    """The pack of a meeting; its actions and indicators go on from the one before."""
    day = FIRST_DAY + timedelta(days=28 * meeting + council % 28)
    sheet = Canvas(str(path), pagesize=A4, invariant=1)
    write(sheet, [name_of(council), "Audit and Performance Committee", f"{day:%A} {day.day} {day:%B %Y}"])
    first = max(0, 2 * meeting - 8)
    actions = [
        (f"AC {n:03d}", f"Carry out step {n} of the improvement plan", f"31 {MONTHS[n % 3]} 2032",
         PEOPLE[n % len(PEOPLE)], "Complete" if n < first + 4 else "In progress")
        for n in range(first, first + 12)
    ]  # fmt: skip
    table(sheet, "Action log", ("Ref", "Action", "Due date", "Lead officer", "Status"), actions)
    values = [
        (f"KPI {n:02d}", f"Cases of kind {n} answered in time", "95%", f"{80 + (n + council) % 15}%",
         f"{80 + (n + council + meeting) % 18}%")
        for n in range(1, 11)
    ]  # fmt: skip
    table(sheet, "Key performance indicators", ("Ref", "Indicator", "Target", "Previous", "Actual"), values)
    risks = [
        (f"R{n}", f"Service {n} cannot be kept up", str(1 + n % 5), str(1 + meeting % 4),
         PEOPLE[n % len(PEOPLE)])
        for n in range(1, 9)
    ]  # fmt: skip
    table(sheet, "Corporate risk register", ("Ref", "Risk", "Likelihood", "Impact", "Owner"), risks)
    for page in range(4, pages):
        write(sheet, [f"Report {page}", *(sentence(council, meeting, page, line) for line in range(40))])
    sheet.save()


def sentence(*numbers: int) -> str:
    """A line of prose, on each page another."""
    dice = random.Random(repr(numbers))
    return " ".join(dice.choices(WORDS, k=12)).capitalize() + "."


def write(sheet: Canvas, lines: list[str]) -> None:
    """A page of lines."""
    for number, line in enumerate(lines):
        sheet.drawString(60, 780 - 17 * number, line)
    sheet.showPage()


def table(sheet: Canvas, title: str, head: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    """A page with a ruled table."""
    lefts, top, high = (50, 110, 330, 410, 480, 560), 730, 24
    sheet.drawString(50, 760, title)
    sheet.grid(list(lefts), [top - high * i for i in range(len(rows) + 2)])
    for number, row in enumerate((head, *rows)):
        sheet.setFont("Helvetica" if number else "Helvetica-Bold", 9)
        for x, text in zip(lefts, row, strict=False):
            sheet.drawString(x + 4, top - high * number - 16, text)
    sheet.setFont("Helvetica", 11)
    sheet.showPage()


# --- nights ------------------------------------------------------------------------------


def nights(place: Path, councils: int, a_night: int, minutes: float) -> Iterator[Night]:
    """Run after run, until the time is over."""
    inbox, out = place / "inbox", place / "out"
    inbox.mkdir(parents=True)
    dice, met, end = random.Random(1), Counter[int](), time.monotonic() + 60 * minutes
    number = 0
    while time.monotonic() < end:
        # nights differ in all that the law speaks of: how many packs, how long ones, of how many councils
        some = dice.randint(max(1, a_night // 8), 2 * a_night)
        homes = dice.sample(range(councils), dice.randint(1, councils))
        pages, touched = dice.choice(PAGES), set()
        for turn in range(some):
            council = homes[turn % len(homes)]
            touched.add(council)
            draw(inbox / f"{number:06d}.pdf", council, met[council], pages)
            met[council] += 1
            number += 1
        cpu, seconds, memory = timed(inbox, out, "--layout", "partitions")
        night = Night(cpu, some, some * pages, sum(met[c] for c in touched), number)
        told = "| {:.2f} | {} | {} | {} | {:,} |".format(*astuple(night))
        print(told, f"{seconds:.0f} | {memory:.0f} |", flush=True)
        yield night


def law(seen: list[Night], known_pack: float) -> tuple[np.ndarray, float]:
    """CPU seconds of a run, a new pack, a new page, a pack marked again, a stored pack; the usual error."""
    did = np.array([(1, n.packs, n.pages, n.beside, n.stored) for n in seen], dtype=float)
    cpu = np.array([n.cpu for n in seen])
    costs = np.zeros(did.shape[1])
    costs[-1] = known_pack
    chosen = list(range(len(costs) - 1))
    rest = (cpu - did @ costs) / cpu
    while True:  # nothing costs less than nothing: what would is left out
        found, *_ = np.linalg.lstsq(did[:, chosen] / cpu[:, None], rest, rcond=None)
        if found.min() >= 0:
            break
        del chosen[int(found.argmin())]
    costs[chosen] = found
    return costs, float(np.median(abs(did @ costs / cpu - 1)))


def year(costs: np.ndarray) -> dict[str, float]:
    """Core hours of a nation's year, by use; each arrival marks its council's packs of the year again."""
    run, pack, page, beside, stored = costs
    packs = COUNCILS * MEETINGS
    seconds = {
        "starting": NIGHTS * run,
        "packs": packs * pack,
        "pages": packs * PAGES_A_PACK * page,
        "packs marked again": packs * (MEETINGS + 1) / 2 * beside,
        "known packs": NIGHTS * packs / 2 * stored,
    }
    return {what: spent / 3600 for what, spent in seconds.items()}


def size_of(folder: Path) -> int:
    """Bytes that the folder takes on the disk, whole blocks."""
    told = subprocess.run(["du", "-sk", folder], capture_output=True, check=True).stdout
    return int(told.split()[0]) * 1024


def main() -> None:
    """Print the nights, the law and the year."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=4)
    parser.add_argument("--councils", type=int, default=40)
    parser.add_argument("--a-night", type=int, default=40)
    parser.add_argument("--known-pack", type=float, default=0.03, help="CPU ms")
    parser.add_argument("--keep", type=Path, help="where the folders stay to be looked at")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        place = chosen.keep or Path(temporary)
        print("| CPU s | new packs | new pages | packs of their councils | stored | s | MiB |")
        print("|---:" * 7 + "|")
        seen = list(nights(place, chosen.councils, chosen.a_night, chosen.minutes))
        tell(seen, chosen.known_pack / 1000, place / "out")


def tell(seen: list[Night], known_pack: float, out: Path) -> None:
    """The law and what follows from it."""
    costs, error = law(seen, known_pack)
    names = ("a run", "a new pack", "a new page", "a pack marked again", "a stored pack")
    told = (f"{name} {1000 * cost:.2f}" for name, cost in zip(names, costs, strict=True))
    print(f"\nCPU ms: {', '.join(told)}; usual error of a night {100 * error:.0f} %")
    pages = sum(night.pages for night in seen)
    parts = {part.name: size_of(part) / pages for part in sorted(out.iterdir()) if part.is_dir()}
    print("bytes a page: " + ", ".join(f"{name} {size:,.0f}" for name, size in parts.items()))
    spent = year(costs)
    print("a nation's year, core hours: " + ", ".join(f"{what} {hours:.1f}" for what, hours in spent.items()))
    year_pages = COUNCILS * MEETINGS * PAGES_A_PACK
    print(f"in all {sum(spent.values()):.0f} core hours, {sum(parts.values()) * year_pages / 1e9:.0f} GB")


if __name__ == "__main__":
    main()
