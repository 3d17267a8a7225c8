"""Correct: applies corrections to the typed rows of a pack; one that no longer fits becomes a finding."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import field, replace
from typing import Any

from agendapack.extract.correct.file import KIND, ROLES, TABLES, WITHDRAWN
from agendapack.extract.correct.identity import row_names, squeezed
from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import Correction, Finding, Indicator, IndicatorValue, PackResult, Source
from agendapack.extract.normalise.dates import date_span, parse_date
from agendapack.schemas.cells import text, value
from agendapack.schemas.check import problem
from agendapack.schemas.datasets import Dataset, DatasetColumn, dataset, datasets, provenance

FINDINGS = "findings"
NOT_CORRECTED = ("object", "array")
"""Types of columns whose cells are several values at once."""
OF_THE_RUN = frozenset(
    ("packs", name)
    for name in (
        "source_name",
        "sha256",
        "pages",
        "pages_read",
        "status",
        "message",
        "tables_found",
        "tables_recognised",
        "tables_unknown",
    )
)
"""What is no reading of anything printed."""
WRITTEN = {
    "date": "; write 31 January 2026 so, or as 31/01/2026 or 2026-01-31",
    "number": "; write a thousand and a half as 1000.5",
}
"""How corrected values are written, by the type of their column."""
_PAGE = re.compile(r"page (\d{1,6})\b")


def takes_corrections(of: Dataset, column: DatasetColumn) -> bool:
    """Whether people may correct the column: it is read from the pack and one value or a list."""
    if of.name == TABLES:
        return column.name in (KIND, ROLES)  # it is read by these from the start
    own = column.type not in NOT_CORRECTED and column not in provenance()
    return own and of.name != FINDINGS and (of.name, column.name) not in OF_THE_RUN


class Stale(Exception):
    """The correction does not fit what is read now; the message says why."""


@dataclass(slots=True)
class Corrected:
    """The rows of a dataset with what was corrected, and what there is to report."""

    of: Dataset
    rows: list[Any]
    names: list[str]
    read: list[Any]
    """The rows as they were read, in the same places."""
    gone: set[int] = field(default_factory=set)

    @property
    def left(self) -> tuple[Any, ...]:
        return tuple(row for place, row in enumerate(self.rows) if place not in self.gone)


def on_pages(corrections: Sequence[Correction], pages: range | None) -> tuple[Correction, ...]:
    """The corrections of rows on these pages; a run over some pages says nothing of the others."""
    found = ((c, _PAGE.match(c.row)) for c in corrections)
    return tuple(c for c, page in found if pages is None or page is None or int(page[1]) in pages)


def correct(result: PackResult, corrections: Sequence[Correction]) -> PackResult:
    """The pack with all corrections but those of findings, which are not made yet."""
    for of in datasets():
        if of.known_by and of.name != FINDINGS:
            result = _apply(result, of, corrections)
    return result


def review_findings(result: PackResult, corrections: Sequence[Correction]) -> PackResult:
    """The pack without the findings that people rejected; those they accepted say so."""
    # a finding made from a row has the row's source, but nobody has looked at the finding yet
    new = tuple(replace(f, source=replace(f.source, review=())) for f in result.findings)
    return _apply(replace(result, findings=new), dataset(FINDINGS), corrections)


def _apply(result: PackResult, of: Dataset, corrections: Sequence[Correction]) -> PackResult:
    wanted = [
        c
        for c in corrections
        if c.dataset == of.name and c.sha256 == result.pack.sha256 and c.review.verdict != WITHDRAWN
    ]
    if not wanted:
        return result
    rows = _rows(result, of)
    work = Corrected(of, list(rows), names(of, rows), list(rows))
    reports = [report for c in wanted if (report := _report(work, c, result.pack.source.pack_id))]
    followed = _followed(work, result)
    kept: Any = work.left[0] if of.name == "packs" else work.left
    changed = replace(followed, **{"pack" if of.name == "packs" else of.name: kept})
    return replace(changed, findings=(*changed.findings, *reports))


def _rows(result: PackResult, of: Dataset) -> tuple[Any, ...]:
    return (result.pack,) if of.name == "packs" else getattr(result, of.name)


def names(of: Dataset, rows: Iterable[Any]) -> list[str]:
    """The names of typed rows by what is printed."""
    return row_names(of, ((row.source.page, {c: getattr(row, c) for c in of.known_by}) for row in rows))


def _report(work: Corrected, correction: Correction, pack_id: str) -> Finding | None:
    """Do what the correction says; the finding that tells of it, if any."""
    try:
        place = _place(work, correction)
        if correction.review.verdict == "rejected" and work.of.name != TABLES:
            return _reject(work, place, correction)
        _change(work, place, correction)
    except Stale as stale:
        return None if correction.carried else _stale(correction, pack_id, str(stale))
    return None


def _place(work: Corrected, correction: Correction) -> int:
    try:
        return work.names.index(correction.row)
    except ValueError:
        raise Stale("no such row is read from the pack now") from None


def _change(work: Corrected, place: int, correction: Correction) -> None:
    review = correction.review
    row = work.rows[place]
    changed = {}
    if review.column:
        column = work.of.column(review.column)
        if not hasattr(work.read[place], column.name):
            raise Stale(f"the column {column.name} is not read from a row")
        if review.verdict == "corrected" and not takes_corrections(work.of, column):
            raise Stale(f"the column {column.name} takes no corrections")
        before = text(getattr(work.read[place], column.name)) if column.type not in NOT_CORRECTED else ""
        if squeezed(before) not in map(squeezed, _fitting(correction)):
            raise Stale(f"it is now read as {before!r}")
        if review.verdict == "corrected":
            changed[column.name] = _parsed(column, correction.corrected)
    source = replace(row.source, review=(*row.source.review, review))
    work.rows[place] = replace(row, source=source, **changed)


def _day(corrected: str) -> str:
    """The day as the files write it, where people or their spreadsheets wrote it otherwise."""
    plain = corrected.strip()
    day = parse_date(plain) if date_span(plain) == (0, len(plain)) else None
    return day.isoformat() if day else corrected


def _fitting(correction: Correction) -> list[str]:
    """The values with which the correction can be applied."""
    review = correction.review
    said = [correction.corrected] if review.verdict == "corrected" else []
    if not (said and correction.dataset == TABLES):  # a table is read as corrected, or could not be
        said.append(review.printed)
    return [*said, *map(_day, said)]


def _parsed(column: DatasetColumn, corrected: str) -> Any:
    """The corrected text as the typed rows hold it."""
    try:
        parsed = value(column, _day(corrected) if column.type == "date" else corrected)
    except ValueError:
        raise Stale(f"{corrected!r} is no {column.type}{WRITTEN.get(column.type, '')}") from None
    if wrong := problem(column, parsed):
        raise Stale(wrong)
    return "" if parsed is None and column.type == "string" else parsed


def _reject(work: Corrected, place: int, correction: Correction) -> Finding | None:
    if work.of.name == "packs":
        raise Stale("the row of a pack cannot be rejected")
    work.gone.add(place)
    if work.of.name == FINDINGS:
        return None
    source: Source = work.rows[place].source
    detail = f"left out, since {_who(correction)} rejected it: {correction.row}"
    return Finding(source, "rejected_row", "info", (), detail, work.of.name)


def _followed(work: Corrected, result: PackResult) -> PackResult:
    """The values of an indicator go by its corrected ref and definition, and go where it goes."""
    if work.of.name != "indicators":
        return result
    values = list(result.indicator_values)
    for place, (read, row) in enumerate(zip(work.read, work.rows, strict=True)):
        if place in work.gone:
            values = [v for v in values if not _belongs(v, read)]
        elif (row.indicator_ref, row.definition) != (read.indicator_ref, read.definition):
            values = [
                replace(v, indicator_ref=row.indicator_ref, definition=row.definition)
                if _belongs(v, read)
                else v
                for v in values
            ]
    return replace(result, indicator_values=tuple(values))


def _belongs(value: IndicatorValue, to: Indicator) -> bool:
    """Whether the value is printed in the row of the indicator."""
    here, row = value.source, to.source
    same_row = (here.table_id, here.page) == (row.table_id, row.page) and (
        here.box is None or row.box is None or row.box.holds(here.box.mid_x, here.box.mid_y)
    )
    return same_row and (value.indicator_ref, value.definition) == (to.indicator_ref, to.definition)


def outdated(results: Sequence[PackResult], corrections: Sequence[Correction]) -> tuple[PackResult, ...]:
    """The packs of a run; one published anew reports the corrections made on its earlier file."""
    hashes = {result.pack.sha256 for result in results}
    done = {(c.source_name, c.dataset, c.row, c.review.column) for c in corrections if c.sha256 in hashes}
    old = [
        c
        for c in corrections
        if c.sha256 not in hashes
        and c.dataset != TABLES  # known again by their heads, wherever these stand now
        and c.review.verdict != WITHDRAWN
        and (c.source_name, c.dataset, c.row, c.review.column) not in done
    ]
    return tuple(
        _reporting(result, [c for c in old if c.source_name == result.pack.source_name]) for result in results
    )


def _reporting(result: PackResult, old: Sequence[Correction]) -> PackResult:
    pack_id = result.pack.source.pack_id
    stale = []
    for number, correction in enumerate(old, 1):
        finding = _stale(correction, pack_id, "the file has changed since")
        source = replace(finding.source, row_id=f"{pack_id}:outdated{number:04d}")
        stale.append(replace(finding, source=source))
    return replace(result, findings=(*result.findings, *stale)) if stale else result


def _stale(correction: Correction, pack_id: str, why: str) -> Finding:
    review = correction.review
    page = _PAGE.match(correction.row)
    what = f"{correction.dataset} {review.column}".strip()
    detail = f"not applied, {why}: {review.verdict} by {_who(correction)}, {what} of {correction.row}"
    if review.column:
        detail += f", printed {review.printed!r}"
    if review.verdict == "corrected":
        detail += f", corrected to {correction.corrected!r}"
    source = Source(pack_id, page=int(page[1]) if page else 0)
    return Finding(source, "stale_correction", "warning", (), detail, correction.dataset)


def _who(correction: Correction) -> str:
    review = correction.review
    return " on ".join(part for part in (review.who or "somebody", review.when) if part)
