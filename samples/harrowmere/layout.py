"""How the Harrowmere pack looks: a front sheet, short reports, ruled appendices on landscape pages."""

from __future__ import annotations

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from samples.content import Action, Indicator, Pack, Risk, Section
from samples.harrowmere import content as c
from samples.sheet import Face, Sheet
from samples.table import Cell, Row, Style, Table, set_table

FACE = Face("Times-Roman", "Times-Bold", "Times-Italic")
GREEN, PALE, PALER, GREY = "#24523b", "#cfe0d3", "#ebf2ec", "#555555"
RULED = Style(FACE, size=10.5, pad=4, grid="#4a4a4a", header_fill=GREEN, header_ink="#ffffff")
MONEY = Style(FACE, size=10, pad=3, line="#999999", header_fill=PALE, total_line="#000000", cut=False)
FOOT = f"{c.COUNCIL}  ·  Cabinet  ·  9 July 2024"


class Paper(Sheet):
    """The council's paper: a running head on the right, the meeting and page number at the foot."""

    head = ""

    def furnish(self) -> None:
        """Print head and foot of the page."""
        foot = self.size[1] - 28
        if self.page > 1:
            self.text(self.margin, 34, self.head, FACE.bold, 10, align="right", width=self.width)
            self.y = self.margin + 6
        self.rule(self.margin, foot - 12, self.width, GREY)
        self.text(self.margin, foot, FOOT, FACE.italic, 8.5, GREY)
        self.text(self.margin, foot, str(self.page), FACE.normal, 10, align="right", width=self.width)

    def part(self, head: str, size: tuple[float, float]) -> None:
        """Begin a part of the pack on a new page."""
        self.head = head
        self.new_page(size)

    def heading(self, text: str, size: float = 12) -> None:
        """Print a heading."""
        self.paragraph(text, size, bold=True, after=4)

    def numbered(self, paragraphs: list[tuple[str, str]]) -> None:
        """Print numbered paragraphs."""
        for number, text in paragraphs:
            self.paragraph(text, 11, label=number, indent=36, after=7)


def build(canvas: Canvas) -> Pack:
    """Typeset the pack and return what it says."""
    paper = Paper(canvas, FACE, A4, margin=56, foot=52)
    front_sheet(paper)
    corporate_report(paper)
    paper.part("Item 4 – Appendix A", landscape(A4))
    action_plan(paper)
    measures(paper)
    risks(paper)
    small_report(paper, 5, c.SERVICE_REPORT)
    paper.part("Item 5 – Appendix B", landscape(A4))
    service_plan(paper)
    small_report(paper, 7, c.CONTRIBUTIONS_REPORT)
    set_table(paper, c.CONTRIBUTIONS, MONEY, paper.margin + 36)
    return Pack(
        c.FACTS,
        c.ITEMS,
        [c.CORPORATE, c.SERVICE],
        [c.MEASURES],
        [c.RISKS],
        [c.FUNDING, c.POSTS, c.CONTRIBUTIONS],
        c.FINDINGS,
    )


