"""Both sides of what explains a difference: rows that a check tells of, and rows with the reason."""

from __future__ import annotations

from datetime import date

from reconcile.bounds import Bound
from reconcile.cases import Rows, twice
from reconcile.invented import action, indicator, risk, sheet, table

from agendapack.extract.reconcile import Passage

LET = "Berths let by the season"
DIRECTOR, DIRECTORS = "Executive Director of Harbour Works", "Executive Directors of Harbour Works"
PILOTS = "Pilots Skippers and Deckhands Fund"


def of_berths(said: str, printed: str = "1.4%", label: str = LET) -> Rows:
    return sheet("Measure | 2031", f"{label} | {printed}", "Mud | 7,117"), Passage(2, said)


def of_money(said: str, *rows: str) -> Rows:
    return sheet("Item | 2031", *rows), Passage(2, said)


def savings(odd: str) -> Rows:
    head = "Saving | Target | Reached | Given up | Remaining variance"
    kept = ("Quays | 900 | 300 | 70 | 600", "Tugs | 800 | 500 | 30 | 300", "Mud | 700 | 250 | 40 | 450")
    return (sheet(head, *kept, odd),)


def listed(*numbers: int) -> Rows:
    return (
        sheet("No | Work", *(f"{n} | Mend the wall beside berth {'abcdefghijkl'[n % 12]}" for n in numbers)),
    )


def of_year(year: int, text: str, table: str = "t1", due: str = "") -> Rows:
    more = {"due_text": due or str(year), "due_date": date(year, 12, 31), "due_kind": "date"}
    return (action("", text, table=table, **more),)


def dredged(table: str) -> Rows:
    words = "Dredge the inner basin and the northern channel as required by pilots"
    return (*of_year(2031, words), *of_year(2032, f"{words} with mooring", table))


def estates(*more: str) -> Rows:
    one = "Average quality harbour estate meeting local business needs of small boat yards"
    return tuple(indicator(text=text, table="t5") for text in (one, f"{one} in winter mostly", *more))


def shortened(one: str, other: str) -> Rows:
    pairs = ((one, "t3"), (other, "t9"))
    return (*twice("Ships seen", "Eels sold"), *(indicator(text=t, rag="Red", table=at) for t, at in pairs))


def again(kind: str, text: str) -> Rows:
    told = {"due_text": text, "due_kind": kind}
    return (
        action("", "Rebuild the old sea wall with granite", due=date(2031, 6, 30)),
        action("", "Rebuild the old sea wall with granite", page=4, table="t2", **told),
    )


def named(common: str, odd: str) -> Rows:
    said = [Passage(n, f"It is for the {common} to say.") for n in range(1, 5)]
    return (*said, Passage(6, f"It was put to the {odd} in May."))


def beside(odd: str, right: str, times: int = 3) -> Rows:
    usual = [Passage(n, f"Every {right} counts on day {'xyz'[n]} of it.") for n in range(times)]
    return (*usual, Passage(5, f"Some {odd} counts then."))


def gapped(*cells: str) -> Rows:
    rows = (action(f"HD A{n:03d}", f"Rebuild quay number {n} with stone", page=8) for n in (1, 2, 3, 5, 6))
    return (*rows, table(*(("body", cell) for cell in cells)))


def helps(*cited: str) -> Rows:
    return (sheet("Work | Helps", *(f"Mend wall {'abcdefgh'[n]} | {ref}" for n, ref in enumerate(cited))),)


def cut(cell: str) -> Rows:
    known = ("ASC R7", "ASC R7.1", "ASC R9.1", "CHS R2", "CHS R2.1")
    return (*(risk(ref, f"The {ref} wall fails in a storm") for ref in known), table(("body", cell)))


def timed(said: str) -> Rows:
    words = f"By {said} the berths let by the season will be nine in ten"
    return (indicator(text=words, extra=(("Timescale", "2031"),)),)


