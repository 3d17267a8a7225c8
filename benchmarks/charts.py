"""Invents pages of charts without a table: what stands along their axes lines up as the cells of one does.

    python benchmarks/charts.py FOLDER [--first 0] [--count 40]

Writes <doc>.pdf and <doc>-str.xml, which says that no table is there (benchmarks/layouts.py writes those of
pages with tables), for benchmarks/learn_accept.py. The same seed always makes the same page; seeds below 100
are for developing.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from pathlib import Path

from reportlab.graphics.charts.barcharts import HorizontalBarChart, VerticalBarChart
from reportlab.graphics.charts.linecharts import HorizontalLineChart
from reportlab.graphics.renderPDF import draw
from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import HexColor, lightgrey
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

NO_TABLE = '<?xml version="1.0" encoding="UTF-8"?>\n<document></document>\n'
ALONG = (
    ("Q1", "Q2", "Q3", "Q4"),
    ("2019", "2020", "2021", "2022"),
    ("Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar"),
    ("Q1", "Q2", "Q3", "Q4"),
    ("2018/19", "2019/20", "2020/21", "2021/22", "2022/23"),
    ("Q1 23/24", "Q2 23/24", "Q3 23/24", "Q4 23/24", "Q1 24/25"),
    ("North", "South", "East", "West", "Central"),
    ("Under 18", "18-24", "25-44", "45-64", "65 and over"),
)
TITLES = (
    "Missed collections for each 100,000", "Days to decide a claim", "Visits to leisure centres",
    "Sickness absence, days a post", "Calls answered in a minute", "Households in temporary homes",
)  # fmt: skip
SAID = (
    ("Responsible officer", "Waste Strategy Manager"), ("Portfolio", "Environment"), ("Target", "95%"),
    ("This quarter", "91.4%"), ("Last quarter", "90.2%"), ("Direction", "Better"), ("Reported", "Quarterly"),
    ("Comment", "Staff left in May and two posts were filled in July."),
)  # fmt: skip
COLOURS = ("#1f4e79", "#c55a11", "#70ad47")


def main() -> int:
    """Make the pages."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--first", type=int, default=0, help="first seed")
    parser.add_argument("--count", type=int, default=40)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    for seed in range(options.first, options.first + options.count):
        page(seed, options.folder)
    return 0


def page(seed: int, folder: Path) -> None:
    """One to three charts, each with its title, what is said beside it or above it, and a legend."""
    dice = random.Random(seed)
    name = f"charts-{seed:03}"
    canvas = Canvas(str(folder / f"{name}.pdf"), pagesize=A4, invariant=True)
    count, top = dice.randint(1, 3), A4[1] - 60.0
    size = dice.choice([8.0, 9.0, 10.0])
    for title in dice.sample(TITLES, count):
        canvas.setFont("Helvetica-Bold", size + 3)
        canvas.drawString(50, top, title)
        _say(canvas, dice, top - 18, size)
        series = dice.randint(1, 3)
        abreast = dice.randint(1, 2)
        for number in range(abreast):
            width = dice.choice([120, 150, 180]) if abreast > 1 else dice.choice([150, 200, 250, 400])
            left = 45 + number * 260 if abreast > 1 else dice.choice([50, 120])
            draw(_chart(dice, series, size, width), canvas, left, top - 205)
        if series > 1 or dice.random() < 0.5:
            _legend(canvas, dice, series, top - 222, size)
        top -= 240
    canvas.save()
    (folder / f"{name}-str.xml").write_text(NO_TABLE, encoding="utf-8")


def _say(canvas: Canvas, dice: random.Random, top: float, size: float) -> None:
    """Labels and values in a line above the chart, or one under the other at its left."""
    said, across, colon = dice.sample(SAID, dice.randint(0, 3)), dice.random() < 0.5, dice.choice(["", ":"])
    for number, (label, value) in enumerate(said):
        x, y = (50 + number * 170, top) if across else (50, top - 30 - number * size * 3)
        canvas.setFont("Helvetica-Bold", size)
        canvas.drawString(x, y, label + colon)
        canvas.setFont("Helvetica", size)
        canvas.drawString(x if not across else x + 85, y if across else y - size * 1.2, value[:24])


def _legend(canvas: Canvas, dice: random.Random, series: int, y: float, size: float) -> None:
    for number, text in enumerate(dice.sample(["Actual", "Target", "Last year", "England", "Trend"], series)):
        canvas.setFillColor(HexColor(COLOURS[number]))
        canvas.rect(120 + number * 90, y, 6, 6, stroke=0, fill=1)
        canvas.setFillColor(HexColor("#000000"))
        canvas.setFont("Helvetica", size - 1)
        canvas.drawString(130 + number * 90, y, text)


def _chart(dice: random.Random, series: int, size: float, width: float) -> Drawing:
    """A bar or line chart, with or without the lines of its grid and figures at its points."""
    drawing = Drawing(width + 60, 170)
    kind = dice.choice([VerticalBarChart, HorizontalLineChart, HorizontalBarChart])
    chart = kind()
    chart.x, chart.y, chart.width, chart.height = 40, 30, width, 110
    along: Sequence[str] = dice.choice(ALONG)
    most = dice.choice([5, 20, 100, 800, 4000])
    decimals = 1 if most < 100 else 0
    chart.data = [tuple(round(dice.uniform(most / 3, most), decimals) for _ in along) for _ in range(series)]
    chart.categoryAxis.categoryNames = list(along)
    chart.valueAxis.valueMin, chart.valueAxis.valueMax = 0, most
    chart.valueAxis.valueStep = most / dice.choice([4, 5, 8])
    percent = most == 100 and dice.random() < 0.5
    chart.valueAxis.labelTextFormat = "%.0f%%" if percent else f"%.{decimals}f"
    chart.valueAxis.visibleGrid = dice.random() < 0.6
    chart.valueAxis.gridStrokeColor = lightgrey
    for axis in (chart.valueAxis, chart.categoryAxis):
        axis.labels.fontSize = size - dice.choice([0, 1, 2])
    marks = chart.lines if kind is HorizontalLineChart else chart.bars
    for number in range(series):
        if kind is HorizontalLineChart:
            marks[number].strokeColor = HexColor(COLOURS[number])
        else:
            marks[number].fillColor = HexColor(COLOURS[number])
    if dice.random() < 0.5:
        labels, fmt = (
            (chart.lineLabels, "lineLabelFormat")
            if kind is HorizontalLineChart
            else (chart.barLabels, "barLabelFormat")
        )
        setattr(chart, fmt, f"%.{decimals}f")
        labels.fontSize, labels.dy = size - 2, 7
    drawing.add(chart)
    return drawing


if __name__ == "__main__":
    raise SystemExit(main())
