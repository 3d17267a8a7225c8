"""Normalise: the text of a value cell in; number, unit and status out, one for each labelled part."""

from __future__ import annotations

import re

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.normalise.bounds import edged, is_bounded, qualifier_of, unbounded, words_of_bounds
from agendapack.extract.normalise.durations import duration
from agendapack.extract.normalise.periods import parse_period
from agendapack.extract.normalise.rag import rag_of_text
from agendapack.extract.normalise.units import (
    printed_units,
    rate_pattern,
    rate_unit,
    scale_names,
    unit_name,
    unit_of,
)
from agendapack.extract.normalise.words import LONGEST_VALUE, any_of, flat, whole_words
from agendapack.extract.normalise.years import month_numbers
from agendapack.schemas import from_words, vocabulary

__all__ = ["Value", "parse_value", "unit_of"]


@dataclass(frozen=True, slots=True)
class Value:
    """One printed value."""

    component: str
    """The label of this part of the cell, empty when the cell holds one value."""
    text: str
    """As printed, without the label and the mark of a footnote."""
    value: float | None
    unit: str
    status: str
    """What is said of the number or instead of it: reported, revised, pending, suppressed, not_parsed, …"""
    qualifier: str = ""
    """<, >, ≤, ≥ or ~ where the number is a bound or inexact."""
    mark: str = ""
    """The mark of a footnote behind it, which is no part of the text."""


_DIGITS = r"(?>\d{1,3}(?:,\d{3}){1,4}(?:\.\d+)?|\d{1,15}(?:\.\d+)?|\.\d+)"
_FOOTNOTE = re.compile(r"(?<=[\d%)A-Za-z])\s?[*†‡§¹²³⁴⁵⁶⁷⁸⁹]+$")
_REMARK = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])")
_ARROWS = re.compile(r"[↑↓→←▲▼►◄↗↘⬆⬇➔]")
_CLOCK = re.compile(r"(\d{1,3}):(\d\d):(\d\d)(?:\.\d+)?")
_RATIO = re.compile(r"\d+(?:\.\d+)?\s?(?::|in)\s?\d+(?:\.\d+)?", re.I)
_SPAN = re.compile(rf"£?{_DIGITS}\s*\S{{0,2}}\s*(?:-|–|—|to)\s*£?{_DIGITS}\s*[^\d\s]*(?:\s+[a-z]+)?", re.I)
_FIGURE = re.compile(r"\d")
_POINT_FIRST = re.compile(r"\.\d")
_FRACTIONS = {"½": ".5", "¼": ".25", "¾": ".75"}
_FRACTION = re.compile(r"(?<=\d)\s?[½¼¾]")
_MINUTES = re.compile(r"(\d{1,3}):([0-5]\d)")
# Up to this a bare "<5" hides a small number of people and is no bound.
LARGEST_SUPPRESSED = 10
# A word of at least this many letters behind a number says what is counted.
SHORTEST_NOUN = 3


def parse_value(text: str, *, column_unit: str = "", hint: str = "") -> list[Value]:
    """Read a cell; a bare number takes the column's unit, else what `hint` (a definition or title) says."""
    if len(text) > LONGEST_VALUE:
        return [Value("", flat(text), None, "", "not_parsed")]
    unit = column_unit or (unit_of(hint) if hint else "")
    parts = _labelled(text) or _followed(text)
    if parts:
        return [_value(part, label, unit) for label, part in parts]
    return [_value(flat(text), "", unit)]


_LABEL = r"[A-Z][\w&'’/+-]*(?:[ ][A-Za-z&(][\w&'’/)+-]*){0,4}"
_PART = re.compile(
    rf"\s*(?P<label>{_LABEL}?)\s*[:=–-]?\s*(?P<value>[<>≤≥~-]?\s?£?{_DIGITS}\s?(?:%|[mk]\b|bn\b)?)\s*(?:[,;/|]|$|(?=\s))"
)


def _labelled(text: str) -> list[tuple[str, str]]:
    """Label and value of each part of "Reading 5.9% Writing 6.4%"; nothing for any other cell."""
    line, at, parts = flat(text), 0, list[tuple[str, str]]()
    while at < len(line):
        found = _PART.match(line, at)
        if not found or _is_no_label(found["label"]):
            return []
        parts.append((found["label"].strip(), found["value"].strip()))
        at = found.end()
    return parts if len({label for label, _ in parts}) == len(parts) >= 2 else []


