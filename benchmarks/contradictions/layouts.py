"""How packs are laid out: each layout puts what a world says into other tables, cards and texts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from benchmarks.packs.sheet import Column

from .pages import Pages
from .world import World

SHOWN = {"quarters": (1, 2, 3), "titled_cards": (2, 3), "mixed": (2, 3)}
"""Quarters in the main table of a layout, if not the last alone."""
UNNUMBERED = ("unnumbered",)
"""Layouts whose rows have no refs."""
LAYOUTS: dict[str, Callable[[Pages], None]] = {}


def layout(one: Callable[[Pages], None]) -> Callable[[Pages], None]:
    """A layout by the name of its function."""
    LAYOUTS[one.__name__] = one
    return one


def typeset(world: World, name: str, target: Path) -> None:
    """Write the pack in a layout."""
    LAYOUTS[name](pages := Pages(world, target))
    pages.press.close()


@layout
def plain(p: Pages) -> None:
    """A report and three tables behind it."""
    w = p.world
    p.prose()
    p.summary()
    p.exceptions(1)
    p.top_risks()
    p.turn(wide=True)
    p.table(p.measures(w.measures), "Appendix A: measures", p.bands(w.measures, {}))
    p.table(p.acts(w.acts), "Appendix B: delivery plan", p.bands(w.acts, w.headings))
    p.turn(wide=True)
    p.table(p.perils(w.perils, scores="apart"), "Appendix C: risk register")


@layout
def quarters(p: Pages) -> None:
    """Quarters beside each other, stages of risk under common heads."""
    w = p.world
    p.summary("Overall position")
    p.prose()
    p.turn(wide=True)
    p.table(p.measures(w.measures, style=1), "Performance measures", p.bands(w.measures, {}))
    p.turn(wide=True)
    p.table(p.perils(w.perils, scores="groups"), "Strategic risks")
    p.top_risks()
    p.turn(wide=True)
    p.table(p.acts(w.acts), "Actions", p.bands(w.acts, w.headings))
    p.exceptions(2)


@layout
def cards(p: Pages) -> None:
    """Risks as cards, the other rows in tables."""
    w = p.world
    p.top_risks()
    p.prose()
    p.cards(p.perils(w.perils, scores="product"))
    p.turn(wide=True)
    p.table(p.acts(w.acts), "What we are doing", p.bands(w.acts, w.headings))
    p.turn(wide=False)
    p.summary()
    p.table(p.measures(w.measures), "How we are doing", p.bands(w.measures, {}))
    p.exceptions(1)


@layout
def titled_cards(p: Pages) -> None:
    """Actions and risks as cards with their ref in a line above."""
    w = p.world
    p.prose()
    p.turn(wide=True)
    p.table(p.measures(w.measures), "Scorecard", p.bands(w.measures, {}))
    p.summary()
    p.turn(wide=False)
    for service in w.services:
        p.heading(w.headings.get(service, service))
        p.cards(p.acts([a for a in w.acts if a.service == service]), lead=2)
    p.turn(wide=False)
    p.heading("Risks")
    p.cards(p.perils(w.perils, scores="apart"), lead=2)
    p.top_risks()
    p.exceptions(2)


@layout
def by_service(p: Pages) -> None:
    """A chapter for each service with small tables of its own."""
    w = p.world
    p.summary("Ratings by service")
    p.exceptions(1)
    p.prose()
    for service in w.services:
        p.turn(wide=True)
        p.heading(f"{service}")
        p.press.line(p.words.text("paragraph"))
        p.table(p.measures([m for m in w.measures if m.service == service]), f"{service}: measures")
        p.heading(w.headings.get(service, f"{service}: actions"))
        p.table(p.acts([a for a in w.acts if a.service == service]))
    p.turn(wide=True)
    p.top_risks()
    p.table(p.perils(w.perils, scores="groups"), "Risk register")


@layout
def narrow(p: Pages) -> None:
    """Tables of few columns; progress stands in a table of its own, the ref before the action's words."""
    w = p.world
    p.prose()
    columns = p.acts(w.acts)
    ref, text = columns[:2]
    named = [f"{r} {t}" for r, t in zip(ref.cells, text.cells, strict=True)]
    plan = [Column("", text.head, named, 3.0), *columns[2:6], *columns[9:]]
    p.table(plan, "Delivery plan", p.bands(w.acts, w.headings))
    p.turn(wide=False)
    p.table([ref, *columns[6:9]], "Progress of actions")
    p.table(p.measures(w.measures), "Measures", p.bands(w.measures, {}))
    p.summary()
    p.turn(wide=False)
    p.exceptions(2)
    p.top_risks()
    p.table(p.perils(w.perils, scores="product"), "Risks")


@layout
def mixed(p: Pages) -> None:
    """Measures as cards, risks listed, the plan with its columns in another order."""
    w = p.world
    p.exceptions(2)
    p.top_risks()
    p.prose()
    p.summary()
    columns = p.acts(w.acts)
    p.turn(wide=True)
    p.table(
        [*columns[:2], *columns[9:], *columns[5:9], *columns[2:5]],
        "Action tracker",
        p.bands(w.acts, w.headings),
    )
    p.turn(wide=True)
    p.table(p.perils(w.perils, scores="apart"), "Corporate risks")
    p.turn(wide=False)
    p.heading("Measures")
    for service in w.services:
        p.heading(service)
        p.cards(p.measures([m for m in w.measures if m.service == service]))


@layout
def unnumbered(p: Pages) -> None:
    """No refs at all: rows are known by their words."""
    w = p.world
    p.bare = True
    p.exceptions(1)
    p.prose()
    p.turn(wide=True)
    p.table(p.measures(w.measures, style=1), "How we did", p.bands(w.measures, {}))
    p.summary()
    p.turn(wide=True)
    p.table(p.acts(w.acts), "Delivery plan", p.bands(w.acts, {}))
    p.turn(wide=True)
    p.top_risks()
    p.table(p.perils(w.perils, scores="apart"), "Risk register")
