"""Bounds of the checks of texts."""

from __future__ import annotations

from reconcile.bounds import Bound, indicators
from reconcile.cases import Rows, series
from reconcile.invented import indicator, sheet, source

from agendapack.extract.model import AgendaItem, TableEntry
from agendapack.extract.reconcile import Passage


def bounded(spaces: int) -> Rows:
    text = f"Over{' ' * spaces}£3.5m"
    return (sheet("Place | Risk | Cause | Cost £m", f"Tugs | Old | {text} | 3.2", "Quay | Low | Rust | 7"),)


def cause(text: str) -> Rows:
    return (
        sheet("Place | Risk | Cause | Cost £m", f"Fees | {text} | £12.75m | 14.2", "Quay | Low | Rust | 7"),
    )


def labels(*names: str) -> Rows:
    return (sheet("Limit | £", *(f"{name} | {n}" for n, name in enumerate(names, 3))),)


def many_labels(between: int) -> Rows:
    return labels("Harbour Berths", *(f"Q{n} Berths" for n in range(between)), "Harbouring Berths")


EIGHT = "dredge basin mark channel train pilot paint bollard"
MORE = " each winter under heavy storm"


def of_quarter(title: str, page: int = 1) -> Rows:
    return (
        Passage(page, title),
        Passage(9, "This report sets out how the harbour did in the second quarter. Ships came."),
    )


TITLE = "Harbour performance report – Quarter 3 2030/31"


def titled(words: int) -> str:
    return " ".join(["of"] * (words - len(TITLE.split())) + [TITLE])


def covers(quarter: str) -> Rows:
    return (Passage(2, f"This report covers {quarter}."),)


def holding(rows: int, number: str) -> Rows:
    return *series(*range(1, rows + 1)), Passage(
        2, f"The plan contains {number} priority actions for the year."
    )


def timed(name: str) -> Rows:
    return (
        indicator(text=name, extra=(("Timescale", "2031"),)),
        indicator(text=name, extra=(("Timescale", "2033"),), table="t9"),
    )


def budget(*rows: str) -> TableEntry:
    return sheet("Service | Budget", *rows)


AGREED = ("Tugs | 30", "Pilots | 12", "Moles | 8")


def many_tables(between: int) -> Rows:
    """Tables with the same rows, and another at the end that has one of them otherwise."""
    same = (budget(*AGREED, "Dredging | 45") for _ in range(between + 1))
    return *same, budget(*AGREED, "Dredging | 54")


def stages(*rows: str) -> Rows:
    return (sheet("Stage | Start | Finish", *rows),)


BOUNDS = [
    Bound("amount_in_own_row", "LEAD", bounded(21), bounded(20)),
    Bound(
        "amount_in_own_row",
        "NAME_WORDS",
        cause("a b c d e f g h"),
        cause("a b c d e f g h i"),
        "a b c d e f g h",
        "a b c d e f g h i",
    ),
    Bound(
        "item_titles",
        "MIN_STEMS",
        (AgendaItem(source(1), "7", "Harbour fees"), Passage(4, "Item 7: Dredging moles")),
        (AgendaItem(source(1), "7", "Fees"), Passage(4, "Item 7: Dredging moles")),
    ),
    Bound(
        "label_forms",
        "STEM",
        labels("Harbour Berths", "Harbouring Berths"),
        labels("Anchor Berths", "Anchorage Berths"),
    ),
    Bound(
        "label_forms",
        "ENDING",
        labels("Harbour Berths", "Harbouring Berths"),
        labels("Harbour Berths", "Harbourless Berths"),
    ),
    Bound("label_forms", "MOST_FORMS", many_labels(18), many_labels(19)),
    Bound(
        "nearly_same_indicator",
        "MIN_STEMS",
        indicators(EIGHT, EIGHT.replace("bollard", "bolard") + MORE),
        indicators(EIGHT[7:], EIGHT[7:].replace("bollard", "bolard") + MORE),
    ),
    Bound(
        "nearly_same_indicator",
        "LEFT_OUT",
        indicators(EIGHT, EIGHT.replace("bollard", "bolard") + MORE),
        indicators(EIGHT, EIGHT.replace("bollard", "bolard").replace("channel", "chanel") + MORE[:-6]),
    ),
    Bound(
        "nearly_same_indicator",
        "MOST_MORE",
        indicators(EIGHT, EIGHT.replace("bollard", "bolard") + MORE),
        indicators(EIGHT, EIGHT.replace("bollard", "bolard") + MORE + " tide"),
    ),
    Bound(
        "points_of_number",
        "LEAD",
        (Passage(2, f"HB 2:{' ' * 55}12 ships (1 percentage point)"),),
        (Passage(2, f"HB 2:{' ' * 56}12 ships (1 percentage point)"),),
        "HB 2",
    ),
    Bound(
        "number_left_out",
        "MIN_SERIES",
        tuple(Passage(2, f"3.{n} The quay is open.") for n in (1, 2, 4)),
        tuple(Passage(2, f"3.{n} The quay is open.") for n in (1, 3)),
    ),
    Bound(
        "repeated_head",
        "MIN_PERIODS",
        (sheet("Berths|2030/31|2031/32|2031/32|2033/34", "Let|1|2|3|4"),),
        (sheet("Berths|2030/31|2031/32|2031/32", "Let|1|2|3"),),
    ),
    Bound("report_period", "FRONT_PAGES", of_quarter(TITLE, 3), of_quarter(TITLE, 4)),
    Bound("report_period", "TITLE_WORDS", of_quarter(titled(16)), of_quarter(titled(17))),
    Bound("report_period", "OLDEST_DAYS", covers("Quarter 1 2030/31"), covers("Quarter 2 2030/31")),
    Bound("rows_counted", "MOST_OFF", holding(5, "seven"), holding(5, "eight")),
    Bound("rows_counted", "MIN_ROWS", holding(4, "five"), holding(3, "four")),
    Bound(
        "same_indicator_otherwise",
        "MIN_WORDS",
        timed("Berths let by the whole season"),
        timed("Berths let by the season"),
    ),
    Bound(
        "same_row_elsewhere",
        "MOST_APART",
        (budget(*AGREED, "Dredging | 45"), budget(*AGREED, "Dredging | 54")),
        (budget(*AGREED[:2], "Dredging | 45"), budget(*AGREED[:2], "Dredging | 54")),
    ),
    Bound("same_row_elsewhere", "MOST_TABLES", many_tables(18), many_tables(19)),
    Bound(
        "start_and_end",
        "MIN_KEPT",
        stages(
            "Design | May 2031 | June 2031", "Dredge | July 2032 | Mar 2032", "Open | Oct 2032 | Dec 2032"
        ),
        stages("Design | May 2031 | June 2031", "Dredge | July 2032 | Mar 2032"),
    ),
    Bound(
        "weekday",
        "INITIALS",
        (Passage(2, "Open on Saturday 25 May 2031"),),
        (Passage(2, "Open on Sun. 25 May 2031"),),
    ),
]
