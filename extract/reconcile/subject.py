"""Reconcile: the rows of a pack indexed by ref and plan, which is all that a check looks at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import cached_property
from typing import Any

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import (
    Action,
    Box,
    Indicator,
    IndicatorValue,
    Link,
    PackResult,
    Place,
    Plan,
    Risk,
    Table,
)
from agendapack.extract.normalise.refs import find_refs
from agendapack.extract.normalise.words import flat
from agendapack.extract.reconcile import hierarchy, linking
from agendapack.extract.reconcile.adding import Sum, sums
from agendapack.extract.reconcile.clauses import clauses
from agendapack.extract.reconcile.figures import FigureSheet
from agendapack.extract.reconcile.lines import Passage
from agendapack.extract.reconcile.listings import Thing, things
from agendapack.extract.reconcile.naming import Named, Names
from agendapack.extract.reconcile.numbering import Numbering, numbering
from agendapack.extract.reconcile.printed import cells_of_rows
from agendapack.extract.reconcile.recorded import recorded
from agendapack.extract.reconcile.rows import grouped, one_set
from agendapack.extract.reconcile.spoken import Spoken, namings, spoken
from agendapack.extract.reconcile.statements import FIGURE, SHORTEST, Statement, statements
from agendapack.extract.reconcile.tallies import ListTally, tallies
from agendapack.extract.reconcile.texts import RowText, texts
from agendapack.extract.reconcile.twins import Pair, twins
from agendapack.extract.reconcile.wording import (
    MAX_BLOCK_ROWS,
    RAREST_WORDS,
    SAME_SUBJECT,
    likeness,
    same_subject,
    words,
)

MIN_NAME = 2
"""Words of an indicator's name by which it is known in another table."""


