"""Which rows of packs are one thing: by ref, words and facts, weighed; what is in doubt is never merged."""

from __future__ import annotations

from itertools import permutations

import pytest

from agendapack.extract.correct.pairs import Pairs
from agendapack.extract.history.matching import Doubt, Things, evidence
from agendapack.extract.history.overdue import mark_redated
from agendapack.extract.history.wording import names, plan_key
from agendapack.extract.write.record import Record


def action(ref: str, said: str, table: str = "t1", **more: object) -> Record:
    row = {
        "action_ref": ref,
        "action": said,
        "table_id": table,
        "plan": "Action plan",
        "officers": ("A. Ward",),
    }
    return {**row, "due_date": "2031-03-31", "pack_id": "p", "page": 1, **more}


def entities(*packs: list[Record]) -> list[list[object]]:
    things = Things("actions")
    for rows in packs:
        things.see(rows)
    return [[row["entity_id"] for row in rows] for rows in packs]


OLD = "Repair the bus shelters of Dunmoor"
SAME = [
    action("AP 1", OLD),
    action("AP 1", "Replace the bus shelters of Dunmoor", due_date="2032-03-31"),
    action("AP 1", "A partnership for waiting in the dry"),  # as before but for the words
    action("AP 2.1", OLD),
    action("", OLD),
]
OTHER = [
    action("AP 1", "Agree the footbridges of Greystone", due_date="2032-01-31", officers=("P. Venn",)),
    action("AP 2", "Repair the boiler rooms of Dunmoor"),
    action("AP 2", "Repair the bus shelters of Elmsworth", due_date="2032-01-31"),
]


@pytest.mark.parametrize("later", SAME, ids=lambda row: f"{row['action_ref']} {row['action']}")
def test_the_same_thing(later: Record) -> None:
    (first,), (second,) = entities([action("AP 1", OLD)], [dict(later)])
    assert first == second


@pytest.mark.parametrize("later", OTHER, ids=lambda row: f"{row['action_ref']} {row['action']}")
def test_another_thing(later: Record) -> None:
    (first,), (second,) = entities([action("AP 1", OLD)], [dict(later)])
    assert first != second


MAYBE = "Agree the footbridges"


def test_what_may_be_one_is_a_doubt_and_two_entities() -> None:
    things = Things("actions")
    things.see([action("AP 1", OLD)])
    things.see([action("AP 1", MAYBE, officers=("P. Venn",))])
    assert len(things.entities) == 2
    assert [(d.earlier["action"], d.later["action"]) for d in things.doubts] == [(OLD, MAYBE)]


PATTERN = "Fund the crossing patrols of Lowick"
REUSED = [
    # wording of one pattern, another place, and next to nothing else that stayed
    ("Fund the crossing patrols of Nunthorpe", {"due_date": "2032-01-31"}, False),
    ("Fund the crossing patrols of Nunthorpe", {"officers": ("P. Venn",)}, False),
    ("Fund the crossing patrols of Nunthorpe", {}, True),
    ("Retender the allotments of Lowick", {"due_date": "2032-01-31", "officers": ("P. Venn",)}, False),
    (
        "Fund the crossing patrols of Marfleet",
        {"officers": ("P. Venn",)},
        False,
    ),  # no month, though it begins as one
    ("Fund the crossing patrols of Lowik", {"due_date": "2032-01-31", "officers": ("P. Venn",)}, True),
    ("Fund the crossing patrols of Lowick and Nunthorpe", {"officers": ("P. Venn",)}, True),
    ("Retender the crossing patrols of Lowick", {"officers": ("P. Venn",)}, True),
]


@pytest.mark.parametrize(("said", "more", "same"), REUSED)
def test_a_reference_used_again_for_a_thing_of_like_wording(said: str, more: dict, same: bool) -> None:
    (first,), (second,) = entities([action("AP 1", PATTERN)], [action("AP 1", said, **more)])
    assert (first == second) == same


FUND = "Fund the patrols of Lowick"
GOES_ON = [
    # a reference goes on over words about something else of the same place, with one fact that stayed
    (FUND, "Fund the weirs of Lowick", {"due_date": "2032-01-31"}, 1, True),
    (FUND, "Retender the allotments of Lowick", {"due_date": "2032-01-31"}, 2, True),
    (FUND, "Fund the weirs of Lowick", {"due_date": "2032-01-31", "officers": ("P. Venn",)}, 2, True),
    (FUND, "Fund the weirs of Lowick", {}, 1, False),  # two facts
    (FUND, "Retender the patrols of Lowick", {"due_date": "2032-01-31"}, 1, False),  # what is done
    (FUND, "Fund the patrols of Lowick and Nunthorpe", {"officers": ("P. Venn",)}, 1, False),  # more of it
    (f"{FUND} with schools, parents, drivers and shops", f"{FUND} with schools, families, drivers and shops",
     {"officers": ("P. Venn",)}, 1, False),
]  # fmt: skip


