"""Cards without walls: what stands beside what is told by lines, whatever columns were found."""

from __future__ import annotations

import pytest
from outline.typeset import put
from sheets import texts

from agendapack.extract.model import Box, Cell, Grid, Row, Table, Word
from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise import recognise
from agendapack.extract.recognise.card_lists import sheaves
from agendapack.extract.recognise.rows_by_lines import SAME_EDGE_PT, WALLED, is_walled, rows_by_lines
from agendapack.extract.records import records

LEFT, LEADING = 50.0, 14.0
RISKS = (
    ("SRR/01", "The north lock fails", "Harbour Master", "4", "12"),
    ("SRR/02", "Too few pilots are trained for the new winter", "Head of Quays", "3", "9"),
    ("SRR/03", "Fuel spills on the oyster beds", "Head of Works", "4", "8"),
)


def line(top: float, *stretches: tuple[float, str], bold: int = 1) -> list[Word]:
    """A line of labels and values in turn, each from its place; every label is bold where `bold`."""
    return [
        word
        for n, (x, text) in enumerate(stretches)
        for word in put(x, top, text, "b" if bold and n % 2 == 0 else "")
    ]


def made(*lines: list[Word], method: str = "aligned") -> Table:
    """A table whose lines are a row of one cell each: no columns at all."""
    cells = [
        Cell(
            n,
            0,
            " ".join(w.text for w in words),
            1,
            Box(LEFT, words[0].box.top, 500, words[0].box.bottom),
            words=tuple(words),
        )
        for n, words in enumerate(lines)
    ]
    box = Box(LEFT, cells[0].box.top, 500, cells[-1].box.bottom)
    rows = tuple(Row((cell,), 1, cell.box) for cell in cells)
    return Table("t001", 1, 1, box, 1, rows, (Grid(1, box, len(cells), 1, tuple(cells), method),))


def register(bold: int = 1, method: str = "aligned") -> Table:
    """Cards whose second label stands where a value of the next row has its middle."""
    printed: list[list[Word]] = []
    for ref, text, owner, chance, score in RISKS:
        for row in (
            ((LEFT, "Risk no."), (130, ref), (240, "Risk owner"), (320, owner)),
            ((LEFT, "Risk"), (130, text)),
            ((LEFT, "Likelihood"), (130, chance), (240, "Score"), (320, score)),
        ):
            printed.append(line(100 + LEADING * len(printed), *row, bold=bold))
    return made(*printed, method=method)


@pytest.mark.parametrize("bold", [0, 1])
def test_cards_are_read_by_their_lines(bold: int) -> None:
    (sheaf,) = sheaves([register(bold)])
    assert texts(sheaf.whole.rows, sheaf.whole.columns) == [
        "Risk no. | Risk owner | Risk | Likelihood | Score",
        *(f"{ref} | {owner} | {text} | {chance} | {score}" for ref, text, owner, chance, score in RISKS),
    ]


def test_they_are_records() -> None:
    found = records(recognise([register()]), lambda _: Around()).risks
    assert [(r.risk_ref, r.description, *r.officers, r.likelihood, r.score) for r in found] == [*RISKS]


@pytest.mark.parametrize("method", sorted(WALLED))
def test_walls_that_are_drawn_tell_the_texts(method: str) -> None:
    table = register(method=method)
    assert is_walled(table) and not sheaves([table])


def test_values_and_labels_go_on_below_where_they_stand() -> None:
    table = made(
        line(100, (LEFT, "Risk no."), (130, "SRR/01"), (240, "Last"), (320, "Yes")),
        line(114, (240, "reviewed"), (320, "in May")),
    )
    (row,) = rows_by_lines(table)
    assert [cell.text for cell in row] == ["Risk no.", "SRR/01", "Last\nreviewed", "Yes\nin May"]


@pytest.mark.parametrize(("bold", "white", "texts"), [("b", 0.55, 2), ("b", 0.45, 1), ("", 0.55, 1)])
def test_bold_words_are_parted_from_others_that_stand_near(bold: str, white: float, texts: int) -> None:
    near = put(LEFT, 100, "Chance", bold)
    beside = put(near[-1].box.x1 + white * near[-1].size, 100, "Likely")
    assert len(rows_by_lines(made([*near, *beside]))[0]) == texts


@pytest.mark.parametrize(("by", "rows"), [(SAME_EDGE_PT, 2), (SAME_EDGE_PT + 1, 1)])
def test_a_line_that_begins_at_the_left_edge_is_a_row(by: float, rows: int) -> None:
    table = made(line(100, (LEFT, "Risk"), (130, "The lock")), line(114, (LEFT + by, "fails")))
    assert len(rows_by_lines(table)) == rows
