"""Invents tables of statistical offices: by country, by sex and age, by year."""

from __future__ import annotations

from random import Random

from layout import words
from layout.parts import picked, spanning_heads, value, years
from layout.sheet import Cell, Sheet
from layout.words import Figures

MARKS = ("1", "2", "*", "(1)", "a")


def european(rng: Random, shown: Figures, tongue: str) -> Sheet:
    """Countries by year, by sex or by measure."""
    places = rng.randint(0, 2)
    kind = rng.choice(["plain", "sides", "measures"])
    if kind == "plain":
        named = years(rng, rng.randint(3, 8))
        sheet = Sheet(1 + len(named), 1)
        sheet.add(["", *named], "head")
    else:
        names = list(words.SIDES[tongue]) if kind == "sides" else picked(rng, words.MEASURES[tongue], 2, 3)
        named = years(rng, rng.randint(2, 3))
        sheet = Sheet(1 + len(names) * len(named), 2)
        spanning_heads(sheet, "", [(n, named) for n in names])
    if rng.random() < 0.7:
        sheet.add(
            [
                rng.choice(["EU-27", "EU-28", "EU-15"]),
                *(value(rng, shown, 900, places, 0) for _ in range(sheet.columns - 1)),
            ],
            "total",
        )
    marked = rng.random() < 0.4
    flags = rng.random() < 0.25
    for n, country in enumerate(picked(rng, words.COUNTRIES[tongue], 6, 24)):
        row = [value(rng, shown, 200, places) for _ in range(sheet.columns - 1)]
        if flags:
            row = [
                f"{v} {rng.choice('bpe')}" if rng.random() < 0.1 and v not in (shown.missing, "") else v
                for v in row
            ]
        sheet.add([country, *row], mark=rng.choice(MARKS) if marked and n % 5 == 1 else "")
    sheet.caption = rng.choice(words.MEASURES[tongue])
    sheet.note = rng.choice(
        ["Source: Eurostat (online data code: lfsi_emp_a)", "(:) not available; (b) break in series", ""]
    )
    return sheet


def trade(rng: Random, shown: Figures, tongue: str) -> Sheet:
    """Codes, long descriptions, quantities and values."""
    named = years(rng, 2)
    sheet = Sheet(6, 2, texts=frozenset({0, 1}))
    for column, title in ((0, rng.choice(["Code", "CN"])), (1, "Description")):
        sheet.cells.append(Cell(0, column, title, "head", rows=2))
    for i, title in enumerate(["Quantity (tonnes)", "Value (million EUR)"]):
        sheet.cells.append(Cell(0, 2 + 2 * i, title, "head", columns=2))
        sheet.cells += [Cell(1, 2 + 2 * i + k, named[k], "head") for k in range(2)]
    sheet.rows = 2
    for product in picked(rng, words.PRODUCTS, 5, 12):
        sheet.add(
            [
                f"{rng.randint(1, 97):02d}{rng.randint(1, 99):02d}",
                product,
                *(value(rng, shown, 5000, 0) for _ in range(2)),
                *(value(rng, shown, 50, 1) for _ in range(2)),
            ]
        )
    sheet.caption = "External trade by product"
    return sheet


def matrix(rng: Random, shown: Figures, tongue: str) -> Sheet:
    """Yes and no, by country or service."""
    titles = picked(
        rng, ["Licence required", "Annual report", "Inspection", "Fee", "Appeal", "Public register"], 3, 5
    )
    sheet = Sheet(1 + len(titles), 1, texts=frozenset(range(1 + len(titles))))
    sheet.add([rng.choice(["Member State", "Country", "Area"]), *titles], "head")
    yes, no = rng.choice([("Yes", "No"), ("X", ""), ("●", "–"), ("Oui", "Non")])
    for name in picked(rng, words.COUNTRIES[tongue], 5, 14):
        sheet.add([name, *(rng.choice([yes, no]) for _ in titles)])
    sheet.caption = "Requirements by country"
    return sheet


def nested(rng: Random, shown: Figures, tongue: str) -> Sheet:
    """A stub whose entries take several rows."""
    named = years(rng, rng.randint(2, 5))
    sheet = Sheet(2 + len(named), 1, texts=frozenset({0, 1}))
    sheet.add(["Area", "Group", *named], "head")
    for place in picked(rng, words.COUNTRIES[tongue], 3, 6):
        under = picked(rng, [*words.SIDES[tongue], "15–24", "25–64", "65+"], 2, 4)
        sheet.cells.append(Cell(sheet.rows, 0, place, "label", rows=len(under)))
        for name in under:
            sheet.cells.append(Cell(sheet.rows, 1, name, "text"))
            sheet.cells += [Cell(sheet.rows, 2 + i, value(rng, shown, 90, 1)) for i in range(len(named))]
            sheet.rows += 1
    sheet.caption = "Population by age and sex"
    return sheet


def small(rng: Random, shown: Figures, tongue: str) -> Sheet:
    """Two or three rows."""
    named = years(rng, rng.randint(2, 5))
    sheet = Sheet(1 + len(named), 1)
    sheet.add(["", *named], "head")
    for name in picked(rng, words.MEASURES[tongue], 2, 3):
        sheet.add([name, *(value(rng, shown, 500, rng.randint(0, 1), 0) for _ in named)])
    sheet.caption = "Main figures"
    return sheet
