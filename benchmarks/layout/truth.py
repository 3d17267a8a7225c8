"""Writes the true cells of a paper in the form of the ICDAR 2013 table competition, page by page."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Iterator
from pathlib import Path

from layout.paper import Block, Columns, Paper, Table
from layout.sheet import Sheet


def write_truth(paper: Paper, file: Path) -> None:
    """The tables of each leaf, one page each."""
    root = ElementTree.Element("document", filename=f"{paper.name}.pdf")
    for n, leaf in enumerate(paper.leaves):
        for table in tables(leaf.blocks):
            _table(root, table.sheet, n + 1)
    ElementTree.ElementTree(root).write(file, encoding="utf-8", xml_declaration=True)


def tables(blocks: Iterable[Block]) -> Iterator[Table]:
    """The tables among the blocks, those in columns too."""
    for block in blocks:
        if isinstance(block, Table):
            yield block
        elif isinstance(block, Columns):
            for column in block.columns:
                yield from tables(column)


def _table(root: ElementTree.Element, sheet: Sheet, page: int) -> None:
    region = ElementTree.SubElement(ElementTree.SubElement(root, "table"), "region", page=str(page))
    for cell in sheet.ordered():
        if not cell.text.strip():
            continue
        place = {
            "start-row": cell.row, "start-col": cell.column,
            "end-row": cell.row + cell.rows - 1, "end-col": cell.column + cell.columns - 1,
        }  # fmt: skip
        element = ElementTree.SubElement(region, "cell", {k: str(v) for k, v in place.items()})
        ElementTree.SubElement(element, "content").text = cell.text
