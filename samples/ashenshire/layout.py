"""How the Ashenshire pack looks: upright agenda and form, then slides with shaded rows and few rules."""

from __future__ import annotations

from dataclasses import replace

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from samples.ashenshire import content as c
from samples.content import Indicator, Pack, Risk, Value
from samples.sheet import Face, Sheet
from samples.table import Cell, Row, Style, Table, set_table

FACE = Face("Vera", "VeraBd", "VeraIt")
SLIDE = (842.0, 474.0)
PLUM, TEAL, MIST, GREY, RULE = "#5b2a59", "#0b7a75", "#eef3f5", "#6b7078", "#c8cdd2"
COLOURS = {"Green": "#8fcb7f", "Amber": "#f8c64a", "Red": "#ea6a5e", "": ""}
ARROWS = {"improving": "up", "worsening": "down", "stable": "right", "": ""}
SHADED = Style(FACE, size=8, pad=4.5, header_fill=TEAL, header_ink="#ffffff", zebra=MIST, cut=False)
LARGE = replace(SHADED, size=9.5, pad=6)
BARE = Style(FACE, size=9.5, pad=4.5, cut=False)
LIKELY_RED, LIKELY_AMBER = 15, 8
"""Lowest scores that are coloured red and amber."""


class Deck(Sheet):
    """Upright pages and slides, each with the pack's page number."""

    def furnish(self) -> None:
        """Print the foot, and on slides the coloured edge."""
        if self.size == SLIDE:
            self.fill(0, 0, 10, self.size[1], PLUM)
        self.text(self.margin, self.size[1] - 20, c.COUNCIL, FACE.normal, 7, GREY)
        self.text(
            self.margin, self.size[1] - 20, f"Page {self.page}", FACE.bold, 8, GREY, "right", self.width
        )

    def title(self, text: str, note: str = "") -> None:
        """Print a slide's title and the line under it."""
        self.paragraph(text, 17, bold=True, ink=PLUM, after=3)
        if note:
            self.paragraph(note, 8, ink=GREY, after=8)

    def slide(self, text: str, note: str = "") -> None:
        """Begin a slide."""
        self.new_page(SLIDE)
        self.title(text, note)


def build(canvas: Canvas) -> Pack:
    """Typeset the pack and return what it says."""
    for name, file in (("Vera", "Vera.ttf"), ("VeraBd", "VeraBd.ttf"), ("VeraIt", "VeraIt.ttf")):
        pdfmetrics.registerFont(TTFont(name, file))
    deck = Deck(canvas, FACE, A4, margin=42, foot=36)
    starts = {1: agenda(deck), 2: form(deck), 4: contents(deck)}
    dashboard(deck)
    quarters(deck)
    starts |= {5: key_actions(deck), 6: risks(deck), 7: revenue(deck)}
    side_by_side(deck)
    starts[8] = capital(deck)
    for item in c.ITEMS:
        assert not item.first or item.first == starts[int(item.number)], (
            f"item {item.number} is on another page"
        )
    return Pack(
        c.FACTS,
        c.ITEMS,
        [c.KEY_ACTIONS],
        [c.BOXES, c.QUARTERS],
        [c.RISKS],
        [c.REVENUE, c.RESERVES, c.GRANTS, c.CAPITAL],
    )


def agenda(deck: Deck) -> int:
    """Set the agenda, page references running on from the titles."""
    deck.new_page(A4)
    deck.fill(0, 0, A4[0], 96, PLUM)
    deck.text(deck.margin, 44, c.COUNCIL, FACE.bold, 20, "#ffffff")
    deck.text(deck.margin, 70, c.FACTS["committee"], FACE.normal, 13, "#ffffff")
    deck.y = 118
    deck.paragraph(c.FACTS["title"], 18, bold=True, ink=PLUM, after=8)
    for label, text in (
        ("Date", "Wednesday, 11 September 2024"),
        ("Time", "10.00 am"),
        ("Place", c.FACTS["venue"]),
    ):
        deck.text(deck.margin, deck.y + 12, label, FACE.bold, 10)
        deck.paragraph(text, 10, x=deck.margin + 60, after=2)
    deck.paragraph("", after=2)
    deck.paragraph(
        "Members: Hester Lacey (Chair), Jomo Nyberg (Vice-Chair), Alan Pickersgill, Farida Haq, "
        "Bronwen Tully, Michael Stroud-Bell, Olu Adeyinka",
        9,
        ink=GREY,
        after=14,
    )
    section = ""
    for item in c.ITEMS:
        if item.section != section:
            section = item.section
            deck.y += 6
            deck.paragraph(section, 11, bold=True, ink=TEAL, after=6)
        item.page = deck.page
        pages = f" (Pages {item.first} - {item.last})" if item.first < item.last else f" (Page {item.first})"
        title = item.title + (pages if item.first else "")
        deck.paragraph(title, 10, label=f"{item.number}.", indent=28, width=430, after=7)
    deck.y = 700
    deck.paragraph(
        "Papers may be asked for in large print or read aloud: telephone 01632 960842.", 8.5, ink=GREY
    )
    return deck.page


