"""Correct: what was said of tables, as lessons for every table under the same head."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import zip_longest

from agendapack.extract.correct.file import KIND, ROLES, TABLES
from agendapack.extract.correct.identity import SEPARATOR
from agendapack.extract.model import Correction, Lesson, Review, TableEntry
from agendapack.extract.recognise.lessons import BETWEEN, head_of, is_telling
from agendapack.schemas.heads import misfit, roles_in, titles_in

WHOLE = ""
SAYING = {KIND: ("accepted", "corrected"), ROLES: ("accepted", "corrected"), WHOLE: ("rejected",)}
"""By column the verdicts that say what a table is; a rejected one lists no records."""
_ON_PAGE = re.compile(rf"page (\d{{1,6}})(?:{re.escape(SEPARATOR)}(.*))?", re.DOTALL)
Cells = Mapping[str, Correction]
"""What was said of a table, by column."""


def lessons_of(
    corrections: Iterable[Correction], councils: Mapping[str, str] | None = None
) -> Iterator[Lesson]:
    """The lessons in corrections, in their order; `councils` are those of the packs by their hash."""
    tables: dict[tuple[str, str], dict[str, Correction]] = {}
    for said in corrections:
        if said.dataset == TABLES and said.review.verdict in SAYING.get(said.review.column, ()):
            tables.setdefault((said.sha256, said.row), {})[said.review.column] = said
    for (sha256, row), cells in tables.items():
        lesson = _lesson(row, cells)
        if lesson and not misfit(lesson.kind, lesson.roles):
            yield replace(lesson, sha256=sha256, council=(councils or {}).get(sha256, ""))


def fitting(lessons: Iterable[Lesson], sha256: str, heads: Collection[str] | None) -> tuple[Lesson, ...]:
    """The lessons from other packs for one that has tables under these heads; all while nobody knows them."""
    others = (lesson for lesson in lessons if lesson.sha256 != sha256 and head_key(lesson.titles))
    return tuple(lesson for lesson in others if heads is None or head_key(lesson.titles) in heads)


def heads_file(lessons: Iterable[Lesson]) -> str:
    """What was learned as a file of words; of one head in one council what was said last."""
    last = {
        (lesson.council, head_key(lesson.titles)): lesson for lesson in lessons if head_key(lesson.titles)
    }
    tables = [
        {
            **({"council": lesson.council} if lesson.council else {}),
            "kind": lesson.kind,
            "columns": [
                f"{title}: {role}".strip()
                for title, role in zip_longest(lesson.titles, lesson.roles, fillvalue="")
            ],
        }
        for lesson in last.values()
    ]
    import yaml

    return yaml.safe_dump({"heads": {"tables": tables}}, allow_unicode=True, sort_keys=False, width=110)


def heads_of(tables: Iterable[TableEntry]) -> tuple[str, ...]:
    """The heads by which tables are known in other packs."""
    keys = (head_key(titles_in(table.head)) for table in tables)
    return tuple(sorted({key for key in keys if key}))


def head_key(titles: Iterable[str]) -> str:
    """A head as text; empty when there is too little of it to know it by."""
    head = head_of(titles)
    return BETWEEN.join(head) if is_telling(head) else ""


def _lesson(row: str, cells: Cells) -> Lesson | None:
    """What the lines about one table say together; None when they do not say what it lists."""
    on_page = _ON_PAGE.fullmatch(row)
    kind = "" if WHOLE in cells else _said(cells.get(KIND))
    if on_page is None or kind is None:
        return None
    try:
        titles, roles = roles_in(_said(cells.get(ROLES)) or "")
    except ValueError:  # accepted where a role had another name
        return None
    who = _who(next(iter(cells.values())).review)
    page, head = int(on_page[1]), titles or titles_in(on_page[2] or "")
    return Lesson(head, kind, roles if kind else (), page=page, who=who)


def _said(correction: Correction | None) -> str | None:
    if correction is None:
        return None
    return correction.corrected if correction.review.verdict == "corrected" else correction.review.printed


def _who(review: Review) -> str:
    return " on ".join(part for part in (review.who or "somebody", review.when[:10]) if part)
