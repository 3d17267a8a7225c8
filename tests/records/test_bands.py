"""Headings that govern rows: labelled ones, references in them, levels by looks, and when they end."""

from __future__ import annotations

import pytest
from sheets import rows, table

from agendapack.extract.model import Box, Cell, Row, Word
from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise import recognise
from agendapack.extract.records import records
from agendapack.extract.records.bands import Headings, apply_band, apply_heading, is_key, is_section, labelled
from agendapack.extract.records.build import _cut

LABELLED = [
    ("Corporate Plan outcome: Clean quays", [("corporate_outcome", "Clean quays")]),
    ("Corporate Plan Outcome 3: Clean quays", [("corporate_outcome", "Clean quays")]),
    ("COUNCIL PRIORITY:\nClean\nquays", [("corporate_outcome", "Clean quays")]),
    ("Departmental objective: Let berths", [("departmental_outcome", "Let berths")]),
    ("Service Plan priority: Let berths", [("departmental_outcome", "Let berths")]),
    ("Priority 2 – Clean quays", [("corporate_outcome", "Clean quays")]),
    ("Objective 1.2 - Let berths", [("divisional_objective", "Let berths")]),
    ("Team objective: Answer the telephone", [("divisional_objective", "Answer the telephone")]),
    ("Associated Risks: QR1, QR4", [("risk_refs", "QR1, QR4")]),
    (
        "Corporate theme: Clean quays\nService outcome: Let berths\nAssociated PIs: KPI 4",
        [
            ("corporate_outcome", "Clean quays"),
            ("departmental_outcome", "Let berths"),
            ("indicator_refs", "KPI 4"),
        ],
    ),
]
UNLABELLED = [
    "Clean quays",
    "The corporate outcome is clean quays",
    "Tide: high",
    "Goal – clean quays",
    "Priority 2-3 berths",
    "Quays: outcome: open",
    "",
]


@pytest.mark.parametrize(("text", "pairs"), LABELLED)
def test_labelled(text: str, pairs: list[tuple[str, str]]) -> None:
    assert labelled(text) == pairs


@pytest.mark.parametrize("text", UNLABELLED)
def test_not_labelled(text: str) -> None:
    assert labelled(text) == []


def test_lines_before_the_label() -> None:
    text = "Actions of the Quays team\nCorporate outcome: Clean quays"
    assert labelled(text) == []
    assert labelled(text, after_other_text=True) == [("corporate_outcome", "Clean quays")]


@pytest.mark.parametrize(
    ("text", "yes"),
    [
        ("Section 2 – Quays", True),
        ("PART B", True),
        ("Annex 1: actions", True),
        ("Partly met", False),
        ("Quays", False),
    ],
)
def test_sections(text: str, yes: bool) -> None:
    assert is_section(text) is yes


def after(*bands: str) -> Headings:
    """The headings in force after these band rows of a table with four columns."""
    headings = Headings()
    for band in bands:
        apply_band(headings, rows(f"{band} | < | < | <")[0].cells)
    return headings


CORPORATE, SERVICE, TEAM = (
    "Corporate outcome: Clean quays",
    "Service outcome: Let berths",
    "Team objective: Be kind",
)

IN_FORCE = [
    ("each level its own", [CORPORATE, SERVICE, TEAM], ("Clean quays", "Let berths", "Be kind")),
    (
        "a new one ends those below it",
        [CORPORATE, SERVICE, TEAM, "Corporate outcome: Full nets"],
        ("Full nets", "", ""),
    ),
    (
        "and leaves those above",
        [CORPORATE, SERVICE, TEAM, "Service outcome: Ferries"],
        ("Clean quays", "Ferries", ""),
    ),
    ("a section ends all", [CORPORATE, SERVICE, "Section 2"], ("", "", "")),
    (
        "by their looks: first outside, then inside",
        ["{blue} Quays", "{grey} Berths", "{grey} Cranes"],
        ("Quays", "Cranes", ""),
    ),
    ("bold outside, plain inside", ["*Quays", "Berths", "*Ferries"], ("Ferries", "", "")),
]


@pytest.mark.parametrize(("bands", "expected"), [c[1:] for c in IN_FORCE], ids=[c[0] for c in IN_FORCE])
def test_levels(bands: list[str], expected: tuple[str, str, str]) -> None:
    headings = after(*bands)
    levels = ("corporate_outcome", "departmental_outcome", "divisional_objective")
    assert tuple(headings.outcome(level) for level in levels) == expected


PARENTS = [
    ("Service outcome: Let berths (ref: AB 12)", ("AB 12",)),
    ("Service outcome: Let berths (Ref AB 12; CD 3)", ("AB 12", "CD 3")),
    ("Service outcome: Let berths (refs. AB 12-14)", ("AB 12", "AB 13", "AB 14")),
    ("Service outcome: Let berths by 2032 (see page 12)", ()),
    ("Service outcome: Let 12 berths", ()),
]


