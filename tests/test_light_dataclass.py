"""The quick dataclasses are what those of the standard library would be."""

from __future__ import annotations

import dataclasses
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, field, fields, replace

import pytest

from agendapack.extract.light_dataclass import _dataclass


def row_class() -> type:
    """Made anew for each, as both decorators take the fields' defaults from it."""

    class Row:
        name: str
        pages: tuple[int, ...] = ()
        seen: list[int] = field(default_factory=list, compare=False)
        hidden: str = field(default="", repr=False)
        found: dict[str, int] = field(init=False, default_factory=dict, compare=False)

    return Row


def lone_class() -> type:
    class Lone:
        name: str

    return Lone


HOW = [
    {"frozen": True, "slots": True},
    {"frozen": True},
    {"slots": True},
    {"frozen": True, "slots": True, "eq": False},
]
Quick = _dataclass(frozen=True, slots=True)(row_class())
"""One that pickle finds by its name."""
Quick.__qualname__ = "Quick"


def both(plain: Callable[[], type], how: dict[str, bool]) -> tuple[type, type]:
    return dataclasses.dataclass(**how)(plain()), _dataclass(**how)(plain())


@pytest.mark.parametrize("how", HOW, ids=str)
@pytest.mark.parametrize("given", [("a",), ("a", (1,)), ("b", (1, 2), [3], "x")], ids=str)
def test_values_are_told_compared_and_counted_alike(how: dict[str, bool], given: tuple) -> None:
    standard, quick = both(row_class, how)
    assert repr(quick(*given)) == repr(standard(*given))
    assert (quick(*given) == quick(*given)) is (standard(*given) == standard(*given))
    assert quick(*given) != standard(*given)
    assert [f.name for f in fields(quick)] == [f.name for f in fields(standard)]
    if how.get("frozen") and how.get("eq", True):
        assert hash(quick(*given)) == hash(standard(*given))


def test_one_field_is_counted_as_a_row_of_one() -> None:
    standard, quick = both(lone_class, {"frozen": True, "slots": True})
    assert hash(quick("a")) == hash(standard("a"))


def test_what_can_change_is_counted_by_nobody() -> None:
    quick = _dataclass(slots=True)(row_class())
    with pytest.raises(TypeError, match="unhashable"):
        hash(quick("a"))


@pytest.mark.parametrize("how", [{"frozen": True, "slots": True}, {"frozen": True}], ids=str)
def test_frozen_values_are_replaced_not_changed(how: dict[str, bool]) -> None:
    row = _dataclass(**how)(row_class())("a", (1,))
    with pytest.raises(FrozenInstanceError, match="pages"):
        row.pages = ()
    with pytest.raises(FrozenInstanceError, match="name"):
        del row.name
    assert replace(row, name="b").name == "b" and replace(row, name="b").pages == (1,)


def test_each_value_has_lists_of_its_own() -> None:
    first, second = Quick("a"), Quick("a")
    first.seen.append(1)
    assert second.seen == [] and first == second


def test_what_is_no_argument_is_made_for_each() -> None:
    first, second = Quick("a"), Quick("a")
    assert first.found == {} and first.found is not second.found
    with pytest.raises(TypeError):
        Quick("a", found={})


def test_values_go_to_other_processes() -> None:
    row = Quick("a", (1, 2), [3], "x")
    assert pickle.loads(pickle.dumps(row)) == row and pickle.loads(pickle.dumps(row)).seen == [3]


def test_methods_of_a_class_stay() -> None:
    class Told:
        name: str

        def __repr__(self) -> str:
            return "told"

    assert repr(_dataclass(frozen=True, slots=True)(Told)("a")) == "told"
