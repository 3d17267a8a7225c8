"""Normalise: a record's own text in, the reference or number that it begins with and the rest out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from agendapack.extract.normalise.refs import is_ref

MIN_LED = 2
"""Texts that begin with references, from which these are those of their records."""
MIN_NUMBERED = 3
"""Texts that are numbered through, from which the numbers are their references."""
LED_SHARE = 0.8
"""Share of the texts that begin with a reference, and of the references that come once."""
_LED = re.compile(
    r"(?P<ref>[A-Z]{1,5}(?:[ -][A-Z]{2,5})?[ -]?\d{1,3}(?:\.\d{1,2})*[a-z]?)(?![\w/])[ \t]*"
    r"(?:[:.)–—-](?=\s)|(?=\s))\s*(?P<text>\S.*)",
    re.DOTALL,
)
_NUMBERED = re.compile(r"\s*\(?(?P<ref>\d{1,3})[.)]\s+(?P<text>\S.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Led:
    """A text that a reference leads, and the line of its cell on which it begins."""

    ref: str
    text: str
    line: int = 0


def led_by_ref(text: str) -> Led | None:
    """The text behind the reference with letters that it begins with, None where it begins with none."""
    found = _LED.fullmatch(text.strip())
    return Led(found["ref"], found["text"]) if found and is_ref(found["ref"]) else None


def numbered(text: str) -> list[Led]:
    """The entries of a text that begins with a number, each with the next number on a line of its own."""
    lines, entries = text.split("\n"), list[Led]()
    starts: list[tuple[int, int]] = []
    for at, line in enumerate(lines):
        found = _NUMBERED.fullmatch(line)
        if found and (int(found["ref"]) == starts[-1][1] + 1 if starts else not at):
            starts.append((at, int(found["ref"])))
    for (at, number), (end, _) in pairwise([*starts, (len(lines), 0)]):
        whole = _NUMBERED.fullmatch("\n".join(lines[at:end]))
        entries += [Led(str(number), whole["text"], at)] if whole else []
    return entries


def lead(texts: Sequence[str]) -> str:
    """What the texts of a column begin with: `ref`, `number`, or nothing that tells their records apart."""
    refs = [found.ref for text in texts if (found := led_by_ref(text))]
    if len(refs) >= max(MIN_LED, LED_SHARE * len(texts)) and len(set(refs)) >= LED_SHARE * len(refs):
        return "ref"
    lists = [numbered(text) for text in texts]
    numbers = [int(entry.ref) for entries in lists for entry in entries]
    through = all(b == a + 1 for a, b in pairwise(numbers))
    return "number" if all(lists) and len(numbers) >= MIN_NUMBERED and through else ""
