"""Coloured cells of a ruled table get the borders that are too light to be seen."""

from __future__ import annotations

from agendapack.extract.model import Box, Fill, Rule, Word
from agendapack.extract.ocr.borders import with_borders

GREEN, BAND = (130, 190, 120), (220, 220, 220)


def place(rule: Rule) -> tuple[float, float, float]:
    box = rule.box
    return (box.mid_y, box.x0, box.x1) if rule.horizontal else (box.mid_x, box.top, box.bottom)


def level(y: float, x0: float, x1: float) -> Rule:
    return Rule(Box(x0, y, x1, y), True, 0.5)


def plumb(x: float, top: float, bottom: float) -> Rule:
    return Rule(Box(x, top, x, bottom), False, 0.5)


def spans(rules: tuple[Rule, ...], horizontal: bool) -> set[tuple[int, int, int]]:
    """Place, start and end of the rules of one direction, in whole points."""
    return {tuple(map(round, place(rule))) for rule in rules if rule.horizontal is horizontal}  # type: ignore[misc]


def test_level_rules_run_through_a_coloured_column() -> None:
    broken = [part for y in (100, 130, 160) for part in (level(y, 50, 200), level(y, 240, 400))]
    rules = with_borders(
        [*broken, plumb(50, 100, 160), plumb(400, 100, 160)], [Fill(Box(201, 101, 239, 160), GREEN)]
    )
    assert spans(rules, True) == {(100, 50, 400), (130, 50, 400), (160, 50, 400)}
    assert {at for at, _, _ in spans(rules, False)} == {50, 201, 239, 400}


def test_cells_follow_one_another_to_the_edge_of_the_table() -> None:
    rules = [level(100, 96, 400), level(130, 96, 400), plumb(96, 100, 130)]
    fills = [Fill(Box(46, 100, 70, 130), GREEN), Fill(Box(72, 100, 95, 130), GREEN)]
    assert {at for at, _, _ in spans(with_borders(rules, fills), False)} >= {46, 72, 96}


def test_a_band_across_the_table_is_not_cut_by_upright_rules() -> None:
    rules = [level(100, 50, 400), level(120, 50, 400), plumb(200, 60, 100), plumb(200, 120, 160)]
    found = with_borders(rules, [Fill(Box(50, 100, 400, 120), BAND)])
    assert {(200, 60, 100), (200, 120, 160)} <= spans(found, False)


def test_a_mark_inside_a_box_gets_no_borders() -> None:
    box = [level(100, 50, 200), level(180, 50, 200), plumb(50, 100, 180), plumb(200, 100, 180)]
    found = with_borders(box, [Fill(Box(110, 130, 192, 145), GREEN)])
    assert spans(found, True) == {(100, 50, 200), (180, 50, 200)}
    assert spans(found, False) == {(50, 100, 180), (200, 100, 180)}


def head(*places: float) -> tuple[Word, ...]:
    return tuple(Word("Owner", Box(x, 104, x + 40, 116), 10, certainty=0.9) for x in places)


def test_columns_go_on_through_a_dark_head_but_not_through_a_title() -> None:
    rules = [level(120, 50, 400), level(160, 50, 400), plumb(200, 121, 160), plumb(300, 121, 160)]
    dark = [Fill(Box(50, 100, 400, 120), (10, 10, 10))]
    columns = spans(with_borders(rules, dark, head(60, 210, 310)), False)
    assert {(200, 100, 160), (300, 100, 160)} <= columns
    titled = spans(with_borders(rules, dark, head(60, 105)), False)
    assert {(200, 121, 160), (300, 121, 160)} <= titled
    crossed = spans(with_borders(rules, dark, head(60, 180, 310)), False)
    assert {(200, 121, 160), (300, 100, 160)} <= crossed


def test_a_rule_seen_on_a_colour_ends_where_it_ends() -> None:
    head = Fill(Box(50, 100, 400, 140), BAND)
    rules = [level(100, 50, 400), level(140, 50, 400), level(120, 50, 120), level(120, 260, 400)]
    found = spans(with_borders([*rules, plumb(50, 100, 140), plumb(400, 100, 140)], [head]), True)
    assert {(120, 50, 120), (120, 260, 400)} <= found
