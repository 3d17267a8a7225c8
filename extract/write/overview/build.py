"""Write: makes the overview of a results folder and puts it there whole or not at all."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from importlib import resources
from pathlib import Path
from typing import Any

import jinja2

from agendapack.extract.errors import output_errors
from agendapack.extract.write.folder import read_folder
from agendapack.extract.write.moving import beside, move_in
from agendapack.extract.write.names import OVERVIEW
from agendapack.extract.write.overview import charts
from agendapack.extract.write.overview.current import CurrentRow
from agendapack.extract.write.overview.figures import KeyFigure, Overview, overview
from agendapack.extract.write.overview.pages import Embedded, Place, embedded
from agendapack.extract.write.package import read_sources
from agendapack.extract.write.pdfs import located
from agendapack.extract.write.places import spot_of
from agendapack.extract.write.record import Record
from agendapack.extract.write.review.pictures import Draw
from agendapack.extract.write.sources import SourceFile
from agendapack.extract.write.words import day
from agendapack.schemas.cells import text
from agendapack.schemas.datasets import dataset

MAX_SPARKLINES = 40
"""Drawn at a few milliseconds each; the others have their values in the rows behind them."""
NAMED = 6
"""Councils named in the heading; more of them are a number."""
LISTED = 12
"""Rows listed on the page itself; the figure above them opens all."""


def build_overview(out: Path, pdfs: Iterable[Path], draw: Draw) -> Path:
    """Make the overview page of a results folder; PDFs that moved since are looked for among `pdfs`.

    Raises a UsageError when the folder holds no results.
    """
    records = read_folder(out)
    sources = {s.pack_id: s for s in read_sources(out)}
    shown = overview(records)
    pictures = embedded(out, located(out, list(sources.values()), pdfs), _wanted(shown), draw)
    page = _page(shown, sources, pictures)
    with output_errors(out), beside(out) as staged:
        (staged / OVERVIEW).write_text(page, encoding="utf-8", newline="\n")
        move_in(staged, out)
    return out / OVERVIEW


def _wanted(shown: Overview) -> Iterator[Place]:
    """The pages that people will want to see, most pressing first."""
    for key in ("overdue", "red", "errors", "unread", "risks", "actions", "indicators"):
        yield from (row.page for row in shown.figures[key].rows if row.page)
    yield from (row.page for row in shown.gone if row.page)


def _page(shown: Overview, sources: Mapping[str, SourceFile], pictures: Mapping[Place, Embedded]) -> str:
    script, style = _file("static/overview.js"), _file("static/overview.css")
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True)
    environment.filters |= {"text": text, "day": day, "label": _label}
    environment.filters["count_of"] = lambda key: shown.figures[key].count
    template = environment.from_string(_file("templates/overview.html"))
    return template.render(
        policy=f"default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src '{_hash(script)}'",
        script=script,
        style=style,
        data=_data(shown, sources, pictures),
        shown=shown,
        known=shown.rows,
        listed=LISTED,
        named=NAMED,
        charts=_charts(shown),
        sparklines=_sparklines(shown),
    )


def _label(change: Record) -> str:
    """What people call the column in which a thing differs."""
    return dataset(f"{change['kind']}s").column(text(change["field"])).label


def _charts(shown: Overview) -> dict[str, dict[str, str]]:
    """The charts that have something to show, by the windows that they are for."""
    figures = shown.figures
    bars = {"actions": (charts.by_section, shown.by_section), "findings": (charts.by_kind, shown.by_kind)}
    drawn = {
        name: {"wide": chart(keys, figures), "narrow": chart(keys, figures, charts.NARROW)}
        for name, (chart, keys) in bars.items()
        if keys
    }
    return drawn | ({"risks": {"any": charts.heat_map(shown.heat, figures)}} if shown.heat else {})


def _sparklines(shown: Overview) -> dict[str, str]:
    """The lines of the red indicators by row."""
    red = [i for i in shown.figures["red"].rows if i.get("entity_id") in shown.series]
    return {i.id: charts.sparkline(shown.series[i.get("entity_id")]) for i in red[:MAX_SPARKLINES]}


def _data(shown: Overview, sources: Mapping[str, SourceFile], pictures: Mapping[Place, Embedded]) -> str:
    """What the script opens: rows by id, figures by address, pages; no text of it can end the element."""
    content = {
        "figures": {key: _figure(figure) for key, figure in shown.figures.items()},
        "rows": {id: _row(row, sources) for id, row in shown.rows.items()},
        "pages": {f"{pack} {page}": [p.address, p.width, p.height] for (pack, page), p in pictures.items()},
    }
    return json.dumps(content, separators=(",", ":")).replace("<", "\\u003c")


def _figure(figure: KeyFigure) -> dict[str, Any]:
    return {"title": figure.title, "rows": [row.id for row in figure.rows]}


def _row(row: CurrentRow, sources: Mapping[str, SourceFile]) -> dict[str, Any]:
    spot, source = spot_of(row.record), sources.get(row.get("pack_id"))
    box = (spot.box.x0, spot.box.top, spot.box.x1, spot.box.bottom) if spot else None
    return {
        "ref": row.ref,
        "subject": row.subject,
        "facts": list(row.facts()),
        "pack": source.name if source else row.get("pack_id"),
        "page": row.page[1] if row.page else None,
        "picture": f"{row.page[0]} {row.page[1]}" if row.page else "",
        "pdf": source.link(row.page[1]) if source and row.page else "",
        "box": box,
    }


def _file(name: str) -> str:
    return resources.files("agendapack.extract.write.overview").joinpath(name).read_text(encoding="utf-8")


def _hash(script: str) -> str:
    digest = hashlib.sha256(script.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"
