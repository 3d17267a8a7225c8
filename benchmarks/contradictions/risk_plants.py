"""Contradictions of risks: their scores."""

from __future__ import annotations

from .planting import free_row, tell
from .world import World


def score_wrong(world: World) -> None:
    one = free_row(world, world.perils, lambda p: p.ref not in world.top)
    if one:
        one.score = str(one.now[0] * one.now[1] + 2)
        tell(world, "score is no product", ["suspect_value"], one.ref)


def target_above(world: World) -> None:
    one = free_row(world, world.perils)
    if one:
        one.wanted = (min(5, one.now[0] + 1), one.now[1])
        one.target = str(one.wanted[0] * one.wanted[1])
        tell(world, "target above current", ["suspect_value"], one.ref)


def above_inherent(world: World) -> None:
    one = free_row(world, world.perils)
    if one:
        one.gross = (one.now[0] - 1, one.now[1])
        one.inherent = str(one.gross[0] * one.gross[1])
        tell(world, "current above inherent", ["suspect_value"], one.ref)


def scored_two_ways(world: World) -> None:
    ref = next((r for r in world.top if r not in world.used), "")
    if ref:
        world.top[ref] = str(int(world.top[ref]) + 4)
        tell(world, "risk scored two ways", ["conflicting_value"], ref)


def prose_score(world: World) -> None:
    one = free_row(world, world.perils)
    if one:
        world.prose.append(
            f"The score of {one.ref} is now {int(one.score) + 3} and will be kept under review."
        )
        tell(world, "prose score against table", ["conflicting_value"], one.ref)


PLANTS = (
    score_wrong,
    target_above,
    above_inherent,
    scored_two_ways,
    prose_score,
)
