"""Reconcile: a text and the label above it come in; its refs go out, each with what it is a ref of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.normalise.ref_families import unmarked
from agendapack.extract.normalise.ref_tokens import shape
from agendapack.extract.normalise.refs import find_refs, unbroken
from agendapack.extract.normalise.words import whole_words
from agendapack.extract.reconcile.numbered import numbered
from agendapack.extract.reconcile.targets import KINDS, Targets, family
from agendapack.schemas import from_words, vocabulary

_DIGIT = re.compile(r"\d")
_NO_WORDS = re.compile(r"(?:\W|\b(?:and|or|to)\b)*", re.IGNORECASE)
_BEGINS = re.compile(r"(?:^|[;•|)])\s*$")
_TITLE = re.compile(r"[\s:–-]{1,3}[A-Z][\w’'-]*\s+[a-z]")
NEAR = 40
"""Characters before a ref in which a word may say what it is."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A ref that a text prints."""

    kind: str
    ref: str
    raw: str
    introduced: bool = False
    """Whether a part of the text begins with it and goes on as a title does: "SR4-A1 Clear the gullies"."""
    pointed: bool = False
    """Whether the text points to it, or holds nothing else."""


def citations(text: str, targets: Targets, label: str = "") -> Iterator[Citation]:
    """Every ref of the text that the pack defines, or should define by its shape or the words before it."""
    line = " ".join(unbroken(text).split())
    if not _DIGIT.search(line):
        return
    found = find_refs(line, known=targets.known)
    alone = _nothing_else(line, [ref.raw for ref in found])
    said, before, at = said_by(label) if alone else "", "", 0
    for ref in found:
        start = line.find(ref.raw, at)
        if start >= 0:
            of_list = family(ref.ref) == before if before else True
            carried = said if of_list and _NO_WORDS.fullmatch(line[at:start]) else ""
            said = _said(line[max(at, start - NEAR) : start], ref.ref) or carried
            at = start + len(ref.raw)
        cited = _without_name(ref.ref, targets)
        pointed = alone or (start >= 0 and bool(_pointer().search(line[:start])))
        if kind := targets.kind_of(cited, said, pointed=pointed):
            if not said and cited in targets.known:
                said, before = kind, family(ref.ref)
            introduced = start >= 0 and _BEGINS.search(line[:start]) and _TITLE.match(line, at)
            yield Citation(kind, cited, ref.raw, bool(introduced), pointed)
    yield from (Citation(*number) for number in numbered(line, targets, label))


def said_by(text: str) -> str:
    """The kind of row that a label such as "Linked KPIs" speaks of, if of one kind."""
    kinds = {kind for kind in KINDS if _names()[kind].search(text)}
    return kinds.pop() if len(kinds) == 1 else ""


def _nothing_else(line: str, raws: list[str]) -> bool:
    """Whether a text holds nothing but refs: then the label above it says what they are."""
    for raw in raws:
        line = line.replace(raw, " ", 1)
    return bool(_NO_WORDS.fullmatch(line))


def _without_name(ref: str, targets: Targets) -> str:
    """The ref of the pack behind a word for its kind: "CM 8" of "KPI CM 8"."""
    name, _, rest = ref.partition(" ")
    named = rest and said_by(name) and ref not in targets.known
    return rest if named and (rest in targets.known or shape(unmarked(rest)) in targets.shapes) else ref


def _said(before: str, ref: str) -> str:
    own = said_by(family(ref))
    return own or next((kind for kind in KINDS if _nouns()[kind].search(before)), "")


@from_words
def _names() -> dict[str, re.Pattern[str]]:
    return {
        kind: re.compile(whole_words(names), re.IGNORECASE)
        for kind, names in vocabulary("refs")["names"].items()
    }


@from_words
def _pointer() -> re.Pattern[str]:
    """What stands before a ref that a text points to: "(", "see", "linked to"."""
    return re.compile(rf"(?:[(\[]|{whole_words(vocabulary('refs')['pointers'])}:?)\s*$", re.IGNORECASE)


@from_words
def _nouns() -> dict[str, re.Pattern[str]]:
    """A name at the end of the words before a ref, with what may stand between: "risk ref: "."""
    return {
        kind: re.compile(
            rf"{whole_words(names)}\W*(?:\b(?:refs?|references?|nos?|numbers?)\b\W*)?$", re.IGNORECASE
        )
        for kind, names in vocabulary("refs")["names"].items()
    }
