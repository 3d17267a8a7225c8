"""Cards that are tables of their own: labels beside or over their values, and texts without a label."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sheets import table

from agendapack.extract.find.boxes.frames import FRAMES
from agendapack.extract.model import Table
from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise import recognise
from agendapack.extract.recognise.card_slots import slotted
from agendapack.extract.recognise.forms import in_doubt, is_read, said_on, tells_more
from agendapack.extract.recognise.recognised import Recognised

LABELS = ("who answers", "to be done by", "where it stands")
FORM = frozenset(tuple(label.split()) for label in LABELS)


def card(*rows: str, number: int = 0, form: frozenset[tuple[str, ...]] = FORM) -> Table:
    made = table(*rows, top=60.0 + 200 * number)
    parts = tuple(replace(part, method=FRAMES, form=form) for part in made.parts)
    return replace(made, table_id=f"t{number}", parts=parts)


def task(number: int, *, note: str = "Quay walls are sound", title: str = "") -> Table:
    said = title or f"AP-{number} Dredge basin number {number} of the inner harbour"
    return card(
        f"*{said} | Under way",
        "Who answers | To be done by",
        f"Jo Kerr | {number + 3} May 2032",
        "Where it stands | ",
        f"{note} | ",
        number=number,
    )


def pairs(cards: list[Table]) -> list[dict[str, str]]:
    (found,) = slotted(cards)
    return [{" ".join(name): pair.value.text for name, pair in one.pairs.items()} for one in found]


def test_values_stand_below_their_labels() -> None:
    for number, said in enumerate(pairs([task(n) for n in range(3)])):
        assert said["who answers"] == "Jo Kerr"
        assert said["to be done by"] == f"{number + 3} May 2032"
        assert said["where it stands"] == "Quay walls are sound"
        assert "Under way" in said.values()


def test_cards_with_nothing_but_labels_are_none() -> None:
    blank = [card("Who answers | ", "To be done by | ", "Where it stands | ", number=n) for n in range(3)]
    assert slotted(blank) == []
    assert [one.kind for one in recognise(blank)] == [""] * 3


def test_values_stand_beside_their_labels() -> None:
    cards = [
        card(
            f"*AP-{n} Dredge basin {n} |  ",
            "Who answers | Jo Kerr",
            f"To be done by | {n + 3} May 2032",
            "Where it stands | No digging yet",
            number=n,
        )
        for n in range(3)
    ]
    for number, said in enumerate(pairs(cards)):
        assert said["who answers"] == "Jo Kerr"
        assert said["to be done by"] == f"{number + 3} May 2032"
        assert said["where it stands"] == "No digging yet"


def test_one_card_is_none() -> None:
    assert not slotted([task(1)])


def test_a_text_without_a_label_is_told_by_its_place() -> None:
    """The third card has no note in small letters; its foot stands as low as that of the others."""

    def tile(number: int, note: str) -> Table:
        return card(
            f"*QX {number} Berths let | ",
            "Target | Last time",
            f"*{number + 80}% | *{number + 70}%",
            f"{note} | ",
            "Head of Quays | ",
            number=number,
            form=frozenset([("target",), ("last", "time")]),
        )

    feet = []
    for said in pairs([tile(0, "Up since May"), tile(1, "Down a little"), tile(2, " ")]):
        slots = [name for name, value in said.items() if value == "Head of Quays"]
        feet.append(slots)
    assert feet[0] == feet[1] == feet[2] and len(feet[0]) == 1


def test_cards_of_a_form_are_records_under_its_labels() -> None:
    found = recognise([task(n) for n in range(4)])
    assert [one.kind for one in found] == ["actions"] * 4
    (reading,) = {tuple(sorted(r.name for r in one.reading.roles)) for one in found if one.reading}
    assert {"ref", "officers", "due"} <= set(reading)


@pytest.mark.parametrize(
    ("labels", "kind"), [(LABELS, "actions"), (("quayside", "old town", "north end"), "")]
)
def test_labels_that_say_nothing_are_those_of_a_map(labels: tuple[str, ...], kind: str) -> None:
    a, b, c = (label.capitalize() for label in labels)
    form = frozenset(tuple(label.split()) for label in labels)
    said = ("Jo Kerr", "May 2032", "Quay walls are sound") if kind else ("Shops", "Homes", "Trees")
    cards = [
        card(
            f"*AP-{n} Dredge basin number {n} of the inner harbour | ",
            f"{a} | {b}",
            f"{said[0]} | {said[1]}",
            f"{c} | ",
            f"{said[2]} | ",
            number=n,
            form=form,
        )
        for n in range(4)
    ]
    found = recognise(cards)
    assert {one.kind for one in found} == {kind}
    assert sum(bool(one.guess) for one in found) <= 1


def _taken(one: Table, kind: str) -> Recognised:
    return Recognised(one, kind, (), None, ())


def test_a_form_is_read_where_records_lie_on_half_of_its_cards() -> None:
    cards = [task(n) for n in range(4)]
    grids = [one.parts[0] for one in cards]
    assert is_read(grids, [_taken(one, "actions") for one in cards[:2]])
    assert not is_read(grids, [_taken(one, "actions") for one in cards[:1]])
    assert not is_read(grids, [_taken(one, "") for one in cards])


def test_what_plays_a_part_is_counted_where_the_cards_are() -> None:
    cards = [task(n) for n in range(4)]
    found = recognise(cards, lambda _: Around())
    assert said_on([one.parts[0] for one in cards], found) > said_on([cards[0].parts[0]], found) > 0


def test_cards_left_are_told_as_doubts_without_a_table() -> None:
    cards = [task(n) for n in range(4)]
    guessed = replace(_taken(cards[0], ""), guess="actions")
    grids = [one.parts[0] for one in cards]
    after = [guessed, _taken(cards[1], "")]
    assert [one.table.table_id for one in in_doubt(grids, [_taken(cards[0], "")], after)] == [""]
    surer = replace(_taken(cards[1], ""), guess="risks", chance=0.9)
    (told,) = in_doubt(grids, [], [replace(guessed, chance=0.6), surer])
    assert told.guess == "risks" and list(told.table.parts) == grids, "once, and of all of them"
    assert not in_doubt(grids[1:], [], [guessed])
    assert not in_doubt(grids, [guessed], after), "people are told of it as it is"


def test_cards_that_cost_a_list_are_left() -> None:
    """The cards tell more than was told of them before, but a plan on their page is told of no longer."""
    cards = [task(n) for n in range(4)]
    found = recognise(cards)
    (plan,) = recognise(
        [table("*Action | *By when", "Paint the crane | May 2032", "Mend the lock | June 2032")]
    )
    assert plan.kind and not plan.is_card
    grids = [one.parts[0] for one in cards]
    before = [replace(one, kind="") for one in found]
    assert tells_more(grids, [*before, plan], [*found, plan])
    assert tells_more(grids, before, [*found, plan])
    assert not tells_more(grids, [*before, plan], [*found, replace(plan, kind="")])
    assert not tells_more(grids, [*found, plan], [*found, plan])


@pytest.mark.parametrize(
    "title",
    ["*AP-{n} | *Dredge basin {n} of the inner harbour", "*Dredge basin {n} of the inner harbour | *AP-{n}"],
)
def test_a_reference_beside_the_title_is_that_of_the_card(title: str) -> None:
    cards = [
        card(title.format(n=n), "Who answers | To be done by", f"Jo Kerr | {n + 3} May 2032", number=n)
        for n in range(3)
    ]
    (found,) = slotted(cards)
    assert [[cell.text for cell in one.title] for one in found] == [
        [f"AP-{n}", f"Dredge basin {n} of the inner harbour"] for n in range(3)
    ]


@pytest.mark.parametrize("beside", ["Harbour Works Team", "*Underway"])
def test_what_is_no_title_beside_a_reference_heads_no_card(beside: str) -> None:
    cards = [
        card(f"*AP-{n} | {beside}", "Who answers | To be done by", f"Jo Kerr | {n + 3} May 2032", number=n)
        for n in range(3)
    ]
    (found,) = slotted(cards)
    assert [[cell.text for cell in one.title] for one in found] == [[f"AP-{n}"] for n in range(3)]


def beside(number: int, *rows: str, rest: bool = False) -> Table:
    """A card with its values beside their labels, or the rest of it on the next page."""
    made = card(*rows, number=number)
    return replace(made, table_id=f"t{number} rest", page=2, last_page=2) if rest else made


ABOVE = ("*AP-{0} Dredge basin {0} | ", "Who answers | Jo Kerr")
BELOW = ("To be done by | {0} May 2032", "Where it stands | No digging yet")


def whole(number: int) -> Table:
    return beside(number, *(row.format(number + 3) for row in (*ABOVE, *BELOW)))


@pytest.mark.parametrize(
    ("title", "cards"),
    [((), 3), (("*AP-9 Dredge basin 9 | ",), 4)],
    ids=["without a title", "titled as others"],
)
def test_the_rest_of_a_card_on_the_next_page_belongs_to_it(title: tuple[str, ...], cards: int) -> None:
    above = beside(2, *(row.format(5) for row in ABOVE))
    rest = beside(2, *title, *(row.format(5) for row in BELOW), rest=True)
    (found,) = slotted([whole(0), whole(1), above, rest])
    assert len(found) == cards
    said = {" ".join(name): pair.value.text for name, pair in found[2].pairs.items()}
    assert said["who answers"] == "Jo Kerr"
    assert ("to be done by" in said and said["to be done by"] == "5 May 2032") == (cards == 3)


def test_a_text_over_the_rest_of_a_card_goes_on_with_its_last_value() -> None:
    above = beside(2, *(row.format(5) for row in ABOVE), "To be done by | May 2032, or")
    rest = beside(2, "when the barge is back | ", BELOW[1], rest=True)
    (found,) = slotted([whole(0), whole(1), above, rest])
    said = {" ".join(name): pair.value for name, pair in found[2].pairs.items()}
    assert said["to be done by"].text == "May 2032, or\nwhen the barge is back"
    assert said["to be done by"].page == 1 and found[2].parts == {"t2 rest"}
