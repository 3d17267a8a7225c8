"""Headers above the first rule, or the first coloured cell, of a table without upright rules."""

from __future__ import annotations

from find.drawn import level, page, texts, words

from agendapack.extract.find import find_grids


def test_a_heading_over_several_columns_with_a_rule_under_it_is_of_the_header() -> None:
    text = words("Indicator", 60, 100) + words("2031/32", 240, 100)
    text += [w for t, x in (("Harbour", 240), ("England", 310), ("Coast", 380)) for w in words(t, x, 116)]
    for i, row in enumerate((["Berths let", "81%", "79%", "75%"], ["Boats mended", "71%", "70%", "66%"])):
        text += [w for t, x in zip(row, (60, 240, 310, 380), strict=True) for w in words(t, x, 132 + 16 * i)]
    rules = [level(104, 236, 430), *(level(y, 56, 430) for y in (120, 136, 152))]
    (grid,) = find_grids(page(text, rules))
    printed = texts(grid)
    assert printed[0][0] == "Indicator" and "2031/32" in printed[0]
    assert printed[1] == ["", "Harbour", "England", "Coast"]
    assert printed[3] == ["Boats mended", "71%", "70%", "66%"]
