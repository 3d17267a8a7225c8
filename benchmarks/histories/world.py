"""What a council's packs say and what happens between its meetings; every event notes what it changes."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

Change = tuple[str, ...]
"""kind, ref before (of what is new: now), change, field, cell now."""

WORDS = {
    False: {
        "verbs": "Repair Review Extend Publish Replace Open Survey Agree",
        "things": "footbridges|bus shelters|play areas|tenancy letters|street lamps|boiler rooms|"
        "school kitchens|flood gates|library cards|tree nurseries|ferry berths|market stalls|drains|clubs",
        "places": "Alderwick Brackley Cawthorn Dunmoor Elmsworth Farnley Greystone Hexmoor",
        "people": "R. Okafor|J. Lindqvist|T. Abara|Head of Estates|P. Venn|Director of Place",
        "sections": "Homes and safety|Places and transport|Learning and families",
    },
    True: {
        "verbs": "Refurbish Commission Map Relocate Retender Digitise Inspect Fund",
        "things": "allotments|cattle grids|care records|swimming pools|archive stores|canal locks|"
        "sports pitches|bin lorries|crossing patrols|weather stations|ramps|village halls|car parks|toilets",
        "places": "Ister Jarrowby Kelmere Lowick Marfleet Nunthorpe Oxcombe Pellow",
        "people": "A. Quaye|S. Whitcombe|Service Manager, Waste|D. Ferreira|Head of Culture|M. Ionescu",
        "sections": "Environment Directorate|Adults Directorate|Corporate Directorate",
    },
}
LONGER = " by means of a partnership with neighbouring councils"
STATUSES = ("Not started", "On track", "Delayed")
QUARTER_ENDS = ((6, 30), (9, 30), (12, 31), (3, 31))


@dataclass(frozen=True, slots=True)
class Thing:
    """An action, a risk or an indicator as printed; `number` is what it is, whatever it is called."""

    number: int
    ref: str
    text: str
    section: str
    officer: str
    due: date = date(2000, 1, 1)
    status: str = ""
    likelihood: int = 0
    impact: int = 0


@dataclass
class World:
    """The state at a meeting."""

    rng: random.Random
    words: dict[str, list[str]]
    actions: list[Thing] = field(default_factory=list)
    risks: list[Thing] = field(default_factory=list)
    indicators: list[Thing] = field(default_factory=list)
    values: dict[tuple[str, int], float] = field(default_factory=dict)
    """By reference of the indicator and quarter, as known now."""
    made: int = 0
    touched: set[int] = field(default_factory=set)
    """What something has happened to since the last meeting: one event each."""
    fresh: list[str] = field(default_factory=list)

    def text(self) -> str:
        """A wording that nothing has had."""
        return self.fresh.pop()

    def new(self, ref: str, text: str, **more: object) -> Thing:
        """A thing that is not yet among the others."""
        self.made += 1
        pick = self.rng.choice
        made = Thing(self.made, ref, text, pick(self.words["sections"]), pick(self.words["people"]))
        self.touched.add(made.number)
        return replace(made, **more)  # type: ignore[arg-type]

    def new_action(self, ref: str = "", text: str = "") -> Thing:
        """An action due within a year and a half."""
        due = month_end(date(2031, 6, 1) + timedelta(30 * self.rng.randrange(3, 18)))
        return self.new(ref or f"AP {self.made + 10}", text or self.text(), due=due, status="On track")

    def old(self, things: list[Thing]) -> Thing:
        """One of the things that nothing has happened to yet."""
        thing = self.rng.choice([t for t in things if t.number not in self.touched])
        self.touched.add(thing.number)
        return thing


def month_end(day: date) -> date:
    """The last day of the month."""
    return (day.replace(day=28) + timedelta(4)).replace(day=1) - timedelta(1)


def spoken(day: date) -> str:
    """A day as packs print it."""
    return f"{day.day} {day:%B %Y}"


def world(seed: int, *, held_out: bool) -> World:
    """A council at its first meeting."""
    rng = random.Random(f"history {seed} {held_out}")
    said = WORDS[held_out]
    words = {k: text.split("|") if "|" in text else text.split() for k, text in said.items()}
    made = World(rng, words)
    made.fresh = [
        f"{v} the {t} of {p}" for v in words["verbs"] for t in words["things"] for p in words["places"]
    ]
    rng.shuffle(made.fresh)
    made.actions = [made.new_action() for _ in range(14)]
    made.risks = [
        made.new(
            f"R{n:02d}",
            f"Failure to {made.text().lower()}",
            likelihood=rng.randrange(2, 5),
            impact=rng.randrange(2, 6),
        )
        for n in range(1, 9)
    ]
    made.indicators = [
        made.new(f"PI {n}", f"Share of {words['things'][n]} inspected on time") for n in range(1, 9)
    ]
    made.touched.clear()
    return made


def pass_quarter(at: World) -> Iterator[Change]:
    """What happens between two meetings."""
    at.touched.clear()
    yield from list(_complete_ones_leave(at))
    for event in EVENTS:
        for _ in range(at.rng.randrange(1, 3) if event in OFTEN else at.rng.randrange(2)):
            yield from event(at)


def _swap(things: list[Thing], old: Thing, *new: Thing) -> None:
    at = things.index(old)
    things[at : at + 1] = new


def _complete_ones_leave(at: World) -> Iterator[Change]:
    for action in [a for a in at.actions if a.status == "Complete"]:
        at.actions.remove(action)
        yield "action", action.ref, "completed", "", ""


def status(at: World) -> Iterator[Change]:
    old = at.old(at.actions)
    new = replace(old, status=at.rng.choice([s for s in (*STATUSES, "Complete") if s != old.status]))
    _swap(at.actions, old, new)
    yield "action", old.ref, "changed", "status", new.status


def redate(at: World) -> Iterator[Change]:
    old = at.old(at.actions)
    new = replace(old, due=month_end(old.due + timedelta(at.rng.choice((-40, 45, 100)))))
    _swap(at.actions, old, new)
    yield "action", old.ref, "changed", "due_text", spoken(new.due)
    yield "action", old.ref, "changed", "due_date", new.due.isoformat()


def hand_over(at: World) -> Iterator[Change]:
    things = at.rng.choice((at.actions, at.risks))
    old = at.old(things)
    new = replace(old, officer=at.rng.choice([p for p in at.words["people"] if p != old.officer]))
    _swap(things, old, new)
    yield "action" if things is at.actions else "risk", old.ref, "changed", "officers", new.officer


def reword(at: World) -> Iterator[Change]:
    old = at.old(at.actions)
    first, rest = old.text.split(" ", 1)
    verb = at.rng.choice([v for v in at.words["verbs"] if v != first])
    new = replace(old, text=at.rng.choice((f"{verb} {rest}", old.text.removesuffix(LONGER) + LONGER)))
    if new.text != old.text:
        _swap(at.actions, old, new)
        yield "action", old.ref, "reworded", "action", new.text


def re_letter(at: World) -> Iterator[Change]:
    old = at.old(at.actions)
    new = replace(old, ref=f"AP {at.rng.randrange(2, 9)}.{old.number}")
    _swap(at.actions, old, new)
    yield "action", old.ref, "re_lettered", "action_ref", new.ref


def rate(at: World) -> Iterator[Change]:
    old = at.old(at.risks)
    new = replace(old, likelihood=1 + old.likelihood % 5)
    _swap(at.risks, old, new)
    yield "risk", old.ref, "changed", "likelihood", str(new.likelihood)
    yield "risk", old.ref, "changed", "score", str(new.likelihood * new.impact)


def move(at: World) -> Iterator[Change]:
    old = at.old(at.actions)
    new = replace(old, section=at.rng.choice([s for s in at.words["sections"] if s != old.section]))
    _swap(at.actions, old, new)
    yield "action", old.ref, "moved", "section", new.section


def add(at: World) -> Iterator[Change]:
    new = at.new_action()
    at.actions.append(new)
    yield "action", new.ref, "added", "", new.text


def drop(at: World) -> Iterator[Change]:
    old = at.old(at.actions)
    at.actions.remove(old)
    yield "action", old.ref, "completed" if old.status == "Complete" else "dropped", "", ""


def reuse(at: World) -> Iterator[Change]:
    """A reference is given to another thing."""
    old = at.old(at.actions)
    new = at.new_action(old.ref)
    _swap(at.actions, old, new)
    yield "action", old.ref, "completed" if old.status == "Complete" else "dropped", "", ""
    yield "action", new.ref, "added", "", new.text


def split(at: World) -> Iterator[Change]:
    """One action for two things becomes two."""
    whole = next((a for a in at.actions if " and the " in a.text and a.number not in at.touched), None)
    if whole is None:  # made now, parted later
        one, two = at.text(), at.text()
        new = at.new_action(text=f"{one} and the {two.split(' the ')[1]}")
        at.actions.append(new)
        yield "action", new.ref, "added", "", new.text
        return
    verb, rest = whole.text.split(" the ", 1)
    parts = [
        replace(
            at.new_action(f"{whole.ref}{letter}", f"{verb} the {thing}"), due=whole.due, section=whole.section
        )
        for letter, thing in zip("ab", rest.removesuffix(LONGER).split(" and the "), strict=True)
    ]
    _swap(at.actions, whole, *parts)
    for part in parts:
        yield "action", whole.ref, "split", "action", part.text


def merge(at: World) -> Iterator[Change]:
    """Two actions become one for both."""
    one, two = at.old(at.actions), at.old(at.actions)
    if any(" and the " in t.text or LONGER in t.text for t in (one, two)):
        return
    at.actions.remove(two)
    new = at.new_action(text=f"{one.text} and {two.text[0].lower()}{two.text[1:]}")
    _swap(at.actions, one, new)
    for old in (one, two):
        yield "action", old.ref, "merged", "action", new.text


OFTEN = (status, redate, hand_over, rate)
EVENTS: tuple[Callable[[World], Iterator[Change]], ...] = (
    *OFTEN, add, drop, reword, re_letter, move, reuse, split, merge
)  # fmt: skip
