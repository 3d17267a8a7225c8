"""Makes frozen dataclasses quick to create: their slots are filled directly."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, TypeVar

Value = TypeVar("Value")


def quickly_made(cls: type[Value]) -> type[Value]:
    """The frozen dataclass with an `__init__` that fills each slot through its own descriptor.

    The one that `dataclass` writes has `object.__setattr__` look every slot up by its name. Boxes and
    words are made by the hundred thousand, a sixth of the time of reading a page; this takes a third off.
    """
    names = [field.name for field in fields(cls)]  # type: ignore[arg-type]
    lines = [f"def __init__(self, {', '.join(names)}):", *(f"    set_{name}(self, {name})" for name in names)]
    made: dict[str, Any] = {}
    exec("\n".join(lines), {f"set_{name}": getattr(cls, name).__set__ for name in names}, made)
    made["__init__"].__defaults__ = cls.__init__.__defaults__
    cls.__init__ = made["__init__"]  # type: ignore[method-assign]
    return cls
