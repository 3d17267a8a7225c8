"""Bounds of the checks of references and numbers of rows."""

from __future__ import annotations

from reconcile.bounds import Bound, undefined
from reconcile.cases import MARCH, Rows, series, under
from reconcile.invented import LOWER, UPPER, action, indicator, risk, sheet

from agendapack.extract.reconcile.lines import Passage


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


def cited(*numbers: int) -> Rows:
    return tuple(action(f"HD A{n}", f"Dredge (measure QB {n})") for n in numbers)


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


def on_page(letters: str, defined: int, *lost: int) -> Rows:
    """Indicators, of which a paragraph names two, and numbers that none has."""
    told = " and ".join(f"{letters} {n}" for n in (1, 2, *lost))
    return *(indicator(f"{letters} {n}") for n in range(1, defined + 1)), Passage(3, f"See {told} below.")


def children(number: int) -> Rows:
    cites = (
        action(f"HQ A{n}", plan=LOWER, parent_refs=("HD A001",), indicator_refs=("PSA 14",))
        for n in range(number)
    )
    return action("HD A001", indicator_refs=("PSA 9",)), *cites


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


def codes(*rows: str) -> Rows:
    return (sheet("No | Aim", *rows),)


TOLD_TWICE = ("1.2 | Paint", "1.3 | Let", "2.1 | Sell the old tug", "2.1 | Go to sea")

BOUNDS = [
    Bound(
        "code_lookalike",
        "MIN_RIGHT",
        (sheet("Aim", "HO2", "HO2", "HO1", "H02"),),
        (sheet("Aim", "HO2", "HO1", "H02"),),
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
        "heading_shares_ref",
        "UNLIKE",
        two_headings("Dredge slowly, train pilots"),
        two_headings("Dredge basins, train pilots"),
    ),
    Bound("heading_without_ref", "MOST_CITE", citing_headings(1, 2, 3), citing_headings(1, 2)),
    Bound("gap_in_citations", "MIN_CITED", cited(1, 2, 3, 5, 6, 7), cited(1, 2, 3, 5, 6)),
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
    Bound("parent_cites_other", "MIN_CHILDREN", children(2), children(1)),
    Bound("ref_spelling", "RARER", spelt(2, 1), spelt(3, 2)),
    Bound(
        "repeated_ref",
        "SAME_ROW",
        (action("HD A1"), action("HD A1", "Dredge the outer channel after the winter")),
        (action("HD A1"), action("HD A1", "Dredge the inner basin before the winter")),
    ),
    Bound("repeated_ref", "MIN_RESTARTED", numbered(1, 0), numbered(2, 0, 1)),
    Bound("repeated_ref", "MOST_RESTARTED", numbered(7, 0, 1), numbered(6, 0, 1)),
    Bound("sequence_gap", "MAX_MISSING", series(1, 2, 3, 4, 5, 8), series(*range(1, 8), 11)),
    Bound("sequence_gap", "MOST_THERE", series(1, 2, 4), series(1, 2, 5)),
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
    Bound("undefined_on_page", "MIN_DEFINED", on_page("HB", 3, 9), on_page("HB", 2, 9)),
    Bound("undefined_on_page", "MIN_LETTERS", on_page("HB", 3, 9), on_page("B", 3, 9)),
    Bound("undefined_on_page", "MOST_LOST", on_page("HB", 3, 8, 9), on_page("HB", 3, 7, 8, 9)),
    Bound("undefined_ref", "MOST", undefined(5, 5), undefined(4, 5)),
    Bound("undefined_ref", "MAX_CITING", undefined(5, 1, 3), undefined(5, 1, 4), "HD A3"),
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
]
