"""A pack that is being laid out: its paragraphs, tables and cards, each in the pack's own wording."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from benchmarks.packs.cells import RAG
from benchmarks.packs.press import FACES, Look, Press, look
from benchmarks.packs.setting import Setting
from benchmarks.packs.sheet import Column, Sheet

from .world import Act, Measure, Peril, World

QUARTER_NAMES = (
    ("Quarter {n}", "Q{n} {year}", "{months} {calendar}"),
    ("Q{n}", "Qtr {n} {year}", "Q{n} {year}"),
)
MONTHS_OF = ("Apr–Jun", "Jul–Sep", "Oct–Dec", "Jan–Mar")
ODD_TITLES = (
    "Links", "Linked refs", "Relates to", "Connected with", "Cross-reference", "Golden thread", "Read with",
    "Related items", "Supports / supported by",
)  # fmt: skip


class Pages:
    """A pack being laid out."""

    def __init__(self, world: World, target: Path) -> None:
        self.world, self.words = world, world.words
        font = world.words.rng.choice(FACES)
        self.look: Look = replace(
            look(world.words, font), rules=world.words.rng.choice(["grid", "grid", "rows"])
        )
        self.press = Press(target, font, f"{world.council} – Performance report")
        self.heads: dict[tuple[str, str], str] = {}
        self.odd = world.words.one(ODD_TITLES)
        names = world.words.rng.choice(QUARTER_NAMES)
        self.quarter_names = [names[(k + world.words.rng.randrange(3)) % 3] for k in range(3)]
        self.numbered = 0
        self.bare = False
        """Whether no refs are printed."""
        self.press.line(world.council.upper(), 15, bold=True)
        self.press.line(f"Report to {world.committee}", 11, bold=True)
        self.press.line(f"Date of meeting: {world.day.day} {world.day:%B %Y}", 11)
        self.press.line(f"Performance, delivery and risk: Quarter 3 {world.year}", 12, bold=True)

    # -------------------------------------------------------------- pieces

    def head(self, kind: str, role: str) -> str:
        """One wording of a head in a pack."""
        return self.heads.setdefault((kind, role), self.words.head(kind, role))

    def quarter(self, n: int, style: int) -> str:
        """What a quarter is called in one of the pack's tables."""
        calendar = self.world.day.year - 1 if n < 4 else self.world.day.year
        return self.quarter_names[style].format(
            n=n, year=self.world.year, months=MONTHS_OF[n - 1], calendar=calendar
        )

    def heading(self, text: str) -> None:
        self.press.room(140)
        self.press.line(text, 12, bold=True)

    def paragraph(self, text: str, known: str = "") -> None:
        self.numbered += 1
        self.press.line(f"{self.numbered}. {text}")
        self.world.pages[known or text] = self.press.page

    def shown(self, text: str) -> str:
        """A text without refs, or with the words of their rows for them, where no refs are printed."""
        for row in self.world.rows() if self.bare else ():
            if re.search(rf"(?<!\w){re.escape(row.ref)}(?!\w)", text):
                named = row.text in text
                text = text.replace(f" ({row.ref})", "").replace(row.ref, row.text if not named else "")
        return text

    def prose(self) -> None:
        """The report's paragraphs, planted ones among others."""
        self.heading("Background")
        for text in self.world.prose:
            self.paragraph(self.words.text("paragraph"))
            self.paragraph(self.shown(text), known=text)
        self.paragraph(self.words.text("paragraph"))
        self.money("Revenue spending", self.world.money, ("Budget £000", "Forecast £000"))

    def turn(self, *, wide: bool) -> None:
        self.press.turn(wide=wide)

    def table(self, columns: Sequence[Column], title: str = "", bands: dict[int, str] | None = None) -> None:
        if title:
            self.heading(title)
        refs = {row.ref for row in self.world.rows()} if self.bare else set()
        shown = [c for c in columns if any(c.cells) and not refs.issuperset(c.cells)]
        Setting(self.press, Sheet("", title, shown, bands=bands or {}), self.look).set()

    def cards(self, columns: Sequence[Column], lead: int = 0) -> None:
        """Each row as labels beside values; with a lead, so many columns stand in a title line."""
        for n in range(len(columns[0].cells)):
            self.press.room(190)
            pairs = [(c.head, c.cells[n]) for c in columns if c.cells[n]]
            if lead:
                self.press.line(": ".join(text for _, text in pairs[:lead]), 11, bold=True, gap=2)
            labels = Column("label", "", [head for head, _ in pairs[lead:]], 1.0)
            values = Column("", "", [text for _, text in pairs[lead:]], 3.2)
            Setting(
                self.press, Sheet("", "", [labels, values], card=True), replace(self.look, rules="grid")
            ).set()

    # -------------------------------------------------------------- tables

    def summary(self, title: str = "Summary of ratings") -> None:
        counts = self.world.counts
        columns = [Column("", "Service", list(counts), 2.0)]
        for n, colour in enumerate(("Green", "Amber", "Red")):
            columns.append(Column("", colour, [str(row[n]) for row in counts.values()], centred=True))
        columns.append(Column("", "Total", [str(sum(row)) for row in counts.values()], centred=True))
        self.table(columns, title)
        self.world.pages["Total"] = self.press.page
        self.money("Forecast against budget", self.world.money_again, ("Forecast £000", "Budget £000"))

    def money(self, title: str, rows: dict[str, list[int]], heads: Sequence[str]) -> None:
        """What services cost, in a table that lists no rows of any dataset."""
        columns = [Column("", "Service", list(rows), 2.4)]
        for head in heads:
            figures = [f"{row[head.startswith('Forecast')]:,}" for row in rows.values()]
            columns.append(Column("", head, figures, 1.0))
        self.table(columns, title)

    def exceptions(self, style: int) -> None:
        its = [
            (m, self.world.exceptions[m.ref]) for m in self.world.measures if m.ref in self.world.exceptions
        ]
        if its:
            columns = [
                Column("", self.head("indicators", "ref"), [m.ref for m, _ in its], 0.8),
                Column("", self.head("indicators", "definition"), [m.text for m, _ in its], 3.0),
                Column("", self.quarter(3, style), [value for _, value in its], 1.0),
                Column("", self.head("indicators", "target"), [m.shown(m.target) for m, _ in its], 1.0),
            ]
            self.table(columns, "Measures that missed their target")

    def top_risks(self) -> None:
        its = [p for p in self.world.perils if p.ref in self.world.top]
        if its:
            columns = [
                Column("", self.head("risks", "ref"), [p.ref for p in its], 0.8),
                Column("", self.head("risks", "description"), [p.text for p in its], 3.0),
                Column("", self.head("risks", "score"), [self.world.top[p.ref] for p in its], 0.8),
            ]
            self.table(columns, "Highest risks")

    def measures(self, its: Sequence[Measure], *, style: int = 0) -> list[Column]:
        """Columns of a scorecard; the last quarter has its latest figure."""
        words, h = self.words, partial(self.head, "indicators")
        columns = [
            Column("", h("ref"), [m.ref for m in its], 0.9),
            Column("", h("definition"), [m.text for m in its], 2.8),
        ]
        for n in self.world.shown:
            cells = [m.latest if n == 3 else m.shown(m.quarters[n]) for m in its]
            columns.append(Column("", self.quarter(n, style), cells, 1.0))
        rating = [m.rating for m in its]
        columns += [
            Column("", h("target"), [m.shown(m.target) for m in its], 0.9),
            Column("", h("rag"), rating, 0.9, fills=[RAG[r] for r in rating] if words.chance(0.5) else None),
        ]
        if len(self.world.shown) > 1:
            columns.append(Column("", h("direction"), [m.direction for m in its], 0.9, centred=True))
        return [*columns, Column("", h("comment"), [m.note for m in its], 2.4)]

    def acts(self, its: Sequence[Act], *, full: bool = True) -> list[Column]:
        h = partial(self.head, "actions")
        columns = [
            Column("", h("ref"), [a.ref for a in its], 0.8),
            Column("", h("action"), [a.text for a in its], 2.8),
            Column("", "Start date", [a.start for a in its], 1.0),
            Column("", h("due"), [a.due for a in its], 1.0),
            Column("", "Revised date", [a.revised for a in its], 1.0),
            Column("", h("officers"), [a.owner for a in its], 1.1),
            Column("", h("status"), [a.status for a in its], 0.9),
            Column("", "% complete", [a.progress for a in its], 0.8),
            Column("", "Date completed", [a.done for a in its], 1.0),
            Column("", h("outcome"), [a.note for a in its], 2.0),
            Column("", self.odd, [a.links for a in its], 1.0),
        ]
        return (
            columns
            if full
            else [c for c in columns if c.head not in ("Start date", "Revised date", "Date completed")]
        )

    def perils(self, its: Sequence[Peril], *, scores: str) -> list[Column]:
        """Columns of a register, its scores apart, in groups or as a product in one cell."""
        h = partial(self.head, "risks")
        columns = [
            Column("", h("ref"), [p.ref for p in its], 0.8),
            Column("", h("description"), [p.text for p in its], 2.4),
        ]
        stages = (
            ("Inherent risk", "gross", "inherent"),
            ("Current risk", "now", "score"),
            ("Target risk", "wanted", "target"),
        )
        for title, pair, score in stages:
            factors, total = [getattr(p, pair) for p in its], [getattr(p, score) for p in its]
            if scores == "groups":
                for n, name in enumerate(("L", "I")):
                    columns.append(Column("", name, [str(f[n]) for f in factors], 0.4, title, centred=True))
                columns.append(Column("", "Score", total, 0.6, title, centred=True))
            elif scores == "product":
                cells = [f"{a} x {b} = {t}" for (a, b), t in zip(factors, total, strict=True)]
                columns.append(Column("", title, cells, 1.0))
            elif title == "Current risk":
                for n, role in enumerate(("likelihood", "impact")):
                    columns.append(Column("", h(role), [str(f[n]) for f in factors], 0.8, centred=True))
                columns.append(Column("", h("score"), total, 0.8, centred=True))
            else:
                columns.append(Column("", f"{title.split()[0]} score", total, 0.8, centred=True))
        return [
            *columns,
            Column("", h("mitigations"), [p.controls for p in its], 2.4),
            Column("", h("officers"), [p.owner for p in its], 1.1),
            Column("", "Notes", [p.note for p in its], 1.2),
            Column("", self.odd, [p.links for p in its], 1.0),
        ]

    def bands(self, its: Sequence[Measure | Act], headings: dict[str, str]) -> dict[int, str]:
        """A heading before the first row of each service."""
        return {
            n: headings.get(row.service, row.service)
            for n, row in enumerate(its)
            if not n or its[n - 1].service != row.service
        }
