"""Contradictions of actions: their dates, progress, owners and refs."""

from __future__ import annotations

from datetime import timedelta

from benchmarks.packs.cells import MONTHS

from .planting import free_row, tell
from .world import Planted, World


def due_before_start(world: World) -> None:
    one = free_row(world, world.acts, lambda a: a.status == "On track")
    if one:
        one.start = world.form(world.day + timedelta(days=900))
        tell(world, "due before start", ["suspect_date"], one.ref)


def reversed_range(world: World) -> None:
    one = free_row(world, world.acts, lambda a: a.status == "Not started")
    if one:
        one.due = f"Oct {world.day.year + 1} – Mar {world.day.year + 1}"
        one.start = ""
        tell(world, "reversed range", ["suspect_date"], one.ref)


def revised_earlier(world: World) -> None:
    one = free_row(world, world.acts, lambda a: bool(a.revised))
    if one:
        one.due, one.revised = one.revised, one.due
        tell(world, "revised before original", ["suspect_date"], one.ref)


def complete_at_nought(world: World) -> None:
    one = free_row(world, world.acts, lambda a: a.status == "Complete")
    if one:
        one.progress = "0%"
        tell(world, "complete with 0 %", ["suspect_value", "conflicting_value"], one.ref)


def overdue_on_track(world: World) -> None:
    one = free_row(world, world.acts, lambda a: a.status == "On track")
    if one:
        one.due = world.form(world.day - timedelta(days=100))
        tell(world, "overdue but on track", ["suspect_date", "conflicting_value"], one.ref)


def done_later(world: World) -> None:
    one = free_row(world, world.acts, lambda a: bool(a.done))
    if one:
        one.done = world.form(world.day + timedelta(days=130))
        tell(world, "completed after the report", ["suspect_date"], one.ref)


def vacant(world: World) -> None:
    one = free_row(world, world.acts, lambda a: a.status == "On track")
    if one:
        one.owner = world.words.rng.choice(
            ["Vacant", "Head of Service (vacant)", "Vacant post", "TBC – post vacant"]
        )
        tell(world, "vacant owner", ["suspect_value"], one.ref)


def two_refs_for_one(world: World) -> None:
    one = free_row(world, world.acts, lambda a: a.status == "On track")
    other = free_row(world, world.acts, lambda a: a is not one and a.status == "On track")
    if one and other:
        other.text, other.owner = one.text, one.owner
        tell(
            world,
            "one thing under two refs",
            ["duplicate_ref", "conflicting_text", "conflicting_value"],
            one.ref,
            other.ref,
        )


def no_such_day(world: World) -> None:
    one = free_row(world, world.acts, lambda a: a.status == "On track")
    if one:
        year = world.day.year + 1
        one.due = world.words.rng.choice(
            [f"31 June {year}", f"31/09/{year}", f"30 Feb {year}", f"31-Nov-{year}"]
        )
        tell(world, "no such day", ["suspect_date"], one.ref)


def no_such_day_in_prose(world: World) -> None:
    month = world.words.rng.choice(["June", "September"])
    said = f"The next report will come to the meeting on 31 {month} {world.day.year}."
    world.prose.append(said)
    tell(world, "no such day in prose", ["suspect_date"], text=said)


def date_in_note(world: World) -> None:
    one = free_row(world, world.acts, lambda a: a.status == "On track")
    other = next(iter(world.measures))
    if one:
        later = world.day + timedelta(days=1100)
        other.note += f" {one.ref} is now due in {MONTHS[later.month - 1]} {later.year}."
        world.links.add((other.ref, one.ref, "note"))
        tell(world, "another date in a note", ["conflicting_value", "suspect_date"], one.ref)


def misspelt(world: World) -> None:
    one = free_row(world, world.acts, lambda a: len(a.owner.split()[-1]) > 5 and "acant" not in a.owner)
    if one:
        name, last = one.owner.rsplit(" ", 1)
        if sum(a.owner == one.owner for a in world.acts) < 2:
            return
        wrong = f"{name} {last[:3]}{last[2]}{last[3:]}"
        world.planted.append(Planted("name misspelt", ("name_variant",), (one.owner, wrong)))
        one.owner = wrong


PLANTS = (
    due_before_start,
    reversed_range,
    revised_earlier,
    complete_at_nought,
    overdue_on_track,
    done_later,
    vacant,
    two_refs_for_one,
    no_such_day,
    no_such_day_in_prose,
    date_in_note,
    misspelt,
)
