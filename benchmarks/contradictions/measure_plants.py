"""Contradictions of measures: their refs, values, ratings, counts and arrows."""

from __future__ import annotations

from typing import Any

from .planting import free_row, tell
from .world import Measure, World, count

LAST = 3


def one_ref_for_two(world: World) -> None:
    rows = _of_a_kind(world)
    at = world.words.rng.randrange(1, len(rows) - 3)
    if {r.ref for r in rows[at : at + 2]} & {*world.exceptions, *world.top}:
        rows = world.acts
    gone = rows[at + 1].ref
    rows[at + 1].ref = rows[at].ref
    tell(world, "one ref for two", ["duplicate_ref"], rows[at].ref)
    tell(world, "gap beside a repeat", ["sequence_gap"], gone)
    world.used.add(rows[at + 2].ref)


def _of_a_kind(world: World) -> list[Any]:
    return world.words.rng.choice([world.acts, world.measures, world.perils])


def gap(world: World) -> None:
    rows = _of_a_kind(world)
    if any(r.ref in world.used for r in rows):
        return
    gone = rows.pop(len(rows) // 2)
    if isinstance(gone, Measure):
        count(world)
    world.top.pop(gone.ref, None)
    tell(world, "numbering gap", ["sequence_gap"], gone.ref)


def two_values(world: World) -> None:
    ref = next((r for r in world.exceptions if r not in world.used), "")
    one = next((m for m in world.measures if m.ref == ref), None)
    if one:
        world.exceptions[ref] = one.shown(one.quarters[-1] - 0.033 * one.target)
        tell(world, "two values of one period", ["conflicting_value"], ref)


def rating_wrong(world: World) -> None:
    one = free_row(world, world.measures, lambda m: m.rating == "Red")
    if one:
        _recount(world, one, "Green")
        tell(world, "rating against value", ["suspect_value", "conflicting_value"], one.ref)


def _recount(world: World, one: Measure, rating: str) -> None:
    """Counts follow what is printed."""
    colours = ("Green", "Amber", "Red")
    for group in (one.service, "Total"):
        world.counts[group][colours.index(one.rating)] -= 1
        world.counts[group][colours.index(rating)] += 1
    one.rating = rating


def prose_value(world: World) -> None:
    one = free_row(world, world.measures, lambda m: m.unit == "%" and m.ref not in world.exceptions)
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
        tell(world, "prose value against table", ["conflicting_value"], one.ref)


def prose_count(world: World) -> None:
    green, amber, red = world.counts["Total"]
    total = green + amber + red
    red -= bool(red)
    said = f"Of the {total} measures {green + 1} are Green, {amber} are Amber and {red} are Red."
    world.prose.append(said)
    tell(world, "prose count against table", ["conflicting_value", "sum_mismatch"], text=said)


def count_wrong(world: World) -> None:
    """The counts add up, but are not those of the rows."""
    service = next((s for s in world.services if world.counts[s][1]), "")
    if service:
        for group in (service, "Total"):
            world.counts[group][0] += 1
            world.counts[group][1] -= 1
        tell(world, "counts against rows", ["sum_mismatch", "conflicting_value"], service)


def total_wrong(world: World) -> None:
    world.counts["Total"][0] += 2
    tell(world, "total against parts", ["sum_mismatch"], text="Total")


def scale_jump(world: World) -> None:
    one = free_row(world, world.measures, lambda m: m.unit == "n")
    if one and len(world.shown) > 1:
        one.quarters[world.shown[0]] *= 100
        one.direction = "▼" if world.shown[0] == LAST - 1 else one.direction
        tell(world, "scale jump", ["suspect_value"], one.ref)


def arrow_wrong(world: World) -> None:
    one = free_row(
        world, world.measures, lambda m: m.direction in "▲▼" and abs(m.quarters[-1] - m.quarters[-2]) > 0.3
    )
    if one and len(world.shown) > 1:
        one.direction = "▼" if one.direction == "▲" else "▲"
        tell(world, "direction against values", ["suspect_value", "conflicting_value"], one.ref)


PLANTS = (
    one_ref_for_two,
    gap,
    two_values,
    rating_wrong,
    prose_value,
    prose_count,
    count_wrong,
    total_wrong,
    scale_jump,
    arrow_wrong,
)
