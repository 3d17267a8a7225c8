"""Normalise: free cell text in, the references it names out, ranges and lists expanded.

A reference is a head ("NI ", "QX A", "CR-", "QRS4-1.") and a final number, perhaps with a letter
behind it. A list or range gives the head once and carries it over: "NI 51,54-56".
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.normalise.ref_families import RefFamilies, family_of
from agendapack.extract.normalise.ref_lists import RefParts, follow
from agendapack.extract.normalise.ref_shapes import (
    BROKEN,
    DATE_LIKE,
    LOOSE_MARK,
    OF_TWO_NUMBERS,
    ONE_LETTER_LIST,
    POSTCODE,
    START,
    WHOLE_CELL,
    YEAR,
    families,
    national,
    not_prefixes,
    not_refs,
)
from agendapack.extract.normalise.ref_tokens import Span
from agendapack.extract.normalise.words import flat
from agendapack.schemas import remembered

_FIGURE = re.compile(r"\d")
"""No reference is without one."""
_LETTERED = re.compile(r"\d[a-z]$")
_LAST_NUMBER = re.compile(r"(.*?)(\d{1,18})(\D{0,2})")
_BETWEEN = re.compile(r"[,;\n]|\s+(?=[A-Z])")
_BEGUN = re.compile(r"[A-Z]{2,5}(?:\d{1,3}(?:[-/.]?|-\d{1,2}\.)|[-/])?")
"""What the beginning of a reference may look like."""
_CUT = re.compile(r"[A-Z]{2,5}\d{1,3}-(?:\d{1,2}\.)?")
"""One that surely is no whole reference."""


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference in canonical form and the printed text that names it."""

    ref: str
    raw: str


def find_refs(text: str, *, known: Collection[str] = ()) -> list[Ref]:
    """All references of a text in printed order; `known` ones settle which letters and spellings count."""
    return list(_found(unbroken(text), frozenset(known))) if _FIGURE.search(text) else []


def unbroken(text: str) -> str:
    """The text with references whole that a line breaks behind their dash or slash: "AP-" and "02"."""
    return BROKEN.sub("", text) if "\n" in text else text


@remembered
def _found(text: str, known: frozenset[str]) -> tuple[Ref, ...]:
    family = family_of(known)
    groups = list(_groups(text, family))
    if family.plain.known and (plain := family.plain.find(text)):
        groups = [g for g in groups if not _within(g, plain)]
        groups += [p for p in plain if not _overlaps(p, groups)]
        groups.sort(key=_begin)
    return tuple(
        Ref(family.spelling(ref), flat(text[start:end])) for refs, start, end in groups for ref in refs
    )


def _begin(span: Span) -> int:
    return span[1]


def _within(group: Span, plain: Sequence[Span]) -> bool:
    """Whether a known reference covers what would be read as others: "FP25/31" is not FP25 and FP31."""
    before = bisect_right(plain, group[1], key=_begin) - 1
    return before >= 0 and group[2] <= plain[before][2]


def _overlaps(span: Span, groups: Sequence[Span]) -> bool:
    """Whether one of the groups, which stand in order, shares a part of the span."""
    before = bisect_left(groups, span[2], key=_begin) - 1
    return before >= 0 and groups[before][2] > span[1]


def canonical(ref: str) -> str:
    """The contract's spelling of one reference; other styles as printed, white space collapsed."""
    line = flat(ref)
    match = START.fullmatch(line.upper()) if not _LETTERED.search(line) else START.fullmatch(line)
    if not match or match.lastgroup is None:
        return line
    return str(_item(match, {}))


def split_ref(ref: str) -> tuple[str, int | None, str]:
    """What stands before the last number (marks included), the number, and a letter behind it."""
    match = _LAST_NUMBER.fullmatch(ref.strip())
    return (match[1], int(match[2]), match[3]) if match else (ref.strip(), None, "")


def nth(ref: str, number: int) -> str:
    """The reference of the same family with another number, padded as printed."""
    prefix, own, suffix = split_ref(ref)
    width = len(ref.strip()) - len(prefix) - len(suffix) if own is not None else 0
    closing = ")" if suffix.startswith(")") else ""
    return f"{prefix}{number:0{width}d}{closing}"


@remembered
def is_ref(text: str) -> bool:
    """Whether a whole cell is one reference; blanks around its dash or slash do not matter."""
    line = LOOSE_MARK.sub(lambda mark: "/" if mark[1] == "/" else "-", flat(text))
    if line.upper() in not_refs() or DATE_LIKE.fullmatch(line) or POSTCODE.fullmatch(line):
        return False
    if WHOLE_CELL.fullmatch(line):
        return re.split(r"[^A-Za-z]", line)[0].upper() not in not_prefixes() - {"A"}
    if (two := OF_TWO_NUMBERS.fullmatch(line)) and two["letters"] not in not_prefixes() | families():
        return True
    match = START.fullmatch(line)
    return bool(match and _first(match, family_of(frozenset()), line, True))


