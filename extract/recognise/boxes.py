"""Reads boxes of labelled values: a title, a rating, then "Latest: | Target: | Previous:"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Cell, Row, Table, Word
from agendapack.extract.normalise.figures import is_measured
from agendapack.extract.normalise.periods import parse_period
from agendapack.extract.normalise.rag import rag_of_colour, rag_of_text
from agendapack.extract.normalise.refs import is_ref
from agendapack.extract.recognise.titles import folded
from agendapack.schemas import from_words, vocabulary

MIN_MEASURES = 2
"""Different measures a box must name."""
UNLABELLED = "latest"
"""What a figure under the title is that has no label."""
MAX_UNLABELLED = 2
"""Figures without a label of their own, from which a line is none of a box."""
MAX_LABEL_WORDS = 5
"""Words of a label; a longer text is none."""
MAX_TITLE_WORDS = 16
"""Words of a title that stands above its box."""
MAX_REF_WORDS = 3
"""Words of the reference that a title begins with."""
_PARTS = re.compile(r"\s*[;|]\s*|,\s+(?=[A-Za-z])|\s{2,}|\n")
_LABELLED = re.compile(r"(?P<label>[A-Za-z][A-Za-z /&-]{1,40}?)\s*(?::\s*|\s(?=[£$~<>-]?\d))(?P<value>\S.*)")
"""A colon may be missing before a figure: "Floor 90%"."""
_MAY_BE_LABELLED = re.compile(r":|\s[£$~<>-]?\d")

_NEXT_LABEL = re.compile(r"(?<=\d|%)\s+(?=(?P<label>[A-Za-z]{2,20}(?: [A-Za-z]{2,20})?):\s)")


@dataclass(frozen=True, slots=True)
class Pair:
    """A label with its value cell."""

    name: str
    """A measure, or a role: rag, previous_rag, direction, officers."""
    is_measure: bool
    text: str
    cell: Cell
    label: str = ""
    """As printed; empty for a figure without one."""


@dataclass(slots=True)
class KpiBox:
    """One indicator set as a box."""

    title: Cell
    row: Row
    beside: list[Cell] = field(default_factory=list)
    """Other cells of the title's row: rating, arrow."""
    pairs: list[Pair] = field(default_factory=list)

    @property
    def ref_and_definition(self) -> tuple[str, str]:
        """A reference that opens the title, and the rest of it."""
        words = self.title.flat.split()
        for count in range(min(MAX_REF_WORDS, len(words) - 1), 0, -1):
            if is_ref(" ".join(words[:count])):
                return " ".join(words[:count]), " ".join(words[count:]).lstrip(" :–-")
        return "", " ".join(words)

    @property
    def words(self) -> Iterator[Word]:
        """The words of all its cells."""
        return (w for cell in (self.title, *self.beside, *(p.cell for p in self.pairs)) for w in cell.words)

    @property
    def measures(self) -> set[str]:
        return {p.name for p in self.pairs if p.is_measure}


def boxes_of(table: Table) -> list[KpiBox]:
    """The boxes a table is made of, one below the other or side by side; empty when it is no such table."""
    return _side_by_side(table) or _boxes([(row, row.cells) for row in table.rows], table.caption)


def _side_by_side(table: Table) -> list[KpiBox]:
    """Boxes that fill a column each, in reading order; empty when a column is none."""
    columns: list[list[tuple[Row, tuple[Cell, ...]]]] = [[] for _ in range(table.columns)]
    for row in table.rows:
        for cell in row.cells:
            if cell.column_span > 1 and cell.text:
                return []
            columns[cell.column].append((row, (cell,)))
    found: list[list[KpiBox]] = []
    for column in columns:
        if any(cells[0].text for _, cells in column):
            found.append(_boxes(column))
            if not found[-1]:
                return []
    labelled = all(any(p.text != p.cell.flat for p in b.pairs) for boxes in found for b in boxes)
    if len(found) < 2 or not labelled:
        return []
    order = {id(row): number for number, row in enumerate(table.rows)}
    return sorted((b for boxes in found for b in boxes), key=lambda b: (order[id(b.row)], b.title.column))


def _boxes(lines: Iterable[tuple[Row, Sequence[Cell]]], caption: Cell | None = None) -> list[KpiBox]:
    """The boxes that these lines of cells make, read from the top down.

    The title of the first may stand above them all, as their caption.
    """
    labelled = _labelled(lines)
    if not any(pairs for _, _, pairs in labelled):
        return []
    found: list[KpiBox] = []
    first, _, of_first = labelled[0]
    if caption and _is_title(caption, of_first):
        found.append(KpiBox(caption, first))
    for row, cells, pairs in labelled:
        if not pairs and found and not found[-1].pairs and len(cells) == 1 and is_measured(cells[0].flat):
            pairs = [Pair(UNLABELLED, True, cells[0].flat, cells[0])]
        if pairs and _runs_on(cells, pairs):
            return []
        if pairs:
            if found:
                found[-1].pairs += pairs
        elif title := _title(cells):
            found.append(KpiBox(title, row, [c for c in cells if c is not title]))
    found = [b for b in found if b.pairs or b.row.kind != "band" or _all_bands(found)]
    boxes = [b for b in found if len(b.measures) >= MIN_MEASURES]
    rows_in_boxes = sum(1 for b in found for _ in b.pairs)
    return boxes if boxes and len(boxes) >= len(found) - 1 and rows_in_boxes else []


def _all_bands(boxes: Sequence[KpiBox]) -> bool:
    """Whether titles stand alone across the table, as remarks do below titles with a rating beside."""
    return all(b.row.kind == "band" for b in boxes)


