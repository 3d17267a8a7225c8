"""How cells are written: dates as people write them, people, references, figures, ratings."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from string import ascii_uppercase
from typing import NamedTuple

from .words import Words

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
RAG = {"Red": "#e03c31", "Amber": "#ffbf00", "Green": "#4caf50"}
ARROWS = {"improving": "▲", "worsening": "▼", "stable": "►"}


class Due(NamedTuple):
    """A time as printed, its last day, and what kind it is."""

    text: str
    day: str
    kind: str


TERMS = [
    Due("Short term", "", "unparsed"),
    Due("Medium term", "", "unparsed"),
    Due("Long term", "", "unparsed"),
    Due("Year 1", "", "unparsed"),
    Due("Year 2", "", "unparsed"),
    Due("Within 6 months", "", "unparsed"),
    Due("Immediate", "", "unparsed"),
    Due("As required", "", "ongoing"),
    Due("Annually", "", "ongoing"),
    Due("Autumn term 2024", "2024-12-31", "date"),
    Due("Autumn term 2023", "2023-12-31", "date"),
    Due("Autumn 2025", "2025-11-30", "date"),
]
"""Times in words, whose day only some of them tell."""
DAY_FORMS: dict[str, Callable[[date], str]] = {
    "31/03/2025": lambda d: f"{d:%d/%m/%Y}",
    "31 March 2025": lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    "31 Mar 25": lambda d: f"{d.day} {MONTHS[d.month - 1][:3]} {d:%y}",
    "31-Mar-2025": lambda d: f"{d.day:02}-{MONTHS[d.month - 1][:3]}-{d.year}",
    "31.03.25": lambda d: f"{d:%d.%m.%y}",
    "2025-03-31": lambda d: d.isoformat(),
    "March 31, 2025": lambda d: f"{MONTHS[d.month - 1]} {d.day}, {d.year}",
    "31st March 2025": lambda d: f"{d.day}{_nth(d.day)} {MONTHS[d.month - 1]} {d.year}",
}
MONTH_FORMS: dict[str, Callable[[date], str]] = {
    "March 2025": lambda d: f"{MONTHS[d.month - 1]} {d.year}",
    "Mar 25": lambda d: f"{MONTHS[d.month - 1][:3]} {d:%y}",
    "Mar-25": lambda d: f"{MONTHS[d.month - 1][:3]}-{d:%y}",
    "by end of March 2025": lambda d: f"By end of {MONTHS[d.month - 1]} {d.year}",
}


def _nth(day: int) -> str:
    return "th" if 10 < day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def _day(words: Words) -> date:
    return date(words.rng.randint(2015, 2025), 1, 1) + timedelta(days=words.rng.randrange(365))


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def dates(words: Words, count: int) -> list[str]:
    """Days in one form."""
    form = words.rng.choice(list(DAY_FORMS.values()))
    return [form(_day(words)) for _ in range(count)]


def dues(words: Words, count: int) -> list[Due]:
    """When things are due: mostly in one form, some ongoing."""
    style = words.rng.choice(["day", "day", "month", "month", "month", "quarter", "year", "mixed", "words"])
    return [_due(words, style, words.rng.randrange(99)) for _ in range(count)]


def _due(words: Words, style: str, dice: int) -> Due:
    if dice < 8:
        return Due(words.rng.choice(["Ongoing", "On-going", "Continuous"]), "", "ongoing")
    if dice < 11:
        return Due("TBC", "", "unparsed")
    if style == "mixed":
        style = words.rng.choice(["day", "month", "quarter", "year"])
    if style == "words":
        return words.one(TERMS)
    day = _day(words)
    if style == "day":
        return Due(words.one(list(DAY_FORMS.values()))(day), day.isoformat(), "date")
    if style == "month":
        return Due(words.one(list(MONTH_FORMS.values()))(day), _month_end(day).isoformat(), "date")
    if style == "year":
        return Due(f"{day.year}", f"{day.year}-12-31", "date")
    quarter = words.rng.randint(1, 4)
    end = ["06-30", "09-30", "12-31", "03-31"][quarter - 1]
    text = f"Q{quarter} {day.year}/{(day.year + 1) % 100:02}"
    return Due(text, f"{day.year + (quarter == 4)}-{end}", "date")


def people(words: Words, count: int) -> list[tuple[str, str]]:
    """Who is responsible, as printed and parted by semicolons."""
    style = words.rng.choice(["post", "post", "name", "initials", "body", "mixed", "two"])
    few = [_who(words, style) for _ in range(max(3, count // 2))]
    return [words.rng.choice(few) for _ in range(count)]


def _who(words: Words, style: str) -> tuple[str, str]:
    if style == "mixed":
        style = words.rng.choice(["post", "name", "body"])
    if style == "two":
        both = [_person(words) for _ in range(2)]
        return words.rng.choice([" / ", ", ", " and "]).join(both), "; ".join(both)
    made = {
        "post": lambda: words.text("post"),
        "name": lambda: _person(words),
        "initials": lambda: _initials(words),
        "body": lambda: words.text("body"),
    }[style]()
    return made, made


def _person(words: Words) -> str:
    first, last = words.text("first"), words.text("last")
    return f"{first} {last}"


def _initials(words: Words) -> str:
    return "".join(words.rng.choice(ascii_uppercase[:23]) for _ in range(words.rng.choice([2, 2, 3])))


FAMILIES = (
    "AP",
    "CP",
    "HS",
    "ENV",
    "KPI",
    "LI",
    "CS",
    "SR",
    "CR",
    "FIN",
    "OP",
    "DP",
    "PM",
    "ED",
    "RES",
    "WB",
)


def refs(words: Words, count: int) -> list[str]:
    """References of one family, numbered on."""
    letters = words.one(FAMILIES)
    at = words.rng.choice([1, 1, 1, 11, 101])
    forms: list[Callable[[int], str]] = [
        lambda n: f"{letters} {n}",
        lambda n: f"{letters} {n:03}",
        lambda n: f"{letters}-{n:02}",
        lambda n: f"{letters}/{n:02}",
        lambda n: f"{n // 5 + 1}.{n % 5 + 1}",
        lambda n: str(n),
    ]
    form = words.rng.choice(forms)
    return [form(at + n) for n in range(count)]


def _money(words: Words, count: int) -> list[str]:
    sign = words.rng.choice(["£", "£", "", "€"] if not words.chance(0.2) else ["$"])
    scale = words.rng.choice([100, 1000, 100000])
    return [
        f"({words.rng.randrange(scale):,})"
        if words.chance(0.05)
        else f"{sign}{words.rng.randrange(scale * 9):,}"
        for _ in range(count)
    ]


def _each(draw: Callable[[Words], str]) -> Callable[[Words, int], list[str]]:
    return lambda words, count: [draw(words) for _ in range(count)]


def _of(*choices: str) -> Callable[[Words, int], list[str]]:
    return _each(lambda words: words.rng.choice(choices))


def _person_cells(words: Words, count: int) -> list[str]:
    title = words.rng.choice(["Cllr ", "Councillor ", "", ""])
    return [title + _person(words) for _ in range(count)]


MAKERS: dict[str, Callable[[Words, int], list[str]]] = {
    "person": _person_cells,
    "date": dates,
    "money": _money,
    "ref": refs,
    "initials": _each(_initials),
    "tick": lambda words, count: _of(
        *words.rng.choice(
            [("✓", "A", ""), ("✓", "✗"), ("P", "A", "P"), ("Yes", "No"), ("Present", "Apologies"), ("X", "")]
        )
    )(words, count),
    "digit": _each(lambda words: str(words.rng.randint(0, 24))),
    "number": _each(lambda words: f"{words.rng.randrange(40, 9000):,}"),
    "percent": _each(lambda words: f"{words.rng.uniform(0, 100):.1f}%"),
    "score": _each(lambda words: str(words.rng.randint(1, 5))),
    "phone": _each(lambda words: f"01632 960{words.rng.randrange(1000):03}"),
    "year": lambda words, count: [str(1995 + count % 7 + n) for n in range(count)],
    "monthyear": lambda words, count: [
        MONTH_FORMS["Mar 25"](_day(words)) if words.chance(0.8) else "N/A" for _ in range(count)
    ],
    "often": _of("Monthly", "Quarterly", "Annually", "Every 6 months", "Continuous"),
    "ragword": lambda _, count: (["Green", "Amber", "Red", "Blue", "Grey"] * 4)[:count],
    "serial": lambda _, count: [f"{n + 1}" for n in range(count)],
    "version": lambda words, count: [
        f"{words.rng.choice(['', 'v'])}{n // 3}.{n % 3 + 1}" for n in range(count)
    ],
    "time": _each(lambda words: f"{words.rng.randint(9, 19)}.{words.rng.choice(['00', '30'])}"),
    "app": lambda words, count: [
        f"{words.rng.randint(19, 25)}/{words.rng.randrange(9999):05}/FUL" for _ in range(count)
    ],
    "decision": _of(
        "Approve", "Refuse", "Approved with conditions", "Withdrawn", "Permitted", "No objection"
    ),
    "grade": _of("A", "B", "C", "D", "Grade 7", "SO1", "Good", "Fair"),
    "fte": _each(lambda words: f"{words.rng.uniform(0.3, 9):.1f}"),
    "stage": _of("Complete", "Fieldwork", "Draft report", "Not started", "Planned"),
    "opinion_level": _of("Substantial", "Reasonable", "Limited", "n/a"),
    "group": lambda _, count: (
        [
            "Age",
            "Disability",
            "Sex",
            "Race",
            "Religion or belief",
            "Pregnancy and maternity",
            "Sexual orientation",
            "Gender reassignment",
        ]
        * 3
    )[:count],
    "likely": lambda _, count: (["Very unlikely", "Unlikely", "Possible", "Likely", "Almost certain"] * 4)[
        :count
    ],
}


def cells(maker: str, words: Words, count: int) -> list[str]:
    """The cells of a column of a distractor: a maker's, those named behind "=", or texts of a bank."""
    if maker.startswith("="):
        return _of(*maker[1:].split(";"))(words, count)
    if maker in MAKERS:
        return MAKERS[maker](words, count)
    return words.texts(maker, count)
