"""A made-up result of reading a pack, for tests of everything behind the reading."""

from __future__ import annotations

from datetime import date

from agendapack.extract.model import (
    Action,
    AgendaItem,
    Box,
    Finding,
    Indicator,
    IndicatorValue,
    Link,
    Milestone,
    Officer,
    Pack,
    PackResult,
    Place,
    Plan,
    Risk,
    Source,
    TableEntry,
)

BOX = Box(50, 100.25, 500, 120)


def source(row_id: str, pack_id: str = "july") -> Source:
    return Source(pack_id, row_id, "p003-t1", 3, BOX, 0.98765)


def result(pack_id: str = "july", name: str = "july.pdf") -> PackResult:
    """One row of every dataset, with the characters that break careless writers."""

    def at(row_id: str) -> Source:
        return source(row_id, pack_id)

    return PackResult(
        pack=Pack(
            Source(pack_id),
            name,
            "0" * 64,
            12,
            "Melbury Borough Council",
            "Cabinet",
            date(2031, 7, 4),
            pages_read=12,
        ),
        agenda_items=(
            AgendaItem(at("i1"), "4", 'Plan, "final"\nversion', lead_officer="Director", start_page=3),
        ),
        plans=(Plan(at("p1"), "Service plan", "service", last_page=4, actions=1),),
        officers=(Officer(at("o1"), "Ann Ward", "person", 1, plans=("Service plan",)),),
        actions=(
            Action(
                at("a1"),
                "Service plan",
                "=SUM(A1) – reopen the baths",
                action_ref="MB 01",
                due_text="NA",
                due_date=date(2032, 3, 31),
                due_kind="date",
                officers=("Ann Ward", "Head of Parks"),
                indicator_refs=("NI 1", "NI 2"),
                extra=(("Cost", "£3"), ("Cost", "£4"), ("Note", "a\r\nb")),
            ),
        ),
        indicators=(Indicator(at("n1"), "Service plan", "Visits", rag="Green", direction="improving"),),
        indicator_values=(
            IndicatorValue(
                at("v1"), "Service plan", "NI 1", "Visits", "target", "2031/32", "", "1,190", 1190.0, "count"
            ),
            IndicatorValue(
                at("v2"), "Service plan", "NI 1", "Visits", "outturn", "2030/31", "", "-0.1%", -0.1, "percent"
            ),
        ),
        risks=(
            Risk(at("r1"), "Register", "Floods", risk_ref="R1.2", mitigations=("Pumps", "Sandbags; boats")),
        ),
        milestones=(Milestone(at("m1"), "Capital plan", "Start on site", "Harbour wall", "May 2031"),),
        links=(Link(at("l1"), "action", "MB 01", "indicator", "NI 1", "measured_by", True, inherited=True),),
        findings=(
            Finding(
                at("f1"),
                "duplicate_ref",
                "error",
                ("MB 01",),
                "twice",
                "actions",
                (Place(3, BOX, "a1", "MB 01"), Place(5)),
            ),
        ),
        tables=(
            TableEntry(
                at("t1"), 4, "Action plan", "actions", 2, 2, 1, (("Ref", "Action"), ("MB 01", "a\nb"))
            ),
        ),
    )
