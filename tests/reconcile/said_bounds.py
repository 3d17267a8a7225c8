"""Both sides of the bounds of checks: what rows keep, what texts say of counts, parts and changes."""

from __future__ import annotations

from reconcile.bounds import Bound
from reconcile.cases import Rows
from reconcile.invented import action, indicator, sheet
from reconcile.listing_bounds import of_tugs

from agendapack.extract.reconcile import Passage


def summed(least: int, *rows: str) -> Rows:
    """Two columns that make a third, their least figure `least`, and a row that breaks it."""
    keep = (f"Moles|{least}|211|{least + 211}", "Quays|317|422|739")
    return (sheet("Place|Berths|Sheds|Both", *keep, *rows, "Pilots|180|295|425"),)


def pointing(part: str, *printed: Passage) -> Rows:
    return (*printed, Passage(2, f"More on this is in {part}."))


def spent(least: int, *rows: str, said: str = " %") -> Rows:
    """Shares of a first column, the last of them wrong."""
    whole = f"Ropes | {least} | {least // 2} | 50%"
    return (sheet(f"Saving | Aim | Had | Had{said}", whole, *rows, "Fleet | 200 | 180 | 80%"),)


def wide(columns: int) -> Rows:
    """A share of a first column in the last of so many."""
    others = "".join(f" | {700 + 31 * n}" for n in range(columns - 3))
    heads = "".join(f" | Of {n}" for n in range(columns - 3))
    body = (("Ropes", 40, 20, 50), ("Sails", 80, 60, 75), ("Fleet", 200, 180, 80))
    rows = (f"{name} | {a} | {b}{others} | {share}%" for name, a, b, share in body)
    return (sheet(f"Saving | Aim | Had{heads} | Had %", *rows),)


def stands(text: str) -> Rows:
    grid = sheet("No | Action | Lead | Progress", f"1 | Dredge the basin | A. Skipwith | {text}")
    return grid, Passage(1, "Action 1 is red.")


def made_up(whole: str, *parts: str) -> Rows:
    return (Passage(1, f"The {whole} are made up of {', '.join(parts)}."),)


def rise(share: int, before: str, after: str, between: str = "") -> Rows:
    return (Passage(1, f"Fees rose from {before} to {after}{between}, a rise of {share}%."),)


def counted(said: int, rows: int) -> Rows:
    listed = (f"{n} | Paint the {n}th bollard | A. Skipwith" for n in range(1, rows + 1))
    return sheet("No | Action | Lead", *listed, title="Actions"), Passage(1, f"The plan has {said} actions.")


def called(head: str, title: str = "", elsewhere: int = 0) -> Rows:
    """Four rows whose names stand under a title, but for some that stand under another."""
    names = [f"Red of quay {n}" for n in range(1, 5)]
    rows = (f"{n} | {name} | " if n > elsewhere else f"{n} | | {name}" for n, name in enumerate(names, 1))
    grid = sheet(f"No | {head} | Tug | Lead", *(f"{row} | A. Skipwith" for row in rows), title=title)
    return grid, Passage(1, "The plan has six bollards.")


def stood(*others: str, closed: str = "Closed", words: str = "") -> Rows:
    """Three works that are closed, and others that are not, of which a text counts four."""
    states = enumerate((closed, closed, closed, *others))
    works = (f"B{n} | Dredge the basin {n} | {state} | C. Dock | May | Pier" for n, state in states)
    grid = sheet("Code | Work | State | Lead | Due | Place", *works)
    return grid, Passage(2, f"Four {words} are {closed.lower()} by now.")


def counted_as(words: str) -> Rows:
    return stood("Open", words=words)


def numbered(*codes: str) -> Rows:
    return (sheet("No | Work", *(f"{code} | {code}th of the {code} works" for code in codes)),)


def verdicts(*rows: str) -> Rows:
    return (sheet("Ref | Standard | Required | Achieved | Met?", *rows),)


def cited(letters: str) -> Rows:
    rows = (indicator(f"{letters}{n}", f"{name} let by the season") for n, name in enumerate(NAMES, 1))
    return (*rows, Passage(1, f"See {letters}1, {letters}2 and {letters}9."))


def coded(number: int) -> Rows:
    return (sheet(*CODES), Passage(1, f"Fees pay for QB{number}."))


def done(text: str) -> Rows:
    return (action("HD A001", extra=(("Aside", f"The work was completed {text}, as was agreed"),)),)


