"""How the Wrenbridge pack looks: agenda and plan as they were typed, the rest as it came off the scanner."""

from __future__ import annotations

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from samples.content import Action, Pack
from samples.scan import Scanner
from samples.sheet import Face, Sheet
from samples.table import Cell, Row, Style, Table, set_table
from samples.wrenbridge import content as c

FACE = Face("Helvetica", "Helvetica-Bold", "Helvetica-Oblique")
SHADE, PALE = "#c9c9c9", "#e4e4e4"
LARGE = Style(FACE, size=12, pad=8, grid="#000000", header_fill=SHADE)
RULED = Style(FACE, size=10, pad=4, grid="#000000", header_fill=SHADE)
SCANS = {
    3: Scanner(degrees=0.8, dots=150, noise=6, seed=3),
    4: Scanner(degrees=-0.6, dots=150, noise=5, seed=4, sideways=True, two_tone=True),
}
"""Pages that went through the scanner; the last lay on the glass sideways and was kept in black and white."""


class Paper(Sheet):
    """The council's paper: the committee at the head, the page number at the foot."""

    def furnish(self) -> None:
        """Print head and foot of the page."""
        self.text(self.margin, 34, f"Policy and Resources Committee – {DAY}", FACE.italic, 9)
        foot, wide = self.size[1] - 28, self.width
        self.text(self.margin, foot, str(self.page), FACE.normal, 10, align="centre", width=wide)


DAY = "14 January 2025"


def build(canvas: Canvas) -> Pack:
    """Typeset the pack and return what it says."""
    paper = Paper(canvas, FACE, A4, margin=50, foot=48)
    front_sheet(paper)
    paper.new_page(landscape(A4))
    action_plan(paper)
    paper.new_page(landscape(A4))
    measures(paper)
    risks(paper)
    return Pack(c.FACTS, c.ITEMS, [c.ACTIONS], [c.MEASURES], [c.RISKS])


def front_sheet(paper: Paper) -> None:
    """Set the agenda."""
    paper.new_page(A4)
    paper.y = 90
    paper.paragraph(c.COUNCIL, 18, bold=True, after=6)
    paper.paragraph(c.FACTS["title"], 15, bold=True, after=14)
    paper.paragraph(f"Tuesday {DAY} at 7.00 pm", 11, after=2)
    paper.paragraph(c.FACTS["venue"], 11, after=26)
    for item in c.ITEMS:
        item.page = paper.page
        paper.paragraph(item.title, 11, label=f"{item.number}.", indent=30, after=10)


def action_row(action: Action) -> Row:
    """Set an action in six columns."""
    texts = (action.ref, action.text, action.due, action.officers, action.indicators, action.risks)
    return Row(tuple(Cell(text, bold=not n) for n, text in enumerate(texts)), record=action)


def action_plan(paper: Paper) -> None:
    """Set the actions, theme by theme; the table runs on to the next page."""
    paper.paragraph(c.PLAN, 16, bold=True, after=8)
    heads = ("Ref", "Action", "By when", "Lead officer", "Measures", "Risks")
    rows: list[Row] = []
    theme = ""
    for section in c.SECTIONS:
        if section.corporate != theme:
            theme = section.corporate
            rows.append(Row((Cell(f"Corporate theme: {theme}", fill=PALE, span=6),), "band"))
        rows.append(Row((Cell(f"Team objective: {section.divisional}", fill=PALE, span=6),), "band"))
        rows += [action_row(action) for action in section.actions]
    header = Row(tuple(Cell(text) for text in heads), "header")
    set_table(paper, Table("", [58, 336, 84, 104, 84, 76], [header], rows), LARGE)


def measures(paper: Paper) -> None:
    """Set the performance measures."""
    paper.paragraph("Performance measures", 14, bold=True, after=6)
    heads = ("Ref", "Definition", "Lead officer", "Outturn 2023/24", "Target 2025/26")
    rows = [
        Row(
            (
                Cell(one.ref),
                Cell(one.definition),
                Cell(one.officers),
                *(Cell(values[0].text, align="centre") for values in one.values),
            ),
            record=one,
        )
        for one in c.MEASURES.indicators
    ]
    header = Row(tuple(Cell(text) for text in heads), "header")
    set_table(paper, Table("", [58, 336, 120, 114, 114], [header], rows), RULED)
    paper.y += 16


def risks(paper: Paper) -> None:
    """Set the risk register."""
    paper.paragraph("Risks to the plan", 14, bold=True, after=6)
    heads = ("Risk ref", "Risk", "Priority", "Controls", "Lead officer")
    rows = [
        Row(
            (
                Cell(one.ref),
                Cell(one.text),
                Cell(one.priority, align="centre"),
                Cell(bullets=tuple(one.controls)),
                Cell(one.officers),
            ),
            record=one,
        )
        for one in c.RISKS.risks
    ]
    header = Row(tuple(Cell(text) for text in heads), "header")
    set_table(paper, Table("", [64, 252, 60, 246, 120], [header], rows), RULED)
