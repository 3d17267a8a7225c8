"""Cards whose title is a heading and whose ratings alone are a table, with the tables that stand on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from sheets import table

from agendapack.extract.model import Box, Table, Word
from agendapack.extract.outline.headings import Heading
from agendapack.extract.outline.lines import TextLine, make_line
from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise import recognise
from agendapack.extract.records import DraftRows, records

GRID = (
    " | *Likelihood | *Impact | *Score",
    "*Inherent | 4 | 5 | 20",
    "*Current | 3 | 5 | 15",
    "*Target | 2 | 5 | 10",
)
ACROSS = (
    " | *Gross | *Net | *Target",
    "*Probability | 4 | 3 | 2",
    "*Impact | 5 | 5 | 5",
    "*Risk score | 20 | 15 | 10",
)
CONTROLS = (
    "*Ref | *Control | *Control owner | *Effectiveness",
    "C1 | Yearly survey of the gates | Jo Kerr | Good",
    "C2 | Spare gates are kept in store | Pat Voss | Fair",
)
ACTIONS = (
    "*Ref | *Action | *Assigned to | *Complete by | *Progress",
    "A7 | Replace the hinges of the gates | Jo Kerr | May 2032 | 60%",
)
RISKS = (
    "QR1 The lock gates fail in a storm",
    "QR2 The ferry operator gives up",
    "QR3 Silt closes the inner basin",
)
BOLD = (("*Risk owner", "Harbour Master"), ("*Last review", "14 May 2031", "*Risk level", "High"))
PLAIN = (("Risk owner: Harbour Master",), ("Last review: 14 May 2031",), ("Risk level: High",))


def printed(y: float, *pieces: str, size: float = 8.0) -> TextLine:
    """A line of pieces with wide white between them, bold behind a star."""
    words, x = [], 40.0
    for piece in pieces:
        for text in piece.lstrip("*").split():
            words.append(Word(text, Box(x, y, x + 5 * len(text), y + size), size, piece.startswith("*")))
            x += 5 * len(text) + 2
        x += 20
    return make_line(1, words)


class Pack:
    """Tables under one another on one page, with what is printed around them."""

    def __init__(self) -> None:
        self.tables: list[Table] = []
        self.places: dict[str, Around] = {}
        self.end = 60.0

    def add(
        self, rows: Sequence[str], title: str = "", said: Sequence[Sequence[str]] = (), size: float = 8.0
    ) -> Pack:
        """A table under a title, plain lines beside it."""
        top = self.end + 30
        made = table(*rows, number=len(self.tables) + 1, top=top)
        lines = [printed(top - 16, f"*{title}", size=size)] if title else []
        lines += [printed(top + 2 + 12 * n, *pieces) for n, pieces in enumerate(said)]
        head = Heading(1, lines[0].box, 2, title, size, True) if title else None
        self.places[made.table_id] = Around(
            "Quays", (title,) if title else (), heading=head, near=tuple(lines)
        )
        self.tables.append(made)
        self.end = made.box.bottom
        return self

    def read(self) -> DraftRows:
        return records(recognise(self.tables, self.places.__getitem__), self.places.__getitem__)


@pytest.mark.parametrize("said", [BOLD, PLAIN], ids=["bold labels", "colons"])
@pytest.mark.parametrize("grid", [GRID, ACROSS], ids=["stages down", "stages across"])
@pytest.mark.parametrize("cards", [1, 3])
def test_ratings_under_a_title_are_those_of_its_risk(
    cards: int, grid: Sequence[str], said: Sequence[Sequence[str]]
) -> None:
    pack = Pack()
    for title in RISKS[:cards]:
        pack.add(grid, title, said, size=12)
    risks = pack.read().risks
    assert [f"{r.risk_ref} {r.description}" for r in risks] == [*RISKS[:cards]]
    assert {(r.likelihood, r.impact, r.score, r.inherent_score, r.target_score) for r in risks} == {
        ("3", "5", "15", "20", "10")
    }
    assert {(r.officers, r.last_review, r.priority) for r in risks} == {
        (("Harbour Master",), "14 May 2031", "High")
    }


def test_tables_on_a_card_are_its_controls_and_its_actions() -> None:
    pack = Pack()
    for title in RISKS[:2]:
        pack.add(GRID, title, BOLD, size=12).add(CONTROLS, "Controls in place").add(
            ACTIONS, "Further actions"
        )
    made = pack.read()
    assert {r.mitigations for r in made.risks} == {
        ("Yearly survey of the gates", "Spare gates are kept in store")
    }
    assert [(a.action_ref, a.risk_refs, a.status) for a in made.actions] == [
        ("A7", ("QR1",), "60%"),
        ("A7", ("QR2",), "60%"),
    ]
    assert [r.action_refs for r in made.risks] == [("A7",), ("A7",)]


@pytest.mark.parametrize(
    ("size", "refs"), [(11.4, ("QR1",)), (11.6, ())], ids=["SAME_SIZE", "as large as the title"]
)
def test_a_title_of_the_same_rank_ends_a_card(size: float, refs: tuple[str, ...]) -> None:
    pack = Pack().add(GRID, RISKS[0], BOLD, size=12).add(CONTROLS, "Controls in place")
    (action,) = pack.add(ACTIONS, "Works of the year", size=size).read().actions
    assert action.risk_refs == refs


def test_a_risk_of_a_list_that_has_a_card_is_one_risk() -> None:
    summary = (
        "*Risk | *Title | *L | *I | *Score",
        *(f"{r[:3]} | {r[4:]} | 3 | 5 | 15" for r in RISKS),
        "QR9 | A fire in the sheds | 2 | 4 | 8",
    )
    pack = Pack().add(summary, "Summary of scores")
    for title in RISKS:
        pack.add(GRID, title, BOLD, size=12)
    made = pack.read()
    assert [(r.risk_ref, r.source.table_id) for r in made.risks] == [
        ("QR9", "t001"),
        ("QR1", "t002"),
        ("QR2", "t003"),
        ("QR3", "t004"),
    ]
    assert [r.risk_ref for r in made.listed] == ["QR1", "QR2", "QR3"]


@pytest.mark.parametrize(
    ("title", "grid"),
    [("Summary", GRID), ("QR1 Gates", GRID), (RISKS[0], GRID[:2])],
    ids=["no name", "MIN_TITLE_WORDS", "MIN_STAGES"],
)
def test_ratings_that_no_title_names_are_none_of_a_card(title: str, grid: Sequence[str]) -> None:
    assert {r.risk_ref for r in Pack().add(grid, title, size=12).read().risks} <= {""}


@pytest.mark.parametrize("grid", [GRID[:3], ACROSS])
def test_ratings_at_two_stages_are_those_of_the_risk_over_them(grid: Sequence[str]) -> None:
    assert [r.risk_ref for r in Pack().add(grid, RISKS[0], size=12).read().risks] == ["QR1"]


OWNED = ("*Risk owner | Harbour Master", "*Last review | 14 May 2031")


@pytest.mark.parametrize(
    ("block", "x", "down", "owners"),
    [
        (OWNED, 500, 0, ("Harbour Master",)),
        (OWNED, 440, 0, ()),
        (OWNED, 500, 60, ()),
        ((*OWNED, "It was seen by the board | < "), 500, 0, ()),
    ],
    ids=["beside", "on it", "below", "not only labels"],
)
def test_a_block_of_labels_beside_the_ratings_is_of_their_risk(
    block: Sequence[str], x: float, down: float, owners: tuple[str, ...]
) -> None:
    """The ratings end at 450 points; the block is as high as they are, or begins below them."""
    pack = Pack().add(GRID, RISKS[0], size=12)
    top = pack.tables[0].box.top + down
    made = table(*block, number=2, top=top)
    beside = replace(made, box=Box(x, top, x + 200, made.box.bottom))
    pack.tables.append(beside)
    pack.places[beside.table_id] = Around("Quays")
    assert [r.officers for r in pack.read().risks if r.risk_ref] == [owners]
