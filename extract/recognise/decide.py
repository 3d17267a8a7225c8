"""The joint decision: which rows are the head, what the columns mean, what the table lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Row, Table
from agendapack.extract.normalise.figures import is_measured
from agendapack.extract.normalise.periods import find_period
from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise.columns import Column, columns_of
from agendapack.extract.recognise.context import table_signs
from agendapack.extract.recognise.heads import title_signs
from agendapack.extract.recognise.looks import column_looks
from agendapack.extract.recognise.model import Chances, Reason, learned
from agendapack.extract.recognise.role_words import OTHER
from agendapack.extract.recognise.titles import folded
from agendapack.extract.recognise.told_apart import is_record, titles_apart
from agendapack.extract.stitch.rows import same_text

NONE = "none"
PLACES = frozenset([FIRST := "first column", LAST := "last column"])
"""The signs of where a column stands."""
MAX_TRIED_HEADER_ROWS = 3
"""Rows of a head that shows by its texts alone."""
MAX_ROWS_OVER_HEAD = 2
"""Rows that may stand over the head, as a title inside the table does."""
MIN_TITLES = 2
"""Titles of a head that a later row prints again."""
MANY_TITLES = 4
"""Titles of a head that is known by all but one of them."""
MAX_TITLE_CHARS = 90
"""Column titles without bold type or fill are short."""


@dataclass(frozen=True, eq=False)
class Judged:
    """What tables under the same head show together."""

    chances: Chances
    """The probability of each meaning for each column."""
    kinds: Mapping[str, float]
    """The probability of each dataset, and of none."""
    tables: int


@dataclass(frozen=True, eq=False)
class Proposal:
    """A table under one choice of its head: what each column and the whole may be."""

    table: Table
    header: tuple[Row, ...]
    columns: tuple[Column, ...]
    shown: tuple[Mapping[str, float], ...]
    """The signs of each column."""
    around: Around
    pooled: Judged | None = None
    """What other tables under the same head show with it."""

    @classmethod
    def of(cls, table: Table, header: Sequence[Row], columns: Sequence[Column], around: Around) -> Proposal:
        """The table under a head, with the signs of its columns."""
        return cls(table, tuple(header), tuple(columns), tuple(column_signs(columns)), around)

    @cached_property
    def chances(self) -> Chances:
        """The probability of each meaning for each column."""
        return self.pooled.chances if self.pooled else learned()["columns"].chances(self.shown)

    @cached_property
    def signs(self) -> Mapping[str, float]:
        """What the whole table shows."""
        return table_signs(self.table, self.shown, self.chances, learned()["columns"].classes, self.around)

    @cached_property
    def kinds(self) -> Mapping[str, float]:
        """The probability of each dataset, and of none."""
        if self.pooled:
            return self.pooled.kinds
        model = learned()["tables"]
        return dict(zip(model.classes, map(float, model.chances([self.signs])[0]), strict=True))

    def why(self, kind: str) -> list[Reason]:
        """What speaks for the table's being of a dataset, and against it."""
        return learned()["tables"].reasons(self.signs, kind, NONE)

    def meanings(self, number: int) -> Mapping[str, float]:
        """The probability of each meaning for a column."""
        at = next(i for i, c in enumerate(self.columns) if c.number == number)
        return dict(zip(learned()["columns"].classes, map(float, self.chances[at]), strict=True))

    def likeliest(self, number: int) -> str:
        """What a column most probably means."""
        meanings = self.meanings(number)
        return max(meanings, key=meanings.__getitem__)

    def why_column(self, number: int, meaning: str) -> list[Reason]:
        """What speaks for a column's meaning this, and against it."""
        at = next(i for i, c in enumerate(self.columns) if c.number == number)
        return learned()["columns"].reasons(self.shown[at], meaning, OTHER)

    @cached_property
    def renamed(self) -> frozenset[int]:
        """Columns over which another head of the table prints another title: the name of its group."""
        pairs = ((row, head) for head in self.header for row in self.table.rows if same_titles(row, head))
        return frozenset(n for row, head in pairs for n in _differing(row, head))

    @cached_property
    def titles_apart(self) -> int:
        """How many titles are no figure, date or reference over a column of such."""
        return titles_apart(self.columns)

    @property
    def listing(self) -> float:
        """The probability that the table lists records of any dataset."""
        return 1.0 - self.kinds[NONE]


