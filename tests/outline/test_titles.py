"""Where the title of an entry of an agenda ends, and what heads entries: each bound from both sides."""

from __future__ import annotations

import pytest
from outline.typeset import put

from agendapack.extract.outline.entries import Entry, is_heading
from agendapack.extract.outline.lines import TextLine, make_line
from agendapack.extract.outline.titles import read_entry

SIZE = 11.0


def line(x: float, top: float, text: str, style: str = "", size: float = SIZE) -> TextLine:
    return make_line(1, put(x, top, text, style, size))


def entry(text: str, *more: TextLine) -> Entry:
    """The first entry of an agenda, its number at 60, its title at 95, 100 below the top."""
    whole, title = line(60, 100, f"1 |95 {text}"), line(95, 100, text)
    return Entry("1", title.parts, whole, more=list(more))


@pytest.mark.parametrize(
    ("white_em", "size", "goes_on"),
    [(0.6, SIZE, True), (1.0, SIZE, False), (0.6, SIZE + 0.45, True), (0.6, SIZE + 0.75, False)],
)
def test_a_title_goes_on_close_below_in_its_size(white_em: float, size: float, goes_on: bool) -> None:
    below = line(95, 100 + SIZE * (1 + white_em), "the winter", size=size)
    title = read_entry(entry("Ferry timetable for", below), None, 500.0).title
    assert title == ("Ferry timetable for the winter" if goes_on else "Ferry timetable for")


@pytest.mark.parametrize(("room", "goes_on"), [(2.0, True), (4.0, False)])
def test_a_title_goes_on_where_the_next_word_did_not_fit(room: float, goes_on: bool) -> None:
    above, below = entry("Repairs"), line(95, 115, "winter")
    edge = above.rest[0].box.x1 + below.words[0].box.width + room
    assert read_entry(entry("Repairs", below), None, edge).title == (
        "Repairs winter" if goes_on else "Repairs"
    )


@pytest.mark.parametrize(("count", "heads"), [(10, True), (17, False)])
def test_a_heading_has_few_words(count: int, heads: bool) -> None:
    assert is_heading(line(60, 80, "Harbour " * count, "b"), None) is heads


@pytest.mark.parametrize(
    ("x", "white_em", "heads"),
    [(90.5, 0.3, False), (87.5, 0.3, True), (120.0, 0.5, False), (120.0, 0.9, True), (99.5, 0.9, False)],
)
def test_a_heading_is_set_apart_from_the_title_above(x: float, white_em: float, heads: bool) -> None:
    below = line(x, 100 + SIZE * (1 + white_em), "Harbour matters", "b")
    assert is_heading(below, entry("Ferry timetable")) is heads


@pytest.mark.parametrize(
    ("below", "goes_on"),
    [
        (("(a) the north quay", "(b) the south quay"), False),
        (("(b) the south quay",), True),
        (("1. the north quay",), False),
        (("1 north quay",), True),
        (("i) the north quay",), False),
        (("A. Smith's quay",), True),
        (("• the north quay",), False),
        (("- the north quay", "- the south quay"), False),
        (("– the north quay",), True),
    ],
)
def test_points_below_a_title_are_no_part_of_it(below: tuple[str, ...], goes_on: bool) -> None:
    lines = [line(95, 115 + 15 * i, text) for i, text in enumerate(below)]
    title = read_entry(entry("Repairs", *lines), None, 0.0).title
    assert title == " ".join(["Repairs", *(below if goes_on else ())])


@pytest.mark.parametrize(
    ("below", "goes_on"),
    [
        (("north quay)", "and more"), True),
        (("north quay", "and slip)"), True),
        (("north quay", "and slip"), False),
    ],
)
def test_a_bracket_holds_a_title_open_where_it_is_closed(below: tuple[str, ...], goes_on: bool) -> None:
    lines = [line(95, 140 + 25 * i, text) for i, text in enumerate(below)]
    title = read_entry(entry("Repairs (the", *lines), None, 500.0).title
    inside = below[: next((i for i, text in enumerate(below, 1) if ")" in text), 0)]
    assert title == " ".join(["Repairs (the", *inside]) and bool(inside) is goes_on


@pytest.mark.parametrize(
    ("above", "below", "goes_on"),
    [
        ("Repairs to the", "Harbour wall", True),
        ("Matters to vote on", "Harbour dues", False),
        ("Matters to vote on", "harbour dues", True),
        ("Apologies –", "Members who cannot come", False),
        ("Quays, slips,", "jetties", True),
        ("Apologies for", "To receive them", False),
    ],
)
def test_an_open_end_with_room_behind_it_holds_a_title_open(above: str, below: str, goes_on: bool) -> None:
    title = read_entry(entry(above, line(95, 115, below)), None, 500.0).title
    assert title == (f"{above} {below}" if goes_on else above)
