"""Check: numbers above the last one of a national set."""

from __future__ import annotations

from collections.abc import Iterator

from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import family_and_number, place
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.vocabulary import numbers


@check(
    kind="dangling_ref",
    title="Number above the last of a national set",
    severity="error",
    message="{ref} does not exist: the national set {family} ends at {last}",
    looks_at="links, indicators",
)
def beyond_set(subject: Subject) -> Iterator[Hit]:
    """The sizes of the sets stand in schemas/vocabulary/reference_sets.yaml."""
    last = numbers("reference_sets", "last_number")
    places = {link.to_ref: subject.place_of(link, link.to_ref) for link in subject.links}
    places |= {ref: place(rows[0], ref) for ref, rows in subject.indicators.items()}
    for ref, where in places.items():
        parts = family_and_number(ref)
        if parts and parts[0] in last and parts[1] > last[parts[0]]:
            yield Hit((ref,), (where,), {"ref": ref, "family": parts[0], "last": last[parts[0]]})
