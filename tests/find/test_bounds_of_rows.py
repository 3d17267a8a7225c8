"""Both sides of the bounds by which lines without rules are rows of a table, and the first its header."""

from __future__ import annotations

from dataclasses import replace

import pytest
from find.drawn import cells, words

from agendapack.extract.find.page.edges import Edge
from agendapack.extract.find.page.lines import Chunk, chunk_of
from agendapack.extract.find.page.row_line import RowLine
from agendapack.extract.find.stream.centred_rows import (
    _cheapest,
    _is_centred,
    _is_one,
    _set_apart,
    centred_groups,
)
from agendapack.extract.find.stream.columns import Span
from agendapack.extract.find.stream.header import _runs_on, _same_unit, banner, header_pieces
from agendapack.extract.find.stream.header_lines import header_size
from agendapack.extract.find.stream.rows import (
    _fits,
    _Pace,
    _restyled,
    _ruled_off,
    _rules_part_rows,
    _set_in,
    _wrapped,
    row_groups,
)

COLUMNS = [(50.0 + 150 * n, 150.0 + 150 * n) for n in range(3)]


def at(x: float, text: str, base: float = 100, size: float = 10) -> Chunk:
    return chunk_of(words(text, x, base, size))


@pytest.mark.parametrize(
    ("end", "rows"), [(251, 2), (249, 1)], ids=["RULE_COVER half of the width", "RULE_COVER less"]
)
def test_a_rule_parts_rows(end: float, rows: int) -> None:
    lines = [cells(100, "Mole", "4"), cells(112, "and let")]
    assert len(row_groups(lines, COLUMNS, [Edge(104, 50, end)])) == rows


@pytest.mark.parametrize(
    ("pitch", "tight"), [(14.6, True), (14.7, False)], ids=["TIGHT a line", "TIGHT a row"]
)
def test_lines_of_one_paragraph(pitch: float, tight: bool) -> None:
    pace = _Pace([cells(100 + 12 * n, "Mole", "let") for n in range(3)])
    assert pace.tight(cells(100, "Mole"), cells(100 + pitch, "Mole")) is tight


@pytest.mark.parametrize(
    ("parted", "single", "rows"),
    [
        pytest.param(3, 3, True, id="MIN_ROW_RULES two"),
        pytest.param(2, 2, False, id="MIN_ROW_RULES one"),
        pytest.param(5, 3, True, id="MOSTLY three of five"),
        pytest.param(5, 2, False, id="MOSTLY two of five"),
    ],
)
def test_rules_between_rows(parted: int, single: int, rows: bool) -> None:
    """So many spaces between rules, of which so many hold one figure to a column."""
    lines, cuts = [], []
    for n in range(parted):
        lines += [cells(100 + 40 * n, "Mole", "4"), cells(112 + 40 * n, "and let", "" if n < single else "5")]
        cuts += [n > 0, False]
    assert _rules_part_rows(lines, cuts[1:], 2) is rows


@pytest.mark.parametrize(("on", "wrapped"), [(3, True), (2, False)], ids=["RUN_ON", "RUN_ON fewer"])
def test_texts_between_rules_that_wrap(on: int, wrapped: bool) -> None:
    """Of four second lines so many go on with what is above them; the others begin with a capital."""
    lines = []
    for n in range(4):
        lines += [cells(100 + 40 * n, "Mole", "Pilot"), cells(112 + 40 * n, "and let" if n < on else "Let")]
    assert _wrapped(lines, [False, *[True, False] * 3], COLUMNS) is wrapped


@pytest.mark.parametrize(
    ("into", "off"), [(0.4, True), (0.6, False)], ids=["CLEAR_EM", "CLEAR_EM an underline"]
)
def test_a_rule_in_the_white_between_two_lines(into: float, off: bool) -> None:
    above, below = cells(100, "Mole"), cells(120, "Slip")
    assert _ruled_off(above, below, [above.bottom - into]) is off


def indented(by: float) -> RowLine:
    return RowLine(112.6, 122.1, 120, 10, {(0, 0): [at(50 + by, "Slip", 120)]})


@pytest.mark.parametrize(("by", "set_in"), [(3.1, True), (2.9, False)], ids=["INDENT_EM", "INDENT_EM less"])
def test_rows_under_a_heading_are_set_in(by: float, set_in: bool) -> None:
    assert _set_in(cells(100, "Quays"), indented(by), indented(by)) is set_in


@pytest.mark.parametrize(
    ("size", "restyled"), [(11, True), (10.9, False)], ids=["OTHER_SIZE_PT larger", "OTHER_SIZE_PT as large"]
)
def test_headings_are_larger_than_rows(size: float, restyled: bool) -> None:
    assert _restyled([cells(100, "Quays", size=size)], cells(115, "Mole")) is restyled


def paced(tight: int, loose: int, figures: int) -> _Pace:
    """Lines so many pairs of which stand close, so many apart; under some figures stand more."""
    gaps = [12] * tight + [24] * loose
    bases = [100.0 + sum(gaps[:n]) for n in range(len(gaps) + 1)]
    return _Pace(
        [cells(base, "Mole", "4" if n <= figures and figures else "let") for n, base in enumerate(bases)]
    )


