"""References between records outside columns for them: in a record's text, or in another's reference."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from agendapack.extract.model import Action, Risk
from agendapack.extract.normalise.refs import find_refs
from agendapack.extract.normalise.words import whole_words
from agendapack.extract.records.own_refs import OwnRefs
from agendapack.schemas import from_words, vocabulary

_LISTED = re.compile(r"[\s,;&]*(?:\band\s+)?")


def cited(texts: Iterable[str], kinds: OwnRefs) -> dict[str, tuple[str, ...]]:
    """The references in some texts by the kind of record that they name.

    `kinds` are those of the pack's rows; a reference of no row is of the kind that the words before it
    say, or of the one that it is listed with.
    """
    found = defaultdict[str, list[str]](list)
    for text in texts:
        kind, end = "", 0
        for ref in find_refs(text, known=kinds.known):
            at = text.find(ref.raw, end)
            before = text[end : max(at, end)]
            listed = kind if _LISTED.fullmatch(before) else ""
            kind = kinds.get(ref.ref) or _kind_named(before) or listed
            end = max(end, at + len(ref.raw))
            if kind:
                found[kind].append(ref.ref)
    return {kind: tuple(dict.fromkeys(refs)) for kind, refs in found.items()}


def _kind_named(before: str) -> str:
    """The kind of record that the words right before a reference name: "(Strategic Risk SR4)"."""
    return next((kind for kind, words in _names().items() if words.search(before)), "")


@from_words
def _names() -> dict[str, re.Pattern[str]]:
    return {
        kind: re.compile(rf"{whole_words(said['cited_as'])}\W{{0,3}}$", re.IGNORECASE)
        for kind, said in vocabulary("tables").items()
        if "cited_as" in said
    }


def with_numbered_under(actions: Sequence[Action], risks: Sequence[Risk]) -> tuple[list[Action], list[Risk]]:
    """Actions and risks that cite each other by the reference alone: "SR01-A2" is for the risk "SR01"."""
    refs = {r.risk_ref for r in risks if _is_telling(r.risk_ref)}
    of_risk = defaultdict[str, list[str]](list)
    named: list[Action] = []
    for action in actions:
        over = _over(action.action_ref, refs)
        if over and not action.risk_refs:
            action = replace(action, risk_refs=(over,))
        if over:
            of_risk[over].append(action.action_ref)
        named.append(action)
    return named, [
        replace(r, action_refs=tuple(dict.fromkeys(of_risk[r.risk_ref])))
        if r.risk_ref in of_risk and not r.action_refs
        else r
        for r in risks
    ]


def _is_telling(ref: str) -> bool:
    """Whether a reference is more than a number or a letter, with which others may begin by chance."""
    return any(map(str.isalpha, ref)) and any(map(str.isdigit, ref))


def _over(ref: str, refs: Collection[str]) -> str:
    """The one of some references that another one goes on from behind a mark."""
    marks = (at for at, sign in enumerate(ref) if sign in "-./ ")
    return next((ref[:at] for at in sorted(marks, reverse=True) if ref[:at] in refs), "")


def goes_on_from(own: str, texts: Iterable[str]) -> tuple[str, ...]:
    """The references in some texts that begin with a record's own: "SR04-A1 to SR04-A3" of "SR04"."""
    if not _is_telling(own):
        return ()
    of_own = re.compile(rf"(?<!\w){re.escape(own)}[-./ ][A-Za-z]{{0,3}}\d{{1,3}}(?!\w)")
    found = [ref.ref for text in texts for ref in find_refs(text, known=frozenset(of_own.findall(text)))]
    return tuple(dict.fromkeys(ref for ref in found if _over(ref, (own,))))