def form(deck: Deck) -> int:
    """Set a form to be filled in, which looks like a table and holds no data."""
    deck.new_page(A4)
    deck.title("Declaration of interests", "Please hand this form to the clerk before the meeting begins.")
    blank = Style(FACE, size=9.5, pad=8, grid="#888888", header_fill=MIST)
    labels = [
        Row((Cell(text, bold=True), Cell())) for text in ("Name", "Committee", "Date of meeting", "Signed")
    ]
    set_table(deck, Table("", [150, 361], [], labels), blank)
    deck.y += 22
    deck.paragraph("Interests that I wish to declare", 11, bold=True, after=6)
    texts = ("Agenda item", "What the interest is", "Leaving the room? (Y / N)")
    header = Row(tuple(Cell(text) for text in texts), "header")
    set_table(deck, Table("", [90, 291, 130], [header], [Row((Cell(), Cell(), Cell()))] * 5), blank)
    deck.y += 18
    deck.paragraph(
        "A pecuniary interest must be declared and the Member must leave. Anyone in doubt should ask the "
        "Monitoring Officer, if possible on the day before.",
        9,
        ink=GREY,
    )
    return deck.page


def contents(deck: Deck) -> int:
    """Set the contents of the slides with leaders of dots."""
    deck.slide("How we are doing: Quarter 1 2024/25", "Report of the Chief Executive, September 2024")
    deck.paragraph("Contents", 12, bold=True, ink=TEAL, after=4)
    dot = pdfmetrics.stringWidth(".", FACE.normal, 10)
    for text, page in c.CONTENTS:
        free = 420 - pdfmetrics.stringWidth(text, FACE.normal, 10) - 30
        deck.y += 19
        deck.text(deck.margin, deck.y, f"{text} {'.' * int(free / dot)}", FACE.normal, 10)
        deck.text(deck.margin, deck.y, str(page), FACE.normal, 10, align="right", width=420)
    deck.y = 110
    for text in (
        "Green: the target is met or beaten. Amber: close to the target. Red: well short of it.",
        "Arrows point up when the figure is better than a quarter before, down when it is worse and to the "
        "right when there is little change.",
        "Boxes and tables show the newest figure that had been checked by 31 July.",
    ):
        deck.paragraph(text, 9.5, x=540, width=255, after=10)
    return deck.page


def printed(values: list[Value]) -> str:
    """The figures of one column."""
    return " ".join(value.text for value in values)


def dashboard(deck: Deck) -> None:
    """Set six boxes with figures beside each other, colours and arrows."""
    deck.slide(c.BOXES.title)
    wide, high, gap = 240.0, 170.0, 19.0
    for number, one in enumerate(c.BOXES.indicators):
        across, down = number % 3, number // 3
        box(deck, one, deck.margin + across * (wide + gap), 80 + down * (high + gap), wide, high)


def box(deck: Deck, one: Indicator, x: float, top: float, wide: float, high: float) -> None:
    """Set one indicator's box."""
    one.page = deck.page
    latest, target, previous = (printed(values) for values in one.values)
    deck.fill(x, top, wide, high, "#ffffff")
    deck.frame(x, top, wide, high, RULE, 1)
    deck.y = top + 8
    deck.paragraph(one.definition, 10.5, bold=True, ink=PLUM, x=x + 10, width=wide - 20)
    deck.fill(x + wide - 92, top + 62, 82, 44, COLOURS[one.rag])
    deck.text(x + wide - 92, top + 90, one.rag.upper(), FACE.bold, 13, align="centre", width=82)
    deck.text(x + 10, top + 76, "Latest:", FACE.normal, 9, GREY)
    deck.text(x + 10, top + 100, latest, FACE.bold, 19)
    deck.arrow(x + wide - 51, top + 132, ARROWS[one.direction], size=26)
    deck.text(x + 10, top + 130, f"Target: {target}", FACE.normal, 10)
    deck.text(x + 10, top + 150, f"Previous: {previous} ({one.previous_rag})", FACE.normal, 10)


def quarters(deck: Deck) -> None:
    """Set the quarterly table: quarters above target and actual, the colour of an actual cell its rating."""
    deck.slide(
        c.QUARTERS.title,
        "Colours as on page 3. n/a: not available. Measures: AM adult care, CM children, RM roads.",
    )
    ends = Row(
        (
            Cell("Ref", down=2),
            Cell("Measure", down=2),
            Cell(c.Q4, span=2, align="centre"),
            Cell(c.Q1, span=2, align="centre"),
            Cell("Direction", down=2, align="centre"),
        ),
        "header",
    )
    heads = Row(tuple(Cell(text, align="centre") for text in ("Target", "Actual") * 2), "header")
    rows = []
    for one in c.QUARTERS.indicators:
        fills = ("", COLOURS[one.previous_rag], "", COLOURS[one.rag])
        cells = [
            Cell(printed(v), align="centre", fill=fill) for v, fill in zip(one.values, fills, strict=True)
        ]
        arrow = Cell(arrow=ARROWS[one.direction])
        rows.append(Row((Cell(one.ref, bold=True), Cell(one.definition), *cells, arrow), record=one))
    set_table(deck, Table("", [44, 304, 88, 88, 88, 88, 58], [ends, heads], rows), SHADED)


