"""Texts made from a pattern itself that make a backtracking machine try the most ways."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from re import _constants as sre
from re import _parser as parser
from typing import Any

from patterns.steps import CHARACTERS, accepted

SIGNS = " aA1\n-.,:;/(&x£" + string.ascii_letters + string.digits + string.punctuation + "–—−•…↑£é\t"
"""Characters to make texts from, those first that several parts of a pattern accept."""
KINDS = " aA1\n-.,(/"
"""One of each sort of character."""
ENDS = ("", "\x00", "a")
MANY = 20
"""A part that may stand so often may as well stand any number of times."""


SOME = 4
"""Ways of a choice to look at: those of a long list of words are alike."""
_BLANKS = re.compile(r"\s+")


def attacks(pattern: str, flags: int, length: int) -> Iterator[str]:
    """Texts of about this length: what leads to a part that repeats, the part over and over, a wrong end."""
    tree = parser.parse(pattern, flags)
    pumps = dict.fromkeys(_pumps(tree, flags | tree.state.flags, ""))
    for before, again in pumps:
        for end in ENDS:
            yield _BLANKS.sub(lambda run: run[0][0], before + again * (length // len(again)) + end)


def _pumps(tree: Any, flags: int, before: str) -> Iterator[tuple[str, str]]:
    """What may stand over and over, and an example of what comes before it."""
    for operation, operand in tree:
        yield from _pumps_in(operation, operand, flags, before)
        before += example([(operation, operand)], flags)


def _pumps_in(operation: Any, operand: Any, flags: int, before: str) -> Iterator[tuple[str, str]]:
    if operation in REPEATS:
        _, most, tree = operand
        yield from _pumps(tree, flags, before)
        if most is sre.MAXREPEAT or most >= MANY:
            for again in _bodies(tree, flags):
                yield from ((before, again), ("", again), ("", before + again))
    elif operation is sre.SUBPATTERN:
        yield from _pumps(operand[3], (flags | operand[1]) & ~operand[2], before)
    elif operation is sre.BRANCH:
        for way in operand[1][:SOME]:
            yield from _pumps(way, flags, before)
    elif operation is sre.ATOMIC_GROUP:
        yield from _pumps(operand, flags, before)
    elif operation in (sre.ASSERT, sre.ASSERT_NOT):
        yield from _pumps(operand[1], flags, before)


def _bodies(tree: Any, flags: int) -> Iterator[str]:
    """Examples of one turn, short ones that several parts accept among them."""
    if len(tree) == 1 and tree[0][0] in CHARACTERS:
        test = accepted(*tree[0], flags)
        yield from (sign for sign in KINDS if test(sign))
    for favourite in " a1":
        if made := example(tree, flags, favourite):
            yield made


def example(tree: Any, flags: int, favourite: str = " ") -> str:
    """A text that the tree matches, if it looks at nothing around it."""
    return "".join(_example(operation, operand, flags, favourite) for operation, operand in tree)


def _example(operation: Any, operand: Any, flags: int, favourite: str) -> str:
    if operation in CHARACTERS:
        test = accepted(operation, operand, flags)
        usual = chr(operand) if operation is sre.LITERAL else ""
        return next((sign for sign in favourite + SIGNS if test(sign)), usual)
    if operation is sre.SUBPATTERN:
        return example(operand[3], (flags | operand[1]) & ~operand[2], favourite)
    if operation is sre.BRANCH:
        return example(operand[1][0], flags, favourite)
    if operation in REPEATS:
        least, most, tree = operand
        return example(tree, flags, favourite) * (least or min(1, int(most)))
    return example(operand, flags, favourite) if operation is sre.ATOMIC_GROUP else ""


REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)
