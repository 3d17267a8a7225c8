"""Check: a heading with a header row and no row under it."""

from __future__ import annotations

from collections.abc import Iterator

from agendapack.extract.model import Place, Row, Table
from agendapack.extract.normalise.refs import find_refs
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import in_order
from agendapack.extract.reconcile.subject import Subject


@check(
    kind="sequence_gap",
    title="Heading with no row under it",
    severity="warning",
    message="“{heading}” has a header row but no row under it",
    looks_at="tables",
)
def empty_heading(subject: Subject) -> Iterator[Hit]:
    """The rows were left out, or the heading was left in; only where other headings have header and rows."""
    for table in subject.tables:
        sections = list(_sections(table))
        if any(headed and rows for _, headed, rows in sections):
            yield from (_hit(band) for band, headed, rows in sections if headed and not rows)


def _sections(table: Table) -> Iterator[tuple[Row, bool, int]]:
    """Each heading with whether a header row follows and how many rows stand under it."""
    band: Row | None = None
    headed, rows = False, 0
    for row in table.rows[table.header_rows :]:
        if row.kind == "band":
            if band:
                yield band, headed, rows
            band, headed, rows = row, False, 0
        else:
            headed = headed or row.kind == "header"
            rows += row.kind == "body"
    if band:
        yield band, headed, rows


def _hit(band: Row) -> Hit:
    text = " ".join(cell.flat for cell in band.cells if cell.text)
    refs = in_order(found.ref for found in find_refs(text))
    return Hit(refs or (text,), (Place(band.page, band.box, "", text),), {"heading": text})
