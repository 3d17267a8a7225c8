"""Cells of cards that hold several labels: on lines of their own, before figures, over an inner grid."""

from __future__ import annotations

import pytest
from outline.typeset import put
from sheets import table

from agendapack.extract.model import Box, Cell
from agendapack.extract.recognise import recognise
from agendapack.extract.recognise.labels_in_cell import labelled_inside

LINES = (
    "*HB 04 | *The flood gates fail in a winter storm",
    "Owner / Harbour Master / Linked actions / HQ/31/07, HQ/31/09 |"
    " Likelihood Impact Score / Current 4 5 20 / Target 2 5 10",
    "Controls / • Yearly survey / • Spare hinges | <",
)
TURNED = (
    "*HB 04 | *The flood gates fail in a winter storm",
    "Risk owner: Harbour Master / Action refs: HQ/31/07, HQ/31/09 |"
    " Current Target / Likelihood 4 2 / Impact 5 5 / Score 20 10",
    "Existing controls / • Yearly survey / • Spare hinges | <",
)
FIGURES = (
    "*HB 04 | *The flood gates fail in a winter storm | <",
    "Likelihood 4 / Impact 5 / Risk score 20 | Target likelihood 2 / Target impact 5 / Target score 10 |"
    " Risk owner / Harbour Master",
    "Existing controls / • Yearly survey / • Spare hinges | < | Linked actions / HQ/31/07, HQ/31/09",
)


@pytest.mark.parametrize("card", [LINES, TURNED, FIGURES])
def test_a_card_whose_cells_hold_labelled_lines_is_a_risk(card: tuple[str, ...]) -> None:
    (found,) = recognise([table(*card)])
    assert found.kind == "risks" and found.reading
    (row,) = (r for r in found.table.rows if r.kind == "body")
    read = {role.name: row.cells[role.column].flat for role in found.reading.roles}
    assert read == {
        "ref": "HB 04",
        "description": "The flood gates fail in a winter storm",
        "officers": "Harbour Master",
        "action_refs": "HQ/31/07, HQ/31/09",
        "likelihood": "4",
        "impact": "5",
        "score": "20",
        "target_likelihood": "2",
        "target_impact": "5",
        "target_score": "10",
        "mitigations": "• Yearly survey • Spare hinges",
    }


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("Owner / Jo Kerr / Controls / Survey", [("Owner", "Jo Kerr"), ("Controls", "Survey")]),
        ("L I Score / Inherent 5 4 20", [("Inherent L", "5"), ("Inherent I", "4"), ("Inherent Score", "20")]),
        ("Likelihood Impact / 4 5", [("Likelihood", "4"), ("Impact", "5")]),
        ("Owner / Jo Kerr / Controls", [("Owner", "Jo Kerr"), ("Controls", "")]),
        ("Controls", []),
        ("The board met. / Controls / Survey", []),
    ],
)
def test_lines_with_labels(cell: str, read: list[tuple[str, str]]) -> None:
    (row,) = table(cell).rows
    pairs = labelled_inside(row.cells[0])
    assert [(p.label.text, p.value.text) for p in pairs] == read
    assert [" ".join(w.text for w in p.value.words) for p in pairs] == [value for _, value in read]


def line_of(*parts: tuple[str, str]) -> Cell:
    """A cell of one line whose parts are bold (b) or not."""
    words = [word for n, (text, style) in enumerate(parts) for word in put(50 + 150 * n, 100, text, style)]
    return Cell(0, 0, " ".join(w.text for w in words), 1, Box(50, 100, 500, 112), words=tuple(words))


def test_bold_labels_on_one_line_are_apart() -> None:
    cell = line_of(("Risk no.:", "b"), ("HB 04", ""), ("Risk owner:", "b"), ("Harbour Master", ""))
    found = [(p.label.text, p.value.text, len(p.value.words)) for p in labelled_inside(cell)]
    assert found == [("Risk no.", "HB 04", 2), ("Risk owner", "Harbour Master", 2)]


@pytest.mark.parametrize(
    "more",
    [
        [("Risk owner: Jo Kerr", "")],
        [("Risk owner", "b"), ("Jo Kerr", "")],
        [("Nota bene:", "b"), ("It leaks", "")],
    ],
    ids=["not bold", "no sign", "no label"],
)
def test_other_words_on_the_line_are_of_the_value(more: list[tuple[str, str]]) -> None:
    cell = line_of(("Risk:", "b"), ("The gates fail", ""), *more)
    (found,) = labelled_inside(cell)
    assert found.value.text == " ".join(["The gates fail", *(text for text, _ in more)])
