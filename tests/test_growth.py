"""Four times the rows take four times the work: lines of Python run are counted, which no clock disturbs."""

from __future__ import annotations

import sys
from collections.abc import Callable
from itertools import product
from types import FrameType
from typing import Any

import pytest
from reconcile.invented import UPPER, action, indicator, sheet
from sheets import grid

from agendapack.extract.history.matching import Things
from agendapack.extract.model import Box, Pack, PackResult, Page, Rule, Source, Word
from agendapack.extract.read.lines import stretches
from agendapack.extract.reconcile import reconcile
from agendapack.extract.reconcile.adding import sums
from agendapack.extract.reconcile.figures import FigureSheet
from agendapack.extract.reconcile.listings import things
from agendapack.extract.records.draft import DraftRows
from agendapack.extract.records.officers import officers
from agendapack.extract.stitch import stitch

SMALL, TIMES = 60, 4
STRAIGHT = 1.15
"""How much more than its share of the work the larger case may take; a square would take `TIMES`."""
HEAD = "*Ref | *Action | *Due"
NAMES = ["".join(letters) for letters in product("bdklmnst", "aeiou", "gprvz", "aeiou", "dlnt")]


def steps(work: Callable[[], object]) -> int:
    """Lines of Python that a piece of work runs, comprehensions item by item."""
    count = 0

    def trace(_frame: FrameType, event: str, _argument: object) -> Callable[..., Any]:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def pages_of_one_table(count: int) -> Callable[[], object]:
    rows = [[f"A {n} | Dredge basin {n}.{m} | Mar 2032" for m in range(3)] for n in range(count)]
    grids = [grid(*([HEAD] if n == 0 else []), *some, page=n + 1) for n, some in enumerate(rows)]
    pages = [Page(n + 1, 595.0, 842.0) for n in range(count)]
    return lambda: stitch(pages, grids, {})


def a_table_a_page(count: int) -> Callable[[], object]:
    grids = [grid(HEAD, f"A {n} | Dredge basin {n} | Mar 2032", page=2 * n + 1) for n in range(count)]
    pages = [Page(n + 1, 595.0, 842.0) for n in range(2 * count)]
    return lambda: stitch(pages, grids, {})


def groups_over_page_breaks(count: int) -> Callable[[], object]:
    rows = " | Mend the roof | Jun 2032", "Docks | Let berths | May 2032", "^ | Dredge the basin | Mar 2032"
    pages = [Page(n, 595.0, 842.0) for n in range(1, count + 1)]
    grids = [grid(HEAD, *rows[1:]), *(grid(*rows, page=page.number) for page in pages[1:])]
    return lambda: stitch(pages, grids, {})


def totals(count: int) -> Callable[[], object]:
    rows = (row for n in range(count) for row in (f"Tugs|{n}|1", f"Locks|{n}|2", f"Total|{2 * n}|3"))
    made = FigureSheet(sheet("Service|2031|2032", *rows))
    return lambda: list(sums(made))


def words_without_a_figure(count: int) -> Callable[[], object]:
    rows = (f"Tug {n}|Mend the roof|Ongoing" for n in range(count))
    made = FigureSheet(sheet("Service|Work|When", *rows))
    return lambda: list(things([made]))


def people(count: int) -> Callable[[], object]:
    rows = [action(f"A {n}", officers=(f"Margaret {NAMES[n].title()}",)) for n in range(count)]
    return lambda: officers(rows, {})


def words_among_rules(count: int) -> Callable[[], object]:
    at = [40 + 20 * n for n in range(count)]
    words = tuple(Word("Tugs", Box(x, 90, x + 16, 100), 10.0) for x in at)
    rules = tuple(Rule(Box(x + 8, 40, x + 8, 110), False, 0.5, (0, 0, 0)) for x in at)
    page = Page(1, 595.0, 842.0, words, rules)
    return lambda: list(stretches(page))


def values_of_many_indicators(count: int) -> Callable[[], object]:
    def made() -> DraftRows:
        rows = DraftRows()
        for n in range(count):
            rows.indicators.append(indicator(f"PI {n}"))
            rows.add_values([], rows.indicators[-1])
        return rows

    return made


def findings_about(*rows: Any) -> Callable[[], object]:
    result = PackResult(Pack(Source("pack"), "pack.pdf", "", 9), actions=rows)
    return lambda: reconcile(result)


def people_nearly_alike(count: int) -> Callable[[], object]:
    names = [f"{NAMES[n // 2]}{NAMES[-1 - n // 2]}{'n' * (n % 2)}".title() for n in range(count)]
    return findings_about(*(action("A 1", officers=(f"Margaret {name}",)) for name in names))


def one_row_again(count: int) -> Callable[[], object]:
    return findings_about(*(action("A 1", due_text="Mar 2032", plan=UPPER) for _ in range(count)))


def one_text_under_many_refs(count: int) -> Callable[[], object]:
    return findings_about(*(action(f"A {n}") for n in range(count)))


def rows_of_a_first_pack(count: int) -> Callable[[], object]:
    said = {"plan": "Docks", "pack_id": "p1", "table_id": "t1"}
    rows = [{"action_ref": f"A {n}", "action": f"Dredge the basin {NAMES[n]}", **said} for n in range(count)]
    return lambda: Things("actions").see(rows)


@pytest.mark.parametrize(
    "case",
    [
        pages_of_one_table,
        a_table_a_page,
        groups_over_page_breaks,
        totals,
        words_among_rules,
        words_without_a_figure,
        values_of_many_indicators,
        people_nearly_alike,
        one_row_again,
        one_text_under_many_refs,
        rows_of_a_first_pack,
    ],
)
def test_work_grows_with_what_there_is_to_do(case: Callable[[int], Callable[[], object]]) -> None:
    case(SMALL)()  # what is remembered from call to call
    assert steps(case(TIMES * SMALL)) <= STRAIGHT * TIMES * steps(case(SMALL))


def test_people_are_held_against_a_number_of_others() -> None:
    small, large = (steps(people(count)) for count in (len(NAMES) // 2, len(NAMES)))
    assert large <= 2 * STRAIGHT * small
