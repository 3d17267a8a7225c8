"""Both sides of the bounds by which lines in a frame are texts, and rows of texts."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from find.drawn import line, words

from agendapack.extract.find.boxes.framed_rows import lines_of_part, rows_of_part
from agendapack.extract.find.page.lines import Line, printed_lines


def rows_of(*lines: Line, levels: Sequence[float] = ()) -> list[list[str]]:
    """The rows of lines that stand in a frame, with rules over its width."""
    read = rows_of_part(lines_of_part(lines, lambda chunk: True), levels, 0)
    return [[" ".join(word.text for word in text.words) for text in row] for row in read]


@pytest.mark.parametrize(("below", "rows"), [(10.9, 1), (11.1, 2)], ids=["LEADING_EM", "LEADING_EM further"])
def test_a_text_goes_on_in_the_next_line(below: float, rows: int) -> None:
    """A line is 9.5 points high."""
    assert len(rows_of(line(100, (60, "Silt from the")), line(109.5 + below, (60, "river")))) == rows


@pytest.mark.parametrize(("aside", "rows"), [(2.9, 1), (3.1, 2)], ids=["SAME_PT", "SAME_PT further"])
def test_the_second_of_two_texts_goes_on_where_it_began(aside: float, rows: int) -> None:
    both = line(100, (60, "Head of Quays"), (220, "Works"))
    assert len(rows_of(both, line(112, (220 + aside, "and tolls")))) == rows


@pytest.mark.parametrize(
    ("size", "rows"), [(10.4, 1), (10.6, 2)], ids=["SAME_SIZE_PT", "SAME_SIZE_PT larger"]
)
def test_a_text_goes_on_in_letters_of_its_size(size: float, rows: int) -> None:
    assert len(rows_of(line(100, (60, "Silt from the")), line(114, (60, "river"), size=size))) == rows


@pytest.mark.parametrize(("base", "rows"), [(103.5, 1), (103.9, 2)], ids=["SHARED", "SHARED less"])
def test_small_letters_beside_half_the_height_of_others_are_in_their_row(base: float, rows: int) -> None:
    """Letters of size 6, their line 5.7 points high, right of a line that ends at 102.1 points."""
    assert len(rows_of(line(100, (60, "Harbour")), line(base, (220, "Open"), size=6))) == rows


@pytest.mark.parametrize(
    ("marks", "row"),
    [(("R1", "R2"), ["R1 R2"]), (("R10", "R11"), ["R10", "R11"])],
    ids=["MAX_MARK", "MAX_MARK longer"],
)
def test_marks_of_two_letters_side_by_side_are_one_text(marks: tuple[str, str], row: list[str]) -> None:
    assert rows_of(line(100, (60, marks[0]), (220, marks[1]))) == [row]


@pytest.mark.parametrize(("titles", "rows"), [(3, 2), (2, 3)], ids=["MIN_TITLES", "MIN_TITLES fewer"])
def test_three_bold_titles_over_a_rule_head_a_table(titles: int, rows: int) -> None:
    """Between two rules is one row of it, however far apart its lines stand."""
    names = (("Step", 60), ("By whom", 200), ("By when", 340))[:titles]
    (head,) = printed_lines([w for name, x in names for w in words(name, x, 100, bold=True)])
    below = line(115, (60, "Now"), (200, "Let it out")), line(140, (200, "for good"))
    assert len(rows_of(head, *below, levels=[104, 145])) == rows
