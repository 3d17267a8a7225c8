"""Both sides of each bound of the checks of what is claimed."""

from __future__ import annotations

from reconcile.bounds import Bound
from reconcile.cases import Rows
from reconcile.claim_cases import COVERS, LOG, MONTHS, PRESENT, SCHEMES, TONNES, YEARS, headings
from reconcile.invented import action, sheet

from agendapack.extract.reconcile import Passage

LATE = "S6 | Waste dock | 30/06/2031 | 30/11/2031 | Green"


def said(text: str, *rows: object) -> Rows:
    return (*rows, Passage(1, text))


def stands(*states: str) -> Rows:
    """A list of works, one of which is told to stand so, and a text that says that none does."""
    rows = (f"Q{n} | Work {'ABCDEFGHIJ'[n]} | {state}" for n, state in enumerate(states))
    return said("None of the works is overdue.", sheet("Ref | Works | Position", *rows))


def moved(between: int) -> Rows:
    grid = sheet("Code | Measure | 2030/31 | 2031/32", "B1 | Tugs at sea | 50 | 40", "B2 | Buoys | 2 | 3")
    return said(f"It is said: Tugs at sea {'o' * (between - 8)} rising.", grid)


def remarked(at: int) -> Rows:
    """A remark that says so many characters behind its beginning how the figure stands."""
    return (sheet(f"{YEARS[0]} | Remarks", f"{YEARS[2]} | {'o' * (at - 1)} below the target again."),)


def months(*titles: str) -> Rows:
    """Tugs that rose from the last month but are fewer than in the first, under a text that they rise."""
    grid = sheet(
        f"Code | Measure | {' | '.join(titles)}", "B1 | Tugs at sea | 50 | 30 | 40", "B2 | Buoys | 2 | 3 | 4"
    )
    return said("It is said: Tugs at sea are rising.", grid)


def led(between: int) -> Rows:
    return said(f"Recommendation 2 is led by {'o' * (between - 8)} Ada Boat.", sheet(*LOG))


def two_lists(shared: int, odd: int, alike: str = "") -> Rows:
    """Two lists of the same berths, some of them with another day."""
    rows = [f"{n} | Berth {n} of the long quay | {n + 1} March 2032" for n in range(1, shared + 1)]
    other = [
        f"{n} | {alike or f'Berth {n} of the long quay'} | {'May' if n <= odd else 'March'} 2032"
        for n in range(1, shared + 1)
    ]
    return sheet("No | Berth | By", *rows), sheet("No | Berth | Due", *other)


def numbered(rows: int, number: int) -> Rows:
    grid = sheet("Rec. | Recommendation", *(f"{n} | Let berth {n} of the quay" for n in range(1, rows + 1)))
    return said(f"It was told in recommendation {number} before.", grid)


def columns(*heads: str) -> Rows:
    body = (f"H{n} | Berths | {' | '.join(str(7 * n + k) for k in range(len(heads)))}" for n in range(3))
    return (sheet(f"No | Measure | {' | '.join(heads)}", *body, title="Figures, 2030/31"), *COVERS)


def between(rows: int) -> Rows:
    names = ("Quays", "Tugs", "Buoys", "Lamps")[:rows]
    return (
        sheet(
            "Place | Rate | Lower | Upper",
            *(f"{name} | 5.{n} | 5.0 | 6.0" for n, name in enumerate(names)),
            "Moles | 9.1 | 9.3 | 9.9",
        ),
    )


def cited(*numbers: int) -> Rows:
    rows = (f"A{n} | Task {n} of the harbour | {number}" for n, number in enumerate(numbers))
    return (*headings(30, 31, 32, 33, 34, 35, 36), sheet("Action | What is to be done | Minute", *rows))


def tonnes(share: str, figure: str = "14,050", rows: tuple[str, ...] = TONNES) -> Rows:
    return said(f"Emissions were {figure} tonnes, a cut of {share}% from 2029/30.", sheet(*rows))


def total(said_so: str, lead: str = "") -> Rows:
    grid = sheet("Source | Grant £000", "Harbour | 640", "Lighthouse | 360", "Total | 1,000")
    return said(f"Grants come {lead}to a total of £{said_so}.", grid)


