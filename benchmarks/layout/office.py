"""Typesets papers as flat OpenDocument sheets, printed by LibreOffice Calc, one sheet to a page."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from layout.paper import Block, Heading, Paper, Para, Table
from layout.sheet import Cell, Sheet
from layout.style import DARK, Style

NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office", "style": "style", "text": "text", "table": "table", "fo": "xsl-fo-compatible",
    }.items()
)  # fmt: skip
PAGE = (
    '<style:page-layout style:name="p"><style:page-layout-properties fo:page-width="210mm" '
    'fo:page-height="297mm" style:scale-to-X="1" style:scale-to-Y="1" fo:margin="15mm"/></style:page-layout>'
)
MAX_LINE = 90
"""Characters of a line of text that runs over the cells."""
ALIGN = {"left": "start", "right": "end", "center": "center"}


class Styles:
    """Automatic styles, one for each different look."""

    def __init__(self) -> None:
        self.known: dict[str, str] = {}

    def name(self, family: str, body: str) -> str:
        key = f'style:family="{family}">{body}'
        return self.known.setdefault(key, f"s{len(self.known)}")

    def xml(self) -> str:
        return "".join(
            f'<style:style style:name="{name}" {key}</style:style>' for key, name in self.known.items()
        )


def typeset(papers: Sequence[tuple[Paper, Path]]) -> None:
    """Write the PDFs of several papers, a leaf to a page."""
    with tempfile.TemporaryDirectory() as scratch:
        sources = []
        for paper, target in papers:
            source = Path(scratch, target.stem).with_suffix(".fods")
            source.write_text(workbook(paper), "utf-8")
            sources.append(str(source))
        folder = papers[0][1].parent
        command = [
            "soffice",
            f"-env:UserInstallation=file://{scratch}/profile",
            "--headless",
            "--convert-to",
            "pdf",
        ]
        subprocess.run([*command, "--outdir", str(folder), *sources], check=True, capture_output=True)


def workbook(paper: Paper) -> str:
    """The paper as a flat spreadsheet."""
    styles = Styles()
    tabs = "".join(_tab(leaf.blocks, n, styles) for n, leaf in enumerate(paper.leaves))
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {NAMES} office:version="1.3" '
        f'office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:automatic-styles>'
        f"{styles.xml()}{PAGE}</office:automatic-styles><office:master-styles>"
        '<style:master-page style:name="Default" style:page-layout-name="p"/></office:master-styles>'
        f"<office:body><office:spreadsheet>{tabs}</office:spreadsheet></office:body></office:document>"
    )


def _tab(blocks: Sequence[Block], n: int, styles: Styles) -> str:
    """A sheet: what stands above the table, the table, and its note."""
    at = next((i for i, b in enumerate(blocks) if isinstance(b, Table)), len(blocks))
    above, below = ([_line(b) for b in some] for some in (blocks[:at], blocks[at + 1 :]))
    columns = inner = ""
    if at < len(blocks) and isinstance(table := blocks[at], Table):
        sheet, look = table.sheet, table.look
        for c in range(sheet.columns):
            width = _column(sheet.weight(c) * look.size * 0.62)
            columns += f'<table:table-column table:style-name="{styles.name("table-column", width)}"/>'
        inner = rows(sheet, look, styles)
    body = f"{columns}{''.join(above)}{inner}<table:table-row/>{''.join(below)}"
    return f'<table:table table:name="T{n}">{body}</table:table>'


def _line(block: Block) -> str:
    """A line of text in the first cell of a row, and an empty row."""
    if not isinstance(block, (Para, Heading)):
        return "<table:table-row/>"
    text = f"<text:p>{escape(block.text[:MAX_LINE])}</text:p>"
    cell = f'<table:table-cell office:value-type="string">{text}</table:table-cell>'
    return f"<table:table-row>{cell}</table:table-row><table:table-row/>"


def _column(width: float) -> str:
    return f'<style:table-column-properties style:column-width="{width:.1f}pt"/>'


def rows(sheet: Sheet, look: Style, styles: Styles) -> str:
    """The rows, each with its cells and the places that spans cover."""
    cells = {(c.row, c.column): c for c in sheet.cells}
    taken = {
        (r, c)
        for k in sheet.cells
        for r in range(k.row, k.row + k.rows)
        for c in range(k.column, k.column + k.columns)
    }
    result = ""
    for r in range(sheet.rows):
        row = ""
        for c in range(sheet.columns):
            if (r, c) in cells or (r, c) not in taken:
                row += _cell(sheet, cells.get((r, c)) or Cell(r, c, ""), look, styles)
            else:
                row += "<table:covered-table-cell/>"
        height = '<style:table-row-properties style:use-optimal-row-height="true" fo:keep-together="always"/>'
        result += (
            f'<table:table-row table:style-name="{styles.name("table-row", height)}">{row}</table:table-row>'
        )
    return result


def _cell(sheet: Sheet, cell: Cell, look: Style, styles: Styles) -> str:
    head, fill = cell.row < sheet.heads, look.fill(sheet, cell)
    line = f"{max(look.weight, 0.5)}pt {look.line} {look.colour}"
    names = ("top", "right", "bottom", "left")
    edges = " ".join(
        f'fo:border-{n}="{line if drawn else "none"}"'
        for n, drawn in zip(names, look.edges(sheet, cell), strict=True)
    )
    colour = f' fo:background-color="{fill}"' if fill else ""
    valign = look.head_valign if head else look.valign
    bold = (head and look.head_bold) or cell.kind in ("total", "group", "band")
    ink = ' fo:color="#ffffff"' if fill in DARK else ""
    text = (
        f'<style:text-properties fo:font-family="{look.font}" fo:font-size="{look.size}pt"{ink}'
        f"{' fo:font-weight=' + chr(34) + 'bold' + chr(34) if bold else ''}/>"
    )
    para = (
        f'<style:paragraph-properties fo:text-align="{ALIGN[look.align(sheet, cell)]}" '
        f'fo:line-height="{100 * look.leading / 1.15:.0f}%" fo:margin-left="{10 * cell.indent}pt"/>'
    )
    sides = {"top": look.pad_y, "bottom": look.pad_y, "left": look.pad_x, "right": look.pad_x}
    padding = " ".join(f'fo:padding-{side}="{pt}pt"' for side, pt in sides.items())
    frame = (
        f'<style:table-cell-properties {edges}{colour} style:vertical-align="{valign}" fo:wrap-option="wrap" '
        f"{padding}/>{para}{text}"
    )
    raised = (
        styles.name("text", '<style:text-properties style:text-position="super 58%"/>') if cell.mark else ""
    )
    mark = f'<text:span text:style-name="{raised}">{escape(cell.mark)}</text:span>' if cell.mark else ""
    spans = f'table:number-rows-spanned="{cell.rows}" table:number-columns-spanned="{cell.columns}"'
    words = styles.name("paragraph", para + text)
    return (
        f'<table:table-cell table:style-name="{styles.name("table-cell", frame)}" {spans} '
        f'office:value-type="string"><text:p text:style-name="{words}">{escape(cell.text)}{mark}</text:p>'
        "</table:table-cell>"
    )
