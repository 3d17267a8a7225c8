"""Bounds of the checks of days, periods and progress."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

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


def standing_empty(post: str) -> Rows:
    return action("HD A1", officers=(post,)), Passage(4, f"The post of {post} is vacant.")


def turned(year: int, others: int = 4) -> Rows:
    """Works of the year 2032 and one of another year, whose digits turned round make it."""
    days = [
        date(year, 6, 1),
        *(date(2000 + year % 10 * 10 + year // 10 % 10, 5, n + 1) for n in range(others)),
    ]
    works = ((n, day, f"{day.day} {day:%B} {day.year}") for n, day in enumerate(days))
    return tuple(replace(action(f"HD A{n}", due=day), due_text=text) for n, day, text in works)


def read_later(late: int, of: int) -> Rows:
    return tuple(risk(f"HR-{n}", last_review="01/06/2031" if n < late else "01/05/2031") for n in range(of))


BOUNDS = [
    Bound(
        "year_turned",
        "FAR",
        (*turned(2032), action("HD A9", due=date(2027, 3, 31))),
        (*turned(2032), action("HD A9", due=date(2028, 3, 31))),
    ),
    Bound("year_turned", "MIN_OTHERS", turned(2023, 3), turned(2023, 2)),
    Bound("reviewed_later", "MOST_LATER", read_later(1, 4), read_later(2, 7)),
    Bound(
        "different_due",
        "SAME_ROW",
        due_again("Dredge the inner basin before the winter"),
        due_again("Dredge the outer channel after the winter"),
    ),
    Bound("owner_gone", "MIN_NAMES", leaving("Ada Boat"), leaving("Boat")),
    Bound("post_vacant", "MIN_NAMES", standing_empty("Head Pilot"), standing_empty("Pilot")),
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
