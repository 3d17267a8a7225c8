"""Draws the front sheet of an invented meeting and tells its items."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import yaml
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from .numbering import NUMBERS
from .sheet import FOOT, HEIGHT, LEFT, RIGHT, Gold, Sheet, add_item, boxed_row

WORDS: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("words.yaml").read_text(encoding="utf-8"))


def make(seed: int, path: Path, *, held_out: bool) -> tuple[str, list[Gold]]:
    """Draw the sheet of a seed; its style and its items in printed order."""
    rng = random.Random(f"agenda {seed} {held_out}")
    side = int(held_out)

    def bank(name: str) -> list[Any]:
        return list(WORDS[name][side])

    canvas = Canvas(str(path), pagesize=A4, invariant=True)
    sheet = Sheet(canvas, rng.choice((10.0, 11.0, 12.0)))
    sheet.line(rng.choice(bank("councils")), LEFT, bold=True, size=16, gap=10)
    sheet.line(rng.choice(bank("committees")), LEFT, bold=True, size=13, gap=10)
    sheet.line(
        rng.choice(
            (
                "Tuesday, 4 June 2024 at 6.30 pm",
                "Date: 12 September 2024   Time: 10.00 am",
                "7:00 p.m., 9 May 2024",
            )
        ),
        LEFT,
    )
    place = rng.choice(("Council Chamber, Town Hall", "Venue: Committee Room 2, Civic Centre"))
    sheet.line(place, LEFT, gap=20)
    style = STYLES[seed % len(STYLES)]
    named = [*rng.sample(bank("usual"), 3), *rng.sample(bank("titles"), rng.randint(4, 8))]
    named += rng.sample(bank("last"), rng.randint(0, 2))
    sheet.line(rng.choice(bank("announce")), LEFT, bold=True, size=14, gap=14)
    style(sheet, rng, named, bank)
    sheet.canvas.save()
    return style.__name__.strip("_"), sheet.items


Bank = Callable[[str], list[Any]]


def _entries(
    sheet: Sheet, rng: random.Random, named: Sequence[str], bank: Bank, numbering: str, section: str = ""
) -> None:
    """A list: numbers hang, titles wrap; descriptions and officers stand below where the look has them."""
    bold = numbering == "none" or rng.random() < 0.5
    described, officers = rng.random() < 0.5, rng.random() < 0.5
    label = rng.choice(bank("officer_labels"))
    hang = 0.0 if numbering == "none" else rng.choice((24.0, 36.0)) + 20 * (numbering in ("Item 1", "24/031"))
    for n, title in enumerate(named, 1):
        printed, number = NUMBERS[numbering](n)
        post = rng.choice(bank("posts")) if officers and title in WORDS["titles"][rng_side(bank)] else ""
        y = sheet.y
        if sheet.y < FOOT + 60:
            sheet.canvas.showPage()
            y = sheet.y = HEIGHT - 60
        if printed:
            sheet.line(printed, LEFT, bold=bold)
            sheet.y = y
        sheet.wrapped(title, LEFT + hang, RIGHT - 60, bold=bold)
        if post:
            sheet.line(label.format(post), LEFT + hang)
        if described and rng.random() < 0.6:
            sheet.y -= 3
            sheet.wrapped(rng.choice(bank("descriptions")), LEFT + hang, RIGHT - 60)
        sheet.y -= 10
        add_item(sheet, number, title, section, post)


def rng_side(bank: Bank) -> int:
    """Which of the two lists a bank draws from."""
    return int(bank("titles") == WORDS["titles"][1])


def _plain(sheet: Sheet, rng: random.Random, named: Sequence[str], bank: Bank) -> None:
    _entries(sheet, rng, named, bank, rng.choice(("1.", "1", "(1)", "1)", "Item 1", "24/031")))


def _roman(sheet: Sheet, rng: random.Random, named: Sequence[str], bank: Bank) -> None:
    _entries(sheet, rng, named, bank, rng.choice(("I.", "i)")))


def _letters(sheet: Sheet, rng: random.Random, named: Sequence[str], bank: Bank) -> None:
    _entries(sheet, rng, named, bank, rng.choice(("A.", "a)")))


def _bullets(sheet: Sheet, rng: random.Random, named: Sequence[str], bank: Bank) -> None:
    _entries(sheet, rng, named, bank, "bullet")


def _unnumbered(sheet: Sheet, rng: random.Random, named: Sequence[str], bank: Bank) -> None:
    _entries(sheet, rng, named, bank, "none")


def _parts(sheet: Sheet, rng: random.Random, named: Sequence[str], bank: Bank) -> None:
    """Numbers run through parts with headings."""
    cut = rng.randint(3, len(named) - 2)
    first, second = rng.sample(bank("sections"), 2)
    capitals = rng.random() < 0.5
    count = 0
    for heading, part in ((first, named[:cut]), (second, named[cut:])):
        sheet.y -= 6
        shown = heading.upper() if capitals else heading
        sheet.line(shown, LEFT, bold=True, size=sheet.size + 1, gap=10)
        for title in part:
            count += 1
            y = sheet.y
            sheet.line(f"{count}.", LEFT)
            sheet.y = y
            sheet.wrapped(title, LEFT + 30, RIGHT - 60)
            sheet.y -= 8
            add_item(sheet, str(count), title, heading)


def _levels(sheet: Sheet, rng: random.Random, named: Sequence[str], bank: Bank) -> None:
    """Headings that are numbered, items lettered or dotted below them."""
    outer, inner = rng.choice((("I.", "A."), ("1.", "a)"), ("A.", "1."), ("1.", "1.1"), ("I.", "1.")))
    sections = rng.sample(bank("sections"), 3 if len(bank("sections")) > 4 else 2)
    each = len(named) // len(sections)
    for s, heading in enumerate(sections, 1):
        printed, _ = NUMBERS[outer](s)
        y = sheet.y
        sheet.line(printed, LEFT, bold=True)
        sheet.y = y
        sheet.line(heading.upper(), LEFT + 30, bold=True, gap=8)
        for n, title in enumerate(named[(s - 1) * each : s * each], 1):
            shown, number = (f"{s}.{n}", f"{s}.{n}") if inner == "1.1" else NUMBERS[inner](n)
            y = sheet.y
            sheet.line(shown, LEFT + 30)
            sheet.y = y
            sheet.wrapped(title, LEFT + 58, RIGHT - 60)
            sheet.y -= 6
            add_item(sheet, number, title, heading)
        sheet.y -= 8


def _table(sheet: Sheet, rng: random.Random, named: Sequence[str], bank: Bank) -> None:
    """A table with columns of number, title, officer and page, ruled or open."""
    _tabled(sheet, rng, named, bank, timed=False)


def _timed(sheet: Sheet, rng: random.Random, named: Sequence[str], bank: Bank) -> None:
    """A table with a time of day before each item."""
    _tabled(sheet, rng, named, bank, timed=True)


def _tabled(sheet: Sheet, rng: random.Random, named: Sequence[str], bank: Bank, *, timed: bool) -> None:
    head, ruled = rng.choice(bank("heads")), rng.random() < 0.6
    edges = (LEFT, LEFT + 52, LEFT + 280, LEFT + 420, RIGHT)
    if timed:
        head = ["Time", *head[1:]]
    for text, x in zip(head, edges, strict=False):
        y = sheet.y
        sheet.line(text, x + 4, bold=True)
        sheet.y = y
    tops = [sheet.y + sheet.size + 3]
    sheet.y -= sheet.size + 8
    for n, title in enumerate(named, 1):
        tops.append(sheet.y + sheet.size + 3)
        officer = rng.choice([*bank("posts"), *bank("people")])
        shown = f"{10 + n // 4}.{n % 4 * 15:02d}" if timed else str(n)
        top, ends = sheet.y, []
        for text, x, right in zip((shown, title, officer, str(3 + 8 * n)), edges, edges[1:], strict=False):
            sheet.y = top
            sheet.wrapped(text, x + 4, right - 4)
            ends.append(sheet.y)
        sheet.y = min(ends) - 6
        add_item(sheet, "" if timed else str(n), title, "", officer)
    tops.append(sheet.y + sheet.size + 3)
    if ruled:
        for y in tops:
            sheet.canvas.line(edges[0], y, edges[-1], y)
        for x in edges:
            sheet.canvas.line(x, tops[0], x, tops[-1])


def _board(sheet: Sheet, rng: random.Random, named: Sequence[str], bank: Bank) -> None:
    """A ruled table as boards set it: cells centred in their rows, parts as rows across all columns."""
    columns: list[list[str]] = rng.choice(bank("boards"))
    widths = [{"title": 3.0, "officer": 1.6, "for": 1.4}.get(role, 0.8) for role, _ in columns]
    scale = (RIGHT - LEFT) / sum(widths)
    edges = [LEFT + scale * sum(widths[:k]) for k in range(len(widths) + 1)]
    boxed_row(sheet, [head for _, head in columns], edges, bold=True)
    parts = {1 + 3 * k: part for k, part in enumerate(rng.sample(bank("sections"), 2)) if rng.random() < 0.7}
    numbered, section = "number" in {role for role, _ in columns}, ""
    for n, title in enumerate(named, 1):
        if n in parts:
            section = parts[n]
            boxed_row(sheet, [section], [LEFT, RIGHT], bold=True)
        says = {
            "number": str(n), "title": title, "pages": str(3 + 8 * n), "minutes": f"{5 * n} mins",
            "officer": rng.choice(bank("posts")), "for": rng.choice(bank("purposes")),
            "time": f"{10 + n // 4}.{n % 4 * 15:02d}",
        }  # fmt: skip
        boxed_row(sheet, [says[role] for role, _ in columns], edges)
        officer = says["officer"] if "officer" in {role for role, _ in columns} else ""
        add_item(sheet, str(n) if numbered else "", title, section, officer)


def _centred(sheet: Sheet, rng: random.Random, named: Sequence[str], bank: Bank) -> None:
    """A table without rules as browsers set it: number and pages centred beside a title and what to do."""
    numbers, edges = rng.choice(("1.", "1", "24/031")), (LEFT, LEFT + 52, RIGHT - 90, RIGHT)
    sections = rng.sample(bank("sections"), 2) if rng.random() < 0.5 else []
    section = ""
    for n, title in enumerate(named, 1):
        if n % 4 == 0 and sections:
            section = sections.pop()
            sheet.line(section.upper(), LEFT, bold=True, gap=8)
        printed, number = NUMBERS[numbers](n)
        said = rng.choice(bank("descriptions")) if rng.random() < 0.6 else ""
        lines = [
            *(
                (True, part)
                for part in simpleSplit(title, "Helvetica-Bold", sheet.size, edges[2] - edges[1] - 8)
            ),
            *((False, part) for part in simpleSplit(said, "Helvetica", sheet.size, edges[2] - edges[1] - 8)),
        ]
        leading = sheet.size + 2
        if sheet.y - leading * len(lines) < FOOT:
            sheet.canvas.showPage()
            sheet.y = HEIGHT - 60
        top, middle = sheet.y, sheet.y - leading * (len(lines) - 1) / 2
        for bold, text in lines:
            sheet.line(text, edges[1], bold=bold, gap=2)
        end, sheet.y = sheet.y, middle
        sheet.line(printed, edges[0])
        if n % 2:
            sheet.y = middle
            sheet.line(f"(Pages {8 * n} - {8 * n + 7})", edges[2])
        sheet.y = min(end, top - leading) - rng.choice((2, 4))
        add_item(sheet, number, title, section)


Style = Callable[[Sheet, random.Random, Sequence[str], Bank], None]
STYLES: tuple[Style, ...] = (
    _plain, _roman, _letters, _bullets, _unnumbered, _parts, _levels, _table, _timed, _board, _centred,
)  # fmt: skip
