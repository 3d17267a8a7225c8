"""Normalise: the references of a list or range, of which the first gives the head for all: "NI 51,54-56"."""

from __future__ import annotations

import re
from functools import lru_cache

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.normalise.ref_shapes import NEXT, RANGE, YEAR
from agendapack.extract.normalise.ref_tokens import LONGEST_RANGE


@dataclass(frozen=True, slots=True)
class RefParts:
    """One reference as parts: what a list carries over, and what changes."""

    head: str
    """Letters and marks in canonical form: "NI ", "CR-", "QRS4-"."""
    stem: str
    """Before the last number: "A" of "QX A03", "1." of "QRS4-1.8"."""
    number: str
    suffix: str = ""

    def __str__(self) -> str:
        return f"{self.head}{self.stem}{self.number}{self.suffix}"


def follow(text: str, at: int, first: RefParts) -> tuple[list[RefParts], int]:
    """The items that carry over the first one's head, and where they end."""
    items = [first]
    while match := _full_range(text, at, items[-1]) or NEXT.match(text, at):
        step = _step(match, items[-1])
        if step is None:
            break
        items.extend(step)
        at = match.end()
    return items, at


def _full_range(text: str, at: int, last: RefParts) -> re.Match[str] | None:
    """A range whose end repeats the head: "QX A03 – QX A08", "CR-01 to CR-04"."""
    return _range_of(last.head, last.stem).match(text, at)


@lru_cache(maxsize=1024)
def _range_of(head: str, stem: str) -> re.Pattern[str]:
    letters = r"\s*".join(map(re.escape, head.split())) + r"\s*"
    tail = rf"(?P<range>{RANGE})(?P<list>(?!))?{letters}(?P<stem>{re.escape(stem)})"
    return re.compile(rf"{tail}(?P<number>\d{{1,4}})(?P<suffix>[a-z])?(?![\w.]*\d)")


def _step(match: re.Match[str], last: RefParts) -> list[RefParts] | None:
    """The items one list or range step adds, None when the number does not continue the list."""
    stem, number = match["stem"] or last.stem, match["number"]
    if not match["stem"] and last.stem.endswith("."):
        return None  # after "OC-1.2" a bare number is not "1.5"
    if match["stem"] and last.stem.isalpha() != match["stem"].isalpha():
        return None  # after "WO1.2" another word begins in "CM1"
    if re.fullmatch(r"[A-Z]+", stem) is None and stem.count(".") != last.stem.count("."):
        return None
    if match["range"] is None:
        if YEAR.fullmatch(number) and len(last.number) < len(number):
            return None
        return [RefParts(last.head, stem, number.zfill(_padding(last)), match["suffix"] or "")]
    return _span(last, stem, number, match["suffix"] or "") or None


def _padding(item: RefParts) -> int:
    return len(item.number) if item.number.startswith("0") else 0


def _span(last: RefParts, stem: str, number: str, suffix: str) -> list[RefParts]:
    """The items after the first of a range up to its end; none when it does not rise."""
    begin, end = int(last.number), int(number)
    if end <= begin and len(number) < len(last.number):
        end = int(last.number[: -len(number)] + number)  # "NI 104-8" is 104 to 108
    if suffix or last.suffix or stem != last.stem or not begin < end <= begin + LONGEST_RANGE:
        return []
    width = _padding(last)
    return [RefParts(last.head, stem, str(n).zfill(width)) for n in range(begin + 1, end + 1)]
