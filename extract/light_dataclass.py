"""Dataclasses whose making, and whose values' making, takes a fraction of the time.

The decorator of the standard library writes and compiles six functions for each class, which for two hundred
classes is a seventh of what it takes to start. Here `__init__` alone is written, and fills slots through
their own descriptors, as boxes and words are made by the hundred thousand; the rest is alike for all classes.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from dataclasses import MISSING, Field, FrozenInstanceError
from operator import attrgetter
from typing import TYPE_CHECKING, Any

Class = type[Any]
Fields = tuple[Field[Any], ...]
Values = Callable[[Any], tuple[Any, ...]]


def _dataclass(
    cls: Class | None = None, /, *, frozen: bool = False, slots: bool = False, eq: bool = True
) -> Class | Callable[[Class], Class]:
    """The same as `dataclasses.dataclass`, whose functions know these classes as theirs."""

    def made(plain: Class) -> Class:
        found = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)(plain)
        own = vars(plain)
        for name, method in _methods(found, frozen, slots, eq):
            if own.get(name) is None:
                setattr(found, name, method)
        return found

    return made if cls is None else made(cls)


if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:
    dataclass = _dataclass


def _methods(cls: Class, frozen: bool, slots: bool, eq: bool) -> Iterator[tuple[str, Any]]:
    fields = dataclasses.fields(cls)
    yield "__init__", _init(cls, fields, frozen, slots)
    yield "__repr__", _repr([field.name for field in fields if field.repr])
    if eq:
        compared = _values([field.name for field in fields if field.compare])
        yield "__eq__", _eq(compared)
        yield "__hash__", (lambda self: hash(compared(self))) if frozen else None
    if frozen:
        yield from (("__setattr__", _refuse), ("__delattr__", _refuse))
    if frozen and slots:  # what goes to another process is filled there
        values = _values([field.name for field in fields])
        yield "__getstate__", lambda self: values(self)
        yield "__setstate__", _setstate([getattr(cls, field.name).__set__ for field in fields])


def _init(cls: Class, fields: Fields, frozen: bool, slots: bool) -> Any:
    """What fills all fields; where the class is frozen, past its own refusal."""
    known: dict[str, Any] = {"_fill": object.__setattr__, "_MISSING": MISSING}
    lines = []
    for field in fields:
        name = value = field.name
        if field.default_factory is not MISSING:
            known[f"_new_{name}"] = field.default_factory
            value = f"_new_{name}() if {name} is _MISSING else {name}" if field.init else f"_new_{name}()"
        if value == name and not field.init:
            continue  # by `__post_init__`
        if frozen and slots:
            known[f"_set_{name}"] = getattr(cls, name).__set__
            lines.append(f"_set_{name}(self, {value})")
        else:
            lines.append(f"_fill(self, {name!r}, {value})" if frozen else f"self.{name} = {value}")
    lines += ["self.__post_init__()"] if hasattr(cls, "__post_init__") else []
    given = [field for field in fields if field.init]
    head = f"def __init__({', '.join(['self', *(field.name for field in given)])}):"
    exec("\n ".join([head, *(lines or ["pass"])]), known)
    made = known["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    optional = [f for f in given if f.default is not MISSING or f.default_factory is not MISSING]
    made.__defaults__ = tuple(field.default for field in optional)
    return made


def _values(names: list[str]) -> Values:
    """What reads these fields of a value."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


def _eq(values: Values) -> Callable[[Any, Any], bool]:
    def __eq__(self: Any, other: Any) -> bool:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    return __eq__


def _repr(names: list[str]) -> Callable[[Any], str]:
    def __repr__(self: Any) -> str:
        told = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{type(self).__qualname__}({told})"

    return __repr__


def _refuse(self: Any, name: str, *_: Any) -> None:
    raise FrozenInstanceError(f"{type(self).__name__} is not changed: {name!r}")


def _setstate(setters: list[Callable[[Any, Any], None]]) -> Callable[[Any, tuple[Any, ...]], None]:
    def __setstate__(self: Any, state: tuple[Any, ...]) -> None:
        for fill, value in zip(setters, state, strict=True):
            fill(self, value)

    return __setstate__
