"""Typesets tables with Chromium, LibreOffice Writer, LibreOffice Calc and reportlab."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from layout.html import CHROMIUM
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate, Spacer

from .content import Content
from .looks import DARK, Look, Spot, bold, borders, colour

WIDTH_PT = {False: 480.0, True: 720.0}
RULE = "0.6pt solid #444444"
SPACES = "urn:oasis:names:tc:opendocument:xmlns"
NAMES = " ".join(
    f'xmlns:{prefix}="{SPACES}:{name}:1.0"'
    for prefix, name in {
        "office": "office", "style": "style", "text": "text", "table": "table", "fo": "xsl-fo-compatible",
    }.items()
)  # fmt: skip


@dataclass(frozen=True)
class Paper:
    """A title, a table and a sentence below it."""

    name: str
    title: str
    note: str
    content: Content
    look: Look
    wide: bool
    """Whether the paper lies on its side."""
    repeated: bool
    """Whether the head comes again on each page."""

    def rows(self) -> Iterator[list[tuple[Spot, str]]]:
        """The cells of each row with their places."""
        rows, columns = len(self.content.rows), len(self.content.widths)
        for r, row in enumerate(self.content.rows):
            yield [(Spot(r, c, rows, columns), text) for c, text in enumerate(row)]

    def widths(self) -> list[float]:
        """Widths of the columns in points."""
        whole = WIDTH_PT[self.wide]
        return [whole * w / sum(self.content.widths) for w in self.content.widths]

    def style(self, at: Spot) -> dict[str, str]:
        """The cell's style in the words of CSS, which OpenDocument shares."""
        style = {f"border-{side}": RULE for side in sorted(borders(self.look, at))}
        style |= {"padding": f"{self.look.pad}pt", "vertical-align": "middle" if self.look.middle else "top"}
        ground = colour(self.look, at)
        return style | ({"background-color": ground} if ground else {})

    def letters(self, at: Spot) -> dict[str, str]:
        """How its text is set."""
        letters = {"font-size": f"{self.look.size}pt", "font-family": "Liberation Sans"}
        letters["text-align"] = "right" if at.column in self.content.figures else "left"
        letters |= {"font-weight": "bold"} if bold(self.look, at) else {}
        return letters | ({"color": "#ffffff"} if colour(self.look, at) == DARK else {})


# --- Chromium ------------------------------------------------------------------------------


def chromium(papers: Sequence[Paper], folder: Path) -> None:
    for paper in papers:
        source = folder / f"{paper.name}.html"
        source.write_text(page(paper), "utf-8")
        target = folder / f"{paper.name}.pdf"
        subprocess.run(
            [*CHROMIUM, f"--print-to-pdf={target}", source.as_uri()], check=True, capture_output=True
        )
        source.unlink()


def page(paper: Paper) -> str:
    """The paper as HTML."""
    head, *body = ["".join(_td(paper, at, text) for at, text in row) for row in paper.rows()]
    top, rest = f"<tr>{head}</tr>", "".join(f"<tr>{row}</tr>" for row in body)
    inner = f"<thead>{top}</thead><tbody>{rest}</tbody>" if paper.repeated else f"<tbody>{top}{rest}</tbody>"
    sheet = "A4 landscape" if paper.wide else "A4"
    return (
        f"<!DOCTYPE html><meta charset=utf-8><style>@page{{size:{sheet};margin:20mm 18mm}}"
        "body{font:10pt 'Liberation Sans';margin:0}table{border-collapse:collapse;table-layout:fixed;"
        f"width:{WIDTH_PT[paper.wide]}pt}}tr{{break-inside:avoid}}</style><h3>{escape(paper.title)}</h3>"
        f"<table>{inner}</table><p>{escape(paper.note)}</p>"
    )


def _td(paper: Paper, at: Spot, text: str) -> str:
    style = paper.style(at) | paper.letters(at) | {"width": f"{paper.widths()[at.column]}pt"}
    css = ";".join(f"{name}:{value}" for name, value in style.items())
    return f'<td style="{css}">{escape(text)}</td>'


# --- LibreOffice ---------------------------------------------------------------------------


def writer(papers: Sequence[Paper], folder: Path) -> None:
    _office(papers, folder, "text", ".fodt")


def calc(papers: Sequence[Paper], folder: Path) -> None:
    _office(papers, folder, "spreadsheet", ".fods")


def _office(papers: Sequence[Paper], folder: Path, kind: str, ending: str) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        for paper in papers:
            Path(scratch, paper.name + ending).write_text(document(paper, kind), "utf-8")
        profile = f"-env:UserInstallation=file://{scratch}/profile"
        sources = [str(Path(scratch, paper.name + ending)) for paper in papers]
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *sources]
        subprocess.run(command, check=True, capture_output=True)


def document(paper: Paper, kind: str) -> str:
    """The paper as a flat OpenDocument text or spreadsheet."""
    styles: dict[str, str] = {}
    table = _table(paper, kind == "text", styles)
    body = f"<text:h>{escape(paper.title)}</text:h>{table}<text:p>{escape(paper.note)}</text:p>"
    across, down = ("297mm", "210mm") if paper.wide else ("210mm", "297mm")
    automatic = "".join(
        f'<style:style style:name="{name}" style:family="{family}</style:style>'
        for family, name in styles.items()
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {NAMES} office:version="1.3" '
        f'office:mimetype="application/vnd.oasis.opendocument.{kind}"><office:automatic-styles>{automatic}'
        f'<style:page-layout style:name="p"><style:page-layout-properties fo:page-width="{across}" '
        f'fo:page-height="{down}" fo:margin="18mm"/></style:page-layout></office:automatic-styles>'
        '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="p"/>'
        '<style:master-page style:name="Default" style:page-layout-name="p"/></office:master-styles>'
        f"<office:body><office:{kind}>{body if kind == 'text' else table}</office:{kind}></office:body>"
        "</office:document>"
    )