def front_sheet(paper: Paper) -> None:
    """Set the agenda."""
    paper.new_page(A4)
    paper.frame(paper.margin, 54, paper.width, 104, GREEN, 2)
    paper.y = 66
    paper.paragraph(c.COUNCIL.upper(), 17, bold=True, ink=GREEN, align="centre", after=4)
    paper.paragraph(c.FACTS["title"].upper(), 15, bold=True, align="centre", after=8)
    paper.paragraph("Tuesday 9 July 2024 at 6.30 pm", 12, bold=True, align="centre", after=2)
    paper.paragraph(c.FACTS["venue"], 11, align="centre", after=26)
    paper.paragraph(
        "Members of the Cabinet: Councillors Perpetua Ambrose (Leader), Dominic Yarrow (Deputy Leader), "
        "Sunita Rao, Evan Thistlewood, Grace Okonjo and Walter Pym.",
        11,
        after=16,
    )
    paper.y += 12
    paper.text(paper.margin, paper.y, "Item", FACE.italic, 10, GREY)
    paper.text(paper.margin, paper.y, "Report of", FACE.italic, 10, GREY, "right", paper.width)
    paper.y += 6
    section = ""
    for item in c.ITEMS:
        if item.section != section:
            section = item.section
            paper.y += 8
            paper.fill(paper.margin, paper.y, paper.width, 18, PALER)
            paper.text(paper.margin + 4, paper.y + 13, section.upper(), FACE.bold, 11, GREEN)
            paper.y += 24
        item.page = paper.page
        top = paper.y
        paper.paragraph(item.title, 11, label=item.number, indent=32, width=paper.width - 190, after=9)
        paper.text(
            paper.margin, top + 13.4, item.officer, FACE.italic, 10.5, align="right", width=paper.width
        )
    paper.y = 690
    paper.rule(paper.margin, paper.y, paper.width, GREEN, 1)
    paper.paragraph(
        "Members of the public are welcome. Questions should reach Democratic Services by noon on Friday "
        "5 July 2024: telephone 01632 960177 or call at the desk in Tollgate House.",
        10,
        italic=True,
    )


def report_head(paper: Paper, number: int) -> None:
    """Set the head of the report for an agenda item."""
    item = c.ITEMS[number - 1]
    paper.paragraph(f"Report of: {item.officer}", 11, after=2)
    paper.paragraph("To: Cabinet, 9 July 2024", 11, after=12)
    paper.paragraph(item.title.upper(), 12.5, bold=True, ink=GREEN, after=10)


def corporate_report(paper: Paper) -> None:
    """Set the report on the Corporate Plan with its two money tables."""
    paper.part("Item 4", A4)
    report_head(paper, 4)
    for number, title, paragraphs in c.REPORT:
        paper.paragraph(title, 11, bold=True, label=number, indent=36, after=4)
        paper.numbered(paragraphs)
    money_table(paper, c.FUNDING)
    paper.numbered(c.REPORT_END[:1])
    money_table(paper, c.POSTS)
    paper.paragraph("RECOMMENDATION", 11, bold=True, label="4.", indent=36, after=4)
    paper.numbered(c.REPORT_END[1:])


def money_table(paper: Paper, table: Table) -> None:
    """Set a titled table of figures among the paragraphs, whole on one page."""
    if paper.room < 24 + 19 * (len(table.rows) + 1):
        paper.new_page()
    paper.paragraph(table.title, 10.5, bold=True, indent=36, after=3)
    set_table(paper, table, MONEY, paper.margin + 36)
    paper.y += 12


def small_report(paper: Paper, number: int, paragraphs: list[tuple[str, str]]) -> None:
    """Set a report of a few paragraphs."""
    paper.part(f"Item {number}", A4)
    report_head(paper, number)
    paper.numbered(paragraphs)


PLAN_WIDTHS = [50.0, 313.0, 84.0, 108.0, 108.0, 66.0]
PLAN_HEADER = Row(
    tuple(
        Cell(t) for t in ("Ref", "Action", "Due date", "Responsible officer", "Performance measures", "Risks")
    ),
    "header",
)


def action_row(action: Action) -> Row:
    """Set an action in six columns."""
    texts = (action.ref, action.text, action.due, action.officers, action.indicators, action.risks)
    return Row(tuple(Cell(text) for text in texts), record=action)


def bands(section: Section, before: Section | None, columns: int) -> list[Row]:
    """The heading rows that are new with this section."""
    out = []
    if before is None or before.corporate != section.corporate:
        out.append(Row((Cell(f"Corporate theme: {section.corporate}", fill=PALE, span=columns),), "band"))
    if section.departmental:
        out.append(Row((Cell(f"Service outcome: {section.departmental}", fill=PALER, span=columns),), "band"))
    if section.divisional:
        out.append(Row((Cell(f"Team objective: {section.divisional}", fill=PALER, span=columns),), "band"))
    return out


