"""Explain: why a value is what it is, from a results folder, in sentences or with every figure."""

from __future__ import annotations

from agendapack.extract.explain.explained import Explained, Explanation, explain, where
from agendapack.extract.explain.figures import in_figures
from agendapack.extract.explain.lookup import FoundRow, hit_lines, latest, sought
from agendapack.extract.explain.sentences import in_sentences

__all__ = [
    "Explained",
    "Explanation",
    "FoundRow",
    "explain",
    "hit_lines",
    "in_figures",
    "in_sentences",
    "latest",
    "sought",
    "where",
]
