"""Cases of wordings, headings and names."""

from __future__ import annotations

from reconcile.cases import JUNE, LATER, MARCH, Case, initials, twice
from reconcile.invented import LOWER, action, indicator, risk, sheet, table

from agendapack.extract.reconcile import Passage

KEY = Passage(3, "AB – Ada Boat CD – Cy Dock EF – Eve Fender")

CASES = [
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
        "register_elsewhere",
        {"QR 07"},
        (action("HD A1", "Dredge, which mitigates risk QR 07"),),
        (action("HD A1", "Dredge, which mitigates risk HR-1"), risk("HR-1")),
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
]
