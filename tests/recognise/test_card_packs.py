"""Cards that go on in tables below them, with tables, grids and texts on them, under headings."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import pytest
from sheets import table

from agendapack.extract.model import Table
from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise import recognise
from agendapack.extract.recognise.alike_cards import _goes_on
from agendapack.extract.recognise.card_labels import Labelled
from agendapack.extract.recognise.card_model import Card, Inside
from agendapack.extract.recognise.card_rows import name_of
from agendapack.extract.recognise.inside_cards import is_grid
from agendapack.extract.recognise.said_ratings import ratings_apart
from agendapack.extract.records import records
from agendapack.extract.records.draft import DraftRows

TASKS = ("Dredge the inner basin", "Paint the loading crane", "Mend the north lock", "Buy a second ferry")
POSTS = ("Harbour Master", "Head of Works", "Director of Quays", "Ferry Manager")
RISKS = (
    "If the lock fails, ships cannot leave and traders will claim their losses",
    "If the crane falls, a worker may be hurt and the quay is closed",
    "If silt comes back, the basin becomes too shallow for the ferry",
    "If nobody applies, the pilot service stops and tolls are lost",
)


def read(*tables: Table) -> DraftRows:
    return records(recognise(tables), lambda _: Around())


def paper(*parts: Sequence[str], page: int = 1, first: int = 1) -> list[Table]:
    """Tables one below the other."""
    return [table(*rows, page=page, number=first + n, top=60.0 + 140 * n) for n, rows in enumerate(parts)]


def block(number: int, colour: str) -> list[str]:
    return [
        f"{{grey}} *2.{number + 1} | {{grey}} *{TASKS[number]} | < | <",
        f"{{grey}} Owner | {POSTS[number]} | {{grey}} BRAG | {{{colour}}}",
        f"{{grey}} Deadline | {number + 1} May 2032 | {{grey}} Evidence | Signed off by the board",
    ]


def test_headings_over_cards_are_those_of_the_cards_below_them() -> None:
    blocks = [block(n, "green") for n in range(4)]
    made = read(
        table(
            *("{blue} *Priority 1: Quays that hold | < | < | <", *blocks[0], *blocks[1]),
            *("{blue} *Priority 2: Ferries that run | < | < | <", *blocks[2], *blocks[3]),
        )
    ).actions
    assert [a.action_ref for a in made] == ["2.1", "2.2", "2.3", "2.4"]
    assert [a.action for a in made] == [*TASKS]
    assert [a.section for a in made] == ["Quays that hold"] * 2 + ["Ferries that run"] * 2


@pytest.mark.parametrize("colours", [("amber", "green", "red", "green"), ("grey",) * 4])
def test_a_colour_beside_its_label_is_its_value(colours: Sequence[str]) -> None:
    """A cell of the label's own colour says nothing."""
    made = read(table(*chain.from_iterable(block(n, colour) for n, colour in enumerate(colours)))).actions
    said = {"amber": "Amber", "green": "Green", "red": "Red", "grey": ""}
    assert [a.status for a in made] == [said[colour] for colour in colours]


MILESTONES = (
    ("Contract let", "Start on site", "Doors open"),
    ("Plans drawn", "Consent given"),
    ("Survey done", "Report sent", "Funds agreed", "Works begun"),
)


def project(number: int) -> list[str]:
    """A report on a project, whose stages stand in the same grid."""
    return [
        f"{{blue}} *QV-0{number + 1} Quay {'ABC'[number]} made new | < | < | <",
        f"{{grey}} *Sponsor | {POSTS[number]} | {{grey}} *Spent | £{number + 2}.4m",
        f"{{grey}} *Overall | On track | {{grey}} *Cost | £{number + 3}.0m",
        "{grey} *What has happened | < | < | <",
        f"The survey of quay {number} has been made and the divers were pleased with it. | < | < | <",
        "{grey} *Milestone | < | {grey} *Due date | {grey} *Status",
        *(f"{stage} | < | {n + 1} May 2032 | In progress" for n, stage in enumerate(MILESTONES[number])),
        "{grey} *Next | < | < | <",
        f"Meet the harbour users in week {number + 3} of the season. | < | < | <",
    ]


