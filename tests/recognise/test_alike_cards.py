"""Cards whose labels nobody knows are records where the labels come again and again."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sheets import table, texts

from agendapack.extract.model import Table
from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise import recognise
from agendapack.extract.recognise.card_lists import sheaves
from agendapack.extract.recognise.card_rows import (
    MAX_LABEL_WORDS,
    SHARED,
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


@pytest.mark.parametrize(
    ("called", "ref"),
    [("Delivery record HB{}", "HB{}"), ("Point 4.{}", "4.{}"), ("Delivery record {}", "Delivery record {}")],
)
def test_what_all_cards_are_called_is_no_part_of_a_lettered_reference(called: str, ref: str) -> None:
    titled = [(f"*{called.format(n)} | <", f"What we do | {TASKS[n]}", *promise(n)[1:]) for n in range(3)]
    assert [row.split(" | ")[1] for row in listed(*titled)[1:]] == [ref.format(n) for n in range(3)]


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


@pytest.mark.parametrize("alike", range(4))
def test_values_that_come_again_are_no_labels(alike: int) -> None:
    """However many cards say the same."""

    def card(number: int) -> list[str]:
        state = "Open" if number < alike else DATES[number]
        return [
            f"Task | {TASKS[number]} | How it stands | {state}",
            f"Asked by | {state} | Owner | {POSTS[number]}",
        ]

    assert listed(*map(card, range(3)))[1:] == [
        f"{TASKS[n]} | {state} | {state} | {POSTS[n]}"
        for n, state in enumerate(["Open"] * alike + [*DATES[alike:3]])
    ]


ASKED = ("Risk no.", "Held by", "What may happen", "How likely", "How bad", "Sum", "Serves", "Seen", "Aim")
VALUES = st.sampled_from(["3", "4", "12", "2 May 2032", "Open", "Harbour Master", "The lock fails", "A1, A3"])


@given(
    st.lists(st.integers(1, 3), min_size=2, max_size=3),
    st.lists(st.lists(VALUES, min_size=9, max_size=9), min_size=MIN_ALIKE, max_size=6),
    st.booleans(),
)
def test_several_labels_a_row_are_a_column_each(
    pairs_of_rows: list[int], values: list[list[str]], joined: bool
) -> None:
    """However many labels a row has, whatever is said beside them, in one grid or in many."""
    asked = ASKED[: sum(pairs_of_rows)]
    if len(asked) < MIN_PAIRS_ALIKE:
        return
    printed: list[list[str]] = []
    for number, said in enumerate(values):
        pairs = iter(zip(asked, (f"SRR {number}", *said), strict=False))
        cells = [[text for _ in range(n) for text in next(pairs)] for n in pairs_of_rows]
        printed.append([" | ".join([*row, *"<" * (2 * max(pairs_of_rows) - len(row))]) for row in cells])
    found = listed(*([[row for each in printed for row in each]] if joined else printed))
    assert found == [
        " | ".join(asked),
        *(" | ".join((f"SRR {n}", *said)[: len(asked)]) for n, said in enumerate(values)),
    ]


def test_a_register_of_cards_with_several_labels_a_row_is_one_of_risks() -> None:
    printed = [
        [
            f"Risk no. | SRR/0{n} | Risk owner | {POSTS[n]} | < | <",
            f"Risk | {TASKS[n]} fails | < | < | < | <",
            "Controls | • Two gates / • A third pump | < | < | < | <",
            "Likelihood | 3 | Impact | 4 | Score | 12",
            "Plan items | A1, A3 | Seen | 2 May 2032 | Target score | 8",
        ]
        for n in range(4)
    ]
    for tables in (cards(*printed), [table(*(row for each in printed for row in each))]):
        made = records(recognise(tables), lambda _: Around()).risks
        assert [(r.risk_ref, r.description, r.officers, r.score, r.target_score) for r in made] == [
            (f"SRR/0{n}", f"{TASKS[n]} fails", (POSTS[n],), "12", "8") for n in range(4)
        ]
        assert {(r.likelihood, r.impact) for r in made} == {("3", "4")}


def test_a_label_without_its_value_stays_a_label() -> None:
    printed = [
        [f"Task | {TASKS[n]} | Owner | {POSTS[n]}", f"By | {DATES[n]} | State | Open"] for n in range(3)
    ]
    printed.append([f"Task | {TASKS[3]} | Owner |", "By | | State | Shut"])
    assert listed(*printed)[-1] == f"{TASKS[3]} |  |  | Shut"


def test_a_label_at_the_left_of_others_says_of_which_they_are() -> None:
    """The same labels in two rows are those of two stages or groups, none lost."""
    printed = [
        [
            f"Task | {TASKS[n]} | < | < | <",
            f"Before | Chance | {n + 2} | Harm | 5",
            f"Current | Likelihood | {n + 1} | Impact | 4",
            f"Inherent | Likelihood | {n + 3} | Impact | 3",
        ]
        for n in range(3)
    ]
    head, *_, last = listed(*printed)
    assert head == (
        "Task | Before Chance | Before Harm | Current Likelihood | Current Impact | "
        "Inherent Likelihood | Inherent Impact"
    )
    assert last == f"{TASKS[2]} | 4 | 5 | 3 | 4 | 5 | 3"


def test_a_label_that_lacks_its_value_in_one_card_is_not_at_the_left_of_others() -> None:
    printed = [
        [f"Owner | {POSTS[n] if n else ''} | By | {DATES[n]}", f"Task | {TASKS[n]} | |"] for n in range(3)
    ]
    assert listed(*printed)[:2] == ["Owner | By | Task", f" | {DATES[0]} | {TASKS[0]}"]


@pytest.mark.parametrize("state", ["In Progress", "Progress"])
def test_a_value_may_have_the_words_of_a_label(state: str) -> None:
    printed = [
        [f"Task | {TASKS[n]} | Owner | {POSTS[n]}", f"State | {state} | Progress | {n}%"] for n in range(3)
    ]
    assert listed(*printed)[-1] == f"{TASKS[2]} | {POSTS[2]} | {state} | 2%"


def test_a_value_beside_the_second_label_goes_on_below() -> None:
    printed = [
        [f"Task | {TASKS[n]} | Owner | {POSTS[n]}", " | | | and others", f"By | {DATES[n]} | |"]
        for n in range(3)
    ]
    assert listed(*printed)[-1] == f"{TASKS[2]} | {POSTS[2]} / and others | {DATES[2]}"


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


@pytest.mark.parametrize("headed", [True, False])
@pytest.mark.parametrize("columns", [4, 5])
def test_rows_of_lists_with_the_same_state_are_no_cards(columns: int, headed: bool) -> None:
    """The same few people before rows that all are open: what comes again beside them is no label."""
    people = ("Jo Kerr", "Pat Voss", "Ann Day", "Jo Kerr")
    plans = [
        [
            ("*Owner", "*Ref", "*State", "*What we will do", "*By when"),
            *((who, f"QA {4 * n + m}", "Open", f"{TASKS[m]} {n}", DATES[m]) for m, who in enumerate(people)),
        ]
        for n in range(3)
    ]
    printed = [[" | ".join(row[:columns]) for row in plan] for plan in plans]
    assert not sheaves(cards(*(plan[not headed :] for plan in printed)))


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
