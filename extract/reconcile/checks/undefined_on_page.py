"""Check: refs in paragraphs, and in tables that list no rows, that no table of the pack has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from agendapack.extract.model import Place
from agendapack.extract.normalise.ref_families import unmarked
from agendapack.extract.normalise.ref_tokens import shape
from agendapack.extract.reconcile.citations import citations
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.targets import Targets, family, targets
from agendapack.extract.reconcile.vocabulary import taken_out

MIN_DEFINED = 3
"""Refs of a family that the pack defines, from which another of it should be defined too;"""
MIN_LETTERS = 2
"""the letters of such a ref,"""
MOST_LOST = 0.5
"""and its refs that may be lost, as a share of those that the pages cite."""


@check(
    kind="dangling_ref",
    title="Named on a page but nowhere defined",
    severity="warning",
    message="The page names {ref}, which no table of the pack has, though others of its kind: “{text}”",
    looks_at="lines, tables",
)
def undefined_on_page(subject: Subject) -> Iterator[Hit]:
    """A report or a work programme sends a reader to a row that is not there.

    A text may introduce one, or say what became of it.
    """
    register = targets(subject.result)
    told = {link.to_ref for link in subject.links}
    found: dict[tuple[str, str], dict[str, Place]] = defaultdict(dict)
    for statement in subject.statements:
        if statement.place.row_id:
            continue
        for cited in citations(statement.text, register):
            built = shape(unmarked(cited.ref)) in register.shapes
            if built and sum(map(str.isalpha, cited.ref)) >= MIN_LETTERS and not cited.introduced:
                found[cited.kind, family(cited.ref)].setdefault(cited.ref, statement.place)
    for (kind, letters), places in found.items():
        defined = _defined(register, kind, letters)
        lost = [ref for ref in places if ref not in register.known]
        if len(defined) >= MIN_DEFINED and len(lost) <= MOST_LOST * len(places):
            for ref in (ref for ref in lost if ref not in told and not taken_out().search(places[ref].quote)):
                yield Hit((ref,), (places[ref],), {"ref": ref, "text": places[ref].quote})


def _defined(register: Targets, kind: str, letters: str) -> set[str]:
    """The refs of a family that the rows of a kind have; none where another kind has some too."""
    own = [{ref for ref in register.rows[k] if family(ref) == letters} for k in (kind, *register.rows)]
    return own[0] if sum(map(bool, own[1:])) == 1 else set()
