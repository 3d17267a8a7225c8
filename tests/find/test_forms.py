"""Cards without a frame: what comes again on every card is its form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from find.drawn import lattice, page, put, words
from hypothesis import given, settings
from hypothesis import strategies as st

from agendapack.extract.find import find_grids
from agendapack.extract.find.forms import Form, forms_of, with_cards
from agendapack.extract.find.forms.cards import cards_of
from agendapack.extract.find.forms.families import Family
from agendapack.extract.find.forms.segments import segments_of
from agendapack.extract.model import Page, Rule, Word

TASKS = ("Dredge the inner basin", "Paint the loading crane", "Mend the north lock", "Light the east quay")
OWNERS = ("Jo Kerr", "Head of Quays", "Ada Wray", "Harbour Master")
LABELS = ("Who answers", "To be done by", "Where it stands")
SENTENCES = (
    "Three of these were agreed in spring",
    "The board saw the next ones",
    "Nothing here was new to members",
)


def card(number: int, top: float, left: float = 60.0, labels: tuple[str, ...] = LABELS) -> list[Word]:
    """A title, then small labels over their values, two abreast and one below."""
    title = words(f"AP-{number} {TASKS[number % 4]}", left, top, 12, bold=True)
    values = (OWNERS[number % 4], f"{number + 3} May 2032", f"Contractor number {number} is on site")
    said = [*title]
    for label, value, x, y in zip(labels, values, (0, 110, 0), (20, 20, 48), strict=True):
        said += words(label, left + x, top + y, 7) + words(value, left + x, top + y + 12)
    return said


def sheet(number: int, said: list[Word], rules: list[Rule] | None = None) -> Page:
    made = page(said, rules or [])
    return Page(number, made.width, made.height, made.words, made.rules, made.fills)


def forms(*sheets: Page) -> list[Form]:
    return forms_of([(one, find_grids(one)) for one in sheets])


def texts(form: Form) -> list[list[str]]:
    return [[cell.text for cell in grid.cells] for grid in form.cards]


def said_on(number: int) -> set[str]:
    return {
        f"AP-{number} {TASKS[number % 4]}",
        *LABELS,
        OWNERS[number % 4],
        f"{number + 3} May 2032",
        f"Contractor number {number} is on site",
    }


def test_cards_over_pages_are_found_each_by_itself() -> None:
    first = [*words("Our plan in full", 60, 50, 16), *card(1, 90), *card(2, 200), *card(3, 310)]
    (form,) = forms(sheet(1, first), sheet(2, [*card(4, 90), *card(5, 200)]))
    assert [set(own) for own in texts(form)] == [said_on(n) for n in (1, 2, 3, 4, 5)]
    assert [grid.page for grid in form.cards] == [1, 1, 1, 2, 2]
    assert all(grid.form == {tuple(label.casefold().split()) for label in LABELS} for grid in form.cards)


def beside(number: int, top: float) -> list[Word]:
    """A bold title, then labels with their values on the same lines."""
    said = words(f"AP-{number} {TASKS[number % 4]}", 60, top, 10, bold=True)
    values = (OWNERS[number % 4], f"{number + 3} May 2032", f"Contractor number {number} is on site")
    for n, (label, value) in enumerate(zip(LABELS, values, strict=True), 1):
        said += words(label, 60, top + 18 * n, 8) + words(value, 190, top + 18 * n)
    return said


@pytest.mark.parametrize("make", [beside, card])
def test_a_sentence_over_the_cards_of_each_page_takes_no_value_to_the_next(
    make: Callable[..., list[Word]],
) -> None:
    """It is set as the values are, which end the card above."""
    pages = [
        [
            *words(SENTENCES[n], 60, 50),
            *(w for k in range(3) for w in make(3 * n + k, 80 + 110 * k)),
        ]
        for n in range(3)
    ]
    (form,) = forms(*(sheet(n + 1, said) for n, said in enumerate(pages)))
    told = [set(own) for own in texts(form)]
    assert len(told) == 9
    assert all(said_on(n) <= own for n, own in enumerate(told))
    assert not any(f"Contractor number {n} is on site" in told[n + 1] for n in range(8))


def test_cards_abreast_are_read_apart() -> None:
    said = [w for n in range(4) for w in card(n, 90 + 120 * (n // 2), 40 + 270 * (n % 2))]
    (form,) = forms(sheet(1, said))
    assert sorted(map(sorted, map(set, texts(form)))) == sorted(sorted(said_on(n)) for n in range(4))


def test_one_card_a_page_is_a_form_of_the_pack() -> None:
    (form,) = forms(*(sheet(n + 1, card(n, 90)) for n in range(3)))
    assert [set(own) for own in texts(form)] == [said_on(n) for n in range(3)]


def test_the_parts_of_reports_are_no_cards() -> None:
    told = (
        "The board was told that the works on the quay go on and that no more money is asked for at this time"
    )
    heads = ("Background", "Money", "Law")
    said = [
        w
        for n in range(2)
        for m, head in enumerate(heads)
        for w in [
            *words(head, 60, 60 + 360 * n + 110 * m, 12, bold=True),
            *(
                w
                for k in range(6)
                for w in words(f"{told} {n}{m}{k}", 40, 76 + 360 * n + 110 * m + 12 * k, 8)
            ),
        ]
    ]
    assert not forms(sheet(1, said))


def test_a_table_is_no_form() -> None:
    rows = [(f"AP-{n}", TASKS[n % 4], OWNERS[n % 2], "Under way") for n in range(8)]
    said = [
        w
        for n, row in enumerate(rows)
        for x, text in zip((54, 124, 304, 424), row, strict=True)
        for w in words(text, x, 80 + 20 * n)
    ]
    ruled = lattice([50, 120, 300, 420, 530], [66 + 20 * n for n in range(9)])
    assert not forms(sheet(1, said, ruled))


def test_cards_take_the_place_of_what_stood_in_line() -> None:
    sheets = [sheet(n + 1, card(n, 90)) for n in range(3)]
    before = [grid for one in sheets for grid in find_grids(one)]
    found = forms_of([(one, [g for g in before if g.page == one.number]) for one in sheets])
    after = with_cards(before, found)
    assert {id(g) for form in found for g in form.cards} <= {id(g) for g in after}
    assert not any(id(g) in {id(a) for a in after} for form in found for g in form.instead)


SAID = st.sampled_from([*LABELS, *OWNERS, "Owner:", "AP-1", "12", "May 2032", "In hand", "•", "L4 × I4"])


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.tuples(
            SAID,
            st.sampled_from([40, 60, 200, 330]),
            st.integers(4, 60),
            st.sampled_from([7, 10]),
            st.booleans(),
        ),
        max_size=40,
    )
)
def test_whatever_comes_again_no_word_is_invented_or_told_twice(
    placed: list[tuple[str, int, int, int, bool]],
) -> None:
    once = {(x, y): (text, size, bold) for text, x, y, size, bold in placed}
    said = [w for (x, y), (t, size, bold) in once.items() for w in words(t, x, 12.0 * y, size, bold=bold)]
    found = forms(sheet(1, said[: len(said) // 2]), sheet(2, said[len(said) // 2 :]), sheet(3, said))
    told = Counter(
        (grid.page, id(word)) for form in found for grid in form.cards for c in grid.cells for word in c.words
    )
    assert all(count == 1 for count in told.values())
    printed = {id(word) for word in said}
    assert {word for _, word in told} <= printed


@pytest.mark.parametrize("count", [0, 1])
def test_one_card_is_no_form(count: int) -> None:
    assert not forms(sheet(1, [w for n in range(count) for w in card(n, 90 + 110 * n)]))


RUN_IN = ("What we saw.", "We suggested:", "Falls to:", "In place by:")


def point(number: int, top: float, rest: bool | None = None) -> list[Word]:
    """A title, then labels in bold type that run in to their values; `rest` is one half of it."""
    lines = [
        [(f"Point {number}.1", True)],
        [(RUN_IN[0], True), (f"Of {number + 20} ropes on the long quay none had been tested", False)],
        [(f"since week {number + 4}.", False)],
        [(RUN_IN[1], True), (f"Test all {number + 20} ropes each month.", False)],
        [(RUN_IN[2], True), (OWNERS[number % 4], False), (RUN_IN[3], True), (f"{number + 3} May", False)],
        [("2032.", False)],
    ]
    said: list[Word] = []
    for n, line in enumerate(lines if rest is None else lines[4:] if rest else lines[:4]):
        left = 60.0
        for text, bold in line:
            more = words(text, left, top + 14 * n, bold=bold)
            said += more
            left = more[-1].box.x1 + (30 if text == OWNERS[number % 4] else 4)
    return said


def test_values_behind_labels_that_run_in_go_on_at_the_left() -> None:
    (form,) = forms(sheet(1, [word for n in range(4) for word in point(n, 60.0 + 110 * n)]))
    for number, own in enumerate(map(set, texts(form))):
        saw = f"Of {number + 20} ropes on the long quay none had been tested\nsince week {number + 4}."
        assert {*RUN_IN, saw, OWNERS[number % 4], f"{number + 3} May\n2032."} <= own


def test_what_the_end_of_a_page_cuts_from_a_card_is_not_of_the_next() -> None:
    first = [*point(0, 60), *point(1, 170), *point(2, 280, rest=False)]
    second = [*point(2, 60, rest=True), *point(3, 100), *point(4, 210)]
    (form,) = forms(sheet(1, first), sheet(2, second))
    assert [any(text.startswith("Point") for text in own) for own in texts(form)] == [True] * 3 + [
        False,
        True,
        True,
    ]
    assert "Point 3.1" in texts(form)[4]


@pytest.mark.parametrize(("size", "inside"), [(14, False), (10, True)])
def test_a_heading_in_larger_type_is_of_no_card(size: float, inside: bool) -> None:
    heading = words("What was seen on the north quay", 60, 265, size, bold=True)
    said = [*point(0, 60), *point(1, 165), *heading, *point(2, 290), *point(3, 400)]
    (form,) = forms(sheet(1, said))
    held = [text for own in texts(form) for text in own if "north" in text]
    assert bool(held) == inside


def test_cards_that_begin_on_one_line_break_nothing() -> None:
    """Heads again and again along a line: the title of the second would stand before the first begins."""
    piece = segments_of(
        sheet(1, put((40, 92, "Core"), (90, 92, "Total"), (140, 92, "Core"), (190, 92, "Total")))
    )
    family = Family(frozenset(segment.key for segment in piece), (0, 2))
    assert [card.end > card.first for card in cards_of([piece], [(0, 0), (0, 2)], family)] == [False, True]
