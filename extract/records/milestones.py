"""Makes milestones from tables of stages and their dates."""

from __future__ import annotations

from collections.abc import Iterator

from agendapack.extract.model import Milestone, Row, Source, Table
from agendapack.extract.normalise.dates import parse_due
from agendapack.extract.normalise.people import split_officers
from agendapack.extract.normalise.text import clean, join_bullets
from agendapack.extract.normalise.value_status import says_nothing
from agendapack.extract.recognise.recognised import Recognised, Stages


def milestones(found: Recognised, plan: str) -> Iterator[Milestone]:
    """A row for each stage of a table with its date, in printed order."""
    heading = project = ""
    for row in found.table.rows if found.stages else ():
        if row.kind == "band":
            heading, project = clean(" ".join(c.flat for c in row.cells if c.text)), ""
        elif row.kind == "body" and found.stages:
            project = _text(row, found.stages.project) or project
            yield from _of_row(row, found.stages, found.table, plan, project or heading)


def _of_row(row: Row, stages: Stages, table: Table, plan: str, project: str) -> Iterator[Milestone]:
    for column, name in stages.dates:
        stage, printed = name or _text(row, stages.stage), _text(row, column)
        revised = _text(row, stages.revised)
        if not stage or (says_nothing(printed) and says_nothing(revised)):
            continue
        due, moved = parse_due(printed), parse_due(revised)
        cell = row.covering(column)
        source = Source(table_id=table.table_id, page=row.page, box=row.box, confidence=table.confidence)
        yield Milestone(
            source.read_from(cell.words if cell else row.words),
            plan,
            stage,
            project,
            due_text=due.text,
            due_date=due.date,
            due_kind=due.kind,
            revised_text=moved.text,
            revised_date=moved.date,
            status=_text(row, stages.status),
            officers=tuple(split_officers(_text(row, stages.officers))),
        )


def _text(row: Row, column: int | None) -> str:
    """What a cell prints, on one line; nothing for a column that the table does not have."""
    cell = row.covering(column) if column is not None else None
    return join_bullets(cell.text) if cell else ""