@pytest.mark.parametrize(
    ("tight", "loose", "figures", "tells"),
    [
        pytest.param(11, 2, 0, True, id="MIXED two of 13"),
        pytest.param(12, 2, 0, False, id="MIXED two of 14"),
        pytest.param(10, 4, 2, True, id="STRAY two of ten"),
        pytest.param(10, 4, 3, False, id="STRAY three of ten"),
    ],
)
def test_close_and_loose_lines_tell_rows(tight: int, loose: int, figures: int, tells: bool) -> None:
    assert paced(tight, loose, figures).tells is tells


@pytest.mark.parametrize(("end", "fits"), [(88.1, True), (87.9, False)], ids=["FIT_EM", "FIT_EM no room"])
def test_the_next_word_would_have_fitted(end: float, fits: bool) -> None:
    assert _fits([cells(100, "Mole")], cells(112, "let"), 0, [(50, end)]) is fits


# --- cells with one middle -------------------------------------------------------------------------


def centred(label: float, *lines: float, text: str = "let", under: str = "") -> list[RowLine]:
    """A label and the lines of a text beside it, by their baselines."""
    made = [cells(label, "Mole", under), *(cells(base, "", text) for base in lines)]
    return sorted(made, key=lambda k: k.base)


@pytest.mark.parametrize(("label", "centre"), [(108.9, True), (109.1, False)], ids=["OFF_EM", "OFF_EM lower"])
def test_a_label_in_the_middle_of_its_row(label: float, centre: bool) -> None:
    assert _is_centred(centred(label, 100, 112)) is centre


UNLABELLED = [cells(100, "", "a", "b", "c"), cells(100, "", "a", "b", "c", "d")]


@pytest.mark.parametrize(
    ("row", "most", "one"),
    [
        pytest.param(centred(108, 100, 116.9), 2, True, id="PITCH_EM lines"),
        pytest.param(centred(108, 100, 117.1), 2, False, id="PITCH_EM rows"),
        pytest.param(UNLABELLED[1:], 6, True, id="MOST four of six"),
        pytest.param(UNLABELLED[:1], 6, False, id="MOST three of six"),
    ],
)
def test_lines_that_are_one_row(row: list[RowLine], most: int, one: bool) -> None:
    assert _is_one(row, most) is one


@pytest.mark.parametrize(("more", "rows"), [(1.6, 2), (1.4, 0)], ids=["JUMP_EM", "JUMP_EM less"])
def test_more_white_between_rows_than_lines(more: float, rows: int) -> None:
    """Two rows of three lines, the second so much further below than lines are."""
    bases = [*(100, 112, 124), *(136 + more, 148 + more, 160 + more)]
    atoms = [[cells(base, "Mole" if n % 3 == 1 else "", "let")] for n, base in enumerate(bases)]
    assert len(_set_apart(atoms, set()) or ()) == rows


@pytest.mark.parametrize(
    ("off", "figure", "rows"),
    [
        pytest.param(8, "let", 1, id="NO_LABEL near enough"),
        pytest.param(12, "let", 2, id="NO_LABEL too far off"),
        pytest.param(2, "4", 1, id="TWICE near enough"),
        pytest.param(6, "4", 2, id="TWICE too far off"),
    ],
)
def test_what_a_line_without_a_label_belongs_to(off: float, figure: str, rows: int) -> None:
    """The middle of the two texts is half as far off that of the label."""
    first = [RowLine(92.6, 102.1, 100, 10, {(0, 0): [at(50, "Mole")], (1, 1): [at(200, figure)]})]
    assert len(_cheapest([first, [cells(100 + off, "", figure)]], set())) == rows


def among(centre: int, single: int) -> bool:
    """Whether so many rows with a label between two lines, and others, are a table of centred cells."""
    lines = []
    for n in range(centre + single):
        base = 100.0 + 40 * n
        lines += centred(base + 6, base, base + 12) if n < centre else centred(base + 6, base + 6)[:1]
    return centred_groups(lines, [False] * (len(lines) - 1)) is not None


@pytest.mark.parametrize(
    ("centre", "single", "found"),
    [
        pytest.param(2, 0, True, id="MIN_CENTRED"),
        pytest.param(1, 1, False, id="MIN_CENTRED fewer"),
        pytest.param(3, 17, True, id="MIN_SHARE three of 20"),
        pytest.param(3, 18, False, id="MIN_SHARE three of 21"),
    ],
)
def test_a_table_of_centred_cells(centre: int, single: int, found: bool) -> None:
    assert among(centre, single) is found