def cut_off(text: str, *, known: Collection[str] = ()) -> list[str]:
    """Fragments of references that break off: the beginning of a known one, or ending in its mark."""
    family, at, gaps = family_of(frozenset(known)), 0, list[str]()
    for _, start, end in _groups(text, family):
        gaps.append(text[at:start])
        at = end
    pieces = (p.strip() for gap in [*gaps, text[at:]] for p in _BETWEEN.split(gap))
    return [p for p in pieces if _is_cut(p, family.beginnings)]


def _is_cut(piece: str, beginnings: frozenset[str]) -> bool:
    compact = piece.replace(" ", "")
    if not _BEGUN.fullmatch(compact):
        return False
    return compact in beginnings or bool(_CUT.fullmatch(compact))


def _groups(text: str, family: RefFamilies) -> Iterator[Span]:
    """The references of one head, and where their group begins and ends."""
    at = 0
    lone = bool(ONE_LETTER_LIST.fullmatch(text.strip()))
    shaped, loose = _Ahead(START, text), _Ahead(family.loose, text)
    while match := _first_of(loose.at(at), shaped.at(at)):
        item = _loose(match) if match.re is family.loose else _first(match, family, text, lone)
        if item is None:
            at = _after_word(text, match.start())
            continue
        items, at = follow(text, match.end(), item)
        yield [str(i) for i in items], match.start(), at


class _Ahead:
    """Matches of a pattern for one who only moves on in the text: none is looked for twice."""

    def __init__(self, pattern: re.Pattern[str] | None, text: str) -> None:
        self._pattern, self._text = pattern, text
        self._seen = pattern.search(text) if pattern else None

    def at(self, place: int) -> re.Match[str] | None:
        """The first match that begins here or behind."""
        if self._pattern and self._seen and self._seen.start() < place:
            self._seen = self._pattern.search(self._text, place)
        return self._seen


def _first_of(loose: re.Match[str] | None, shaped: re.Match[str] | None) -> re.Match[str] | None:
    """The next reference: in one of the shapes, or a known one with other marks."""
    return loose if loose and (shaped is None or loose.start() < shaped.start()) else shaped


def _loose(match: re.Match[str]) -> RefParts:
    return RefParts(f"{match['letters']}-", "", match["number"], match["suffix"])


def _first(match: re.Match[str], family: RefFamilies, text: str, lone: bool) -> RefParts | None:
    """The reference a match begins with, None when its letters or number tell that it is none."""
    letters = _letters(match[0])
    sure = letters in family.marks or letters in families()
    if not sure and (letters in not_prefixes() or match[0].upper() in not_refs()):
        return None
    if POSTCODE.match(text, match.start()) or (match["spaced"] and YEAR.fullmatch(match["p2"])):
        return None
    if match["two"] and len(match["t2"]) > 1 and not _is_second_word(match, sure or match[0] == text.strip()):
        return None
    if len(letters) == 1 and not sure and not lone:
        return None
    return _item(match, family.marks)


def _is_second_word(match: re.Match[str], sure: bool) -> bool:
    """Whether the second word of "LPI QX 10" belongs to the reference before it."""
    another = match["t2"] in not_prefixes() | families()
    return sure and not another


def _letters(text: str) -> str:
    """The capitals a text begins with."""
    return text[: len(text) - len(text.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))]


def _item(match: re.Match[str], marks: Mapping[str, str]) -> RefParts:
    """The parts of a match in canonical spelling."""
    g = match.groupdict()
    if g["hierarchical"]:
        return RefParts(f"{g['h1']}{g['h2'] or g['h3']}-", g["h4"], g["h5"])
    if g["dotted"]:
        return RefParts(g["d1"], g["d2"], g["d3"], g["d4"])
    if g["slashed"]:
        return RefParts(g["s1"], "", g["s2"], g["s3"])
    if g["dashed"]:
        return RefParts(g["m1"], "", g["m2"], g["m3"])
    if g["two"]:
        gap = g["t3"] if len(g["t2"]) > 1 else ""
        return RefParts(f"{g['t1']} ", g["t2"] + (gap and " "), g["t4"], g["t5"])
    letters = g["g1"] or g["p1"]
    spaced = bool(g["p1"]) or letters in national()
    printed = " " if spaced else ""
    mark = marks.get(letters, printed)
    mark = mark if mark in {"", " "} else printed
    return RefParts(letters + mark, "", g["g2"] or g["p2"], (g["g3"] or g["p3"]) or "")


def _after_word(text: str, at: int) -> int:
    word = re.compile(r"[A-Z]+|.", re.S).match(text, at)
    return word.end() if word else at + 1
