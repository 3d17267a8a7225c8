"""Normalise: a "responsible officer" cell in, persons, roles and bodies out, one an entry."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from agendapack.extract.normalise.entries import split_line
from agendapack.extract.normalise.posts import NAME_PART, is_body, is_initials, is_name, people_words
from agendapack.extract.normalise.words import LONGEST_VALUE, any_of, flat
from agendapack.extract.normalise.wrapped import unwrapped
from agendapack.schemas import from_words

__all__ = ["initials_key", "is_initials", "is_name", "split_officers"]

_NEXT_KEY = r"(?![A-Z][A-Za-z&]{1,4}\s*[-–—=:])"
_KEY = re.compile(
    r"(?<!\w)(?P<initials>[A-Z][A-Za-z&]{1,4})\s*[-–—=:]\s*"
    rf"(?P<name>{NAME_PART}(?:(?:\s(?:of|and|for|&)){{0,2}}\s{_NEXT_KEY}{NAME_PART}){{1,4}})"
)


def split_officers(
    text: str, *, initials: Mapping[str, str] | None = None, apart: Collection[int] = ()
) -> list[str]:
    """The persons, roles and bodies of a cell as printed.

    `initials` are those of the plan's key; `apart` the lines, counted from 0, that begin although
    they had room on the line above: no wrapping broke the text there.
    """
    key = frozenset(initials or ())
    if len(text) > LONGEST_VALUE:
        return [flat(text)]
    first, later = _labels()
    before, *labelled = (later if first.match(text) else first).split(text)
    if labelled and not before.strip():
        return list(dict.fromkeys(e for part in labelled for e in split_officers(part, initials=initials)))
    entries = _wrapped_bodies(text, key) or [
        e for entry in unwrapped(text.split("\n"), apart, key) for e in split_line(entry, key)
    ]
    return list(dict.fromkeys(e for e in entries if re.search(r"\w", e)))


@from_words
def _labels() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Labels that say what part the officers behind them play: at a line's beginning, and wherever one is."""
    label = rf"{any_of(people_words().labels)}\s*:\s*"
    flags = re.IGNORECASE | re.MULTILINE
    return re.compile(rf"^\s*{label}", flags), re.compile(rf"(?<![^\s;,.|])\s*{label}", flags)


def _wrapped_bodies(text: str, key: Collection[str]) -> list[str]:
    """Names of bodies with "and" between them, when the lines of the cell break inside the names."""
    line = flat(text)
    if "\n" not in text.strip() or not re.search(r"\band\b", line):
        return []
    above = [flat(part) for part in text.strip().split("\n")[:-1]]
    if any(is_body(part) or is_name(part) for part in above):
        return []
    entries = split_line(line, key)
    return entries if len(entries) > 1 and all(is_body(e) for e in entries) else []


def initials_key(text: str) -> dict[str, str]:
    """The key a plan prints: "AS - Ann Smith   BJ – Bob Jones"; the name must begin with those letters."""
    pairs = ((m["initials"], flat(m["name"])) for m in _KEY.finditer(flat(text)))
    return {i: name for i, name in pairs if name[0] == i[0]}
