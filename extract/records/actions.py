"""Makes actions from the rows of a recognised action-plan table."""

from __future__ import annotations

from collections.abc import Mapping

from agendapack.extract.model import Action
from agendapack.extract.normalise.dates import parse_due
from agendapack.extract.normalise.people import split_officers
from agendapack.extract.normalise.periods import find_period
from agendapack.extract.normalise.rag import rag_of_colour, rag_of_text
from agendapack.extract.normalise.status import groups_of_legend, status_group
from agendapack.extract.normalise.text import clean
from agendapack.extract.normalise.value_status import says_nothing
from agendapack.extract.normalise.who_and_when import who_and_when
from agendapack.extract.outline.surroundings import Around
from agendapack.extract.recognise.kinds import KINDS
from agendapack.extract.recognise.share_done import PERCENT
from agendapack.extract.records.bands import Headings
from agendapack.extract.records.cross_references import cited
from agendapack.extract.records.draft import RowContext
from agendapack.extract.records.fields import Fields

USED = frozenset(
    ["ref", "action", "due", "officers", "indicator_refs", "risk_refs", "parent_refs", "objective", "status"]
)

MAX_DAYS_OF_YEAR = 366
"""A plan of more days is for several years."""
AIMS = ("corporate_outcome", "departmental_outcome", "divisional_objective")
"""Levels of the headings that an action stands under."""
SERVED = {kind: role for kind, role in KINDS["actions"].cites.items() if kind != "actions"}
"""The columns that say what an action is for, by what they cite."""
CITING = ("action", "outcome")
"""Texts of an action in which it may name what it serves: "Fewer missed bins (KPI 3); mitigates SR 2"."""


def action(fields: Fields, here: RowContext) -> Action | None:
    """The action of a row; None when the row prints none."""
    text = fields.subject("action")
    if not any(map(str.isalpha, text)) or says_nothing(text):  # a sum of money, "None"
        return None
    if (needed := fields.reading.needs) and says_nothing(fields.plain(needed)):
        return None
    place, headings = here.place, here.headings
    status = _status(fields, place.colours)
    officers, printed_due, valid_due = _who_and_when(fields, here.initials)
    due = parse_due(valid_due, plan_year=_only_year(place.plan))
    indicators, risks, inherited = _served(fields, headings)
    corporate, departmental, divisional = _aims(fields, headings)
    return Action(
        source=fields.source(),
        plan=place.plan,
        action=text,
        action_ref=fields.ref(),
        due_text=clean(printed_due),
        due_date=due.date,
        due_kind=due.kind,
        officers=officers,
        indicator_refs=indicators,
        risk_refs=risks,
        corporate_outcome=corporate,
        departmental_outcome=departmental,
        divisional_objective=divisional,
        parent_refs=fields.refs("parent_refs", grouped=True) or headings.parent_refs(fields.known),
        status=status,
        status_group=_legend(place).get(status) or status_group(status),
        extra=fields.extra(USED),
        inherited_refs=inherited,
        section=fields.section,
    )


def _served(fields: Fields, headings: Headings) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """The indicators and risks that an action is for, and those of them that only headings over it name."""
    named = cited(map(fields.lines, CITING), fields.kinds)
    printed = fields.kinds.sorted_by_kind({kind: fields.refs(r, grouped=True) for kind, r in SERVED.items()})
    indicators, risks = (printed[kind] or named.get(kind, ()) for kind in SERVED)
    given_indicators = () if indicators else headings.refs("indicator_refs", fields.known)
    given_risks = () if risks else headings.refs("risk_refs", fields.known)
    inherited = (*given_indicators, *given_risks)
    return indicators or given_indicators, risks or given_risks, inherited


def _aims(fields: Fields, headings: Headings) -> tuple[str, str, str]:
    """The outcomes and the objective that an action is for, of its own row or of the headings over it."""
    own = dict(fields.levels.texts)
    if not fields.levels.columns:
        own["divisional_objective"] = fields.text("objective", grouped=True)
    corporate, departmental, divisional = (own.get(level) or headings.outcome(level) for level in AIMS)
    return corporate, departmental, divisional


def _only_year(plan: str) -> int | None:
    """The year of a plan whose title says that it is for one year; in a longer one "March" is in doubt."""
    period = find_period(plan)
    if period is None or period.start is None or period.end is None:
        return None
    return period.start.year if (period.end - period.start).days <= MAX_DAYS_OF_YEAR else None


def _legend(place: Around) -> dict[str, str]:
    """What ratings stand for, by the text around the table and the coloured squares of a key."""
    squares = {rag_of_colour(colour) or "": status_group(word) for colour, word in place.colours.items()}
    return squares | groups_of_legend((*place.above, place.below))


def _who_and_when(fields: Fields, initials: Mapping[str, str]) -> tuple[tuple[str, ...], str, str]:
    """Who is responsible, when it is due as printed, and the same without what is struck out."""
    if fields.reading.column("due") != fields.reading.column("officers") or not fields.cell("due"):
        date = "due" if _says(fields.lines("due")) or not fields.lines("first_due") else "first_due"
        printed, valid = fields.lines(date), fields.valid(date)
        return fields.people(grouped=True, initials=initials), printed, valid
    who, when = who_and_when(fields.valid("due"))
    return tuple(split_officers(who, initials=initials)), when, when


def _says(text: str) -> bool:
    """Whether a text is more than a dash: a date that was not put off."""
    return any(map(str.isalnum, text))


def _status(fields: Fields, colours: Mapping[tuple[int, int, int], str]) -> str:
    """The printed status; of a coloured cell Red, Amber or Green, for other colours the legend's word.

    Without a column for it how much is done, where the column of progress says no more than that.
    """
    cell = fields.cell("status")
    if cell is None:
        done = fields.plain("progress") if fields.reading.column("status") is None else ""
        return done if PERCENT.fullmatch(done) else ""
    if cell.text:
        valid = clean(fields.valid("status"))
        return rag_of_text(valid) or valid
    if cell.fill is None:
        return ""
    return rag_of_colour(cell.fill) or colours.get(cell.fill, "")
