"""How a table looks: for each cell its borders, its colour and its weight, as table styles give them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

DARK, PALE, MIDDLE = "#1f3864", "#dbe5f1", "#b8cce4"


@dataclass(frozen=True)
class Look:
    """A table style."""

    name: str
    levels: str = ""
    """Level rules: `all` rows, under the `head`, also at both `ends`, or under every third row (`groups`)."""
    uprights: str = ""
    """Upright rules: `all`, `inner` or after the `first` column."""
    frame: bool = False
    head: str = ""
    """The head's colour."""
    stripes: str = ""
    """Coloured rows, `odd` or `even`, or columns: `columns`."""
    first: str = ""
    """The first column: `bold` or `filled`."""
    bold_head: bool = True
    total: bool = False
    """A last row set off."""
    pad: float = 3.0
    size: float = 9.0
    middle: bool = False
    """Texts stand in the middle of their cells."""


LOOKS = (
    Look("grid", "all", "all", frame=True),
    Look("grid filled head", "all", "all", frame=True, head=DARK),
    Look("grid pale head", "all", "all", frame=True, head=PALE),
    Look("grid plain head", "all", "all", frame=True, bold_head=False),
    Look("level rules", "all"),
    Look("level rules filled head", "all", head=DARK),
    Look("level rules framed", "all", frame=True, head=PALE),
    Look("rules at head and ends", "ends"),
    Look("rule under head", "head"),
    Look("head filled", head=DARK),
    Look("head filled framed", frame=True, head=MIDDLE),
    Look("striped odd", stripes="odd"),
    Look("striped even", stripes="even"),
    Look("striped odd head filled", head=DARK, stripes="odd"),
    Look("striped even head filled", head=DARK, stripes="even"),
    Look("striped odd plain head", stripes="odd", bold_head=False),
    Look("striped level rules", "all", stripes="odd", head=DARK),
    Look("striped ends ruled", "ends", stripes="odd", first="bold"),
    Look("striped grid", "all", "all", frame=True, head=DARK, stripes="even"),
    Look("striped framed", "head", frame=True, stripes="odd", total=True),
    Look("banded columns", "head", stripes="columns", first="bold"),
    Look("banded columns grid", "all", "all", head=DARK, stripes="columns"),
    Look("uprights only", uprights="all", frame=True),
    Look("uprights and head rule", "head", "all", frame=True, head=PALE),
    Look("inner uprights head filled", "head", "inner", head=DARK),
    Look("first column filled", "all", first="filled", head=DARK),
    Look("first column ruled", "ends", "first", first="bold"),
    Look("group rules", "groups", "all", frame=True, head=PALE),
    Look("plain"),
    Look("total row", "ends", total=True, head=PALE),
)


def look(rng: Random, number: int) -> Look:
    """The looks in turn, with padding, size and place by chance."""
    chosen = LOOKS[number % len(LOOKS)]
    pad = rng.choice([1.5, 3.0, 3.0, 5.0] if chosen.levels or chosen.stripes else [2.5, 4.0])
    return replace(chosen, pad=pad, size=rng.choice([8.0, 9.0, 10.0]), middle=rng.random() < 0.25)


@dataclass(frozen=True)
class Spot:
    """Where a cell is: its row and column, and how many there are."""

    row: int
    column: int
    rows: int
    columns: int


def borders(look: Look, at: Spot) -> set[str]:
    """The sides of a cell that are ruled: top, bottom, left, right."""
    sides = {"bottom"} if look.levels == "all" else set[str]()
    if look.levels and at.row == 0:
        sides.add("bottom")
    if look.levels == "groups" and at.row % 3 == 0:
        sides.add("bottom")
    outer = look.frame or look.levels in ("all", "ends")
    sides |= {"top"} if outer and at.row == 0 else set()
    sides |= {"bottom"} if outer and at.row == at.rows - 1 else set()
    sides |= {"top"} if look.total and at.row == at.rows - 1 else set()
    inner = look.uprights in ("all", "inner") or (look.uprights == "first" and at.column == 0)
    sides |= {"right"} if inner and at.column < at.columns - 1 else set()
    sides |= {"left"} if look.frame and at.column == 0 else set()
    sides |= {"right"} if look.frame and at.column == at.columns - 1 else set()
    return sides


def colour(look: Look, at: Spot) -> str:
    """The cell's colour, none if white."""
    if at.row == 0:
        return look.head
    if look.first == "filled" and at.column == 0:
        return MIDDLE
    if look.stripes == "columns":
        return PALE if at.column % 2 == 0 else ""
    return PALE if look.stripes and (at.row % 2 == 1) == (look.stripes == "odd") else ""


def bold(look: Look, at: Spot) -> bool:
    first = look.first == "bold" and at.column == 0
    return (at.row == 0 and look.bold_head) or first or (look.total and at.row == at.rows - 1)
