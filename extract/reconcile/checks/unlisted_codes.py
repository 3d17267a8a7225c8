"""Checks: codes of a table that lists no records: one twice, one left out, one cited that it has not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from agendapack.extract.normalise.refs import nth
from agendapack.extract.reconcile.listings import Thing
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import family_and_number, grouped
from agendapack.extract.reconcile.statements import LISTS
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.wording import same_subject

MIN_CODES = 4
"""Codes of one family in a table before it is a series."""
MOST_BEYOND = 9
"""A number further behind the last one is of another series."""
_CODE = re.compile(r"(?<![\w/.-])([A-Z]{1,6}[ ./-]?)(\d{1,3})(?![\w%]|[./-]\d|,\d{3})")
Series = Mapping[str, Sequence[tuple[int, Thing]]]


@check(
    kind="duplicate_ref",
    title="One code for two rows of a table",
    severity="warning",
    message="{title}: {ref} stands for “{first}” and “{second}”",
    looks_at="tables",
)
def code_for_two(subject: Subject) -> Iterator[Hit]:
    """A table with a code to a row, of which one stands again before other words."""
    for series in _series(subject):
        for its in series.values():
            for ref, rows in grouped((t.ref, t) for _, t in its).items():
                first, *others = rows
                odd = next((t for t in others if t.name and not same_subject(first.name, t.name)), None)
                if odd and first.name and len(rows) == 2:
                    facts = {"title": first.sheet.title, "ref": ref, "first": first.name, "second": odd.name}
                    yield Hit(
                        (ref,), (first.place(f"{ref} {first.name}"), odd.place(f"{ref} {odd.name}")), facts
                    )


@check(
    kind="sequence_gap",
    title="Code of a table left out",
    severity="info",
    message="{title}: {before} is followed by {after}; {missing} is nowhere",
    looks_at="tables",
)
def code_left_out(subject: Subject) -> Iterator[Hit]:
    """One number alone, between two rows that follow each other, which no text of the pack prints."""
    for series in _series(subject):
        for its in series.values():
            for before, after in _with_one_between(its):
                ref = nth(before.ref, (_number(before) or 0) + 1)
                if not any(ref in said.text for said in subject.statements):
                    facts = {"title": before.sheet.title, "before": before.ref, "after": after.ref}
                    places = before.place(before.ref), after.place(after.ref)
                    yield Hit((ref,), places, {**facts, "missing": ref})


@check(
    kind="dangling_ref",
    title="Code cited that the table has not",
    severity="warning",
    message="The text names {ref}, the table ends with {last}: “{sentence}”",
    looks_at="lines, tables",
)
def code_beyond(subject: Subject) -> Iterator[Hit]:
    """A number next behind the last one of a table whose codes begin with the first and leave none out."""
    ends: dict[str, Thing] = {}
    for series in _series(subject):
        for family, its in series.items():
            numbers = sorted({n for n, _ in its})
            if numbers[0] == 1 and numbers[-1] - len(numbers) <= 1:
                ends[family] = max(its, key=lambda one: one[0])[1]
    defined = set(subject.known) | {t.ref for t in subject.things}
    for said in subject.statements if ends else ():
        for match in () if said.name and _CODE.match(said.text) else _CODE.finditer(said.text):
            last = ends.get(match[1].strip())
            beyond = int(match[2]) - (_number(last) or 0) if last else 0
            if last and match[0] not in defined and 0 < beyond <= MOST_BEYOND:
                facts = {"ref": match[0], "last": last.ref, "sentence": said.text[:200]}
                yield Hit((match[0],), (said.place, last.place(last.ref)), facts)


def _with_one_between(its: Sequence[tuple[int, Thing]]) -> Iterator[tuple[Thing, Thing]]:
    """Two rows that follow each other, between whose numbers the only one that is left out belongs."""
    numbers = {n for n, _ in its}
    missing = [n for n in range(min(numbers), max(numbers)) if n not in numbers]
    for (number, before), (next_number, after) in pairwise(its):
        if missing == [number + 1] == [next_number - 1]:
            yield before, after


def _series(subject: Subject) -> Iterator[Series]:
    """The codes of each table that lists no records, by family."""
    coded = [t for t in subject.things if t.ref and t.sheet.entry.kind not in LISTS]
    for rows in grouped((t.listing, t) for t in coded).values():
        numbered = [(parts, t) for t in rows if (parts := family_and_number(t.ref))]
        families = grouped((parts[0].strip(), (parts[1], t)) for parts, t in numbered)
        yield {family: its for family, its in families.items() if len(its) >= MIN_CODES}


def _number(thing: Thing) -> int | None:
    parts = family_and_number(thing.ref)
    return parts[1] if parts else None