@dataclass(frozen=True)
class Subject:
    """One pack under examination; the indexes are made when first asked for."""

    result: PackResult
    tables: tuple[Table, ...] = ()
    lines: tuple[Passage, ...] = ()
    hits: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What the checks that were asked so far have found, by their names."""

    @cached_property
    def links(self) -> tuple[Link, ...]:
        return self.result.links or linking.links(self.result, self.lines)

    @cached_property
    def plans(self) -> Mapping[str, Plan]:
        return {plan.title: plan for plan in self.result.plans or hierarchy.plans(self.result)}

    @cached_property
    def actions(self) -> Mapping[str, tuple[Action, ...]]:
        """Actions by ref."""
        return grouped((a.action_ref, a) for a in self.result.actions if a.action_ref)

    @cached_property
    def indicators(self) -> Mapping[str, tuple[Indicator, ...]]:
        """Indicators by ref."""
        return grouped((i.indicator_ref, i) for i in self.result.indicators if i.indicator_ref)

    @cached_property
    def risks(self) -> Mapping[str, tuple[Risk, ...]]:
        """Risks by ref."""
        return grouped((r.risk_ref, r) for r in self.result.risks if r.risk_ref)

    @cached_property
    def actions_called(self) -> Mapping[str, tuple[Action, ...]]:
        """Actions by ref, those without one by their words."""
        return grouped((a.action_ref or a.action, a) for a in self.result.actions)

    @cached_property
    def risks_called(self) -> Mapping[str, tuple[Risk, ...]]:
        """Risks by ref, those without one by their words, as lists print them before their cards."""
        return grouped((r.risk_ref or r.description, r) for r in (*self.result.listed, *self.result.risks))

    @cached_property
    def known(self) -> frozenset[str]:
        """Every ref that is defined in the pack; one object, so that lookups by it are cheap."""
        return one_set(frozenset((*self.actions, *self.indicators, *self.risks)))

    @cached_property
    def values(self) -> Mapping[tuple[str, str], tuple[IndicatorValue, ...]]:
        """Values by plan and indicator: its ref, or its definition where the ref is none or not its own."""
        return grouped(
            ((v.plan, self.told_by(v.plan, v.indicator_ref, v.definition)), v)
            for v in self.result.indicator_values
        )

    def ref_of_name(self, definition: str) -> str:
        """The one ref of indicators of this name, or the known ref with which the name begins."""
        found = self._refs_by_name.get(words(definition), ())
        if len(set(found)) == 1:
            return found[0]
        begins = find_refs(definition, known=self.known)[:1]
        return next((r.ref for r in begins if r.ref in self.indicators and definition.startswith(r.raw)), "")

    @cached_property
    def _refs_by_name(self) -> Mapping[tuple[str, ...], tuple[str, ...]]:
        refs = ((words(i.definition), i.indicator_ref) for i in self.result.indicators)
        return grouped((name, ref) for name, ref in refs if ref and len(name) >= MIN_NAME)

    def told_by(self, plan: str, ref: str, definition: str) -> str:
        """What tells an indicator from the others of its plan."""
        return ref if ref and (plan, ref) not in self._shared_refs else definition

    @cached_property
    def _shared_refs(self) -> frozenset[tuple[str, str]]:
        """Plan and ref where the ref stands for several indicators."""
        printed = grouped(((i.plan, i.indicator_ref), i.definition) for i in self.result.indicators)
        return frozenset(
            key
            for key, (first, *others) in printed.items()
            if not all(same_subject(first, other) for other in others)
        )

    @cached_property
    def texts(self) -> tuple[RowText, ...]:
        """Every text of a row that is more than a figure, columns without a field of their own among them."""
        printed = (*texts(self.result), *cells_of_rows(self.result))
        long = (text for text in printed if len(text.text) >= SHORTEST)
        once = {(text.source.row_id, "".join(text.text.split())): text for text in reversed(tuple(long))}
        return tuple(reversed(once.values()))

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """Every text of rows, paragraphs and tables that list no rows."""
        return tuple(statements(self.result, self.texts, self.sheets, self.lines))

    @cached_property
    def figured(self) -> tuple[Statement, ...]:
        """Those with a figure: nothing else tells a date or an amount."""
        return tuple(said for said in self.statements if FIGURE.search(said.text))

    @cached_property
    def clauses(self) -> tuple[tuple[str, Place], ...]:
        """Clauses of lines and rows that name one ref each."""
        indicators = ((i.definition, i.indicator_ref or i.definition) for i in self.result.indicators)
        actions = ((a.action, a.action_ref or a.action) for a in self.result.actions)
        risks = ((r.description, r.risk_ref or r.description) for r in self.result.risks)
        return tuple(clauses(self.lines, self.texts, (*indicators, *actions, *risks), self.known))

    @cached_property
    def things(self) -> tuple[Thing, ...]:
        """What the rows and cards of the raw grids are about."""
        return tuple(things(self.sheets))

    @cached_property
    def tallies(self) -> tuple[ListTally, ...]:
        """How many things each list has, and how they stand."""
        return tallies(self.things)

    @cached_property
    def namings(self) -> tuple[tuple[str, Place, tuple[Named, ...]], ...]:
        """Each sentence that says something of what a table lists, with the things that it names."""
        return tuple(namings(self.lines, self._names))

    @cached_property
    def spoken(self) -> tuple[Spoken, ...]:
        """Each sentence that speaks of one thing, be it named in the sentence before."""
        return tuple(spoken(self.lines, self._names))

    @cached_property
    def _names(self) -> Names:
        return Names((*self.things, *recorded(self.result, self.things, self.sheets)))

    def actions_named(self, text: str) -> tuple[str, ...]:
        """Refs of actions that a line of text names."""
        if not any(c.isdigit() for c in text):
            return ()
        named = dict.fromkeys(found.ref for found in find_refs(text, known=self.known))
        return tuple(ref for ref in named if ref in self.actions)

    @cached_property
    def numbering(self) -> Numbering:
        """Which tables number their rows by themselves."""
        return numbering(self.result)

    @cached_property
    def actions_of(self) -> Mapping[str, tuple[Action, ...]]:
        """Actions by plan, in reading order."""
        return grouped((a.plan, a) for a in self.result.actions)

    @cached_property
    def indicators_of(self) -> Mapping[str, tuple[Indicator, ...]]:
        """Indicators by plan, in reading order."""
        return grouped((i.plan, i) for i in self.result.indicators)

    @cached_property
    def children(self) -> Mapping[str, tuple[Action, ...]]:
        """Actions by the parent ref they name."""
        return grouped((ref, a) for a in self.result.actions for ref in a.parent_refs)

    @cached_property
    def citing_risk(self) -> Mapping[str, tuple[Action, ...]]:
        """Actions by the risk they cite."""
        return grouped((ref, a) for a in self.result.actions for ref in a.risk_refs)

    @cached_property
    def cited_headings(self) -> tuple[tuple[str, str, tuple[Action, ...]], ...]:
        """Headings that name exactly one action: their words, its ref, the rows under them."""
        rows = grouped(
            ((a.plan, a.divisional_objective), a) for a in self.result.actions if a.divisional_objective
        )
        found = ((heading, {a.parent_refs for a in under}, under) for (_, heading), under in rows.items())
        return tuple(
            (h, next(iter(refs))[0], under)
            for h, refs, under in found
            if len(refs) == 1 and len(next(iter(refs))) == 1
        )

    @cached_property
    def _actions_by_word(self) -> Mapping[str, tuple[Action, ...]]:
        return grouped((word, a) for a in self.result.actions for word in set(words(a.action)))

    def actions_worded_like(self, text: str) -> tuple[Action, ...]:
        """Actions that share one of the rarest words of the text."""
        found = self._actions_by_word
        rare = sorted((w for w in set(words(text)) if w in found), key=lambda w: (len(found[w]), w))
        return tuple({id(a): a for w in rare[:RAREST_WORDS] for a in found[w][:MAX_BLOCK_ROWS]}.values())

    @cached_property
    def twins(self) -> tuple[Pair, ...]:
        """Actions in the words of an earlier one, under another ref or under none, each with the earliest."""
        return tuple(twins(self.result.actions))

    def under_wrong_ref(self, action: Action, other: Action) -> bool:
        """Whether one of two rows with one ref is, by its words, an action with another ref."""
        strange = bool({id(action), id(other)} & self._twinned)
        return strange and likeness(action.action, other.action) < SAME_SUBJECT

    @cached_property
    def _twinned(self) -> frozenset[int]:
        return frozenset(id(row) for pair in self.twins if all(r.action_ref for r in pair) for row in pair)

    @cached_property
    def lines_of(self) -> Mapping[int, tuple[Passage, ...]]:
        """Lines of text by page."""
        return grouped((line.page, line) for line in self.lines)

    def place_of(self, link: Link, quote: str) -> Place:
        """Where a link's citing row stands."""
        return Place(link.source.page, link.source.box, link.source.row_id, quote)

    @property
    def cells(self) -> Iterator[tuple[int, Box | None, str]]:
        """Page, box and text of every filled cell; of the raw grids where there are no tables with boxes."""
        for table in self.tables:
            yield from ((c.page, c.box, c.flat) for row in table.rows for c in row.cells if c.text)
        for entry in () if self.tables else self.result.tables:
            source = entry.source
            yield from ((source.page, source.box, flat(text)) for row in entry.grid for text in row if text)

    @cached_property
    def scanned(self) -> frozenset[int]:
        """Pages of which anything was read from a picture: what looks misspelt there may be misread."""
        cells = (cell for table in self.tables for row in table.rows for cell in row.cells)
        pages = (cell.page for cell in cells if any(word.certainty < 1 for word in cell.words))
        return frozenset((*pages, *(line.page for line in self.lines if line.scanned)))

    @cached_property
    def sums(self) -> tuple[tuple[FigureSheet, tuple[Sum, ...]], ...]:
        """Each sheet of figures with what its total rows add up."""
        return tuple((sheet, tuple(sums(sheet))) for sheet in self.sheets)

    @cached_property
    def sheets(self) -> tuple[FigureSheet, ...]:
        """The raw grids as sheets of figures."""
        scanned = {
            table.table_id
            for table in self.tables
            if any(word.certainty < 1 for row in table.rows for cell in row.cells for word in cell.words)
        }
        return tuple(FigureSheet(e, e.source.table_id in scanned) for e in self.result.tables if e.grid)
