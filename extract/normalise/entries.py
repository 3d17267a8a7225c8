"""Normalise: one unwrapped line of an officers' cell in, its entries out."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from agendapack.extract.normalise.posts import (
    is_name,
    is_post,
    is_topic,
    kind_of,
    people_words,
    persons,
    tokens_of,
)
from agendapack.extract.normalise.words import any_of
from agendapack.schemas import from_words

SHORTEST_NAME = 5
"""Two words of no more characters, "Bo Li", are not told from initials and parts of a longer name."""
MOST_MARKS = 100
"""A line with more commas, slashes and "and"s lists something else, and would take long to weigh."""


def split_line(line: str, key: Collection[str]) -> list[str]:
    """The entries of one unwrapped line."""
    parts = [_closed(part) for part in _supporting().split(line) if part.strip(" ,;")]
    if len(parts) > 1:
        return [entry for part in parts for entry in split_line(part, key)]
    line = parts[0] if parts else line
    marks = _separators(line)
    pieces = _pieces(line, sorted((at, end) for at, end, sure in marks if sure))
    if len(pieces) > 1:
        return [entry for piece in pieces for entry in split_line(piece, key)]
    for at, end, _ in marks if len(marks) <= MOST_MARKS else ():
        left, right = line[:at].strip(" ,;|"), line[end:].strip(" ,;|")
        if left and right and _both_complete(left, right, line[at:end], key):
            return [*split_line(left, key), *split_line(right, key)]
    entry = re.sub(r"(?<=\w{3})\.$", "", line.strip(" ,;"))
    if entry not in key and set(entry.split()) <= set(key):
        return entry.split()
    return _names_in_a_row(entry)


def _pieces(line: str, marks: Sequence[tuple[int, int]]) -> list[str]:
    """What stands between the marks."""
    starts, ends = [0, *(end for _, end in marks)], [*(at for at, _ in marks), len(line)]
    pieces = (line[start:end].strip(" ,;|") for start, end in zip(starts, ends, strict=True))
    return [piece for piece in pieces if piece]


def _closed(part: str) -> str:
    """Without the closing bracket whose opening one stood before the words that part."""
    return part.rstrip(" .)") if part.count(")") > part.count("(") else part


@from_words
def _supporting() -> re.Pattern[str]:
    """What stands between the one who leads and those who help."""
    return re.compile(rf"(?:^|(?<![\s,;(])[\s,;(]++){any_of(people_words().supporting)}:?\s+", re.I)


_SEPARATOR = re.compile(r";|\||,(?:\s+with\s)?|\swith\s|\s/\s|/|\s&\s|\sand\s|\s-\s|\s–\s", re.I)


def _separators(line: str) -> list[tuple[int, int, bool]]:
    """Where a line may part, outside brackets, and whether it surely does."""
    found = [
        m for m in _SEPARATOR.finditer(line) if line[: m.start()].count("(") <= line[: m.start()].count(")")
    ]
    ordered = sorted(
        found, key=lambda m: (";|,/".find(m[0].strip()) if m[0].strip() in ";|,/" else 9, m.start())
    )
    return [(m.start(), m.end(), m[0] in ";|") for m in ordered]


def _both_complete(left: str, right: str, mark: str, key: Collection[str]) -> bool:
    """Whether the text on both sides of a comma, slash or "and" stands for itself."""
    first = re.split(r"[,/;]|\s(?:and|&)\s", right)[0].strip() if mark.strip() != "and" else right
    last = re.split(r"[,/;]", left)[-1].strip()
    if mark.strip() in {"-", "–"}:
        return (is_name(last) and is_post(right)) or (is_post(last) and is_name(right))
    if mark.strip() == "/" and is_topic(first):
        return _ends_itself(last) or (mark == " / " and is_topic(last))
    if (mark != "," or re.search(r"\s(?:and|&)\s", right)) and _lists_subjects(last, right):
        return False
    if mark == "," and last.endswith(")") and first.endswith(")"):
        return True  # "Public Health (AB), Housing (CD)": each with whoever stands for it
    kinds = [kind_of(last, key), kind_of(first, key) or kind_of(right, key)]
    if "" in kinds:
        return False
    if mark in {" / ", ","}:
        return True
    return "initials" not in kinds or kinds == ["initials", "initials"] or "name" in kinds


def _ends_itself(text: str) -> bool:
    """Whether a text ends in what a post or body is called: "Estates Surveyor", but not "Head of Estates"."""
    tokens = tokens_of(text)
    return len(tokens) > 1 and tokens[-1] in people_words().posts | people_words().bodies


def _lists_subjects(left: str, right: str) -> bool:
    """Whether a post's subjects go on behind a mark: "Head of Legal, HR and Democratic Services"."""
    post, _, subject = left.partition(" of ")
    *others, last = tokens_of(right) or [""]
    several = last.endswith("s") and last in people_words().bodies
    return several and is_post(post) and is_topic(subject) and is_topic(" ".join(others))


def _names_in_a_row(entry: str) -> list[str]:
    """Four or six plain capitalised words are two or three persons printed without a comma.

    Where titles or ranks stand before their names, each person begins with them: "Ch Insp Ann Day" is one.
    """
    words = entry.split()
    if len(words) not in (4, 6):
        return [entry]
    pairs = [" ".join(words[i : i + 2]) for i in range(0, len(words), 2)]
    several = persons(entry) or (pairs if all(len(p) > SHORTEST_NAME for p in pairs) else [entry])
    return several if all(map(is_name, several)) else [entry]