def _labelled(lines: Iterable[tuple[Row, Sequence[Cell]]]) -> list[tuple[Row, list[Cell], list[Pair]]]:
    """The lines with their labelled values; a row of labels lends them to the one row of values below."""
    found: list[tuple[Row, list[Cell], list[Pair]]] = []
    labels: list[Cell] = []
    values_above = False
    for row, line in lines:
        cells = [c for c in line if c.text or c.glyphs]
        pairs = list(_pairs(cells))
        if cells and _all_labels(cells):
            labels, values_above = cells, False
            continue
        under = _under(labels, cells)
        if under and values_above:
            return []
        values_above = bool(under)
        found.append((row, cells, under or pairs))
    return found


def _all_labels(cells: Sequence[Cell]) -> bool:
    """Whether the cells of a row are labels of values below them."""
    known = [named(cell.flat.rstrip(": ")) for cell in cells]
    return all(known) and sum(bool(k and k[1]) for k in known) >= MIN_MEASURES


def _under(labels: Sequence[Cell], cells: Sequence[Cell]) -> list[Pair]:
    """The values under a row of labels, each in its column; nothing where any cell is something else."""
    above = {label.column: label for label in labels}
    if len(cells) < MIN_MEASURES or any(c.column not in above or c.column_span > 1 for c in cells):
        return []
    under = ((above[cell.column].flat.rstrip(": "), cell) for cell in cells)
    return [Pair(*known, cell.flat, cell, label) for label, cell in under if (known := named(label))]


def _is_title(caption: Cell, pairs: Sequence[Pair]) -> bool:
    """Whether what stands above labelled values is the title of an indicator: sums of money have none."""
    words = caption.flat.split()
    short = 1 < len(words) <= MAX_TITLE_WORDS and not caption.flat.endswith((".", ":"))
    telling = any(p.name in vocabulary("measures")["telling"] for p in pairs if p.is_measure)
    return short and telling and not all("£" in p.text for p in pairs if p.is_measure)


def _runs_on(cells: Sequence[Cell], pairs: Sequence[Pair]) -> bool:
    """Whether more figures follow than are labelled: a row of a table, its measure before its values."""
    figures = sum(is_measured(c.flat) for c in cells if not any(c is p.cell for p in pairs))
    return figures >= MAX_UNLABELLED


def _title(cells: Sequence[Cell]) -> Cell | None:
    """The cell that names the indicator: the longest text, of some words."""
    texts = [c for c in cells if len(c.flat.split()) >= 2 and _is_wording(c.flat) and not rag_of_text(c.flat)]
    return max(texts, key=lambda c: len(c.flat), default=None)


def _is_wording(text: str) -> bool:
    """Whether at least half are words: the figures along the axes of a chart are no title."""
    parts = text.split()
    return 2 * sum(part.isalpha() or not any(map(str.isdigit, part)) for part in parts) >= len(parts)


def _pairs(cells: Sequence[Cell]) -> Iterator[Pair]:
    """Pairs printed as "Label: value" in one cell, or as a label cell beside a value cell."""
    skip = False
    for i, cell in enumerate(cells):
        if skip:
            skip = False
            continue
        inline = list(inline_pairs(cell.flat, cell))
        if inline:
            yield from inline
        elif i + 1 < len(cells) and (known := named(cell.flat.rstrip(": "))) and not _names(cells[i + 1]):
            yield Pair(*known, cells[i + 1].flat, cells[i + 1], cell.flat.rstrip(": "))
            skip = True


def _names(cell: Cell) -> bool:
    """Whether a cell is a label and nothing that a label can name: in a head one stands beside the other."""
    return named(cell.flat.rstrip(": ")) is not None and not rag_of_text(cell.flat)


def inline_pairs(text: str, cell: Cell) -> Iterator[Pair]:
    """Pairs printed as "Label: value", several with commas between."""
    if not _MAY_BE_LABELLED.search(text):  # most cells, told by one look
        return
    for part in _PARTS.split(_apart(text)):
        found = _LABELLED.fullmatch(part.strip())
        if found and ":" not in found[0] and parse_period(found["value"]):
            continue  # "Target 2024/25" is a label
        if found and (known := named(found["label"])):
            yield Pair(*known, found["value"].strip(" ,;"), cell, found["label"].strip())


def _apart(text: str) -> str:
    """The text with a mark before each label that follows a value without one: "Target: 180 Floor: 240"."""
    return _NEXT_LABEL.sub(lambda found: "; " if named(found["label"]) else found[0], text)


@from_words
def _labels() -> dict[str, tuple[str, bool]]:
    """Every label by its folded words: what it names, and whether that is a measure."""
    known: dict[str, tuple[str, bool]] = {}
    roles = vocabulary("tables")["indicators"]["roles"]
    for role in ("officers", "direction", "rag", "previous_rag"):
        for word in roles[role]["words"]:
            known["".join(folded(str(word)))] = (role, False)
    measures = vocabulary("measures")
    for word in measures["thresholds"]:
        known["".join(folded(str(word)))] = ("threshold", False)
    for measure, words in measures["measures"].items():
        for word in words:
            known["".join(folded(str(word)))] = (measure, True)
    return known


def named(label: str) -> tuple[str, bool] | None:
    """What a label stands for, and whether that is a measure; None for other words."""
    if not label or len(label.split()) > MAX_LABEL_WORDS:
        return None
    return _labels().get("".join(folded(label)))


def rating(cells: Sequence[Cell]) -> str:
    """The rating that a cell prints, else the one its colour means."""
    words = next((r for c in cells if (r := rag_of_text(c.flat))), "")
    colours = (rag_of_colour(c.fill) for c in cells if c.fill)
    return words or next((r for r in colours if r), "")