@pytest.mark.parametrize(("count", "one"), [(9, True), (11, False)], ids=["MAX_ATOMS", "MAX_ATOMS more"])
def test_lines_of_one_row(count: int, one: bool) -> None:
    atoms = [[cells(100 + 12 * n, "Mole" if n == count // 2 else "", "let")] for n in range(count)]
    assert (len(_cheapest(atoms, set())) == 1) is one


# --- the header ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("count", "size"), [(8, 8), (9, None)], ids=["MAX_HEADER_LINES", "more lines"])
def test_lines_of_a_header(count: int, size: int | None) -> None:
    lines = [cells(100 + 20 * n, f"Part {'x' * n}", "Let") for n in range(count)]
    lines += [cells(100 + 20 * (count + n), "Mole", "4") for n in range(3)]
    assert header_size(lines, COLUMNS[:2], []) == size


VALUES: list[Span] = [(50, 100), (150, 220), (230, 300)]
"""The middle of the values is at x 225."""


@pytest.mark.parametrize(
    ("chunk", "column", "spans"),
    [
        pytest.param(at(225 + 14.9 - 7.5, "let"), 1, True, id="BANNER_EM in the middle"),
        pytest.param(at(225 + 15.1 - 7.5, "let"), 1, False, id="BANNER_EM aside"),
        pytest.param(at(155.1, "x" * 28), 1, True, id="CENTRE_EM in the middle"),
        pytest.param(at(154.9, "x" * 28), 1, False, id="CENTRE_EM at the edge of its column"),
    ],
)
def test_a_text_in_the_middle_spans_the_table(chunk: Chunk, column: int, spans: bool) -> None:
    assert ((1, 2) in banner({(column, column): [chunk]}, VALUES, 10)) is spans


@pytest.mark.parametrize(("count", "units"), [(3, True), (2, False)], ids=["MIN_UNITS", "MIN_UNITS fewer"])
def test_a_row_of_units(count: int, units: bool) -> None:
    assert _same_unit([at(100 * n, "£") for n in range(count)]) is units


@pytest.mark.parametrize(
    ("pitch", "one"), [(13.9, True), (14.1, False)], ids=["RUN_ON_EM", "RUN_ON_EM apart"]
)
def test_two_lines_of_one_heading(pitch: float, one: bool) -> None:
    assert _runs_on([at(50, "Berths")], [at(50, "let", 100 + pitch)], []) is one


@pytest.mark.parametrize(("off", "column"), [(29, 1), (31, 2)], ids=["OFF_CENTRE", "OFF_CENTRE aside"])
def test_a_unit_in_the_middle_of_the_values(off: float, column: int) -> None:
    unit = RowLine(92.6, 102.1, 100, 10, {(2, 2): [at(225 + off - 2.5, "£")]})
    ((piece,), _) = header_pieces([unit], [(50, 100), (150, 220), (230, 300)], [], [])
    assert piece.column == column


@pytest.mark.parametrize("above", [False, True], ids=["upright above", "italic above"])
@pytest.mark.parametrize("italic", [False, True], ids=["upright", "italic"])
def test_a_line_in_italics_below_a_row_is_a_note_on_it(italic: bool, above: bool) -> None:
    def slanted(line: RowLine, is_so: bool) -> RowLine:
        placed = {
            key: [chunk_of([replace(w, italic=is_so) for w in chunk.words]) for chunk in chunks]
            for key, chunks in line.cells.items()
        }
        return replace(line, cells=placed)

    row, note = slanted(cells(100, "Q1", "Berths let", "58%"), above), cells(112, "", "Two were sold")
    groups = row_groups([row, slanted(note, italic)], [(50, 150), (200, 300), (350, 400)], [])
    assert len(groups) == (2 if italic and not above else 1)


TITLES = ("Ref", "Action", "Lead")
PLANNED = [("H1", "Mend the crane", "Tern"), ("H2", "Mend the lock", "Gull"), ("H3", "Mend the quay", "Pike")]


def headed_lines(*bold: tuple[float, tuple[str, ...]], first: float = 120.0) -> list[RowLine]:
    """Bold lines over three plain rows."""
    rows = [cells(first + 20 * n, *row) for n, row in enumerate(PLANNED)]
    return [*(cells(base, *texts, bold=True) for base, texts in bold), *rows]


@pytest.mark.parametrize(
    ("lines", "size"),
    [
        (headed_lines((100, TITLES)), 1),
        (headed_lines((90, TITLES), (100, ("", "in full", "of all"))), 2),
        (headed_lines((90, TITLES), (101, ("number",))), 2),  # nearer to the titles than to the rows
        (headed_lines((80, TITLES), (100, ("Harbour",))), 1),  # as near to both: a heading of the rows
        (headed_lines((100, ("Harbour",))), None),  # titles stand side by side
        ([cells(100 + 20 * n, *row, bold=True) for n, row in enumerate(PLANNED)], None),
    ],
)
def test_a_head_shows_by_its_bold_letters(lines: list[RowLine], size: int | None) -> None:
    assert header_size(lines, COLUMNS, []) == size


@pytest.mark.parametrize(("rules", "size"), [(3, 1), (2, 2)])
def test_of_many_rules_the_first_stands_below_a_row(rules: int, size: int) -> None:
    under = [Edge(123.0 + 20 * n, COLUMNS[0][0], COLUMNS[-1][1]) for n in range(rules)]
    rows = [*headed_lines((100, TITLES)), cells(180, "H4", "Mend the slip", "Crew")]
    assert header_size(rows, COLUMNS, under) == size
