"""Columns of references that tables of other kinds define cite their records, whatever stands over them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from agendapack.extract.normalise.refs import canonical, find_refs, is_ref
from agendapack.extract.recognise.columns import Column
from agendapack.extract.recognise.recognised import Recognised
from agendapack.extract.recognise.role_words import Role, words_of_roles

REF = "ref"
CITES: Mapping[str, str] = {"indicators": "indicator_refs", "risks": "risk_refs", "actions": "action_refs"}
"""The role of a column that cites records of a dataset."""
MIN_CITED = 2
"""Cells that cite records which the pack defines."""
CITED_SHARE = 0.5
"""Their share of the column's texts: some cite what is nowhere."""
REFS_SHARE = 0.8
"""Share of the texts that hold nothing but references; of short numbers in a column that numbers records."""
MAX_NUMBER_CHARS = 6
"""A longer text is no number of a record."""
Head = tuple[str, ...]
Defined = Mapping[str, Collection[str]]
"""References by the dataset whose rows they name."""


def with_cited(found: Sequence[Recognised]) -> list[Recognised]:
    """The tables, those columns that cite records of others with the role that says so."""
    defined = _defined(found)
    alike: dict[Head, list[Recognised]] = defaultdict(list)
    for one in found if defined else ():
        if one.reading is not None:
            alike[_head(one)].append(one)
    told = {id(one): _with_roles(one, those, defined) for those in alike.values() for one in those}
    return [told.get(id(one), one) for one in found]


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
        if len(set(printed)) == len(printed):
            own[one.kind].update(printed)
    return own


def _with_roles(found: Recognised, alike: Sequence[Recognised], defined: Defined) -> Recognised:
    """The table with the roles that the cells of all tables under its head tell."""
    assert found.reading is not None
    roles = list(found.reading.roles)
    columns = [
        replace(c, cells=tuple(x for a in alike for x in a.columns[n].cells))
        for n, c in enumerate(found.columns)
    ]
    known = words_of_roles()[found.kind]
    for kind, name in CITES.items():
        if kind == found.kind or name not in known or kind not in defined:
            continue
        own = defined.get(found.kind, ())
        column = next((c.number for c in columns if _cites(c, defined[kind], own)), None)
        played = {r.column: r.name for r in roles}
        if column is None or name in played.values():
            continue
        if played.get(column, REF) in (REF, *CITES.values()):
            roles = [r for r in roles if r.column != column]
            roles.append(Role(column, name, f"its cells cite {kind} of the pack"))
            roles += _numbers(columns, roles, found.reading.subject)
    return replace(found, reading=replace(found.reading, roles=tuple(roles)))


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


def _numbers(columns: Sequence[Column], roles: Sequence[Role], subject: int | None) -> list[Role]:
    """The column before the records' texts that numbers them, where none does yet."""
    played = {r.column for r in roles}
    if subject is None or any(r.name == REF for r in roles):
        return []
    for column in columns[:subject]:
        texts = [cell.flat.rstrip(".") for cell in column.filled]
        short = sum(t.isdigit() or is_ref(t) for t in texts if len(t) <= MAX_NUMBER_CHARS)
        if (
            column.number not in played
            and texts
            and len({*texts}) == len(texts)
            and short >= REFS_SHARE * len(texts)
        ):
            return [Role(column.number, REF, "numbers before the texts")]
    return []
