"""Normalise: the printed lines of an officers' cell in, one line an entry or list of entries out."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from agendapack.extract.normalise.entries import split_line
from agendapack.extract.normalise.posts import (
    BRACKETS,
    is_half_name,
    is_initials,
    is_name,
    is_rank,
    kind_of,
    people_words,
    tokens_of,
)
from agendapack.extract.normalise.words import flat

MOST_LINES = 6
"""An entry is wrapped over no more lines."""
Cost = tuple[int, int, int]
"""Entries that are only part of a name, post or body; joints of lines that stand for themselves; entries."""
_LIST_MARK = re.compile(r"\s*[,/&]\s*|\s+and\s+")


def unwrapped(lines: Sequence[str], apart: Collection[int], key: Collection[str]) -> list[str]:
    """The lines joined where that leaves the fewest parts of entries; never before a line of `apart`."""
    runs: list[list[str]] = []
    ended = False
    for number, line in enumerate(map(flat, lines)):
        if not line:
            continue
        above = runs[-1][-1] if runs else ""
        if above and (not ended or line[0] in "(&/)-–" or line[0].islower()) and _goes_on(above, line):
            runs[-1][-1] = _joined([above, line])
        elif not above or ended or number in apart and not _breaks_off(runs[-1], line, key):
            runs.append([line])
        else:
            runs[-1].append(line)
        if ended := _ends(runs[-1][-1]):
            runs[-1][-1] = runs[-1][-1].rstrip(" ,;")
    return [entry for run in runs for entry in _cheapest(run, key)]


def _goes_on(above: str, line: str) -> bool:
    """Whether punctuation or a small word says that a line goes on with the one above."""
    if above.count("(") > above.count(")") or line[0] in "(&/)-–" or above[-1] in "/&-–(":
        return True
    words, last = people_words(), above.split()[-1].lower()
    if last in words.joiners | words.unfinished or line[0].islower():
        return True
    if (last in words.titles or is_rank(_LIST_MARK.split(above)[-1])) and (
        is_name(line) or is_half_name(line)
    ):
        return True
    return above[-1] == "," and not _ends(above) and not is_initials(line, ())


def _breaks_off(run: Sequence[str], line: str, key: Collection[str]) -> bool:
    """Whether a line is no entry, but the next one makes one of it: "Project" above "Manager"."""
    return not kind_of(run[-1], key) and len(run) == 1 and bool(kind_of(_joined([*run, line]), key))


def _ends(above: str) -> bool:
    """Whether an entry ends with the line."""
    return above[-1] == ";" or (above[-1] == "," and is_name(above.strip(",")))


def _joined(lines: Sequence[str]) -> str:
    text = ""
    for line in lines:
        text += line if not text or re.search(r"[A-Za-z]-$", text) else f" {line}"
    return text


def _cheapest(run: Sequence[str], key: Collection[str]) -> list[str]:
    """The cheapest way to part the lines into entries."""
    best: list[tuple[Cost, list[str]]] = [((0, 0, 0), [])]
    for end in range(1, len(run) + 1):
        choices = []
        for start in range(max(0, end - MOST_LINES), end):
            (parts, joints, count), entries = best[start]
            lines = run[start:end]
            part, joined = _is_part(lines, key), _joints(lines, key)
            choices.append(((parts + part, joints + joined, count + 1), [*entries, _joined(lines)]))
        best.append(min(choices, key=lambda choice: choice[0]))
    return best[-1][1]


def _is_part(lines: Sequence[str], key: Collection[str]) -> bool:
    """Whether these lines are no whole entry nor a list of such, or hold parts of two."""
    return not all(kind_of(e, key) and not _begins_inside(e) for e in split_line(_joined(lines), key))


def _begins_inside(entry: str) -> bool:
    """Whether a post begins behind what the one before is for: "Health" + "Head of Commissioning"."""
    words, tokens = people_words(), tokens_of(entry)
    subjects = words.topics - words.openers
    tokens = [t for t in tokens if t not in ("and", "&")]
    behind = zip(tokens, tokens[1:], tokens[2:], strict=False)
    return any(a in subjects and b in words.posts and c == "of" for a, b, c in behind)


def _joints(lines: Sequence[str], key: Collection[str]) -> int:
    """How often an entry may end above one of the lines and another begin with it."""
    return sum(_parts_here(lines, at, key) for at in range(1, len(lines)))


def _parts_here(lines: Sequence[str], at: int, key: Collection[str]) -> bool:
    """Whether an entry may end above a line and another begin with it."""
    ends = range(at + 1, len(lines) + 1)
    return any(
        _stands_above(above, key) and _stands_below(_joined(lines[at:end]), above, key)
        for above in (_joined(lines[start:at]) for start in range(at))
        for end in ends
    )


def _stands_above(text: str, key: Collection[str]) -> bool:
    """Whether a text followed by others stands for itself: "Head of Legal", but not "Head" or "Senior"."""
    tokens = tokens_of(text)
    return bool(kind_of(text, key)) and not (len(tokens) == 1 and tokens[0] in people_words().openers)


def _stands_below(text: str, above: str, key: Collection[str]) -> bool:
    """Whether a text below another stands for itself.

    A lone "Manager" ends the post above it; "Adult Services" says what the director above directs.
    """
    words, tokens, before = people_words(), tokens_of(text), tokens_of(above)
    first = tokens_of(BRACKETS.sub("", _LIST_MARK.split(text)[0]))
    if len(first) == 1 and first[0] in words.posts:
        return is_name(above) or before[-1] in words.posts
    if len(first) == 1 and first[0] in words.bodies:
        return False
    if all(t in words.posts | words.openers for t in before) and before[-1] in words.posts:
        subject = all(t in words.topics | words.bodies | words.joiners for t in tokens)
        return not subject and bool(kind_of(text, key))
    return bool(kind_of(text, key))
