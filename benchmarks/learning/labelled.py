"""Tables of real papers with what readers say of them: from labels, and from gold rows."""

from __future__ import annotations

import csv
import hashlib
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from agendapack.extract.model import Box, Table
from agendapack.extract.recognise.kinds import KINDS
from agendapack.extract.recognise.tables import as_boxes
from learning.example import UNTOLD, Example
from learning.read import Beside, tables_of

LABELS = Path(__file__).parent.parent / "labels"
SURE = 0.7
"""Labels on which readers would agree."""
SHARED_AREA = 0.3
SAME_SHARE = 0.6
"""Share of the rows in which a column must hold what gold says."""
MIN_RECORDS = 0.3
"""Share of a table's rows that gold must have for the table to be of its kind."""
MIN_CHARS = 6
Said = Mapping[str, str]
OF_VALUE = frozenset(["target", "actual", "value", "baseline", "latest", "outturn"])
GOLD: Mapping[str, Mapping[str, str]] = {
    "actions": {
        "action_ref": "ref",
        "due_text": "due",
        "officers": "officers",
        "indicator_refs": "indicator_refs",
        "risk_refs": "risk_refs",
        "status": "status",
        "departmental_outcome": "success",
        "parent_refs": "parent_refs",
    },
    "indicators": {
        "indicator_ref": "ref",
        "officers": "officers",
        "rag": "status",
        "previous_rag": "previous_rag",
        "direction": "direction",
    },
    "risks": {
        "risk_ref": "ref",
        "mitigations": "mitigations",
        "review_method": "frequency",
        "last_review": "last_review",
        "officers": "officers",
        "action_refs": "action_refs",
        "likelihood": "likelihood",
        "impact": "impact",
        "score": "score",
        "priority": "priority",
        "inherent_likelihood": "likelihood",
        "inherent_impact": "impact",
        "inherent_score": "score",
        "target_score": "score",
    },
}
"""What a column means whose cells are those of a gold column."""
SUBJECTS = {
    "actions": ("action", "action"),
    "indicators": ("definition", "definition"),
    "risks": ("description", "risk"),
}


def by_labels(papers: Path, kept: Path) -> Iterator[Example]:
    """The labelled tables of all papers in a folder, by its own `labels.csv` and by what their bytes are."""
    own, by_hash = _labels([papers / "labels.csv"], "file"), _labels(sorted(LABELS.glob("*.csv")), "sha256")
    for pdf in sorted(papers.rglob("*.pdf")):
        lines = [*own[pdf.name], *by_hash[hashlib.sha256(pdf.read_bytes()).hexdigest()]]
        for beside in tables_of(pdf, kept) if lines else ():
            label = _label(beside.table, lines)
            if label is not None:
                yield _labelled(beside, label, _publisher(pdf, papers))


def _labels(files: Sequence[Path], key: str) -> Mapping[str, list[Said]]:
    """The lines of files of labels on which readers would agree, by the paper that they are of."""
    said: dict[str, list[Said]] = defaultdict(list)
    for line in (line for file in files for line in _rows(file)):
        if float(line["sure"] or 1) >= SURE:
            said[line[key]].append(line)
    return said


def _publisher(pdf: Path, papers: Path) -> str:
    """The folder of a paper, or the first part of its name: what one publisher prints is alike."""
    within = pdf.relative_to(papers)
    name = within.parts[0] if len(within.parts) > 1 else pdf.stem
    return pdf.stem if re.fullmatch(r"(?:eu|us)-\d+", pdf.stem) else re.split(r"[-_]", name)[0]


def _label(table: Table, lines: Sequence[Said]) -> Said | None:
    """The label of the place that shares most with a table."""
    boxes = {part.page: part.box for part in table.parts}
    near = [
        (_shared(boxes[page], line["bbox"]), n)
        for n, line in enumerate(lines)
        if (page := int(line["page"])) in boxes
    ]
    share, best = max(near, default=(0.0, -1))
    return lines[best] if share > SHARED_AREA else None


def _shared(box: Box, said: str) -> float:
    """Shared area over the smaller one."""
    x0, top, x1, bottom = map(float, said.split())
    wide, high = min(box.x1, x1) - max(box.x0, x0), min(box.bottom, bottom) - max(box.top, top)
    small = min((box.x1 - box.x0) * (box.bottom - box.top), (x1 - x0) * (bottom - top))
    return max(wide, 0.0) * max(high, 0.0) / small if small > 0 else 0.0


