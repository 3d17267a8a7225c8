"""Forms whose rows are parted: titles over texts at the left, a grid of ratings beside them, a list below."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from sheets import table

from agendapack.extract.model import Table
from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise import recognise
from agendapack.extract.recognise.parted_rows import parted
from agendapack.extract.recognise.sided_ratings import sided
from agendapack.extract.records import records
from agendapack.extract.records.draft import DraftRows

RISKS = (
    "The lock fails and ships cannot leave",
    "The crane falls and a worker is hurt",
    "Silt comes back and the ferry cannot land",
    "Nobody applies and the pilot service stops",
)
POSTS = ("Harbour Master", "Head of Works", "Director of Quays", "Ferry Manager")
WORK = ("Buy new gates", "Test the hook each year", "Sound the basin", "Offer a training post")


def form(number: int) -> list[str]:
    raw, now = 5 - number % 2, 3 - number % 2
    return [
        f"*HR{number + 1} | *{RISKS[number]} | < | Carried by: {POSTS[number]} | <",
        f"*In a sentence | Much is lost on pier {number} | < | *Raw | *Now",
        f"*Why it might happen | *What would follow | *In place today | Likelihood {raw} | Likelihood {now}",
        f"Old ropes on pier {number} | Claims of {number + 2} firms | A watch of {number + 3} men "
        "| Impact 4 | Impact 3",
        f"^ | ^ | ^ | {4 * raw} | {3 * now}",
        "*Further work | < | *By whom | *Target day | <",
        *(f"{WORK[number]}, part {m} | < | {POSTS[number]} | {m + number} May 2032 | <" for m in (1, 2)),
    ]


def forms() -> list[Table]:
    return [table(*form(n), number=n + 1, top=60.0 + 160 * n) for n in range(4)]


def read(tables: Sequence[Table]) -> DraftRows:
    return records(recognise(tables), lambda _: Around())


def test_what_stands_under_titles_stands_behind_them() -> None:
    tables = forms()
    rows = [[[c for c in row.cells if c.text] for row in one.rows] for one in tables]
    first = [[cell.flat for cell in row] for row in parted(tables, rows)[0]]
    assert first == [
        ["HR1", RISKS[0]],
        ["Carried by", "Harbour Master"],
        ["In a sentence", "Much is lost on pier 0"],
        ["Raw", "Now"],
        ["Likelihood", "5", "3"],
        ["Impact", "4", "3"],
        ["Score", "20", "9"],
        ["Why it might happen", "What would follow", "In place today"],
        ["Old ropes on pier 0", "Claims of 2 firms", "A watch of 3 men"],
        ["Further work", "By whom", "Target day"],
        ["Buy new gates, part 1", "Harbour Master", "1 May 2032"],
        ["Buy new gates, part 2", "Harbour Master", "2 May 2032"],
    ]


def test_such_forms_are_risks_with_their_actions() -> None:
    made = read(forms())
    rated = [(r.risk_ref, r.score, r.inherent_score) for r in made.risks]
    assert rated == [("HR1", "9", "20"), ("HR2", "6", "16"), ("HR3", "9", "20"), ("HR4", "6", "16")]
    assert [(a.action, a.due_text, a.risk_refs) for a in made.actions[:2]] == [
        ("Buy new gates, part 1", "1 May 2032", ("HR1",)),
        ("Buy new gates, part 2", "2 May 2032", ("HR1",)),
    ]
    assert len(made.actions) == 8


@pytest.mark.parametrize(
    "rows",
    [
        ["*Ref | *Action | *Owner", "A 1 | Mend the lock | Jo Kerr", "A 2 | Paint the crane | Jo Kerr"],
        ["*Ref | HR{0} | *Owner | Officer {0}", "*Action | Mend lock {0} | < | <"],
    ],
    ids=["a list", "pairs"],
)
def test_rows_that_nothing_stands_beside_are_not_parted(rows: list[str]) -> None:
    tables = [table(*(row.format(n) for row in rows), number=n) for n in range(4)]
    cells = [[[c for c in row.cells if c.text] for row in one.rows] for one in tables]
    assert parted(tables, cells) == [[]] * 4


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            ["Chance 5 | Chance 4", "Effect 3 | Effect 2", "15 | 8"],
            [["Chance", "5", "4"], ["Effect", "3", "2"], ["Score", "15", "8"]],
        ),
        (
            ["Chance 5 | Chance 4", "Effect 3 | Effect 2", "15 | 9"],
            [["Chance", "5", "4"], ["Effect", "3", "2"], ["15", "9"]],
        ),
        (["Chance 5 | Effect 4", "15 | 8"], [["Chance 5", "Effect 4"], ["15", "8"]]),
        (
            ["Chance 5 | Chance", "Old ropes | Nobody looks"],
            [["Chance 5", "Chance"], ["Old ropes", "Nobody looks"]],
        ),
    ],
    ids=["a product", "no product", "names apart", "words"],
)
def test_a_name_in_every_cell_is_that_of_the_row(rows: list[str], said: list[list[str]]) -> None:
    printed = [[*row.cells] for row in table(*rows).rows]
    assert [[cell.flat for cell in row] for row in sided(printed)] == said
