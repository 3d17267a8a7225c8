"""Tables of stages and their dates: a stage to a column, or a stage to a row.

A matrix has a project to a row and dates under the names of stages; a list names the stage in a column and
has its date, first set and revised, beside it. Such a list may be one of actions as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from agendapack.extract.normalise.dates import parse_due
from agendapack.extract.normalise.refs import is_ref
from agendapack.extract.normalise.values import parse_value
from agendapack.extract.normalise.words import whole_words
from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise.columns import Column
from agendapack.extract.recognise.looks import column_looks
from agendapack.extract.recognise.recognised import MILESTONES, Recognised, Stages
from agendapack.extract.recognise.role_words import Role
from agendapack.extract.recognise.titles import folded
from agendapack.schemas import from_words, vocabulary
from agendapack.schemas.heads import subject_of

DATED_SHARE = 0.6
"""So many of a column's cells are dates where it holds dates."""
TOLD_SHARE = 0.35
"""So much of a text that names a stage are the words for stages."""
STAGED_SHARE = 0.5
"""So many of the heads, or of the cells of a column, name stages."""
MIN_DATES = 2
"""Dates of a column that say what it holds, and columns of dates that make a matrix."""
TASKS_SHARE = 0.5
"""So many of the texts of actions set a task."""
DATE_WORDS = 8
"""A cell that is a date has no more words."""
DATED = frozenset({"date", "range", "multiple"})


def with_stages(found: Recognised, around: Around) -> Recognised:
    """The table with what its columns say of stages; where it lists nothing else it is taken for that."""
    stages = stages_of(found, around) or _of_steps(found)
    if stages is None or found.kind and not _lists_projects(found, stages):
        return replace(_by_steps(found, stages) if stages else found, stages=stages)
    listed = replace(found, stages=stages, kind=MILESTONES, reasons=("stages and their dates",))
    return replace(listed, reading=None, guess="", guessed=None)


def _lists_projects(found: Recognised, stages: Stages) -> bool:
    """Whether what was taken for actions are the names of projects, a stage to a column beside them."""
    subject = found.reading.subject if found.reading else None
    if stages.stage is not None or subject != stages.project:
        return False
    column = next(c for c in found.columns if c.number == subject)
    return column_looks(column).get("sets a task", 0.0) < TASKS_SHARE


def _of_steps(found: Recognised) -> Stages | None:
    """The stages of actions with a column of milestones, whatever its title, and dates for them."""
    reading = found.reading
    if reading is None or found.kind != "actions" or found.printed or found.said:
        return None
    step, due = reading.column("milestones"), reading.column("due")
    if step is None or due is None or not _are_merged(found, (step, due)):
        return None
    return Stages(
        reading.subject,
        step,
        ((due, ""),),
        None,
        reading.column("status"),
        reading.column("officers"),
    )


def _by_steps(found: Recognised, stages: Stages) -> Recognised:
    """Actions that are merged over rows with steps and dates of their own: each step is to be done."""
    reading, step = found.reading, stages.stage
    if reading is None or step is None or reading.subject is None or reading.subject != stages.project:
        return found
    if not _are_merged(found, (step, stages.dates[0][0])):
        return found
    taken = {"objective": stages.project, subject_of(found.kind): step}
    kept = [r for r in reading.roles if r.name not in taken and r.column not in taken.values()]
    given = [Role(column, name, "steps with dates of their own") for name, column in taken.items()]
    roles = tuple(sorted([*kept, *given], key=lambda role: role.column))
    return replace(found, reading=replace(reading, roles=roles, led=""))


def _are_merged(found: Recognised, beside: Sequence[int]) -> bool:
    """Whether the actions have fewer cells than any of the columns beside them."""
    filled = {c.number: len(c.filled) for c in found.columns}
    subject = found.reading.subject if found.reading else None
    return subject is not None and all(filled[subject] < filled[number] for number in beside)


def stages_of(found: Recognised, around: Around) -> Stages | None:
    """What the columns say of stages; None for a table that is about something else."""
    if found.kind not in ("", "actions") or found.printed or found.said:
        return None
    dated = [c for c in found.columns if _is_dated(c)]
    if not dated:
        return None
    texts = [c for c in found.columns if not _is_of_refs(c)]
    stage = _column(texts, "stage_columns") or _of_stages(texts, dated)
    listed = _as_list(texts, dated, stage, _column(texts, "project_columns"))
    return listed or _as_matrix(found, dated, around)


