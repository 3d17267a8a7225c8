"""Reconcile: the rows of a pack come in; what can be cited, and which kind of row a ref means, goes out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Action, Indicator, PackResult, Risk
from agendapack.extract.normalise.ref_families import unmarked
from agendapack.extract.normalise.ref_tokens import shape
from agendapack.extract.normalise.refs import cut_off, split_ref
from agendapack.extract.reconcile.rows import grouped, one_set
from agendapack.extract.reconcile.vocabulary import numbers, words

Target = Action | Indicator | Risk
KINDS = ("action", "indicator", "risk")
UNKNOWN = "unknown ref"
CUT_OFF = "cut-off ref"
OTHER_PLAN = "other plan only"
OTHER_REGISTER = "register of another body"
MIN_LETTERS = 2
"""Letters of a ref that is taken for one though nothing defines it and nothing points to it."""
_NO_WORD = re.compile(r"\W+")
_MARK = re.compile(r"[-./ –]+")


@dataclass(frozen=True, slots=True)
class Targets:
    """What can be cited: rows by kind and ref, the families and shapes of each kind, the outcome headings."""

    rows: Mapping[str, Mapping[str, tuple[Target, ...]]]
    families: Mapping[str, frozenset[str]]
    shapes: Mapping[str, str]
    """Kind by the shape of the refs that the pack defines."""
    plans: Mapping[str, frozenset[str]]
    outcomes: Mapping[str, str]
    known: frozenset[str]
    wholes: frozenset[str]
    """What refs of parts are parts of: "RP02" of "RP02(1)", by which the parts together are meant."""

    def kind_of(self, ref: str, said: str = "", *, pointed: bool = False) -> str:
        """The kind of row a ref means, given what the text around it says; empty when it is no ref here.

        One that nothing defines needs letters, or a text that points to it: "A12" may be a road, "(see A12)"
        is none where A1 to A9 are actions.
        """
        defined = [kind for kind in KINDS if ref in self.rows[kind]]
        if said and (said in defined or not defined):
            return said
        if defined:
            return defined[0]
        if ref in self.wholes:
            return ""
        letters = sum(c.isalpha() for c in ref)
        kind = "indicator" if national(ref) else self._kind_like(ref)
        sure = pointed or letters >= MIN_LETTERS
        return kind if sure and split_ref(ref)[1] != 0 else ""  # "A0" is "A07" torn

    def _kind_like(self, ref: str) -> str:
        """The kind of the refs built like this one; of several the one that has its letters."""
        like = self.shapes.get(shape(unmarked(ref)), "")
        named = [kind for kind in KINDS if family(ref) in self.families[kind]]
        return named[0] if like and len(named) == 1 else like

    def above(self, row: Target, ref: str) -> Iterator[tuple[str, str]]:
        """Kind and ref of rows of another kind whose ref begins this one: "SR01" of "SR01-A2"."""
        for mark in _MARK.finditer(ref):
            for kind in KINDS:
                over = self.rows[kind].get(ref[: mark.start()], ())
                if over and not isinstance(over[0], type(row)):
                    yield kind, ref[: mark.start()]

    def resolved(self, plan: str, kind: str, ref: str) -> tuple[str, bool, str]:
        """Row id, whether there is a target, and what stands in the way."""
        if kind == "outcome":
            return self._heading(ref)
        rows = self.rows[kind].get(ref, ())
        own = [row for row in rows if row.plan == plan]
        if rows:
            elsewhere = not own and plan in self.plans[kind]
            return (own or rows)[0].source.row_id, True, OTHER_PLAN if elsewhere else ""
        if cut_off(ref):
            return "", False, CUT_OFF
        return "", False, UNKNOWN if self._has_register(kind, ref) else OTHER_REGISTER

    def _heading(self, title: str) -> tuple[str, bool, str]:
        wanted = squeezed(title)
        row_id = next((r for heading, r in self.outcomes.items() if heading.startswith(wanted)), None)
        return row_id or "", row_id is not None, "" if row_id is not None else UNKNOWN

    def _has_register(self, kind: str, ref: str) -> bool:
        return family(ref) in self.families[kind]


def targets(result: PackResult) -> Targets:
    """Indexed once for a pack."""
    rows: dict[str, Mapping[str, tuple[Target, ...]]] = {
        "action": grouped((a.action_ref, a) for a in result.actions if a.action_ref),
        "indicator": grouped((i.indicator_ref, i) for i in result.indicators if i.indicator_ref),
        "risk": grouped((r.risk_ref, r) for r in result.risks if r.risk_ref),
    }
    plans = {k: frozenset(row.plan for some in by_ref.values() for row in some) for k, by_ref in rows.items()}
    families = {kind: frozenset(map(family, by_ref)) for kind, by_ref in rows.items()}
    outcomes = {
        squeezed(title): action.source.row_id
        for action in reversed(result.actions)
        for title in (action.corporate_outcome, action.departmental_outcome)
        if title
    }
    known = one_set(frozenset().union(*rows.values()))
    shapes = {shape(unmarked(ref)): kind for kind, by_ref in rows.items() for ref in by_ref}
    wholes = frozenset(ref.split("(")[0].strip() for ref in known if "(" in ref)
    return Targets(rows, families, shapes, plans, outcomes, known, wholes)


def family(ref: str) -> str:
    """The letters of a ref, by which its register is known."""
    return unmarked(split_ref(ref)[0]).strip(" .-/–(0123456789")


def national(ref: str) -> bool:
    """Whether the ref is one of a national set of indicators."""
    before, number, _ = split_ref(ref)
    letters = (before.split() or [""])[0]
    last = numbers("reference_sets", "last_number").get(letters, number)
    return letters.lower() in words("reference_sets", "national") and (number or 0) <= (last or 0)


def squeezed(text: str) -> str:
    """The letters and digits of a text, for comparing headings however they are spaced."""
    return _NO_WORD.sub("", text).casefold()
