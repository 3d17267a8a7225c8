"""What the tables of all kinds are put together from."""

from __future__ import annotations

import re

from .cells import refs
from .sheet import Column, Fields, Sheet
from .words import Words

IN_ORDER = 0.7
"""How often the columns stand in the order in which they are drawn."""


def ref_column(words: Words, kind: str, name: str, gold: list[Fields]) -> Column:
    made = refs(words, len(gold))
    note(gold, name, made)
    return Column("ref", words.head(kind, "ref") if words.chance(0.92) else "", made, 0.7)


def level_column(words: Words, role: str, head: str, count: int) -> Column:
    """A column whose cells reach over several rows."""
    cells: list[str] = []
    for text in words.texts("aim", 4):
        cells += [text] * words.rng.randint(1, 4)
    cells = (cells * count)[:count]
    return Column(role, head, cells, 1.3, merged=True)


def note(gold: list[Fields], name: str, texts: list[str]) -> None:
    for row, text in zip(gold, texts, strict=True):
        row[name] = re.sub(r"\s+", " ", text)


def composed(
    words: Words,
    kind: str,
    left: list[Column],
    middle: list[Column],
    right: list[Column],
    gold: list[Fields],
    values: list[list[Fields]] | None = None,
) -> Sheet:
    if not words.chance(IN_ORDER):
        words.rng.shuffle(right)
    columns = left + middle + right
    if words.chance(0.07):
        columns = left + right + middle
    if words.chance(0.12):
        for column in columns:
            column.head = column.head.upper()
    if words.chance(0.04):
        middle[0].head = ""
    sheet = Sheet(kind, words.text(f"{kind}_title"), columns, gold, values or [[] for _ in gold])
    if words.chance(0.3):
        at = sorted({0, *(words.rng.randrange(len(gold)) for _ in range(2))})
        sheet.bands = dict(zip(at, words.texts(words.rng.choice(["aim", "field"]), len(at)), strict=True))
    sheet.card = (
        not sheet.bands
        and all(c.head and not c.merged and not c.group for c in columns)
        and words.chance(0.08)
    )
    return sheet