@pytest.mark.parametrize(("old", "said", "more", "found", "asked"), GOES_ON)
def test_a_reference_that_goes_on_over_other_words_is_not_one_thing_in_silence(
    old: str, said: str, more: dict, found: int, asked: bool
) -> None:
    packs = [action("AP 1", old)], [action("AP 1", said, pack_id="q", **more)]
    things = doubted(None, *packs)
    assert (len(things.entities), len(things.doubts)) == (found, asked)
    for doubt in things.doubts:
        for turned in (packs, packs[::-1]):
            assert not doubted(Pairs(one=frozenset([doubt.sentence])), *turned).doubts
            apart = doubted(Pairs(two=frozenset([doubt.sentence])), *turned)
            assert (len(apart.entities), apart.doubts) == (2, [])


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("Item 7 Housing plan: Quarter 3 2031/32", "housing plan"),
        ("Housing plan – December 2031", "housing plan"),
        ("Decarbonisation plan, Market towns", "decarbonisation plan market towns"),
        ("Report 4 May 2031 Marine plan", "marine plan"),
    ],
)
def test_a_plan_is_known_by_its_title_without_number_and_time(title: str, key: str) -> None:
    assert plan_key(title) == key


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("Fund the patrols of Lowick", {"lowick"}),
        ("Fund the patrols; Open Lowick hall", {"lowick"}),  # an entry begins with a capital letter too
        ("Review the plan by September 2031", set()),
        ("Review The Housing Strategy", set()),
        ("fund the patrols", set()),
    ],
)
def test_names(printed: str, found: set[str]) -> None:
    assert names(printed) == found


def doubted(said: Pairs | None, *packs: list[Record]) -> Things:
    things = Things("actions", said)
    for rows in packs:
        things.see([dict(row) for row in rows])
    return things


LATER = action("AP 1", MAYBE, officers=("P. Venn",))
(DOUBTED,) = [doubt.sentence for doubt in doubted(None, [action("AP 1", OLD)], [LATER]).doubts]


@pytest.mark.parametrize(
    ("said", "wanted"), [(Pairs(one=frozenset([DOUBTED])), 1), (Pairs(two=frozenset([DOUBTED])), 2)]
)
@pytest.mark.parametrize("turned", [False, True])
def test_what_people_said_of_a_pair_holds_whichever_came_first(
    said: Pairs, wanted: int, turned: bool
) -> None:
    packs = [[action("AP 1", OLD)], [LATER]]
    things = doubted(said, *(reversed(packs) if turned else packs))
    assert (len(things.entities), things.doubts) == (wanted, [])


def test_what_was_said_of_a_pair_holds_when_others_came_between() -> None:
    between = action("AP 1", "Replace the bus shelters of Dunmoor")
    things = doubted(Pairs(one=frozenset([DOUBTED])), [action("AP 1", OLD)], [between], [LATER])
    assert len(things.entities) == 1


def test_rows_that_look_like_one_can_be_kept_two() -> None:
    first, second = action("AP 1", OLD), SAME[1]
    sentence = Doubt("actions", first, second).sentence
    things = doubted(Pairs(two=frozenset([sentence])), [first], [second])
    assert len(things.entities) == 2


def test_two_prints_in_other_words_are_not_asked_of_at_each_meeting() -> None:
    """The second of a pack is no news for the first of the next."""
    short, whole = "Weirs of Dunmoor", "Mend all sluices as the survey of last year says"
    prints = [
        [
            action("AP 1", said, table, pack_id=name, due_date=None)
            for table, said in (("t1", short), ("t2", whole))
        ]
        for name in "pqr"
    ]
    things = doubted(Pairs(), *prints)
    assert things.doubts == []
    assert [len(entity.rows) for entity in things.entities] in ([6], [3, 3])


def test_rows_of_one_pack_with_other_refs_are_never_one() -> None:
    near = action("AP 2", "Replace the bus shelters of Dunmoor", "t2")
    before, after = entities([action("AP 1", OLD)], [action("AP 1", OLD), near])
    assert before[0] == after[0] != after[1]


def test_summary_and_detail_of_one_pack_are_one() -> None:
    (summary, detail, other), _ = entities(
        [action("AP 1", OLD), action("AP 1", f"{OLD} by March", "t2"), action("AP 1", OLD)], []
    )
    assert summary == detail != other


def test_two_plans_of_one_pack_keep_their_own() -> None:
    (one, two), _ = entities([action("AP 1", OLD), action("AP 1", OLD, "t2", plan="Service plan")], [])
    assert one != two


def test_the_order_of_rows_decides_nothing() -> None:
    rows = [action("AP 1", OLD), action("AP 2", OTHER[1]["action"]), action("AP 3", OTHER[2]["action"])]
    seen = {
        tuple(
            sorted((str(r["action_ref"]), str(i)) for r, i in zip(some, entities(list(some))[0], strict=True))
        )
        for some in permutations(rows)
    }
    assert len(seen) == 1


def test_equal_facts_speak_for_two_rows_and_other_facts_against() -> None:
    old, same = action("AP 1", OLD), action("AP 1", OLD)
    other = action("AP 1", OLD, due_date="2040-01-01", officers=("P. Venn",))
    unsaid = action("AP 1", OLD, due_date="", officers=())
    assert evidence("actions", old, same) > evidence("actions", old, unsaid) > evidence("actions", old, other)


def test_redated_as_known_at_each_meeting() -> None:
    things = Things("actions")
    days = ["2031-03-31", "2031-03-31", "2031-06-30", None, "2031-03-31"]
    for day in days:
        things.see([action("AP 1", OLD, due_date=day)])
    mark_redated(things.entities)
    rows = things.entities[0].rows
    assert [row["times_redated"] for row in rows] == [0, 0, 1, 1, 2]
    assert {row["first_due_date"] for row in rows} == {"2031-03-31"}
