"""Cases of values, ratings, scores and sums."""

from __future__ import annotations

from dataclasses import replace

from reconcile.cases import Case, Rows, moving, rated, register
from reconcile.invented import LOWER, action, indicator, risk, sheet, value

from agendapack.extract.model import IndicatorValue
from agendapack.extract.reconcile import Passage

LEVELS = (("16", "High"), ("15", "Low"), ("10", "Medium"), ("8", "Medium"), ("4", "Low"))


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


def of_quarter(rows: Rows, name: str) -> Rows:
    """The same with what was reached in a quarter of which the table prints no year."""
    undated = {"period": name, "period_start": None, "period_end": None}
    reached = (row for row in rows if isinstance(row, IndicatorValue) and row.measure == "actual")
    instead = {id(row): replace(row, **undated) for row in reached}
    return tuple(instead.get(id(row), row) for row in rows)


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
        (
            value("HB 1", "outturn", "12000"),
            value("HB 1", "target", "93.4%", 2032),
            replace(value("HB 2", "outturn", "89"), label="In time"),
            replace(value("HB 2", "outturn", "93.4%"), label="In time %"),
        ),
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
        "rag_against_value",
        {"HB 4"},
        of_quarter(rated("Green", "Green", "Green", "Green", "Red", floor=False), "Quarter 2"),
        of_quarter(rated("Green", "Green", "Green", "Green", "Red", floor=False), ""),
    ),
    Case(
        "total_label",
        {"Quays & Moorings", "Quay & Moorings"},
        (sheet("Service|£m", "Quays & Moorings|", "Tugs|2", "Quay & Moorings Total|2"),),
        (sheet("Service|£m", "Quays & Moorings|", "Tugs|2", "Quays and Moorings Total|2"),),
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
        {"Net cost", "Harbour money: Net cost", "Total", "All of it: Total", "Turned: Total"},
        (
            sheet("Service|Plan|Now", "Quays|4310|4402", "Tugs|7125|7125", "Net cost|11435|11627"),
            sheet("Item|£", "Ropes|1,940", "Sails|1,275", "Masts|610", "Total|3,925", title="All of it"),
            sheet(
                "Item|£m|Of it",
                "Ropes|9.4|27%",
                "Sails|16.7|49%",
                "Oil|8.2|24%",
                "Total|33.4|100%",
                title="Turned",
            ),
        ),
        (
            sheet("Service|Plan|Now", "Quays|4310|4402", "Tugs|7125|7125", "Net cost|11435|11528"),
            sheet("Item|£", "Ropes|1,940", "Sails|1,275", "Masts|610", "Total|3,918"),
            sheet("Item|£", "Ropes|1,940", "Sails|1,275", "Masts|n/a", "Total|3,225"),
            sheet("Item|£", "Ropes|1,940", "Sails|1,275", "Masts|610", "Oars|3,925"),
        ),
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
        "heat_map",
        {"HR-3"},
        (*register("12", "12"), risk("HR-3", likelihood="2", impact="1"), *HEAT_MAP),
        (*register("12", "12"), risk("HR-3", likelihood="2", impact="3"), *HEAT_MAP),
    ),
]
