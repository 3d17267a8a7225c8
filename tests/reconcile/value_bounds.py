"""Bounds of the checks of values, ratings, scores and sums."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from reconcile.bounds import Bound, columns, over, rated, rating, wanted
from reconcile.cases import Rows, moving, register
from reconcile.invented import LOWER, UPPER, action, indicator, risk, sheet, value

from agendapack.extract.reconcile import Passage

KEEP = ("S1|10|17|7", "S2|20|27|7", "S3|30|37|7")
NOUGHTS = ("S4|40|40|0", "S5|11|11|0")
BREAK = "Pilots|80|95|25"


def counted(*rows: str) -> Rows:
    return (sheet("Area | Green | Amber | Total", *rows),)


def in_group(name: str) -> Rows:
    return (
        sheet("Area | Green | Red", "Docks | 2 | 0", f"{name} | 1 | 2"),
        *(indicator(f"HB {n}", plan="Docks", rag="Green") for n in (1, 2)),
        *(indicator(f"HB {n}", plan=name, rag=rag) for n, rag in ((3, "Green"), (4, "Red"))),
    )


def valued(name: str) -> Rows:
    return (
        value("", "target", "0.7%", definition=name),
        value("", "target", "0.75%", plan=LOWER, definition=name),
    )


def swapped(label: str, figure: str, sentence: str) -> Rows:
    return sheet("Measure | 2031", f"{label} | {figure}", "Boats | 3"), Passage(2, sentence)


LET = "Berths let by the season"


def spot(ref: str, likelihood: int, impact: int) -> object:
    return risk(ref, likelihood=str(likelihood), impact=str(impact))


def heat(steps: int, wrong: Iterable[str] = ("HR-3",)) -> Rows:
    """A map on which two risks stand where their rows say, and others do not."""
    scale = range(1, steps + 1)
    empty = " | " * (steps - 2)
    rows = {n: f"{n} | | {empty}" for n in scale}
    rows[1] = f"1 | | HR-1 HR-2 {empty}"
    rows[2] = f"2 | | {' '.join(wrong)} {empty}"
    entry = sheet(" | " + " | ".join(map(str, scale)), *(rows[n] for n in reversed(scale)), header_rows=0)
    return entry, spot("HR-1", 1, 2), spot("HR-2", 1, 2), *(spot(ref, 9, 9) for ref in wrong)


def without_unit(text: str) -> Rows:
    return value("HB 1", "outturn", text), value("HB 1", "target", "80%", 2032)


def percent(text: str, other: str) -> Rows:
    return value("HB 1", "outturn", other), value("HB 1", "target", text, 2032)


def shares(*rows: str) -> Rows:
    return (sheet("Crew|No.|%", *rows),)


def crews(*rows: str) -> Rows:
    """Shares of a total beside which another is printed."""
    return (sheet("Crew|Old|No.|%", *rows),)


PRODUCTS = ("HR-1|3|4|12", "HR-2|2|4|8", "HR-3|3|3|9")


def years(*texts: str) -> Rows:
    return tuple(
        value("HB 1", "actual", text, 2029 + n, value=float(text.replace(",", "")))
        for n, text in enumerate(texts)
    )


def shifted(agreeing: int) -> Rows:
    """One figure that two plans have under different years, and others that agree."""
    return (
        value("HB 1", "outturn", "38.4%"),
        value("HB 1", "outturn", "38.4%", 2030, LOWER),
        *(
            value(f"HB {n}", "outturn", "4.5%", plan=plan)
            for n in range(2, 2 + agreeing)
            for plan in (UPPER, LOWER)
        ),
    )


def aimed(months: int) -> Rows:
    """A target of so many months that stands under different years in two plans."""
    return tuple(
        replace(v, period_end=date(v.period_start.year + (months + 2) // 12, (months + 2) % 12 + 1, 28))
        for v in (value("HB 1", "target", "38.4%"), value("HB 1", "target", "38.4%", 2030, LOWER))
    )


def coloured(*rows: str, states: tuple[str, ...]) -> Rows:
    return sheet("Colour|Actions", *rows), *(action(status=s) for s in states)


def totalled(heading: str, total: str) -> Rows:
    return (sheet("Service|£m", f"{heading}|", "Tugs|2", f"{total}|2"),)


def money(*rows: str, title: str = "Harbour money") -> Rows:
    return (sheet("Service|Plan|Now", *rows, title=title),)


def targets(alike: int) -> Rows:
    """A target that is printed many times, and otherwise at last."""
    same = (value("HB 1", "target", "0.7%") for _ in range(alike))
    return *same, value("HB 1", "target", "0.75%", plan=LOWER)


def known_name(name: str) -> Rows:
    """Values of an indicator, of which one knows it by its name alone."""
    return (
        indicator("HB 1", name),
        value("", "target", "0.7%", definition=name),
        value("HB 1", "target", "0.75%", plan=LOWER, definition=name),
    )


def under_titles(rows: int) -> Rows:
    over = [f"Ratings {n} | | |" for n in range(rows)]
    return (sheet(*over, "Area | Green | Amber | Total", "Dock | 5 | 1 | 6", "Quays | 2 | 1 | 4"),)


BOUNDS = [
    Bound(
        "total_down",
        "MIN_LISTED",
        (sheet("Item|£", "Ropes|1,940", "Sails|1,275", "Masts|610", "Total|3,925"),),
        (sheet("Item|£", "Ropes|1,940", "Sails|1,275", "Total|3,225"),),
    ),
    Bound(
        "total_across", "MIN_ROWS", over(*KEEP, *NOUGHTS, BREAK), over(*KEEP[:2], *NOUGHTS, "S6|9|9|0", BREAK)
    ),
    Bound(
        "total_across",
        "MOST_KEEP",
        over(*KEEP, *NOUGHTS, BREAK),
        over(*KEEP, *NOUGHTS, BREAK, "Cranes|60|80|26"),
    ),
    Bound(
        "total_across",
        "MAX_COLUMNS",
        over(*KEEP, *NOUGHTS, BREAK, more=9),
        over(*KEEP, *NOUGHTS, BREAK, more=10),
    ),
    Bound(
        "counts_add_up",
        "MOST_WRONG",
        counted("Dock | 5 | 1 | 6", "Quays | 2 | 1 | 4"),
        counted("Dock | 5 | 1 | 6", "Quays | 2 | 1 | 4", "Tugs | 3 | 3 | 9"),
    ),
    Bound("counts_of_groups", "MIN_NAME", in_group("Mole"), in_group("Bay")),
    Bound("different_value", "MIN_WORDS", valued("Berths let yearly"), valued("Berths let")),
    Bound(
        "digits_swapped",
        "MIN_DIGITS",
        swapped(LET, "8.6%", f"{LET} stood at 6.8% now"),
        swapped(LET, "86%", f"{LET} stood at 68% now"),
    ),
    Bound(
        "digits_swapped",
        "WORDS_A_FIGURE",
        swapped("Eels", "98.6%", "Eels reached 96.8%"),
        swapped("Eels", "98.6%", "Eels 96.8%"),
    ),
    Bound(
        "digits_swapped",
        "MIN_SHARED",
        swapped(LET, "98.6%", "Berths let were 96.8% here"),
        swapped(LET, "98.6%", "Berths there were 96.8% here"),
    ),
    Bound(
        "direction_against_values",
        "MOST_ODD",
        (*moving("HB 1", 40, 50), *moving("HB 2", 60, 70), *moving("HB 3", 80, 70)),
        (*moving("HB 1", 40, 50), *moving("HB 2", 80, 70)),
    ),
    Bound(
        "total_down",
        "MIN_ADDENDS",
        money("Tugs|5|3", "Locks|1|1", "Total|6|7"),
        money("Tugs|5|3", "Total tugs|5|5"),
    ),
    Bound(
        "total_down",
        "MIN_TITLES",
        money("Tugs|5|3", "Locks|1|1", "|Last year|", "Total|6|7"),
        money("Tugs|5|3", "Locks|1|1", "|Last year|This year", "Total|6|7"),
    ),
    Bound(
        "total_down",
        "MAX_TITLE",
        money("Tugs|5|3", "Locks|1|1", "Total|6|7", title="x" * 80),
        money("Tugs|5|3", "Locks|1|1", "Total|6|7", title="x" * 81),
        f"{'x' * 80}: Total",
        f"{'x' * 81}: Total",
    ),
    Bound("different_value", "MOST_PAIRED", targets(11), targets(12)),
    Bound("different_value", "MIN_NAME", known_name("Berths let"), known_name("Berths")),
    Bound(
        "counts_add_up",
        "MIN_COLOURS",
        counted("Dock | 5 | 1 | 6", "Quays | 2 | 1 | 4"),
        (sheet("Area | Green | Total", "Dock | 5 | 5", "Quays | 2 | 4"),),
    ),
    Bound("counts_add_up", "MAX_HEAD", under_titles(2), under_titles(3)),
    Bound("heat_map", "MIN_STEPS", heat(3), heat(2)),
    Bound("heat_map", "SOME_AGREE", heat(3, ("HR-3", "HR-4")), heat(3, ("HR-3", "HR-4", "HR-5"))),
    Bound("missing_unit", "ALIKE", without_unit("20"), without_unit("16")),
    Bound("percent_beyond", "TIMES_TOO_LARGE", percent("990%", "99%"), percent("980%", "99%")),
    Bound(
        "percentages",
        "MIN_FIT",
        shares("Quays|50|50", "Tugs|30|30", "Docks|12|12", "Pilots|8|18"),
        shares("Quays|50|50", "Tugs|30|30", "Pilots|20|25"),
    ),
    Bound(
        "percentages",
        "MIN_FIT_PRINTED",
        shares("Quays|4|50%", "Tugs|2|25%", "Pilots|2|30%", "Total|8|100%"),
        shares("Quays|4|50%", "Tugs|2|26%", "Pilots|2|30%", "Total|8|100%"),
    ),
    Bound(
        "percentages",
        "MIN_FIT_PRINTED of another total",
        crews("Quays|1|10|20", "Tugs|1|20|40", "Docks|1|5|10", "Pilots|1|10|25", "Total|40|50|100"),
        crews("Quays|1|10|20", "Tugs|1|20|40", "Docks|1|5|11", "Pilots|1|10|25", "Total|40|50|100"),
    ),
    Bound(
        "printed_products",
        "MIN_KEPT",
        columns(*PRODUCTS, "HR-4|3|5|16"),
        columns(*PRODUCTS[:2], "HR-3|1|3|3", "HR-4|3|5|16"),
    ),
    Bound(
        "printed_products",
        "MOST_KEPT",
        columns(*PRODUCTS, "HR-4|3|5|16"),
        columns(*PRODUCTS, "HR-4|3|5|16", "HR-5|2|5|11"),
    ),
    Bound(
        "printed_products",
        "HIGHEST",
        columns(*PRODUCTS, "HR-4|3|5|16", "HR-5|10|2|20"),
        columns(*PRODUCTS, "HR-4|3|5|16", "HR-5|11|2|22"),
    ),
    Bound("rag_against_value", "MOST_AGREE", rated(*["Green"] * 4, "Amber"), rated(*["Green"] * 3, "Amber")),
    Bound(
        "rag_against_value",
        "MIN_RATED",
        (*rated("Green", "Green", "Amber"), *rated(*["Green"] * 3, table="t5", first=4)),
        rated("Green", "Green", "Amber"),
    ),
    Bound(
        "rag_against_value",
        "PLAIN",
        (*rated("Green"), *rating("HB 2", "Green", "84%")),
        (*rated("Green"), *rating("HB 2", "Green", "86%")),
    ),
    Bound("rag_against_value", "SOME_AGREE", rated("Green", "Red"), rated("Green", "Red", "Red")),
    Bound(
        "rag_against_value",
        "LARGE_SHARE",
        (*rated("Green"), *rating("HB 2", "Green", "40%", "60%")),
        (*rated("Green"), *rating("HB 2", "Green", "40%", "59%")),
    ),
    Bound("risk_score", "MOST_MULTIPLY", register("12", "16"), register("12", "13", "14")),
    Bound(
        "same_figures",
        "MIN_DIGITS",
        (value("HB 1", "outturn", "45.7%"), value("HB 2", "target", "45.7%", 2032)),
        (value("HB 1", "outturn", "4.5%"), value("HB 2", "target", "4.5%", 2032)),
    ),
    Bound("scale_jump", "MIN_OTHERS", years("1,245", "1.31", "1,290"), years("1,245", "1.31")),
    Bound("scale_jump", "ONE_SIZE", years("1,000", "1.2", "1,500"), years("1,000", "1.2", "1,600")),
    Bound("scale_jump", "NEAR", years("1,000", "1.14", "1,000"), years("1,000", "1.2", "1,000")),
    Bound("scale_jump", "MIN_DIGITS", years("10", "1.1", "11"), years("10", "1", "11")),
    Bound("shifted_period", "MIN_SHIFTED", shifted(1), shifted(2)),
    Bound("shifted_period", "YEAR", aimed(12), aimed(8)),
    Bound(
        "summary_counts",
        "MIN_COLOURS",
        coloured(
            "Green|2", "Amber|1", "Complete|1", "Red|3", states=("Complete", "Green", "Green", "Amber", "Red")
        ),
        coloured("Green|2", "Amber|1", "Red|3", states=("Green", "Green", "Amber", "Red")),
    ),
    Bound(
        "summary_counts",
        "MAX_WRONG",
        coloured(
            "Green|2", "Amber|1", "Complete|1", "Red|3", states=("Complete", "Green", "Green", "Amber", "Red")
        ),
        coloured(
            "Green|2",
            "Amber|1",
            "Complete|1",
            "Red|3",
            "Overdue|2",
            states=("Complete", "Green", "Green", "Amber", "Red"),
        ),
    ),
    Bound("target_worse", "MIN_WORSE", wanted("47%"), wanted("48%")),
    Bound("target_worse", "LONGER", wanted("30%"), wanted("30%", 8)),
    Bound(
        "total_label",
        "ALMOST",
        totalled("Quays & Moorings", "Quay & Moorings Total"),
        totalled("Tugs & Moorings", "Quay & Moorings Total"),
    ),
    Bound(
        "total_label",
        "MIN_WORDS",
        totalled("Quays & Moorings of harbour", "Quay & Moorings Total"),
        totalled("Quays Moorings of harbour", "Quay Moorings Total"),
    ),
    Bound(
        "thousand_fold",
        "MAX_MISPRINTS",
        (sheet("Service|£m", "Quays|16,880", "Tugs|4,402", "Docks|3,100", "Moles|1.500", "Total|25.882"),),
        (
            sheet(
                "Service|£m",
                "Quays|16,880",
                "Tugs|4,402",
                "Docks|3,100",
                "Moles|1,500",
                "Locks|1.000",
                "Total|26.882",
            ),
        ),
    ),
]