_BEHIND = re.compile(
    rf"(?P<value>[<>≤≥~]?\s?(?:£{_DIGITS}\s?(?:[mk]\b|bn\b)?|{_DIGITS}\s?%))\s*"
    r"(?P<label>[a-z][\w&'’/+-]*(?:[ ][a-z&][\w&'’/+-]*){0,2})\s*(?:[,;.]\s*(?:and\s+)?|$)"
)


def _followed(text: str) -> list[tuple[str, str]]:
    """Label and value of each part of "90% industrial, 80% retail."; nothing for any other cell."""
    line = flat(text)
    found = list(_BEHIND.finditer(line))
    labels = {part["label"] for part in found}
    whole = sum(part.end() - part.start() for part in found) == len(line)
    if not whole or not len(labels) == len(found) >= 2 or any(map(_is_no_label, labels)):
        return []
    return [(part["label"], part["value"].strip()) for part in found]


def _is_no_label(label: str) -> bool:
    line = label.lower()
    return bool(
        rag_of_text(label)
        or line in month_numbers()
        or line in _statuses()
        or _signs().fullmatch(line)
        or unit_name(line)
    )


@from_words
def _statuses() -> dict[str, str]:
    return {flat(w).lower(): name for name, words in vocabulary("values")["status"].items() for w in words}


@from_words
def _signs() -> re.Pattern[str]:
    """Words that bound, estimate or change a number."""
    words = vocabulary("values")
    marks = [m for found in words["marks"].values() for m in found]
    return re.compile(edged(words_of_bounds() + words["changes"] + marks), re.I)


@from_words
def _marks() -> list[tuple[str, re.Pattern[str]]]:
    return [(name, re.compile(edged(m), re.I)) for name, m in vocabulary("values")["marks"].items()]


@from_words
def _changes() -> re.Pattern[str]:
    return re.compile(edged(vocabulary("values")["changes"]), re.I)


def _value(text: str, component: str, unit: str) -> Value:
    """Read one value printed on one line."""
    text, mark = _marked(text)
    lettered, bare = _lettered(text)
    bare = _without_footnote(bare)
    word = _REMARK.sub("", bare).strip() or bare
    status = _statuses().get(bare.lower()) or _statuses().get(word.lower())
    if status:
        return Value(component, text, None, "", status, mark=mark)
    number, printed = _number(bare, unit)
    status = lettered or status_named(bare) or "reported"
    qualifier = qualifier_of(bare) if _FIGURE.search(bare) else ""  # "B+" is a grade
    if number is None and not printed and _counts_as_unread(bare):
        status = "not_parsed"
    elif number is None and qualifier == "<":
        status = "suppressed"
    unit = printed or (unit if number is not None else "")
    return Value(component, text, number, unit, status, qualifier, mark)


def status_named(text: str) -> str:
    """provisional, revised, final or estimated, where a word of the text says so of its figures."""
    return next((name for name, mark in _marks() if mark.search(text)), "")


def _lettered(text: str) -> tuple[str, str]:
    """What a raised or bracketed letter behind the number says of it, and the text without it."""
    found = _letter().search(text)
    if not found:
        return "", text
    words = vocabulary("values")
    return words["letters"][words["raised"].get(found[1], found[1])], text[: found.start()]


@from_words
def _letter() -> re.Pattern[str]:
    words = vocabulary("values")
    raised, plain = any_of(words["raised"]), any_of(words["letters"])
    return re.compile(rf"(?<=[\d%)A-Za-z])\s?\(?({raised}|(?<=\(){plain})\)?\s?$")


def _without_footnote(text: str) -> str:
    """The text without the mark of a footnote; the raised figure of a unit ("m²") is none."""
    *_, last = text.split() or [""]
    unit = unit_name(re.sub(r"^[\d.,]+", "", last))
    return text.strip() if unit else _FOOTNOTE.sub("", text).strip()


def _marked(text: str) -> tuple[str, str]:
    """The text and the mark of a footnote behind it."""
    bare = _without_footnote(text)
    mark = text[len(bare) :].strip()
    return (bare, mark) if mark and text.startswith(bare) else (text, "")


def _counts_as_unread(text: str) -> bool:
    """Whether a text without a number read holds digits that are neither a span nor a change."""
    plain = _REMARK.sub("", text)
    said = _SPAN.search(plain) or _changes().search(plain) or is_bounded(plain) or _RATIO.fullmatch(plain)
    return bool(_FIGURE.search(plain)) and not said