def _table(paper: Paper, text: bool, styles: dict[str, str]) -> str:
    """The table; in a spreadsheet the title and the sentence stand in cells above and below it."""
    shape = f'table"><style:table-properties style:width="{WIDTH_PT[paper.wide]}pt" table:align="left"/>'
    row_style = _named(styles, _row(text))
    columns = "".join(
        f'<table:table-column table:style-name="{_named(styles, _column(width))}"/>'
        for width in paper.widths()
    )
    head, *body = [
        f'<table:table-row table:style-name="{row_style}">'
        f"{''.join(_cell(paper, cell, styles) for cell in row)}</table:table-row>"
        for row in paper.rows()
    ]
    head = f"<table:table-header-rows>{head}</table:table-header-rows>" if paper.repeated else head
    lone = "<table:table-row><table:table-cell><text:p>{}</text:p></table:table-cell></table:table-row>"
    above = "" if text else lone.format(escape(paper.title)) + lone.format("")
    below = "" if text else lone.format("") + lone.format(escape(paper.note))
    name = _named(styles, shape)
    return (
        f'<table:table table:name="t" table:style-name="{name}">{columns}{above}{head}{"".join(body)}{below}'
        "</table:table>"
    )


def _named(styles: dict[str, str], body: str) -> str:
    return styles.setdefault(body, f"s{len(styles)}")


def _column(width: float) -> str:
    return f'table-column"><style:table-column-properties style:column-width="{width}pt"/>'


def _row(text: bool) -> str:
    kept = 'fo:keep-together="always"' if text else 'style:use-optimal-row-height="true"'
    return f'table-row"><style:table-row-properties {kept}/>'


def _cell(paper: Paper, cell: tuple[Spot, str], styles: dict[str, str]) -> str:
    at, text = cell
    letters = paper.letters(at)
    align = "end" if letters.pop("text-align") == "right" else "start"
    style = paper.style(at)
    place = style.pop("vertical-align")
    box = f'<style:table-cell-properties style:vertical-align="{place}" fo:wrap-option="wrap" {_fo(style)}/>'
    set_as = f'<style:paragraph-properties fo:text-align="{align}"/><style:text-properties {_fo(letters)}/>'
    name = _named(styles, f'table-cell">{box}{set_as}')
    inner = _named(styles, f'paragraph">{set_as}')
    return (
        f'<table:table-cell table:style-name="{name}" office:value-type="string">'
        f'<text:p text:style-name="{inner}">{escape(text)}</text:p></table:table-cell>'
    )


def _fo(style: Mapping[str, str]) -> str:
    return " ".join(f'fo:{name}="{value}"' for name, value in style.items())


# --- reportlab -----------------------------------------------------------------------------


def reportlab(papers: Sequence[Paper], folder: Path) -> None:
    for paper in papers:
        _report(paper, folder / f"{paper.name}.pdf")


def _report(paper: Paper, target: Path) -> None:
    sheet = landscape(A4) if paper.wide else A4
    pad = paper.look.pad
    commands: list[tuple[object, ...]] = [
        (f"{side}PADDING", (0, 0), (-1, -1), pad) for side in ("TOP", "BOTTOM", "LEFT", "RIGHT")
    ]
    commands.append(("VALIGN", (0, 0), (-1, -1), "MIDDLE" if paper.look.middle else "TOP"))
    cells = []
    for row in paper.rows():
        cells.append([Paragraph(escape(text), _letters(paper, at)) for at, text in row])
        for at, _ in row:
            place = ((at.column, at.row), (at.column, at.row))
            sides = {"top": "LINEABOVE", "bottom": "LINEBELOW", "left": "LINEBEFORE", "right": "LINEAFTER"}
            commands += [
                (sides[s], *place, 0.6, HexColor("#444444")) for s in sorted(borders(paper.look, at))
            ]
            if ground := colour(paper.look, at):
                commands.append(("BACKGROUND", *place, HexColor(ground)))
    table = LongTable(
        cells, colWidths=paper.widths(), repeatRows=int(paper.repeated), style=commands, hAlign="LEFT"
    )
    plain = ParagraphStyle("plain", fontName="Helvetica", fontSize=10)
    flow = [
        Paragraph(escape(paper.title), ParagraphStyle("h", fontName="Helvetica-Bold", fontSize=13)),
        Spacer(1, 10),
    ]
    flow += [table, Spacer(1, 10), Paragraph(escape(paper.note), plain)]
    SimpleDocTemplate(str(target), pagesize=sheet, invariant=1, leftMargin=51, rightMargin=51).build(flow)


def _letters(paper: Paper, at: Spot) -> ParagraphStyle:
    letters = paper.letters(at)
    return ParagraphStyle(
        "cell",
        fontName="Helvetica-Bold" if "font-weight" in letters else "Helvetica",
        fontSize=paper.look.size,
        leading=1.2 * paper.look.size,
        alignment=2 if letters["text-align"] == "right" else 0,
        textColor=HexColor(letters.get("color", "#000000")),
    )


PRESSES: Mapping[str, Callable[[Sequence[Paper], Path], None]] = {
    "writer": writer, "calc": calc, "chromium": chromium, "reportlab": reportlab,
}  # fmt: skip
