"""Both sides of the bounds by which cards that are tables of their own are read, and taken for records."""

from __future__ import annotations

from dataclasses import replace

import pytest
from recognise.test_card_slots import card, pairs
from sheets import table

from agendapack.extract.find.boxes.frames import FRAMES
from agendapack.extract.model import Box, Cell, Grid, Table, Word
from agendapack.extract.recognise import recognise
from agendapack.extract.recognise.card_packs import are_many
from agendapack.extract.recognise.card_slots import slotted
from agendapack.extract.recognise.forms import is_read
from agendapack.extract.recognise.recognised import Recognised
from agendapack.extract.stitch.rows import grid_rows, kinds

TASKS = ("Dredge the basin", "Paint the crane", "Mend the lock", "Light the quay")


@pytest.mark.parametrize("count", [2, 1], ids=["MIN_LABELS", "MIN_LABELS fewer"])
def test_cards_have_two_labels_in_common(count: int) -> None:
    labels = ("Owner", "Due")[:count]
    form = frozenset((label.casefold(),) for label in labels)
    rows = [f"{label} | Said of {label}" for label in labels]
    cards = [card(f"*{TASKS[n]} | ", *rows, number=n, form=form) for n in range(3)]
    assert bool(slotted(cards)) == (count == 2)


@pytest.mark.parametrize(("many", "found"), [(3, True), (2, False)], ids=["MOST", "MOST less"])
def test_what_stands_on_three_quarters_of_the_cards_is_a_label(many: int, found: bool) -> None:
    """No form is known of them: of four frames, so many print a third text that others print as well."""
    cards = [
        card(
            f"*{TASKS[n]} | ",
            f"Owner | Jo {n}",
            f"Due | {n} May",
            f"{'State' if n < many else f'{n} too'} | Going {TASKS[n]}",
            number=n,
            form=frozenset(),
        )
        for n in range(4)
    ]
    assert ("state" in pairs(cards)[0]) == found


Text = tuple[float, float, str]


def placed(number: int, *texts: Text) -> Table:
    """A card of texts where they stand, each ten points high, a row each."""
    cells = []
    for n, (x, top, text) in enumerate(texts):
        box = Box(x, top, x + 5.0 * len(text), top + 10)
        said = text.removeprefix("*")
        cells.append(Cell(n, 0, said, 1, box, words=(Word(said, box, 10, said != text),)))
    box = Box(0, 0, 500, 200)
    form = frozenset([("owner",), ("due",)])
    grid = Grid(1, box, len(cells), 1, tuple(cells), FRAMES, form=form)
    rows = tuple(kinds(grid_rows(grid), 1))
    return Table(f"t{number}", 1, 1, box, 1, rows, (grid,))


def owner(*texts: Text) -> str:
    """What stands for the owner on cards with these texts."""
    cards = [placed(n, *texts, (60, 150, "Due"), (60, 162, "May 2032")) for n in range(3)]
    return pairs(cards)[0]["owner"]


@pytest.mark.parametrize(("left", "held"), [(5.9, True), (6.1, False)], ids=["EDGE_PT", "EDGE_PT further"])
def test_a_value_begins_below_its_label_or_a_little_left_of_it(left: float, held: bool) -> None:
    assert bool(owner((60, 20, "Owner"), (60 - left, 32, "Jo Kerr of the Harbour"))) == held


@pytest.mark.parametrize(("off", "held"), [(5.9, True), (6.1, False)], ids=["EDGE_PT", "EDGE_PT further"])
def test_a_value_may_be_centred_below_its_label(off: float, held: bool) -> None:
    """Label and value are 25 and 35 points wide."""
    assert bool(owner((160, 20, "Owner"), (155 - off, 32, "Jo Kerr"))) == held


@pytest.mark.parametrize(
    ("into", "held"), [(2.9, True), (3.1, False)], ids=["EDGE_PT / 2", "EDGE_PT / 2 more"]
)
def test_a_value_below_its_label_may_reach_into_it(into: float, held: bool) -> None:
    assert bool(owner((60, 20, "Owner"), (60, 30 - into, "Jo Kerr"))) == held


