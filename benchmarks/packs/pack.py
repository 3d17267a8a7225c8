"""Composes a pack: tables of records and at least as many that list none; writes it with labels and gold."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from .cells import dates
from .distractors import distractor, form
from .press import FACES, Look, Part, Placed, Press, look
from .records import DRAW
from .sheet import Column, Fields, Sheet
from .words import Words

LABELS = ("file", "page", "bbox", "kind", "near", "records", "sure", "roles", "card", "first_cells", "note")
WIDE = 6
"""Tables of more columns than this stand on wide paper."""


def make(seed: int, folder: Path, *, held_out: bool) -> list[Fields]:
    """Write the pack of a seed and its gold; its labels are returned."""
    words = Words(seed, held_out=held_out)
    council = words.text("council")
    name = f"{council.split()[0].lower()}-{'h' if held_out else 'd'}{seed:04}"
    font = words.rng.choice(FACES)
    press = Press(folder / f"{name}.pdf", font, f"{council} – {words.text('committee')}")
    front(press, words, council)
    records = [words.rng.choice(list(DRAW.values()))(words) for _ in range(words.rng.choice([1, 1, 2]))]
    others = [distractor(words) for _ in range(len(records) + words.rng.randint(0, 2))]
    sheets = [*records, *others, *([form(words)] if words.chance(0.3) else [])]
    words.rng.shuffle(sheets)
    labels: list[Fields] = []
    gold: dict[str, list[Fields]] = {}
    house = look(words, font)
    for sheet in sheets:
        style = house if words.chance(0.7) else look(words, font)
        labels += _set(press, words, sheet, style, f"{name}.pdf", gold)
    press.close()
    for dataset, rows in gold.items():
        _write(folder / "gold" / name / f"{dataset}.csv", rows)
    return labels


def front(press: Press, words: Words, council: str) -> None:
    """What the first page begins with."""
    press.line(council.upper(), 15, bold=True)
    press.line(f"Report to {words.text('committee')}, {dates(words, 1)[0]}", 11)
    for _ in range(words.rng.randint(0, 3)):
        press.line(words.text("intro"))


def _set(
    press: Press, words: Words, sheet: Sheet, style: Look, file: str, gold: dict[str, list[Fields]]
) -> list[Fields]:
    wide = len(sheet.columns) > WIDE and not sheet.card or words.chance(0.15)
    if wide != press.wide or words.chance(0.3):
        press.turn(wide=wide)
    if sheet.title and words.chance(0.85):
        press.room(120)
        press.line(sheet.title, words.rng.choice([11, 12, 14]), bold=True)
    if words.chance(0.5):
        press.room(100)
        press.line(words.text("intro"))
    if sheet.card:
        return _cards(press, words, sheet, style, file, gold)
    placed = press.table(sheet, style)
    _keep(sheet, placed.pages, gold)
    return [_label(file, sheet, placed)]


def _cards(
    press: Press, words: Words, sheet: Sheet, style: Look, file: str, gold: dict[str, list[Fields]]
) -> list[Fields]:
    """Each record as a small table of labels beside values."""
    labels, pages = [], []
    ruled = replace(style, rules=words.rng.choice(["grid", "rows"]), zebra="", repeat=False)
    for row in range(sheet.rows):
        heads = [c.head or "Ref" for c in sheet.columns]
        fills = [c.fills[row] if c.fills else "" for c in sheet.columns]
        card = Sheet(
            sheet.kind,
            sheet.title,
            [
                Column("label", "", heads, 1.0),
                Column("", "", [c.cells[row] for c in sheet.columns], 3.2, fills=fills),
            ],
            card=True,
        )
        press.room(200)
        placed = press.table(card, ruled)
        pages.append(placed.pages[0])
        labels.append({**_label(file, card, placed), "records": "1", "roles": "{}", "card": "yes"})
    _keep(sheet, pages, gold)
    return labels


def _label(file: str, sheet: Sheet, placed: Placed) -> Fields:
    first: Part = placed.parts[0]
    is_record = sheet.kind in DRAW
    roles = {str(n): c.role for n, c in enumerate(sheet.columns)} if is_record else {}
    return {
        "file": file,
        "page": str(first.page),
        "bbox": " ".join(f"{x:.1f}" for x in first.box),
        "kind": sheet.kind,
        "near": "yes" if sheet.near else "",
        "records": str(sheet.rows) if is_record else "",
        "sure": "1.0",
        "roles": json.dumps(roles),
        "card": "",
        "first_cells": " | ".join(c.head for c in sheet.columns),
        "note": sheet.title,
    }


def _keep(sheet: Sheet, pages: list[int], gold: dict[str, list[Fields]]) -> None:
    """Note the rows of a table of records."""
    if sheet.kind not in DRAW:
        return
    rows = gold.setdefault(sheet.kind, [])
    for record, values, page in zip(sheet.gold, sheet.values, pages, strict=True):
        start = {"plan": sheet.title, "row": str(len(rows) + 1)}
        rows.append({**start, **record, "page": str(page)})
        for value in values:
            of = {
                "plan": sheet.title,
                "indicator_ref": record.get("indicator_ref", ""),
                "definition": record["definition"],
            }
            unit = value["unit"] if value["value"] else ""
            gold.setdefault("indicator_values", []).append({**of, **value, "unit": unit, "page": str(page)})


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
