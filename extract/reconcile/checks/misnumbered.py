"""Checks: a number that stands where another belongs; a number left out of those that are cited."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from agendapack.extract.normalise.refs import is_ref, nth
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import family_and_number, grouped, in_order
from agendapack.extract.reconcile.subject import Subject

MIN_CITED = 6
"""Numbers of a series that must be cited before one that is not means anything."""
Numbered = tuple[int, str, int]
"""A number, the ref it ends, and the row it stands in."""


@check(
    kind="sequence_gap",
    title="Number out of its place",
    severity="warning",
    message="{title}: {ref} stands between {before} and {after}, where {missing} belongs",
    looks_at="tables",
)
def misnumbered(subject: Subject) -> Iterator[Hit]:
    """Only where the number that belongs there stands nowhere in the table."""
    for sheet in subject.sheets:
        for column in range(len(sheet.rows[0]) if sheet.rows else 0):
            cells = [(" ".join(row[column].split()), number) for number, row in enumerate(sheet.rows)]
            refs = [(parts, text, row) for text, row in cells if (parts := _parts(text))]
            for family, its in grouped((p[0], (p[1], text, row)) for p, text, row in refs).items():
                for before, odd, after in _misplaced(its):
                    missing = nth(before[1], before[0] + 1)
                    facts = {"title": sheet.title, "before": before[1], "after": after[1], "ref": odd[1]}
                    place = sheet.place(odd[2], odd[1])
                    yield Hit((odd[1], missing), (place,), {**facts, "missing": missing, "family": family})


@check(
    kind="sequence_gap",
    title="Number left out of those cited",
    severity="info",
    message="{first} to {last} are cited, and {missing} nowhere",
    looks_at="links",
)
def gap_in_citations(subject: Subject) -> Iterator[Hit]:
    """Of a series whose register is not in the pack, every number but one is cited."""
    lost = [link for link in subject.links if not link.resolved]
    numbered = [(parts, link) for link in lost if (parts := family_and_number(link.to_ref))]
    for its in grouped((parts[0], (parts[1], link)) for parts, link in numbered).values():
        by_number = {number: link for number, link in its}
        low, high = min(by_number), max(by_number)
        missing = [number for number in range(low, high) if number not in by_number]
        if len(by_number) >= MIN_CITED and len(missing) == 1:
            ends = by_number[low].to_ref, by_number[high].to_ref
            ref = nth(ends[0], missing[0])
            links = [by_number[n] for n in (missing[0] - 1, missing[0] + 1)]
            places = tuple(subject.place_of(link, link.raw) for link in links)
            refs = in_order((ref, *(link.to_ref for link in links)))
            yield Hit(refs, places, {"first": ends[0], "last": ends[1], "missing": ref})


def _parts(text: str) -> tuple[str, int] | None:
    return family_and_number(text) if text and is_ref(text) else None


def _misplaced(run: Sequence[Numbered]) -> Iterator[tuple[Numbered, Numbered, Numbered]]:
    """Three neighbours of which the outer leave room for one number, and the middle one is a third.

    A column that has other numbers twice cites them and numbers nothing.
    """
    there = Counter(number for number, _, _ in run)
    twice = [number for number, times in there.items() if times > 1]
    for before, odd, after in zip(run, run[1:], run[2:], strict=False):
        belongs = before[0] + 1
        gap = after[0] == belongs + 1 and belongs not in there
        if gap and set(twice) <= {odd[0]} and odd[0] not in (before[0], after[0]):
            yield before, odd, after
