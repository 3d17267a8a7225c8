"""Cards whose title, or more, stands in lines over their tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from recognise.test_titled_ratings import Pack, printed
from sheets import table

from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise import recognise
from agendapack.extract.recognise.alike_cards import packs_of_cards
from agendapack.extract.recognise.card_lists import sheaf_of
from agendapack.extract.recognise.key_value_cards import named_line
from agendapack.extract.recognise.lines_over import rows_over

RISKS = (
    ("HR1", "If the lock fails, ships cannot leave and traders will claim their losses", "Harbour Master"),
    ("HR2", "If the crane falls, a worker may be hurt and the quay is closed", "Head of Works"),
    ("HR3", "If silt comes back, the basin becomes too shallow for the ferry", "Ferry Manager"),
    ("HR4", "If nobody applies, the pilot service stops and tolls are lost", "Director of Quays"),
)
CAUSES = ("Old gates", "Rusted bolts", "Storms at sea", "Low pay")
RATED = ("*Rating | *Likelihood | *Impact | *Score", "*Inherent | 4 | 5 | 20", "*Current | 3 | 4 | 12")


def said(number: int, *, in_lines: bool) -> tuple[list[str], list[list[str]]]:
    """What a card says of its risk, in a table or in lines under the title."""
    pairs = [
        ("Risk owner", RISKS[number][2]),
        ("Cause", CAUSES[number]),
        ("Proximity", f"{number + 2} months"),
    ]
    rows = [] if in_lines else [f"{{grey}} *{label} | {value}" for label, value in pairs]
    return rows, [[f"*{label}:", value] for label, value in pairs] if in_lines else []


def pack(count: int, *, in_lines: bool) -> Pack:
    made = Pack()
    for number, (ref, text, _) in enumerate(RISKS[:count]):
        rows, lines = said(number, in_lines=in_lines)
        title = f"{ref} {text}"
        if rows:
            made.add(rows, title, size=12)
            made.add(RATED)
        else:
            made.end += 60
            add_under_lines(made, title, lines)
    return made


def add_under_lines(made: Pack, title: str, lines: Sequence[Sequence[str]]) -> None:
    """The ratings under a title and lines, all above them."""
    made.add(RATED, title, size=12)
    table = made.tables[-1]
    top = table.box.top
    over = [printed(top - 60, f"*{title}", size=12)]
    over += [printed(top - 40 + 12 * n, *pieces) for n, pieces in enumerate(lines)]
    made.places[table.table_id] = replace(made.places[table.table_id], near=tuple(over))


@pytest.mark.parametrize("in_lines", [True, False])
@pytest.mark.parametrize("count", [3, 4])
def test_a_heading_over_a_card_is_its_title(count: int, in_lines: bool) -> None:
    risks = pack(count, in_lines=in_lines).read().risks
    assert [(r.risk_ref, r.description, r.officers) for r in risks] == [
        (ref, text, (owner,)) for ref, text, owner in RISKS[:count]
    ]
    assert {(r.score, r.inherent_score) for r in risks} == {("12", "20")}


def test_text_between_cards_is_no_part_of_them() -> None:
    made = pack(4, in_lines=False)
    third = made.places["t005"]
    remark = printed(third.near[0].box.top - 30, "The board has asked for a deeper look at the next risk.")
    below = printed(third.near[0].box.top + 14, "It was seen by the board in May.")
    made.places["t005"] = replace(third, near=(remark, *third.near, below))
    assert [r.description for r in made.read().risks] == [text for _, text, _ in RISKS]


@pytest.mark.parametrize(("white", "texts"), [(5.9, 1), (6.1, 2)], ids=["LEADING_EM", "LEADING_EM more"])
def test_lines_close_below_one_another_over_a_table_are_one_text(white: float, texts: int) -> None:
    """In letters of 8 points."""
    lines = printed(60, "The gates fail in"), printed(68 + white, "a storm")
    assert len(rows_over(table("Owner | Jo Kerr"), Around(near=lines))) == texts


@pytest.mark.parametrize(
    ("line", "ref"), [("Risk HR1: The lock gates fail", "HR1"), ("Risks grow when gates fail", "")]
)
def test_what_a_record_is_called_is_no_part_of_its_reference(line: str, ref: str) -> None:
    assert named_line(line) == (ref, "The lock gates fail" if ref else line)


@pytest.mark.parametrize("each", [1, 2])
def test_a_heading_over_several_cards_is_the_title_of_none(each: int) -> None:
    """Over one card a table it is."""
    made = Pack()
    for first in range(0, 4, each):
        rows = [row for number in range(first, first + each) for row in said(number, in_lines=False)[0]]
        made.add(rows, f"{RISKS[first][0]} {RISKS[first][1]}", size=12)
    (cards,) = packs_of_cards(made.tables, made.places.__getitem__)
    listed = sheaf_of(cards, {t.table_id: t for t in made.tables}).whole
    assert listed.columns == (5 if each == 1 else 3)


def test_a_label_over_text_outside_cards_is_no_part_of_any() -> None:
    """A value is looked for only below a label that a card has."""
    made = pack(4, in_lines=False)
    for name in ("t001", "t003", "t005", "t007"):
        place = made.places[name]
        top = place.near[0].box.top
        over = [
            printed(top - 90, f"one {name}", "two"),
            printed(top - 70, f"three {name}", "four"),
            printed(top - 50, "*Remark"),
            printed(top - 36, f"See {name}"),
        ]
        made.places[name] = replace(place, near=(*over, *place.near))
    assert [r.description for r in made.read().risks] == [text for _, text, _ in RISKS]


TEXTS = st.sampled_from(
    ["Owner", "Cause", "*Owner", "*Cause", "{grey} *Score", "Jo Kerr", "4", "", "{red}", "<", "A1"]
)
ROWS = st.lists(st.lists(TEXTS, min_size=3, max_size=3), min_size=1, max_size=6)


@given(st.lists(st.tuples(ROWS, st.lists(TEXTS.filter(lambda t: t.strip("*{}<")), max_size=3)), max_size=6))
def test_whatever_is_printed_cards_are_read_or_not(
    printed_tables: list[tuple[list[list[str]], list[str]]],
) -> None:
    """No row is in two cards, and no reading fails."""
    made = Pack()
    for rows, lines in printed_tables:
        cells = [["" if n == 0 and text == "<" else text for n, text in enumerate(row)] for row in rows]
        made.add([" | ".join(row) for row in cells], "", [[line] for line in lines])
    found = packs_of_cards(made.tables, made.places.__getitem__)
    words = [
        id(word)
        for cards in found
        for card in cards
        for pair in card.pairs.values()
        for word in pair.value.words
    ]
    assert len(words) == len({*words})
    recognise(made.tables, made.places.__getitem__)
