"""Reads a card: one cell that holds an indicator's title, its rating and its labelled values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from agendapack.extract.model import Cell, Row
from agendapack.extract.normalise.figures import is_measured
from agendapack.extract.normalise.rag import rag_of_text
from agendapack.extract.recognise.boxes import MIN_MEASURES, UNLABELLED, KpiBox, Pair, inline_pairs, named

MIN_LINES = 3
"""Lines of a card: its title and two labelled values."""
_RATED = re.compile(r"(?P<value>.*\S)\s+(?P<word>[A-Z]{3,})|(?P<first>[A-Z]{3,})\s+(?P<rest>\S.*)")


def card(cell: Cell, row: Row) -> KpiBox | None:
    """The card of a cell; None when the cell is no card."""
    if len(cell.lines) < MIN_LINES:
        return None
    title: list[str] = []
    over: list[Pair] = []
    box = KpiBox(cell, row, [replace(cell, text="", fill=None)])
    waiting = ""
    for number, line in enumerate(cell.lines):
        text, word = _without_rating(line.strip())
        if word:
            box.beside.append(replace(cell, text=word, fill=None, glyphs=()))
        if pairs := list(inline_pairs(text, cell)):
            box.pairs += pairs
            waiting = ""
        elif (known := named(text.rstrip(": "))) and not _comes_again(known, cell.lines[number + 1 :], cell):
            waiting = text.rstrip(": ")
            label = known
        elif waiting and text:
            box.pairs.append(Pair(*label, text, cell, waiting))
            waiting = ""
        elif text and not box.pairs and not over and is_measured(text):
            (box.pairs if title else over).append(Pair(UNLABELLED, True, text, cell))
        elif text and not box.pairs:
            title.append(text)
    box.pairs = over + box.pairs
    if len(box.measures) < MIN_MEASURES or not title:
        return None
    box.title = replace(cell, text="\n".join(title))
    return box


def _comes_again(known: tuple[str, bool], below: Sequence[str], cell: Cell) -> bool:
    """Whether a line below has the same label: then this is the end of the title, "Homes / Standard"."""
    return any((pair.name, pair.is_measure) == known for line in below for pair in inline_pairs(line, cell))


def _without_rating(line: str) -> tuple[str, str]:
    """A line without the rating printed in capitals beside its text, and that rating."""
    if rag_of_text(line) and line.isalpha():
        return "", line
    found = _RATED.fullmatch(line)
    if found is None:
        return line, ""
    word, text = found["word"] or found["first"], found["value"] or found["rest"]
    return (text, word) if rag_of_text(word) and len(word) >= 3 else (line, "")
