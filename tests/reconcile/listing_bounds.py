"""Both sides of each bound of the checks that hold texts against rows and lists of raw tables."""

from __future__ import annotations

from reconcile.bounds import Bound
from reconcile.cases import Rows
from reconcile.invented import sheet

from agendapack.extract.reconcile import Passage

STATES = ("Closed", "Open", "Closed", "Closed")


def closed(heading: str) -> Rows:
    works = [
        f"B{n} | Dredge the basin {n} | {state} | C. Dock | May | Pier" for n, state in enumerate(STATES)
    ]
    grid = sheet("Code | Work | State | Lead | Due | Place", *works, heading)
    return grid, Passage(2, "Four are closed by now.")


def of_tugs(said: str, printed: str = "40.0") -> Rows:
    grid = sheet("No | Measure | Result", f"H1 | Tugs lost in storms | {printed}", "H2 | Mud | 7")
    return grid, Passage(2, f"Tugs lost in storms {said}")


def ahead_of_tugs(between: int) -> Rows:
    grid, _ = of_tugs("", "45.0%")
    return grid, Passage(2, f"They reached 54.0% {'o' * (between - 2)} tugs lost in storms.")


MOVED = ("Up", "Down", "Up", "Down", "Up", "Up", "Down", "Up", "Down", "Down")


def moved(rows: int, odd: int, columns: int = 2) -> Rows:
    """Figures that went where a word says, behind some that went the other way."""
    words = MOVED[:rows]
    signs = [(1 if word == "Up" else -1) * (-1 if n < odd else 1) for n, word in enumerate(words)]
    others = "".join(f" | {4 * c}" for c in range(columns - 2))
    heads = "".join(f" | Of {c}" for c in range(columns - 2))
    body = (f"Berth {n} | 50 | {50 + 9 * s}{others} | {words[n]}" for n, s in enumerate(signs))
    return (sheet(f"Place | First | Second{heads} | Since", *body),)


def shared(others: int) -> Rows:
    """Two short tables with the same two rows under so many heads, and one figure otherwise."""
    heads = "".join(f" | Of {n}" for n in range(others))
    rows = [
        [f"{name}"] + [f"{7 * n + k}" for n in range(others)] for k, name in enumerate(("Berths", "Tugs"))
    ]
    again = [rows[0][:-1] + ["99"], rows[1]]
    return tuple(sheet(f"Place{heads}", *(" | ".join(row) for row in its)) for its in (rows, again))


def due(said: str, printed: str) -> Rows:
    grid = sheet("Code | Work | Now due", f"QB1 | Build the new mole | {printed}", "QB2 | Tugs | ongoing")
    return grid, Passage(1, f"The new mole (QB1) {said}.")


def opens(between: int) -> Rows:
    return due(f"will {'o' * between} open in July 2031", "May 2031")


def in_log(*numbers: int) -> Rows:
    whole, *parts = numbers
    return (Passage(1, f"There are {whole} tasks: {', '.join(f'{n} are {n} deep' for n in parts)}."),)


BOUNDS = [
    Bound(
        "date_of_row",
        "LONGEST",
        due("will open in July 2031", "by the second week of May 2031"),
        due("will open in July 2031", "no later than 17 September 2031"),
    ),
    Bound("date_of_row", "NEAR", opens(58), opens(59)),
    Bound(
        "date_of_row",
        "QUARTER",
        due("will open in June 2031", "Q2 2031/32"),
        due("will open in July 2031", "Q2 2031/32"),
    ),
    Bound(
        "date_of_row",
        "YEAR",
        due("will open in March 2031", "2031/32"),
        due("will open in April 2031", "2031/32"),
    ),
    Bound("parts_counted", "MIN_PARTS", in_log(12, 4, 5, 2), in_log(12, 6, 5)),
    Bound("parts_counted", "MOST_OFF", in_log(12, 4, 5, 1), in_log(12, 4, 4, 1)),
    Bound("parts_counted", "LEAST", in_log(6, 2, 2, 1), in_log(5, 2, 1, 1)),
    Bound("same_row_elsewhere", "MIN_SHARED", shared(3), shared(2)),
    Bound("word_of_movement", "MOST_ODD", moved(10, 2), moved(10, 3)),
    Bound("word_of_movement", "MOST_ODD of few", moved(5, 1), moved(4, 1)),
    Bound("word_of_movement", "MAX_COLUMNS", moved(6, 1, 8), moved(6, 1, 9)),
    Bound(
        "standings_counted",
        "MIN_FILLED",
        closed("In | May | | | Pier | "),
        closed("In | May | | A | Pier | "),
    ),
    Bound("figure_of_row", "NEAR", of_tugs("were 61.5%", "40.0%"), of_tugs("were 61.6%", "40.0%")),
    Bound("figure_of_row", "NEXT", of_tugs("were 44.4"), of_tugs("were 44.5")),
    Bound("figure_of_row", "ENOUGH", of_tugs("were 40.5"), of_tugs("hired 40.5")),
    Bound("figure_of_row", "LONG", of_tugs("there were 405", "400"), of_tugs("there were 42", "40")),
    Bound("figure_of_row", "BEHIND", ahead_of_tugs(24), ahead_of_tugs(25)),
    Bound(
        "figure_of_row",
        "MOST_BETWEEN",
        of_tugs(f"{'o' * 55} at 40.5, beside mud"),
        of_tugs(f"{'o' * 56} at 40.5, beside mud"),
    ),
    Bound("figure_of_row", "WORDS_A_FIGURE", of_tugs("now were 40.5; 7; 8"), of_tugs("were 40.5; 7; 8")),
]
