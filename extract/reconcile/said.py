"""Reconcile: a sentence comes in; each figure that it gives, and what it gives it for, goes out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from enum import Enum

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.normalise.words import whole_words
from agendapack.extract.reconcile.vocabulary import ordered
from agendapack.schemas import from_words

_FIGURE = re.compile(
    r"(?<![\w.,/-])(?P<money>[£€$]\s?)?(?P<figure>\d{1,3}(?:,\d{3})+|\d+)(?P<part>\.\d+)?"
    r"(?:\s?(?P<unit>%|per ?cent\b|(?:m|million|k|bn|billion)\b)|(?=[\s,;:.)]|$))",
    re.IGNORECASE,
)
_SHARE = re.compile(r"%|per ?cent", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_COUNTED = re.compile(r"\s+[a-z]+\s+(?:is|are|was|were|has\s+been|have\s+been|had\s+been)\b")
"""Behind a figure of how much there was: "3,214 tonnes were collected"."""
_BESIDE = re.compile(r"[^\W\d_],\s+$")
_PARAGRAPH = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+(?=[A-Z][a-z]|A\s)")
"""The number of a paragraph, before its first word."""
UNITS = {"k": 1000, "m": 1_000_000, "million": 1_000_000, "bn": 1_000_000_000, "billion": 1_000_000_000}
LEAD = 48
"""Characters before a figure in which it is said what the figure is."""


class FigureRole(Enum):
    """What a figure is said to be."""

    LEVEL = "level"
    """How much there is."""
    BEFORE = "before"
    """How much there was: "from 84%"."""
    CHANGE = "change"
    WANTED = "wanted"
    """A target, or a limit."""
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class SaidFigure:
    """A figure of a sentence, in units."""

    value: Decimal
    half: Decimal
    """Half of its last printed place."""
    text: str
    role: FigureRole
    start: int
    end: int
    share: bool
    money: bool
    noun: str
    """The word behind it."""
    wanted: str = ""
    """The word that makes it a target, a limit, a forecast."""

    @property
    def digits(self) -> str:
        return "".join(c for c in self.text if c.isdigit())


def figures_said(sentence: str) -> Iterator[SaidFigure]:
    """The figures of a sentence that are no years, dates or numbers of something."""
    for match in _FIGURE.finditer(sentence):
        if _YEAR.fullmatch(match[0].strip()) or _is_name(sentence, match):
            continue
        value = Decimal(match["figure"].replace(",", "") + (match["part"] or ""))
        unit = UNITS.get((match["unit"] or "").lower(), 1)
        half = Decimal(5).scaleb(int(value.as_tuple().exponent) - 1) * unit
        noun = re.match(r"\s+([a-z][a-z-]{2,})", sentence[match.end() :])
        text = " ".join(match[0].split())
        role, wanted = _role(sentence, match)
        yield SaidFigure(
            value * unit,
            half,
            text,
            role,
            match.start(),
            match.end(),
            bool(_SHARE.match(match["unit"] or "")),
            bool(match["money"]),
            noun[1] if noun else "",
            wanted,
        )


def _is_name(sentence: str, match: re.Match[str]) -> bool:
    """Whether the figure names something: a day, a quarter, a table, the paragraph that it begins."""
    begins = _PARAGRAPH.match(sentence)
    if begins and match.end() <= begins.end():
        return True
    before, after = (
        sentence[max(0, match.start() - 24) : match.start()],
        sentence[match.end() : match.end() + 16],
    )
    names, months = _names()
    named = names.search(before) or months.match(after)
    return bool(named) and not (match["unit"] or match["money"] or "," in match["figure"])


def _role(sentence: str, match: re.Match[str]) -> tuple[FigureRole, str]:
    """What a figure is said to be, and the word for what is wanted."""
    before, after = sentence[max(0, match.start() - LEAD) : match.start()], sentence[match.end() :]
    beside = _BESIDE.search(before) and after.startswith(",")  # "a record number of homes, 131, was built"
    before = re.split(r"[,;(]\s|\band\b", before)[-1] if not before.rstrip().endswith("and") else before
    level, change, wanted, moved, bound = _leads()
    if moved.match(after):
        return FigureRole.CHANGE, ""
    if found := bound.match(after):  # "2.5 minutes or less"
        return FigureRole.WANTED, found[1].casefold()
    if found := wanted.search(before) or wanted.match(after.lstrip()):
        return FigureRole.WANTED, found[0].casefold()
    if change.search(before):
        return FigureRole.CHANGE, ""
    if re.search(r"\bfrom\s+(?:about\s+)?$", before):
        return FigureRole.BEFORE, ""
    return (
        FigureRole.LEVEL if level.search(before) or _COUNTED.match(after) or beside else FigureRole.OTHER
    ), ""


@from_words
def _leads() -> tuple[re.Pattern[str], ...]:
    level, change, wanted, moved, bound = (
        whole_words(ordered("counts", key))
        for key in ("before_level", "before_change", "of_what_is_wanted", "after_change", "bounds_behind")
    )
    return (
        re.compile(rf"(?:{level})\s+$", re.IGNORECASE),
        re.compile(rf"(?:{change})\s+$", re.IGNORECASE),
        re.compile(rf"(?:{wanted})", re.IGNORECASE),
        re.compile(rf"\s*(?:{moved})", re.IGNORECASE),
        re.compile(rf"(?:\s+[^\W\d_]+)?\s+({bound})", re.IGNORECASE),
    )


@from_words
def _names() -> tuple[re.Pattern[str], re.Pattern[str]]:
    names, months = whole_words(ordered("counts", "numbered_things")), any_month()
    return re.compile(rf"(?:{names}|(?<!\w){months})\s+$", re.IGNORECASE), re.compile(
        rf"(?:st|nd|rd|th)?\s+(?:of\s+)?{months}", re.IGNORECASE
    )


def any_month() -> str:
    """The names of the months, in short too."""
    ends = (
        "jan:uary feb:ruary mar:ch apr:il may: jun:e jul:y aug:ust sept?:ember oct:ober nov:ember dec:ember"
    )
    return rf"(?:{'|'.join(f'{m}(?:{rest})?' for m, rest in (end.split(':') for end in ends.split()))})\b"
