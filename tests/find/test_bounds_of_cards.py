"""Both sides of the bounds by which a card without a frame begins and ends, and its texts are parted."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from find.drawn import NAMES, Placed, labels_of, page, put, segments

from agendapack.extract.find.forms.blocks import TextBlock, blocks_of, grid_of
from agendapack.extract.find.forms.cards import cards_of, is_dense
from agendapack.extract.find.forms.families import Family
from agendapack.extract.find.forms.segments import segments_of

# --- where cards begin and end

OWNER = labels_of("Owner")


def first_card(over: Sequence[Sequence[str]]) -> list[list[str]]:
    """The texts of cards, one a page: these lines over a label, the first of them at the top."""
    pieces = [
        segments(*((60.0, 50 + 14.0 * n, text) for n, text in enumerate([*lines, "Owner"]))) for lines in over
    ]
    starts = [(n, len(piece) - 1) for n, piece in enumerate(pieces)]
    cards = cards_of(pieces, starts, Family(OWNER, ()))
    return [[s.text for s in pieces[card.piece][card.first : card.end]] for card in cards]


@pytest.mark.parametrize(("many", "held"), [(4, 5), (5, 1)], ids=["MAX_LINES", "MAX_LINES and one"])
def test_four_lines_of_a_type_head_a_card(many: int, held: int) -> None:
    lines = [f"*Line {NAMES[n]}" for n in range(many)]
    assert [len(card) for card in first_card([lines, lines])] == [held, held]


def test_three_sorts_of_lines_head_a_card() -> None:
    lines = ["*Our plan", "in full", "*Quay", "is one", "*AP-1"]
    assert first_card([lines, lines]) == [["Quay", "is one", "AP-1", "Owner"]] * 2


@pytest.mark.parametrize(("many", "held"), [(3, 2), (2, 1)], ids=["SHARED", "SHARED less"])
def test_lines_over_most_cards_head_them(many: int, held: int) -> None:
    """Over five cards, so many of which have a line in bold letters above their label."""
    assert len(first_card([["*Quay"]] * many + [[]] * (5 - many))[0]) == held


def last_card(*below: float) -> list[str]:
    """The texts of a card under which lines stand with this white above each."""
    placed, base = [(60.0, 50.0, "Owner")], 50.0
    for n, white in enumerate(below):
        base += 9.5 + white
        placed.append((60.0, base, NAMES[n]))
    piece = segments(*placed)
    (card,) = cards_of([piece], [(0, 0)], Family(OWNER, ()))
    return [s.text for s in piece[card.first : card.end]][1:]


@pytest.mark.parametrize(("white", "held"), [(29.9, 1), (30.1, 0)], ids=["MAX_GAP_EM", "MAX_GAP_EM more"])
def test_a_card_ends_at_a_gap(white: float, held: int) -> None:
    assert len(last_card(white)) == held


def test_the_only_card_of_a_column_has_four_lines_from_its_last_label_on() -> None:
    assert last_card(3, 3, 3, 3) == [*NAMES[:3]]


@pytest.mark.parametrize(("more", "dense"), [(39, True), (40, False)], ids=["MAX_WORDS", "MAX_WORDS and one"])
def test_cards_have_few_words_for_each_label(more: int, dense: bool) -> None:
    said = " ".join("on" for _ in range(more))
    piece = segments((10, 50, "*Owner"), (10, 64, said))
    labels = labels_of("Owner", bold=True)
    cards = cards_of([piece], [(0, 0)], Family(labels, ()))
    assert is_dense([piece], cards, labels) == dense


# --- blocks


def blocks(*placed: Placed) -> list[TextBlock]:
    return blocks_of(segments(*placed), frozenset())


@pytest.mark.parametrize(("white", "count"), [(10.9, 1), (11.1, 2)], ids=["LEADING_EM", "LEADING_EM more"])
def test_lines_close_below_one_another_are_one_text(white: float, count: int) -> None:
    assert len(blocks((60, 50, "It is"), (60, 59.5 + white, "on site"))) == count


@pytest.mark.parametrize("away", [1, -1], ids=["right", "left"])
@pytest.mark.parametrize(("far", "count"), [(2.9, 1), (3.1, 2)], ids=["SAME_PT", "SAME_PT further"])
def test_lines_of_one_text_begin_below_one_another(far: float, count: int, away: int) -> None:
    assert len(blocks((60, 50, "It is"), (60 + away * far, 64, "on site"))) == count


@pytest.mark.parametrize(("right", "count"), [(24.9, 1), (25.1, 2)], ids=["HANGING_EM", "HANGING_EM further"])
@pytest.mark.parametrize("mark", ["•", "2."])
def test_lines_behind_a_list_mark_hang(mark: str, right: float, count: int) -> None:
    assert len(blocks((60, 50, f"{mark} It is"), (60 + right, 64, "on site"))) == count


@pytest.mark.parametrize(("white", "count"), [(24.9, 1), (25.1, 2)], ids=["HANGING_EM", "HANGING_EM further"])
def test_a_figure_stands_behind_its_list_mark(white: float, count: int) -> None:
    """A mark and a figure far from it are two texts of a line."""
    assert len(blocks((60, 50, "•"), (65 + white, 50, "12 berths"))) == count


@pytest.mark.parametrize(("far", "count"), [(2.9, 1), (3.1, 2)], ids=["SAME_PT", "SAME_PT further"])
def test_blocks_that_begin_close_to_each_other_share_rows_and_columns(far: float, count: int) -> None:
    placed = [(60.0, 50.0, "Owner"), (200.0, 50 + far, "Jo"), (60 + far, 200.0, "Due"), (200.0, 200.0, "May")]
    sheet = page(put(*placed))
    grid = grid_of(sheet, blocks_of(segments_of(sheet), frozenset()), OWNER)
    assert (grid.rows, grid.columns) == (count + 1, count + 1)


@pytest.mark.parametrize(("labels", "sure"), [(("Owner",), 0.9), (("Owner", "Due"), 0.45)])
def test_a_card_is_as_sure_as_it_prints_the_labels_of_its_form(labels: tuple[str, ...], sure: float) -> None:
    sheet, form = page(put((60, 50, "Owner"), (60, 64, "Jo"))), labels_of(*labels)
    assert grid_of(sheet, blocks_of(segments_of(sheet), form), form).confidence == pytest.approx(sure)
