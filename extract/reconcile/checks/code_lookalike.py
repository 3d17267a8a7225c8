"""Check: codes in which a nought stands for the letter O, or a one for the letter I."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from string import digits

from agendapack.extract.model import Box, Place
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped
from agendapack.extract.reconcile.subject import Subject

_CODE = re.compile(r"(?<![A-Za-z0-9])[A-Z][A-Z0-9]{1,4}\d(?![A-Za-z0-9])")
_LETTERS = str.maketrans("01", "OI")
MIN_RIGHT = 3
"""How often the right spelling must occur."""


@check(
    kind="name_variant",
    title="Code with a figure for a letter",
    severity="warning",
    message="“{code}” is printed for {meant}, with a figure where the others have a letter",
    looks_at="tables",
)
def code_lookalike(subject: Subject) -> Iterator[Hit]:
    """Only where the codes with the letter are in use all over the same pack."""
    found = [(code, (page, box, text)) for page, box, text in subject.cells for code in _CODE.findall(text)]
    counts = Counter(code for code, _ in found)
    families = Counter(code.rstrip(digits) for code, _ in found)
    places: dict[str, tuple[tuple[int, Box | None, str], ...]] = grouped(found)
    for code in counts:
        meant = code[0] + code[1:-1].translate(_LETTERS) + code[-1]
        family = meant.rstrip(digits)
        if meant != code and families[family] >= MIN_RIGHT and counts[meant] >= counts[code]:
            yield Hit(
                (code, meant),
                tuple(Place(p, b, "", t) for p, b, t in places[code]),
                {"code": code, "meant": meant},
            )
