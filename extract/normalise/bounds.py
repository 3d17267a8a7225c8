"""Normalise: words and signs that bound a number or make it inexact, for `values`."""

from __future__ import annotations

import re

from agendapack.extract.normalise.words import any_of, flat, whole_words
from agendapack.schemas import from_words, vocabulary


def edged(forms: list[str]) -> str:
    """Words stand alone; an abbreviation with its stop begins a word; signs may touch anything."""
    words = [f for f in forms if f[0].isalpha() and f[-1].isalpha()]
    stopped = [f for f in forms if f[0].isalpha() and f not in words]
    signs = [f for f in forms if not f[0].isalpha()]
    kinds = [(whole_words, words), (lambda found: rf"(?<!\w){any_of(found)}", stopped), (any_of, signs)]
    return rf"(?:{'|'.join(pattern(found) for pattern, found in kinds if found)})"


def words_of_bounds() -> list[str]:
    """All words that may bound a number."""
    bounds = vocabulary("values")["bounds"]
    return [form for place in bounds.values() for forms in place.values() for form in forms]


@from_words
def _bounds() -> re.Pattern[str]:
    """One or more before a number, or one at the end."""
    words = vocabulary("values")["bounds"]
    before, after = (
        [form for forms in words[place].values() for form in forms] for place in ("before", "after")
    )
    return re.compile(rf"^\s*(?:{edged(before)}\s*)+(?=£?\d)|\s*{edged(after)}\s*$", re.I)


def unbounded(text: str) -> str:
    """The text without the words that bound its number."""
    return flat(_bounds().sub(" ", text))


def is_bounded(text: str) -> bool:
    """Whether words bound the number of the text."""
    return bool(_bounds().search(text))


@from_words
def _signs() -> tuple[dict[str, str], re.Pattern[str]]:
    """Every word of a bound with its sign, and what makes a number inexact."""
    said = vocabulary("values")
    signs = {
        form: sign for place in said["bounds"].values() for sign, forms in place.items() for form in forms
    }
    return signs, re.compile(edged(list(said["inexact"])), re.I)


def qualifier_of(text: str) -> str:
    """<, >, ≤, ≥ or ~ where words or signs say so of the text's number; empty for a plain one."""
    line = flat(text)
    signs, inexact = _signs()
    found = _bounds().search(line)
    if found and (sign := _longest(found[0].strip().casefold(), signs)):
        return sign
    return "~" if inexact.search(line) else ""


def _longest(said: str, signs: dict[str, str]) -> str:
    whole = [form for form in signs if form in said]
    return signs[max(whole, key=len)] if whole else ""
