"""Check: a text that says how many rows a register or plan has, and the rows that it has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from agendapack.extract.model import Place
from agendapack.extract.normalise.words import any_of
from agendapack.extract.reconcile.checks.parts_counted import parts_counted
from agendapack.extract.reconcile.counted import number_of
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped, in_order, place
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.targets import Target
from agendapack.extract.reconcile.vocabulary import numbers, ordered
from agendapack.schemas import from_words

MOST_OFF = 2
"""A number that is further from that of the rows counts something else."""
MIN_ROWS = 4
KINDS = ("actions", "indicators", "risks")


@check(
    kind="sum_mismatch",
    title="Text says how many rows there are, and there are others",
    severity="info",
    message="The text says {said}; the tables have {rows}: “{quote}”",
    looks_at="lines, actions, indicators, risks",
)
def rows_counted(subject: Subject) -> Iterator[Hit]:
    """Only where neither the rows of any one table nor those of all come to the number, but nearly."""
    result = subject.result
    rows: tuple[Sequence[Target], ...] = (result.actions, result.indicators, result.risks)
    told = {hit.places[0].quote for hit in parts_counted(subject)}
    for line in subject.lines:
        for said in _counted().finditer(line.text) if line.text not in told else ():
            kind, its = next((kind, its) for kind, its in zip(KINDS, rows, strict=True) if said[kind])
            if len(its) >= MIN_ROWS and _differs(number_of(said["number"]), its):
                facts = {"said": said[0], "rows": f"{len(its)} {kind}", "quote": line.text[:200]}
                where = Place(line.page, line.box, "", line.text)
                yield Hit(in_order((its[0].plan,)), (where, place(its[0], f"{len(its)} {kind}")), facts)


def _differs(number: int, rows: Sequence[Target]) -> bool:
    """Whether the rows nearly come to a number."""
    tables = [len(its) for its in grouped((row.source.table_id, row) for row in rows).values()]
    return number not in tables and 0 < abs(number - len(rows)) <= MOST_OFF


@from_words
def _counted() -> re.Pattern[str]:
    number = rf"(?P<number>\d{{1,3}}|{any_of(numbers('wording', 'number_words'))})"
    nouns = "|".join(f"(?P<{kind}>{any_of(ordered('counts', f'{kind}_counted'))})" for kind in KINDS)
    holds = any_of(ordered("counts", "holds"))
    return re.compile(
        rf"\b{holds}\s+(?:a total of\s+)?{number}\s+(?:[a-z]+\s+){{0,2}}?(?:{nouns})\b", re.IGNORECASE
    )
