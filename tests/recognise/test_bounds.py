"""Both sides of the bounds by which tables, their heads and their cells are understood."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sheets import COLOURS, table

from agendapack.extract.normalise.leading_ref import Led
from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise import recognise
from agendapack.extract.recognise.banding import without_banding
from agendapack.extract.recognise.boxes import KpiBox, boxes_of, named
from agendapack.extract.recognise.card_labels import is_label
from agendapack.extract.recognise.cards import card
from agendapack.extract.recognise.columns import Column, columns_of
from agendapack.extract.recognise.combined_columns import _names_both
from agendapack.extract.recognise.decide import header_choices, proposals, same_titles
from agendapack.extract.recognise.inferred_roles import _by_product, _shows_arrows
from agendapack.extract.recognise.key_value_cards import _staged_below, cards_as_rows, is_titled
from agendapack.extract.recognise.labels_in_cell import _labels_of
from agendapack.extract.recognise.lessons import is_telling
from agendapack.extract.recognise.matrix import counts_by_rating, is_matrix
from agendapack.extract.recognise.measure_names import measure_named, measure_of
from agendapack.extract.recognise.measures import period_column, value_column
from agendapack.extract.recognise.minutes import read_as_minutes
from agendapack.extract.recognise.nested import outer_and_inner
from agendapack.extract.recognise.over_figures import are_amounts, over_figures
from agendapack.extract.recognise.reading import Role
from agendapack.extract.recognise.risk_stages import stage_in, stages_in_order
from agendapack.extract.recognise.roles import _barred, _not_borne_out
from agendapack.extract.recognise.single_indicator import read_under_name
from agendapack.extract.recognise.thresholds import is_threshold
from agendapack.extract.recognise.tick_columns import marked_columns
from agendapack.extract.recognise.titles import Phrases, fit
from agendapack.extract.recognise.transposed import transposed


def columns(*printed: str) -> list[Column]:
    """The columns under the titles of the first row."""
    made = table(*printed)
    return columns_of(made, made.rows[:1], made.rows[1:])


def column(title: str, *cells: str) -> Column:
    """A column beside one of names."""
    return columns(f"*Name | *{title}", *(f"Row {n} | {cell}" for n, cell in enumerate(cells)))[1]


# --- colours ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stripe", "bare"),
    [("{grey} a | {grey} b | {grey} c | d", True), ("{grey} a | {grey} b | c | {red} d", False)],
)
def test_the_ground_of_a_row_is_that_of_more_than_half_of_its_cells(stripe: str, bare: bool) -> None:
    made = table(*[stripe, "a | b | c | d"] * 2)
    fills = {cell.fill for row in without_banding(made).rows for cell in row.cells}
    assert (COLOURS["grey"] not in fills) is bare


@pytest.mark.parametrize(("coloured", "matrix"), [(8, True), (7, False)])
def test_most_cells_beside_the_scale_of_a_matrix_are_coloured(coloured: int, matrix: bool) -> None:
    cells = ["{red}"] * coloured + [""] * (10 - coloured)
    assert (
        is_matrix(table(*(f"{n} | {cells[2 * n - 2]} | {cells[2 * n - 1]}" for n in range(5, 0, -1))))
        is matrix
    )


@pytest.mark.parametrize(("head", "counts"), [("*Red | *Green", True), ("*Red | *Total", False)])
def test_counts_stand_under_two_ratings(head: str, counts: bool) -> None:
    assert counts_by_rating(table(f"*Service | {head}", "Harbour | 3 | 4")) is counts


# --- boxes and cards -------------------------------------------------------------------------------


@pytest.mark.parametrize(("figures", "boxes"), [("4 | ", 1), ("4 | 5", 0)])
def test_a_line_of_a_box_has_one_figure_without_a_label(figures: str, boxes: int) -> None:
    made = table("*Berths let by the season | < | < | <", f"Latest: 97% | Target: 95% | {figures}")
    assert len(boxes_of(made)) == boxes


@pytest.mark.parametrize(("words", "boxes"), [(16, 1), (17, 0)])
def test_the_title_above_a_box_has_sixteen_words_at_most(words: int, boxes: int) -> None:
    made = table("Latest: 97% | Target: 95%")
    above = replace(made.rows[0].cells[0], text=" ".join(["Berths"] * words))
    assert len(boxes_of(replace(made, caption=above))) == boxes


@pytest.mark.parametrize(
    ("label", "known"), [("Where we want to be", True), ("The average of the similar councils", False)]
)
def test_the_label_of_a_value_has_five_words_at_most(label: str, known: bool) -> None:
    assert (named(label) is not None) is known


def test_the_reference_of_a_title_may_have_three_words() -> None:
    (row,) = table("KPI CM 8 Berths let by the season").rows
    assert KpiBox(row.cells[0], row).ref_and_definition == ("KPI CM 8", "Berths let by the season")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Risk owner", True),
        ("Harbour risk owner", False),
        ("Risk owner for this is the", True),
        ("Risk owner for this is the a", False),
    ],
    ids=["a phrase", "the end of another", "of six words", "of seven"],
)
def test_labels_of_cards(text: str, label: bool) -> None:
    assert is_label(text) is label


@pytest.mark.parametrize(
    ("lines", "is_card"),
    [("Berths let / Target: 95% / Latest: 97%", True), ("Berths let / Target: 95%, Latest: 97%", False)],
)
def test_a_card_in_a_cell_has_three_lines(lines: str, is_card: bool) -> None:
    (row,) = table(lines).rows
    assert (card(row.cells[0], row) is not None) is is_card


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("Berths of a good / Standard / 97% / Target: 95%", "Berths of a good\nStandard"),
        ("Berths / Standard / 97% / Latest: 95%", "Berths"),
    ],
    ids=["another target below: the end of the title", "a label"],
)
def test_a_label_that_comes_again_ends_the_title(lines: str, title: str) -> None:
    (row,) = table(lines).rows
    found = card(row.cells[0], row)
    assert found is not None and found.title.text == title


TWO_ROWS = ("*Ref | QA 1 | *Status | On track", "*Lead officer | Jo Kerr | *Target date | March 2032")


@pytest.mark.parametrize(
    ("printed", "is_card"),
    [
        (TWO_ROWS, True),
        ((" | ".join(TWO_ROWS),), False),
        ((TWO_ROWS[0], "*Lead officer | Jo Kerr | < | <"), False),
        (("*Ref | QA 1 | *Status | On track", "*Wharf | North | *Crane | Old"), True),
        (("*Ref | QA 1 | *Slip | Long", "*Wharf | North | *Crane | Old"), False),
    ],
    ids=["two rows", "one row", "three values", "two of four labels known", "one of four"],
)
def test_labelled_values_that_make_a_card(printed: tuple[str, ...], is_card: bool) -> None:
    assert (cards_as_rows(table(*printed)) is not None) is is_card


@pytest.mark.parametrize(("stages", "found"), [(1, 0), (2, 2)])
def test_an_inner_grid_has_two_stages(stages: int, found: int) -> None:
    rows = ("*Inherent | 5 | 4", "*Target | 2 | 4")[:stages]
    assert (
        len(_staged_below(table(" | *Likelihood | *Impact", *rows, "*Owner | Jo Kerr | ").rows, 0)) == found
    )


@pytest.mark.parametrize(("line", "titled"), [("*QR1 Gates fail | <", True), ("*QR1 Gates | <", False)])
def test_a_line_over_a_card_has_two_words(line: str, titled: bool) -> None:
    assert is_titled(table(line, "*Owner | Jo Kerr"), "risks") is titled


@pytest.mark.parametrize(
    ("words", "count", "found"),
    [
        ("Likelihood Impact", 2, 2),
        ("Likelihood", 1, 0),
        ("Risk owner for this is Risk owner for this is Risk owner", 3, 3),
        ("Risk owner for this is Risk owner for this is Risk owner for", 3, 0),
    ],
    ids=["two", "one", "of twelve words", "of thirteen"],
)
def test_labels_side_by_side_in_a_cell(words: str, count: int, found: int) -> None:
    assert len(_labels_of(words.split(), count)) == found


# --- heads -----------------------------------------------------------------------------------------


def choices(*printed: str) -> list[int]:
    """How many rows each head has that is tried."""
    return [len(head) for head, _ in header_choices(table(*printed))]


def test_the_first_three_rows_are_tried_as_a_head() -> None:
    assert choices("Ref | Action", *(f"Wall | Gate {x}" for x in "abcde")) == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("title", "tried"),
    [("2032/33 outturn", True), ("Outturn 2032/33", True), ("2032/33", True), ("12 days", False)],
)
def test_a_title_may_begin_with_a_period(title: str, tried: bool) -> None:
    assert (1 in choices(f"Ref | Measure | {title}", "a | b | 12", "c | d | 14")) is tried


@pytest.mark.parametrize(("over", "tried"), [(2, [0, 1]), (3, [0])])
def test_two_rows_may_stand_over_a_head(over: int, tried: list[int]) -> None:
    totals = ["Total | 5 | | | "] * over
    assert choices(*totals, "Ref | Action | Who | When | How", "a | b | c | d | e") == tried


@pytest.mark.parametrize(("length", "tried"), [(90, [0, 1]), (91, [0])])
def test_titles_are_short(length: int, tried: list[int]) -> None:
    assert choices(f"Ref | {'x' * length}", "a | b") == tried


@pytest.mark.parametrize(("figures", "apart"), [(3, 1), (2, 0)])
def test_a_title_over_figures_is_unlike_them(figures: int, apart: int) -> None:
    cells = ["5"] * figures + ["many"] * (5 - figures)
    made = table("*Ref | *Berths", *(f"Row | {cell}" for cell in cells))
    assert next(proposals(made, Around())).titles_apart == apart


@pytest.mark.parametrize(
    ("again", "head", "same"),
    [
        ("Ref | Action", "Ref | Action to take", True),
        ("Action", "Action to take", False),
        ("Ref | Works | Who | When", "Ref | Action | Who | When", True),
        ("Ref | Works | Who", "Ref | Action | Who", False),
    ],
    ids=["two titles", "one title", "one of four is another", "one of three"],
)
def test_a_head_printed_again(again: str, head: str, same: bool) -> None:
    first, second = table(again, head).rows
    assert same_titles(first, second) is same


@pytest.mark.parametrize(("titles", "telling"), [(("ref", "action"), True), (("ref", ""), False)])
def test_a_head_is_known_again_by_two_titles(titles: tuple[str, ...], telling: bool) -> None:
    assert is_telling(titles) is telling


# --- titles ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "phrase", "fits"),
    [
        ("Responsable officer", "responsible officer", 0.85),
        ("Responsible omitted", "responsible officer", 0.0),
        ("Penaty", "penalty", 0.85),
        ("Quarrry", "quarry", 0.0),
    ],
    ids=["a letter off", "half a word off", "of seven letters", "of six"],
)
def test_a_misprinted_title(title: str, phrase: str, fits: float) -> None:
    assert fit(title, phrase) == fits


@pytest.mark.parametrize(
    ("title", "both"),
    [
        ("One two three four five six seven eight", True),
        ("New two three four five six seven eight", False),
        ("One two three four five six seven eight nine", False),
    ],
)
def test_a_title_that_names_two_roles(title: str, both: bool) -> None:
    halves = Phrases(("one two three four",)), Phrases(("five six seven eight", "five six seven eight nine"))
    assert _names_both(title, *halves) is both


@pytest.mark.parametrize(
    ("title", "measure"),
    [
        ("Harbour target berths let early often", "target"),
        ("Harbour target berths let early often every spring", ""),
    ],
)
def test_a_measure_is_named_in_few_words(title: str, measure: str) -> None:
    assert measure_named(title) == measure


@pytest.mark.parametrize(
    ("label", "measure"),
    [
        ("Target", "target"),
        ("Harbour target", ""),
        ("Target".ljust(60, "."), "target"),
        ("Target".ljust(61, "."), ""),
    ],
    ids=["whole", "at the end of another", "of sixty characters", "of sixty-one"],
)
def test_labels_that_are_a_measure(label: str, measure: str) -> None:
    assert measure_of(label) == measure


def test_a_stage_that_only_the_order_tells_is_one_of_ratings() -> None:
    rated = columns("*Risk | *Score | *Score", "Gates fail | 3 | 4")
    assert stages_in_order("risks", rated) == {1: "inherent", 2: "current"}
    assert stages_in_order("risks", columns("*Risk | *Harbour score | *Harbour score", "Gates | 3 | 4")) == {}


@pytest.mark.parametrize(
    ("title", "stage"),
    [
        ("Tolerable score", "target"),
        ("Acceptable level", "target"),
        ("Score now", "current"),
        ("Score before treatment", "inherent"),
        ("Score at the last meeting", "past"),
        ("Score", ""),
        ("Known score", ""),
    ],
)
def test_the_stage_that_a_title_names(title: str, stage: str) -> None:
    assert stage_in("risks", title) == stage


# --- what cells show -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cells", "dates"), [(("2029", "2030", "2031", "all"), True), (("2029", "2030", "all"), False)]
)
def test_a_column_of_periods_holds_little_else(cells: tuple[str, ...], dates: bool) -> None:
    assert (period_column(column("Period", *cells)) is not None) is dates


@pytest.mark.parametrize(
    ("title", "cells", "holds"),
    [
        ("2031/32", ("12", "swept", "lit"), True),
        ("2031/32", ("12", "swept", "lit", "let"), False),
        ("Performance", ("AAA", "AAA"), True),
        ("Performance", ("Good", "Good"), False),
    ],
    ids=["a third figures", "a quarter", "three letters", "four"],
)
def test_cells_that_are_values(title: str, cells: tuple[str, ...], holds: bool) -> None:
    assert (value_column(column(title, *cells)) is not None) is holds


@pytest.mark.parametrize(("cells", "bounds"), [(("80%", "High"), True), (("80%", "High", "Low"), False)])
def test_half_of_the_cells_under_a_rating_are_where_it_begins(cells: tuple[str, ...], bounds: bool) -> None:
    assert is_threshold(column("Red", *cells)) is bounds


@pytest.mark.parametrize(("titles", "found"), [(("Short", "Long"), 1), (("Short",), 0)])
def test_ticked_columns_stand_beside_each_other(titles: tuple[str, ...], found: int) -> None:
    head = " | ".join(f"*{title}" for title in titles)
    assert len(marked_columns(columns(f"*Action | {head}", f"Dredge{' | X' * len(titles)}"))) == found


@pytest.mark.parametrize(
    ("cells", "arrows"), [("↑", False), ("↑ ↓", True), ("↑ ↑ ↓ ◦", True), ("↑ ↓ ◦", False)]
)
def test_a_column_of_arrows(cells: str, arrows: bool) -> None:
    assert _shows_arrows(column("Trend", *cells.split())) is arrows


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        ("Low High Medium", True),
        ("H M", True),
        ("High", False),
        ("Low High Medium 12", True),
        ("Low High 12 9", False),
        ("Open Closed Open", False),
    ],
)
def test_a_column_of_levels_is_the_priority_of_risks(cells: str, found: bool) -> None:
    rows = [
        f"R{n} | The lock gates fail in a storm | {cell} | Spare hinges"
        for n, cell in enumerate(cells.split())
    ]
    (read,) = recognise([table("*Ref | *Risk | *Category of it | *Controls", *rows)])
    assert read.reading
    assert (read.reading.column("priority") == 2) is found


def test_a_word_under_the_title_of_a_score_is_a_priority_where_nothing_else_rates() -> None:
    """Beside likelihood and impact it is what they make together."""
    alone = table(
        "*Ref | *Risk | *Risk score | *Controls",
        "R1 | The gates fail | High | Hinges",
        "R2 | Ice | Low | Salt",
    )
    head = "*Ref | *Risk | *Likelihood | *Impact | *Risk score"
    beside = table(head, "R1 | The gates fail | Likely | High | High", "R2 | Ice | Rare | Low | Low")
    found = [read.reading for read in recognise([alone, beside])]
    assert [(r.column("priority"), r.column("score")) for r in found if r] == [(2, None), (None, 4)]


@pytest.mark.parametrize(("rows", "found"), [(1, []), (2, [(2, "score")])])
def test_two_products_make_a_score(rows: int, found: list[tuple[int, str]]) -> None:
    factors = [Role(0, "likelihood", ""), Role(1, "impact", "")]
    shown = columns("*L | *I | *Level", *("3 | 4 | 12", "2 | 5 | 10")[:rows])
    assert [(role.column, role.name) for role in _by_product(factors, shown)] == found


@pytest.mark.parametrize(("words", "barred"), [("Quay 4 of five", False), ("Quay 4 of five more", True)])
def test_a_reference_has_four_words_at_most(words: str, barred: bool) -> None:
    assert ("ref" in _barred(column("Ref", words, words))) is barred


@pytest.mark.parametrize(("refs", "cites"), [(4, True), (3, False)])
def test_a_column_of_references_holds_little_else(refs: int, cites: bool) -> None:
    cells = ["KPI 4, KPI 5"] * refs + ["none of them"] * (5 - refs)
    assert ("officers" in _barred(column("Lead", *cells))) is cites


@pytest.mark.parametrize(("others", "barred"), [(2, False), (3, True)])
def test_a_third_of_the_cells_bear_out_a_title(others: int, barred: bool) -> None:
    cells = ["On track", *["Fewer ships wait"] * others]
    assert bool(_not_borne_out("actions", column("Outcome", *cells))) is barred


# --- tables set otherwise --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "named", "text", "read"),
    [
        ("Action", 4, "The report was noted.", True),
        ("Action", 3, "The report was noted.", False),
        ("Further harbour action", 4, "The report was noted.", False),
        ("Action", 4, "Report was noted.", True),
        ("Action", 4, "Report noted.", False),
    ],
    ids=["four of five named", "three of five", "another title", "three words", "two words"],
)
def test_minutes(title: str, named: int, text: str, read: bool) -> None:
    who = ["Jo Kerr"] * named + ["write to the county about it"] * (5 - named)
    assert (
        read_as_minutes(columns(f"*Minute | *{title}", *(f"{text} | {name}" for name in who))) is not None
    ) is read


@pytest.mark.parametrize(("owner", "outer"), [("Jo Kerr | ^", 2), ("Jo Kerr | Pat Voss", 1)])
def test_records_over_others_have_two_columns_of_their_own(owner: str, outer: int) -> None:
    first, second = owner.split(" | ")
    made = columns("*Risk | *Owner | *Action", f"Gates fail | {first} | Survey", f"^ | {second} | Mend")
    assert len(outer_and_inner(made)[0]) == (outer if outer > 1 else 0)


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ((" | *2030/31 | *2031/32", *["Berths | 3 | 4"] * 3, *["Boats | few | some"] * 2), True),
        ((" | *2030/31 | *2031/32", *["Berths | 3 | 4"] * 2, *["Boats | few | some"] * 3), False),
        ((" | *2030/31", *["Berths | 3"] * 5), False),
    ],
    ids=["three of five figures", "two of five", "one column"],
)
def test_values_under_the_name_of_one_indicator(printed: tuple[str, ...], read: bool) -> None:
    assert (read_under_name(columns(*printed), Led("KPI 3", "Berths let")) is not None) is read


@pytest.mark.parametrize(("figures", "read"), [(4, True), (3, False)])
def test_most_cells_of_a_series_are_figures(figures: int, read: bool) -> None:
    cells = ["8"] * figures + ["all"] * (6 - figures)
    rows = (f"{side} | {' | '.join(cells[n : n + 3])}" for n, side in ((0, "2030/31"), (3, "Target")))
    assert (transposed(table(" | *Berths let | *Ferries on time | *Boats mended", *rows)) is not None) is read


WORKS = ("May 2031 | June 2032 | TBC", "April 2031 | March 2032 | May 2032", "TBC | May 2032 | June 2032")


@pytest.mark.parametrize(("tasks", "kind"), [(1, "milestones"), (2, "actions")])
def test_texts_of_which_most_set_a_task_are_actions(tasks: int, kind: str) -> None:
    names = ["Replace the crane on the quay"] * tasks + ["New works for the ferry steps"] * (3 - tasks)
    rows = (f"{name} | {dates}" for name, dates in zip(names, WORKS, strict=True))
    (found,) = recognise([table("*Project | *Start on site | *Completion | *Handover", *rows)])
    assert found.kind == kind


@pytest.mark.parametrize(("figures", "amounts"), [(4, True), (3, False)])
def test_amounts_are_figures_in_most_cells(figures: int, amounts: bool) -> None:
    assert are_amounts(column("Aim", *(["71%"] * figures + ["to be set"] * (6 - figures)))) is amounts


@pytest.mark.parametrize(("title", "measure"), [("Aim", "target"), ("Aim of the harbour plan", "")])
def test_a_title_over_figures_is_a_phrase_as_a_whole(title: str, measure: str) -> None:
    assert over_figures([title])[0] == measure
