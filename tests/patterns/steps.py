"""A pattern run by a plain backtracking machine that counts its steps, as Python's own does not.

The machine tries what `re` tries in the order in which `re` tries it, without its short cuts: what takes few
steps here takes no more there, on every computer, however busy.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from re import _constants as sre
from re import _parser as parser
from typing import Any, NamedTuple

CHARACTERS = (sre.LITERAL, sre.NOT_LITERAL, sre.ANY, sre.IN)
Test = Callable[[str], bool]


class TooManySteps(Exception):
    """The machine was stopped."""


class Way(NamedTuple):
    """A way the machine may go on: at which instruction, at which place of the text."""

    at: int
    here: int
    marks: tuple[tuple[object, int], ...] = ()
    """Places to remember: where groups begin (minus their number) and end, where a turn of a loop began."""


@dataclass(slots=True)
class Machine:
    """A text, and the steps taken on it so far."""

    text: str
    most: int
    taken: int = 0

    def run(self, made: Program, start: int) -> int:
        """Where a match from here ends, -1 for none."""
        waiting = [Way(0, start)]
        while waiting:
            way = waiting.pop()
            self.taken += 1
            if self.taken > self.most:
                raise TooManySteps
            operation, operand = made.code[way.at]
            if operation is _end:
                return way.here
            waiting.extend(operation(self, operand, way))
        return -1


Operation = Callable[[Machine, Any, Way], Iterable[Way]]
"""The ways on, the one to try first at the end."""


@dataclass(slots=True)
class Program:
    """Instructions: an operation and what it needs; the end is the last one."""

    code: list[tuple[Operation, Any]] = field(default_factory=list)

    def add(self, operation: Operation, operand: Any = None) -> int:
        """Add an instruction, and say where it stands."""
        self.code.append((operation, operand))
        return len(self.code) - 1


def steps(made: Program, text: str, anchored: bool, most: int) -> int:
    """Steps to look for all matches in the text, or for one at its beginning.

    Raises TooManySteps.
    """
    machine, start = Machine(text, most), 0
    while start <= len(text):
        end = machine.run(made, start)
        if anchored:
            break
        start = max(end, start + 1)
    return machine.taken


# --- operations ---------------------------------------------------------------------------


def _end(_machine: Machine, _: Any, _way: Way) -> Iterable[Way]:
    return ()


def _char(machine: Machine, test: Test, way: Way) -> Iterable[Way]:
    sign = machine.text[way.here : way.here + 1]
    return (Way(way.at + 1, way.here + 1, way.marks),) if sign and test(sign) else ()


def _go(_machine: Machine, ways: Sequence[int], way: Way) -> Iterable[Way]:
    return [Way(at, way.here, way.marks) for at in reversed(ways)]


def _choose(machine: Machine, ways: Sequence[tuple[Test | None, int]], way: Way) -> Iterable[Way]:
    sign = machine.text[way.here : way.here + 1]
    open_ = [at for test, at in reversed(ways) if test is None or sign and test(sign)]
    return [Way(at, way.here, way.marks) for at in open_]


def _stands(machine: Machine, here: Callable[[str, int], bool], way: Way) -> Iterable[Way]:
    return (Way(way.at + 1, way.here, way.marks),) if here(machine.text, way.here) else ()


def _mark(_machine: Machine, name: object, way: Way) -> Iterable[Way]:
    others = (mark for mark in way.marks if mark[0] != name)
    return (Way(way.at + 1, way.here, (*others, (name, way.here))),)


def _moved(_machine: Machine, name: object, way: Way) -> Iterable[Way]:
    """A loop ends when a turn of it was empty."""
    return () if (name, way.here) in way.marks else (Way(way.at + 1, way.here, way.marks),)


def _again(machine: Machine, number: int, way: Way) -> Iterable[Way]:
    group = dict(way.marks)
    said = machine.text[group.get(-number, 0) : group.get(number, 0)]
    same = machine.text.startswith(said, way.here)
    return (Way(way.at + 1, way.here + len(said), way.marks),) if same else ()


def _once(machine: Machine, inner: Program, way: Way) -> Iterable[Way]:
    end = machine.run(inner, way.here)
    return (Way(way.at + 1, end, way.marks),) if end >= 0 else ()


def _around(machine: Machine, operand: tuple[Program, int, bool], way: Way) -> Iterable[Way]:
    inner, back, wanted = operand
    found = way.here >= back and machine.run(inner, way.here - back) >= 0
    return (Way(way.at + 1, way.here, way.marks),) if found == wanted else ()


# --- from the tree of a pattern to instructions -------------------------------------------


def program(pattern: str, flags: int) -> Program:
    """The pattern as a program."""
    tree = parser.parse(pattern, flags)
    made = Program()
    _items(made, tree, flags | tree.state.flags)
    made.add(_end)
    return made


def _items(made: Program, tree: Iterable[Any], flags: int) -> None:
    for operation, operand in tree:
        _MAKERS.get(operation, _character)(made, operation, operand, flags)


def _inner(tree: Any, flags: int) -> Program:
    inner = Program()
    _items(inner, tree, flags)
    inner.add(_end)
    return inner


def _character(made: Program, operation: Any, operand: Any, flags: int) -> None:
    made.add(_char, accepted(operation, operand, flags))


def accepted(operation: Any, operand: Any, flags: int) -> Test:
    """What tells whether one character is accepted."""
    test = _plain(operation, operand, flags)
    if not flags & re.IGNORECASE:
        return test
    return lambda c: test(c) or test(c.lower()) or test(c.upper()[:1])


def _plain(operation: Any, operand: Any, flags: int) -> Test:
    if operation is sre.ANY:
        return (lambda _: True) if flags & re.DOTALL else (lambda c: c != "\n")
    if operation is sre.LITERAL:
        return lambda c: ord(c) == operand
    if operation is sre.NOT_LITERAL:
        return lambda c: ord(c) != operand
    if operation is sre.RANGE:
        return lambda c: operand[0] <= ord(c) <= operand[1]
    if operation is sre.CATEGORY:
        return _CATEGORIES[operand]
    assert operation is sre.IN, operation
    negated = operand[0][0] is sre.NEGATE
    tests = [_plain(*item, flags) for item in operand[negated:]]
    return lambda c: any(test(c) for test in tests) != negated


def _word(c: str) -> bool:
    return c.isalnum() or c == "_"


_CATEGORIES: dict[Any, Test] = {
    sre.CATEGORY_DIGIT: str.isdecimal,
    sre.CATEGORY_NOT_DIGIT: lambda c: not c.isdecimal(),
    sre.CATEGORY_SPACE: str.isspace,
    sre.CATEGORY_NOT_SPACE: lambda c: not c.isspace(),
    sre.CATEGORY_WORD: _word,
    sre.CATEGORY_NOT_WORD: lambda c: not _word(c),
}


def _branch(made: Program, _: Any, operand: Any, flags: int) -> None:
    """Ways in order; as in `re`, one that begins with a character is passed over where another stands."""
    begin = made.add(_choose)
    ways, ends = [], []
    for way in operand[1]:
        first = way[0] if len(way) and way[0][0] in CHARACTERS else None
        ways.append((accepted(*first, flags) if first else None, len(made.code)))
        _items(made, way, flags)
        ends.append(made.add(_go))
    made.code[begin] = (_choose, ways)
    for end in ends:
        made.code[end] = (_go, (len(made.code),))


def _group(made: Program, _: Any, operand: Any, flags: int) -> None:
    number, more, less, tree = operand
    if number:
        made.add(_mark, -number)
    _items(made, tree, (flags | more) & ~less)
    if number:
        made.add(_mark, number)


def _repeat(made: Program, operation: Any, operand: Any, flags: int) -> None:
    least, most, tree = operand
    for _ in range(least):
        _items(made, tree, flags)
    lazy = operation is sre.MIN_REPEAT
    if most is sre.MAXREPEAT:
        _star(made, tree, flags, lazy)
        return
    splits = []
    for _ in range(most - least):
        splits.append(made.add(_go))
        _items(made, tree, flags)
    for split in splits:
        made.code[split] = (_go, _ways(split + 1, len(made.code), lazy))


def _star(made: Program, tree: Any, flags: int, lazy: bool) -> None:
    may_be_empty = tree.getwidth()[0] == 0
    split = made.add(_go)
    if may_be_empty:
        made.add(_mark, f"loop {split}")
    _items(made, tree, flags)
    if may_be_empty:
        made.add(_moved, f"loop {split}")
    made.add(_go, (split,))
    made.code[split] = (_go, _ways(split + 1, len(made.code), lazy))


def _ways(inside: int, after: int, lazy: bool) -> tuple[int, int]:
    return (after, inside) if lazy else (inside, after)


def _possessive(made: Program, _: Any, operand: Any, flags: int) -> None:
    least, most, tree = operand
    inner = Program()
    _repeat(inner, sre.MAX_REPEAT, (least, most, tree), flags)
    inner.add(_end)
    made.add(_once, inner)


def _atomic(made: Program, _: Any, tree: Any, flags: int) -> None:
    made.add(_once, _inner(tree, flags))


def _look(made: Program, operation: Any, operand: Any, flags: int) -> None:
    way, tree = operand
    back = tree.getwidth()[0] if way < 0 else 0
    made.add(_around, (_inner(tree, flags), back, operation is sre.ASSERT))


def _at(made: Program, _: Any, operand: Any, flags: int) -> None:
    many = flags & re.MULTILINE
    made.add(_stands, _PLACES_OF_LINES.get(operand, _PLACES[operand]) if many else _PLACES[operand])


def _edge(text: str, here: int) -> bool:
    return (here > 0 and _word(text[here - 1])) != (here < len(text) and _word(text[here]))


_PLACES: dict[Any, Callable[[str, int], bool]] = {
    sre.AT_BEGINNING: lambda _, here: here == 0,
    sre.AT_BEGINNING_STRING: lambda _, here: here == 0,
    sre.AT_END: lambda text, here: here == len(text) or text[here:] == "\n",
    sre.AT_END_STRING: lambda text, here: here == len(text),
    sre.AT_BOUNDARY: _edge,
    sre.AT_NON_BOUNDARY: lambda text, here: not _edge(text, here),
}
_PLACES_OF_LINES: dict[Any, Callable[[str, int], bool]] = {
    sre.AT_BEGINNING: lambda text, here: here == 0 or text[here - 1] == "\n",
    sre.AT_END: lambda text, here: here == len(text) or text[here] == "\n",
}


def _same_again(made: Program, _: Any, number: Any, flags: int) -> None:
    made.add(_again, number)


_MAKERS: dict[Any, Callable[[Program, Any, Any, int], None]] = {
    sre.BRANCH: _branch,
    sre.SUBPATTERN: _group,
    sre.MAX_REPEAT: _repeat,
    sre.MIN_REPEAT: _repeat,
    sre.POSSESSIVE_REPEAT: _possessive,
    sre.ATOMIC_GROUP: _atomic,
    sre.ASSERT: _look,
    sre.ASSERT_NOT: _look,
    sre.AT: _at,
    sre.GROUPREF: _same_again,
}
