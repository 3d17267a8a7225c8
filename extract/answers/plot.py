"""Answers: series as a drawing (SVG) that needs nothing beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from agendapack.extract.answers.answer import Answer
from agendapack.extract.answers.moved import lines_of, title
from agendapack.extract.errors import UsageError, output_errors
from agendapack.extract.write.record import Record
from agendapack.schemas.cells import text

OURS = "<!-- drawn by agendapack -->"
"""By which a drawing is known as one that may be replaced."""
WIDE, HIGH, EDGE = 640, 150, 44
INK, LINE = "#333", "#1f5fa8"


def plot(answer: Answer, file: Path) -> None:
    """Draw a panel for each series; a file that is not a drawing of ours is never replaced."""
    with output_errors(file):
        if file.exists() and OURS not in file.read_text(encoding="utf-8", errors="replace")[:300]:
            raise UsageError(f"{file}: this file is not a drawing of agendapack. Choose another name.")
        file.write_text(_drawing(answer), encoding="utf-8")


def _drawing(answer: Answer) -> str:
    panels = [p for p in lines_of(answer) if any(row["value"] is not None for row in p[1])]
    high = HIGH * max(len(panels), 1)
    parts = [part for n, (name, rows) in enumerate(panels) for part in _panel(n * HIGH, name, rows)]
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {high}" font-family="sans-serif">'
    return "\n".join(
        [head, OURS, f'<rect width="{WIDE}" height="{high}" fill="#fff"/>', *parts, "</svg>", ""]
    )


def _panel(top: float, name: str, rows: Sequence[Record]) -> Iterator[str]:
    """Title, course and a mark for each value, which tells the value when pointed at."""
    told = [(n, float(v), row) for n, row in enumerate(rows) if isinstance(v := row["value"], int | float)]
    least, greatest = min(v for _, v, _ in told), max(v for _, v, _ in told)
    yield _text(EDGE, top + 18, f"{title(rows[-1])}: {name}", 12, "start")
    step = (WIDE - 2 * EDGE) / max(len(rows) - 1, 1)
    scale = (HIGH - 74) / ((greatest - least) or 1)
    points = [(EDGE + n * step, top + HIGH - 40 - (v - least) * scale, row) for n, v, row in told]
    course = " ".join(f"{x:.1f},{y:.1f}" for x, y, _ in points)
    yield f'<polyline points="{course}" fill="none" stroke="{LINE}" stroke-width="2"/>'
    for x, y, row in points:
        said = escape(f"{text(row['period'])}: {text(row['latest_text'])}")
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{LINE}"><title>{said}</title></circle>'
    for x, y, row in (points[0], points[-1])[: len(points)]:
        yield _text(x, y - 7, text(row["latest_text"]), 10, "middle")
        yield _text(x, top + HIGH - 18, text(row["period"]), 10, "middle")


def _text(x: float, y: float, said: str, size: int, anchor: str) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{INK}" text-anchor="{anchor}">'
        f"{escape(said)}</text>"
    )
