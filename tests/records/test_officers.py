"""Spellings of one name are gathered; other names stay apart."""

from __future__ import annotations

from random import Random
from string import ascii_lowercase

import pytest

from agendapack.extract.model import Action, Source
from agendapack.extract.records.officers import officers


def named(*names: str) -> list[tuple[str, tuple[str, ...]]]:
    rows = [Action(Source(page=1), "Quays plan", "Dredge", officers=(name,)) for name in names]
    return [(o.officer, o.variants) for o in officers(rows, {})]


def test_a_misspelt_name_is_a_variant() -> None:
    assert named("Jo Kerrigan", "Jo Kerrigan", "Jo Kerigan") == [("Jo Kerrigan", ("Jo Kerigan",))]


def test_names_that_are_only_alike_are_two() -> None:
    assert named("Jo Kerrigan", "Jo Kerringham") == [("Jo Kerrigan", ()), ("Jo Kerringham", ())]


@pytest.mark.parametrize(("before", "found"), [(75, True), (125, False)])
def test_a_list_of_the_staff_is_not_compared(before: int, found: bool) -> None:
    draw = Random(1)
    staff = ["Jo " + "".join(draw.choices(ascii_lowercase, k=10)).capitalize() for _ in range(before)]
    gathered = dict(named(*staff, "Jo Kerrigan", "Jo Kerigan"))
    assert gathered["Jo Kerrigan"] == (("Jo Kerigan",) if found else ())
