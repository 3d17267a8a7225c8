"""Check: a text that counts the ratings of the table it stands over, and counts them wrong."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from agendapack.extract.model import Indicator, Place
from agendapack.extract.normalise.rag import rag_of_text
from agendapack.extract.normalise.words import any_of
from agendapack.extract.reconcile.counted import number_of
from agendapack.extract.reconcile.lines import Passage
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped, in_order, place
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.vocabulary import numbers, words
from agendapack.schemas import from_words

MOST_OFF = 2
"""A total that is further from the number of rows counts something else."""
SHORT = 60
"""Characters of a line that is a caption, not another paragraph."""
_LEAD = re.compile(r"^([^–:.]{3,60}?) [–-] ")


@check(
    kind="conflicting_value",
    title="Text counts other ratings than the table below it",
    severity="warning",
    message="The text says {said} (“{quote}”); the table below has {counted}",
    looks_at="lines, indicators",
)
def narrative_counts(subject: Subject) -> Iterator[Hit]:
    """Only the paragraph next above a table of rated rows; a text about all tables counts all of them."""
    tables = grouped((i.source.table_id, i) for i in subject.result.indicators if i.rag)
    whole = Counter(i.rag for rows in tables.values() for i in rows)
    for rows in tables.values():
        line = _above(subject, rows[0])
        said = _said(line.text) if line else {}
        counted = Counter(i.rag for i in rows)
        if line and said and _differs(said, counted) and (len(tables) == 1 or _differs(said, whole)):
            if "" in said and abs(said[""] - len(rows)) > MOST_OFF:
                continue
            yield _hit(subject, line, rows, said, counted)


def _above(subject: Subject, first: Indicator) -> Passage | None:
    """The last paragraph above the table on its page."""
    box = first.source.box
    lines = [
        line
        for line in subject.lines_of.get(first.source.page, ())
        if box and line.box and line.box.bottom <= box.top and len(line.text) > SHORT
    ]
    return max(lines, key=lambda line: line.box.bottom if line.box else 0, default=None)


def _said(text: str) -> dict[str, int]:
    """The numbers a text gives to ratings, and under "" to all rows; those it gives two of are left out."""
    found: dict[str, set[int]] = {}
    total, rated, counted = _patterns()
    if not counted.search(text):
        return {}
    for match in total.finditer(text):
        found.setdefault("", set()).add(number_of(match[2]))
        found.setdefault("Green", set()).add(number_of(match[1]))
    for match in rated.finditer(text):
        found.setdefault(rag_of_text(match[2]), set()).add(number_of(match[1]))
    return {rating: its.pop() for rating, its in found.items() if len(its) == 1}


def _differs(said: dict[str, int], counted: Counter[str]) -> bool:
    return any(number != _count(counted, rating) for rating, number in said.items())


def _count(counted: Counter[str], rating: str) -> int:
    return counted[rating] if rating else counted.total()


@from_words
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """The words "two of the eight indicators met target"; "four Red", "three are Amber"; any counted noun."""
    number = rf"(\d{{1,3}}|{any_of(numbers('wording', 'number_words'))})"
    noun, met = any_of(words("counts", "counted")), any_of(words("counts", "target_met"))
    ratings = any_of(word.capitalize() for word in words("counts", "rating_words"))
    return (
        re.compile(rf"\b{number} (?:out )?of (?:the )?{number} {noun} {met}\b", re.IGNORECASE),
        re.compile(
            rf"(?i:(?<![\w.]){number} (?:{noun} )?(?:(?:are|is|were|was) )?(?:rated )?(?:as )?)({ratings})\b"
        ),
        re.compile(rf"\b{noun}\b", re.IGNORECASE),
    )


def _hit(
    subject: Subject, line: Passage, rows: tuple[Indicator, ...], said: dict[str, int], counted: Counter[str]
) -> Hit:
    entry = next((e for e in subject.result.tables if e.source.table_id == rows[0].source.table_id), None)
    lead = _LEAD.match(line.text)
    head = next((t for t in entry.grid[0] if t.strip()), "") if entry and entry.grid else ""
    wrong = {r: n for r, n in said.items() if n != _count(counted, r)}
    told = [f"{n} {r or 'in all'}" for r, n in wrong.items()]
    have = [f"{_count(counted, r)} {r or 'rows'}" for r in wrong]
    quote = line.text[:160] + ("…" if len(line.text) > 160 else "")
    refs = in_order((lead[1] if lead else "", " ".join(head.split())))
    ratings = place(rows[0], ", ".join(row.rag for row in rows))
    places = (Place(line.page, line.box, "", line.text), ratings)
    facts = {"said": ", ".join(told), "quote": quote, "counted": ", ".join(have)}
    return Hit(refs or (f"page {line.page}",), places, facts)
