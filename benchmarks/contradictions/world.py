"""What a pack says: measures, actions and risks that agree with each other until something is planted."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from benchmarks.packs.cells import MONTHS
from benchmarks.packs.words import Words

SERVICES = 3
NEAR = 0.05
"""Share of the target by which an Amber measure may miss it."""
LESS = re.compile(
    r"complaint|missed|pothole|fly-tip|noise|empty|claim|\bnot\b|request|fault|in care", re.IGNORECASE
)
PARTS: dict[str, Callable[[str, int], str]] = {
    "KPI 12": lambda letters, n: f"{letters} {n}",
    "R7": lambda letters, n: f"{letters[0]}{n}",
    "SR-01": lambda letters, n: f"{letters}-{n:02}",
    "A/12": lambda letters, n: f"{letters[0]}/{n + 10}",
    "CM14": lambda letters, n: f"{letters}{n}",
    "ENV 1.2": lambda letters, n: f"{letters} {1 + (n - 1) // 4}.{1 + (n - 1) % 4}",
    "WO1.2a": lambda letters, n: f"{letters}{1 + (n - 1) // 4}.{1 + (n - 1) // 2 % 2}{'ab'[(n - 1) % 2]}",
    "QP/24/03": lambda letters, n: f"{letters}/24/{n:02}",
    "7": lambda _, n: f"{n}",
    "1.2.3": lambda _, n: f"{1 + (n - 1) // 6}.{1 + (n - 1) // 3 % 2}.{1 + (n - 1) % 3}",
}
LETTERS = {
    "measure": (("KPI", "CM"), ("PI", "LI"), ("MS", "HSG"), ("BV", "PM")),
    "act": (("AP", "DP"), ("CGS", "TC"), ("INV", "ACT"), ("WO", "CP")),
    "peril": (("SR", "CR"), ("SRR", "BAF"), ("RK", "ORR"), ("CRR", "PR")),
}
COSTS = (
    ("Corporate and support costs", "Capital financing"),
    ("Property running costs", "Debt charges paid"),
)
TOTAL = "Net cost of services"
DAYS: tuple[Callable[[date], str], ...] = (
    lambda d: f"{d:%d/%m/%Y}",
    lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{d.day:02}-{MONTHS[d.month - 1][:3]}-{d.year}",
    lambda d: f"{MONTHS[d.month - 1]} {d.year}",
)


@dataclass
class Measure:
    """An indicator with the figures of four quarters."""

    ref: str
    text: str
    service: str
    unit: str
    quarters: list[float]
    target: float
    owner: str
    note: str = ""
    rating: str = ""
    latest: str = ""
    """The last quarter as printed in the main table."""
    direction: str = ""

    def shown(self, value: float) -> str:
        """A figure as printed."""
        return f"{value:.1f}%" if self.unit == "%" else f"{value:,.0f}"


@dataclass
class Act:
    """An action."""

    ref: str
    text: str
    service: str
    start: str
    due: str
    revised: str
    status: str
    progress: str
    owner: str
    note: str = ""
    done: str = ""
    links: str = ""


@dataclass
class Peril:
    """A risk with its factors before controls, now and as wanted."""

    ref: str
    text: str
    service: str
    gross: tuple[int, int]
    now: tuple[int, int]
    wanted: tuple[int, int]
    controls: str
    owner: str
    note: str = ""
    links: str = ""
    score: str = ""
    target: str = ""
    inherent: str = ""


@dataclass(frozen=True)
class Planted:
    """A finding that a careful reader would write down."""

    type: str
    kinds: tuple[str, ...]
    """What it may be called; the first is the usual one."""
    refs: tuple[str, ...]
    """None: it is known by the page of its text."""
    text: str = ""


@dataclass
class World:
    """All that a pack says."""

    words: Words
    council: str
    committee: str
    day: date
    services: list[str]
    measures: list[Measure] = field(default_factory=list)
    acts: list[Act] = field(default_factory=list)
    perils: list[Peril] = field(default_factory=list)
    prose: list[str] = field(default_factory=list)
    exceptions: dict[str, str] = field(default_factory=dict)
    """Figures of some measures in a table of their own."""
    top: dict[str, str] = field(default_factory=dict)
    """Scores of some risks in a list on the front."""
    counts: dict[str, list[int]] = field(default_factory=dict)
    """Green, Amber, Red by service, and in all."""
    money: dict[str, list[int]] = field(default_factory=dict)
    """Budget and forecast of each service and of some costs, in thousands; the last row is the total."""
    money_again: dict[str, list[int]] = field(default_factory=dict)
    """The same as another table prints it."""
    headings: dict[str, str] = field(default_factory=dict)
    """What stands over the actions of a service."""
    links: set[tuple[str, str, str]] = field(default_factory=set)
    """From, to, and the sort of place."""
    planted: list[Planted] = field(default_factory=list)
    pages: dict[str, int] = field(default_factory=dict)
    """Where each paragraph, and the total of the counts, came to stand."""
    used: set[str] = field(default_factory=set)
    """Refs about which something has been planted."""
    form: Callable[[date], str] = DAYS[1]
    ref: Callable[[str, int], str] = "{} {}".format
    shown: tuple[int, ...] = (3,)
    """Quarters that the main table prints."""

    def beyond(self, of: str) -> str:
        """A ref of a kind that is defined nowhere."""
        rows = {"measure": len(self.measures), "act": len(self.acts), "peril": len(self.perils)}
        return self.ref(of, rows[of] + 9)

    def names(self, ref: str) -> set[str]:
        """What a row may be called: its ref or its words."""
        return {ref, *(row.text for row in self.rows() if row.ref == ref)}

    def rows(self) -> list[Measure | Act | Peril]:
        return [*self.measures, *self.acts, *self.perils]

    @property
    def year(self) -> str:
        """The financial year reported on."""
        return f"{self.day.year - 1}/{self.day.year % 100:02}"


def world(seed: int, shown: tuple[int, ...], *, held_out: bool, numbered: bool = True) -> World:
    """The pack of a seed before anything is planted."""
    words = Words(seed, held_out=held_out)
    day = date(2026 + seed % 3, 2, 3 + seed % 20)
    made = World(words, words.text("council"), words.text("committee"), day, words.texts("field", SERVICES))
    made.shown = shown
    made.ref, made.form = _refs(words, plain=not numbered), words.one(DAYS)
    _measures(made)
    _acts(made)
    _perils(made)
    count(made)
    _money(made)
    return made


def _refs(words: Words, *, plain: bool) -> Callable[[str, int], str]:
    """How rows of each kind are numbered: all differ, unless plain."""
    pairs = {of: words.rng.choice(some)[words.held_out] for of, some in LETTERS.items()}
    forms = dict(zip(LETTERS, words.rng.sample(list(PARTS.values()), len(LETTERS)), strict=True))
    if plain or len({pair[0] for pair in pairs.values()}) < len(
        pairs
    ):  # "R7" and "R/12" would share their letter
        forms = dict.fromkeys(forms, PARTS["KPI 12"])
    return lambda of, n: forms[of](pairs[of], n)


def _owner(words: Words) -> str:
    return f"{words.text('first')} {words.text('last')}"


def _better_high(words: Words, bank: str, count: int) -> list[str]:
    """Names of measures of which nobody would say that less is better."""
    some = words.texts(bank, 5 * count)
    good = [name for name in dict.fromkeys(some) if not LESS.search(name)]
    return (good * count)[:count]


def _measures(made: World) -> None:
    words, draw = made.words, made.words.rng
    names = [*_better_high(words, "measure_percent", 8), *_better_high(words, "measure_count", 4)]
    owners = [_owner(words) for _ in range(4)]
    for n, name in enumerate(names, 1):
        unit = "%" if n <= 8 else "n"
        target = float(draw.randrange(60, 96) if unit == "%" else draw.randrange(150, 900))
        step = 0.02 * target
        start = target * draw.choice([0.86, 0.97, 1.0, 1.02])
        rising = draw.choice([1, -1])
        quarters = [round(start + rising * q * step * 0.5 + draw.random(), 1) for q in range(4)]
        if unit == "n":
            quarters = [float(round(q)) for q in quarters]
        one = Measure(
            made.ref("measure", n),
            name,
            made.services[n % SERVICES],
            unit,
            quarters,
            target,
            draw.choice(owners),
        )
        one.note = words.text("comment")
        rate(one)
        made.measures.append(one)
    made.measures.sort(key=lambda m: made.services.index(m.service))
    for n, one in enumerate(made.measures, 1):
        one.ref = made.ref("measure", n)


def rate(one: Measure) -> None:
    """Rating, latest figure and direction as they follow from the figures; more is better."""
    latest, before = one.quarters[-1], one.quarters[-2]
    one.latest = one.shown(latest)
    one.rating = "Green" if latest >= one.target else "Amber" if latest >= one.target * (1 - NEAR) else "Red"
    one.direction = "▲" if latest > before else "▼" if latest < before else "►"


def _acts(made: World) -> None:
    words, draw = made.words, made.words.rng
    owners = [_owner(words) for _ in range(5)]
    for n, text in enumerate(words.texts("doing", 12), 1):
        status = draw.choice(["Complete", "On track", "On track", "Not started", "Delayed"])
        start = made.day - timedelta(days=draw.randrange(150, 500))
        due = made.day + timedelta(days=draw.randrange(60, 600))
        progress = {"Complete": 100, "Not started": 0}.get(status, draw.randrange(10, 95, 5))
        done = made.form(made.day - timedelta(days=draw.randrange(40, 120))) if status == "Complete" else ""
        revised = made.form(due + timedelta(days=draw.randrange(60, 200))) if status == "Delayed" else ""
        service = made.services[(n - 1) * SERVICES // 12]
        made.acts.append(
            Act(made.ref("act", n), text, service, made.form(start), made.form(due), revised, status,
                f"{progress}%", draw.choice(owners), words.text("result"), done)
        )  # fmt: skip


def _perils(made: World) -> None:
    words, draw = made.words, made.words.rng
    owners = [words.text("post") for _ in range(4)]
    for n, text in enumerate(words.texts("risk", 8), 1):
        now = draw.randint(2, 4), draw.randint(2, 4)
        gross = min(5, now[0] + draw.randint(0, 1)), min(5, now[1] + 1)
        wanted = max(1, now[0] - 1), max(1, now[1] - draw.randint(0, 1))
        one = Peril(made.ref("peril", n), text, made.services[n % SERVICES], gross, now, wanted,
                    words.text("control"), draw.choice(owners))  # fmt: skip
        one.score, one.target, one.inherent = (str(a * b) for a, b in (now, wanted, gross))
        made.perils.append(one)


def _money(made: World) -> None:
    draw = made.words.rng
    for name in (*made.services, *COSTS[made.words.held_out]):
        budget = draw.randrange(1200, 9800)
        made.money[name] = [budget, budget + draw.randrange(-90, 140)]
    made.money[TOTAL] = [sum(row[n] for row in made.money.values()) for n in range(2)]
    made.money_again = {name: list(row) for name, row in made.money.items()}


def count(made: World) -> None:
    """The counts of ratings as they follow from the rows; figures on the front as in the tables."""
    made.counts.clear()
    for service in made.services:
        its = [m.rating for m in made.measures if m.service == service]
        made.counts[service] = [its.count(colour) for colour in ("Green", "Amber", "Red")]
    made.counts["Total"] = [sum(row[c] for row in made.counts.values()) for c in range(3)]
    missed = [m for m in made.measures if m.rating != "Green"][:3]
    made.exceptions = {m.ref: m.latest for m in missed}
    highest = sorted(made.perils, key=lambda p: -p.now[0] * p.now[1])[:3]
    made.top = {p.ref: p.score for p in highest}
