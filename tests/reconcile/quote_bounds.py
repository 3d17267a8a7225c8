"""Bounds of the checks of what texts say of the tables."""

from __future__ import annotations

from dataclasses import replace

from reconcile.bounds import Bound
from reconcile.cases import GREEN_ENOUGH, Rows
from reconcile.invented import action, indicator, source, value

from agendapack.extract.reconcile import Passage


def narrated(number: str) -> Rows:
    text = f"Harbour – Two of the {number} indicators met target; there are two Amber and one Red."
    rows = (indicator(text=f"Depth of basin {n}", rag=rag) for n, rag in enumerate(GREEN_ENOUGH))
    return Passage(3, text, replace(ABOVE, bottom=90)), *rows


def captioned(length: int) -> Rows:
    """A text over a table that counts it wrong, and a line between the two."""
    return *narrated("five"), Passage(
        3, "Table of berths ".ljust(length, "x"), replace(ABOVE, top=91, bottom=95)
    )


ABOVE = source().box or None


def rises(spaces: int) -> Rows:
    return (
        Passage(
            4,
            f"Lettings rose by{' ' * spaces}91.5% in 2031/32 (HB 1) and the quay scheme (HD A1) opens soon.",
        ),
        value("HB 1", "actual", "89.6%"),
        indicator("HB 1"),
        action("HD A1"),
    )


def quoted(name: str) -> Rows:
    return Passage(4, f"{name} is rated Amber in 2031."), indicator(text=name, rag="Red")


BOUNDS = [
    Bound("quoted_rating", "MIN_WORDS", quoted("Berths let yearly"), quoted("Berths let")),
    Bound(
        "text_adds_up",
        "MIN_PARTS",
        (Passage(4, "There are nine agreed actions: 4 complete and 7 overdue."),),
        (Passage(4, "There are nine agreed actions: 11 overdue."),),
    ),
    Bound("narrative_counts", "MOST_OFF", narrated("seven"), narrated("eight")),
    Bound("narrative_counts", "SHORT", captioned(60), captioned(61)),
    Bound("quoted_with_ref", "LEAD", rises(15), rises(14)),
]
