"""Makes milestones from tables of stages and their dates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from agendapack.extract.model import Milestone, Row, Source
from agendapack.extract.normalise.dates import parse_due
from agendapack.extract.normalise.people import split_officers
from agendapack.extract.normalise.text import clean, join_bullets
from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise.milestones import Milestones
from agendapack.schemas import vocabulary


def milestones(found: Iterable[Milestones], place_of: Callable[[str], Around]) -> list[Milestone]:
    """A row for each stage with its date, in printed order; `row_id` is not set yet."""
    return [made for table in found for made in _of_table(table, place_of(table.found.table.table_id).plan)]


def _of_table(table: Milestones, plan: str) -> Iterator[Milestone]:
    heading = project = ""
    for row in table.rows:
        if row.kind == "band":
            heading, project = clean(" ".join(c.flat for c in row.cells if c.text)), ""
        elif row.kind == "body":
            project = _text(row, table.stages.project) or project
            yield from _of_row(table, row, plan, project or heading)


def _of_row(table: Milestones, row: Row, plan: str, project: str) -> Iterator[Milestone]:
    stages = table.stages
    for column, name in stages.dates:
        stage, printed, revised = (
            name or _text(row, stages.stage),
            _text(row, column),
            _text(row, stages.revised),
        )
        if not stage or (_is_none(printed) and _is_none(revised)):
            continue
        due, moved = parse_due(printed), parse_due(revised)
        cell = row.covering(column)
        printed_in = table.found.table
        source = Source(
            table_id=printed_in.table_id, page=row.page, box=row.box, confidence=printed_in.confidence
        )
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


def _is_none(text: str) -> bool:
    """Whether a cell says nothing, or that there is no such stage."""
    return not any(map(str.isalnum, text)) or text.casefold() in vocabulary("values")["nothing"]


def _text(row: Row, column: int | None) -> str:
    """What a cell prints, on one line; nothing for a column that the table does not have."""
    cell = row.covering(column) if column is not None else None
    return join_bullets(cell.text) if cell else ""
