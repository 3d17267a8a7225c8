"""Contradictions and references that are planted in what a pack says, each with what is true of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any, TypeVar

from benchmarks.packs.cells import MONTHS

from .world import TOTAL, Act, Measure, Peril, Planted, World, count

Row = TypeVar("Row", Measure, Act, Peril)
PLANTS: dict[str, Callable[[World], None]] = {}
TEXT_PLANTS: dict[str, Callable[[World], None]] = {}
OF = {Measure: "measure", Act: "act", Peril: "peril"}
NOUNS = {"measure": "measure", "act": "action", "peril": "risk"}
"""Bare numbers need a word that says what they are."""
CITING = 9
"""Rows that cite others."""
CONTRADICTIONS = 8
OF_REFS = ("one_ref_for_two", "gap", "date_in_note", "two_refs_for_one")
IN_TEXTS = 3
"""Contradictions of texts and raw tables beside those of rows."""
LAST = 3
ONCE = ("({})", "See also {}.", "(links to {})", "Supports {}", "see {}", "[{}]", "– cf. {}", "Refer to {}.")


def plant(one: Callable[[World], None]) -> Callable[[World], None]:
    """A contradiction by the name of its function."""
    PLANTS[one.__name__] = one
    return one


def text_plant(one: Callable[[World], None]) -> Callable[[World], None]:
    """A contradiction that no row of a dataset is needed for, by the name of its function."""
    TEXT_PLANTS[one.__name__] = one
    return one


def planted(world: World, *, numbered: bool = True) -> None:
    """Some references and some contradictions; of refs only where the rows are numbered."""
    draw = world.words.rng
    names = draw.sample([name for name in PLANTS if numbered or name not in OF_REFS], CONTRADICTIONS)
    for name in sorted(names, key=list(PLANTS).index):
        PLANTS[name](world)
    for name in draw.sample(list(TEXT_PLANTS), IN_TEXTS):
        TEXT_PLANTS[name](world)
    if numbered:
        _references(world)


def _told(world: World, type_: str, kinds: Sequence[str], *refs: str, text: str = "") -> None:
    world.planted.append(Planted(type_, tuple(kinds), refs, text))
    world.used.update(refs)


def _free(world: World, rows: Sequence[Row], fits: Callable[[Row], bool] = lambda _: True) -> Row | None:
    """A row that nothing has been planted in."""
    found = [row for row in rows if row.ref not in world.used and fits(row)]
    return world.words.rng.choice(found) if found else None


# ---------------------------------------------------------------- references


def _references(world: World) -> None:
    draw, rows = world.words.rng, world.rows()
    citing = draw.sample(rows, CITING)
    for row in citing:
        others = [r for r in rows if type(r) is not type(row)]
        kind = type(draw.choice(others))
        some, of = [r for r in rows if type(r) is kind], OF[kind]
        at = draw.randrange(len(some) - 3)
        told, refs = _list(world, [r.ref for r in some[at : at + 3]])
        if draw.random() < 0.15:
            told = world.beyond(of)
            refs = [told]
            if told not in world.used:
                _told(world, "dangling ref", ["dangling_ref"], told)
        place = _place(world, row, f"{NOUNS[of]} {told}" if told[0].isdigit() else told)
        world.links |= {(row.ref, ref, place) for ref in refs if ref != row.ref}
    service = draw.choice(world.services)
    cited = draw.choice(world.measures).ref
    world.headings[service] = f"{service} (ref: {cited})"
    world.links |= {(a.ref, cited, "heading") for a in world.acts if a.service == service}


def _list(world: World, refs: list[str]) -> tuple[str, list[str]]:
    """Refs as a text gives them: one, two, three or a range."""
    style = world.words.rng.choice(["one", "one", "two", "three", "range", "short"])
    if style == "one":
        return refs[0], refs[:1]
    if style == "two":
        return world.words.rng.choice([" and ", ", ", "; ", " & "]).join(refs[:2]), refs[:2]
    if style == "three":
        return f"{refs[0]}, {refs[1]} and {refs[2]}", refs
    last = refs[2]
    if style == "short" and " " in last and last.split()[0] == refs[0].split()[0]:
        last = last.split()[1]
    return world.words.rng.choice([f"{refs[0]} to {last}", f"{refs[0]}–{last}", f"{refs[0]} - {last}"]), refs


def _place(world: World, row: Measure | Act | Peril, told: str) -> str:
    """Write the refs somewhere in the row."""
    sentence = world.words.rng.choice(ONCE).format(told)
    places = ["text", "note", "note"] + ([] if isinstance(row, Measure) else ["links", "links"])
    place = world.words.rng.choice(places + (["controls"] if isinstance(row, Peril) else []))
    if place == "links":
        row.links = told  # type: ignore[union-attr]
    else:
        setattr(row, place, f"{getattr(row, place)} {sentence}".strip())
    return place


# ---------------------------------------------------------------- contradictions: measures


@plant
def one_ref_for_two(world: World) -> None:
    rows = _of_a_kind(world)
    at = world.words.rng.randrange(1, len(rows) - 3)
    if {r.ref for r in rows[at : at + 2]} & {*world.exceptions, *world.top}:
        rows = world.acts
    gone = rows[at + 1].ref
    rows[at + 1].ref = rows[at].ref
    _told(world, "one ref for two", ["duplicate_ref"], rows[at].ref)
    _told(world, "gap beside a repeat", ["sequence_gap"], gone)
    world.used.add(rows[at + 2].ref)


def _of_a_kind(world: World) -> list[Any]:
    return world.words.rng.choice([world.acts, world.measures, world.perils])


@plant
def gap(world: World) -> None:
    rows = _of_a_kind(world)
    if any(r.ref in world.used for r in rows):
        return
    gone = rows.pop(len(rows) // 2)
    if isinstance(gone, Measure):
        count(world)
    world.top.pop(gone.ref, None)
    _told(world, "numbering gap", ["sequence_gap"], gone.ref)


@plant
def two_values(world: World) -> None:
    ref = next((r for r in world.exceptions if r not in world.used), "")
    one = next((m for m in world.measures if m.ref == ref), None)
    if one:
        world.exceptions[ref] = one.shown(one.quarters[-1] - 0.033 * one.target)
        _told(world, "two values of one period", ["conflicting_value"], ref)


@plant
def rating_wrong(world: World) -> None:
    one = _free(world, world.measures, lambda m: m.rating == "Red")
    if one:
        _recount(world, one, "Green")
        _told(world, "rating against value", ["suspect_value", "conflicting_value"], one.ref)


def _recount(world: World, one: Measure, rating: str) -> None:
    """Counts follow what is printed."""
    colours = ("Green", "Amber", "Red")
    for group in (one.service, "Total"):
        world.counts[group][colours.index(one.rating)] -= 1
        world.counts[group][colours.index(rating)] += 1
    one.rating = rating


@plant
def prose_value(world: World) -> None:
    one = _free(world, world.measures, lambda m: m.unit == "%" and m.ref not in world.exceptions)
    if one:
        said = one.shown(one.quarters[-1] - 4.3)
        how = world.words.rng.choice(
            [
                f"{one.text} ({one.ref}) stood at {said} at the end of Quarter 3.",
                f"For {one.ref} the figure reported for October to December is {said}.",
                f"Members will note that “{one.text}” ({one.ref}) was {said} in the quarter.",
            ]
        )
        world.prose.append(how)
        _told(world, "prose value against table", ["conflicting_value"], one.ref)


@plant
def prose_count(world: World) -> None:
    green, amber, red = world.counts["Total"]
    total = green + amber + red
    red -= bool(red)
    said = f"Of the {total} measures {green + 1} are Green, {amber} are Amber and {red} are Red."
    world.prose.append(said)
    _told(world, "prose count against table", ["conflicting_value", "sum_mismatch"], text=said)


@plant
def count_wrong(world: World) -> None:
    """The counts add up, but are not those of the rows."""
    service = next((s for s in world.services if world.counts[s][1]), "")
    if service:
        for group in (service, "Total"):
            world.counts[group][0] += 1
            world.counts[group][1] -= 1
        _told(world, "counts against rows", ["sum_mismatch", "conflicting_value"], service)


@plant
def total_wrong(world: World) -> None:
    world.counts["Total"][0] += 2
    _told(world, "total against parts", ["sum_mismatch"], text="Total")


@plant
def scale_jump(world: World) -> None:
    one = _free(world, world.measures, lambda m: m.unit == "n")
    if one and len(world.shown) > 1:
        one.quarters[world.shown[0]] *= 100
        one.direction = "▼" if world.shown[0] == LAST - 1 else one.direction
        _told(world, "scale jump", ["suspect_value"], one.ref)


@plant
def arrow_wrong(world: World) -> None:
    one = _free(
        world, world.measures, lambda m: m.direction in "▲▼" and abs(m.quarters[-1] - m.quarters[-2]) > 0.3
    )
    if one and len(world.shown) > 1:
        one.direction = "▼" if one.direction == "▲" else "▲"
        _told(world, "direction against values", ["suspect_value", "conflicting_value"], one.ref)


# ---------------------------------------------------------------- contradictions: actions


@plant
def due_before_start(world: World) -> None:
    one = _free(world, world.acts, lambda a: a.status == "On track")
    if one:
        one.start = world.form(world.day + timedelta(days=900))
        _told(world, "due before start", ["suspect_date"], one.ref)


@plant
def reversed_range(world: World) -> None:
    one = _free(world, world.acts, lambda a: a.status == "Not started")
    if one:
        one.due = f"Oct {world.day.year + 1} – Mar {world.day.year + 1}"
        one.start = ""
        _told(world, "reversed range", ["suspect_date"], one.ref)


@plant
def revised_earlier(world: World) -> None:
    one = _free(world, world.acts, lambda a: bool(a.revised))
    if one:
        one.due, one.revised = one.revised, one.due
        _told(world, "revised before original", ["suspect_date"], one.ref)


@plant
def complete_at_nought(world: World) -> None:
    one = _free(world, world.acts, lambda a: a.status == "Complete")
    if one:
        one.progress = "0%"
        _told(world, "complete with 0 %", ["suspect_value", "conflicting_value"], one.ref)


@plant
def overdue_on_track(world: World) -> None:
    one = _free(world, world.acts, lambda a: a.status == "On track")
    if one:
        one.due = world.form(world.day - timedelta(days=100))
        _told(world, "overdue but on track", ["suspect_date", "conflicting_value"], one.ref)


@plant
def done_later(world: World) -> None:
    one = _free(world, world.acts, lambda a: bool(a.done))
    if one:
        one.done = world.form(world.day + timedelta(days=130))
        _told(world, "completed after the report", ["suspect_date"], one.ref)


@plant
def vacant(world: World) -> None:
    one = _free(world, world.acts, lambda a: a.status == "On track")
    if one:
        one.owner = world.words.rng.choice(
            ["Vacant", "Head of Service (vacant)", "Vacant post", "TBC – post vacant"]
        )
        _told(world, "vacant owner", ["suspect_value"], one.ref)


@plant
def two_refs_for_one(world: World) -> None:
    one = _free(world, world.acts, lambda a: a.status == "On track")
    other = _free(world, world.acts, lambda a: a is not one and a.status == "On track")
    if one and other:
        other.text, other.owner = one.text, one.owner
        _told(
            world,
            "one thing under two refs",
            ["duplicate_ref", "conflicting_text", "conflicting_value"],
            one.ref,
            other.ref,
        )


@plant
def no_such_day(world: World) -> None:
    one = _free(world, world.acts, lambda a: a.status == "On track")
    if one:
        year = world.day.year + 1
        one.due = world.words.rng.choice(
            [f"31 June {year}", f"31/09/{year}", f"30 Feb {year}", f"31-Nov-{year}"]
        )
        _told(world, "no such day", ["suspect_date"], one.ref)


@plant
def no_such_day_in_prose(world: World) -> None:
    month = world.words.rng.choice(["June", "September"])
    said = f"The next report will come to the meeting on 31 {month} {world.day.year}."
    world.prose.append(said)
    _told(world, "no such day in prose", ["suspect_date"], text=said)


@plant
def date_in_note(world: World) -> None:
    one = _free(world, world.acts, lambda a: a.status == "On track")
    other = next(iter(world.measures))
    if one:
        later = world.day + timedelta(days=1100)
        other.note += f" {one.ref} is now due in {MONTHS[later.month - 1]} {later.year}."
        world.links.add((other.ref, one.ref, "note"))
        _told(world, "another date in a note", ["conflicting_value", "suspect_date"], one.ref)


@plant
def misspelt(world: World) -> None:
    one = _free(world, world.acts, lambda a: len(a.owner.split()[-1]) > 5 and "acant" not in a.owner)
    if one:
        name, last = one.owner.rsplit(" ", 1)
        if sum(a.owner == one.owner for a in world.acts) < 2:
            return
        wrong = f"{name} {last[:3]}{last[2]}{last[3:]}"
        world.planted.append(Planted("name misspelt", ("name_variant",), (one.owner, wrong)))
        one.owner = wrong


# ---------------------------------------------------------------- contradictions: risks


@plant
def score_wrong(world: World) -> None:
    one = _free(world, world.perils, lambda p: p.ref not in world.top)
    if one:
        one.score = str(one.now[0] * one.now[1] + 2)
        _told(world, "score is no product", ["suspect_value"], one.ref)


@plant
def target_above(world: World) -> None:
    one = _free(world, world.perils)
    if one:
        one.wanted = (min(5, one.now[0] + 1), one.now[1])
        one.target = str(one.wanted[0] * one.wanted[1])
        _told(world, "target above current", ["suspect_value"], one.ref)


@plant
def above_inherent(world: World) -> None:
    one = _free(world, world.perils)
    if one:
        one.gross = (one.now[0] - 1, one.now[1])
        one.inherent = str(one.gross[0] * one.gross[1])
        _told(world, "current above inherent", ["suspect_value"], one.ref)


@plant
def scored_two_ways(world: World) -> None:
    ref = next((r for r in world.top if r not in world.used), "")
    if ref:
        world.top[ref] = str(int(world.top[ref]) + 4)
        _told(world, "risk scored two ways", ["conflicting_value"], ref)


@plant
def prose_score(world: World) -> None:
    one = _free(world, world.perils)
    if one:
        world.prose.append(
            f"The score of {one.ref} is now {int(one.score) + 3} and will be kept under review."
        )
        _told(world, "prose score against table", ["conflicting_value"], one.ref)


# ---------------------------------------------------------------- contradictions: texts and raw tables


def _said(world: World, type_: str, kinds: Sequence[str], one: str, other: str) -> None:
    """One of two wordings among the paragraphs; those of held-out packs are others."""
    text = other if world.words.held_out else one
    world.prose.append(text)
    _told(world, type_, kinds, text=text)


@text_plant
def weekday_wrong(world: World) -> None:
    later = world.day + timedelta(days=world.words.rng.randrange(20, 90))
    wrong = later + timedelta(days=1)
    date = f"{later.day} {MONTHS[later.month - 1]} {later.year}"
    _said(
        world,
        "weekday of a date",
        ["suspect_date"],
        f"The next meeting is on {wrong:%A} {date} at the Town Hall.",
        f"Members will visit the depot in the morning of {wrong:%A}, {date}.",
    )


@text_plant
def moved_wrong(world: World) -> None:
    _said(
        world,
        "rise to a lower figure",
        ["conflicting_value", "suspect_value"],
        "Calls answered in time rose from 84.1% in September to 82.6% in December.",
        "The number of empty homes fell from 312 to 347 over the quarter.",
    )


@text_plant
def other_quarter(world: World) -> None:
    _said(
        world,
        "another quarter in the text",
        ["period_mismatch"],
        "This report sets out performance for Quarter 2 against the plan.",
        f"The report covers the second quarter of {world.year}.",
    )


@text_plant
def miscounted(world: World) -> None:
    acts = len(world.acts) + 1
    _said(
        world,
        "number of rows in the text",
        ["conflicting_value", "sum_mismatch"],
        f"The delivery plan contains {acts} actions in all.",
        f"There are {acts} actions in the plan.",
    )


@text_plant
def money_twin(world: World) -> None:
    name = world.words.rng.choice(list(world.money)[:-1])
    world.money_again[name][1] += 900
    _told(world, "figure of a row in two tables", ["conflicting_value", "sum_mismatch"], name, TOTAL)


@text_plant
def money_total(world: World) -> None:
    for rows in (world.money, world.money_again):
        rows[TOTAL][0] += 270
    _told(world, "total of a raw table", ["sum_mismatch"], TOTAL)


@text_plant
def money_prose(world: World) -> None:
    name = list(world.money)[-2]
    said = (world.money[name][1] + 430) / 1000
    text = f"The forecast for {name.lower()} is £{said:.3f} million."
    world.prose.append(text)
    _told(world, "figure of a raw row in the text", ["conflicting_value"], name)
