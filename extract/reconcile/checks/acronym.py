"""Check: an abbreviation whose letters stand in another order than the words before it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agendapack.extract.model import Place
from agendapack.extract.reconcile.lines import Passage
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped
from agendapack.extract.reconcile.subject import Subject

_WORD = re.compile(r"[\w'’]+")
_ABBREVIATION = re.compile(r"\b[A-Z]{3,7}s?\b")
_BRACKETED = re.compile(r"\(([A-Z]{3,7})s?\)")
LETTERS_BEFORE = 120
"""How much text before the bracket may hold the name."""
_SMALL = frozenset({"and", "of", "for", "the", "to", "in", "on", "with", "a"})


@check(
    kind="name_variant",
    title="Abbreviation with letters out of order",
    severity="warning",
    message="“{phrase} ({printed})”: the initials make {meant}",
    looks_at="lines, tables",
)
def acronym(subject: Subject) -> Iterator[Hit]:
    """Two neighbouring letters changed round; only where the right form is printed too."""
    lines = (*subject.lines, *(Passage(page, text, box) for page, box, text in subject.cells))
    found = [(key, hit) for line in lines for key, hit in _turned(line)]
    in_use = {w.upper() for k in lines for w in _ABBREVIATION.findall(k.text)} if found else set()
    for (printed, meant), places in grouped(found).items():
        if meant not in in_use:
            continue
        yield Hit(
            (printed, meant),
            tuple(Place(k.page, k.box, "", f"{p} ({printed})") for k, p in places),
            {"phrase": places[0][1], "printed": printed, "meant": meant},
        )


def _turned(line: Passage) -> Iterator[tuple[tuple[str, str], tuple[Passage, str]]]:
    """Bracketed abbreviations with two letters changed round: as printed and as meant, line and words."""
    for match in _BRACKETED.finditer(line.text):
        before = _WORD.findall(line.text[max(0, match.start() - LETTERS_BEFORE) : match.start()])
        words = [w for w in before if w.lower() not in _SMALL][-len(match[1]) :]
        initials = "".join(w[0].upper() for w in words)
        if _swapped(initials, match[1]):
            yield (match[1], initials), (line, " ".join(words))


def _swapped(a: str, b: str) -> bool:
    """Whether the two differ by exactly one pair of neighbouring letters changed round."""
    if len(a) != len(b) or a == b:
        return False
    apart = [i for i in range(len(a)) if a[i] != b[i]]
    return (
        len(apart) == 2
        and apart[1] == apart[0] + 1
        and a[apart[0]] == b[apart[1]]
        and a[apart[1]] == b[apart[0]]
    )
