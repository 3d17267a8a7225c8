"""Check: a cell that lists the same code twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from agendapack.extract.model import Place
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.subject import Subject

_LIST_OF_CODES = re.compile(r"^[A-Z]{1,5}[ /-]?\d{1,4}(?:\s*[,;&/ ]\s*[A-Z]{1,5}[ /-]?\d{1,4})+$")
_CODE = re.compile(r"[A-Z]{1,5}[ /-]?\d{1,4}")


@check(
    kind="duplicate_ref",
    title="A code twice in one list",
    severity="warning",
    message="“{printed}” lists {codes} twice: another code may have been meant",
    looks_at="tables",
)
def repeated_citation(subject: Subject) -> Iterator[Hit]:
    """A list of nothing but codes should name each once; one code over and over is no list."""
    for page, box, text in subject.cells:
        if _LIST_OF_CODES.match(text):
            counts = Counter(_CODE.findall(text))
            twice = [code for code, count in counts.items() if count > 1]
            if twice and len(twice) < len(counts):
                yield Hit(
                    tuple(twice), (Place(page, box, "", text),), {"printed": text, "codes": ", ".join(twice)}
                )
