"""Batch: the same report in several packs: its rows stay in one, the others' are listed as repeats.

A row is a repeat when the tables of its page print the same as those of a page of an earlier pack,
and that page has the same row. Both must hold: so nothing is lost, whatever is taken for a repeat.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from agendapack.extract.batch.store import About
from agendapack.extract.write.csv import dataset_text, read_records
from agendapack.extract.write.packed import PackFiles
from agendapack.extract.write.record import Record
from agendapack.schemas.datasets import dataset, provenance

OF_A_PAGE = ("actions", "indicators", "indicator_values", "risks", "links", "findings")
"""Datasets whose rows stand on a page; what describes a whole pack is never a repeat."""
REPEATS = "repeats"
RESOLVED = "resolved"
NOT_PRINTED = ("plan", "to_row_id", "places", "pages", RESOLVED, "reason")
"""Columns that may differ between two prints of one row: what stands elsewhere, ids and page numbers."""

Print = tuple[str, str, tuple[object, ...], int]
"""Dataset, hash of the page, content of the row, and its number among equal rows of the page."""
Sort = tuple[str, str, str]
"""Dataset of a row, and kind and severity of a finding."""
Repeated = tuple[str, Record, tuple[str, str]]
"""Dataset, row, and pack and row id of the one that is kept."""


@dataclass(slots=True)
class Repeats:
    """Knows the pages seen so far; packs are passed through in their stable order."""

    shared: frozenset[str]
    """Hashes of the pages that several packs have."""
    _homes: dict[Print, tuple[str, str]] = field(default_factory=dict)
    """Pack and row id of the rows on such pages."""
    _open: set[Print] = field(default_factory=set)
    """Links among them whose target none of the packs so far has."""
    left_out: dict[str, Counter[Sort]] = field(default_factory=dict)
    """Of the packs passed through that have repeats: how many rows."""

    @classmethod
    def among(cls, packs: Iterable[About]) -> Repeats:
        """Find the pages that several of the packs have."""
        seen = Counter(mark for about in packs for mark in {mark for _, mark in about.prints})
        return cls(frozenset(mark for mark, times in seen.items() if times > 1))

    def without(self, about: About, files: PackFiles) -> PackFiles:
        """The pack's share without rows that an earlier pack has; they are named in `repeats`."""
        pages = {page: mark for page, mark in about.prints if mark in self.shared}
        if not pages:
            return files
        texts = dict(files.datasets)
        repeated: list[Repeated] = []
        for name in OF_A_PAGE:
            if name in texts:
                rows = read_records(io.StringIO(texts[name], newline=""), dataset(name))
                kept, again = self._parted(name, rows, pages)
                repeated += again
                texts[name] = dataset_text(dataset(name), kept)
        if repeated:
            texts[REPEATS] = dataset_text(dataset(REPEATS), [_repeat(*one) for one in repeated])
            self.left_out[about.pack_id] = Counter(_sort(name, row) for name, row, _ in repeated)
        return replace(files, datasets=texts)

    def _parted(
        self, name: str, rows: Sequence[Record], pages: Mapping[int, str]
    ) -> tuple[list[Record], list[Repeated]]:
        kept: list[Record] = []
        again: list[Repeated] = []
        for row, known_by in zip(rows, _prints(name, rows, pages), strict=True):
            here = (str(row["pack_id"]), str(row["row_id"]))
            home = self._homes.setdefault(known_by, here) if known_by else here
            if home[0] == here[0] or known_by and self._finds_more(known_by, row):
                kept.append(row)
            else:
                again.append((name, row, home))
            if known_by and row.get(RESOLVED) is False and home == here:
                self._open.add(known_by)
        return kept, again

    def _finds_more(self, known_by: Print, link: Record) -> bool:
        """Whether this pack, unlike the earlier ones, has the target of the link."""
        if link.get(RESOLVED) and known_by in self._open:
            self._open.remove(known_by)
            return True
        return False


def _prints(name: str, rows: Iterable[Record], pages: Mapping[int, str]) -> Iterator[Print | None]:
    """By what each row is known in another pack; None for rows of pages that no other pack has."""
    own = [c.name for c in dataset(name).columns if c not in provenance() and c.name not in NOT_PRINTED]
    times: Counter[tuple[str, tuple[object, ...]]] = Counter()
    for row in rows:
        page = row["page"]
        mark = pages.get(page) if isinstance(page, int) else None
        if mark is None:
            yield None
            continue
        content = tuple(row[column] for column in own)
        times[mark, content] += 1
        yield name, mark, content, times[mark, content]


def _repeat(name: str, row: Record, home: tuple[str, str]) -> Record:
    provenance_of_it = {column.name: row[column.name] for column in provenance()}
    names = {"dataset": name, "plan": row.get("plan"), "kept_pack_id": home[0], "kept_row_id": home[1]}
    return {**names, **provenance_of_it}


def _sort(name: str, row: Record) -> Sort:
    return name, str(row.get("kind") or ""), str(row.get("severity") or "")


def share_of(about: About, left_out: Mapping[Sort, int]) -> About:
    """What is known about the pack, its rows and findings counted without those left out."""
    rows = Counter(about.rows)
    for (name, *_), number in left_out.items():
        rows[name] -= number
    rows[REPEATS] += sum(left_out.values())
    findings = tuple(
        (kind, severity, number - left_out.get(("findings", kind, severity), 0))
        for kind, severity, number in about.findings
    )
    return replace(about, rows=rows, findings=tuple(f for f in findings if f[2]))
