"""Bounds of the checks of days, periods and progress."""

from __future__ import annotations

from reconcile.bounds import Bound
from reconcile.cases import JUNE, MARCH, Rows
from reconcile.invented import LOWER, action, risk

from agendapack.extract.reconcile import Passage


def due_again(text: str) -> Rows:
    return action("HD A001", due=MARCH), action("HD A001", text, due=JUNE, page=4, table="t2")


def leaving(name: str) -> Rows:
    return (
        action("HD A2", officers=(name,)),
        Passage(4, f"{name} has left the authority, and the post is advertised."),
    )


def spans(name: str) -> Rows:
    return (
        Passage(2, f"as in the {name} 2031/32 to 2033/34, which"),
        Passage(8, f"see the {name} 2031/32–2032/33."),
    )


def carried_over(words: str, page: int = 19) -> Rows:
    return action("HQ A1", plan=LOWER, page=20), Passage(page, f"{words} divisional plan for 2030/31")


def reviewed(last: str) -> Rows:
    return (risk("HR-1", review_method="Quarterly meetings", last_review=last),)


def now_due(spaces: int) -> Rows:
    return action("HD A1", due=MARCH), Passage(2, f"HD A1{' ' * spaces}now due 30-Jun-2031")


BOUNDS = [
    Bound(
        "different_due",
        "SAME_ROW",
        due_again("Dredge the inner basin before the winter"),
        due_again("Dredge the outer channel after the winter"),
    ),
    Bound("owner_gone", "MIN_NAMES", leaving("Ada Boat"), leaving("Boat")),
    Bound("plan_spans_differ", "MIN_NAME_WORDS", spans("Mole Repair Plan"), spans("Repair Plan")),
    Bound(
        "plan_period_in_text", "TITLE_WORDS", carried_over("This is the Quays"), carried_over("It is Quays")
    ),
    Bound(
        "plan_period_in_text",
        "PAGES_BEFORE",
        carried_over("This is the Quays", 8),
        carried_over("This is the Quays", 7),
    ),
    Bound(
        "no_such_day",
        "MONTHS",
        (Passage(4, "Opens on 32/12/2031 or 31/09/2031"),),
        (Passage(4, "Opens on 31/13/2031"),),
    ),
    Bound("review_overdue", "DAYS_A_MONTH", reviewed("Jan 2031"), reviewed("Mar 2031")),
    Bound("revised_date", "NEAR", now_due(41), now_due(60)),
]
