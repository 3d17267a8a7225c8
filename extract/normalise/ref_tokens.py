"""Normalise: refs of a shape of their own ("Hsg-4", "SR01-A2") and a text come in; those printed go out.

The text is cut into words once and each run of a few words is looked up: an alternation of all known
references, searched in every cell, takes time in the square of the rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.normalise.ref_shapes import RANGE

MOST_WORDS = 6
"""Words of the longest reference that is looked for: "Priority 2 - 1.4.a"."""
LONGEST_RANGE = 120
"""A range over more than this is a slip of reading, not a range."""
Span = tuple[list[str], int, int]
_WORD = re.compile(r"(?<![^\W_])[^\W_]+(?![^\W_])")
_GOES_ON = re.compile(r"\w|\.\d")
_RANGE = re.compile(RANGE)
_NUMBER = re.compile(r"\d+")
_LAST_NUMBER = re.compile(r"(.*?)(\d{1,18})(\D*+)")


@dataclass(frozen=True, slots=True)
class Tokens:
    """References to look up, and the shapes of those with letters: the like are of their family."""

    known: frozenset[str]
    shapes: frozenset[str]
    starts: frozenset[str]
    """Shapes of their first words: no other word is looked at."""
    most_words: int

    def find(self, text: str) -> list[Span]:
        """The references of the text with begin and end, ranges expanded."""
        words = [m.span() for m in _WORD.finditer(text)]
        return _ranged(text, list(self._single(text, words)))

    def _single(self, text: str, words: Sequence[tuple[int, int]]) -> Iterator[tuple[str, int, int]]:
        at = 0
        for number, (start, end) in enumerate(words):
            if start < at or text[start - 1 : start] == "." or shape(text[start:end]) not in self.starts:
                continue
            if found := self._longest(text, words[number : number + self.most_words]):
                yield found
                at = found[2]

    def _longest(self, text: str, words: Sequence[tuple[int, int]]) -> tuple[str, int, int] | None:
        """The longest run of words from the first one on that is a reference."""
        start = words[0][0]
        for _, last in reversed(words):
            end = last + _closes(text, start, last)
            printed = " ".join(text[start:end].split())
            if self._has(printed) and not _GOES_ON.match(text, end):
                return printed, start, end
        return None

    def _has(self, printed: str) -> bool:
        return printed in self.known or shape(printed) in self.shapes


def _closes(text: str, start: int, end: int) -> bool:
    """Whether a bracket that was opened within a run of words is closed right behind it: "RP02(1)"."""
    return text.startswith(")", end) and text.count("(", start, end) > text.count(")", start, end)


def tokens(refs: Iterable[str]) -> Tokens:
    """The references made ready to be looked up."""
    known = frozenset(" ".join(ref.split()) for ref in refs)
    cut = [_WORD.findall(ref) for ref in known]
    lettered = (ref for ref in known if any(c.isalpha() for c in ref) and re.search(r"[-./(]", ref))
    starts = frozenset(shape(words[0]) for words in cut if words)
    return Tokens(
        known, frozenset(map(shape, lettered)), starts, min(max(map(len, cut), default=0), MOST_WORDS)
    )


def shape(ref: str) -> str:
    """The reference with each of its numbers as 9."""
    return ref if ref.isalpha() else _NUMBER.sub("9", ref)


def _ranged(text: str, found: Sequence[tuple[str, int, int]]) -> list[Span]:
    """The references, the two ends of a range made one span with all between them."""
    spans: list[Span] = []
    for ref, start, end in found:
        if spans and _RANGE.fullmatch(text, spans[-1][2], start) and (more := between(spans[-1][0][-1], ref)):
            spans[-1] = ([*spans[-1][0], *more], spans[-1][1], end)
        else:
            spans.append(([ref], start, end))
    return spans


def between(first: str, last: str) -> list[str]:
    """The references after the first up to the last; none where they are no range."""
    one, other = _LAST_NUMBER.fullmatch(first), _LAST_NUMBER.fullmatch(last)
    if not (one and other and (one[1], one[3]) == (other[1], other[3])):
        return []
    begin, end = int(one[2]), int(other[2])
    if not begin < end <= begin + LONGEST_RANGE:
        return []
    return [f"{one[1]}{n:0{len(one[2])}d}{one[3]}" for n in range(begin + 1, end + 1)]