WAYS = ("Open", "Begun", "Late", "Agreed", "Planned", "Dropped")
NAMES = ("Berths", "Lofts", "Quays", "Sheds")
CODES = ("Code | Scheme", "QB1 | Paint", "QB2 | Dredge", "QB3 | Sell", "QB4 | Light")
MET = "L2 | Water tests passed in time | 98% | 94.0% | Yes"
OPEN = "L1 | Quays open in time | 99% | 99.6% | Yes"
LATE = "L3 | Staff trained within a year | 100% | 96% | No"
UNSAID = ("Sails | 80 | 60 | 75%", "Oars | 120 | 48 | 40%", "Masts | 50 | 10 | 20%")
TWO = (Passage(1, "Appendix 1: Ships"), Passage(1, "Appendix 2: Tugs"))
ONE_MORE = "Sheds|533|128|661"

BOUNDS: list[Bound] = [
    Bound("total_across", "LARGE", summed(100, ONE_MORE), summed(99, ONE_MORE)),
    Bound("total_across", "MIN_ROWS of large", summed(100, ONE_MORE), summed(100)),
    Bound("missing_part", "MOST_BEYOND", pointing("Appendix 6", *TWO), pointing("Appendix 7", *TWO)),
    Bound(
        "missing_part",
        "MIN_SECTIONS",
        pointing("section 3", Passage(1, "1. Ships"), Passage(1, "2. Tugs")),
        pointing("section 2", Passage(1, "1. Ships")),
    ),
    Bound("related_columns", "MIN_KEPT", spent(40, "Sails | 80 | 60 | 75%"), spent(40)),
    Bound("related_columns", "MIN_KEPT_UNSAID", spent(40, *UNSAID, said=""), spent(40, *UNSAID[1:], said="")),
    Bound("related_columns", "MOST_COLUMNS", wide(9), wide(10)),
    Bound(
        "related_columns",
        "LEAST_WHOLE",
        spent(10, "Sails | 80 | 60 | 75%"),
        spent(8, "Sails | 80 | 60 | 75%"),
    ),
    Bound("standing_of_row", "LONGEST", stands("Amber for now"), stands("Amber for the moment")),
    Bound("completed_later", "LONGEST_DAY", done("on 30th of September 2031"), done("on 30th of April 2031")),
    Bound(
        "parts_said",
        "MIN_PARTS",
        made_up("£65m", "£38m for tugs", "£24m for sand"),
        made_up("£65m", "£62m for sand"),
    ),
    Bound(
        "parts_said",
        "LEAST_WHOLE",
        made_up("100 tons", "68 tons of mud", "24 tons of sand"),
        made_up("99 tons", "68 tons of mud", "24 tons of sand"),
    ),
    Bound("change_said", "MOST_CHANGE", rise(400, "£100", "£120"), rise(401, "£100", "£120")),
    Bound(
        "change_said",
        "NEXT",
        rise(50, "£100", "£120", f" {'o' * 19}"),
        rise(50, "£100", "£120", f" {'o' * 20}"),
    ),
    Bound("things_counted", "MOST_OFF", counted(6, 4), counted(7, 4)),
    Bound("things_counted", "MOST_OFF_SHARE", counted(23, 20), counted(24, 20)),
    Bound("things_counted", "LEAST", counted(3, 4), counted(2, 3)),
    Bound("things_counted", "MIN_ROWS", counted(5, 3), counted(4, 2)),
    Bound("things_counted", "MOST_ROWS", called("Bollard"), called("Bollard", elsewhere=1)),
    Bound("things_counted", "HEAD_WORDS", called("Old quay bollard"), called("Old big quay bollard")),
    Bound(
        "things_counted",
        "TITLE_WORDS",
        called("Place", title="Bollards of the old quay"),
        called("Place", title="Bollards of the old big quay"),
    ),
    Bound(
        "figure_of_row", "LEAD", of_tugs(f"target {'o' * 38} at 40.5"), of_tugs(f"target {'o' * 37} at 40.5")
    ),
    Bound(
        "standings_counted", "MOST_BETWEEN", counted_as("old big actions"), counted_as("very old big actions")
    ),
    Bound("standings_counted", "MOST_STANDINGS", stood(*WAYS[:5] * 2), stood(*WAYS * 2)),
    Bound(
        "standings_counted",
        "LONGEST",
        stood("Open", closed="Closed and paid"),
        stood("Open", closed="Closed and all paid"),
    ),
    Bound("undefined_on_page", "MIN_LETTERS", cited("QB"), cited("Q")),
    Bound("code_beyond", "MOST_BEYOND", coded(13), coded(14)),
    Bound(
        "gap_in_numbers",
        "MOST_THERE of three",
        numbered("1.1", "1.2", "1.3", "2.1", "2.2", "2.4"),
        numbered("1.1", "1.2", "1.3", "1.4", "2.1", "2.3"),
    ),
    Bound("verdict_against_target", "MIN_AGREE", verdicts(OPEN, MET, LATE), verdicts(OPEN, MET)),
]
