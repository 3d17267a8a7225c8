"""Both sides of each bound of a check: rows at it, of which it tells, and rows just beyond it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import product
from string import ascii_lowercase

from reconcile.cases import (
    GREEN_ENOUGH,
    JUNE,
    LATER,
    MARCH,
    Rows,
    initials,
    moving,
    register,
    series,
    twice,
    under,
)
from reconcile.invented import LOWER, UPPER, action, indicator, risk, sheet, source, value

from agendapack.extract.model import AgendaItem, TableEntry
from agendapack.extract.reconcile import Passage


@dataclass(frozen=True)
class Bound:
    """Rows that a check tells of and rows that it passes over; of one ref where others are told too."""

    check: str
    bound: str
    told: Rows
    silent: Rows
    ref: str = ""
    other: str = ""
    """The ref that is not told beyond the bound, where it is another."""


def board(times: int) -> Rows:
    """An abbreviation with letters out of order, and the name before it, stretched by small words."""
    name = f"Harbour {'the ' * times}Quays and Moorings Board"
    return Passage(2, f"{name} (HQBM)"), Passage(3, "the HQMB met")


def over(*rows: str, more: int = 0) -> Rows:
    """A table whose third column is the second less the first, with other columns behind."""
    others = [
        "".join(f"|{1000 * c + 37 * r * r + 13 * r * c % 97}" for c in range(1, more + 1)) for r in range(9)
    ]
    head = "Service|Plan|Now|Over" + "".join(f"|A{c}" for c in range(1, more + 1))
    return (sheet(head, *(row + other for row, other in zip(rows, others, strict=False))),)


KEEP = ("S1|10|17|7", "S2|20|27|7", "S3|30|37|7")
NOUGHTS = ("S4|40|40|0", "S5|11|11|0")
BREAK = "Pilots|80|95|25"


def bounded(spaces: int) -> Rows:
    text = f"Over{' ' * spaces}£3.5m"
    return (sheet("Place | Risk | Cause | Cost £m", f"Tugs | Old | {text} | 3.2", "Quay | Low | Rust | 7"),)


def cause(text: str) -> Rows:
    return (
        sheet("Place | Risk | Cause | Cost £m", f"Fees | {text} | £12.75m | 14.2", "Quay | Low | Rust | 7"),
    )


def counted(*rows: str) -> Rows:
    return (sheet("Area | Green | Amber | Total", *rows),)


def in_group(name: str) -> Rows:
    return (
        sheet("Area | Green | Red", "Docks | 2 | 0", f"{name} | 1 | 2"),
        *(indicator(f"HB {n}", plan="Docks", rag="Green") for n in (1, 2)),
        *(indicator(f"HB {n}", plan=name, rag=rag) for n, rag in ((3, "Green"), (4, "Red"))),
    )


def due_again(text: str) -> Rows:
    return action("HD A001", due=MARCH), action("HD A001", text, due=JUNE, page=4, table="t2")


def valued(name: str) -> Rows:
    return (
        value("", "target", "0.7%", definition=name),
        value("", "target", "0.75%", plan=LOWER, definition=name),
    )


def swapped(label: str, figure: str, sentence: str) -> Rows:
    return sheet("Measure | 2031", f"{label} | {figure}", "Boats | 3"), Passage(2, sentence)


LET = "Berths let by the season"


def headed(heading: str, cited: str, meant: str = "Train all pilots to use the new charts") -> Rows:
    return (
        action("HD A001", cited),
        action("HD A002", meant),
        action(
            "HQ A1",
            "Begin",
            LOWER,
            divisional_objective=f"{heading} (ref: HD A001)",
            parent_refs=("HD A001",),
        ),
    )


def two_headings(other: str) -> Rows:
    return (
        under("HQ A1", "Dredge basins, mark channels (ref: HD A007)", "HD A007"),
        under("HQ A2", f"{other} (ref: HD A007)", "HD A007"),
    )


def citing_headings(*numbers: int) -> Rows:
    """Headings under an outcome that cite an action, and one that cites none."""
    cited = [(f"HQ A{n}", f"Aim {n}", (f"HD A{n}",)) for n in numbers]
    return tuple(
        action(ref, plan=LOWER, corporate_outcome="Safe", divisional_objective=heading, parent_refs=parents)
        for ref, heading, parents in (*cited, ("HQ A9", "Promote knots", ()))
    )


def reworded(heading: str) -> Rows:
    return (
        action("HD A001", "Dredge the inner basin and mark the channel"),
        action(
            "HQ A1",
            "Begin",
            LOWER,
            divisional_objective=f"{heading} (ref: HD A001)",
            parent_refs=("HD A001",),
        ),
    )


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


def renamed(one: str, other: str, *pairs: str) -> Rows:
    """One indicator under two names, and others that stand in both tables under one."""
    return (*twice(*pairs), indicator(text=one, rag="Red"), indicator(text=other, rag="Red", table="t9"))


PAIRS = ("Berths let by the season", "Ropes replaced in time")


def labels(*names: str) -> Rows:
    return (sheet("Limit | £", *(f"{name} | {n}" for n, name in enumerate(names, 3))),)


def many_labels(between: int) -> Rows:
    return labels("Harbour Berths", *(f"Q{n} Berths" for n in range(between)), "Harbouring Berths")


def cited(*numbers: int) -> Rows:
    return tuple(action(f"HD A{n}", f"Dredge (measure QB {n})") for n in numbers)


def misprinted(odd: str, *usual: str) -> Rows:
    return tuple(sheet("Theme", text, header_rows=0) for text in (odd, *usual))


def company(others: int) -> Rows:
    """A name printed beside many other words before it is printed beside the word that the slip has."""
    words = (f"{a}{b}" for a, b in product(ascii_lowercase, repeat=2))
    beside = [f"Anchor {word}" for word, _ in zip(words, range(others), strict=False)]
    return misprinted("Amchor Berths", *beside, "Anchor Berths")


def cell_of(length: int) -> str:
    return "Amchor Berths of ".ljust(length, "x")


def without_unit(text: str) -> Rows:
    return value("HB 1", "outturn", text), value("HB 1", "target", "80%", 2032)


def narrated(number: str) -> Rows:
    text = f"Harbour – Two of the {number} indicators met target; there are two Amber and one Red."
    rows = (indicator(text=f"Depth of basin {n}", rag=rag) for n, rag in enumerate(GREEN_ENOUGH))
    return Passage(3, text, replace(ABOVE, bottom=90)), *rows


def captioned(length: int) -> Rows:
    """A text over a table that counts it wrong, and a line between the two."""
    return *narrated("five"), Passage(
        3, "Table of berths ".ljust(length, "x"), replace(ABOVE, top=91, bottom=95)
    )


ABOVE = source().box or None


def nearly(one: str, other: str) -> Rows:
    return action(text=one, due=MARCH), action(text=other, due=LATER, page=4)


SIX = "Dredge basin mark channel train pilots"


def indicators(one: str, other: str) -> Rows:
    return indicator(text=one), indicator(text=other, table="t9")


EIGHT = "dredge basin mark channel train pilot paint bollard"
MORE = " each winter under heavy storm"


def own_table(own: int, elsewhere: int) -> Rows:
    refs = [f"HB {n}" for n in range(own + elsewhere)]
    plans = [LOWER] * own + [UPPER] * elsewhere
    rows = (indicator(ref, plan=plan) for ref, plan in zip(refs, plans, strict=True))
    return action("HQ A1", plan=LOWER, indicator_refs=tuple(refs)), *rows


def taken_up(*refs: str) -> Rows:
    return *series(1, 2, 3, 4), action("HQ A1", plan=LOWER, parent_refs=refs)


def strays(*refs: str) -> Rows:
    """Actions that cite a risk whose entry names the first of them alone."""
    return *(action(ref, risk_refs=("HR-1",)) for ref in refs), risk("HR-1", action_refs=refs[:1])


def leaving(name: str) -> Rows:
    return (
        action("HD A2", officers=(name,)),
        Passage(4, f"{name} has left the authority, and the post is advertised."),
    )


def children(number: int) -> Rows:
    cites = (
        action(f"HQ A{n}", plan=LOWER, parent_refs=("HD A001",), indicator_refs=("PSA 14",))
        for n in range(number)
    )
    return action("HD A001", indicator_refs=("PSA 9",)), *cites


def percent(text: str, other: str) -> Rows:
    return value("HB 1", "outturn", other), value("HB 1", "target", text, 2032)


def shares(*rows: str) -> Rows:
    return (sheet("Crew|No.|%", *rows),)


def crews(*rows: str) -> Rows:
    """Shares of a total beside which another is printed."""
    return (sheet("Crew|Old|No.|%", *rows),)


def officers(*names: str) -> Rows:
    return tuple(action(f"HD A00{n}", officers=(name,)) for n, name in enumerate(names))


def printed(common: str, times: int, odd: str, odd_times: int = 1) -> Rows:
    return tuple(
        Passage(n, f"ask the {name} first") for n, name in enumerate([common] * times + [odd] * odd_times, 1)
    )


BOARD, ODD_BOARD = "Harbour Quays Moorings Board", "Harbour Quay Moorings Board"


def spans(name: str) -> Rows:
    return (
        Passage(2, f"as in the {name} 2031/32 to 2033/34, which"),
        Passage(8, f"see the {name} 2031/32–2032/33."),
    )


def long_plan(words: int) -> Rows:
    name = " ".join([f"Quay{ascii_lowercase[n]}" for n in range(words - 2)] + ["strategic", "plan"])
    return action("HD A1", plan=f"{name} 2031/32 - 2033/34"), Passage(
        2, f"see {name} 2031/32-2032/33 for more"
    )


def carried_over(words: str, page: int = 19) -> Rows:
    return action("HQ A1", plan=LOWER, page=20), Passage(page, f"{words} divisional plan for 2030/31")


def columns(*rows: str) -> Rows:
    return (sheet("Risk|L|I|Score", *rows),)


PRODUCTS = ("HR-1|3|4|12", "HR-2|2|4|8", "HR-3|3|3|9")


def rises(spaces: int) -> Rows:
    return (
        Passage(
            4,
            f"Lettings rose by{' ' * spaces}91.5% in 2031/32 (HB 1) and the quay scheme (HD A1) opens soon.",
        ),
        value("HB 1", "actual", "89.6%"),
        indicator("HB 1"),
        action("HD A1"),
    )


def rating(ref: str, rag: str, actual: str, target: str = "95%", table: str = "t4") -> Rows:
    """A rated indicator of which more is better, if only because so much of it is wanted."""
    return (
        indicator(ref, rag=rag, table=table),
        value(ref, "actual", actual),
        value(ref, "target", target),
    )


def rated(*rags: str, table: str = "t4", first: int = 1) -> Rows:
    """Indicators that have reached their target, each with a rating."""
    its = (rating(f"HB {n}", rag, "97%", table=table) for n, rag in enumerate(rags, first))
    return tuple(row for rows in its for row in rows)


def spelt(usual: int, odd: int) -> Rows:
    return risk("HRS6-1.8"), sheet("Risk", *["HRS6-1.8"] * usual, *["HRS 6-1.8"] * odd)


def numbered(once: int, *twice: int) -> Rows:
    """Rows of which some share their number with another."""
    texts = (
        "Audit the ferry dues",
        "Sell old tugs",
        "Hire more pilots",
        "Clean each buoy",
        "Mend the crane",
        "Let sheds",
    )
    others = ("Paint all bollards yellow", "Go to sea in boats")
    return (
        *(action(f"HD A{n}", texts[n % 6], due=MARCH) for n in range(once)),
        *(action(f"HD A{n}", others[n % 2], due=MARCH) for n in twice),
    )


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


def reviewed(last: str) -> Rows:
    return (risk("HR-1", review_method="Quarterly meetings", last_review=last),)


def now_due(spaces: int) -> Rows:
    return action("HD A1", due=MARCH), Passage(2, f"HD A1{' ' * spaces}now due 30-Jun-2031")


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


def printed_twice(differing: int, alike: int = 0) -> Rows:
    """Actions that two tables print, some with another date."""
    works = (
        "northern steps",
        "western slipway",
        "long breakwater",
        "customs tower",
        "old fish market",
        "sail loft",
    )
    return tuple(
        action(
            text=f"Rebuild the {part} of the quay in stone", due=due if n < differing else MARCH, table=table
        )
        for table, due in (("t1", MARCH), ("t2", JUNE))
        for n, part in enumerate(works[: differing + alike])
    )


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


def stages(*rows: str) -> Rows:
    return (sheet("Stage | Start | Finish", *rows),)


def coloured(*rows: str, states: tuple[str, ...]) -> Rows:
    return sheet("Colour|Actions", *rows), *(action(status=s) for s in states)


def wanted(target: str, first_month: int = 4) -> Rows:
    reached = value("HB 1", "outturn", "50%", definition="Berths achieving the standard")
    return (
        replace(reached, period_start=date(2031, first_month, 1)),
        value("HB 1", "target", target, 2032, definition="Berths achieving the standard"),
    )


def two_titles(one: str, other: str) -> Rows:
    return Passage(3, f"HR0052: {one}"), Passage(9, f"HR0052: {other}")


def totalled(heading: str, total: str) -> Rows:
    return (sheet("Service|£m", f"{heading}|", "Tugs|2", f"{total}|2"),)


def again(rows: int, repeated: int, text: str = "Dredge the inner basin of quay {n} now") -> Rows:
    """Rows of one table of which some are printed again under another ref."""
    first = [action(f"HD A{n}", text.format(n=n)) for n in range(rows - repeated)]
    return *first, *(action(f"HD A{n + 50}", text.format(n=n)) for n in range(repeated))


def cited_risks(cited: int, all_of_them: int) -> Rows:
    refs = [f"HR-{n}" for n in range(all_of_them)]
    return action("HD A001", risk_refs=tuple(refs[:cited])), *map(risk, refs)


def lost_citation(citing: int, lost: tuple[str, ...] = ("HB 9",)) -> Rows:
    text = f"Dredge the basin (HB 1, {', '.join(lost)})"
    return *(action(f"HD A{n}", text) for n in range(1, citing + 1)), indicator("HB 1")


def undefined(known: int, lost: int, citing: int = 1) -> Rows:
    """Indicators that actions cite, of which the last are in no register."""
    refs = tuple(f"HB {n}" for n in range(1, known + lost + 1))
    cites = (action(f"HD A{n}", indicator_refs=refs) for n in range(1, citing + 1))
    return *cites, *map(indicator, refs[:known])


def keyed(key: str) -> Rows:
    return action("HD A001", page=2), initials("AB", "Ada Boat"), initials("XY"), Passage(3, key)


def codes(*rows: str) -> Rows:
    return (sheet("No | Aim", *rows),)


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


def numbered_anew(letters: str, unlike: int, alike: int = 0) -> Rows:
    """Refs of two tables, of which some stand for different things."""
    return (
        *(indicator(f"{letters}{n}", f"Berths let at quay {n}") for n in range(unlike + alike)),
        *(indicator(f"{letters}{n}", f"Count seals {n}", LOWER, table="t9") for n in range(unlike)),
        *(
            indicator(f"{letters}{n}", f"Berths let at quay {n}", LOWER, table="t9")
            for n in range(unlike, unlike + alike)
        ),
    )


def named_far(name: str, dots: int) -> Rows:
    return (action("HD A1", f"Dredge, which mitigates {name}{'.' * dots} QR 07"),)


def quoted(name: str) -> Rows:
    return Passage(4, f"{name} is rated Amber in 2031."), indicator(text=name, rag="Red")


def under_titles(rows: int) -> Rows:
    over = [f"Ratings {n} | | |" for n in range(rows)]
    return (sheet(*over, "Area | Green | Amber | Total", "Dock | 5 | 1 | 6", "Quays | 2 | 1 | 4"),)


def twice_due(text: str) -> Rows:
    return action("HD A001", text, due=MARCH), action("HQ A1", text, LOWER, due=JUNE)


TOLD_TWICE = ("1.2 | Paint", "1.3 | Let", "2.1 | Sell the old tug", "2.1 | Go to sea")

BOUNDS = [
    Bound("acronym", "LETTERS_BEFORE", board(21), board(22)),
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
        "code_lookalike",
        "MIN_RIGHT",
        (sheet("Aim", "HO2", "HO2", "HO1", "H02"),),
        (sheet("Aim", "HO2", "HO1", "H02"),),
    ),
    Bound(
        "counts_add_up",
        "MOST_WRONG",
        counted("Dock | 5 | 1 | 6", "Quays | 2 | 1 | 4"),
        counted("Dock | 5 | 1 | 6", "Quays | 2 | 1 | 4", "Tugs | 3 | 3 | 9"),
    ),
    Bound("counts_of_groups", "MIN_NAME", in_group("Mole"), in_group("Bay")),
    Bound(
        "different_due",
        "SAME_ROW",
        due_again("Dredge the inner basin before the winter"),
        due_again("Dredge the outer channel after the winter"),
    ),
    Bound("different_value", "MIN_WORDS", valued("Berths let yearly"), valued("Berths let")),
    Bound(
        "digits_swapped",
        "MIN_DIGITS",
        swapped(LET, "98.6%", f"{LET} stood at 96.8% now"),
        swapped(LET, "8.6%", f"{LET} stood at 6.8% now"),
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
        "heading_cites_other",
        "CLEARLY_THIS",
        headed("Train all pilots to use the new charts", "Dredge the basin"),
        headed("Train some pilots to read the old charts", "Dredge the basin"),
    ),
    Bound(
        "heading_cites_other",
        "MARGIN",
        headed("Train all pilots to use the new charts", "Train all pilots to read old charts"),
        headed("Train all pilots to use the new charts", "Train all pilots to use new cranes"),
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
    Bound("different_wording", "MOST_UNLIKE", numbered_anew("HB ", 1, 2), numbered_anew("HB ", 1, 1)),
    Bound("different_wording", "MIN_LETTERS", numbered_anew("HB ", 1), numbered_anew("H", 1)),
    Bound("register_elsewhere", "NEAR", named_far("risk", 35), named_far("risk", 36)),
    Bound("quoted_rating", "MIN_WORDS", quoted("Berths let yearly"), quoted("Berths let")),
    Bound(
        "text_adds_up",
        "MIN_PARTS",
        (Passage(4, "There are nine agreed actions: 4 complete and 7 overdue."),),
        (Passage(4, "There are nine agreed actions: 11 overdue."),),
    ),
    Bound(
        "counts_add_up",
        "MIN_COLOURS",
        counted("Dock | 5 | 1 | 6", "Quays | 2 | 1 | 4"),
        (sheet("Area | Green | Total", "Dock | 5 | 5", "Quays | 2 | 4"),),
    ),
    Bound("counts_add_up", "MAX_HEAD", under_titles(2), under_titles(3)),
    Bound(
        "same_action_twice",
        "ENOUGH_WORDS",
        twice_due("Dredge the inner basin now"),
        twice_due("Dredge the inner basin"),
    ),
    Bound(
        "heading_shares_ref",
        "UNLIKE",
        two_headings("Dredge slowly, train pilots"),
        two_headings("Dredge basins, train pilots"),
    ),
    Bound("heading_without_ref", "MOST_CITE", citing_headings(1, 2, 3), citing_headings(1, 2)),
    Bound(
        "heading_wording",
        "STILL_THE_SAME",
        reworded("Dredge some outer basins and paint a channel"),
        reworded("Dig out other basins and paint its walls"),
    ),
    Bound("heat_map", "MIN_STEPS", heat(3), heat(2)),
    Bound("heat_map", "SOME_AGREE", heat(3, ("HR-3", "HR-4")), heat(3, ("HR-3", "HR-4", "HR-5"))),
    Bound(
        "indicator_names",
        "MIN_TWICE",
        renamed("Tugs launched monthly", "Tugs launched monthly anew", *PAIRS),
        renamed("Tugs launched monthly", "Tugs launched monthly anew", PAIRS[0]),
    ),
    Bound(
        "indicator_names",
        "MIN_SHARED",
        renamed("Tugs launched monthly", "Tugs launched monthly anew", *PAIRS),
        renamed("Tugs launched", "Tugs launched anew", *PAIRS),
    ),
    Bound(
        "indicator_names",
        "MOST_SHARED",
        renamed("Tugs launched monthly before noon", "Tugs launched monthly after dark", *PAIRS),
        renamed(
            "Tugs launched monthly before noon today", "Tugs launched monthly after dark tomorrow", *PAIRS
        ),
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
    Bound("gap_in_citations", "MIN_CITED", cited(1, 2, 3, 5, 6, 7), cited(1, 2, 3, 5, 6)),
    Bound(
        "misprint",
        "MIN_LETTERS",
        misprinted("Amchor Zone", *["Anchor Zone"] * 3),
        misprinted("Qiays Zone", *["Quays Zone"] * 3),
    ),
    Bound(
        "misprint",
        "RARER",
        misprinted("Amchor Zone", *["Anchor Zone"] * 3),
        misprinted("Amchor Zone", *["Anchor Zone"] * 2),
    ),
    Bound(
        "misprint",
        "ENDING",
        misprinted("Anphor Zone", *["Anchor Zone"] * 3),
        misprinted("Anckor Zone", *["Anchor Zone"] * 3),
    ),
    Bound("misprint", "MOST_COMPANY", company(39), company(40)),
    Bound(
        "misprint",
        "SHORT",
        misprinted(cell_of(60), *["Anchor Berths of"] * 3),
        misprinted(cell_of(61), *["Anchor Berths of"] * 3),
        cell_of(60),
        cell_of(61),
    ),
    Bound("missing_unit", "ALIKE", without_unit("20"), without_unit("16")),
    Bound("narrative_counts", "MOST_OFF", narrated("seven"), narrated("eight")),
    Bound("narrative_counts", "SHORT", captioned(60), captioned(61)),
    Bound(
        "nearly_same_action",
        "MIN_STEMS",
        nearly(SIX, SIX.replace("pilots", "skippers")),
        nearly(SIX[7:], SIX[7:].replace("pilots", "skippers")),
    ),
    Bound(
        "nearly_same_action",
        "MAX_APART",
        nearly(SIX, SIX.replace("pilots", "skippers")),
        nearly(SIX, SIX.replace("pilots", "skippers now")),
    ),
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
    Bound("not_in_own_table", "MOST_OWN", own_table(2, 2), own_table(2, 3)),
    Bound(
        "not_taken_up",
        "MOST_TAKEN_UP",
        taken_up("HD A001", "HD A002", "HD A003"),
        taken_up("HD A001", "HD A002"),
    ),
    Bound(
        "one_sided_risk", "MOST_AGREE", strays("HD A001", "HD A002"), strays("HD A001", "HD A002", "HD A003")
    ),
    Bound("owner_gone", "MIN_NAMES", leaving("Ada Boat"), leaving("Boat")),
    Bound("parent_cites_other", "MIN_CHILDREN", children(2), children(1)),
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
        "person_variants",
        "MAX_LETTERS_APART",
        officers("Martin Boat", "Mratin Boat"),
        officers("Martin Boat", "Mtarin Boat"),
    ),
    Bound(
        "person_variants",
        "MAX_LETTERS_OF_ONE_SOUND",
        officers("Ada Boat", "Ada Boatei"),
        officers("Ada Boat", "Ada Boateia"),
    ),
    Bound(
        "person_variants",
        "MIN_LETTERS",
        officers("Henry Boat", "Hensy Boat"),
        officers("Dean Boat", "Sean Boat"),
    ),
    Bound(
        "phrase_variants",
        "MIN_WORDS",
        printed(BOARD, 4, ODD_BOARD),
        printed("Harbour Quays Board", 4, "Harbour Quay Board"),
    ),
    Bound(
        "phrase_variants",
        "MIN_TIMES",
        printed(BOARD, 3, ODD_BOARD),
        printed("Harbour Quay's Moorings Board", 2, ODD_BOARD),
    ),
    Bound("phrase_variants", "RARER", printed(BOARD, 6, ODD_BOARD, 2), printed(BOARD, 5, ODD_BOARD, 2)),
    Bound("plan_spans_differ", "MIN_NAME_WORDS", spans("Mole Repair Plan"), spans("Repair Plan")),
    Bound("plan_named_otherwise", "MOST_WORDS", long_plan(12), long_plan(13)),
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
        "points_of_number",
        "LEAD",
        (Passage(2, f"HB 2:{' ' * 55}12 ships (1 percentage point)"),),
        (Passage(2, f"HB 2:{' ' * 56}12 ships (1 percentage point)"),),
        "HB 2",
    ),
    Bound(
        "no_such_day",
        "MONTHS",
        (Passage(4, "Opens on 32/12/2031 or 31/09/2031"),),
        (Passage(4, "Opens on 31/13/2031"),),
    ),
    Bound(
        "number_left_out",
        "MIN_SERIES",
        tuple(Passage(2, f"3.{n} The quay is open.") for n in (1, 2, 4)),
        tuple(Passage(2, f"3.{n} The quay is open.") for n in (1, 3)),
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
    Bound("quoted_with_ref", "LEAD", rises(15), rises(14)),
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
    Bound("ref_spelling", "RARER", spelt(2, 1), spelt(3, 2)),
    Bound(
        "repeated_head",
        "MIN_PERIODS",
        (sheet("Berths|2030/31|2031/32|2031/32|2033/34", "Let|1|2|3|4"),),
        (sheet("Berths|2030/31|2031/32|2031/32", "Let|1|2|3"),),
    ),
    Bound(
        "repeated_ref",
        "SAME_ROW",
        (action("HD A1"), action("HD A1", "Dredge the outer channel after the winter")),
        (action("HD A1"), action("HD A1", "Dredge the inner basin before the winter")),
    ),
    Bound("repeated_ref", "MIN_RESTARTED", numbered(1, 0), numbered(2, 0, 1)),
    Bound("repeated_ref", "MOST_RESTARTED", numbered(7, 0, 1), numbered(6, 0, 1)),
    Bound("report_period", "FRONT_PAGES", of_quarter(TITLE, 3), of_quarter(TITLE, 4)),
    Bound("report_period", "TITLE_WORDS", of_quarter(titled(16)), of_quarter(titled(17))),
    Bound("report_period", "OLDEST_DAYS", covers("Quarter 1 2030/31"), covers("Quarter 2 2030/31")),
    Bound("review_overdue", "DAYS_A_MONTH", reviewed("Jan 2031"), reviewed("Mar 2031")),
    Bound("revised_date", "NEAR", now_due(41), now_due(60)),
    Bound("risk_score", "MOST_MULTIPLY", register("12", "16"), register("12", "13", "14")),
    Bound("rows_counted", "MOST_OFF", holding(5, "seven"), holding(5, "eight")),
    Bound("rows_counted", "MIN_ROWS", holding(4, "five"), holding(3, "four")),
    Bound(
        "same_figures",
        "MIN_DIGITS",
        (value("HB 1", "outturn", "45.7%"), value("HB 2", "target", "45.7%", 2032)),
        (value("HB 1", "outturn", "4.5%"), value("HB 2", "target", "4.5%", 2032)),
    ),
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
    Bound("same_action_twice", "MIN_APART", printed_twice(2), printed_twice(3)),
    Bound("same_action_twice", "MOST_APART", printed_twice(3, 3), printed_twice(3, 2)),
    Bound("scale_jump", "MIN_OTHERS", years("1,245", "1.31", "1,290"), years("1,245", "1.31")),
    Bound("scale_jump", "ONE_SIZE", years("1,000", "1.2", "1,500"), years("1,000", "1.2", "1,600")),
    Bound("scale_jump", "NEAR", years("1,000", "1.14", "1,000"), years("1,000", "1.2", "1,000")),
    Bound("scale_jump", "MIN_DIGITS", years("10", "1.1", "11"), years("10", "1", "11")),
    Bound("sequence_gap", "MAX_MISSING", series(1, 2, 3, 4, 5, 8), series(*range(1, 8), 11)),
    Bound("sequence_gap", "MOST_THERE", series(1, 2, 4), series(1, 2, 5)),
    Bound("shifted_period", "MIN_SHIFTED", shifted(1), shifted(2)),
    Bound("shifted_period", "YEAR", aimed(12), aimed(8)),
    Bound(
        "start_and_end",
        "MIN_KEPT",
        stages(
            "Design | May 2031 | June 2031", "Dredge | July 2032 | Mar 2032", "Open | Oct 2032 | Dec 2032"
        ),
        stages("Design | May 2031 | June 2031", "Dredge | July 2032 | Mar 2032"),
    ),
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
        "titled_otherwise",
        "LONGEST",
        two_titles("Loss of lock gates" + " and" * 10, "Rust on lock gates"),
        two_titles("Loss of lock gates" + " and" * 11, "Rust on lock gates"),
    ),
    Bound(
        "titled_otherwise",
        "MIN_SHARED",
        two_titles("Loss of lock gates", "Rust on lock gates"),
        two_titles("Loss of gates", "Rust on gates"),
    ),
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
    Bound(
        "two_refs",
        "MIN_WORDS",
        (action("HD A1", "Dredge the inner basin now"), action("HD A2", "Dredge the inner basin now")),
        (action("HD A1", "Dredge the inner basin"), action("HD A2", "Dredge the inner basin")),
    ),
    Bound("two_refs", "MOST_AGAIN", again(10, 2), again(9, 2)),
    Bound("uncited_risk", "MOST_CITED", cited_risks(4, 5), cited_risks(3, 4)),
    Bound("undefined_citation", "MAX_CITING", lost_citation(3), lost_citation(4), "HD A3"),
    Bound("undefined_citation", "MOST_LOST", lost_citation(1), lost_citation(1, ("HB 8", "HB 9"))),
    Bound("undefined_ref", "MOST", undefined(5, 5), undefined(4, 5)),
    Bound("undefined_ref", "MAX_CITING", undefined(5, 1, 3), undefined(5, 1, 4), "HD A3"),
    Bound(
        "unexplained_initials",
        "MIN_KEYS",
        keyed("AB – Ada Boat CD – Cy Dock EF – Eve Fender"),
        keyed("AB – Ada Boat CD – Cy Dock"),
    ),
    Bound("repeated_number", "MIN_ROWS", codes("1.1 | Dredge", *TOLD_TWICE), codes(*TOLD_TWICE)),
    Bound(
        "repeated_number",
        "MOST_CODES",
        codes("1.1 | Dredge", *TOLD_TWICE, "Note | Aims"),
        codes("1.1 | Dredge", *TOLD_TWICE, "Note | Aims", "Also | Aims"),
    ),
    Bound(
        "repeated_number",
        "SAME_ROW",
        codes("1.1 | Dredge", *TOLD_TWICE[:3], "2.1 | Sell a new boat"),
        codes("1.1 | Dredge", *TOLD_TWICE[:3], "2.1 | Sell the old tugs"),
    ),
    Bound(
        "repeated_number",
        "MOST_LEFT",
        (sheet("Theme | No | Aim", *(f"Quay | {row}" for row in ("1.1 | Dredge", *TOLD_TWICE))),),
        (sheet("Theme | Of | No | Aim", *(f"Quay | Sea | {r}" for r in ("1.1 | Dredge", *TOLD_TWICE))),),
    ),
    Bound(
        "gap_in_numbers",
        "MIN_RUN",
        codes("1.1 | A", "1.2 | B", "1.4 | C", "2.1 | D", "2.2 | E"),
        codes("1.1 | A", "1.3 | C", "2.1 | D", "2.2 | E", "2.3 | F"),
    ),
    Bound(
        "weekday",
        "INITIALS",
        (Passage(2, "Open on Saturday 25 May 2031"),),
        (Passage(2, "Open on Sun. 25 May 2031"),),
    ),
]
