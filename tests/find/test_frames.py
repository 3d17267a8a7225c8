"""Cards in frames between whose texts nothing is drawn."""

from __future__ import annotations

import pytest
from find.drawn import lattice, level, page, texts, upright, words

from agendapack.extract.find import find_grids
from agendapack.extract.find.boxes.frames import FRAMES, MIN_FORM, MIN_FRAMES
from agendapack.extract.model import Box, Fill, Grid, Rule, Word

DARK, LIGHT = (34, 68, 85), (238, 242, 244)
TASKS = ("Dredge the inner basin", "Paint the loading crane", "Mend the north lock")
LABELS = ("Who answers", "Because of", "What is in place", "Seen by the board")


def card(
    number: int, top: float, *, labels: int = 4, side: bool = True, across: bool = False
) -> tuple[list[Word], list[Rule], list[Fill]]:
    """A frame 200 points high, with a coloured line over it, a column at its side and a table of steps."""
    words_in = words(f"AP-{number} {TASKS[number % 3]}", 56, top + 14, bold=True)
    at, x = top + 36, 190.0
    for n in range(labels):
        left = 56.0 if side and n == 0 else x
        words_in += words(LABELS[n], left, at, 8, bold=True)
        words_in += words(f"Words of card {number} on point {n}", left, at + 12)
        if not (side and n == 0):
            at += 26
    rules = lattice([50, 540], [top, top + 200])
    fills = [Fill(Box(50, top, 540, top + 20), DARK)]
    fills += [Fill(Box(50, top + 20, 176, top + 200), LIGHT)] if side else []
    for n, row in enumerate((("Step", "By whom", "By when"), ("Let it out", "Jo Kerr", "May 2032"))):
        for text, left in zip(row, (210, 330, 450), strict=True):
            words_in += words(text, left, at + 14 * n, bold=n == 0)
        words_in += words(f"{number}{'ab'[n]}", 190, at + 14 * n) if n else []
        rules.append(level(at + 4 + 14 * n, 188, 536))
    words_in += words("for good", 210, at + 25)
    rules[-1] = level(at + 29, 188, 536)
    rules += [upright(325, at - 10, at + 29)] if across else []
    return words_in, rules, fills


def found(count: int = 2, **more) -> list[Grid]:
    drawn = [card(n, 60 + 220 * n, **more) for n in range(count)]
    return find_grids(page(*([thing for each in drawn for thing in each[kind]] for kind in range(3))))


@pytest.mark.parametrize("side", [True, False])
def test_the_texts_of_a_frame_are_read_as_they_stand(side: bool) -> None:
    for number, grid in enumerate(found(side=side)):
        rows = [[text for text in row if text] for row in texts(grid)]
        said = [
            [LABELS[n]] if m == 0 else [f"Words of card {number} on point {n}"]
            for n in range(4)
            for m in (0, 1)
        ]
        assert grid.method == FRAMES
        assert rows == [
            [f"AP-{number} {TASKS[number]}"],
            *said,
            ["Step", "By whom", "By when"],
            [f"{number}b", "Let it out for good", "Jo Kerr", "May 2032"],
        ]


@pytest.mark.parametrize(("size", "apart"), [(8.0, True), (10.0, False)], ids=["other letters", "the same"])
def test_a_status_at_the_right_of_the_title_stands_apart(size: float, apart: bool) -> None:
    drawn = [card(n, 60 + 220 * n) for n in range(2)]
    for n, (words_in, _, _) in enumerate(drawn):
        words_in += words("Under way", 470, 74 + 220 * n, size, bold=size == 10.0)
    made = find_grids(page(*([thing for each in drawn for thing in each[kind]] for kind in range(3))))
    firsts = [[text for text in texts(grid)[0] if text] for grid in made]
    titles = [f"AP-{n} {TASKS[n]}" for n in range(2)]
    assert firsts == [[title, "Under way"] if apart else [f"{title} Under way"] for title in titles]


@pytest.mark.parametrize("count", [MIN_FRAMES - 1, MIN_FRAMES])
def test_so_many_frames_are_cards(count: int) -> None:
    assert any(grid.method == FRAMES for grid in found(count)) is (count >= MIN_FRAMES)


@pytest.mark.parametrize("labels", [0, 1])
def test_frames_have_a_form_in_common(labels: int) -> None:
    """The three titles of the steps are alike in all frames; so is any label."""
    assert MIN_FORM == 3
    assert all(grid.method == FRAMES for grid in found(labels=labels))


def test_frames_with_other_words_are_no_cards() -> None:
    drawn = lattice([50, 540], [60, 160]) + lattice([50, 540], [200, 300])
    said = [words(f"Line {n} of the box number {n % 7}", 60, 80 + 20 * n) for n in range(11)]
    assert all(grid.method != FRAMES for grid in find_grids(page([w for line in said for w in line], drawn)))


def test_rules_between_texts_of_a_frame_say_what_its_cells_are() -> None:
    assert all(grid.method != FRAMES for grid in found(across=True))


@pytest.mark.parametrize(("cut", "framed"), [(2, True), (3, False)])
def test_the_end_of_a_page_may_cut_cards(cut: int, framed: bool) -> None:
    """Of five frames on two cards' height some hold the title and the first label alone."""
    drawn: list[tuple[list[Word], list[Rule]]] = []
    for n in range(5):
        top = 40.0 + 150 * n
        lines = [f"AP-{n} {TASKS[n % 3]}", *(LABELS[1:2] if n < cut else LABELS)]
        said = [words(line, 56, top + 14 + 20 * m, 10 - m / 8) for m, line in enumerate(lines)]
        drawn.append(([w for line in said for w in line], lattice([50, 540 + n / 3], [top, top + 130])))
    grids = find_grids(page(*([thing for each in drawn for thing in each[kind]] for kind in range(2))))
    assert any(grid.method == FRAMES for grid in grids) is framed


