"""Check: a heading with a header row and no row under it."""

from __future__ import annotations

from collections.abc import Iterator

from extract.model import Place, Row
from extract.normalise.refs import find_refs
from extract.reconcile.registry import Hit, check
from extract.reconcile.rows import in_order
from extract.reconcile.subject import Subject


@check(
    kind="sequence_gap",
    title="Heading with no row under it",
    severity="warning",
    message="“{heading}” has a header row but no row under it",
    looks_at="tables",
)
def empty_heading(subject: Subject) -> Iterator[Hit]:
    """The rows were left out, or the heading was left in."""
    for table in subject.tables:
        band: Row | None = None
        headed = False
        for row in table.rows[table.header_rows :]:
            if row.kind == "band":
                if band and headed:
                    yield _hit(band)
                band, headed = row, False
            elif row.kind == "header":
                headed = headed or band is not None
            else:
                band, headed = None, False


def _hit(band: Row) -> Hit:
    text = " ".join(cell.flat for cell in band.cells if cell.text)
    refs = in_order(found.ref for found in find_refs(text))
    return Hit(refs or (text,), (Place(band.page, band.box, "", text),), {"heading": text})
