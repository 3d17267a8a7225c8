"""The data dictionary of all datasets, written from their declaration."""

from __future__ import annotations

import re

from agendapack.schemas.datasets import DatasetColumn, datasets, provenance, version


def _markdown_row(column: DatasetColumn) -> str:
    kind = f"list of {column.items}s" if column.type == "list" else column.type
    if column.unit:
        kind += f" ({column.unit})"
    about = column.description
    if column.enum:
        about += " One of: " + ", ".join(f"`{v}`" for v in column.enum) + "."
    cells = (f"`{column.name}`", kind, "yes" if column.required else "", about)
    return "| " + " | ".join(re.sub(r"\|", r"\\|", cell) for cell in cells) + " |"


def _markdown_table(columns: tuple[DatasetColumn, ...]) -> list[str]:
    return [
        "| column | type | always filled | meaning |",
        "|---|---|---|---|",
        *map(_markdown_row, columns),
        "",
    ]


def markdown() -> str:
    """The data dictionary of all datasets."""
    lines = [f"# Data dictionary (schema version {version()})", ""]
    lines += ["An empty cell means: not printed in the pack, or not readable (then `findings` says so).", ""]
    for one in datasets():
        own = one.columns[: len(one.columns) - len(provenance())]
        lines += [
            f"## {one.name}",
            "",
            f"{one.description} One row per {one.row}.",
            "",
            *_markdown_table(own),
        ]
    lines += ["## Provenance", "", "The last columns of every dataset.", "", *_markdown_table(provenance())]
    return "\n".join(lines)