@pytest.mark.parametrize(("below", "rows"), [(12.9, 2), (13.1, 3)], ids=["WRAP_EM", "WRAP_EM further"])
def test_the_first_of_several_texts_goes_on_close_below(below: float, rows: int) -> None:
    def said(top: float) -> list[Word]:
        heads = words("Who answers", 56, top, 8) + words("Part of", 220, top, 8) + words("Kind", 386, top, 8)
        base = top + 11
        values = words("Head of Quays", 56, base) + words("Works", 220, base) + words("Money", 386, base)
        return [*heads, *values, *words("and Ferries", 56, base + below)]

    rules = [rule for top in (60.0, 180.0) for rule in lattice([50, 540], [top, top + 100])]
    grids = find_grids(page([*said(80), *said(200)], rules))
    assert [grid.rows for grid in grids] == [rows, rows]


RED, AMBER, GREEN = (255, 0, 0), (255, 192, 0), (0, 176, 80)


def tile(number: int, left: float, areas: list[Fill]) -> tuple[list[Word], list[Rule], list[Fill]]:
    """A frame of 160 by 100 points: a title, labels over figures, and coloured areas."""
    said = words(f"{TASKS[number % 3]} {number}", left + 8, 120, bold=True)
    for n, label in enumerate(("Target", "Last year", "Travel")):
        said += words(label, left + 8 + 50 * n, 150, 7) + words(
            f"{number + 3 * n}0%", left + 8 + 50 * n, 162, 8
        )
    return said, lattice([left, left + 160], [100, 200]), areas


def bar(left: float, colour: tuple[int, int, int], height: float = 4, top: float = 100) -> Fill:
    return Fill(Box(left, top, left + 160, top + height), colour)


def rated(*areas: list[Fill]) -> list[tuple[int, int, int] | None]:
    """The colours of the cells without a word, one for each frame."""
    drawn = [tile(n, 40 + 175.0 * n, own) for n, own in enumerate(areas)]
    grids = find_grids(page(*([thing for each in drawn for thing in each[kind]] for kind in range(3))))
    assert [grid.method for grid in grids] == [FRAMES] * len(areas)
    grids = sorted(grids, key=lambda grid: grid.box.x0)
    return [next((c.fill for c in grid.cells if c.fill and not c.text), None) for grid in grids]


@pytest.mark.parametrize(
    ("areas", "colours"),
    [
        ([[bar(40, RED)], [bar(215, GREEN)], [bar(390, AMBER)]], [RED, GREEN, AMBER]),
        ([[bar(40, RED)], [bar(215, GREEN)], []], [RED, GREEN, None]),
        ([[bar(40, RED)], [], []], [None] * 3),
        ([[bar(40, RED)], [bar(215, RED)], [bar(390, RED)]], [None] * 3),
        ([[bar(40, RED, 19)], [bar(215, GREEN, 19)], [bar(390, AMBER, 19)]], [None] * 3),
        ([[bar(40, RED, 23, 177)], [bar(215, GREEN, 23, 177)], [bar(390, RED, 23, 177)]], [None] * 3),
        ([[bar(40, RED, 19, 179)], [bar(215, GREEN, 19, 179)], [bar(390, RED, 19, 179)]], [RED, GREEN, RED]),
        (
            [[bar(40, RED), bar(40, GREEN, top=190)], [bar(215, GREEN)], [bar(390, RED)]],
            [None, GREEN, RED],
        ),
    ],
    ids=[
        "along the edge", "MOST: one has none", "MOST: two have none", "MIN_RATINGS: the colour of the house",
        "behind the title", "LARGEST: too large", "LARGEST: small enough", "two on one",
    ],
)  # fmt: skip
def test_a_colour_without_a_word_rates_its_card(
    areas: list[list[Fill]], colours: list[tuple[int, int, int] | None]
) -> None:
    assert rated(*areas) == colours


def panel(number: int, left: float, rule: float | None) -> tuple[list[Word], list[Rule], list[Fill]]:
    """A frame with a small table: heads of one line or two that end on one line, over figures."""
    said = words(f"{TASKS[number % 3]} {number}", left + 8, 120, bold=True)
    said += words("Spring", left + 60, 140, 8) + words("Summer", left + 100, 140, 8)
    said += (
        words("Last", left + 8, 151, 8) + words("2031", left + 60, 151, 8) + words("2032", left + 100, 151, 8)
    )
    for n, name in enumerate(("Reached", "Wanted")):
        for m, text in enumerate((f"{name}", f"{number + n}1%", f"{number + n}2%")):
            said += words(text, left + (8, 60, 100)[m], 170 + 16 * n, 8)
    rules = lattice([left, left + 160], [100, 200])
    return said, rules + ([level(rule, left + 8, left + 150)] if rule else []), []


@pytest.mark.parametrize(
    ("rule", "heads"),
    [(156, ["Last", "Spring 2031", "Summer 2032"]), (None, ["Last", "2031", "2032"])],
    ids=["over a rule", "without a rule"],
)
def test_heads_of_two_lines_over_a_rule_are_one_text_each(rule: float | None, heads: list[str]) -> None:
    drawn = [panel(n, 40 + 175.0 * n, rule) for n in range(3)]
    grids = find_grids(page(*([thing for each in drawn for thing in each[kind]] for kind in range(3))))
    assert [grid.method for grid in grids] == [FRAMES] * 3
    for grid in grids:
        rows = [[text for text in row if text] for row in texts(grid)]
        assert heads in rows
