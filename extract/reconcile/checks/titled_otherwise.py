"""Check: a ref that is given one title in one place and another in another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agendapack.extract.model import Place
from agendapack.extract.normalise.refs import find_refs
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped, place
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.wording import stems

LONGEST = 14
"""Words of a title; a longer text describes."""
MIN_SHARED = 2
"""Telling words that two titles of one thing share; with fewer the ref stands for two things."""
_TITLED = re.compile(r"(?P<ref>[A-Z]{1,5}[\w./ -]{0,8}?\d[\w./-]{0,8})\s?[:–]\s(?P<title>[A-Z][^.;:]+)")


@check(
    kind="name_variant",
    title="One ref under two titles",
    severity="info",
    message="{ref} is “{first}” on page {page} and “{second}” on page {other_page}",
    looks_at="lines, risks",
)
def titled_otherwise(subject: Subject) -> Iterator[Hit]:
    """Lines such as "SR 4: Loss of data" and names of risks; one that only says more or less is no other."""
    for ref, printed in grouped(_titles(subject)).items():
        (first, where), *others = sorted(printed, key=lambda one: one[1].page)
        for title, there in others:
            if _is_other(first, title):
                facts = {"ref": ref, "first": first, "second": title}
                pages = {"page": where.page, "other_page": there.page}
                yield Hit((ref,), (where, there), {**facts, **pages})
                break


def _titles(subject: Subject) -> Iterator[tuple[str, tuple[str, Place]]]:
    """Each ref with the title that a row or a line gives it."""
    for ref, risks in subject.risks.items():
        for risk in risks:
            if len(risk.description.split()) <= LONGEST:
                yield ref, (risk.description, place(risk, risk.description))
    for line in subject.lines:
        found = _TITLED.match(line.text)
        refs = find_refs(found["ref"], known=subject.known) if found else []
        if found and len(refs) == 1 and len(found["title"].split()) <= LONGEST:
            yield refs[0].ref, (found["title"].strip(), Place(line.page, line.box, "", line.text))


def _is_other(one: str, other: str) -> bool:
    first, second = set(stems(one)), set(stems(other))
    return len(first & second) >= MIN_SHARED and bool(first - second) and bool(second - first)
