"""One faulty and one sound case for every check of the registry; they read as its specification."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reconcile.invented import LOWER, UPPER, action, indicator, risk, sheet, source, table, value

from agendapack.extract.model import Action, Box, Officer
from agendapack.extract.reconcile import Passage

Rows = tuple[object, ...]
MEETING = date(2031, 5, 20)
MARCH, JUNE, LATER = date(2032, 3, 31), date(2031, 6, 30), date(2032, 9, 30)


@dataclass(frozen=True)
class Case:
    """Rows in which a check fires with some refs, and rows like them in which it is silent."""

    check: str
    refs: set[str]
    faulty: Rows
    sound: Rows


COUNTED = Passage(
    3,
    "Harbour – Two of the five indicators met target; there are two Amber and one Red.",
    Box(50, 40, 500, 90),
)
GREEN_ENOUGH = ("Green", "Green", "Green", "Amber", "Amber")
AS_COUNTED = ("Green", "Green", "Amber", "Amber", "Red")
KEY = Passage(3, "AB – Ada Boat CD – Cy Dock EF – Eve Fender")


def twice(*texts: str) -> Rows:
    """Indicators in a summary and in a box of their own."""
    return tuple(indicator(text=t, rag="Green", table=table) for t in texts for table in ("t3", "t9"))


def initials(letters: str, name: str = "") -> Officer:
    return Officer(source(2), letters, "initials", 1, name, (), (UPPER,))


def under(ref: str, heading: str, parent: str) -> Action:
    return action(ref, f"Begin the work of {ref}", LOWER, divisional_objective=heading, parent_refs=(parent,))


def series(*numbers: int, plan: str = UPPER) -> Rows:
    return tuple(action(f"HD A{n:03d}", f"Rebuild quay number {n} with stone", plan) for n in numbers)


def register(*scores: str) -> Rows:
    return tuple(risk(f"HR-{n}", likelihood="3", impact="4", score=s) for n, s in enumerate(scores, 1))


def rated(*rags: str, floor: bool = True) -> Rows:
    made: list[object] = []
    for number, rag in enumerate(rags):
        ref = f"HB {number}"
        made += [
            indicator(ref, rag=rag, table="t4"),
            value(ref, "actual", "97%"),
            value(ref, "target", "95%"),
        ]
        made += [value(ref, "floor", "90%")] if floor else []
    return tuple(made)


LEVELS = (("16", "High"), ("15", "Low"), ("10", "Medium"), ("8", "Medium"), ("4", "Low"))


def moving(ref: str, before: int, after: int) -> Rows:
    """An indicator said to improve, of which more is better."""
    text = "Berths kept available all year"
    return (
        indicator(ref, text, direction="improving", table="t1"),
        *(
            value(ref, "actual", f"{n}%", year, definition=text)
            for year, n in ((2030, before), (2031, after))
        ),
    )


HEAT_MAP = (
    sheet(
        "Likelihood | 4 | | | |",
        "| 3 | | | | HR-1 HR-2",
        "| 2 | | | HR-3 |",
        "| 1 | | | |",
        "| | 1 | 2 | 3 | 4",
        header_rows=0,
    ),
)

AIMS = ("Dredge the basin", "Paint the mole", "Let the berths", "Tow the barge", "Sell the old tug")

CASES = [
    Case(
        "printed_products",
        {"HR-4", "HR-9"},
        (
            sheet("Risk|L|I|Score", "HR-1|3|4|12", "HR-2|2|4|8", "HR-3|3|3|9", "HR-5|5|2|10", "HR-4|3|5|16"),
            sheet("Risk|Now", "HR-8|3 x 4 = 12", "HR-9|2 × 4 = 9"),
        ),
        (
            sheet("Risk|L|I|Score", "HR-1|3|4|12", "HR-2|2|4|8", "HR-3|3|3|9", "HR-4|3|5|15"),
            sheet("Berth|Boats|Crew|Weight", "1|3|4|13", "2|2|4|8", "3|3|3|7", "4|3|5|15"),
            sheet("Risk|Now", "HR-8|3 x 4 = 12", "HR-9|4 x 100 = 400 m"),
        ),
    ),
    Case(
        "titled_otherwise",
        {"HR0052", "HR0054"},
        (
            Passage(3, "HR0052: Loss of the lock gates in storms. They were last renewed in 1961."),
            Passage(9, "HR0052: Storms and the failing lock gates"),
            risk("HR0054", "Silting of the harbour basin"),
            risk("HR0054", "A harbour basin without dredging", page=9),
        ),
        (
            risk("HR0054", "Silting of the harbour basin"),
            risk("HR0054", "Silting of the basin", page=9),
            Passage(3, "HR0052: Loss of the lock gates in storms. They were last renewed in 1961."),
            Passage(9, "HR0052: Loss of the lock gates"),
            Passage(9, "HR0053: Storms and the failing lock gates"),
        ),
    ),
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
        "heading_wording",
        {"HD A001"},
        (
            action("HD A001", "Dredge the inner basin and mark the channel"),
            action(
                "HQ A1",
                plan=LOWER,
                divisional_objective="Dredge the outer basin and mark the channel (ref: HD A001)",
                parent_refs=("HD A001",),
            ),
        ),
        (
            action("HD A001", "Dredge the inner basin and mark the channel"),
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
        "empty_heading",
        {"HD A002"},
        (
            table(
                ("band", "Aim (ref: HD A001)"),
                ("header", "Action"),
                ("body", "Dredge"),
                ("band", "Aim (ref: HD A002)"),
                ("header", "Action"),
                ("band", "Aim (ref: HD A003)"),
                ("body", "Paint"),
            ),
        ),
        (
            table(
                ("band", "Outcome"), ("band", "Aim (ref: HD A001)"), ("header", "Action"), ("body", "Dredge")
            ),
        ),
    ),
    Case(
        "cut_off_ref",
        {"HRS6-1."},
        (risk("HRS6-1.11"), table(("band", "HRS6-1.11, HRS6-1."))),
        (risk("HRS6-1.11"), table(("band", "HRS6-1.11"), ("body", "The basin is HRS"))),
    ),
    Case(
        "different_wording",
        {"HB 1"},
        (indicator("HB 1"), indicator("HB 1", "Berths let by the month", LOWER)),
        (indicator("HB 1", "Berths let for two weeks"), indicator("HB 1", "berths let for 2 weeks.", LOWER)),
    ),
    Case(
        "same_text_other_ref",
        {"HD A001", "HD A002"},
        (
            action("HD A001", "Train all pilots to use the new charts"),
            action("HD A002"),
            action("HD A002", "Train all pilots to use the new charts", LOWER),
        ),
        (
            action("HD A001", "Train all pilots to use the new charts"),
            action("HQ A1", "Train all pilots to use the new charts", LOWER, parent_refs=("HD A001",)),
        ),
    ),
    Case(
        "same_action_twice",
        {"HD A001", "HQ A1"},
        (action("HD A001", due=MARCH), action("HQ A1", plan=LOWER, due=JUNE)),
        (
            *(
                action(text=f"Rebuild the {part} of the old fish quay", due=due, table=table)
                for table, due in (("t1", MARCH), ("t2", JUNE))
                for part in ("northern steps", "western slipway", "long breakwater")
            ),
            action("HD A001", due=MARCH),
            action("HQ A1", plan=LOWER, due=MARCH),
            action(
                "HD A7", "Refresh the joint landing strategy of all harbours for older skippers", due=MARCH
            ),
            action(
                "HQ A7", "Refresh the joint landing strategy of all harbours for younger skippers", due=JUNE
            ),
        ),
    ),
    Case(
        "different_due",
        {"HD A001"},
        (action("HD A001", due=MARCH), action("HD A001", plan=LOWER, due=JUNE)),
        (
            action("HD A001", due=MARCH, officers=("Head of Quays",)),
            action("HD A001", plan=LOWER, due=MARCH, officers=("Ada Skipper",)),
        ),
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
        "different_value",
        {"HB 1"},
        (value("HB 1", "target", "0.7%"), value("HB 1", "target", "0.75%", plan=LOWER)),
        (
            value("HB 1", "target", "0.7%"),
            value("HB 1", "target", "0.71%", plan=LOWER),
            value("HB 1", "target", "9%", 2032, LOWER),
        ),
    ),
    Case(
        "value_cites_other",
        {"HB 1", "HB 2"},
        (value("HB 1", "outturn", "27% (HB 2)", value=27.0), value("HB 2", "outturn", "31%")),
        (value("HB 1", "outturn", "27% (HB 2)", value=27.0), value("HB 2", "outturn", "27%")),
    ),
    Case(
        "shifted_period",
        {"HB 1", "HB 2"},
        (
            value("HB 1", "outturn", "38.4%"),
            value("HB 2", "outturn", "45.7%"),
            value("HB 1", "outturn", "38.4%", 2030, LOWER),
            value("HB 2", "outturn", "45.7%", 2030, LOWER),
        ),
        (value("HB 1", "outturn", "38.4%"), value("HB 1", "outturn", "37.9%", 2030, LOWER)),
    ),
    Case(
        "percent_beyond",
        {"HB 1"},
        (value("HB 1", "outturn", "9.9%"), value("HB 1", "target", "805%", 2032)),
        (value("HB 1", "outturn", "90%"), value("HB 1", "target", "120%", 2032)),
    ),
    Case(
        "missing_unit",
        {"HB 1"},
        (value("HB 1", "outturn", "80.7"), value("HB 1", "target", "93.4%", 2032)),
        (value("HB 1", "outturn", "12000"), value("HB 1", "target", "93.4%", 2032)),
    ),
    Case(
        "wrong_unit",
        {"HB 1"},
        (value("HB 1", "outturn", "17%", definition="Number of berths let"),),
        (value("HB 1", "outturn", "17%", definition="Percentage of berths let per 1,000"),),
    ),
    Case("risk_score", {"HR-4"}, register("12", "12", "12", "16"), register("12", "13", "14", "16")),
    Case(
        "target_worse",
        {"HB 1"},
        (
            value("HB 1", "outturn", "50%", definition="Berths achieving the standard"),
            value("HB 1", "target", "30%", 2032, definition="Berths achieving the standard"),
        ),
        (
            value("HB 1", "outturn", "50%", definition="Berths standing empty"),
            value("HB 1", "target", "30%", 2032, definition="Berths standing empty"),
        ),
    ),
    Case(
        "same_figures",
        {"HB 1", "HB 2"},
        (value("HB 1", "outturn", "45.7%"), value("HB 2", "target", "45.7%", 2032)),
        (value("HB 1", "outturn", "45%"), value("HB 2", "target", "45%", 2032)),
    ),
    Case(
        "rag_against_value",
        {"HB 4"},
        rated("Green", "Green", "Green", "Green", "Red"),
        rated("Green", "Red", "Red", "Green", "Red"),
    ),
    Case(
        "impossible_date",
        {"HD A001"},
        (action("HD A001", due_text="Mar 2-08", due_kind="unparsed"),),
        (
            action("HD A001", due_text="To be agreed", due_kind="unparsed"),
            action("HD A002", due_text="1-2 years", due_kind="unparsed"),
        ),
    ),
    Case(
        "outside_plan",
        {"HD A003"},
        (action("HD A001", due=MARCH), action("HD A002", due=JUNE), action("HD A003", due=date(2031, 3, 31))),
        (action("HD A001", due=MARCH), action("HD A002", due=JUNE)),
    ),
    Case(
        "child_after_parent",
        {"HD A001", "HQ A1"},
        (action("HD A001", due=MARCH), action("HQ A1", plan=LOWER, parent_refs=("HD A001",), due=LATER)),
        (
            action("HD A001", due=MARCH),
            action("HD A002", due=LATER),
            action("HQ A1", plan=LOWER, parent_refs=("HD A001", "HD A002"), due=LATER),
        ),
    ),
    Case(
        "due_before_meeting",
        {"HD A001"},
        (action("HD A001", due=date(2031, 4, 30)), action("HD A002", due=MARCH)),
        (action("HD A001", due=date(2031, 4, 30), status="Green"), action("HD A002", due=MARCH)),
    ),
    Case(
        "review_overdue",
        {"HR-1"},
        (risk("HR-1", review_method="Quarterly meetings", last_review="Last – Dec 30"),),
        (
            risk("HR-1", review_method="Quarterly meetings", last_review="Apr 2031"),
            risk("HR-2", last_review="Dec 2020"),
        ),
    ),
    Case(
        "person_variants",
        {"Ada Skipper", "Ada Skippper"},
        (action("HD A001", officers=("Ada Skipper",)), action("HD A002", officers=("Ada Skippper",))),
        (
            action("HD A001", officers=("Dean Skipper",)),
            action("HD A002", officers=("Sean Skipper", "Ada Skipper")),
        ),
    ),
    Case(
        "post_variants",
        {"Assistant Director (QM)", "Assistant Director for Quays and Moorings"},
        (
            action("HD A001", officers=("Assistant Director (QM)",)),
            action("HD A002", officers=("Assistant Director for Quays and Moorings",)),
        ),
        (
            action("HD A001", officers=("Assistant Director (Tugs)",)),
            action("HD A002", officers=("Assistant Director (Quays)",)),
        ),
    ),
    Case(
        "indicator_names",
        {"Tugs at sea in every month"},
        (
            *twice("Berths let by the season", "Ropes replaced in time"),
            indicator(text="Tugs at sea in every month", rag="Red"),
            indicator(text="Tugs of the harbour at sea in every month", rag="Red", table="t9"),
        ),
        (
            *twice("Berths let by the season", "Ropes replaced in time"),
            indicator(text="Tugs at sea in every month", rag="Red"),
            indicator(text="Percentage of tugs at sea in every month", rag="Red", table="t9"),
            indicator(text="Buoys lit in every month of winter", rag="Red"),
            indicator(text="Buoys lit in every month of summer nights", rag="Green", table="t9"),
        ),
    ),
    Case(
        "narrative_counts",
        {"Harbour"},
        (COUNTED, *(indicator(text=f"Depth of basin {n}", rag=rag) for n, rag in enumerate(GREEN_ENOUGH))),
        (COUNTED, *(indicator(text=f"Depth of basin {n}", rag=rag) for n, rag in enumerate(AS_COUNTED))),
    ),
    Case(
        "year_in_text",
        {"HD A001"},
        (action("HD A001", "Dredge the inner basin by March 2032", due=date(2033, 3, 31)),),
        (
            action("HD A001", "Dredge the inner basin by March 2032", due=MARCH),
            action("HD A002", "Dredge it in stages, by 2032-34", due=date(2033, 3, 31)),
            action("HD A003", "Find the debts left by 2030", due_text="Ongoing", due_kind="ongoing"),
        ),
    ),
    Case(
        "timescale_in_text",
        {"By 2031-33, half of the berths are let"},
        (indicator(text="By 2031-33, half of the berths are let", extra=(("Timescale", "2031"),)),),
        (
            indicator(text="By 2031-33, half of the berths are let", extra=(("Timescale", "2033"),)),
            indicator(text="By 2032, all berths are let", extra=(("Timescale", "2031 or later"),)),
        ),
    ),
    Case(
        "unexplained_initials",
        {"XY", "EF"},
        (action("HD A001", page=2), initials("AB", "Ada Boat"), initials("XY"), KEY),
        (action("HD A001", page=2), initials("AB", "Ada Boat"), initials("EF"), KEY),
    ),
    Case(
        "nearly_same_action",
        {"Establish a robust winter rescue service for small boats"},
        (
            action(text="Establish a robust winter rescue service for small boats", due=MARCH),
            action(text="Establishing a winter rescue service for small boats.", due=LATER, page=4),
        ),
        (
            action(text="Maximise safe water use in harbour buildings and water works", due=MARCH),
            action(text="Maximise safe power use in harbour buildings and power works", due=LATER, page=4),
            action(text="Establish a robust winter rescue service for small boats", due=MARCH),
            action(text="Establishing a winter rescue service for small boats.", due=MARCH, page=4),
            action(text="Pay the lease of harbour pump and crane, year 2 of 5", due=MARCH),
            action(text="Pay the lease of harbour pump and crane, year 3 of 5", due=LATER, page=4),
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
        "plan_spans_differ",
        {"Outer Mole Repair Plan"},
        (
            Passage(2, "as in the Outer Mole Repair Plan 2031/32 to 2033/34, which"),
            Passage(8, "see the Outer Mole Repair Plan 2031/32–2032/33."),
        ),
        (
            Passage(2, "as in the Outer Mole Repair Plan 2031/32 to 2033/34, which"),
            Passage(8, "see the Outer Mole Repair Plan 2028/29–2030/31."),
            Passage(8, "see the Outer Mole Repair Plan 2031/32"),
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
        "acronym",
        {"HQBM", "HQMB"},
        (Passage(2, "the Harbour Quays and Moorings Board (HQBM) met"), Passage(3, "the HQMB met")),
        (Passage(2, "the Harbour Quays and Moorings Board (HQBM) met"),),
    ),
    Case(
        "phrase_variants",
        {"Harbour Quays Moorings Board", "Harbour Quay Moorings Board"},
        (
            *(Passage(n, "ask the Harbour Quays Moorings Board first") for n in range(1, 5)),
            Passage(5, "the Harbour Quay Moorings Board"),
        ),
        (
            *(Passage(n, "ask the Harbour Quays Moorings Board first") for n in range(1, 5)),
            Passage(5, "the Harbour Quays Moorings Board's aims"),
        ),
    ),
    Case(
        "total_label",
        {"Quays & Moorings", "Quay & Moorings"},
        (sheet("Service|£m", "Quays & Moorings|", "Tugs|2", "Quay & Moorings Total|2"),),
        (sheet("Service|£m", "Quays & Moorings|", "Tugs|2", "Quays and Moorings Total|2"),),
    ),
    Case(
        "plan_named_otherwise",
        {"Harbour strategic plan"},
        (
            action("HD A1", plan="Harbour strategic plan 2031/32 - 2033/34"),
            Passage(2, "see the Harbour Strategic Plan 2031/32-2032/33 for more"),
        ),
        (
            action("HD A1", plan="Harbour strategic plan 2031/32 - 2033/34"),
            Passage(2, "see the Harbour Strategic Plan 2031/32–2033/34 for more"),
        ),
    ),
    Case(
        "plan_period_in_text",
        {LOWER},
        (
            action("HQ A1", plan=LOWER, page=4),
            Passage(3, "This is the Quays divisional plan for 2030/31 and"),
        ),
        (
            action("HQ A1", plan=LOWER, page=4),
            Passage(3, "This is the Quays divisional plan for 2031/32 and"),
            Passage(3, "It follows the corporate plan for 2030/31"),
        ),
    ),
    Case(
        "misprinted_year",
        {"20031/32"},
        (Passage(2, "for the years 2030/31-20031/32"),),
        (Passage(2, "a grant of £20031/32 and 2030/31"),),
    ),
    Case(
        "digits_swapped",
        {"HB 1", "Fish landed"},
        (
            indicator("HB 1"),
            sheet(
                "Measure | Berths | 2031", "HB 1 | Berths let by the season | 98.6%", "Fish landed | | 12,410"
            ),
            Passage(2, "Berths let by the season stood at 96.8% in June. Fish landed came to 12,140 tonnes."),
        ),
        (
            sheet("Measure | Berths | 2031", "HB 1 | Berths let by the season | 98.6%", "Boats | | 96.8%"),
            sheet("Measure | Berths | 2031", "Fish landed | | 2,031", "Fish sold | | 2,301", "Eels | | 213"),
            Passage(2, "Berths let by the season stood at 96.8% in June, fish landed at 2013 and 312."),
            Passage(3, "Ropes cost 3,201 pounds. Boats 6,312 fish sold 2,310"),
            Passage(3, "Grants for harbour works paid for 74.4% of the new quay."),
            sheet("Source | 2031", "Grants for harbour works | £47.4m", "Fees paid | £3.1m"),
        ),
    ),
    Case(
        "total_down",
        {"Net cost", "Harbour money: Net cost"},
        (sheet("Service|Plan|Now", "Quays|4310|4402", "Tugs|7125|7125", "Net cost|11435|11627"),),
        (sheet("Service|Plan|Now", "Quays|4310|4402", "Tugs|7125|7125", "Net cost|11435|11528"),),
    ),
    Case(
        "thousand_fold",
        {"Quays"},
        (sheet("Service|£m", "Quays|16,880", "Tugs|4.402", "Total|21.282"),),
        (sheet("Service|£m", "Quays|16.880", "Tugs|4.402", "Total|21.282"),),
    ),
    Case(
        "total_across",
        {"Pilots"},
        (sheet("Service|Plan|Now|Over", *(f"S{n}|{n}0|{n}7|7" for n in range(1, 6)), "Pilots|80|95|25"),),
        (sheet("Service|Plan|Now|Over", *(f"S{n}|{n}0|{n}7|7" for n in range(1, 6)), "Pilots|80|95|15"),),
    ),
    Case(
        "percentages",
        {"Pilots"},
        (
            sheet("Crew|No.|Share", "Quays|4|50%", "Tugs|2|25%", "Pilots|2|30%", "Total|8|100%"),
            sheet("Crew|No.|%", "Quays|50|50", "Tugs|30|30", "Docks|12|12", "Pilots|8|18"),
        ),
        (sheet("Crew|No.|%", "Quays|50|50", "Tugs|30|30", "Docks|12|12", "Pilots|8|8"),),
    ),
    Case(
        "percentages",
        {"Pilots"},
        (sheet("Crew|No.|%", "Quays|50|50", "Tugs|30|30", "Docks|12|12", "Pilots|8|18"),),
        (sheet("Crew|No.|%", "Quays|50|50", "Tugs|30|30", "Docks|12|12", "Pilots|8|8"),),
    ),
    Case(
        "summary_counts",
        {"Red"},
        (
            sheet("Colour|Actions", "Green|2", "Amber|1", "Complete|1", "Red|3"),
            *(action(status=s) for s in ("Complete", "Green", "Green", "Amber", "Red")),
        ),
        (
            sheet("Colour|Actions", "Green|2", "Amber|1", "Complete|1", "Red|1"),
            *(action(status=s) for s in ("Complete", "Green", "Green", "Amber", "Red")),
        ),
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
        "register_elsewhere",
        {"QR 07"},
        (action("HD A1", "Dredge, which mitigates risk QR 07"),),
        (action("HD A1", "Dredge, which mitigates risk HR-1"), risk("HR-1")),
    ),
    Case(
        "target_above",
        {"HR-1"},
        (risk("HR-1", extra=(("Net (L x I)", "2 x 5 = 10"),), target_score="3 5 15"),),
        (risk("HR-1", score="10", target_score="6"), risk("HR-2", score="4 × 4", target_score="20")),
    ),
    Case(
        "above_inherent",
        {"HR-1"},
        (risk("HR-1", score="20", inherent_score="16"),),
        (risk("HR-1", score="12", inherent_score="16"),),
    ),
    Case(
        "scored_twice",
        {"HR-1"},
        (risk("HR-1", likelihood="4", score="16"), risk("HR-1", likelihood="4", score="20")),
        (risk("HR-1", likelihood="4", score="16"), risk("HR-1", likelihood="4", score="16 High")),
    ),
    Case(
        "no_such_day",
        {"HD A1", "HB 1"},
        (
            action("HD A1", extra=(("Note", "Pumps arrive on 31 June 2031."),)),
            indicator("HB 1", extra=(("Note", "Counted on 30/02/2031"),)),
            Passage(4, "The quay opens on September 31st, 2031."),
        ),
        (
            action("HD A1", "Have 32 March tides and 31 May 2031 in mind, and 29 February"),
            Passage(4, "On 30 June 2031, 10.12.31 and 12/31/2031 the quay is closed; see 40 junction boxes"),
        ),
    ),
    Case(
        "reversed_range",
        {"HD A1", "HD A2", "HD A3"},
        (
            action("HD A1", due_text="Oct 2031 – Mar 2031"),
            action("HD A2", due_text="1 May 2032 to May 2031"),
            action("HD A3", extra=(("Works", "2035 – 2033"),)),
        ),
        (
            action("HD A1", due_text="Oct – Mar 2031"),
            action("HD A2", due_text="2031-32 to 2030"),
            action("HD A3", due_text="Oct 2031 – Mar 2032"),
            action("HD A4", due_text="2031 – 2033", extra=(("Budget year", "2031/32 – 2030/31"),)),
        ),
    ),
    Case(
        "revised_date",
        {"HD A1"},
        (
            action("HD A1", due=MARCH),
            indicator("HB 1", extra=(("Note", "See action HD A1 (now due 30-Jun-2031)."),)),
        ),
        (
            action("HD A1", due=MARCH),
            indicator("HB 1", extra=(("Note", "See action HD A1 (now due 31 March 2032)"),)),
        ),
    ),
    Case(
        "revised_earlier",
        {"HD A1", "HD A2", "HD A3"},
        (
            action("HD A1", due=MARCH, extra=(("Revised due date", "June 2031"),)),
            action("HD A2", due=JUNE, extra=(("Original date", "31/03/2032"),)),
            action("HD A3", due_text="31 March 2032, revised to 30 June 2031"),
        ),
        (
            action("HD A1", due=JUNE, extra=(("Revised due date", "March 2032"), ("Seen", "May 2030"))),
            action("HD A2", due=MARCH, extra=(("Original date", "30/06/2031"),)),
            action("HD A3", due_text="30 June 2031, revised to 31 March 2032"),
            action("HD A4", due_text="Revised to 31 March 2032 (original date 30 June 2031)"),
        ),
    ),
    Case(
        "status_against_progress",
        {"HD A1", "HD A2"},
        (
            action("HD A1", status="Completed", extra=(("Progress", "60%"),)),
            action("HD A2", status="Not started", extra=(("% complete", "15"),)),
        ),
        (
            action("HD A1", status="Completed", extra=(("Progress", "100%"), ("Share of cost", "60%"))),
            action("HD A2", status="In progress", extra=(("Progress", "0%"),)),
        ),
    ),
    Case(
        "due_before_start",
        {"HD A1"},
        (action("HD A1", due=JUNE, extra=(("Start date", "September 2031"),)),),
        (
            action("HD A1", due=MARCH, extra=(("Start date", "September 2031"), ("Last seen", "May 2032"))),
            action("HD A2", due=JUNE, extra=(("Dredging start", "September 2031"),)),
        ),
    ),
    Case(
        "completed_later",
        {"HD A1", "HD A2", "HD A3"},
        (
            action("HD A1", status="Completed 30 June 2031"),
            action("HD A2", extra=(("Actual completion date", "30/06/2031"),)),
            action("HD A3", status="Green", extra=(("Progress", "Completed in June 2031"),)),
        ),
        (
            action("HD A1", status="Completed 1 May 2031"),
            action("HD A2", status="Expected 30 June 2031"),
            action("HD A3", status="Green", extra=(("Progress", "Completed in May 2031"),)),
            action("HD A4", extra=(("Works end", "30/06/2031"),)),
        ),
    ),
    Case(
        "overdue_on_track",
        {"HD A1", "HD A3"},
        (
            action("HD A1", due=date(2031, 3, 31), status="On track"),
            action("HD A3", due=date(2031, 3, 9), status="Green", extra=(("Progress", "Not yet started"),)),
        ),
        (
            action("HD A3", due=date(2031, 3, 9), status="Green", extra=(("Progress", "Completed in May"),)),
            action("HD A1", due=JUNE, status="On track"),
            action("HD A2", due=date(2031, 3, 9), status="Late"),
        ),
    ),
    Case(
        "counts_add_up",
        {"Quays"},
        (sheet("Area | Green | Amber | Total", "Dock | 5 | 1 | 6", "Quays | 2 | 1 | 4", "All | 7 | 2 | 10"),),
        (
            sheet("Area | Green | Amber | Total", "Dock | 5 | 1 | 6", "Quays | 2 | 1 | 3", "All | 7 | 2 | 9"),
            sheet(
                "Area | Spent | Planned | Total",
                "Dock | 5 | 1 | 6",
                "Quays | 2 | 1 | 4",
                "All | 7 | 2 | 10",
            ),
        ),
    ),
    Case(
        "counts_of_groups",
        {"Quays"},
        (
            sheet("Area | Green | Red", "Docks | 2 | 0", "Quays | 1 | 2"),
            *(indicator(f"HB {n}", plan="Docks", rag="Green") for n in (1, 2)),
            *(indicator(f"HB {n}", plan="Quays", rag=rag) for n, rag in ((3, "Green"), (4, "Red"))),
        ),
        (
            sheet("Area | Green | Red", "Docks | 2 | 0", "Quays | 1 | 1"),
            *(indicator(f"HB {n}", plan="Docks", rag="Green") for n in (1, 2)),
            *(indicator(f"HB {n}", plan="Quays", rag=rag) for n, rag in ((3, "Green"), (4, "Red"))),
        ),
    ),
    Case(
        "owner_gone",
        {"HD A1", "HD A2"},
        (
            action("HD A1", officers=("Vacant",)),
            action("HD A2", officers=("Ada Boat",)),
            Passage(4, "Ada Boat has left the authority, and the post is advertised."),
        ),
        (
            action("HD A1", officers=("Vacant",), status="Completed"),
            action("HD A2", officers=("Cy Dock",)),
            Passage(4, "Ada Boat has left the authority, and the post is advertised."),
        ),
    ),
    Case(
        "quoted_with_ref",
        {"HB 1"},
        (
            Passage(4, "Lettings rose to 91.5% in 2031/32 (HB 1) and the quay scheme (HD A1) opens soon."),
            value("HB 1", "actual", "89.6%"),
            indicator("HB 1"),
            action("HD A1"),
        ),
        (
            Passage(
                4,
                "Lettings rose to 89.6% in 2031/32 (HB 1), 91.5% at the quays; in 2029/30 they were 5%.",
            ),
            value("HB 1", "actual", "89.6%"),
            indicator("HB 1"),
        ),
    ),
    Case(
        "counted_otherwise",
        {"HD A1"},
        (
            Passage(4, "Fees fell and the quay scheme (HD A1) will protect 150 berths by June."),
            action("HD A1", "Build the sea wall", extra=(("Measure", "112 berths safe from the sea"),)),
        ),
        (
            Passage(4, "Fees fell and the quay scheme (HD A1) will protect 112 berths and 40 sheds by June."),
            action("HD A1", "Build the sea wall", extra=(("Measure", "112 berths safe from the sea"),)),
        ),
    ),
    Case(
        "quoted_nowhere",
        {"HB 1"},
        (
            Passage(4, "For HB 1 the figure reported is 85.2%."),
            indicator("HB 1"),
            value("HB 1", "actual", "89.6%"),
        ),
        (
            Passage(4, "HB 1 was 89.6% and at the docks (HB 2) 70%. HB 1 is about 90%."),
            Passage(4, "HB 1 rose by 4%. HB 1 was 71% in 2019/20. HB 1 was 80% against 82% last year."),
            indicator("HB 1"),
            value("HB 1", "actual", "89.6%"),
        ),
    ),
    Case(
        "quoted_with_target",
        {"HB 1"},
        (
            Passage(4, "Berths let by the season stand at 91.5% against a target of 95%."),
            indicator("HB 1"),
            value("HB 1", "actual", "89.6%"),
            value("HB 1", "target", "95%"),
        ),
        (
            Passage(4, "Berths let by the season (HB 1) stand at 89.6% against a target of 95%."),
            Passage(4, "HB 1 has a target of 95%; at the quays it is 97%, at the docks 70%."),
            indicator("HB 1"),
            value("HB 1", "actual", "89.6%"),
            value("HB 1", "target", "95%"),
        ),
    ),
    Case(
        "quoted_score",
        {"HR-1", "HR-2"},
        (
            Passage(4, "Risk HR-1 is now scored 20. HR-2 has increased from 9 to 16."),
            risk("HR-1", score="12", inherent_score="16"),
            risk("HR-2", score="9"),
        ),
        (
            Passage(4, "Risk HR-1 is now scored 12. HR-2 was brought down from 16 to 9 in 20 weeks."),
            Passage(5, "HR-1 was rated in 2031, HR-2 scores 9 or 16"),
            risk("HR-1", score="12"),
            risk("HR-2", score="9"),
        ),
    ),
    Case(
        "quoted_rating",
        {"HB 1"},
        (Passage(4, "Berths let by the season is rated Amber in 2031."), indicator("HB 1", rag="Red")),
        (
            Passage(4, "HB 1 is rated Red. HB 1 was green in 2031, and will be amber; HB 1 is amber or red"),
            indicator("HB 1", rag="Red"),
        ),
    ),
    Case(
        "quoted_progress",
        {"HD A1"},
        (Passage(4, "The quay (HD A1) is 80% complete."), action("HD A1", extra=(("% complete", "50%"),))),
        (Passage(4, "The quay (HD A1) is 50% complete."), action("HD A1", "Build the quay – 50% complete")),
    ),
    Case(
        "text_adds_up",
        {"complete", "overdue"},
        (Passage(4, "There are nine agreed actions: 4 complete, 3 on track and 3 overdue."),),
        (
            Passage(4, "There are ten agreed actions: 4 complete, 3 on track and 3 overdue."),
            Passage(4, "Two KPIs are rated Green for the quarter, three are Amber and one is Red."),
            Passage(
                4,
                "Of 12 risks four are red, two amber. Of 12 actions 5 are Red, 4 Amber, 2 Green and 1 done",
            ),
        ),
    ),
    Case(
        "text_against_tables",
        {"Green", "Amber"},
        (
            Passage(2, "Of the five measures, three are green, one is amber and one red."),
            *(indicator(text=f"Depth of basin {n}", rag=rag) for n, rag in enumerate(AS_COUNTED)),
            sheet("Colour|Measures", "Green|2", "Amber|2", "Red|1"),
        ),
        (
            Passage(2, "Of the five measures, two are green, two are amber and one red."),
            Passage(2, "Of the nine measures, seven are green and two are amber."),
            *(indicator(text=f"Depth of basin {n}", rag=rag) for n, rag in enumerate(AS_COUNTED)),
        ),
    ),
    Case(
        "text_percentage",
        {"page 4"},
        (Passage(4, "Of the plan 14 of 20 actions (75%) are complete."),),
        (
            Passage(
                4,
                "Of the plan 14 of 20 actions (70%) are done, 1 out of 3 (33.3%) is late; 3 of 4 (see 5%).",
            ),
        ),
    ),
    Case(
        "scale_jump",
        {"HB 1"},
        (
            value("HB 1", "actual", "1,245", 2029, value=1245.0),
            value("HB 1", "actual", "1.31", 2030),
            value("HB 1", "actual", "1,290", 2031, value=1290.0),
        ),
        (
            *(value("HB 1", "actual", f, year) for year, f in ((2029, "12"), (2030, "1"), (2031, "13"))),
            *(value("HB 2", "actual", f, year) for year, f in ((2029, "120"), (2030, "11"), (2031, "17"))),
            value("HB 3", "actual", "1.2%"),
            value("HB 3", "benchmark", "12%"),
            value("HB 3", "target", "1.3%"),
        ),
    ),
    Case(
        "direction_against_values",
        {"HB 3"},
        (*moving("HB 1", 40, 50), *moving("HB 2", 60, 70), *moving("HB 3", 80, 70)),
        (*moving("HB 1", 40, 50), *moving("HB 2", 70, 60), *moving("HB 3", 80, 70)),
    ),
    Case(
        "level_against_score",
        {"HR-1"},
        tuple(risk(f"HR-{n}", score=s, priority=p) for n, (s, p) in enumerate(LEVELS)),
        tuple(risk(f"HR-{n}", score=s, priority=p) for n, (s, p) in enumerate(LEVELS) if n != 1),
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
        "heat_map",
        {"HR-3"},
        (*register("12", "12"), risk("HR-3", likelihood="2", impact="1"), *HEAT_MAP),
        (*register("12", "12"), risk("HR-3", likelihood="2", impact="3"), *HEAT_MAP),
    ),
    Case(
        "misprint",
        {"Rewnewable Harbour", "Renewable Harbour"},
        (
            sheet("Theme", "Rewnewable Harbour", header_rows=0),
            *(sheet("Theme", "Renewable Harbour", header_rows=0) for _ in range(3)),
        ),
        (
            Passage(2, "They would retain the quay, which would remain. Причалы сдаются and Причала сдаются"),
            sheet("Theme", "Organise Harbour", "Improved Harbour", "contact Harbour"),
            *(sheet("Theme", "Organize Harbour", "Improves Harbour", "contract Quay") for _ in range(3)),
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
