"""Typesets a pack of an invented council; each family has a look of its own, which it keeps."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from .cadence import CADENCES, Cadence
from .world import Thing, World, spoken

STYLES = getSampleStyleSheet()
SAID = {
    "first": ("",),
    "reissue": (
        "This pack replaces the pack published on {day}.",
        "Amended agenda: replaces the version published on {day}",
        "Revised version. This agenda supersedes the one published on {day}.",
    ),
    "supplement": ("Supplementary agenda", "Supplement to the agenda"),
}
Row = Sequence[str]


@dataclass(frozen=True, slots=True)
class Look:
    """What stays the same from pack to pack of a family."""

    rng: random.Random
    council: str
    committee: str
    ruled: bool
    bands: bool
    """Sections are bands in one table, else titles of a table each."""
    by_quarter: bool
    """All quarters so far stand side by side, else the report's own and the year to date."""
    actions: tuple[str, ...]
    risks: tuple[str, ...]
    first_reading: int
    cadence: Cadence = CADENCES[0]
    cards: bool = False
    """Risks are cards with labels beside their values, else rows of a register."""
    summary: bool = False
    """Indicators stand in a table at a glance before the one that tells all of them."""


def another(seed: int, usual: Look) -> Look:
    """The look with another cadence and another layout of risks or indicators."""
    cadence = CADENCES[seed % len(CADENCES)]
    return replace(
        usual,
        cadence=cadence,
        by_quarter=usual.by_quarter or cadence.span == "year",
        cards=bool(seed & 4),
        summary=bool(seed & 8) or not seed & 4,
    )


def look(seed: int, *, held_out: bool) -> Look:
    """The look of a family."""
    rng = random.Random(f"look {seed} {held_out}")
    pick = rng.choice
    actions = [pick(("Ref", "No.", "Reference")), pick(("Action", "What we will do", "Key action"))]
    rest = [
        pick(("Lead", "Responsible officer", "Owner")),
        pick(("Due date", "By when", "Target date")),
        pick(("Status", "Progress")),
    ]
    return Look(
        rng,
        " ".join((pick(("Tarnside", "Orrinmoor", "Pellwater")), pick(("Council", "Borough Council")))),
        pick(("Overview and Scrutiny Committee", "Cabinet", "Audit and Performance Committee")),
        rng.random() < 0.6,  # noqa: PLR2004 - three in five
        rng.random() < 0.5,  # noqa: PLR2004
        rng.random() < 0.5,  # noqa: PLR2004
        (*actions, *rest),
        (
            "Ref",
            pick(("Risk", "Risk description")),
            pick(("Risk owner", "Owner")),
            "Likelihood",
            "Impact",
            "Score",
        ),
        rng.randrange(3),
    )


def typeset(
    file: Path, of: Look, world: World, quarter: int, day: date, edition: str, actions: Sequence[Thing]
) -> None:
    """Write the pack of a meeting; a supplement holds the actions alone."""
    body = STYLES["BodyText"]
    said = of.rng.choice(SAID[edition]).format(day=spoken(day))
    story = [
        Paragraph(of.council, STYLES["Title"]),
        Paragraph(of.committee, STYLES["Heading1"]),
        Paragraph(f"Date: {day:%A} {spoken(day)}", body),
        Paragraph("Time: 2.00 pm", body),
        Paragraph("Venue: Council Chamber, Town Hall", body),
        *([Paragraph(f"<b>{said}</b>", body)] if said else []),
        Paragraph("AGENDA", STYLES["Heading2"]),
    ]
    period = of.cadence.periods[quarter - 1]
    reports = [f"Action Plan: progress at {period}"]
    if edition != "supplement":
        reports += [f"Performance Report: {period}", "Strategic Risk Register"]
    story += [Paragraph(f"{n}. {title}", body) for n, title in enumerate(reports, 1)]
    risks = _cards(of, world.risks) if of.cards else _risks(of, world.risks)
    tables = [_actions(of, actions), _values(of, world, quarter), risks]
    for title, some in zip(reports, tables, strict=False):
        story += [PageBreak(), Paragraph(title, STYLES["Heading1"]), *some]
    page = landscape(A4)
    SimpleDocTemplate(str(file), pagesize=page, leftMargin=40, rightMargin=40, invariant=1).build(story)


