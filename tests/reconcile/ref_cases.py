"""Cases of references and numbers of rows."""

from __future__ import annotations

from reconcile.cases import Case, series, under
from reconcile.invented import LOWER, action, indicator, risk, sheet, table

from agendapack.extract.reconcile.lines import Passage

AIMS = ("Dredge the basin", "Paint the mole", "Let the berths", "Tow the barge", "Sell the old tug")

CASES = [
    Case(
        "two_refs",
        {"HD A001", "HD A002"},
        (action("HD A001"), action("HD A002"), action("HD A003", "Paint every bollard on the fish quay")),
        (action("HD A001"), action("HD A002", table="t2"), action("", table="t1"), action("HD A001")),
    ),
    Case(
        "repeated_ref",
        {"HD A001"},
        (action("HD A001"), action("HD A001", "Paint every bollard on the fish quay yellow")),
        (
            action("HD A001"),
            action("HD A001", "Dredge the inner basin before the season."),
            action("HD A001", "Paint every bollard on the fish quay yellow", LOWER),
        ),
    ),
    Case(
        "repeated_ref",
        {"2"},
        (
            action("1", "Audit the ferry dues each month", extra=(("Area", "Quays"), ("Note", "Done"))),
            action("2", "Paint every bollard yellow", extra=(("Area", "Quays"),)),
            action("2", "Let the berths by auction", extra=(("Area", "Quays"),)),
        ),
        (  # each audit has numbers of its own
            action("1", "Audit the ferry dues each month", extra=(("Audit", "Dues"),)),
            action("2", "Paint every bollard yellow", extra=(("Audit", "Dues"),)),
            action("1", "Let the berths by auction", extra=(("Audit", "Berths"),)),
            action("3", "Buy a second dredger", extra=(("Audit", "Berths"),)),
        ),
    ),
    Case(
        "repeated_citation",
        {"HO2"},
        (sheet("Aim", "HO1, HO2, HO2"),),
        (sheet("Aim", "HO1, HO2, HO3", "in HO2 and HO2", "A2 A2 A2"),),
    ),
    Case(
        "undefined_ref",
        {"HB 9"},
        (
            action("HD A001", indicator_refs=(*(f"HB {n}" for n in range(1, 10)), "HB 99")),
            action("HD A002", indicator_refs=("HB 9",)),
            *(indicator(f"HB {n}") for n in (*range(1, 9), *range(10, 25))),
            indicator("HB 99"),
            action("HD A003", indicator_refs=tuple(f"HB {n}" for n in range(10, 25))),
        ),
        (action("HD A001", indicator_refs=("HB 1",)), indicator("HB 1")),
    ),
    Case(
        "many_citations",
        {"HD A001"},
        (action("HD A001", indicator_refs=tuple(f"HB {n}" for n in range(300))),),
        (action("HD A001", indicator_refs=tuple(f"HB {n}" for n in range(30))),),
    ),
    Case(
        "uncited_risk",
        {"HR-5"},
        (
            action("HD A001", risk_refs=("HR-1", "HR-2", "HR-3", "HR-4")),
            *(risk(f"HR-{n}") for n in range(1, 6)),
        ),
        (action("HD A001", risk_refs=("HR-1",)), *(risk(f"HR-{n}") for n in range(1, 6))),
    ),
    Case(
        "not_taken_up",
        {"HD A004"},
        (*series(1, 2, 3, 4), action("HQ A1", plan=LOWER, parent_refs=("HD A001", "HD A002", "HD A003"))),
        (*series(1, 2, 3, 4), action("HQ A1", plan=LOWER, parent_refs=("HD A001",))),
    ),
    Case(
        "one_sided_risk",
        {"HR-1", "HD A002"},
        (
            *(action(f"HD A00{n}", risk_refs=(f"HR-{n}",)) for n in (1, 2, 3)),
            risk("HR-1", action_refs=("HD A001", "HD A002")),
            risk("HR-2", action_refs=("HD A002",)),
            risk("HR-3", action_refs=("HD A003",)),
        ),
        (
            action("HD A001", risk_refs=("HR-1",)),
            action("HQ A1", plan=LOWER, parent_refs=("HD A001",), risk_refs=("HR-1",)),
            action("HQ A2", plan=LOWER, risk_refs=("HR-1",)),
            risk("HR-1", action_refs=("HD A001",)),
        ),
    ),
    Case(
        "heading_cites_other",
        {"HD A001", "HD A002"},
        (
            action("HD A001", "Dredge the inner basin before winter"),
            action("HD A002", "Train all pilots to use the new charts"),
            action(
                "HQ A1",
                plan=LOWER,
                divisional_objective="Train all pilots to use the new charts (ref: HD A001)",
                parent_refs=("HD A001",),
            ),
        ),
        (
            action("HD A001", "Dredge the inner basin before winter"),
            action("HD A002", "Train all pilots to use the new charts"),
            action(
                "HQ A1",
                plan=LOWER,
                divisional_objective="Dredge the inner basin (ref: HD A001)",
                parent_refs=("HD A001",),
            ),
        ),
    ),
    Case(
        "heading_without_ref",
        {"HQ A4"},
        (
            *(
                action(
                    f"HQ A{n}",
                    plan=LOWER,
                    corporate_outcome="Safe",
                    divisional_objective=f"Aim {n}",
                    parent_refs=(f"HD A{n}",),
                )
                for n in (1, 2, 3)
            ),
            action("HQ A4", plan=LOWER, corporate_outcome="Safe", divisional_objective="Promote knots"),
        ),
        (
            action(
                "HQ A1",
                plan=LOWER,
                corporate_outcome="Safe",
                divisional_objective="Aim",
                parent_refs=("HD A1",),
            ),
            action("HQ A4", plan=LOWER, divisional_objective="Promote knots"),
        ),
    ),
    Case(
        "not_in_own_table",
        {"HB 3"},
        (
            action("HQ A1", plan=LOWER, indicator_refs=("HB 1", "HB 2", "HB 3")),
            indicator("HB 1", plan=LOWER),
            indicator("HB 2", plan=LOWER),
            indicator("HB 3"),
        ),
        (action("HQ A1", plan=LOWER, indicator_refs=("HB 3",)), indicator("HB 3")),
    ),
    Case(
        "beyond_set",
        {"NI 199"},
        (action("HD A001", indicator_refs=("NI 199",)),),
        (action("HD A001", indicator_refs=("NI 198", "HB 900")),),
    ),
    Case("sequence_gap", {"HD A003"}, series(1, 2, 4, 5), series(1, 2, 7, 12)),
    Case(
        "cut_off_ref",
        {"HRS6-1."},
        (risk("HRS6-1.11"), table(("band", "HRS6-1.11, HRS6-1."))),
        (risk("HRS6-1.11"), table(("band", "HRS6-1.11"), ("body", "The basin is HRS"))),
    ),
    Case(
        "parent_cites_other",
        {"HD A001"},
        (
            action("HD A001", indicator_refs=("PSA 9",)),
            *(
                action(f"HQ A{n}", plan=LOWER, parent_refs=("HD A001",), indicator_refs=("PSA 14",))
                for n in (1, 2)
            ),
        ),
        (
            action("HD A001", indicator_refs=("PSA 9",)),
            *(
                action(f"HQ A{n}", plan=LOWER, parent_refs=("HD A001",), indicator_refs=(f"PSA {n}",))
                for n in (9, 14)
            ),
        ),
    ),
    Case(
        "heading_shares_ref",
        {"HD A007"},
        (
            under("HQ A1", "Dredge the basin for ships of deep draught (ref: HD A007)", "HD A007"),
            under("HQ A2", "Train every pilot in winter rescue (ref: HD A007)", "HD A007"),
        ),
        (
            under("HQ A1", "Dredge the basin for ships of deep draught (ref: HD A007)", "HD A007"),
            under("HQ A2", "Dredge the basin for ships (ref: HD A007)", "HD A007"),
            under("HQ A3", "Train every pilot in winter rescue (ref: HD A008)", "HD A008"),
        ),
    ),
    Case(
        "code_lookalike",
        {"H02", "HO2"},
        (sheet("Aim", "HO2", "HO2", "HO1", "H02"),),
        (sheet("Aim", "HO2", "HO1", "H202", "B0"),),
    ),
    Case(
        "ref_spelling",
        {"HRS 6-1.8"},
        (risk("HRS6-1.8"), sheet("Risk", "HRS6-1.8", "HRS6-1.8", "HRS 6-1.8")),
        (risk("HRS6-1.8"), sheet("Risk", "HRS6-1.8", "HRS6-1.8")),
    ),
    Case(
        "undefined_citation",
        {"HB 9", "HD A1"},
        (
            action("HD A1", "Dredge the basin (HB 1, HB 9)"),
            *(indicator(f"HB {n}") for n in (1, 2)),
            risk("HR-1", mitigations=("Watch HB 2",)),
        ),
        (
            action("HD A1", "Dredge the basin (HB 1)"),
            indicator("HB 1"),
            risk("HR-1", "HB 7 Pumps that fail"),
        ),
    ),
    Case(
        "undefined_on_page",
        {"HB 9"},
        (
            *(indicator(f"HB {n}") for n in (1, 2, 3)),
            Passage(3, "The board asked for HB 1 and HB 9 to be brought back."),
        ),
        (
            *(indicator(f"HB {n}") for n in (1, 2, 3)),
            Passage(3, "The board asked for HB 1 and HB 2 to be brought back; HB 9 was withdrawn."),
            Passage(4, "It reads HB 3 beside HC 9 and HB 9.1."),
        ),
    ),
    Case(
        "repeated_number",
        {"2.1"},
        (
            sheet(
                "No | Aim", "1.1 | Dredge", "1.2 | Paint", "1.3 | Let", "2.1 | Tow", "2.1 | Sell the old tug"
            ),
        ),
        (
            sheet("No | Aim", "1.1 | Dredge", "1.2 | Paint", "1.3 | Let", "2.1 | Tow", "2.1 | Tow"),
            sheet(
                "No | Aim", "1.1 | Dredge", "1.1 | Paint", "1.3 | Let", "2.1 | Tow", "2.1 | Sell the old tug"
            ),
            sheet("Rate | Tide", "1.1 | high", "1.2 | low", "1.1 | low"),
        ),
    ),
    Case(
        "gap_in_numbers",
        {"1.3"},
        (sheet("No | Aim", "1.1 | Dredge", "1.2 | Paint", "1.4 | Let", "2.1 | Tow", "2.2 | Sell"),),
        (sheet("No | Aim", "1.1 | Dredge", "1.2 | Paint", "1.7 | Let", "2.1 | Tow", "2.3 | Sell"),),
    ),
    Case(
        "repeated_number",
        {"4"},
        (
            sheet("Theme | No | Aim", *(f"Quay | {n} | {aim}" for n, aim in zip("12344", AIMS, strict=True))),
            sheet("Aim | By", *(f"{n}. {aim} | May" for n, aim in zip("12344", AIMS, strict=True))),
        ),
        (
            sheet("Ships | Aim", *(f"{n} | {aim}" for n, aim in zip("43414", AIMS, strict=True))),
            sheet("No | Aim", *(f"{n} | {aim}" for n, aim in zip("12345", AIMS, strict=True))),
            sheet("Aim | Ships", *(f"{aim} {n} | 2" for n, aim in zip("12344", AIMS, strict=True))),
        ),
    ),
    Case(
        "gap_in_numbers",
        {"4"},
        (
            sheet("No | Aim", *(f"{n}) | {aim}" for n, aim in zip("12356", AIMS, strict=True))),
            sheet("Aim | By", *(f"{n} {aim} | May" for n, aim in zip("12356", AIMS, strict=True))),
        ),
        (
            sheet("Ships | Aim", *(f"{n} | {aim}" for n, aim in zip("35621", AIMS, strict=True))),
            sheet("Ships | Aim", *(f"{n} | {aim}" for n, aim in zip("13579", AIMS, strict=True))),
            sheet("Aim | By", *(f"{n} ships | May" for n in "12356")),
        ),
    ),
    Case(
        "misnumbered",
        {"R29", "R19"},
        (sheet("Ref | Text", "R17 | a", "R18 | b", "R29 | c", "R20 | d"),),
        (sheet("Ref | Text", "R17 | a", "R18 | b", "R19 | c", "R20 | d", "R29 | e"),),
    ),
    Case(
        "gap_in_citations",
        {"QB 4"},
        tuple(action(f"HD A{n}", f"Dredge (measure QB {n})") for n in (1, 2, 3, 5, 6, 7)),
        tuple(action(f"HD A{n}", f"Dredge (measure QB {n})") for n in (1, 2, 3, 5, 7, 9)),
    ),
]
