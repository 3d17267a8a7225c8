"""Check: a row that says that a target was met, or not, where its own figures say otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.normalise.polarity import which_way
from agendapack.extract.normalise.words import whole_words
from agendapack.extract.reconcile.checks.rag_against_value import rag_against_value
from agendapack.extract.reconcile.figures import Figure
from agendapack.extract.reconcile.listings import Thing
from agendapack.extract.reconcile.registry import Hit, check
from agendapack.extract.reconcile.rows import grouped
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.vocabulary import ordered, words
from agendapack.schemas import from_words

MIN_AGREE = 2
"""Rows whose verdict follows from their figures before one that does not is a fault."""


@dataclass(frozen=True, slots=True)
class _Judged:
    thing: Thing
    reached: Figure
    wanted: Figure
    verdict: str
    met: bool
    """What the verdict says."""
    way: int
    """1 where at least the target is wanted, -1 where at most; 0 where nothing tells."""

    def agrees(self, way: int) -> bool:
        return ((self.reached.value - self.wanted.value) * way >= 0) == self.met


@check(
    kind="suspect_value",
    title="Verdict that the figures of its row do not bear out",
    severity="warning",
    message="{name}: {reached} against {wanted} is called “{verdict}”",
    looks_at="tables",
)
def verdict_against_target(subject: Subject) -> Iterator[Hit]:
    """A table with a target, a result and a word for whether it was met, of which one row alone is odd."""
    told = {ref for hit in rag_against_value(subject) for ref in hit.refs}
    for things in grouped((t.listing, t) for t in subject.things if not t.total).values():
        rows = [r for t in things if (r := _judged(t))]
        most = 1 if sum(r.agrees(1) for r in rows) >= sum(r.agrees(-1) for r in rows) else -1
        odd = [r for r in rows if not r.agrees(r.way or most)]
        for one in odd if len(rows) - len(odd) >= max(MIN_AGREE, len(odd)) else ():
            if (one.way or _only_way(rows, most)) and not told.intersection(one.thing.refs):
                yield _hit(one)


def _only_way(rows: Sequence[_Judged], most: int) -> bool:
    """Whether all rows go the same way, so that one without telling words does too."""
    return all(r.way in (0, most) for r in rows)


def _judged(thing: Thing) -> _Judged | None:
    wanted, reached, said = _columns()
    its: dict[str, tuple[str, Figure | None]] = {}
    for cell in thing.cells:
        for key, pattern in (("wanted", wanted), ("reached", reached), ("said", said)):
            if pattern.search(cell.title):
                its.setdefault(key, (cell.text, cell.figure))
                break
    met = _met().get(its.get("said", ("", None))[0].casefold().strip(" ."))
    target, result = its.get("wanted", ("", None))[1], its.get("reached", ("", None))[1]
    if met is None or target is None or result is None or target.percent != result.percent:
        return None
    titles = " ".join(thing.titles)
    limit = bool(_limits().search(f"{thing.name} {titles}"))
    return _Judged(thing, result, target, its["said"][0], met, -1 if limit else which_way(thing.name))


def _hit(one: _Judged) -> Hit:
    facts = {
        "name": one.thing.called,
        "reached": one.reached.text,
        "wanted": one.wanted.text,
        "verdict": one.verdict,
    }
    return Hit(one.thing.refs, (one.thing.place(f"{one.reached.text}, {one.verdict}"),), facts)


@from_words
def _met() -> Mapping[str, bool]:
    """Verdicts, and whether they say that the target was met."""
    return {w: True for w in words("better", "verdict_met")} | {
        w: False for w in words("better", "verdict_missed")
    }


@from_words
def _columns() -> tuple[re.Pattern[str], ...]:
    keys = ("wanted_columns", "reached_columns", "verdict_columns")
    return tuple(re.compile(whole_words(ordered("better", key)), re.IGNORECASE) for key in keys)


@from_words
def _limits() -> re.Pattern[str]:
    return re.compile(whole_words(ordered("better", "limits")), re.IGNORECASE)