def _actions(of: Look, actions: Sequence[Thing]) -> Iterator[object]:
    rows = [(a.section, (a.ref, a.text, a.officer, spoken(a.due), a.status)) for a in actions]
    sections = sorted({section for section, _ in rows})
    widths = (60, 330, 140, 110, 90)
    if of.bands:
        parted: list[Row] = [
            row for s in sections for row in ((s, "", "", "", ""), *(r for at, r in rows if at == s))
        ]
        yield _table(of, of.actions, parted, widths)
        return
    for section in sections:
        yield Paragraph(section, STYLES["Heading3"])
        yield _table(of, of.actions, [r for at, r in rows if at == section], widths)
        yield Spacer(1, 14)


def _values(of: Look, world: World, quarter: int) -> Iterator[object]:
    if of.summary:
        yield Paragraph("At a glance", STYLES["Heading3"])
        short = [(i.ref, i.text, f"{world.values[i.ref, quarter]}%") for i in world.indicators]
        yield _table(of, ("Ref", "Indicator", of.cadence.periods[quarter - 1]), short, (60, 330, 130))
        yield Paragraph("Detail", STYLES["Heading3"])
    if of.by_quarter:
        titles = [p.replace("Quarter ", "Q") for p in of.cadence.periods[:quarter]]
        rows = [
            (i.ref, i.text, i.officer, "90%", *(f"{world.values[i.ref, q]}%" for q in range(1, quarter + 1)))
            for i in world.indicators
        ]
    else:
        titles = ["Actual", "Year to date"]
        rows = [
            (
                i.ref,
                i.text,
                i.officer,
                "90%",
                f"{world.values[i.ref, quarter]}%",
                f"{year_to_date(world, i.ref, quarter)}%",
            )
            for i in world.indicators
        ]
    heads = ("Ref", "Performance indicator", "Lead officer", "Target", *titles)
    yield _table(of, heads, rows, (60, 270, 130, 60, *[70] * len(titles)))


def _cards(of: Look, risks: Sequence[Thing]) -> Iterator[object]:
    for r in risks:
        pairs = [
            ("Risk reference", r.ref, "Risk owner", r.officer),
            ("Risk description", r.text, "Score", str(r.likelihood * r.impact)),
            ("Likelihood", str(r.likelihood), "Impact", str(r.impact)),
        ]
        plain = STYLES["BodyText"]
        cells = [
            [Paragraph(f"<b>{c}</b>" if n % 2 == 0 else c, plain) for n, c in enumerate(p)] for p in pairs
        ]
        grid = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black)])
        yield Table(cells, colWidths=(110, 330, 90, 190), style=grid)
        yield Spacer(1, 12)


def year_to_date(world: World, ref: str, quarter: int) -> float:
    """The mean of the quarters so far."""
    return round(sum(world.values[ref, q] for q in range(1, quarter + 1)) / quarter, 1)


def _risks(of: Look, risks: Sequence[Thing]) -> Iterator[object]:
    rows = [
        (r.ref, r.text, r.officer, str(r.likelihood), str(r.impact), str(r.likelihood * r.impact))
        for r in risks
    ]
    yield _table(of, of.risks, rows, (60, 330, 140, 70, 60, 60))


def _table(of: Look, heads: Row, rows: Sequence[Row], widths: Sequence[float]) -> Table:
    plain = STYLES["BodyText"]
    cells = [[Paragraph(f"<b>{h}</b>", plain) for h in heads]]
    style: list[tuple[object, ...]] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#d5e3ea")),
        ("GRID", (0, 0), (-1, -1), 0.5, colors.black)
        if of.ruled
        else ("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.grey),
    ]
    for number, row in enumerate(rows, 1):
        if not any(row[1:]):
            style += [
                ("SPAN", (0, number), (-1, number)),
                ("BACKGROUND", (0, number), (-1, number), colors.HexColor("#eeeeee")),
            ]
        cells.append([Paragraph(f"<b>{c}</b>" if c and not any(row[1:]) else c, plain) for c in row])
    return Table(cells, colWidths=widths, repeatRows=1, style=TableStyle(style))