@pytest.mark.parametrize(("band", "refs"), PARENTS)
def test_parents(band: str, refs: tuple[str, ...]) -> None:
    assert after(band).parent_refs() == refs


def test_refs_of_a_label_last_until_the_next_heading() -> None:
    assert after(SERVICE, "Associated risks: QR1, QR4").refs("risk_refs") == ("QR1", "QR4")
    assert after(SERVICE, "Associated risks: QR1, QR4", "Service outcome: Ferries").refs("risk_refs") == ()


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("H high, M medium, L low.", True),
        ("A = agreed; B = begun", True),
        ("A home within reach", False),
        ("Homes, high streets and parks", False),
    ],
)
def test_what_letters_stand_for_is_no_heading(text: str, key: bool) -> None:
    assert is_key(text) is key


def cell(column: int, text: str, left: float, size: float = 10.0) -> Cell:
    """A cell with one word that is 40 points wide."""
    box = Box(left, 100, left + 40, 110)
    word = Word(text, box, size)
    return Cell(1, column, text, 1, box, words=(word,) if text else ())


@pytest.mark.parametrize(
    ("second", "left", "cut"),
    [
        ("Directorate", 43.0, True),  # a space behind the first
        ("Directorate", 46.0, False),  # further off than a space
        ("Directorate", 55.0, False),  # in a column of its own
        ("", 43.0, False),  # alone
    ],
)
def test_a_heading_that_an_edge_of_columns_cuts_in_two(second: str, left: float, cut: bool) -> None:
    cells = (cell(0, "Environment", 0.0), cell(1, second, left), cell(2, "", 200.0))
    assert _cut(Row(cells, 1, Box(0, 100, 240, 110)), columns=3) == cut


def test_two_texts_that_fill_the_row_are_a_record() -> None:
    cells = (cell(0, "Open", 0.0), cell(1, "baths", 43.0))
    assert not _cut(Row(cells, 1, Box(0, 100, 83, 110)), columns=2)


@pytest.mark.parametrize(
    ("size", "bold", "section"),
    [(10.0, False, "Adults"), (10.0, True, "Corporate"), (14.0, False, "Corporate")],
)
def test_a_heading_over_the_next_table_ends_a_band_that_looks_like_it(
    size: float, bold: bool, section: str
) -> None:
    headings = Headings()
    apply_band(headings, [cell(0, "Corporate", 0.0)])
    apply_heading(headings, "Adults", size, bold=bold)
    assert headings.section("actions") == section


PLAN_HEAD = "*Ref | *Action | *Lead | *Due"


def aims(*rows: str) -> list[tuple[str, str, str]]:
    """The headings over each action of a plan with these rows behind its head."""
    found = recognise([table(PLAN_HEAD, *rows)])
    made = records(found, lambda _: Around(plan="Harbour plan")).actions
    return [(a.corporate_outcome, a.departmental_outcome, a.divisional_objective) for a in made]


TASKS = (
    "QA 1 | Dredge the basin | Jo Kerr | May 2032",
    "QA 2 | Paint the crane | Ann Day | June 2032",
    "QA 3 | Mend the lock | Pat Voss | July 2032",
)


@pytest.mark.parametrize("label", ["Aim", "AIM", "Objective", "Objective 2"])
def test_objectives_with_nothing_over_them_are_the_outermost_headings(label: str) -> None:
    found = aims(
        f"*{label}: Clean quays | < | < | <", TASKS[0], f"*{label}: Safe locks | < | < | <", *TASKS[1:]
    )
    assert found == [("Clean quays", "", ""), *[("Safe locks", "", "")] * 2]


def test_the_same_label_is_one_level_in_the_whole_plan() -> None:
    """Also where the heading that tells its level comes only later."""
    found = aims(
        *("*Aim: Clean quays | < | < | <", TASKS[0]),
        *("*Theme: Works | < | < | <", "*Aim: Safe locks | < | < | <", *TASKS[1:]),
    )
    assert found == [("", "", "Clean quays"), *[("Works", "", "Safe locks")] * 2]


@pytest.mark.parametrize("label", ["Team objective", "Divisional aim", "Objective 1.2 –"])
def test_a_label_that_says_whose_it_is_stays_of_its_level(label: str) -> None:
    sign = "" if label.endswith("–") else ":"
    assert aims(f"*{label}{sign} Clean quays | < | < | <", *TASKS)[0] == ("", "", "Clean quays")


def test_objectives_under_bands_without_a_label_are_under_them() -> None:
    found = aims("*The harbour | < | < | <", "*Aim: Clean quays | < | < | <", *TASKS)
    assert found == [("The harbour", "", "Clean quays")] * 3
