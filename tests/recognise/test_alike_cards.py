"""Cards whose labels nobody knows are records where the labels come again and again."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from sheets import table, texts

from agendapack.extract.model import Table
from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise import recognise
from agendapack.extract.recognise.alike_cards import (
    LABELS_SHARE,
    MAX_LABEL_WORDS,
    SHARED,
    sheaves,
)
from agendapack.extract.recognise.key_value_cards import MIN_ALIKE, MIN_PAIRS_ALIKE
from agendapack.extract.records import records

TASKS = ("Dredge the inner basin", "Paint the loading crane", "Mend the north lock", "Buy a second ferry")
DATES = ("March 2032", "30 June 2032", "Ongoing", "December 2033")
POSTS = ("Harbour Master", "Head of Works", "Director of Quays", "Ferry Manager")
LABELS = ("Who answers to us for it", "Will be ours by", "How it stands")


def promise(number: int, *more: str, labels: Sequence[str] = LABELS) -> tuple[str, ...]:
    """A card in words of its own."""
    said = (POSTS[number], DATES[number], "On track")
    pairs = (f"{label} | {text}" for label, text in zip(labels, said, strict=True))
    return (f"Promise {number + 1} | {TASKS[number]}", *pairs, *more)


def cards(*printed: Sequence[str]) -> list[Table]:
    return [table(*rows, number=number, top=100.0 + 90 * number) for number, rows in enumerate(printed, 1)]


def listed(*printed: Sequence[str]) -> list[str]:
    """The rows of the one list that the cards stand for."""
    whole = [sheaf.whole for sheaf in sheaves(cards(*printed))]
    return texts(whole[0].rows, whole[0].columns) if whole else []


def test_the_line_over_a_card_and_its_values_are_a_row() -> None:
    assert listed(*map(promise, range(3))) == [
        "Ref | Promise | Who answers to us for it | Will be ours by | How it stands",
        "Promise 1 | Dredge the inner basin | Harbour Master | March 2032 | On track",
        "Promise 2 | Paint the loading crane | Head of Works | 30 June 2032 | On track",
        "Promise 3 | Mend the north lock | Director of Quays | Ongoing | On track",
    ]


def test_cards_in_any_words_are_records() -> None:
    made = records(recognise(cards(*map(promise, range(4)))), lambda _: Around())
    assert [(a.action_ref, a.action, a.due_text, a.officers) for a in made.actions] == [
        (f"Promise {n + 1}", TASKS[n], DATES[n], (POSTS[n],)) for n in range(4)
    ]


def test_a_label_that_few_cards_have_is_one_of_theirs() -> None:
    *_, last = listed(*map(promise, range(3)), promise(3, "Held up by | Rain"))
    assert last == "Promise 4 | Buy a second ferry | Ferry Manager | December 2033 | On track | Rain"


def test_a_value_goes_on_in_the_row_below() -> None:
    *_, last = listed(*map(promise, range(3)), promise(3, " | since May"))
    assert last.endswith("| On track / since May")


def test_several_cards_of_one_table_begin_with_the_first_label() -> None:
    one = table(*(row for number in range(3) for row in promise(number)))
    (sheaf,) = sheaves([one])
    assert len(sheaf.whole.rows) == 4
    assert sheaf.own[one.table_id].rows == sheaf.whole.rows


def test_a_table_with_a_text_that_is_no_part_of_a_card_is_none() -> None:
    wide = [[f"{row} |" for row in promise(number)] for number in range(3)]
    assert listed(*wide)
    wide[2].append("See | also | the appendix")
    assert not listed(*wide)


@pytest.mark.parametrize("number", [MIN_ALIKE - 1, MIN_ALIKE])
def test_so_many_cards_show_their_labels(number: int) -> None:
    assert bool(listed(*map(promise, range(number)))) is (number >= MIN_ALIKE)


@pytest.mark.parametrize("words", [MAX_LABEL_WORDS, MAX_LABEL_WORDS + 1])
def test_a_label_is_short(words: int) -> None:
    labels = (*LABELS[:2], " ".join(["quay"] * words))
    found = listed(*(promise(number, labels=labels) for number in range(3)))
    assert bool(found) is (words <= MAX_LABEL_WORDS)


@pytest.mark.parametrize(("alike", "read"), [(2, True), (3, False)], ids=["two of five", "LABELS_SHARE"])
def test_values_that_come_again_are_no_labels(alike: int, read: bool) -> None:
    assert 2 < LABELS_SHARE * 5 <= 3

    def card(number: int) -> list[str]:
        values = ["Yes" if n < alike else f"{TASKS[number]} {n}" for n in range(5)]
        return [f"Asked {'abcde'[n]} | {value} | Told {'abcde'[n]} | {n}" for n, value in enumerate(values)]

    found = listed(*map(card, range(3)))
    assert bool(found and found[1].count("Yes") == alike) is read


@pytest.mark.parametrize(("own", "in_it"), [(4, True), (3, False)], ids=["SHARED", "fewer"])
def test_cards_of_a_sheaf_share_labels(own: int, in_it: bool) -> None:
    """Of eight labels that the others have a card has four or three."""
    assert own >= SHARED * 8 if in_it else own < SHARED * 8

    def card(number: int, labels: int) -> list[str]:
        return [f"Asked {'abcdefgh'[n]} | {TASKS[number]} {n}" for n in range(labels)]

    found = listed(*(card(number, 8) for number in range(3)), card(3, own))
    assert len(found) == 4 + in_it


def test_one_card_with_fewer_labels_is_none() -> None:
    pairs = promise(3)[1:MIN_PAIRS_ALIKE]
    assert len(listed(*map(promise, range(3)), pairs)) == 4


def test_rows_of_lists_are_no_cards_whoever_comes_again() -> None:
    """The same few people stand before the rows of several lists, one below the other."""
    head = "*Owner | *Ref | *What we will do | *By when"
    people = ("Jo Kerr", "Pat Voss", "Ann Day", "Jo Kerr")
    plans = [
        [head, *(f"{who} | QA {4 * n + m} | {TASKS[m]} {n} | {DATES[m]}" for m, who in enumerate(people))]
        for n in range(3)
    ]
    assert not sheaves(cards(*plans))
    made = records(recognise(cards(*plans)), lambda _: Around())
    assert [a.action_ref for a in made.actions] == [f"QA {n}" for n in range(12)]
