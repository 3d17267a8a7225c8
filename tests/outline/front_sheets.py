"""The items of a front sheet set line by line."""

from __future__ import annotations

from outline.typeset import page, put

from agendapack.extract.model import AgendaItem, Page, Rule, Word
from agendapack.extract.outline import outline

Item = tuple[str, str, str, str]
"""Number, section, title, officer."""


def front(*more: list[Word], rules: tuple[Rule, ...] = ()) -> Page:
    return page(
        1,
        put(60, 60, "Marlowe Vale District Council", "b", 14),
        put(60, 84, "PLANNING COMMITTEE", "b", 14),
        put(60, 110, "Tuesday, 4 June 2024 at 6.30 pm"),
        put(60, 126, "Council Chamber, Town Hall, Marlowe"),
        *more,
        rules=rules,
    )


def items(*pages: Page) -> list[Item]:
    return [(a.item_no, a.section, a.title, a.lead_officer) for a in outline(pages).agenda]


def agenda(*pages: Page) -> tuple[AgendaItem, ...]:
    return outline(pages).agenda


def with_officers(heading: str = "", note: str = "", posts: int = 2) -> Page:
    """Plain titles, who leads them at the right, a heading between them and a note below the last."""
    led = ["Head of Harbours", "Clerk", ""] if posts > 1 else ["Head of Harbours", "", ""]
    return front(
        put(60, 160, "AGENDA", "b", 14),
        put(60, 190, "1. |95 Apologies for absence and notification of"),
        put(95, 204, "substitutes"),
        put(60, 218, f"2. |95 Minutes of the last meeting |400 {led[0]}"),
        *([put(95, 232, heading, "b")] if heading else []),
        put(60, 246, "3. |95 Talk by the captain of the ferry |400 Sally Fenner"),
        put(60, 260, f"4. |95 Harbour dues |400 {led[1]}"),
        *([put(60, 288, note)] if note else []),
    )