def proposals(table: Table, around: Around) -> Iterator[Proposal]:
    """The table under each choice of its head."""
    for header, columns in heads(table):
        yield Proposal.of(table, header, columns, around)


def heads(table: Table) -> Iterator[tuple[list[Row], list[Column]]]:
    """Each choice of a table's head, with the columns under it."""
    for header, body in header_choices(table):
        columns = columns_of(table, header, body)
        if columns and not any(is_record(row, columns) for row in header[1:]):
            yield header, columns


def column_signs(columns: Sequence[Column]) -> Iterator[dict[str, float]]:
    """What the titles and the cells of columns show, and their places."""
    for column in columns:
        signs = {**title_signs(column), **column_looks(column)}
        if column.number == 0:
            signs[FIRST] = 1.0
        if column.number == len(columns) - 1:
            signs[LAST] = 1.0
        yield signs


def header_choices(table: Table) -> Iterator[tuple[list[Row], list[Row]]]:
    """The header rows that were found by their looks; else none, and the first rows tried as a head."""
    header = [r for r in table.rows if r.kind == "header"]
    yield header, _without(table.rows, header)
    if header and not any(c.column_span > 1 for r in header for c in r.cells):
        return
    body = [r for r in table.rows if r.kind == "body"]
    while len(body) > 1 and sum(bool(c.text) for c in body[0].cells) < 2:
        body = body[1:]
    body = _from_the_head(body, table.columns)
    for count in range(1, min(MAX_TRIED_HEADER_ROWS, len(body) - 1) + 1):
        if not _could_be_header(body[count - 1]):
            return
        head = header + body[:count]
        yield head, _without(table.rows, head)


def _without(rows: Sequence[Row], head: Sequence[Row]) -> list[Row]:
    """The rows without the head, also where it is printed again."""
    return [r for r in rows if not any(r is h or same_text(r, h) or same_titles(r, h) for h in head)]


def same_titles(row: Row, head: Row) -> bool:
    """Whether a row prints all the titles of a head again, some of them shorter or longer.

    Of many titles one may be another: the name of the group that begins there.
    """
    filled = {c.column for c in row.cells if c.text}
    if len(filled) < MIN_TITLES or filled != {c.column for c in head.cells if c.text}:
        return False  # told without reading the titles
    others = list(islice(_differing(row, head), 2))
    if len(others) > 1 or others and len(filled) < MANY_TITLES:
        return False
    return any(a != b for _, a, b in _titles(row, head))


def _titles(row: Row, head: Row) -> Iterator[tuple[int, tuple[str, ...], tuple[str, ...]]]:
    """The titles of two heads of the same columns, each with its column."""
    titles = {c.column: c for c in head.cells if c.text}
    for number, cell in {c.column: c for c in row.cells if c.text}.items():
        yield number, folded(cell.flat), folded(titles[number].flat)


def _differing(row: Row, head: Row) -> Iterator[int]:
    """The columns in which the titles of two heads differ, neither being the other one shortened."""
    for number, a, b in _titles(row, head):
        if not a or not b or a[: len(b)] != b and b[: len(a)] != a:
            yield number


def _from_the_head(body: list[Row], columns: int) -> list[Row]:
    """The rows without totals printed over the head, in a few of its columns only."""
    for above in range(MAX_ROWS_OVER_HEAD + 1):
        if above < len(body) and _could_be_header(body[above]):
            return body[above:]
        if above < len(body) and 2 * sum(bool(c.text) for c in body[above].cells) > columns:
            break
    return body


def _could_be_header(row: Row) -> bool:
    """Whether a row without the looks of a head holds titles: several short texts, no figures."""
    texts = [c.flat for c in row.cells if c.text]
    return len(texts) >= 2 and all(
        len(t) <= MAX_TITLE_CHARS and (not is_measured(t) or find_period(t) is not None) for t in texts
    )
