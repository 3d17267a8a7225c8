"""How the Tidewell packs look: an agenda and three short reports, ruled tables, the same every quarter."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from samples.content import ActionPlan, IndicatorTable, Pack, Register
from samples.sheet import Face, Sheet
from samples.table import Cell, Row, Style, Table, set_table
from samples.tidewell import content as c

FACE = Face("Helvetica", "Helvetica-Bold", "Helvetica-Oblique")
NAVY, PALE = "#1d3c5c", "#dbe6f0"
RULED = Style(FACE, size=10.5, pad=5, grid="#5a6b7a", header_fill=NAVY, header_ink="#ffffff")


def build(canvas: Canvas, quarter: int) -> Pack:
    """Typeset the pack of a quarter and return what it says."""
    paper = Sheet(canvas, FACE, A4, margin=50, foot=48)
    pack = Pack(c.facts(quarter), c.items(), [c.actions(quarter)], [c.measures(quarter)], [c.risks(quarter)])
    front_sheet(paper, pack, c.DAYS[quarter][0])
    paper.new_page(landscape(A4))
    action_plan(paper, pack.plans[0])
    paper.new_page(landscape(A4))
    measures(paper, pack.measures[0])
    paper.y += 20
    risks(paper, pack.registers[0])
    return pack


def front_sheet(paper: Sheet, pack: Pack, day: str) -> None:
    """Set the agenda."""
    paper.new_page(A4)
    paper.y = 90
    paper.paragraph(c.COUNCIL, 18, bold=True, ink=NAVY, after=6)
    paper.paragraph(pack.facts["title"], 15, bold=True, after=14)
    paper.paragraph(f"Thursday {day} at 6.30 pm", 11, after=2)
    paper.paragraph(pack.facts["venue"], 11, after=26)
    for item in pack.items:
        item.page = paper.page
        paper.paragraph(item.title, 11, label=f"{item.number}.", indent=30, after=10)


def action_plan(paper: Sheet, plan: ActionPlan) -> None:
    """Set the actions, theme by theme."""
    paper.paragraph(plan.title, 16, bold=True, after=8)
    rows: list[Row] = []
    for section in plan.sections:
        rows.append(Row((Cell(f"Theme: {section.corporate}", fill=PALE, span=5),), "band"))
        rows += [Row(_cells((a.ref, a.text, a.due, a.officers, a.status)), record=a) for a in section.actions]
    _ruled(paper, [60, 340, 130, 120, 90], ("Ref", "Action", "Due date", "Lead officer", "Status"), rows)


def measures(paper: Sheet, table: IndicatorTable) -> None:
    """Set target and quarters so far."""
    paper.paragraph(table.title, 16, bold=True, after=8)
    titles = [f"{'Target ' if measure == 'target' else ''}{period}" for measure, period in table.columns]
    rows = [
        Row(_cells((m.ref, m.definition, m.officers, *(v[0].text for v in m.values))), record=m)
        for m in table.indicators
    ]
    widths = [60, 280, 110, *[72.0] * len(titles)]
    _ruled(paper, widths, ("Ref", "Measure", "Lead officer", *titles), rows)


def risks(paper: Sheet, register: Register) -> None:
    """Set the risk register."""
    paper.paragraph(register.title, 16, bold=True, after=8)
    heads = ("Ref", "Risk", "Controls", "Risk owner", "Likelihood", "Impact", "Score")
    rows = [
        Row(_cells((r.ref, r.text, *r.controls, r.officers, *map(str, r.residual or ()))), record=r)
        for r in register.risks
    ]
    _ruled(paper, [50, 230, 170, 100, 74, 58, 58], heads, rows)


def _cells(texts: Sequence[str]) -> tuple[Cell, ...]:
    return tuple(Cell(text, bold=not n) for n, text in enumerate(texts))


def _ruled(paper: Sheet, widths: list[float], heads: Sequence[str], rows: list[Row]) -> None:
    header = Row(tuple(Cell(text) for text in heads), "header")
    set_table(paper, Table("", widths, [header], rows), RULED)
