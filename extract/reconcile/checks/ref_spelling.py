"""Check: refs of one register printed in several ways."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from agendapack.extract.model import Box, Place
from agendapack.extract.normalise.ref_families import unmarked
from agendapack.extract.normalise.refs import find_refs
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped, in_order
from agendapack.extract.reconcile.subject import Subject

RARER = 2
"""How many times rarer than the usual way another way must be."""
_SHOWN = 8
"""Spellings that a finding lists."""
_DIGIT = re.compile(r"\d")


@check(
    kind="name_variant",
    title="Refs printed in several ways",
    severity="info",
    message="Refs of one register are printed in several ways: {forms}",
    looks_at="tables",
)
def ref_spelling(subject: Subject) -> Iterator[Hit]:
    """A search for the ref as the register has it misses the others; told once for the pack."""
    known = subject.known
    odd: list[tuple[str, str, tuple[int, Box | None, str]]] = []
    for printed in _forms(subject, known).values():
        counts = Counter(shape for shape, *_ in printed)
        usual, times = counts.most_common(1)[0]
        odd += [
            (raw, ref, where)
            for shape, raw, ref, where in printed
            if shape != usual and counts[shape] * RARER <= times and not _wrapped(shape, usual)
        ]
    if odd:
        raws = in_order(raw for raw, *_ in odd)
        forms = ", ".join(
            f"“{raw}” for {ref}" for raw, ref in list({r: f for r, f, _ in odd}.items())[:_SHOWN]
        )
        yield Hit(
            in_order((*raws, *(ref for _, ref, _ in odd))),
            tuple(Place(page, box, "", text) for _, _, (page, box, text) in odd),
            {"forms": forms + (" …" if len(raws) > _SHOWN else "")},
        )


def _forms(
    subject: Subject, known: frozenset[str]
) -> dict[str, tuple[tuple[str, str, str, tuple[int, Box | None, str]], ...]]:
    """By family: shape, printed form, ref and place of every ref printed by itself."""
    found = []
    for page, box, text in subject.cells:
        refs = find_refs(text, known=known) if _DIGIT.search(text) else []
        alone = Counter(r.raw for r in refs)
        for ref in refs:
            if ref.ref in known and alone[ref.raw] == 1 and not re.search(r"[,;&\n]|\band\b", ref.raw):
                family = re.sub(r"\d+", "9", unmarked(ref.ref))
                found.append((family, (_shape(ref.raw), ref.raw, ref.ref, (page, box, text))))
    return grouped(found)


def _wrapped(shape: str, usual: str) -> bool:
    """Whether the two differ by the line break that a hyphen allows behind it."""
    return " -" not in shape and shape.replace("- ", "-") == usual


def _shape(raw: str) -> str:
    """The printed form with every number as 9, dashes as one."""
    return re.sub(r"\d+", "9", re.sub(r"[–—‑]", "-", raw))