BOUNDS = [
    Bound(
        "digits_swapped",
        "number of a paragraph",
        of_berths("Berths let by the season stood at 4.1% then."),
        of_berths("4.1 Berths let by the season are told of below."),
    ),
    Bound(
        "digits_swapped",
        "number of a table",
        of_berths("It was 4.1 for all berths let by the season."),
        of_berths("Table 4.1 shows all berths let by the season."),
    ),
    Bound(
        "digits_swapped",
        "name without a word",
        of_berths("Of all the pilots then 162 of them were lost.", "126", "Pilots"),
        of_berths("Of those of 45 to 54, 162 of them were lost.", "126", "45 to 54"),
    ),
    Bound(
        "figure_of_row",
        "other point",
        of_berths("Berths let by the season were 91 this year.", "19"),
        of_berths("Berths let by the season were 9.1 this year.", "19"),
    ),
    Bound(
        "figure_of_row",
        "limit behind the figure",
        of_berths("Berths let by the season stood at 40.5 metres.", "40.0"),
        of_berths("Berths let by the season stood at 40.5 metres or less.", "40.0"),
    ),
    Bound(
        "figure_of_row",
        "two rows told together",
        of_money(
            "Cost of tugs and pilots was £12.6m.",
            "Cost of tugs and pilots | £12.3m",
            "Return of the year before | £0.7m",
        ),
        of_money(
            "Cost of tugs and pilots was £12.6m.",
            "Cost of tugs and pilots | £12.3m",
            "Return of the year before | £0.3m",
        ),
    ),
    Bound(
        "total_down",
        "total of one digit",
        *(
            (
                (sheet("Item | Of 99", "Ropes | 11", "Sails | 12", "Masts | 15", "Total | 39"),),
                (sheet("Item | Of 9", "Ropes | 1", "Sails | 2", "Masts | 5", "Total | 9"),),
            )
        ),
    ),
    Bound(
        "related_columns",
        "rest in another column",
        savings("Oars | 950 | 150 | 60 | 500"),
        savings("Oars | 950 | 150 | 300 | 500"),
    ),
    Bound("gap_in_numbers", "MOST_THERE", listed(1, 2, 4, 5, 6, 7), listed(1, 2, 4, 10, 15, 16)),
    Bound("misnumbered", "cited twice", helps("T1", "T2", "T9", "T4"), helps("T1", "T2", "T1", "T4", "T4")),
    Bound("sequence_gap", "row not read", gapped("HD A099"), gapped("HD A004")),
    Bound("cut_off_ref", "head of a whole ref", cut("ASC R7.1, CHS"), cut("ASC R7.1")),
    Bound("nearly_same_action", "years of one table", dredged("t9"), dredged("t1")),
    Bound(
        "nearly_same_indicator",
        "one name for several rows",
        estates(),
        estates("Small harbour estate", "Small harbour estate"),
    ),
    Bound(
        "indicator_names",
        "short form",
        shortened("Section 96 berth money secured", "Part 96 berth money secured"),
        shortened("Section 96 berth money secured", "S96 berth money secured"),
    ),
    Bound("same_action_twice", "no date", again("ongoing", "Ongoing"), again("unparsed", "+2 months")),
    Bound(
        "phrase_variants",
        "holders of a post",
        named("Harbour Board of Upper Oxmouth Quays", "Harbour Board for Upper Oxmouth Quays"),
        named(DIRECTOR, DIRECTORS),
    ),
    Bound(
        "phrase_variants",
        "genitives of several",
        named(PILOTS, PILOTS.replace("Pilots", "Pilots's")),
        named(PILOTS, "Pilots's Skippers's and Deckhands's Fund"),
    ),
    Bound("misprint", "two English words", beside("conntact", "contact"), beside("contract", "contact")),
    Bound(
        "misprint",
        "letter struck out",
        beside("devvelopment", "development"),
        beside("dDevelopment", "development"),
    ),
    Bound("timescale_in_text", "year by either of its two", timed("2032/33"), timed("2031/32")),
]