def key_actions(deck: Deck) -> int:
    """Set the action plan over two slides, its header printed once."""
    deck.slide(c.KEY_ACTIONS.title, "Progress as reported to the leadership team on 2 September 2024.")
    start = deck.page
    heads = ("Key action", "Lead", "By when", "Measure of success", "Progress")
    rows = [
        Row((Cell(a.text), Cell(a.officers), Cell(a.due), Cell(a.measure), Cell(a.status)), record=a)
        for a in c.KEY_ACTIONS.sections[0].actions
    ]
    header = Row(tuple(Cell(text) for text in heads), "header")
    set_table(deck, Table("", [270, 110, 118, 180, 80], [header], rows, repeat=False), LARGE)
    return start


def score(number: int) -> Cell:
    """Set a score on its colour."""
    rating = "Red" if number >= LIKELY_RED else "Amber" if number >= LIKELY_AMBER else "Green"
    return Cell(str(number), align="centre", bold=True, fill=COLOURS[rating])


def risk_row(risk: Risk) -> Row:
    """Set a risk with the scores before and after its controls."""
    before, after = risk.inherent or (0, 0, 0), risk.residual or (0, 0, 0)
    plain = [[Cell(str(n), align="centre") for n in some[:2]] + [score(some[2])] for some in (before, after)]
    return Row(
        (
            Cell(risk.ref, bold=True),
            Cell(risk.text),
            *plain[0],
            Cell(bullets=tuple(risk.controls)),
            *plain[1],
            score(risk.target or 0),
            Cell(risk.officers),
        ),
        record=risk,
    )


def risks(deck: Deck) -> int:
    """Set the risk register over two slides."""
    deck.slide(c.RISKS.title, "Likelihood and impact run from 1 to 5; the score is one times the other.")
    start = deck.page
    groups = Row(
        (
            Cell("ID", down=2),
            Cell("Risk", down=2),
            Cell("Inherent risk", span=3, align="centre"),
            Cell("Controls", down=2),
            Cell("Residual risk", span=3, align="centre"),
            Cell("Target score", down=2, align="centre"),
            Cell("Risk owner", down=2),
        ),
        "header",
    )
    heads = Row(tuple(Cell(text, align="centre") for text in ("Likelihood", "Impact", "Score") * 2), "header")
    widths = [30.0, 146.0, 58.0, 44.0, 40.0, 174.0, 58.0, 44.0, 40.0, 46.0, 78.0]
    set_table(deck, Table("", widths, [groups, heads], [risk_row(risk) for risk in c.RISKS.risks]), SHADED)
    return start


def revenue(deck: Deck) -> int:
    """Set the forecast with no lines at all, and under its figures words that nobody can see."""
    deck.slide("Revenue forecast")
    deck.paragraph(
        "Children's placements and home care account for the whole of the pressure; directors will bring "
        "options for closing the gap in November.",
        9.5,
        after=16,
    )
    deck.paragraph(c.REVENUE.title, 11, bold=True, ink=TEAL, after=4)
    top = deck.y
    set_table(deck, c.REVENUE, BARE)
    for number, text in enumerate(
        ("Second draft, not checked 999,999", "Adult care and health 240,000 251,000")
    ):
        deck.hidden(deck.margin + 150, top + 76 + number * 41, text, FACE.normal, 12)
    deck.y += 8
    deck.paragraph("Figures in brackets are underspends.", 8, ink=GREY)
    return deck.page


def side_by_side(deck: Deck) -> None:
    """Set two tables beside each other."""
    deck.slide("Reserves and community grants")
    deck.y += 14
    top = deck.y
    for table, x in ((c.RESERVES, deck.margin), (c.GRANTS, deck.margin + 400)):
        deck.y = top
        deck.paragraph(table.title, 11, bold=True, ink=TEAL, after=5, x=x)
        set_table(deck, table, SHADED, x)


def capital(deck: Deck) -> int:
    """Set the capital programme on a page stored on its side."""
    deck.new_page((A4[1], A4[0]), turned=True)
    deck.title("Capital programme 2024/25", "Report of the Corporate Director, Resources")
    deck.y += 8
    deck.paragraph(c.CAPITAL.title, 11, bold=True, ink=TEAL, after=5)
    set_table(deck, c.CAPITAL, LARGE)
    deck.y += 12
    deck.paragraph(
        "The relief road is forecast below budget because the flood compensation area was bought for less "
        "than the valuation.",
        9.5,
        width=560,
    )
    return deck.page