@pytest.mark.parametrize(("left", "held"), [(6.1, True), (5.9, False)], ids=["EDGE_PT further", "EDGE_PT"])
def test_what_stands_a_little_left_of_the_next_label_is_of_that_one(left: float, held: bool) -> None:
    said = owner((60, 20, "Owner"), (200, 20, "Due"), (200 - left, 32, "Jo Kerr of the Harbour"))
    assert bool(said) == held


@pytest.mark.parametrize(("lower", "held"), [(4.9, True), (5.1, False)], ids=["SHARED", "SHARED less"])
def test_a_value_stands_beside_its_label_for_half_its_height(lower: float, held: bool) -> None:
    assert bool(owner((60, 20, "Owner"), (200, 20 + lower, "Jo Kerr"))) == held


@pytest.mark.parametrize(("lower", "texts"), [(4.9, 2), (5.1, 1)], ids=["SHARED", "SHARED less"])
def test_values_beside_one_another_below_a_label_are_one(lower: float, texts: int) -> None:
    """The second is set in bold letters: only as one of the same line it is more of the first."""
    said = owner((60, 20, "Owner"), (60, 40, "Jo Kerr"), (200, 40 + lower, "*Ada Wray"))
    assert len(said.split("\n")) == texts


@pytest.mark.parametrize(("share", "read"), [(0.21, True), (0.19, False)], ids=["ON_CARD", "ON_CARD less"])
@pytest.mark.parametrize("larger", [1.0, 2.0])
def test_a_record_lies_on_a_card_with_a_fifth_of_it(share: float, larger: float, read: bool) -> None:
    """Of the smaller of both."""
    card = Grid(1, Box(0, 0, 100, 100), 1, 1, (), FRAMES)
    box = Box(100 * (1 - share), 0, 100 * (1 - share) + 100 * larger, 100)
    lying = Table("t1", 1, 1, box, 1, (), (Grid(1, box, 1, 1, (), "ruled"),))
    assert is_read([card], [Recognised(lying, "actions", (), None, ())]) == read


# --- whether cards are records


def taken(*labels: str, ref: bool = False) -> set[str]:
    """What four cards of a form with these labels list: references and titles over pairs, or titles alone."""
    form = frozenset(tuple(label.casefold().split()) for label in labels)
    said = {"Due": "{} May 2032", "Owner": "Jo Kerr", "Status": "Green", "North end": "Old town"}
    cards = [
        card(
            f"*AP-{n} Dredge basin number {n} of the inner harbour | " if ref else f"*{task} | ",
            *(f"{label} | {said[label].format(n + 3)}" for label in labels),
            number=n,
            form=form,
        )
        for n, task in enumerate(TASKS)
    ]
    return {one.kind for one in recognise(cards)}


@pytest.mark.parametrize(
    ("labels", "kind"),
    [(("Owner", "Due", "Status"), "actions"), (("Owner", "Due"), "")],
    ids=["SURE_OF_FORM", "SURE_OF_FORM less"],
)
def test_cards_of_a_form_are_records_where_that_is_likely(labels: tuple[str, ...], kind: str) -> None:
    """Titles without a reference over two labels are taken for actions with .63, over three with .75."""
    assert taken(*labels) == {kind}


@pytest.mark.parametrize(
    ("labels", "kind"),
    [(("Owner", "Due"), "actions"), (("Owner", "North end"), "")],
    ids=["MIN_TOLD", "MIN_TOLD fewer"],
)
def test_two_labels_of_a_form_say_what_stands_beside_them(labels: tuple[str, ...], kind: str) -> None:
    assert taken(*labels, ref=True) == {kind}


@pytest.mark.parametrize(("roles", "many"), [(3, True), (2, False)], ids=["MIN_SAID", "MIN_SAID fewer"])
def test_cards_say_three_things_of_each_record(roles: int, many: bool) -> None:
    rows = [f"AP-{n} | {text} | Jo Kerr | {n + 3} May 2032" for n, text in enumerate(TASKS)]
    (found,) = recognise([table("*Ref | *Action | *Owner | *Due", *rows)])
    assert found.reading is not None
    said = replace(found.reading, roles=found.reading.roles[:roles], values=())
    assert are_many(replace(found, reading=said)) == many