def _labelled(beside: Beside, label: Said, publisher: str) -> Example:
    table = beside.table
    kind = label["kind"] if label["kind"] in KINDS else "none"
    meanings = [UNTOLD] * table.columns
    used = sorted({c.column for row in table.rows for c in row.cells if c.text or c.glyphs})
    for place, role in json.loads(label["roles"] or "{}").items():
        if int(place) < len(used):
            meanings[used[int(place)]] = "value" if role in OF_VALUE else KINDS[kind].meaning(role)
    return Example(table, kind, tuple(meanings), table.header_rows or -1, "", beside.around.above, publisher)


def by_gold(corpus: Path, kept: Path) -> Iterator[Example]:
    """The tables of documents with gold rows: of the kind whose rows they hold, columns by their cells."""
    for pdf in sorted(corpus.glob("*/document.pdf")):
        gold = {kind: _rows(pdf.parent / "gold" / f"{kind}.csv") for kind in KINDS}
        values = {_squeezed(r["text"]) for r in _rows(pdf.parent / "gold" / "indicator_values.csv")}
        for beside in tables_of(pdf, kept):
            example = (
                None
                if as_boxes(beside.table)
                else _with_gold(beside, gold, values, pdf.parent.name.split("-")[0])
            )
            if example is not None:
                yield example


def _rows(file: Path) -> list[Said]:
    if not file.exists():
        return []
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def _with_gold(
    beside: Beside, gold: Mapping[str, list[Said]], values: set[str], publisher: str
) -> Example | None:
    """The table with what gold says of it; None where a few of its rows only are gold's."""
    table = beside.table
    cells = _cells(table)
    hits = {(k, c): _hits(own, gold[k], SUBJECTS[k][0]) for c, own in cells.items() for k in KINDS}
    (kind, subject), found = max(hits.items(), key=lambda item: len(item[1]), default=(("none", 0), {}))
    if not found:
        return Example(
            table,
            "none",
            (UNTOLD,) * table.columns,
            table.header_rows or -1,
            "",
            beside.around.above,
            publisher,
        )
    if len(found) < MIN_RECORDS * sum(row.kind == "body" for row in table.rows):
        return None
    meanings = [UNTOLD] * table.columns
    meanings[subject] = SUBJECTS[kind][1]
    for column, meaning in GOLD[kind].items():
        best = _column_of(cells, {row: gold[kind][n].get(column) or "" for row, n in found.items()}, subject)
        if best is not None and not meanings[best]:
            meanings[best] = meaning
    for column, own in cells.items():
        here = [text for row, text in own.items() if row in found]
        if kind == "indicators" and not meanings[column] and _are_values(here, values):
            meanings[column] = "value"
    return Example(table, kind, tuple(meanings), table.header_rows or -1, "", beside.around.above, publisher)


def _are_values(texts: Sequence[str], values: set[str]) -> bool:
    same = sum(text in values for text in texts)
    return bool(texts) and same >= SAME_SHARE * len(texts) and any(map(str.isdigit, "".join(texts)))


def _cells(table: Table) -> dict[int, dict[int, str]]:
    """The texts of each column by row, squeezed."""
    found: dict[int, dict[int, str]] = defaultdict(dict)
    for number, row in enumerate(table.rows):
        for cell in row.cells:
            if cell.text:
                found[cell.column][number] = _squeezed(cell.text)
    return found


def _hits(own: Mapping[int, str], rows: Sequence[Said], column: str) -> dict[int, int]:
    """For rows of a table the gold row that has the same text."""
    wanted = [(n, _squeezed(row[column])) for n, row in enumerate(rows)]
    found = {}
    for at, text in own.items():
        match = next(
            (n for n, said in wanted if len(said) > MIN_CHARS and (said == text or _within(said, text))), None
        )
        if match is not None:
            found[at] = match
    return found


def _within(said: str, text: str) -> bool:
    return min(len(said), len(text)) > 2 * MIN_CHARS and (said in text or text in said)


def _column_of(cells: Mapping[int, Mapping[int, str]], wanted: Mapping[int, str], subject: int) -> int | None:
    """The column that holds in most rows what gold has in one of its own."""
    filled = {row: said for row, said in wanted.items() if said}
    shares = {
        column: sum(_holds(own.get(row, ""), said) for row, said in filled.items()) / len(filled)
        for column, own in cells.items()
        if filled and column != subject
    }
    best = max(shares, key=lambda c: (shares[c], -abs(c - subject)), default=None)
    return best if best is not None and shares[best] >= SAME_SHARE else None


def _holds(text: str, said: str) -> bool:
    parts = [_squeezed(part) for part in said.split("; ")]
    return bool(text) and (
        _squeezed(said) == text or any(p == text or (len(p) > 2 and p in text) for p in parts)
    )


def _squeezed(text: str) -> str:
    return re.sub(r"[^a-z0-9%£]", "", text.casefold())
