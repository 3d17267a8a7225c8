"""Composes a pack: tables of records and at least as many that list none; writes it with labels and gold."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from .cells import dates
from .distractors import distractor, form
from .press import FACES, Look, Press, look
from .records import DRAW
from .setting import Placed, Setting
from .sheet import Column, Fields, Sheet
from .words import Words

LABELS = (
    "file", "page", "bbox", "kind", "near", "records", "sure", "roles", "card", "first_cells", "note",
)  # fmt: skip
WIDE = 6
"""Tables of more columns than this stand on wide paper."""


def make(seed: int, folder: Path, *, held_out: bool) -> list[Fields]:
    """Write the pack of a seed and its gold; its labels are returned."""
    pack = Pack(Words(seed, held_out=held_out), seed, folder)
    for sheet in drawn(pack.words):
        pack.add(sheet)
    pack.write()
    return pack.labels


def drawn(words: Words) -> list[Sheet]:
    """The tables of a pack in their order."""
    records = [words.rng.choice(list(DRAW.values()))(words) for _ in range(words.rng.choice([1, 1, 2]))]
    others = [distractor(words) for _ in range(len(records) + words.rng.randint(0, 2))]
    sheets = [*records, *others, *([form(words)] if words.chance(0.3) else [])]
    words.rng.shuffle(sheets)
    return sheets


FOLLOWS = "0.5"
"""How sure the label of a further card is: it may be a table of its own, or one with the first."""


class Pack:
    """A pack being composed."""

    def __init__(self, words: Words, seed: int, folder: Path) -> None:
        council, font = words.text("council"), words.rng.choice(FACES)
        self.words, self.folder = words, folder
        self.name = f"{council.split()[0].lower()}-{'h' if words.held_out else 'd'}{seed:04}"
        self.labels: list[Fields] = []
        self.gold: dict[str, list[Fields]] = {}
        self.font, self.house = font, look(words, font)
        self.press = Press(folder / f"{self.name}.pdf", font, f"{council} – {words.text('committee')}")
        self.paragraphs = 0
        self.numbered = words.chance(0.5)
        self.press.line(council.upper(), 15, bold=True)
        self.press.line(f"Report to {words.text('committee')}, {dates(words, 1)[0]}", 11)
        self.prose(words.rng.randint(0, 4))

    def prose(self, count: int) -> None:
        """Paragraphs, in some packs numbered."""
        for _ in range(count):
            self.paragraphs += 1
            self.press.line(f"{self.paragraphs}. " * self.numbered + self.words.text("paragraph"))

    def add(self, sheet: Sheet) -> None:
        """Set a table with what stands over it."""
        words, press = self.words, self.press
        wide = len(sheet.columns) > WIDE and not sheet.card or words.chance(0.15)
        if wide != press.wide or words.chance(0.3):
            press.turn(wide=wide)
        self.prose(words.rng.choice([0, 0, 1, 2, 4]))
        if sheet.title and words.chance(0.85):
            press.room(120)
            press.line(sheet.title, words.rng.choice([11, 12, 14]), bold=True)
        if words.chance(0.4):
            press.room(100)
            press.line(words.text("intro"))
        style = self.house if words.chance(0.7) else look(words, self.font)
        self._keep(sheet, self._cards(sheet, style) if sheet.card else self._set(sheet, style))

    def write(self) -> None:
        """Write the PDF and its gold."""
        self.press.close()
        for dataset, rows in self.gold.items():
            _write(self.folder / "gold" / self.name / f"{dataset}.csv", rows)

    def _set(self, sheet: Sheet, style: Look) -> list[int]:
        """Set a table; the pages of its rows are returned."""
        placed = Setting(self.press, sheet, style).set()
        self.labels.append(self._label(sheet, placed))
        return placed.pages

    def _cards(self, sheet: Sheet, style: Look) -> list[int]:
        """Set each record as a small table of labels beside values."""
        ruled = replace(style, rules=self.words.rng.choice(["grid", "rows"]), zebra="", repeat=False)
        pairs = 2 if self.words.chance(0.3) else 1
        pages = []
        for row in range(sheet.rows):
            card = Sheet(sheet.kind, sheet.title, _card(sheet.columns, row, pairs), card=True)
            self.press.room(200)
            placed = Setting(self.press, card, ruled).set()
            pages.append(placed.pages[0])
            label = {**self._label(card, placed), "roles": "{}", "card": "yes"}
            leads = {"records": str(sheet.rows)} if row == 0 else {"records": "0", "sure": FOLLOWS}
            self.labels.append({**label, **leads})
        return pages

    def _label(self, sheet: Sheet, placed: Placed) -> Fields:
        first, lists = placed.parts[0], sheet.kind in DRAW
        roles = {str(n): c.role for n, c in enumerate(sheet.columns)} if lists else {}
        return {
            "file": f"{self.name}.pdf",
            "page": str(first.page),
            "bbox": " ".join(f"{x:.1f}" for x in first.box),
            "kind": sheet.kind,
            "near": "yes" if sheet.near else "",
            "records": str(sheet.rows) if lists else "",
            "sure": "1.0",
            "roles": json.dumps(roles),
            "card": "",
            "first_cells": " | ".join(c.head for c in sheet.columns),
            "note": sheet.title,
        }

    def _keep(self, sheet: Sheet, pages: list[int]) -> None:
        """Note the rows of a table of records."""
        if sheet.kind not in DRAW:
            return
        rows = self.gold.setdefault(sheet.kind, [])
        for record, values, page in zip(sheet.gold, sheet.values, pages, strict=True):
            place = {"plan": sheet.title, "page": str(page)}
            rows.append({**place, "row": str(len(rows) + 1), **record})
            for value in values:
                of = {n: record.get(n, "") for n in ("indicator_ref", "definition")}
                unit = value["unit"] if value["value"] else ""
                self.gold.setdefault("indicator_values", []).append({**place, **of, **value, "unit": unit})


def _card(columns: list[Column], row: int, pairs: int) -> list[Column]:
    """Labels and values of a record, one or two pairs a line."""
    filled = [*columns, *[Column("", "", [""] * len(columns[0].cells))] * (-len(columns) % pairs)]
    made = []
    for n in range(pairs):
        part = filled[n::pairs]
        fills = [c.fills[row] if c.fills else "" for c in part]
        made.append(Column("label", "", [c.head for c in part], 1.0))
        made.append(Column("", "", [c.cells[row] for c in part], 3.2 / pairs, fills=fills))
    return made


def _write(target: Path, rows: list[Fields]) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    names = list(dict.fromkeys(name for row in rows for name in row))
    with target.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, names, restval="")
        writer.writeheader()
        writer.writerows(rows)


def write_labels(folder: Path, labels: Iterable[Fields]) -> None:
    """The labels of all packs of a folder."""
    with (folder / "labels.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, LABELS)
        writer.writeheader()
        writer.writerows(labels)
