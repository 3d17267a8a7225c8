"""What the reading of pages and tables leaves in doubt, as findings with their page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extract.model import Finding, Grid, Note, Page, Place, Source, union

SEVERITY = {"unread_page": "error", "unread_text": "warning", "low_confidence": "warning"}
LOW_CONFIDENCE = 0.5
"""Tables below this are named in a finding."""
QUOTE_CHARS = 200


def doubts(pages: Sequence[Page], grids: Sequence[Grid], pack_id: str) -> tuple[Finding, ...]:
    """Notes of the readers, words that reached no cell, and tables that are hardly tables."""
    found = [_noted(note, pack_id) for page in pages for note in page.notes]
    for grid in grids:
        found += _left_over(grid, pack_id)
        if grid.confidence < LOW_CONFIDENCE:
            found.append(_weak(grid, pack_id))
    return tuple(found)


def _noted(note: Note, pack_id: str) -> Finding:
    source = Source(pack_id, page=note.page, box=note.box)
    return Finding(
        source, note.kind, SEVERITY.get(note.kind, "info"), (), note.detail, "", (Place(note.page, note.box),)
    )


def _left_over(grid: Grid, pack_id: str) -> Iterable[Finding]:
    if grid.left_over:
        words = " ".join(w.text for w in grid.left_over)[:QUOTE_CHARS]
        box = union(w.box for w in grid.left_over)
        yield Finding(
            Source(pack_id, page=grid.page, box=box),
            "unread_text",
            "warning",
            (),
            f"words inside a table that stand in none of its cells: {words}",
            "tables",
            (Place(grid.page, box, quote=words),),
        )


def _weak(grid: Grid, pack_id: str) -> Finding:
    detail = f"a table of {grid.rows} rows and {grid.columns} columns is read with little evidence: {grid.reason}"
    place = Place(grid.page, grid.box)
    return Finding(
        Source(pack_id, page=grid.page, box=grid.box, confidence=grid.confidence),
        "low_confidence", "info", (), detail, "tables", (place,),
    )  # fmt: skip
