"""The same packs in any order give the same history: entities, changes, values, doubts and marks."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from agendapack.extract.history import PackRows, with_history
from agendapack.extract.write.record import Record
from agendapack.schemas.datasets import datasets

TEXTS = ["Repair the weirs of Dunmoor", "Repair the weirs of Elm", "Agree the ferry berths", "Agree berths"]
ACTIONS = st.fixed_dictionaries(
    {
        "action_ref": st.sampled_from(["", "AP 1", "AP 2"]),
        "action": st.sampled_from(TEXTS),
        "officers": st.sampled_from([(), ("A. Ward",), ("P. Venn",)]),
        "due_date": st.sampled_from([None, date(2031, 3, 31), date(2031, 9, 30)]),
        "status": st.sampled_from([None, "On track", "Complete"]),
    }
)
Drawn = tuple[date | None, str | None, list[Record], list[tuple[str, float]]]
VALUES = st.tuples(st.sampled_from(["PI 1", "PI 2"]), st.sampled_from([70.0, 80.0]))
PACKS = st.lists(
    st.tuples(
        st.sampled_from([date(2031, 1, 9), date(2031, 4, 9), None]),
        st.sampled_from([None, "supplement", "reissue"]),
        st.lists(ACTIONS, max_size=3),
        st.lists(VALUES, max_size=2, unique_by=lambda value: value[0]),
    ),
    min_size=2,
    max_size=4,
)


def pack(
    number: int, day: date | None, edition: str | None, actions: list[Record], values: list[tuple[str, float]]
) -> PackRows:
    name = f"p{number}"

    def rows(dataset: str, some: list[Record]) -> list[Record]:
        placed = {"pack_id": name, "table_id": "t1", "page": 2, "plan": "Action plan", "bbox": None}
        return [{**placed, "row_id": f"{name}:{dataset}{n}", **row} for n, row in enumerate(some)]

    said = {"pack_id": name, "sha256": f"{number:064}", "council": "Dun", "committee": "Cabinet"}
    records = {of.name: [] for of in datasets()}
    records["packs"] = [{**said, "meeting_date": day, "edition_said": edition, "page": 1}]
    records["actions"] = rows("actions", actions)
    records["indicators"] = rows(
        "i", [{"indicator_ref": r, "definition": f"Share of {r}"} for r, _ in values]
    )
    period = {"period": "Quarter 3", "period_start": date(2030, 10, 1), "period_end": date(2030, 12, 31)}
    records["indicator_values"] = rows(
        "v",
        [
            {"indicator_row_id": f"{name}:i{n}", "measure": "actual", "text": f"{v}", "value": v, **period}
            for n, (_, v) in enumerate(values)
        ],
    )
    return PackRows(records)


@settings(deadline=None)
@given(PACKS, st.randoms())
def test_the_order_of_reading_decides_nothing(drawn: list[Drawn], random: Random) -> None:
    packs = [pack(number, *one) for number, one in enumerate(drawn)]
    others = deepcopy(packs)
    random.shuffle(others)
    assert with_history(packs) == with_history(others)
    assert [p.records for p in packs] == [p.records for p in sorted(others, key=lambda p: p.id)]
