"""Columns of references that tables of other kinds define cite their records, whatever stands over them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from agendapack.extract.normalise.refs import canonical, find_refs, is_ref
from agendapack.extract.recognise.columns import Column
from agendapack.extract.recognise.kinds import KINDS
from agendapack.extract.recognise.reading import Reading
from agendapack.extract.recognise.recognised import Recognised
from agendapack.extract.recognise.role_words import Role

REF = "ref"
MIN_CITED = 2
"""Cells that cite records which the pack defines."""
CITED_SHARE = 0.5
"""Their share of the column's texts: some cite what is nowhere."""
REFS_SHARE = 0.8
"""Share of the texts that hold nothing but references; of numbers in a column that numbers records."""
DISTINCT_SHARE = 0.9
"""Share of the references of a table that are not printed twice, by mistake: its rows are known by them."""
RATED = frozenset({"likelihood", "impact", "score", "priority", "status", "direction"})
"""What columns mean whose short codes ("B2") may be spelt as references are."""
Head = tuple[str, ...]
Roles = tuple[Role, ...]
Defined = Mapping[str, Collection[str]]
"""References by the dataset whose rows they name."""


def with_cited(found: Sequence[Recognised]) -> list[Recognised]:
    """The tables, those columns that cite records of others with the role that says so."""
    defined = _defined(found)
    alike: dict[Head, list[Recognised]] = defaultdict(list)
    for one in found if defined else ():
        if one.reading is not None:
            alike[_head(one)].append(one)
    told = {id(one): roles for those in alike.values() for one, roles in _told(those, defined)}
    return [_with_roles(one, told[id(one)]) if id(one) in told else one for one in found]


def _head(found: Recognised) -> Head:
    return (found.kind, *(column.title for column in found.columns))


def _defined(found: Sequence[Recognised]) -> Defined:
    """The references before the texts of records; behind a text they may be those of other records."""
    own: dict[str, set[str]] = defaultdict(set)
    for one in found:
        column = one.reading.column(REF) if one.reading else None
        subject = one.reading.subject if one.reading else None
        if column is None or subject is None or column >= subject:
            continue
        printed = [canonical(c.flat) for c in one.columns[column].filled if is_ref(c.flat)]
        if len(set(printed)) >= DISTINCT_SHARE * len(printed):
            own[one.kind].update(printed)
    return {kind: frozenset(refs) for kind, refs in own.items()}  # one set for all cells that are read by it


def _told(alike: Sequence[Recognised], defined: Defined) -> Iterator[tuple[Recognised, Roles]]:
    """For each of the tables under one head its roles beside those that the cells of all of them tell."""
    first = alike[0]
    columns = [
        replace(c, cells=tuple(x for a in alike for x in a.columns[n].cells))
        for n, c in enumerate(first.columns)
    ]
    cited = dict(_cited(first.kind, columns, defined))
    for one in alike if cited else ():
        if one.reading is not None:
            yield one, _beside(one.kind, one.reading, cited, columns)


def _cited(own: str, columns: Sequence[Column], defined: Defined) -> Iterator[tuple[str, int]]:
    """The datasets that columns of a table of records cite, each with the column."""
    for kind in KINDS[own].cites:
        if kind != own and kind in defined:
            cites = (c.number for c in columns if _cites(c, defined[kind], defined.get(own, ())))
            if (column := next(cites, None)) is not None:
                yield kind, column


def _beside(own: str, reading: Reading, cited: Mapping[str, int], columns: Sequence[Column]) -> Roles:
    roles, kept = reading.roles, {reading.subject}
    kept |= {r.column for r in roles if KINDS[own].meaning(r.name) in RATED}
    for kind, column in cited.items():
        played = {r.column: r.name for r in roles}
        if (role := KINDS[own].cites[kind]) not in played.values() and column not in kept:
            told = Role(column, role, f"its cells cite {kind} of the pack")
            roles = (*(r for r in roles if r.column != column), told)
            roles = (*roles, *_numbers(columns, roles, reading.subject))
    return roles


def _with_roles(found: Recognised, roles: Roles) -> Recognised:
    return replace(found, reading=replace(found.reading, roles=roles)) if found.reading else found


def _cites(column: Column, theirs: Collection[str], own: Collection[str]) -> bool:
    """Whether a column holds references alone, and those of other records rather than its table's own."""
    texts = [cell.flat for cell in column.filled if any(map(str.isalnum, cell.text))]
    refs = [find_refs(text, known=theirs) for text in texts]
    alone = sum(
        bool(some) and 2 * sum(len(r.raw) for r in some) >= len(text)
        for text, some in zip(texts, refs, strict=True)
    )
    cited = sum(any(r.ref in theirs and r.ref not in own for r in some) for some in refs)
    return cited >= max(MIN_CITED, CITED_SHARE * len(texts)) and alone >= REFS_SHARE * len(texts)


def _numbers(columns: Sequence[Column], roles: Roles, subject: int | None) -> Roles:
    """The column before the records' texts that numbers them, where none does yet."""
    played = {r.column for r in roles}
    if subject is None or any(r.name == REF for r in roles):
        return ()
    for column in columns[:subject]:
        texts = [cell.flat.rstrip(".") for cell in column.filled]
        short = sum(t.isdigit() or is_ref(t) for t in texts)
        if (
            column.number not in played
            and texts
            and len({*texts}) == len(texts)
            and short >= REFS_SHARE * len(texts)
        ):
            return (Role(column.number, REF, "numbers before the texts"),)
    return ()
