"""Bounds of the checks of wordings, headings and names."""

from __future__ import annotations

from itertools import product
from string import ascii_lowercase

from reconcile.bounds import Bound, officers, printed
from reconcile.cases import JUNE, LATER, MARCH, Rows, initials, twice
from reconcile.invented import LOWER, action, indicator, sheet

from agendapack.extract.reconcile import Passage


def board(times: int) -> Rows:
    """An abbreviation with letters out of order, and the name before it, stretched by small words."""
    name = f"Harbour {'the ' * times}Quays and Moorings Board"
    return Passage(2, f"{name} (HQBM)"), Passage(3, "the HQMB met")


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


def renamed(one: str, other: str, *pairs: str) -> Rows:
    """One indicator under two names, and others that stand in both tables under one."""
    return (*twice(*pairs), indicator(text=one, rag="Red"), indicator(text=other, rag="Red", table="t9"))


PAIRS = ("Berths let by the season", "Ropes replaced in time")


def misprinted(odd: str, *usual: str) -> Rows:
    return tuple(sheet("Theme", text, header_rows=0) for text in (odd, *usual))


def company(others: int) -> Rows:
    """A name printed beside many other words before it is printed beside the word that the slip has."""
    words = (f"{a}{b}" for a, b in product(ascii_lowercase, repeat=2))
    beside = [f"Anchor {word}" for word, _ in zip(words, range(others), strict=False)]
    return misprinted("Amchor Berths", *beside, "Anchor Berths")


def cell_of(length: int) -> str:
    return "Amchor Berths of ".ljust(length, "x")


def nearly(one: str, other: str) -> Rows:
    return action(text=one, due=MARCH), action(text=other, due=LATER, page=4)


SIX = "Dredge basin mark channel train pilots"
BOARD, ODD_BOARD = "Harbour Quays Moorings Board", "Harbour Quay Moorings Board"


def long_plan(words: int) -> Rows:
    name = " ".join([f"Quay{ascii_lowercase[n]}" for n in range(words - 2)] + ["strategic", "plan"])
    return action("HD A1", plan=f"{name} 2031/32 - 2033/34"), Passage(
        2, f"see {name} 2031/32-2032/33 for more"
    )


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


def two_titles(one: str, other: str) -> Rows:
    return Passage(3, f"HR0052: {one}"), Passage(9, f"HR0052: {other}")


def keyed(key: str) -> Rows:
    return action("HD A001", page=2), initials("AB", "Ada Boat"), initials("XY"), Passage(3, key)


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


def twice_due(text: str) -> Rows:
    return action("HD A001", text, due=MARCH), action("HQ A1", text, LOWER, due=JUNE)


BOUNDS = [
    Bound("acronym", "LETTERS_BEFORE", board(21), board(22)),
    Bound("different_wording", "MOST_UNLIKE", numbered_anew("HB ", 1, 2), numbered_anew("HB ", 1, 1)),
    Bound("different_wording", "MIN_LETTERS", numbered_anew("HB ", 1), numbered_anew("H", 1)),
    Bound("register_elsewhere", "NEAR", named_far("risk", 35), named_far("risk", 36)),
    Bound(
        "same_action_twice",
        "ENOUGH_WORDS",
        twice_due("Dredge the inner basin now"),
        twice_due("Dredge the inner basin"),
    ),
    Bound(
        "heading_wording",
        "STILL_THE_SAME",
        reworded("Dredge some outer basins and paint a channel"),
        reworded("Dig out other basins and paint its walls"),
    ),
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
    Bound("plan_named_otherwise", "MOST_WORDS", long_plan(12), long_plan(13)),
    Bound("same_action_twice", "MIN_APART", printed_twice(2), printed_twice(3)),
    Bound("same_action_twice", "MOST_APART", printed_twice(3, 3), printed_twice(3, 2)),
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
        "unexplained_initials",
        "MIN_KEYS",
        keyed("AB – Ada Boat CD – Cy Dock EF – Eve Fender"),
        keyed("AB – Ada Boat CD – Cy Dock"),
    ),
]