def plan_rows(sections: list[Section], header: Row | None = None) -> list[Row]:
    """Bands and actions; with a header, it is printed again under each set of bands."""
    rows: list[Row] = []
    before = None
    for section in sections:
        rows += bands(section, before, len(PLAN_WIDTHS))
        rows += [header] if header else []
        rows += [action_row(action) for action in section.actions]
        before = section
    return rows


def action_plan(paper: Paper) -> None:
    """Set the Corporate Plan's two sections of actions."""
    paper.paragraph(c.PLAN, 17, bold=True, ink=GREEN, after=2)
    paper.heading("Section 1 – Actions by theme")
    set_table(paper, Table("", PLAN_WIDTHS, [PLAN_HEADER], plan_rows(c.SECTION_1)), RULED)
    paper.new_page()
    paper.heading("Section 2 – Programmes that support the themes")
    paper.paragraph("Each programme carries the reference of the action in Section 1 that it serves.", 11)
    rows = plan_rows(c.SECTION_2, PLAN_HEADER)
    set_table(paper, Table("", PLAN_WIDTHS, [], rows), RULED)


def figures(indicator: Indicator, column: int) -> Cell:
    """Set the figures of one column; labelled parts stand on lines of their own."""
    values = indicator.values[column]
    return Cell("\n".join(f"{v.component} {v.text}".strip() for v in values), align="centre")


def measures(paper: Paper) -> None:
    """Set the table of performance measures."""
    paper.new_page()
    paper.heading("Performance measures", 14)
    paper.paragraph(
        "Measures of the former national set that the Council has kept are marked NI; HD are its own. "
        "NA: not available.",
        11,
    )
    heads = (
        "Ref",
        "Definition",
        "Responsible officer",
        "Outturn 2023/24",
        "Target 2024/25",
        "Target 2026/27",
    )
    header = Row(tuple(Cell(t, align="centre" if n > 2 else "left") for n, t in enumerate(heads)), "header")
    rows = [
        Row(
            (Cell(one.ref), Cell(one.definition), Cell(one.officers), *(figures(one, n) for n in range(3))),
            record=one,
        )
        for one in c.MEASURES.indicators
    ]
    set_table(paper, Table("", [52, 283, 112, 92, 92, 98], [header], rows), RULED)


def risk_row(risk: Risk) -> Row:
    """Set a risk with its controls as bullets."""
    texts = (risk.actions, risk.method, risk.reviewed, risk.officers)
    return Row(
        (
            Cell(risk.ref),
            Cell(risk.text),
            Cell(risk.priority, align="centre"),
            Cell(bullets=tuple(risk.controls)),
            *(Cell(text) for text in texts),
        ),
        record=risk,
    )


def risks(paper: Paper) -> None:
    """Set the risk register."""
    paper.new_page()
    paper.heading("Risks to the plan", 14)
    paper.paragraph("Priority: H high, M medium, L low.", 11)
    heads = (
        "Risk ref",
        "Risk",
        "Priority",
        "What is in place to reduce the risk",
        "Actions at risk",
        "Method of review",
        "Last review",
        "Responsible officer",
    )
    header = Row(tuple(Cell(text) for text in heads), "header")
    widths = [42.0, 132.0, 48.0, 226.0, 76.0, 84.0, 50.0, 71.0]
    set_table(paper, Table("", widths, [header], [risk_row(risk) for risk in c.RISKS.risks]), RULED)


def service_plan(paper: Paper) -> None:
    """Set the service plan, header printed again after each set of bands."""
    paper.paragraph(c.SERVICE_PLAN, 18, bold=True, ink=GREEN, after=4)
    paper.paragraph(
        "What the service will do this year and the corporate action that each piece of work serves.", 11
    )
    rows = plan_rows(c.SERVICE.sections, PLAN_HEADER)
    set_table(paper, Table("", PLAN_WIDTHS, [], rows), RULED)