@pytest.mark.parametrize("joined", [True, False])
def test_a_list_on_cards_is_one_list_under_their_titles(joined: bool) -> None:
    reports = [project(n) for n in range(3)]
    made = read(*([table(*chain.from_iterable(reports))] if joined else paper(*reports))).actions
    assert [a.action for a in made] == [*chain.from_iterable(MILESTONES)]
    assert [a.section.split()[0] for a in made] == [
        f"QV-0{n + 1}" for n, stages in enumerate(MILESTONES) for _ in stages
    ]
    assert [a.due_text for a in made[:2]] == ["1 May 2032", "2 May 2032"]


def scheme(number: int) -> list[str]:
    """An action with its steps in the same grid."""
    return [
        f"{{grey}} *Action no. | AP {number + 1} | {{grey}} *Lead | {POSTS[number]}",
        f"{{grey}} *Action | {TASKS[number]} | {{grey}} *Due date | {number + 1} June 2032",
        "{blue} *Step no. | {blue} *What will be done | {blue} *Who | {blue} *By when",
        *(f"AP {number + 1}.{m} | Let the contract for part {m} | Jo Kerr | {m} May 2032" for m in (1, 2)),
    ]


def test_steps_on_the_card_of_an_action_serve_it() -> None:
    made = read(table(*chain.from_iterable(scheme(n) for n in range(4)))).actions
    assert [a.action_ref for a in made if not a.parent_refs] == [f"AP {n}" for n in (1, 2, 3, 4)]
    assert [(a.action_ref, a.parent_refs) for a in made if a.parent_refs] == [
        (f"AP {n}.{m}", (f"AP {n}",)) for n in (1, 2, 3, 4) for m in (1, 2)
    ]


STAGES = ("Inherent", "Current", "Target")
CONTROLS = (
    ("Two gates", "A third pump"),
    ("Yearly test of the hook",),
    ("Sounding each month", "Dredger"),
    ("Adverts",),
)


def risk(number: int, side: Sequence[str]) -> list[list[str]]:
    """A sheet of one risk: what it is, how it is rated, and its controls, in tables of their own."""
    return [
        [
            "{blue} *QUAY COUNCIL RISK SHEET | < | < | <",
            f"{{grey}} *Reference | HR {number + 1} | {{grey}} *Reviewed | {number + 1} May 2032",
            f"{{grey}} *Risk | {RISKS[number]} | < | <",
            f"{{grey}} *Owner | {POSTS[number]} | {{grey}} *Manager | Jo Kerr",
        ],
        [
            "{grey} *Rating | {grey} *Likelihood | {grey} *Impact | {grey} *Score",
            *(f"{{grey}} *{s} | {4 - n} | {n + 2} | {(4 - n) * (n + 2)}" for n, s in enumerate(side)),
        ],
        ["{blue} *Controls we rely on | {blue} *How well do they work?"]
        + [f"{control} | Partly effective" for control in CONTROLS[number]],
    ]


@pytest.mark.parametrize("paged", [True, False])
def test_a_risk_over_several_tables_is_one_row(paged: bool) -> None:
    sheets = [paper(*risk(n, STAGES), page=n + 1 if paged else 1, first=1 + 3 * n) for n in range(4)]
    made = read(*chain.from_iterable(sheets)).risks
    assert [(r.risk_ref, r.description) for r in made] == [(f"HR {n + 1}", RISKS[n]) for n in range(4)]
    assert {(r.inherent_score, r.score, r.target_score) for r in made} == {("8", "9", "8")}
    assert [r.mitigations for r in made] == [*CONTROLS]


def test_tables_with_the_same_head_that_follow_no_cards_are_lists() -> None:
    plans = [
        ["*Ref | *Action | *Lead | *By when"]
        + [f"{n}.{m} | {TASKS[m]} {n} | {POSTS[m]} | {m + 1} May 2032" for m in range(3)]
        for n in range(3)
    ]
    made = read(*paper(*plans)).actions
    assert [a.action_ref for a in made] == [f"{n}.{m}" for n in range(3) for m in range(3)]


def boxed(number: int) -> list[str]:
    """An action with its labels in the cells of their values, and its steps below."""
    return [
        f"{{grey}} *AP {number + 1}: {TASKS[number]} | < | <",
        f"Lead: {POSTS[number]} | Due date: {number + 1} June 2032 | Status: In progress",
        "{blue} *Step no. | {blue} *What will be done | {blue} *By when",
        *(f"AP {number + 1}.{m} | Let the contract for part {m} | {m} May 2032" for m in (1, 2)),
    ]