def _is_of_refs(column: Column) -> bool:
    return bool(column.filled) and all(is_ref(c.flat) for c in column.filled)


def _as_list(
    columns: Sequence[Column], dated: Sequence[Column], stage: Column | None, project: Column | None
) -> Stages | None:
    """A stage to a row, with a column of its dates."""
    revised = _column(dated, "revised_columns")
    others = [c for c in dated if c is not revised]
    first = _column(others, "due_columns") or next(iter(others), None)
    if stage is None or stage in dated or first is None:
        return None
    status, officers = _column(columns, "status_columns"), _column(columns, "officer_columns")
    before = next((c for c in columns if c.filled and c.number < stage.number), None)
    if project is None and before not in (*dated, status, officers):
        project = before
    return Stages(
        _number(project),
        stage.number,
        ((first.number, ""),),
        _number(revised),
        _number(status),
        _number(officers),
    )


def _as_matrix(found: Recognised, dated: Sequence[Column], around: Around) -> Stages | None:
    """A project to a row, with a date under each stage."""
    stages = [
        c
        for c in dated
        if c.title and not _is_named(c, "due_columns") and not _is_named(c, "revised_columns")
    ]
    texts = [c for c in found.columns if c.filled and c not in dated]
    if len(stages) < MIN_DATES or len({c.title for c in stages}) < len(stages) or not texts:
        return None
    told = sum(bool(_stage_words().search(c.title)) for c in stages) >= STAGED_SHARE * len(stages)
    caption = found.table.caption.flat if found.table.caption else ""
    about = any(
        _about_words().search(text)
        for text in (*around.above[-1:], found.table.title, caption, texts[0].title)
    )
    if not (told and (about or len(stages) > MIN_DATES)):
        return None
    project = _column(texts, "project_columns") or texts[0]
    return Stages(
        project.number,
        None,
        tuple((c.number, c.title) for c in stages),
        None,
        _number(_column(texts, "status_columns")),
        _number(_column(texts, "officer_columns")),
    )


def _of_stages(columns: Sequence[Column], dated: Sequence[Column]) -> Column | None:
    """The column whose cells name stages, whatever its title."""
    for column in columns:
        cells = [c.flat for c in column.filled]
        if column in dated or len(cells) < MIN_DATES:
            continue
        if sum(map(_names_a_stage, cells)) > STAGED_SHARE * len(cells):
            return column
    return None


def _names_a_stage(text: str) -> bool:
    """Whether words of stages make up much of a text, as they do not of a sentence."""
    told = sum(len(found[0]) for found in _stage_words().finditer(text))
    return told >= TOLD_SHARE * len(text)


def _is_dated(column: Column) -> bool:
    texts = [c.flat for c in column.filled]
    dates = set(filter(_is_date, texts))
    if not dates:  # most columns: what is still to come need not be looked for
        return False
    known = dated = sum(_is_known(text) for text in texts if text in dates)
    for text in texts:
        if text not in dates and _is_known(text):
            known += 1
            if dated < DATED_SHARE * known:  # told by a few figures
                return False
    return known >= MIN_DATES and dated >= DATED_SHARE * known


def _is_known(text: str) -> bool:
    """Whether a cell says more than that something is to come."""
    return parse_value(text)[0].status != "pending"


def _is_date(text: str) -> bool:
    return len(text.split()) <= DATE_WORDS and parse_due(text).kind in DATED


def _column(columns: Iterable[Column], names: str) -> Column | None:
    """The first column whose title is one of the names."""
    return next((c for c in columns if _is_named(c, names)), None)


def _is_named(column: Column, names: str) -> bool:
    return any(folded(title) in _names()[names] for title in column.titles)


def _number(column: Column | None) -> int | None:
    return column.number if column else None


@from_words
def _names() -> dict[str, frozenset[tuple[str, ...]]]:
    return {
        key: frozenset(folded(str(word)) for word in words)
        for key, words in vocabulary(MILESTONES).items()
        if key.endswith("_columns")
    }


@from_words
def _stage_words() -> re.Pattern[str]:
    return re.compile(whole_words(map(str, vocabulary(MILESTONES)["stages"])), re.IGNORECASE)


@from_words
def _about_words() -> re.Pattern[str]:
    return re.compile(whole_words(map(str, vocabulary(MILESTONES)["about"])), re.IGNORECASE)
