"""Brings a page that was read as if it were A3 at the most to its true size in points."""

from __future__ import annotations

from dataclasses import replace

from agendapack.extract.model import Box, Page


def enlarged(page: Page, by: float) -> Page:
    """The page with all its places and sizes so many times as large."""

    def grown(box: Box) -> Box:
        return Box(box.x0 * by, box.top * by, box.x1 * by, box.bottom * by)

    return replace(
        page,
        width=page.width * by,
        height=page.height * by,
        words=tuple(replace(w, box=grown(w.box), size=round(w.size * by, 2)) for w in page.words),
        rules=tuple(replace(r, box=grown(r.box), thickness=round(r.thickness * by, 2)) for r in page.rules),
        fills=tuple(replace(f, box=grown(f.box)) for f in page.fills),
        pictures=tuple(replace(p, box=grown(p.box)) for p in page.pictures),
        notes=tuple(replace(n, box=grown(n.box)) if n.box else n for n in page.notes),
    )
