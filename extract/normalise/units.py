"""Normalise: printed units in, the unit names of the datasets out."""

from __future__ import annotations

import re

from agendapack.extract.normalise.words import any_of, flat, whole_words
from agendapack.schemas import from_words, remembered, vocabulary

_TIMES = frozenset({"seconds", "minutes", "hours", "days", "weeks", "months", "years"})
_QUANTITIES = frozenset(
    {"tonnes", "kilotonnes", "kg", "kwh", "mwh", "gwh", "tco2e", "miles", "km", "m2", "m3", "km2", "hectares"}
)
_MONEY = ("gbp_thousand", "gbp_million", "gbp_billion", "gbp")


@from_words
def printed_units() -> dict[str, str]:
    """Every printed form of a unit, lower case, to its name."""
    return {form.lower(): name for name, forms in vocabulary("units")["words"].items() for form in forms}


@from_words
def scale_names() -> dict[str, str]:
    """Every printed form of thousand, million and billion."""
    return {form: name for name, forms in vocabulary("units")["scales"].items() for form in forms}


@from_words
def rate_pattern() -> re.Pattern[str]:
    """The pattern of a rate such as "per 1,000", its number out of the list of bases."""
    words = vocabulary("units")
    bases = any_of(f"{base:,}" for base in words["rate_bases"]) + "|" + any_of(map(str, words["rate_bases"]))
    short = any_of(f"{base}k" for base in words["rate_bases_k"])
    return re.compile(rf"{any_of(words['rate'])}\s*(?P<base>{short}|{bases})(?!\w|,\d)", re.I)


@from_words
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], dict[str, re.Pattern[str]]]:
    words = vocabulary("units")
    forms = printed_units()
    plain = [f for f in forms if re.fullmatch(r"[^\d£]{2,}|%", f)]
    money = [f for f in forms if forms[f] in _MONEY]
    when = {name.removesuffix("s") for name in _TIMES}  # one "year" says when, as in "collected in year"
    said = [f for f in forms if forms[f] in _TIMES | _QUANTITIES and len(f) > 2 and f.lower() not in when]
    times = whole_words(said)
    plural = whole_words(f for f in said if forms[f] in _QUANTITIES or f.endswith("s") and len(f) > 3)
    # "in the year" and "each day" say when, not what is counted
    between = r"(?:(?!(?:the|an?|each|any|this|last|per|one)\b)[a-z]+\s+)?"
    out = whole_words(words["measures_out"])
    measured = re.compile(
        rf"(?<!\d\s)(?<!\d){whole_words(words['measured_in'])}\s+{between}(?P<unit>{times})"
        rf"|^(?P<unit2>{plural})(?![-\s]*(?:end|to date)|\s?/)|(?<!\d\s)(?<!\d)(?P<unit3>{plural})\s+{out}",
        re.I,
    )
    end = r"(?=\s*(?:$|[–—,;(]|-\s))"
    behind_in = any_of(f for f in plain if f.lower() not in when)
    in_brackets = re.compile(
        rf"\(\s*(?:in\s+)?(?P<unit>{any_of(forms)})\s*\)|\bin\s+(?P<unit2>{behind_in}){end}", re.I
    )
    sums = re.compile(rf"(?P<unit>{any_of(m for m in money if '£' in m)})(?!\w)", re.I)
    defined = {name: re.compile(_edge(list(found)), re.I) for name, found in words["definition"].items()}
    return in_brackets, sums, measured, defined


def _edge(forms: list[str]) -> str:
    """Words stand alone; a sign such as % may touch its neighbours."""
    return "|".join(whole_words([f]) if f[0].isalpha() else any_of([f]) for f in forms)


def unit_name(printed: str) -> str:
    """The unit a printed form stands for, empty when it is none."""
    return printed_units().get(flat(printed).lower(), "")


def rate_unit(text: str) -> str:
    """rate_per_1000 and the like when the text names a rate."""
    found = rate_pattern().search(text)
    return f"rate_per_{found['base'].lower().replace(',', '').replace('k', '000')}" if found else ""


def bracketed_unit(text: str) -> str:
    """The unit that a text gives in brackets or after "in": "Waste sent to landfill (tonnes)"."""
    found = [m.group("unit", "unit2") for m in _patterns()[0].finditer(flat(text))]
    return next((unit_name(name) for named in zip(*found, strict=True) for name in named if name), "")


@remembered
def unit_of(text: str) -> str:
    """The unit a column head, a table title or a definition gives its values, empty when it gives none."""
    line = flat(text)
    if name := unit_name(line.strip(" ()")):
        return name
    _, sums, measured, defined = _patterns()
    if name := bracketed_unit(line):
        return name
    if name := rate_unit(line):
        return name
    if (found := sums.search(line)) and not line[found.end() :][:1].isdigit():
        return unit_name(found["unit"])
    if found := measured.search(line):
        return unit_name(found["unit"] or found["unit2"] or found["unit3"])
    first = [(f.start(), -f.end(), name) for name, p in defined.items() if (f := p.search(line))]
    return min(first)[2] if first else ""
