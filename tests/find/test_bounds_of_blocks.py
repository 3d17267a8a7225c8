"""Both sides of the bounds by which lines without uprights are a table, and another begins."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from find.drawn import line, row, words

from agendapack.extract.find.page.edges import Edge
from agendapack.extract.find.page.lines import Line, printed_lines
from agendapack.extract.find.stream.block import Block
from agendapack.extract.find.stream.centred import closes_centred_cell
from agendapack.extract.find.stream.extent import _in_step, _under_head, framed, trimmed
from agendapack.extract.find.stream.next_table import is_title_of_next
from agendapack.extract.find.stream.restarts import restarted
from agendapack.extract.find.stream.same_head import under_one_head
from agendapack.extract.find.stream.side_by_side import _breaks_in, _gutter, _opened, split_halves
from agendapack.extract.find.stream.uneven_lines import together

HEADS = row(100, "Quay", "Let", "Sold")
ROWS = [HEADS, row(120, "Mole", "4", "5"), row(140, "Slip", "6", "7")]
"""From x 50 to 370, with 10.5 points of white between lines."""


def added(
    rules: Sequence[Edge] = (),
    *,
    above: Sequence[Line] = (),
    below: Sequence[Line] = (),
    rows: Sequence[Line] = ROWS,
) -> int:
    """How many of the lines around a block belong to it."""
    return len(framed(Block(rows), [*above, *rows, *below], rules).lines) - len(rows)


@pytest.mark.parametrize(
    ("start", "end"), [(113, 500), (115, 370)], ids=["COVERING four fifths", "COVERING less"]
)
def test_a_block_reaches_as_far_as_a_rule_over_most_of_it(start: float, end: float) -> None:
    assert Block(ROWS, rules=[Edge(94, start, 500)]).reach[1] == pytest.approx(end)


def over(pitch: float) -> list[Line]:
    """A heading over the columns beside the first, so far above the others."""
    return [line(100 - pitch, (200, "Berths"))]


PART = [Edge(94, 200, 370)]
"""A rule under a heading over several columns."""


@pytest.mark.parametrize(
    ("lines", "rules", "count"),
    [
        pytest.param(over(17.4), [], 1, id="CLOSE_EM near"),
        pytest.param(over(17.6), [], 0, id="CLOSE_EM apart"),
        pytest.param(over(21.4), PART, 1, id="SPANNED_EM near"),
        pytest.param(over(21.6), PART, 0, id="SPANNED_EM apart"),
        pytest.param(over(21.4), [Edge(94, 50, 241)], 1, id="RULE_COVER under a heading"),
        pytest.param(over(21.4), [Edge(94, 50, 243)], 0, id="RULE_COVER over the table"),
    ],
)
def test_headings_above(lines: Sequence[Line], rules: Sequence[Edge], count: int) -> None:
    assert added(rules, above=lines) == count


def closed(count: int) -> int:
    """Lines that are taken of so many between the last row and the rule that closes the table."""
    lines = [line(155 + 15 * n, (50, "Let by the season")) for n in range(count)]
    return added([Edge(lines[-1].base + 5, 50, 370)], below=lines)


@pytest.mark.parametrize(("count", "taken"), [(3, 3), (4, 0)], ids=["MAX_FRAMED", "MAX_FRAMED more"])
def test_lines_before_the_closing_rule(count: int, taken: int) -> None:
    assert closed(count) == taken


@pytest.mark.parametrize(("pitch", "count"), [(14.4, 1), (14.6, 0)], ids=["CARRY_EM near", "CARRY_EM apart"])
def test_the_rest_of_a_cell(pitch: float, count: int) -> None:
    assert added(below=[line(140 + pitch, (200, "and let"))]) == count


@pytest.mark.parametrize(("rows", "count"), [(4, 1), (3, 0)], ids=["RECENT", "RECENT fewer"])
def test_the_last_rows_say_where_a_cell_goes_on(rows: int, count: int) -> None:
    """Above these stands one of which a gap is where the text goes on."""
    above = line(80, (50, "Mole"), (150, "x" * 11), (220, "4"))
    lines = [above, *(row(100 + 20 * n, "Mole", "4", "5") for n in range(rows))]
    assert added(below=[line(lines[-1].base + 14, (200, "and let"))], rows=lines) == count


@pytest.mark.parametrize(("heads", "count"), [(2, 1), (3, 0)], ids=["MAX_HEADS", "MAX_HEADS more"])
def test_the_rest_of_a_row_under_running_heads(heads: int, count: int) -> None:
    running = [line(20 + 15 * n, (50, "Harbour board")) for n in range(heads)]
    rest = [line(88, (200, "and let"))]
    assert added([Edge(92, 45, 400)], above=[*running, *rest]) == count


@pytest.mark.parametrize(
    ("heads", "pitch", "x", "taken"),
    [
        pytest.param(1, 21.4, 200, True, id="REST_EM near"),
        pytest.param(1, 21.6, 200, False, id="REST_EM apart"),
        pytest.param(1, 20, 204.9, True, id="CARRY_EM under the heading"),
        pytest.param(1, 20, 205.1, False, id="CARRY_EM beside it"),
        pytest.param(3, 20, 200, True, id="MAX_FRAMED lines of a head"),
        pytest.param(4, 20, 200, False, id="MAX_FRAMED more lines"),
    ],
)
def test_the_rest_of_a_row_right_under_a_head(heads: int, pitch: float, x: float, taken: bool) -> None:
    head = [row(100 - 12 * n, "Quay", "Let", "Sold") for n in range(heads)][::-1]
    assert _under_head(Block(head), HEADS, line(100 + pitch, (x, "let")), [Edge(104, 45, 400)]) is taken


def stepped(*pitches: float) -> list[Line]:
    """A head and rows of a second line this far below the first; none where it is 0."""
    lines, base = [HEADS], 100.0
    for pitch in pitches:
        lines.append(row(base + 24, "Mole", "4", "5"))
        lines += [row(base + 24 + pitch, "and let")] if pitch else []
        base = lines[-1].base
    return lines


@pytest.mark.parametrize(
    ("rows", "pitch", "taken"),
    [
        pytest.param(stepped(12, 12, 0), 12.9, True, id="EVEN_EM as far below"),
        pytest.param(stepped(12, 12, 0), 13.1, False, id="EVEN_EM further"),
        pytest.param(stepped(12, 12, 0), 12, True, id="MIN_SECONDS two"),
        pytest.param(stepped(12, 0), 12, False, id="MIN_SECONDS one"),
    ],
)
def test_the_last_row_has_a_second_line_too(rows: Sequence[Line], pitch: float, taken: bool) -> None:
    assert _in_step(Block(rows), rows[-1], row(rows[-1].base + pitch, "and let")) is taken


@pytest.mark.parametrize(
    ("gap", "taken"), [(13.6, True), (13.4, False)], ids=["JUMP_EM further apart", "JUMP_EM as lines are"]
)
def test_rows_are_further_apart_than_the_lines_of_a_label(gap: float, taken: bool) -> None:
    lines, base = [], 100.0
    for wraps in (True, True, False, False, False):
        lines += [row(base, "Mole", "4", "5"), *([row(base + 12, "and let")] if wraps else [])]
        base = lines[-1].base + gap
    assert _in_step(Block(lines), lines[-1], row(lines[-1].base + 12, "and let")) is taken


TABLE = [row(300 + 20 * n, "Mole", "4", "5") for n in range(4)]


def moved(first: float, *, bottom: bool = False) -> list[Line]:
    """Rows and one above, or below, them at another place."""
    rest = [row((860 if bottom else first + 40) + 10 * n, "Mole", "4", "5") for n in range(3)]
    return [*rest, row(first, "Mole", "4")] if bottom else [row(first, "Mole", "4"), *rest]


@pytest.mark.parametrize(
    ("lines", "rules", "left"),
    [
        pytest.param(moved(87.8), [], 3, id="MARGIN at the head of the page"),
        pytest.param(moved(88), [], 4, id="MARGIN below it"),
        pytest.param(moved(917.5, bottom=True), [], 3, id="MARGIN at its foot"),
        pytest.param(moved(917.3, bottom=True), [], 4, id="MARGIN above it"),
        pytest.param([row(50, "Mole", "4"), *(row(78.5 + 20 * n, "Mole", "4") for n in range(4))], [], 4,
                     id="LOOSE set off"),
        pytest.param([row(50, "Mole", "4"), *(row(78.3 + 20 * n, "Mole", "4") for n in range(4))], [], 5,
                     id="LOOSE as rows are"),
        pytest.param([row(280, "Dues", size=12.4), *TABLE], [], 5, id="HEADLINE in letters as large"),
        pytest.param([row(280, "Dues", size=12.6), *TABLE], [], 4, id="HEADLINE in larger ones"),
        pytest.param([row(280, "Dues", size=12.6), *TABLE], [Edge(265, 50, 50 + 184)], 5,
                     id="RULE_COVER under a rule"),
        pytest.param([row(280, "Dues", size=12.6), *TABLE], [Edge(265, 50, 50 + 182)], 4,
                     id="RULE_COVER under a short one"),
    ],
)  # fmt: skip
def test_running_heads_and_titles(lines: Sequence[Line], rules: Sequence[Edge], left: int) -> None:
    assert len(trimmed(Block(lines), 1000, rules).lines) == left


def wrapped(last: Sequence[str], apart: float, *, top: bool = False) -> list[Line]:
    """Rows of three lines each, 24 points apart, and a row at the foot of the page, or at its head."""
    lines = []
    for n in range(4):
        base = (110 if top else 760) + 48 * n
        lines += [row(base, "Mole", "Let it out", "Jo Kerr")]
        lines += [row(base + 12 * m, "", "for good") for m in (1, 2)]
    far = lines[0].base - apart if top else lines[-1].base + apart
    return [row(far, *last), *lines] if top else [*lines, row(far, *last)]


@pytest.mark.parametrize("top", [True, False], ids=["head", "foot"])
@pytest.mark.parametrize(
    ("last", "apart", "left"),
    [
        (("Slip", "Paint it", "Ada Wray"), 24, 13),
        (("Slip", "Paint it", "Ada Wray"), 26, 12),
        (("Slip", "Paint it"), 24, 12),
    ],
    ids=["as far as rows are", "further", "MIN_BESIDE"],
)
def test_a_row_of_one_line_at_the_edge_of_a_page_is_no_running_head(
    last: Sequence[str], apart: float, left: int, top: bool
) -> None:
    lines = wrapped(last, apart, top=top)
    height = 1000.0 if top else lines[-1].base / 0.93
    assert len(trimmed(Block(lines), height, []).lines) == left


# --- where another table begins --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("heads", "tables"), [(("Ref", "Let", "Due"), 2), (("Ref", "Let"), 1)], ids=["MIN_HEADINGS", "fewer"]
)
def test_headings_that_come_again_under_a_title(heads: Sequence[str], tables: int) -> None:
    first = [row(100, *heads), *(row(120 + 20 * n, *["Mole"] * len(heads)) for n in range(3))]
    again = [row(200, "Berths"), row(220, *heads), row(240, *["Slip"] * len(heads))]
    assert len(restarted(Block([*first, *again]), [])) == tables


def bold(base: float, *texts: str, pitch: float = 110) -> Line:
    made = [w for n, text in enumerate(texts) for w in words(text, 50.0 + pitch * n, base, bold=True)]
    return printed_lines(made)[0]


@pytest.mark.parametrize(
    ("title", "head", "tables"),
    [
        (bold(180, "Threats"), bold(200, "Ref", "Threat", "Owner"), 2),
        (row(180, "Threats"), bold(200, "Ref", "Threat", "Owner"), 1),
        (bold(180, "Threats"), row(200, "QR 1", "Storms", "Jo"), 1),
        (bold(180, "Threats"), bold(200, "Ref", "Threat"), 1),
        (bold(180, "Threats"), bold(200, "Total", "12", "30"), 1),
        (bold(180, "Threats"), bold(200, "Ref", "Threat", "Owner", pitch=150), 1),
        (bold(180, "Threats"), bold(200, "Ref", "Threat", "Owner", pitch=152.2), 1),
        (bold(180, "Threats"), bold(200, "Ref", "Threat", "Owner", pitch=153), 2),
    ],
    ids=[
        *("title and head in bold", "plain title", "plain row", "MIN_HEADINGS", "a total", "same columns"),
        *("SAME_EM", "SAME_EM more"),
    ],
)
def test_a_bold_title_over_bold_headings_begins_a_table_below_plain_rows(
    title: Line, head: Line, tables: int
) -> None:
    rows = [row(100 + 20 * n, f"M {n}", "Design", "May") for n in range(4)]
    below = [row(220 + 20 * n, f"QR {n}", "Silt", "Ann") for n in range(2)]
    assert len(restarted(Block([*rows, title, head, *below]), [])) == tables


@pytest.mark.parametrize(("above", "found"), [(2, 2), (3, 0)], ids=["MAX_ABOVE", "MAX_ABOVE more"])
def test_lines_over_a_head_that_comes_again(above: int, found: int) -> None:
    titled = [row(20 + 15 * n, f"Part {n}") for n in range(above)]
    blocks = [[*titled, row(100, "Ref", "Let", "Due"), row(120, "R 1", "x", "y")]]
    blocks += [[*(row(200 + 15 * n, f"Title {n}") for n in range(above)), row(300, "Ref", "Let", "Due")]]
    assert len([*under_one_head([Block(lines) for lines in blocks])]) == found


@pytest.mark.parametrize(
    ("start", "count"), [(104.9, 0), (105.1, 1)], ids=["CLOSE_RULES_PT pieces of one", "CLOSE_RULES_PT two"]
)
def test_the_white_between_rules_of_two_tables(start: float, count: int) -> None:
    assert len(_breaks_in([Edge(90, 50, 100), Edge(90, start, 200)])) == count


@pytest.mark.parametrize(
    ("share", "opened"), [(0.81, True), (0.79, False)], ids=["OWN_WIDTH", "OWN_WIDTH less"]
)
def test_a_table_beside_another_has_rules_of_its_own(share: float, opened: bool) -> None:
    rules = [Edge(y, 50, 50 + share * 320) for y in (90, 150)]
    assert _opened(Block(ROWS), rules) is opened


def aside(count: int, off: float) -> list[Line]:
    """Rows left and right, those on the right so much lower."""
    pairs = ((row(100 + 20 * n, "Mole"), line(100 + 20 * n + off, (200, "Slip"))) for n in range(count))
    return [k for pair in pairs for k in pair]


@pytest.mark.parametrize(
    ("lines", "parted"),
    [
        pytest.param(aside(4, 5), True, id="MIN_OVERLAPS"),
        pytest.param(aside(3, 5), False, id="MIN_OVERLAPS fewer"),
        pytest.param(aside(4, 6.6), True, id="OVERLAP beside each other"),
        pytest.param(aside(4, 6.7), False, id="OVERLAP below each other"),
    ],
)
def test_lines_on_baselines_of_their_own(lines: Sequence[Line], parted: bool) -> None:
    assert (_gutter(lines) is not None) is parted


@pytest.mark.parametrize(("level", "parts"), [(5, 2), (6, 1)], ids=["SHARED half", "SHARED more"])
def test_few_lines_of_two_tables_are_level(level: int, parts: int) -> None:
    """Of ten rows on each side; the others stand half a line lower on the right."""
    lines: list[Line] = []
    for n in range(10):
        base = 100.0 + 40 * n
        left, right = ((50, "Mole"), (110, "4")), ((250, "Slip"), (310, "5"))
        lines += [line(base, *left, *right)] if n < level else [line(base, *left), line(base + 5, *right)]
    assert len(split_halves(lines, [])) == parts


@pytest.mark.parametrize(
    ("off", "closes"), [(8.4, True), (8.6, False)], ids=["HALF_EM half a line below", "HALF_EM a line below"]
)
def test_the_last_line_of_a_centred_cell(off: float, closes: bool) -> None:
    assert closes_centred_cell(Block(ROWS), line(140 + off, (200, "and let"))) is closes


@pytest.mark.parametrize(("off", "count"), [(7.1, 1), (7.2, 2)], ids=["BESIDE", "BESIDE below"])
def test_lines_that_share_a_quarter_of_their_height_stand_beside_each_other(off: float, count: int) -> None:
    assert len(together([row(100, "Mole"), line(100 + off, (200, "4"))])) == count


def begins_next(above: Sequence[Line], *below: float, white: float = 20) -> bool:
    """Whether a title so far below rows is of the next table, which has texts at these places in its rows."""
    base = above[-1].base + 9.5 + white
    rows = [line(base + 14 + 14 * n, (50, "Grey"), (x, "Grey")) for n, x in enumerate(below)]
    return is_title_of_next(above, [], [*above, row(base, "Key"), *rows], len(above))


GREY = [row(100 + 9.5 * n, "Grey", "Grey") for n in range(3)]
"""Rows without white between them, with texts at 200 beside the first column."""


def sometimes(count: int) -> list[Line]:
    """Ten rows, of which so many have a text at 350 too."""
    return [row(100 + 9.5 * n, "Grey", "Grey", "Grey" if n < count else "") for n in range(10)]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        pytest.param(lambda: begins_next(GREY, 150, white=5.1), True, id="APART_EM"),
        pytest.param(lambda: begins_next(GREY, 150, white=4.9), False, id="APART_EM less white"),
        pytest.param(lambda: begins_next(GREY, 205.1), True, id="SAME_EM elsewhere"),
        pytest.param(lambda: begins_next(GREY, 204.9), False, id="SAME_EM in the column"),
        pytest.param(lambda: begins_next(sometimes(2), 350), True, id="OFTEN two of ten"),
        pytest.param(lambda: begins_next(sometimes(3), 350), False, id="OFTEN three of ten"),
        pytest.param(lambda: begins_next(GREY, 150, 150, 200, 200), False, id="SHOWN four rows"),
        pytest.param(lambda: begins_next(GREY, 200, 200, *[150] * 4), False, id="SHOWN no more"),
    ],
)
def test_a_text_set_apart_is_the_title_of_the_next_table(found: Callable[[], bool], expected: bool) -> None:
    assert found() is expected