def test_the_title_of_the_next_card_ends_a_list_where_labels_stand_in_cells() -> None:
    made = read(table(*chain.from_iterable(boxed(n) for n in range(4)))).actions
    assert [a.action for a in made if not a.parent_refs] == [*TASKS]
    assert [a.action_ref for a in made if a.parent_refs] == [
        f"AP {n}.{m}" for n in (1, 2, 3, 4) for m in (1, 2)
    ]


@pytest.mark.parametrize(
    ("said", "scores"),
    [
        ("Likelihood {0}, Impact 3, Total {1}", [("4", "3", "12"), ("5", "3", "15"), ("2", "3", "6")]),
        ("Likelihood: {0}; Impact: 3", [("4", "3", ""), ("5", "3", ""), ("2", "3", "")]),
        ("Likelihood {0} at most, Impact 3", [("", "", "")] * 3),
    ],
)
def test_ratings_behind_their_labels_in_one_value_are_told_apart(
    said: str, scores: Sequence[tuple[str, ...]]
) -> None:
    forms = [
        table(
            f"*Ref | R{n} | *Owned by | {POSTS[n]}",
            f"*What could happen | {RISKS[n]} | < | <",
            f"*Before controls | Likelihood 5, Impact 4, Total 20 | *After controls | {said.format(*now)}",
            number=n,
            top=60.0 + 140 * n,
        )
        for n, now in enumerate([(4, 12), (5, 15), (2, 6)])
    ]
    made = read(*forms).risks
    assert [(r.likelihood, r.impact, r.score) for r in made] == scores
    assert [(r.inherent_likelihood, r.inherent_impact, r.inherent_score) for r in made] == [
        ("5", "4", "20")
    ] * 3


def test_a_list_without_a_head_stands_under_what_comes_again_over_it() -> None:
    cards = [
        table(
            f"*RK-{n} {RISKS[n]} | < | < | <",
            "Risk owner | Score today | Score we want | ",
            f"{POSTS[n]} | {n + 10} | {n + 4} | ",
            "What keeps it in check | < | < | <",
            f"The board hears of point {n} each spring and autumn | < | < | <",
            "*Still to be done | < | < | <",
            f"RK-{n}.1 | {TASKS[n]} | {POSTS[3 - n]} | {n + 1} May 2032",
            f"RK-{n}.2 | {TASKS[3 - n]} and report to the board | {POSTS[n]} | {n + 1} June 2032",
            number=n,
            top=60.0 + 180 * n,
        )
        for n in range(3)
    ]
    made = read(*cards)
    assert [r.risk_ref for r in made.risks] == ["RK-0", "RK-1", "RK-2"]
    assert [a.action_ref for a in made.actions] == [f"RK-{n}.{m}" for n in range(3) for m in (1, 2)]
    assert [a.due_text for a in made.actions[:2]] == ["1 May 2032", "1 June 2032"]


def test_on_a_card_without_a_label_nothing_goes_on() -> None:
    text = table(" | and more to come").rows[0].cells[-1]
    assert text.column == 1
    assert not _goes_on(Card("t000"), [text])


@pytest.mark.parametrize(
    ("said", "labels"),
    [
        ("Likelihood 4, Impact 3", ["Current Likelihood", "Current Impact"]),
        ("Score 12", ["After controls"]),
    ],
)
def test_one_figure_behind_a_word_stays_what_its_label_says(said: str, labels: Sequence[str]) -> None:
    label, value = table(f"After controls | {said}").rows[0].cells
    assert [pair.label.text for pair in ratings_apart(Labelled(label, value))] == labels


@pytest.mark.parametrize(
    ("columns", "grid"), [(3, True), (2, False)], ids=["MIN_COLUMNS", "MIN_COLUMNS fewer"]
)
def test_a_table_with_one_column_beside_what_its_rows_are_called_is_a_list(columns: int, grid: bool) -> None:
    """Its rows are called the same on every card."""
    printed = table("*Part | *Chance | *Reach", "Gates | 4 | 5", "Hinges | 2 | 3")
    head, *rows = [row.cells[:columns] for row in printed.rows]
    key = tuple((cell.column, name_of(cell)) for cell in head)
    cards = [Card(f"t{n}", inside={key: Inside(f"t{n}", head, rows)}) for n in range(2)]
    assert is_grid(cards, key) is grid
