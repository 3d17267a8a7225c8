"""Check: an abbreviation whose letters stand in another order than the words before it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.model import Place
from extract.reconcile.registry import Hit, check
from extract.reconcile.rows import grouped
from extract.reconcile.subject import Line, Subject

_BRACKETED = re.compile(r"((?:[\w'’/-]+,? ){2,8})\(([A-Z]{3,7})s?\)")
_SMALL = frozenset({"and", "of", "for", "the", "to", "in", "on", "with", "a"})


@check(
    kind="name_variant",
    title="Abbreviation with letters out of order",
    severity="warning",
    message="“{phrase} ({printed})”: the initials make {meant}",
    looks_at="lines, tables",
)
def acronym(subject: Subject) -> Iterator[Hit]:
    """Two neighbouring letters changed round, where the right form is printed too: many names follow no rule."""
    lines = (*subject.lines, *(Line(page, text, box) for page, box, text in subject.cells))
    found = []
    for line in lines:
        for phrase, printed in _BRACKETED.findall(line.text) if "(" in line.text else ():
            words = [w for w in re.findall(r"[\w'’]+", phrase) if w.lower() not in _SMALL][-len(printed) :]
            initials = "".join(w[0].upper() for w in words)
            if _swapped(initials, printed):
                found.append(((printed, initials), (line, " ".join(phrase.split()))))
    in_use = {w.upper() for k in lines for w in re.findall(r"\b[A-Z]{3,7}s?\b", k.text)} if found else set()
    for (printed, meant), places in grouped(found).items():
        if meant not in in_use:
            continue
        yield Hit((printed, meant), tuple(Place(k.page, k.box, "", f"{p} ({printed})") for k, p in places),
                  {"phrase": places[0][1], "printed": printed, "meant": meant})  # fmt: skip


def _swapped(a: str, b: str) -> bool:
    """Whether the two differ by exactly one pair of neighbouring letters changed round."""
    if len(a) != len(b) or a == b:
        return False
    apart = [i for i in range(len(a)) if a[i] != b[i]]
    return len(apart) == 2 and apart[1] == apart[0] + 1 and a[apart[0]] == b[apart[1]] and a[apart[1]] == b[apart[0]]
