"""The indicators that one cell lists, and what of the cells beside it belongs to each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from agendapack.extract.model import Cell, Row
from agendapack.extract.normalise.leading_ref import Led, bulleted, lettered, numbered
from agendapack.extract.normalise.text import RUNS_ON, clean, join_bullets
from agendapack.extract.recognise.looks import text_looks

MEASURED = frozenset(["begins as a measure", "words of a measure"])
TASK = "sets a task"
_LABELLED = re.compile(r"\w[\w ]{0,25}:\s")
"""What a line of a definition begins with that tells its source or how it is counted."""


def marked(cell: Cell) -> list[Led]:
    """The entries of a list in which a bullet, a number or a letter opens each; none of a text.

    What stands before them may head the list; a lead-in that runs on into its bullets, or that says what
    is measured, makes one text of them.
    """
    for entries in (numbered(cell.text), lettered(cell.text), bulleted(cell.text)):
        if len(entries) > 1 and not _is_lead_in(heading(cell, entries)):
            return entries
    return []


def heading(cell: Cell, entries: Sequence[Led]) -> str:
    """What a cell prints above its entries; nothing where it prints none or begins with one."""
    return clean("\n".join(cell.lines[: entries[0].line])) if entries else ""


def _is_lead_in(text: str) -> bool:
    return text[-1:] in RUNS_ON or not MEASURED.isdisjoint(text_looks(text)) if text else False


def paragraphs(cell: Cell, begun: frozenset[int] = frozenset()) -> list[Led]:
    """The texts between which the page leaves white, or each of which begins on a line of its own.

    `begun` are the lines that no wrapping put where they stand.
    """
    apart = _cut(cell, [0, *cell.breaks])
    lines = _cut(cell, sorted({0, *cell.breaks, *(n for n in begun if _begins(cell.lines[n]))}))
    return lines if _are_names(lines) else apart


def _begins(line: str) -> bool:
    first = line.lstrip()[:1]
    return first.isupper() or first.isdigit() or first == "%"


def _are_names(entries: Sequence[Led]) -> bool:
    """Whether entries name what is measured: one says so, and none is a sentence or has a label."""
    texts = [" ".join(e.text.split()) for e in entries]
    looks = [text_looks(text) for text in texts]
    plain = not any(
        text.endswith(".") or _LABELLED.match(text) or TASK in look
        for text, look in zip(texts, looks, strict=True)
    )
    return plain and any(not MEASURED.isdisjoint(look) for look in looks)


def of_entry(row: Row, at: int, count: int) -> Row:
    """The row of one of the entries: of another cell that lists as many, its own; of others nothing."""
    listed = [marked(cell) or paragraphs(cell) for cell in row.cells]
    own = [join_bullets(entries[at].text) if len(entries) == count else "" for entries in listed]
    cells = (replace(cell, text=text) for cell, text in zip(row.cells, own, strict=True))
    return replace(row, cells=tuple(cells))


def _cut(cell: Cell, starts: Sequence[int]) -> list[Led]:
    edges = pairwise([*starts, len(cell.lines)])
    return [Led("", "\n".join(cell.lines[a:b]), a) for a, b in edges if a < b]
