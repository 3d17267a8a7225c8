"""What people said of tables, found again by the heads of these."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from agendapack.extract.model import Lesson
from agendapack.extract.recognise.columns import Column
from agendapack.extract.recognise.measure_names import without_period
from agendapack.extract.recognise.reading import Reading
from agendapack.extract.recognise.titles import folded
from agendapack.schemas import from_words, vocabulary
from agendapack.schemas.heads import BAR, FIGURES, roles_in

BETWEEN = f" {BAR} "
MIN_TITLES = 2
"""Titles by which a head is known on other pages than the one it was seen on."""
Head = tuple[str, ...]


class Lessons:
    """Lessons for a pack: those of the page come before those of the pack, of its council, of others."""

    def __init__(self, lessons: Iterable[Lesson] = (), sha256: str = "", council: str = "") -> None:
        """Take the lessons, for the pack with this content and council."""
        ranked: list[tuple[int, Lesson]] = []
        for lesson in (*_built_in(), *lessons):
            own, near = lesson.sha256 == sha256 != "", lesson.council == council != ""
            ranked.append((2 if own else int(near), lesson))
        self._by_head: dict[Head, Lesson] = {}
        self._by_page: dict[tuple[int, Head], Lesson] = {}
        for rank, lesson in sorted(ranked, key=lambda one: one[0]):
            self._by_head[head_of(lesson.titles)] = lesson
            if rank == 2:
                self._by_page[lesson.page, head_of(lesson.titles)] = lesson

    def __bool__(self) -> bool:
        return bool(self._by_head)

    def of(self, page: int, columns: Sequence[Column]) -> Lesson | None:
        """What was said of a table with these columns that begins on the page."""
        head = head_of([column.title for column in told_of(columns)])
        here = self._by_page.get((page, head))
        return here or (self._by_head.get(head) if is_telling(head) else None)


def head_of(titles: Iterable[str]) -> Head:
    """By what a head is known again: the telling words of its titles, whatever period they name."""
    return tuple("".join(folded(without_period(title))) for title in titles)


def is_telling(head: Head) -> bool:
    """Whether there is enough of a head to know it by."""
    return sum(map(bool, head)) >= MIN_TITLES


def told_of(columns: Sequence[Column]) -> list[Column]:
    """The columns in which anything is printed."""
    return [column for column in columns if column.title or column.filled]


def printed_head(columns: Sequence[Column]) -> str:
    """The titles of the columns in one line; nothing where none has any."""
    titles = [_title(column) for column in told_of(columns)]
    return BETWEEN.join(titles) if any(titles) else ""


def printed_roles(columns: Sequence[Column], reading: Reading | None) -> str:
    """The titles of the columns, each with the role that the reading gives it."""
    roles = {v.column: FIGURES for v in reading.values} if reading else {}
    roles |= {r.column: r.name for r in reversed(reading.roles)} if reading else {}
    return BETWEEN.join(f"{_title(c)}: {roles.get(c.number, '')}".strip() for c in told_of(columns))


def _title(column: Column) -> str:
    return " ".join(column.title.replace(BAR, "/").split())


@from_words
def _built_in() -> tuple[Lesson, ...]:
    return tuple(_from_words(vocabulary("heads")["tables"]))


def _from_words(entries: Iterable[Any]) -> Iterator[Lesson]:
    for entry in entries:
        titles, roles = roles_in(BAR.join(entry["columns"]))
        yield Lesson(titles, entry["kind"], roles, entry.get("council", ""), who="the vocabulary heads")