def _number(text: str, unit: str) -> tuple[float | None, str]:
    """The number and the unit printed with it; no number when the text holds none, several or a change."""
    if clock := _CLOCK.fullmatch(text):
        hours, minutes, seconds = map(int, clock.groups())
        return float(3600 * hours + 60 * minutes + seconds), "seconds"
    if length := duration(text):
        return length
    if (clock := _MINUTES.fullmatch(text)) and unit in ("minutes", "seconds"):
        return float(60 * int(clock[1]) + int(clock[2])), "seconds"
    negative = re.fullmatch(rf"(£?)\(\s*(£?\s*{_DIGITS}\s*[^\s()]*)\s*\)([mk]|bn)?", text)
    plain = f"-{negative[1]}{negative[2]}{negative[3] or ''}" if negative else _stripped(text)
    if re.fullmatch(rf"<\s*{_DIGITS}", plain) and not unit and _as_float(plain[1:]) <= LARGEST_SUPPRESSED:
        return None, ""
    plain = unbounded(plain)
    if _changes().search(plain) or _SPAN.fullmatch(plain):
        return None, ""
    return (None, "") if _RATIO.fullmatch(plain) else _read(plain, unit)


@from_words
def _by() -> re.Pattern[str]:
    return re.compile(rf"\s+{whole_words(vocabulary('values')['by'])}\s+", re.I)


def _as_float(digits: str) -> float:
    return float(digits.replace(",", ""))


def _stripped(text: str) -> str:
    """The text without remarks in brackets, arrows, ratings and words such as "provisional"."""
    plain = _FRACTION.sub(lambda m: _FRACTIONS[m[0].strip()], text.replace("−", "-").replace("–", "-"))
    plain = _ARROWS.sub(" ", _REMARK.sub(" ", plain))
    if (found := _by().search(plain)) and parse_period(plain[found.end() :]):
        plain = plain[: found.start()]
    for _, mark in _marks():
        plain = mark.sub(" ", plain)
    said = rag_of_text(plain)
    plain = re.sub(whole_words([said]), " ", plain, flags=re.I) if said else plain
    plain = flat(_without_footnote(plain)).rstrip(" :;,.").lstrip(" :;,")
    return plain if _POINT_FIRST.match(plain) else plain.lstrip(" :;,.")


_ONE_NUMBER = re.compile(
    rf"(?P<sign>[-+]?)\s?(?P<money>£?)\s?(?P<sign2>-?)(?P<digits>{_DIGITS})\s?(?P<rest>[^\d].*)?"
)


def _read(plain: str, unit: str) -> tuple[float | None, str]:
    """Sign, number and unit of a text that begins with the number."""
    found = _ONE_NUMBER.fullmatch(plain)
    if not found:
        return None, ""
    rest = (found["rest"] or "").strip()
    after = rate_pattern().sub("", rest)
    first, _, more = after.partition(" ")
    after = "" if unit_name(after) else more if first.lower() in printed_units() else after
    if _FIGURE.search(after) or _glued(found, rest):
        return None, ""
    printed = _unit(found["money"], rest, unit)
    number = _as_float(found["digits"])
    return (-number if "-" in (found["sign"], found["sign2"]) else number), printed


def _glued(found: re.Match[str], rest: str) -> bool:
    """Whether letters that are no unit stick to the number: "3rd", "4a"."""
    first = rest.split()[0].strip(".,").lower() if rest else ""
    touching = bool(rest) and found.string[found.end("digits")] != " "
    return touching and first[:1].isalpha() and first not in printed_units() | scale_names()


def _unit(money: str, rest: str, column_unit: str) -> str:
    """The unit printed with a number: empty when there is none, count for things counted."""
    if name := rate_unit(rest):
        return name
    first = rest.split()[0].strip(".,") if rest else ""
    scale = scale_names().get(first.lower())
    if money:
        if scale:
            return f"gbp_{scale}"
        return column_unit if column_unit.startswith("gbp") else "gbp"
    if not rest:
        return ""
    if scale and not unit_name(rest):
        return f"gbp_{scale}" if column_unit.startswith("gbp") else f"count_{scale}"
    forms = printed_units()
    known = next((forms[r] for r in (rest.lower().strip("."), first.lower(), rest[:1]) if r in forms), "")
    return known or ("count" if first.isalpha() and first.islower() and len(first) >= SHORTEST_NOUN else "")
