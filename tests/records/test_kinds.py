"""A kind of records is whole: told, read, made, kept and shown by what is declared of it."""

from __future__ import annotations

from dataclasses import fields

import pytest

from agendapack.extract.model import PackResult, Rows
from agendapack.extract.recognise.kinds import KINDS
from agendapack.extract.recognise.model import learned
from agendapack.extract.records.kinds import MAKERS
from agendapack.schemas.datasets import dataset, datasets, followed, shown
from agendapack.schemas.heads import kinds, roles_of

PLACES = ("workbook", "for_programs", "review", "explain")


def test_kinds_are_those_of_the_vocabulary_and_of_the_weights() -> None:
    assert list(KINDS) == kinds()
    assert set(KINDS) < set(learned()["tables"].classes)


@pytest.mark.parametrize("name", MAKERS)
def test_rows_have_a_place_on_the_way_and_in_the_result(name: str) -> None:
    assert name in {f.name for f in fields(Rows)} & {f.name for f in fields(PackResult)}
    assert dataset(name).record and len(dataset(name).known_by) >= 2


@pytest.mark.parametrize("name", KINDS)
def test_what_is_said_of_roles_is_said_of_roles_and_meanings_that_there_are(name: str) -> None:
    kind, meanings = KINDS[name], set(learned()["columns"].classes)
    assert name in MAKERS
    assert {*kind.means, *kind.also, *frozenset().union(*kind.card)} <= set(roles_of(name))
    assert {kind.subject, *kind.beside, *(m for some in kind.also.values() for m in some)} <= meanings
    assert kind.over in ("", *KINDS)


def test_ids_of_rows_say_of_which_dataset_they_are() -> None:
    records = [of.record for of in datasets() if of.record]
    assert len(records) == len(set(records))


@pytest.mark.parametrize("place", PLACES)
def test_what_people_see_is_declared(place: str) -> None:
    assert set(shown(place)) <= {of.name for of in datasets()}


@pytest.mark.parametrize("of", followed(), ids=lambda of: of.name)
def test_what_is_followed_is_compared_by_columns_that_there_are(of) -> None:
    assert {of.ref, of.text, *of.lasting, *of.compared, "entity_id"} <= {c.name for c in of.columns}
