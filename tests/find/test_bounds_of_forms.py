"""Both sides of the bounds by which what comes again is the form of cards."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from find.drawn import NAMES, Placed, page, put, segments, words

from agendapack.extract.find.forms import forms_of
from agendapack.extract.find.forms.families import family_of
from agendapack.extract.find.forms.segments import segments_of
from agendapack.extract.find.forms.streams import streams_of
from agendapack.extract.model import Box, Cell, Grid, Word, union

# --- texts


@pytest.mark.parametrize(
    ("text", "count"),
    [("Who is to answer to us for it", 8), ("Who is to answer to us for all it", 0)],
    ids=["MAX_LABEL_WORDS", "MAX_LABEL_WORDS and one"],
)
def test_a_label_has_eight_words(text: str, count: int) -> None:
    (segment,) = segments((60, 100, text))
    assert len(segment.key[0]) == count


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        ("Who is to answer to us for it: Jo", ["Who is to answer to us for it:", "Jo"]),
        ("Who is to answer to us for all it: Jo", ["Who is to answer to us for all it: Jo"]),
    ],
    ids=["MAX_LABEL_WORDS", "MAX_LABEL_WORDS and one"],
)
def test_a_colon_behind_eight_words_ends_a_label(text: str, texts: list[str]) -> None:
    assert [segment.text for segment in segments((60, 100, text))] == texts


@pytest.mark.parametrize(("size", "count"), [(11.4, 1), (11.6, 2)], ids=["OTHER_SIZE less", "OTHER_SIZE"])
def test_larger_letters_are_another_type(size: float, count: int) -> None:
    said = [*words("Owner", 60, 100), *words("Jo", 88, 100, size)]
    assert len(segments_of(page(said))) == count


@pytest.mark.parametrize(("lower", "lines"), [(4.6, 1), (4.9, 2)], ids=["BESIDE", "BESIDE less"])
def test_texts_beside_one_another_for_half_their_height_share_a_line(lower: float, lines: int) -> None:
    assert len({s.line for s in segments((60, 100, "Owner"), (200, 100 + lower, "Jo"))}) == lines


# --- columns


@pytest.mark.parametrize("count", [2, 1], ids=["MIN_KEYS", "MIN_KEYS fewer"])
def test_two_texts_that_come_again_along_lines_show_forms_abreast(count: int) -> None:
    placed = [(x, 100 + 30.0 * n, NAMES[n]) for n in range(count) for x in (60.0, 320.0)]
    assert len(streams_of(segments(*placed))) == count


ABREAST = [(x, 100 + 30.0 * n, NAMES[n]) for n in range(2) for x in (60.0, 320.0)]


@pytest.mark.parametrize(("left", "column"), [(5.9, 1), (6.1, 0)], ids=["SAME_PT", "SAME_PT further"])
def test_what_begins_a_little_left_of_a_column_is_in_it(left: float, column: int) -> None:
    streams = streams_of(segments(*ABREAST, (320 - left, 200, "Jo")))
    assert [s.text for s in streams[column]][-1] == "Jo"


@pytest.mark.parametrize(("over", "column"), [(-0.1, 1), (0.1, 0)], ids=["SAME_PT", "SAME_PT further"])
def test_a_line_that_runs_over_into_the_next_column_is_of_no_column(over: float, column: int) -> None:
    """What stands beside it is read with it."""
    said = [*put(*ABREAST, (400, 200, "Jo")), Word("Runs", Box(60, 192.6, 320 + over, 202.1), 10)]
    streams = streams_of(segments_of(page(said)))
    assert [s.text for s in streams[column]][-1] == "Jo"


# --- labels


def family(*cards: Sequence[str]) -> set[str]:
    """The labels of cards below one another, each with a value of its own at its right; bold as told."""
    placed, base = [], 50.0
    for n, card in enumerate(cards):
        for m, text in enumerate(card):
            placed += [(60, base, text), (300, base, f"{NAMES[n]} has {NAMES[m]}")]
            base += 14
    stream = segments(*placed)
    found = family_of(stream, [True] * len(stream))
    return {" ".join(key[0]) for key in found.labels} if found else set()


@pytest.mark.parametrize("count", [2, 1], ids=["MIN_AGAIN", "MIN_AGAIN fewer"])
def test_two_cards_show_a_form(count: int) -> None:
    assert bool(family(*[("Owner", "Due", "State")] * count)) == (count == 2)


@pytest.mark.parametrize(
    ("third", "count"), [(True, 2), (False, 0)], ids=["MIN_PRINTED", "MIN_PRINTED fewer"]
)
def test_six_labels_on_all_cards_together_show_a_form(third: bool, count: int) -> None:
    """The third card prints two labels as the others do, or only one of them, five in all."""
    last = ("Owner", "Due") if third else ("Owner",)
    assert len(family(("Owner", "Due"), ("Owner", "Due"), last)) == count


@pytest.mark.parametrize(("count", "found"), [(4, True), (5, False)], ids=["SHARED", "SHARED less"])
def test_a_label_stands_on_half_of_the_cards(count: int, found: bool) -> None:
    cards = [("Owner", "Due", "State", *(["Money"] if n < 2 else [])) for n in range(count)]
    assert ("money" in family(*cards)) == found


@pytest.mark.parametrize(("many", "found"), [(6, True), (5, False)], ids=["MOST", "MOST less"])
def test_a_text_with_figures_is_a_label_on_three_quarters_of_the_cards(many: int, found: bool) -> None:
    cards = [("Owner", "Due", "State", *(["Week 12"] if n < many else [])) for n in range(8)]
    assert ("week 12" in family(*cards)) == found


def with_values(*values: tuple[float, str]) -> set[str]:
    """The labels of two cards on which the same value stands at 100, below others of these places."""
    placed, base = [], 50.0
    for n in range(2):
        for label in ("*Owner", "*Due", "*State"):
            placed.append((60.0, base, label))
            base += 14
        for x, value in [(100.0, "Jo Kerr"), *values]:
            placed.append((x, base, value.replace("#", NAMES[n])))
            base += 14
    stream = segments(*placed)
    found = family_of(stream, [True] * len(stream))
    return {" ".join(key[0]) for key in found.labels} if found else set()


@pytest.mark.parametrize(("others", "found"), [(1, True), (2, False)], ids=["SHARED", "SHARED less"])
def test_what_stands_where_most_texts_come_once_is_a_value(others: int, found: bool) -> None:
    values = [(100.0, f"# is in {n}") for n in range(others)]
    assert ("jo kerr" in with_values(*values)) == found


@pytest.mark.parametrize(("right", "found"), [(2.9, False), (3.1, True)], ids=["SAME_PT", "SAME_PT further"])
def test_texts_that_begin_close_to_each_other_stand_in_one_place(right: float, found: bool) -> None:
    values = [(100 + right, f"# is in {n}") for n in range(2)]
    assert ("jo kerr" in with_values(*values)) == found


# --- forms

LABELS = ("Owner", "Due", "State", "Money")
TOPS = (100.0, 300.0, 500.0)


def printed(bold: bool = True) -> list[Placed]:
    """Three cards with four labels, each beside its value and two lines apart, under a line of its own."""
    placed: list[Placed] = []
    for n, top in enumerate(TOPS):
        placed.append((60, top - 28, f"*AP-{n} {NAMES[n]}"))
        for m, label in enumerate(LABELS):
            placed.append((60, top + 28 * m, f"{'*' * bold}{label}"))
            placed.append((200, top + 28 * m, f"{NAMES[n]} has {NAMES[m]}"))
    return placed


def held(sheet: Sequence[Word], x: tuple[float, float], y: tuple[float, float]) -> list[Word]:
    return [w for w in sheet if x[0] <= w.box.mid_x <= x[1] and y[0] <= w.box.mid_y <= y[1]]


def grid(box: Box, own: Sequence[Word], confidence: float, method: str = "ruled") -> Grid:
    cells = [Cell(n, 0, w.text, 1, w.box, words=(w,)) for n, w in enumerate(own)]
    return Grid(1, box, len(cells), 1, tuple(cells), method, "", confidence)


def texts_with(bold: bool, *grids: tuple[tuple[float, float], tuple[float, float], float, str]) -> set[str]:
    """What the cards say, given tables that hold what is printed there."""
    said = put(*printed(bold))
    tables = []
    for x, y, confidence, method in grids:
        own = held(said, x, y)
        box = union(w.box for w in own)
        tables.append(grid(box, own, confidence, method))
    forms = forms_of([(page(said), tables)])
    return {cell.text for form in forms for card in form.cards for cell in card.cells}


@pytest.mark.parametrize(("confidence", "held"), [(0.51, False), (0.49, True)], ids=["SURE", "SURE less"])
def test_a_table_that_is_sure_stays_where_a_card_is(confidence: float, held: bool) -> None:
    """It holds the value of the first label of each card."""
    tables = [((190.0, 500.0), (top - 10, top + 5), confidence, "ruled") for top in TOPS]
    assert ("Quay has Quay" in texts_with(True, *tables)) == held


@pytest.mark.parametrize(("rows", "held"), [(2, True), (1, False)], ids=["INSIDE", "INSIDE less"])
def test_a_table_with_half_of_the_labels_is_a_card(rows: int, held: bool) -> None:
    tables = [((50.0, 500.0), (TOPS[0] - 10, TOPS[0] + 28 * (rows - 1) + 5), 0.9, "ruled")]
    assert ("Quay has Quay" in texts_with(True, *tables)) == held


@pytest.mark.parametrize(("share", "gone"), [(0.51, 1), (0.49, 0)], ids=["INSIDE", "INSIDE less"])
def test_a_table_gives_way_that_lies_on_a_card_with_half_of_it(share: float, gone: int) -> None:
    said = put(*printed())
    card = forms_of([(page(said), [])])[0].cards[0]
    wide = (card.box.x1 - 100) / share
    box = Box(100, card.box.top, 100 + wide, card.box.bottom)
    (form,) = forms_of([(page(said), [grid(box, (), 0.3)])])
    assert len(form.instead) == gone


@pytest.mark.parametrize(("rows", "found"), [(2, True), (3, False)], ids=["APART", "APART less"])
def test_labels_that_stand_in_line_are_told_by_another_type(rows: int, found: bool) -> None:
    """Labels set as their values are, so many of the four on each card in a table found there."""
    tables = [((50.0, 500.0), (top - 10, top + 28 * (rows - 1) + 5), 0.4, "aligned") for top in TOPS]
    assert bool(texts_with(False, *tables)) == found


@pytest.mark.parametrize(("rows", "found"), [(2, True), (3, False)], ids=["APART", "APART less"])
def test_labels_before_several_values_are_those_of_rows(rows: int, found: bool) -> None:
    more = [(400.0, top + 28 * m, f"more {NAMES[n]}{m}") for n, top in enumerate(TOPS) for m in range(rows)]
    assert bool(forms_of([(page(put(*printed(), *more)), [])])) == found