BOUNDS = [
    Bound(
        "months_of_quarter",
        "MIN_KEPT",
        (sheet(*MONTHS[:2], MONTHS[2].replace("| 40", "| 50")),),
        (sheet(*MONTHS[:2]),),
    ),
    Bound(
        "late_but_green",
        "MIN_GREEN",
        (sheet(*SCHEMES, LATE),),
        (sheet(*SCHEMES[:4], SCHEMES[5], LATE, "S7 | Sluice | 30/06/2031 | 30/09/2031 | Red"),),
    ),
    Bound(
        "late_but_green",
        "MIN_LATE",
        (sheet(*SCHEMES, LATE),),
        (sheet(*SCHEMES[:5], LATE, LATE.replace("Green", "")),),
    ),
    Bound(
        "claims_of_all",
        "MOST_ODD",
        stands(*3 * ["Overdue"], *4 * ["Open"]),
        stands(*4 * ["Overdue"], *5 * ["Open"]),
    ),
    Bound(
        "claims_of_all",
        "MOST_SHARE",
        stands(*2 * ["Overdue"], *2 * ["Open"]),
        stands(*2 * ["Overdue"], "Open"),
    ),
    Bound("movement_of_row", "NEAR", moved(59), moved(61)),
    Bound(
        "movement_of_row",
        "DAYS_APART",
        months("Jan 2031", "Quarter 1 2031/32", "Mar 2031"),
        months("Jan 2031", "Feb 2031", "Mar 2031"),
    ),
    Bound("remark_of_row", "NEAR", remarked(40), remarked(42)),
    Bound("owner_in_text", "NEAR", led(24), led(34)),
    Bound("date_elsewhere", "MIN_AGREE", two_lists(3, 1), two_lists(2, 1)),
    Bound("date_elsewhere", "MOST_ODD", two_lists(3, 1), two_lists(5, 2)),
    Bound(
        "date_elsewhere",
        "MOST_ALIKE",
        two_lists(3, 1, "Long berth"),
        two_lists(3, 1, "Tow the quay tug ship"),
    ),
    Bound("number_beyond", "MIN_ROWS", numbered(5, 7), numbered(4, 6)),
    Bound("number_beyond", "MOST_BEYOND", numbered(5, 14), numbered(5, 15)),
    Bound(
        "number_twice", "MIN_RUN", headings(31, 32, 33, 34, 34, 35, 44), headings(31, 32, 33, 33, 34, 44, 45)
    ),
    Bound("heading_beyond", "MOST_CITED", cited(31, 32, 33, 9, 41), cited(31, 32, 8, 9, 41)),
    Bound("heading_beyond", "MOST_BEYOND", cited(31, 32, 33, 34, 45), cited(31, 32, 33, 34, 46)),
    Bound("heading_beyond", "MIN_RUN", cited(31, 32, 33, 34, 41), cited(31, 32, 33, 41)),
    Bound("titled_year", "MIN_HEADS", columns("Apr", "May", "Jun"), columns("Apr", "May", "Part")),
    Bound("outside_interval", "MIN_WITHIN", between(3), between(2)),
    Bound("change_of_row", "PLAIN", tonnes("29"), tonnes("28.5")),
    Bound(
        "change_of_row",
        "LONG",
        tonnes("60", "105", ("Year | All", "2029/30 | 195", "2031/32 | 105")),
        tonnes("60", "10", ("Year | All", "2029/30 | 19", "2031/32 | 10")),
    ),
    Bound("total_in_text", "NEAR", total("1.100m"), total("1.120m")),
    Bound("total_in_text", "LONG", total("1.05m"), total("1.1m")),
    Bound("total_in_text", "LEAD", total("1.05m", f"{'o' * 30} "), total("1.05m", f"{'o' * 60} ")),
    Bound(
        "too_many_votes",
        "MIN_PRESENT",
        said("It was carried by 3 votes to 1.", PRESENT),
        said("It was carried by 3 votes to 1.", Passage(1, "Present: Councillors Ada Boat and Ben Sail")),
    ),
    Bound(
        "remark_against_status",
        "SHORTEST",
        (action("HD A1", status="Green", extra=(("Note", "2 months behind"),)),),
        (action("HD A1", status="Green", extra=(("Note", "1 month behind"),)),),
    ),
]
