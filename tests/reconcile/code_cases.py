"""Cases and bounds of the checks of codes that stand before the words of cells."""

from __future__ import annotations

from string import ascii_uppercase

from reconcile.bounds import Bound
from reconcile.cases import Case, Rows
from reconcile.invented import risk, sheet

CONTROLS = (
    "Risk | Controls",
    "Storms | C1: Sandbags on the quay; C2: Boats hauled up by October; C3: A watch on the mole",
    "Silt | C4: Soundings each spring; C5: A dredger on call",
    "Fire | C6: Hoses on every jetty",
)
STEPS = (
    "Theme | Steps in the first year\nSteps in the second | Lead",
    "Quay | ES1.1 – Paint the bollards\nES1.2 – Let the sail loft | Skipwith",
    "Mole | ES2.1 – Light the lamps\nES2.2 – Mend the steps | Dock",
    "Basin | ES3.1 – Dredge the channel | Fender",
    "Sheds | ES4.1 – Sell the old crane | Boat",
)
POLICIES = (
    "Policy of 2021 | Replaced by",
    "Basin | (SP1) – Moorings and fees, (SP2) – Dredging",
    "Sheds | (SP3) – Boats out of the water, (SP4) – Rope and sail",
    "Fish | (SP5) – Cold stores",
    "Fees | (SP6) – Fees of strangers",
)


def codes(count: int, twice: int) -> Rows:
    """A column of so many codes before words, of which so many stand before other words again."""
    listed = [
        f"Berth | GQ{n}: {letter * 5}" for n, letter in zip(range(count), ascii_uppercase, strict=False)
    ]
    again = [
        f"Berth | GQ{n}: {letter * 5}"
        for n, letter in zip(range(twice), reversed(ascii_uppercase), strict=False)
    ]
    return (sheet("Place | Measure", *listed, *again),)


CASES = [
    Case(
        "code_before_two",
        {"C4", "ES3.1", "SP4"},
        (
            sheet(*CONTROLS, "Theft | C7: A gate at the ropewalk; C4: Lamps by night"),
            sheet(*STEPS, "Locks | ES3.1 – Oil the gates\nES5.1 – Count the sluices | Fender"),
            sheet(*POLICIES, "Ice | (SP7) – Winter pilots, (SP4) – Breakers on call"),
        ),
        (
            sheet(*CONTROLS, "Theft | C7: A gate at the ropewalk; C2: Boats hauled up by October"),
            sheet(*STEPS, "Locks | As in ES3.1 – Oil comes first | Fender"),
            sheet(
                *POLICIES, "Ice | (SP7) – Winter pilots, (SP4) – Rope and sail, Policy 2.1 – Harbour crafts"
            ),
            sheet(*CONTROLS, "Theft | C7: A gate at the ropewalk", "Ice | C2"),
            sheet(
                "Risk | Controls",
                *(f"{n} | C1: {n} watched; C2: {n} mended" for n in ("Fire", "Silt", "Ice")),
            ),
            sheet(
                "Risk | Controls",
                "Fire | R1: Hoses; R2: Sand; R3: A bell; R1: A watch; P1: Ice; P2: Fog; P3: Wind",
            ),
            sheet("When | Done", *(f"{n} | Q1: {n} paid; Q2: {n} sent; Q{n}: Sums" for n in (3, 4))),
            sheet("Risk | Done | To do", *(f"Fire | C{n}: Hose {n} | C{n}: Ladder {n}" for n in range(1, 9))),
        ),
    ),
]
BOUNDS = [
    Bound("code_before_two", "MIN_CODES", codes(6, 1), codes(5, 1)),
    Bound("code_before_two", "MOST_TWICE", codes(8, 2), codes(7, 2)),
    Bound("code_before_two", "two texts", codes(8, 1), (*codes(8, 1), risk("GQ0", "The quay is lost"))),
]
