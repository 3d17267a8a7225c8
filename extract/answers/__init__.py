"""Answers: a results folder goes in; what moved, changed or is overdue comes out, as rows or as text."""

from __future__ import annotations

from agendapack.extract.answers.answer import Answer
from agendapack.extract.answers.changed import change_lines, changes
from agendapack.extract.answers.late import overdue, overdue_lines
from agendapack.extract.answers.moved import series, series_lines
from agendapack.extract.answers.plot import plot

__all__ = [
    "Answer",
    "change_lines",
    "changes",
    "overdue",
    "overdue_lines",
    "plot",
    "series",
    "series_lines",
]
