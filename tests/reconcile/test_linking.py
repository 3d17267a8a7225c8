"""Links, their resolution and the hierarchy of plans."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from reconcile.invented import LOWER, UPPER, action, indicator, pack, risk, sheet, value
from reconcile.test_checks import found as found_by

from agendapack.extract.model import Box, Layout, PlacedCell, Risk, TableEntry, TypedRow
from agendapack.extract.reconcile import Passage, findings, links, plans
from agendapack.extract.reconcile.hierarchy import period
from agendapack.extract.reconcile.linking import CUT_OFF, MAX_A_ROW, OTHER_PLAN, OTHER_REGISTER, UNKNOWN

Rows = tuple[object, ...]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((action("HD A001", indicator_refs=("HB 1", "HB 2")),), {("HD A001", "HB 1"), ("HD A001", "HB 2")}),
        ((action("HD A001"), action(parent_refs=("HD A001",))), {("(row 2)", "HD A001")}),
        (
            (risk("HR-1", action_refs=("HD A001",), outcomes=("Safe water",)),),
            {("HR-1", "HD A001"), ("HR-1", "Safe water")},
        ),
        ((indicator("HB 1", "Berths let (LAA HB7)"),), {("HB 1", "LAA HB7")}),
        ((indicator("HB 1", "Boys and girls in Year 6 who swim"),), set()),
        ((value("HB 1", "outturn", "27% (NI 116)", value=27.0),), {("HB 1", "NI 116")}),
        (
            (action("HD A1", "Dredge, which lowers HR-7 and see HB 2"), risk("HR-7"), indicator("HB 2")),
            {("HD A1", "HR-7"), ("HD A1", "HB 2")},
        ),
        ((risk("HR-7", mitigations=("Pumps (action HD A2)",)), action("HD A2")), {("HR-7", "HD A2")}),
        ((risk("HR-7", extra=(("Linked KPIs", "QB 4, QB 6"),)),), {("HR-7", "QB 4"), ("HR-7", "QB 6")}),
        ((risk("HR-7", extra=(("Comment", "Dues rose in QB 4"),)),), set()),
        (
            (indicator("", extra=(("Note", "As HB 2, HR-9"),)), indicator("HB 2"), risk("HR-1")),
            {("(row 1)", "HB 2"), ("(row 1)", "HR-9")},
        ),
        ((indicator("", extra=(("KPI", "KPI 4"),)), indicator("KPI 5")), set()),
        ((indicator("", extra=(("Linked risk", "HR-7"),)), risk("HR-7")), {("(row 1)", "HR-7")}),
        (
            (indicator("", extra=(("Note", "as in A6 and A9"),)), action("A6")),
            {("(row 1)", "A6"), ("(row 1)", "A9")},
        ),
        ((indicator("", extra=(("Note", "as in A6 and M9"),)), action("A6")), {("(row 1)", "A6")}),
        (
            (indicator("HB 1", extra=(("Latest note", "Low tide, see actions HD A1-A3 and risk QR 07."),)),),
            {("HB 1", "HD A1"), ("HB 1", "HD A2"), ("HB 1", "HD A3"), ("HB 1", "QR 07")},
        ),
        ((indicator("HB 1", "Berths let (HB 9)"),), {("HB 1", "HB 9")}),
        (
            (risk("HR1"), action("HR1-A1", "Once HR1-A2 is done, dredge")),
            {("HR1-A1", "HR1"), ("HR1-A1", "HR1-A2")},
        ),
        (
            (indicator("HB 1"), sheet("Code | Note", "HB 1 | Missed, see HB 2", "Sum | HB 2")),
            {("HB 1", "HB 2")},
        ),
    ],
)
def test_cites(rows: Rows, expected: set[tuple[str, str]]) -> None:
    assert {(link.from_ref, link.to_ref) for link in links(pack(*rows))} == expected


def placed(*rows: str) -> TableEntry:
    """A grid whose rows are 20 points high, the first of them at 100; equal cells down a column are one."""
    entry = sheet(*rows)
    cells: list[PlacedCell] = []
    for number, row in enumerate(entry.grid):
        for column, text in enumerate(row):
            last = number + sum(1 for under in entry.grid[number + 1 :] if under[column] == "^")
            if text != "^":
                box = Box(50 + 60 * column, 80 + 20 * number, 110 + 60 * column, 100 + 20 * last)
                cells.append(PlacedCell(number, column, last - number + 1, 1, 7, box))
    return replace(entry, kind="risks", layout=Layout(cells=tuple(cells)))


def at(row: Risk, number: int) -> Risk:
    top = 80 + 20 * number
    return replace(row, source=replace(row.source, table_id="t7", page=7, box=Box(50, top, 500, top + 20)))


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            ("Ref | Linked KPIs", "HR-1 | QB 4", "HR-2 | QB 5, HR-1"),
            {("HR-1", "QB 4"), ("HR-2", "QB 5"), ("HR-2", "HR-1")},
        ),
        (("Ref | Notes", "HR-1 | none", "HR-2 | as HR-1, HR-2"), {("HR-2", "HR-1")}),
        (("Ref | Linked KPIs", "HR-1 | QB 4", "HR-2 | ^"), set()),
        (("Linked KPI QB 9 | Ref", "none | HR-1", "none | HR-2"), set()),
        (("Risk | Notes", "HR-3 | none", "HR-4 | none"), {("HR-1", "HR-3"), ("HR-2", "HR-4")}),
    ],
)
def test_any_cell_of_a_row_cites_whatever_its_column_was_taken_for(
    rows: tuple[str, ...], expected: set[tuple[str, str]]
) -> None:
    entry = placed(*rows)
    found = links(pack(entry, at(risk("HR-1"), 1), at(risk("HR-2"), 2)))
    assert {(link.from_ref, link.to_ref) for link in found} == expected


def test_of_a_range_the_one_that_is_missing_is_told_where_most_refs_are_not_in_the_pack() -> None:
    entry = placed("Ref | Actions", "HR-1 | HD A1 to HD A3", "HR-2 | HD A7, HD A8, HD A9")
    rows = (
        at(risk("HR-1", action_refs=("HD A1", "HD A2", "HD A3")), 1),
        at(risk("HR-2", action_refs=("HD A7", "HD A8", "HD A9")), 2),
    )
    assert found_by("undefined_ref", (entry, *rows, action("HD A1"), action("HD A2"))) == {"HR-1", "HD A3"}
    assert found_by("undefined_ref", (entry, *rows, action("HD A4"))) == set()


def test_an_action_below_its_risk_is_cited_once_and_from_itself() -> None:
    card = at(risk("HR1", action_refs=("HR1-A1", "HR1-A2")), 1)
    own, elsewhere = action("HR1-A1", page=7), action("HR1-A2", page=9)
    cited = {(link.from_ref, link.to_ref) for link in links(pack(card, own, elsewhere))}
    assert cited == {("HR1", "HR1-A2"), ("HR1-A1", "HR1"), ("HR1-A2", "HR1")}


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("see actions 3 and 4", {("action", "3"), ("action", "4")}),
        (
            "Actions 2 to 4; risk no. 1.2",
            {("action", "2"), ("action", "3"), ("action", "4"), ("risk", "1.2")},
        ),
        ("in 3 actions, 4 of them late", set()),
        ("action 3% higher", set()),
        ("Risk 2.2 has grown", {("risk", "2.2")}),  # built like 1.2, defined nowhere
        ("risk 9 times out of ten", set()),
    ],
)
def test_numbers_are_refs_behind_a_word_that_says_so(text: str, cited: set[tuple[str, str]]) -> None:
    rows = (*(action(str(n)) for n in range(1, 6)), risk("1.2"), risk("1.3"))
    found = links(pack(*rows, indicator("HB 1", text)))
    assert {(link.to_kind, link.to_ref) for link in found} == cited


@pytest.mark.parametrize(
    ("text", "lost"), [("see A21", {"A21"}), ("(A21)", {"A21"}), ("the A21 road", set()), ("A3", set())]
)
def test_one_letter_makes_a_lost_ref_only_where_a_text_points_to_it(text: str, lost: set[str]) -> None:
    found = links(pack(*(action(f"A{n}") for n in range(1, 6)), indicator("HB 1", text)))
    assert {link.to_ref for link in found if not link.resolved} == lost


def test_what_a_heading_cites_is_what_the_pack_defines_it_as() -> None:
    row = action("HD A1", parent_refs=("HB 1",), divisional_objective="Sound quays (ref: HB 1)")
    (link,) = links(pack(row, indicator("HB 1")))
    assert (link.to_kind, link.resolved) == ("indicator", True)


@pytest.mark.parametrize(
    ("heading", "cited"),
    [
        ("Quays (ref: HB 1)", {"HB 1"}),
        ("HR-1 Storms", {"HR-1"}),
        ("Quays (ref: HR-8)", {"HR-8"}),
        ("HR-8 of the old register", set()),
        ("Priority 1: the quays", set()),
    ],
)
def test_what_the_heading_over_a_row_names_is_cited_by_the_row(heading: str, cited: set[str]) -> None:
    found = links(pack(action("HD A1", section=heading), indicator("HB 1"), risk("HR-1")))
    assert {link.to_ref for link in found if link.from_ref == "HD A1"} == cited


def test_a_ref_of_a_column_is_kept_as_its_cell_prints_it() -> None:
    entry = placed("Ref | Linked KPIs", "HR-1 | QB 4 - 6", "HR-2 | QB4")
    rows = (
        at(risk("HR-1", action_refs=("QB 4", "QB 5", "QB 6")), 1),
        at(risk("HR-2", action_refs=("QB 4",)), 2),
    )
    found = links(pack(entry, *rows, *(action(f"QB {n}") for n in (4, 5, 6))))
    assert [(k.to_ref, k.raw) for k in found] == [
        ("QB 4", "QB 4 - 6"),
        ("QB 5", "QB 4 - 6"),
        ("QB 6", "QB 4 - 6"),
        ("QB 4", "QB4"),
    ]


@pytest.mark.parametrize(
    ("cited", "rows", "resolved", "reason"),
    [
        ("HB 1", (indicator("HB 1"),), True, ""),
        ("HB 1", (indicator("HB 1", plan=LOWER), indicator("HB 2")), True, OTHER_PLAN),
        ("HB 9", (indicator("HB 1"),), False, UNKNOWN),
        ("NI 9", (indicator("HB 1"),), False, OTHER_REGISTER),
        ("HB-9", (indicator("HB 1"),), False, UNKNOWN),
        ("HRS6-1.", (indicator("HRS6-1.1"),), False, CUT_OFF),
    ],
)
def test_resolves_or_says_why_not(cited: str, rows: Rows, resolved: bool, reason: str) -> None:
    (link,) = links(pack(action("HD A001", indicator_refs=(cited,)), *rows))
    assert (link.resolved, link.reason) == (resolved, reason)
    assert bool(link.to_row_id) == resolved


def test_a_link_joins_to_the_row_of_its_own_plan() -> None:
    here, there = indicator("HB 1"), indicator("HB 1", plan=LOWER)
    found = links(pack(action("HD A001", plan=LOWER, indicator_refs=("HB 1",)), here, there))
    assert [link.to_row_id for link in found] == [there.source.row_id]


def test_an_outcome_is_found_by_its_heading_however_it_is_spaced() -> None:
    under = action("HD A001", corporate_outcome="Safe Well Being (at sea)")
    (link,) = links(pack(under, risk("HR-1", outcomes=("Safe Wellbeing",))))
    assert link.resolved and link.to_row_id == under.source.row_id


def test_direct_and_inherited_refs_are_kept_apart() -> None:
    row = action(
        "HD A001",
        risk_refs=("HR-1", "HR-2"),
        inherited_refs=("HR-2",),
        parent_refs=("HC A1", "HC A2"),
        divisional_objective="Keep the quays sound (ref: HC A1)",
    )
    assert {link.to_ref: link.inherited for link in links(pack(row))} == {
        "HR-1": False,
        "HR-2": True,
        "HC A1": True,
        "HC A2": False,
    }


def test_a_plan_stands_under_the_one_whose_actions_it_names() -> None:
    rows = (action("HD A001"), action("HQ A1", plan=LOWER, parent_refs=("HD A001",), page=9))
    assert [(p.title, p.level, p.parent) for p in plans(pack(*rows))] == [
        (UPPER, "departmental", ""),
        (LOWER, "divisional", UPPER),
    ]


def test_without_refs_the_one_plan_of_the_next_level_is_the_parent() -> None:
    found = plans(pack(action("HD A001"), action("HQ A1", plan=LOWER, page=9)))
    assert found[1].parent == UPPER


@pytest.mark.parametrize(
    ("title", "first", "last"),
    [
        ("Harbour plan 2031/32", date(2031, 4, 1), date(2032, 3, 31)),
        ("Harbour plan 31 / 32", date(2031, 4, 1), date(2032, 3, 31)),
        ("Harbour plan 2031/32 - 2033/34", date(2031, 4, 1), date(2034, 3, 31)),
        ("Harbour plan 2031-35: first quarter 2032/33", date(2031, 4, 1), date(2035, 3, 31)),
        ("Harbour plan", None, None),
        ("Harbour plan 32/31", None, None),
    ],
)
def test_period_of_a_title(title: str, first: date | None, last: date | None) -> None:
    assert period(title) == (first, last)


def test_every_resolved_link_joins_to_a_row_and_every_other_says_why() -> None:
    rows = pack(
        action(
            "HD A001",
            indicator_refs=("HB 1", "HB 9", "NI 52"),
            risk_refs=("HR-1", "HR-"),
            corporate_outcome="Safe water",
        ),
        action("HQ A1", plan=LOWER, parent_refs=("HD A001", "HD A009"), page=9),
        indicator("HB 1", "Berths let (HB 2)"),
        indicator("HB 2"),
        risk("HR-1", action_refs=("HD A001", "HD A077"), outcomes=("Safe water", "Dry land")),
    )
    datasets: dict[str, Sequence[TypedRow]] = {
        "action": rows.actions,
        "indicator": rows.indicators,
        "risk": rows.risks,
    }
    found = links(rows)
    assert {link.resolved for link in found} == {True, False}
    for link in found:
        ids = {row.source.row_id for row in datasets.get(link.to_kind, rows.actions)}
        assert (link.to_row_id in ids) == link.resolved
        assert bool(link.reason) == (not link.resolved) or link.reason == OTHER_PLAN


def test_a_ref_in_the_heading_and_in_the_row_is_the_rows_own() -> None:
    row = action("HD A001", risk_refs=("HR-1",), corporate_outcome="Safe water, see HR-1")
    (link,) = links(pack(row, risk("HR-1")))
    assert not link.inherited


@pytest.mark.parametrize(("top", "owner"), [(125, "HR1"), (170, "")])
def test_a_labelled_line_belongs_to_the_row_above_unless_another_is_nearer(top: int, owner: str) -> None:
    line = Passage(
        1, "Linked indicators: QB 1, QB 3. Last reviewed: 12 March 2031", Box(50, top, 300, top + 10)
    )
    below = action("HR2-A1", table="t2", indicator_refs=("QB 1",), inherited_refs=("QB 1",))
    below = replace(below, source=replace(below.source, box=Box(50, 190, 500, 210)))
    found = links(pack(risk("HR1", page=1), risk("HR2"), action("HR1-A1"), below), [line])
    ends = {(k.from_ref, k.to_ref) for k in found if k.to_kind == "indicator"}
    assert ends == ({("HR1", "QB 1"), ("HR1", "QB 3")} if owner else {("HR2-A1", "QB 1")})


def test_a_reference_is_quoted_as_it_is_printed() -> None:
    (link, *_) = links(pack(action("HD A1", "See HB1–3"), indicator("HB 1")))
    assert (link.to_ref, link.raw) == ("HB 1", "HB1–3")


@pytest.mark.parametrize(("cited", "told"), [(MAX_A_ROW - 1, 0), (MAX_A_ROW + 50, 1)])
def test_a_row_that_cites_everything_is_cut_short_and_says_so(cited: int, told: int) -> None:
    refs = tuple(f"HB {n}" for n in range(1, cited + 1))
    rows = pack(*(action(f"HD A{n}", indicator_refs=refs) for n in range(25)), indicator("HB 1"))
    found = links(rows)
    assert len(found) == 25 * min(cited, MAX_A_ROW)
    named = [f for f in findings(rows) if "or more" in f.detail]
    assert len(named) == told and all("so do 5 more rows" in f.detail for f in named)
