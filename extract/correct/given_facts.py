"""Correct: council, committee and day of papers that do not print them, as people give them with the PDFs."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from agendapack.extract.errors import UsageError
from agendapack.extract.model import Finding, Given, Pack, Place, Review
from agendapack.extract.normalise.dates import parse_date
from agendapack.extract.realpath import real
from agendapack.schemas.cells import text

if TYPE_CHECKING:
    from agendapack.extract.outline.councils import Council

FACTS = "packs.csv"
"""The file of facts beside the PDFs."""
FACT_COLUMNS = ("council", "committee", "meeting_date")
_ALSO = {"file": "source_name", "date": "meeting_date"}
"""Shorter names of columns; the others are those of the dataset packs."""


def day_given(said: str) -> date:
    """The day as people write it; raises a UsageError where it is none."""
    day = parse_date(said)
    if day is None:
        raise UsageError(f"{said!r} is no day such as 9 July 2024, 09/07/2024 or 2024-07-09.")
    return day


# --- the file ----------------------------------------------------------------------


def facts_in(folder: Path) -> Mapping[str, tuple[Given, ...]]:
    """What the file of facts in a folder says, by the names of PDFs; nothing where there is none."""
    file = folder / FACTS
    try:
        state = file.stat()
    except OSError:
        return {}
    return _read(file, state.st_mtime_ns, state.st_size)


def read_facts(file: Path) -> tuple[Given, ...]:
    """The facts of a CSV file, a PDF a line; raises a UsageError that names the line at fault."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as opened:
            rows = csv.DictReader(opened)
            columns = {_column(name) for name in rows.fieldnames or ()}
            if "source_name" not in columns or columns.isdisjoint(FACT_COLUMNS):
                raise UsageError(
                    f"{file}: its first line must name the columns file and council, committee or date."
                )
            return tuple(_given(row, file, rows.line_num) for row in rows if any(row.values()))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise UsageError(f"{file}: cannot be read ({error}). Save it as CSV UTF-8.") from error


@lru_cache(maxsize=64)
def _read(file: Path, _changed: int, _size: int) -> Mapping[str, tuple[Given, ...]]:
    """The file as it is now, once for all PDFs beside it, by the name of the PDF."""
    found: dict[str, tuple[Given, ...]] = {}
    for given in read_facts(file):
        name = PurePosixPath(given.source_name).name
        found[name] = (*found.get(name, ()), given)
    return found


def _column(name: str | None) -> str:
    plain = "_".join((name or "").split()).casefold()
    return _ALSO.get(plain, plain)


def _given(row: Mapping[str | None, str | None], file: Path, line: int) -> Given:
    cells = {_column(name): " ".join(cell.split()) for name, cell in row.items() if isinstance(cell, str)}
    try:
        day = day_given(cells["meeting_date"]) if cells.get("meeting_date") else None
    except UsageError as error:
        raise UsageError(f"{file}, line {line}: {error}") from None
    name = cells.get("source_name", "")
    if not name:
        raise UsageError(f"{file}, line {line}: the line names no file.")
    return Given(name, cells.get("council", ""), cells.get("committee", ""), day, file.name)


# --- the packs ---------------------------------------------------------------------


def concerning(pdf: Path, given: Iterable[Given]) -> tuple[Given, ...]:
    """What is said of a PDF: by its name or the end of its path before what is said of all."""
    place = f"/{Path(real(pdf)).as_posix()}"
    mine = [g for g in given if not g.source_name or place.endswith(f"/{g.source_name.removeprefix('./')}")]
    return tuple(sorted(mine, key=lambda g: not g.source_name))


def unused(given: Iterable[Given], pdfs: Iterable[Path]) -> tuple[Given, ...]:
    """What names a PDF that is not among these."""
    named = [g for g in given if g.source_name]
    parts = [Path(real(pdf)).parts for pdf in pdfs] if named else []
    known = {"/".join(part[start:]) for part in parts for start in range(1, len(part))}
    return tuple(g for g in named if g.source_name.removeprefix("./") not in known)


def with_given(pack: Pack, given: Iterable[Given]) -> tuple[Pack, tuple[Finding, ...]]:
    """The pack with what it does not print; a finding for each fact that it prints otherwise."""
    said = [(column, fact, g.who) for g in given for column in FACT_COLUMNS if (fact := _fact(g, column))]
    otherwise = []
    for column, fact, who in said:
        printed = getattr(pack, column)
        if not printed:
            pack = _filled(pack, column, fact, who)
        elif _another(fact, printed) and not any(r.column == column for r in pack.source.review):
            otherwise.append(_otherwise(pack, column, fact, who))
    return pack, tuple(otherwise)


def _fact(given: Given, column: str) -> str | date | None:
    """What is given, a council by its full name where it is known."""
    fact: str | date | None = getattr(given, column)
    known = _council_named(given.council) if column == "council" and fact else None
    return known.name if known else fact


def _filled(pack: Pack, column: str, fact: str | date, who: str) -> Pack:
    source = replace(pack.source, review=(*pack.source.review, Review("given", column, who=who)))
    known = _council_named(str(fact)) if column == "council" else None
    values: dict[str, Any] = {column: fact, "gss_code": known.gss_code if known else pack.gss_code}
    return replace(pack, source=source, **values)


def _another(fact: str | date, printed: str | date) -> bool:
    """Whether two facts differ; a name and a part of it do not."""
    if isinstance(fact, date) or isinstance(printed, date):
        return fact != printed
    one, other = ({*words.casefold().replace("&", "and").split()} for words in (fact, printed))
    return not (one <= other or other <= one)


def _otherwise(pack: Pack, column: str, fact: str | date, who: str) -> Finding:
    printed = text(getattr(pack, column))
    detail = (
        f"{column} is given as {text(fact)} ({who}), printed is {printed}, which is kept. "
        "If it is misread, correct it on the review page."
    )
    place = Place(1, quote=printed)
    return Finding(replace(pack.source, page=1), "given_otherwise", "warning", (), detail, "packs", (place,))


def _council_named(said: str) -> Council | None:
    """The council of that name; who only looks for files of facts does without the list of councils."""
    from agendapack.extract.outline.councils import council_named

    return council_named(said)
