"""Invents tables: what councils and schools print, with its true structure, and all inventors."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from layout import words
from layout.invent_statistics import european, matrix, nested, small, trade
from layout.parts import picked, spanning_heads, value, years
from layout.sheet import Sheet
from layout.words import Figures

Inventor = Callable[[Random, Figures, str], Sheet]


def budget(rng: Random, shown: Figures, tongue: str) -> Sheet:
    """Services or cost lines, with subtotals and a total."""
    titles = rng.choice([
        ["Original Budget", "Revised Budget", "Actual", "Variance"], ["Budget", "Outturn", "Variance"],
        ["Net budget", "Forecast", "Over / (under) spend", "Change since last report"],
        ["Gross", "Income", "Net"],
    ])  # fmt: skip
    unit = rng.choice(["", "£000", "£m", "£'000", "£"])
    places = 1 if unit == "£m" else 0
    if rng.random() < 0.45:
        groups = [(y, list(titles)) for y in years(rng, 2)]
        sheet = Sheet(1 + 2 * len(titles), 3 if unit else 2)
        spanning_heads(sheet, rng.choice(["", "Service", "Directorate"]), groups, unit)
    else:
        sheet = Sheet(1 + len(titles), 2 if unit else 1)
        sheet.add([rng.choice(["", "Service", "Description"]), *titles], "head")
        if unit:
            sheet.add(["", *[unit] * len(titles)], "head")
    grouped = rng.random() < 0.5
    for service in picked(rng, words.SERVICES, 2, 3) if grouped else [""]:
        if grouped:
            sheet.add([service, *[""] * (sheet.columns - 1)], "band" if rng.random() < 0.1 else "group")
        for line in picked(rng, words.LINES if grouped else words.SERVICES, 3, 5 if grouped else 14):
            sheet.add(
                [line, *(value(rng, shown, 2000 / 10**places, places) for _ in range(sheet.columns - 1))],
                indent=int(grouped),
            )
        if grouped:
            sheet.add(
                [
                    "Subtotal",
                    *(value(rng, shown, 8000 / 10**places, places, 0) for _ in range(sheet.columns - 1)),
                ],
                "total",
            )
    sheet.add(
        ["Total", *(value(rng, shown, 20000 / 10**places, places, 0) for _ in range(sheet.columns - 1))],
        "total",
    )
    sheet.caption = "Revenue budget monitoring"
    return sheet


def staff(rng: Random, shown: Figures, tongue: str) -> Sheet:
    """Posts by service and kind."""
    kinds = picked(rng, ["Full time", "Part time", "Casual", "Vacant posts", "Agency", "Fixed term"], 2, 4)
    if rng.random() < 0.5:
        sheet = Sheet(1 + 2 * len(kinds), 2)
        spanning_heads(sheet, "Service", [(k, ["FTE", "Head-count"]) for k in kinds])
    else:
        sheet = Sheet(1 + len(kinds), 1)
        sheet.add(["Service", *kinds], "head")
    for service in picked(rng, words.SERVICES, 4, 12):
        sheet.add(
            [
                service,
                *(
                    value(rng, shown, 30, rng.randint(0, 1), 0.15).strip("()-−")
                    for _ in range(sheet.columns - 1)
                ),
            ]
        )
    if rng.random() < 0.6:
        sheet.add(
            ["All services", *(value(rng, shown, 300, 1, 0).strip("()-−") for _ in range(sheet.columns - 1))],
            "total",
        )
    sheet.caption = "Staff in post at 31 March"
    return sheet


def kpis(rng: Random, shown: Figures, tongue: str) -> Sheet:
    """Measures with targets and quarters."""
    quarters = rng.randint(1, 4)
    sheet = Sheet(4 + quarters + 1, 1, texts=frozenset({0, 1, 2 + 1 + quarters + 1}))
    sheet.add(
        ["Ref", "Measure", "Target", *(f"Q{i + 1}" for i in range(quarters)), "Year to date", "Status"],
        "head",
    )
    stem = rng.choice(["KPI", "PI", "CS", "EN"])
    for n, deed in enumerate(picked(rng, words.QUESTIONS + words.DEEDS, 4, 10)):
        percent = rng.random() < 0.6
        shares = [shown.number(rng.uniform(10, 99), 1) + "%" for _ in range(quarters + 2)]
        counts = [shown.number(rng.uniform(5, 4000)) for _ in range(quarters + 2)]
        target, *past, now = shares if percent else counts
        past = [p if rng.random() < 0.9 else shown.missing for p in past]
        name = ("% of people agreeing: " if percent else "Number of cases: ") + deed[0].lower() + deed[1:]
        status = rng.choice(["Green", "Amber", "Red", "On target"])
        sheet.add([f"{stem} {n + 1}", name, target, *past, now, status])
    sheet.caption = "Key performance indicators"
    return sheet


def actions(rng: Random, shown: Figures, tongue: str) -> Sheet:
    """An action plan: mostly running text."""
    titled = rng.random() < 0.8
    sheet = Sheet(5 if titled else 4, 1, texts=frozenset(range(5)))
    titles = ["Action", "Lead officer", "Timescale", "Progress"]
    sheet.add(["Ref", *titles] if titled else titles, "head")
    for n, deed in enumerate(picked(rng, words.DEEDS, 4, 9)):
        if n and n % 4 == 0 and rng.random() < 0.5:
            sheet.band(
                f"Objective {n // 4 + 1}: {rng.choice(words.TOPICS).lower()} and {rng.choice(words.NOUNS)}"
            )
        row = [
            deed,
            rng.choice(words.PEOPLE),
            f"{rng.choice(words.MONTHS)} {rng.randint(2008, 2026)}",
            rng.choice(words.STATES),
        ]
        sheet.add([f"{n + 1}.{rng.randint(1, 9)}", *row] if titled else row)
    sheet.caption = "Action plan"
    return sheet


def schools(rng: Random, shown: Figures, tongue: str) -> Sheet:
    """Schools with their kind, roll and results."""
    sheet = Sheet(6, 1, texts=frozenset({0, 1}))
    sheet.add(
        ["School", "Type", "Number on roll", "Capacity", "Surplus places", "% eligible for free meals"],
        "head",
    )
    for name in picked(rng, words.SCHOOLS, 5, 14):
        roll = rng.randint(40, 1400)
        sheet.add(
            [
                name,
                rng.choice(["Community", "Academy", "Voluntary aided", "Foundation"]),
                shown.number(roll),
                shown.number(roll + 30),
                shown.number(rng.randint(0, 60)),
                shown.number(rng.uniform(2, 50), 1),
            ]
        )
    sheet.caption = "School places"
    return sheet


def timetable(rng: Random, shown: Figures, tongue: str) -> Sheet:
    """Stops and times."""
    journeys = rng.randint(4, 10)
    sheet = Sheet(1 + journeys, 1)
    sheet.add(
        ["Service", *(str(rng.choice([7, 8, 12, 21])) + rng.choice(["", "A", "X"]) for _ in range(journeys))],
        "head",
    )
    start = [rng.randint(360, 500) + 60 * j for j in range(journeys)]
    dot = rng.choice([":", ".", ""])
    for n, stop in enumerate(picked(rng, words.STOPS, 6, 12)):
        times = [
            f"{(s + 7 * n) // 60:02d}{dot}{(s + 7 * n) % 60:02d}" if rng.random() > 0.1 else "–"
            for s in start
        ]
        sheet.add([stop, *times])
    sheet.caption = "Mondays to Fridays"
    return sheet


def survey(rng: Random, shown: Figures, tongue: str) -> Sheet:
    """Questions with shares."""
    sheet = Sheet(6, 1)
    sheet.add(
        [
            rng.choice(["Statement", ""]),
            "Strongly agree",
            "Agree",
            "Disagree",
            "Strongly disagree",
            "Don't know",
        ],
        "head",
    )
    sign = rng.choice(["%", "", " %"])
    for question in picked(rng, words.QUESTIONS, 4, 9):
        sheet.add([question, *(f"{rng.randint(1, 60)}{sign}" for _ in range(5))])
    sheet.caption = "Answers to the residents' survey"
    return sheet


def register(rng: Random, shown: Figures, tongue: str) -> Sheet:
    """Short texts only."""
    sheet = Sheet(4, 1, texts=frozenset(range(4)))
    sheet.add(["Contract", "Supplier", "Contact", "Expires"], "head")
    for name in picked(rng, words.LINES, 5, 12):
        firm = f"{rng.choice(words.FIRMS)} {rng.choice(words.FORMS)}"
        sheet.add(
            [
                name,
                firm,
                rng.choice(words.PEOPLE),
                f"{rng.randint(1, 28)} {rng.choice(words.MONTHS)} {rng.randint(2024, 2030)}",
            ]
        )
    sheet.caption = "Contracts register"
    return sheet


INVENTORS: tuple[Inventor, ...] = (
    budget, budget, staff, kpis, actions, schools, european, european, european, timetable, trade, survey,
    register, matrix, nested, small,
)  # fmt: skip
EUROPEAN: frozenset[Inventor] = frozenset({european, trade, matrix, nested, small})
