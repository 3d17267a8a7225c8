"""References that are planted: rows and headings that cite others, as texts do."""

from __future__ import annotations

from .planting import tell
from .world import Act, Measure, Peril, World

OF = {Measure: "measure", Act: "act", Peril: "peril"}
NOUNS = {"measure": "measure", "act": "action", "peril": "risk"}
"""Bare numbers need a word that says what they are."""
CITING = 9
"""Rows that cite others."""
ONCE = ("({})", "See also {}.", "(links to {})", "Supports {}", "see {}", "[{}]", "– cf. {}", "Refer to {}.")


def cite(world: World) -> None:
    """Some rows cite others."""
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
                tell(world, "dangling ref", ["dangling_ref"], told)
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
