"""Typesets papers as HTML, printed by headless Chromium."""

from __future__ import annotations

import html
import subprocess
from pathlib import Path

from layout.paper import Block, Bullets, Chart, Columns, Contents, Form, Heading, Leaf, Paper, Para, Table
from layout.sheet import Cell, Sheet
from layout.style import DARK, Style

CHROMIUM = [
    "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
    "--disable-background-networking", "--no-pdf-header-footer",
]  # fmt: skip
CSS = """
@page { size: A4; margin: 0 }
@page wide { size: A4 landscape; margin: 0 }
body { font-family: 'FONT'; font-size: 10pt; margin: 0 }
.leaf { break-after: page; padding: 16mm 18mm; box-sizing: border-box; min-height: 296.5mm }
.leaf { position: relative }
.wide { page: wide; min-height: 209.5mm }
.running { font-size: 8pt; position: absolute; top: 7mm; left: 18mm }
.number { font-size: 8pt; position: absolute; bottom: 7mm; right: 18mm }
p, ul, ol { margin: 0 0 6pt }
.small { font-size: 7.5pt }
h2 { font-size: 13pt; margin: 4pt 0 6pt }
.columns { display: flex; gap: 7mm }
.columns > div { flex: 1 1 0; min-width: 0 }
.columns p { text-align: justify }
table { border-collapse: collapse; margin: 4pt 0 8pt }
sup { font-size: 65%; line-height: 0 }
.line { border-bottom: 0.6pt solid #000; flex: 1 }
.field { display: flex; gap: 6pt; margin: 7pt 0 }
.box { border: 0.6pt solid #000; padding: 3pt; height: 12pt; margin: -0.6pt 0 0 }
.entry { display: flex; margin: 3pt 0 }
.dots { flex: 1; overflow: hidden; white-space: nowrap }
svg { font-size: 8px; max-width: 100% }
"""


def typeset(paper: Paper, target: Path) -> None:
    """Write the paper's PDF, a leaf to a page."""
    source = target.with_suffix(".html")
    source.write_text(document(paper), "utf-8")
    subprocess.run([*CHROMIUM, f"--print-to-pdf={target}", source.as_uri()], check=True, capture_output=True)
    source.unlink()


def document(paper: Paper) -> str:
    """The paper as HTML."""
    leaves = "".join(_leaf(paper, leaf, i + 1) for i, leaf in enumerate(paper.leaves))
    css = CSS.replace("FONT", paper.font)
    return f"<!DOCTYPE html><html lang={paper.tongue}><meta charset=utf-8><style>{css}</style><body>{leaves}"


def _leaf(paper: Paper, leaf: Leaf, number: int) -> str:
    running = f"<div class=running>{html.escape(paper.running)}</div>" if paper.running else ""
    body, wide = "".join(_block(b) for b in leaf.blocks), " wide" if leaf.wide else ""
    return f"<div class='leaf{wide}'>{running}{body}<div class=number>{number}</div></div>"


def _block(block: Block) -> str:
    text = html.escape
    match block:
        case Heading():
            return f"<h2>{text(block.text)}</h2>"
        case Para():
            return f"<p class={'small' if block.small else 'text'}>{text(block.text)}</p>"
        case Bullets():
            name = "ol" if block.numbered else "ul"
            return f"<{name}>{''.join(f'<li>{text(t)}</li>' for t in block.texts)}</{name}>"
        case Form(boxed=True):
            return "".join(f"<div class=box>{text(t)}</div>" for t in block.labels)
        case Form():
            return "".join(f"<div class=field>{text(t)}:<span class=line></span></div>" for t in block.labels)
        case Contents():
            dots = "." * 200 if block.led else ""
            return "".join(
                f"<div class=entry>{text(t)}<span class=dots>{dots}</span>{n}</div>" for t, n in block.entries
            )
        case Columns():
            inner = ("".join(_block(b) for b in column) for column in block.columns)
            return f"<div class=columns>{''.join(f'<div>{i}</div>' for i in inner)}</div>"
        case Chart():
            return chart(block)
        case Table():
            return table(block.sheet, block.look)


def table(sheet: Sheet, look: Style) -> str:
    """The table with a style on each cell."""
    width = f"width:{100 * look.share:.0f}%;" if look.share else ""
    base = f"{width}font-family:'{look.font}';font-size:{look.size}pt;line-height:{look.leading}"
    rows = []
    cells = {(c.row, c.column): c for c in sheet.cells}
    taken = {
        (r, c)
        for k in sheet.cells
        for r in range(k.row, k.row + k.rows)
        for c in range(k.column, k.column + k.columns)
    }
    for r in range(sheet.rows):
        row = ""
        for c in range(sheet.columns):
            if (r, c) in cells or (r, c) not in taken:
                row += _cell(sheet, cells.get((r, c)) or Cell(r, c, ""), look)
        rows.append(f"<tr>{row}</tr>")
    return f'<table style="{base}">{"".join(rows)}</table>'


def _cell(sheet: Sheet, cell: Cell, look: Style) -> str:
    line = f"{look.weight}pt {look.line} {look.colour}"
    head = cell.row < sheet.heads
    fill = look.fill(sheet, cell)
    names = ("top", "right", "bottom", "left")
    css = [f"border-{n}:{line}" for n, drawn in zip(names, look.edges(sheet, cell), strict=True) if drawn]
    css.append(
        f"text-align:{look.align(sheet, cell)};vertical-align:{look.head_valign if head else look.valign}"
    )
    css.append(f"padding:{look.pad_y}pt {look.pad_x}pt")
    if cell.indent:
        css.append(f"padding-left:{look.pad_x + 10 * cell.indent}pt")
    if fill:
        css.append(f"background:{fill};print-color-adjust:exact;-webkit-print-color-adjust:exact")
    if fill in DARK:
        css.append("color:#fff")
    if (head and look.head_bold) or cell.kind in ("total", "group", "band"):
        css.append("font-weight:bold")
    if cell.kind in ("value", "total") and cell.column not in sheet.texts:
        css.append("white-space:nowrap")
    mark = f"<sup>{html.escape(cell.mark)}</sup>" if cell.mark else ""
    spans = f" rowspan={cell.rows} colspan={cell.columns}"
    return f'<td{spans} style="{";".join(css)}">{html.escape(cell.text)}{mark}</td>'


def chart(block: Chart) -> str:
    """An SVG chart with axes and ticks."""
    step, foot = 300 / len(block.values), 120
    spots = [(30 + i * step, v) for i, v in enumerate(block.values)]
    bar = '<rect x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}" fill="#4472c4"/>'
    bars = "".join(bar.format(x, foot - v, step * 0.6, v) for x, v in spots)
    points = " ".join(f"{x:.1f},{foot - v:.1f}" for x, v in spots)
    drawn = f'<polyline points="{points}" fill="none" stroke="#c00000"/>' if block.line else bars
    ticks = "".join(
        f'<line x1="26" x2="330" y1="{foot - t}" y2="{foot - t}" stroke="#ccc"/>'
        f'<text x="22" y="{foot - t + 3}" text-anchor="end">{t}</text>'
        for t in range(0, 101, 20)
    )
    names = "".join(
        f'<text x="{x:.1f}" y="{foot + 12}">{n}</text>' for (x, _), n in zip(spots, block.names, strict=True)
    )
    return f'<svg width="340" height="150" viewBox="0 0 340 150">{ticks}{drawn}{names}</svg>'
