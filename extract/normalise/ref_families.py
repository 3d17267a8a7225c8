"""What the references that a pack knows tell about the letters, marks and spelling of others, for `refs`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.normalise.ref_shapes import DASH, START
from agendapack.extract.normalise.ref_tokens import Tokens, tokens
from agendapack.extract.normalise.words import any_of

MARKS = rf"(?:\s|{DASH}|[−_./])"
"""What may stand between the letters of a reference and its number, and be left out or be another."""
_AFTER_LETTERS = re.compile(rf"(?<=[^\W\d_]){MARKS}+(?=\w)")
_NOUGHTS = re.compile(r"(?<=[^\W\d_])0+(?=\d)")
_SIMPLE = re.compile(rf"(?P<letters>[A-Z]{{1,5}}){MARKS}*\d{{1,4}}[A-Za-z]?")
_HEAD = re.compile(r"([A-Z]+)([ /-]?)\w")


@dataclass(frozen=True, slots=True)
class RefFamilies:
    """What known references tell about others."""

    known: frozenset[str]
    marks: Mapping[str, str]
    """Letters to the mark printed behind them: "NI" to " ", "CR" to "-"."""
    beginnings: frozenset[str]
    """Every way a known reference may break off, without blanks."""
    plain: Tokens
    """Known references of a shape that is not recognised by itself ("1.2.3", "Hsg-4")."""
    loose: re.Pattern[str] | None
    """References with the letters of known ones and marks that make none elsewhere ("SR – 01")."""
    spelt: Mapping[str, str]
    """Known references by what is left without marks and noughts, where that is one."""

    def spelling(self, ref: str) -> str:
        """The known reference that differs by marks and noughts at most; else the given one."""
        return ref if ref in self.known else self.spelt.get(unmarked(ref), ref)


@lru_cache(maxsize=64)
def family_of(known: frozenset[str]) -> RefFamilies:
    """What these references tell."""
    heads = (_HEAD.match(ref) for ref in sorted(known))
    compact = [ref.replace(" ", "") for ref in known]
    plain = [ref for ref in known if not START.fullmatch(ref) and not ref.isdigit() and re.search(r"\d", ref)]
    simple = {match["letters"] for ref in known if (match := _SIMPLE.fullmatch(ref))}
    return RefFamilies(
        known,
        {m[1]: m[2] for m in heads if m},
        frozenset(c[:n] for c in compact for n in range(2, len(c))),
        tokens(plain),
        _with_marks(simple) if simple else None,
        _by_letters_and_numbers(known),
    )


@lru_cache(maxsize=4096)
def unmarked(ref: str) -> str:
    """A reference without marks and noughts behind its letters: "SR – 01", "SR01" and "SR1" are one."""
    return _NOUGHTS.sub("", _AFTER_LETTERS.sub("", ref.strip())).upper()


def _with_marks(letters: Iterable[str]) -> re.Pattern[str]:
    """References of such letters whatever the mark, unless the number goes on in words."""
    number = r"(?P<number>\d{1,4})(?P<suffix>[a-z]?)(?![.]?\d|\w|\s*%)(?!\s*(?!(?:and|to|or)\b)[a-z])"
    return re.compile(rf"(?<![\w£/.-])(?P<letters>{any_of(letters)})\s*(?:{DASH}|[−_])\s*{number}")


def _by_letters_and_numbers(known: Iterable[str]) -> dict[str, str]:
    spellings = defaultdict[str, list[str]](list)
    for ref in known:
        spellings[unmarked(ref)].append(ref)
    return {bare: refs[0] for bare, refs in spellings.items() if len(refs) == 1}
