"""Stage 4, outline: pages go in; headings, agenda, plans, running heads and pack metadata come out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.model import AgendaItem, Grid, Page, Sitting
from agendapack.extract.outline.agenda import agendas_of
from agendapack.extract.outline.headings import Heading, headings
from agendapack.extract.outline.lines import TextLine, grid_boxes, lines
from agendapack.extract.outline.metadata import PackMetadata, pack_metadata
from agendapack.extract.outline.plans import PlanSpan, plan_at, plan_spans
from agendapack.extract.outline.running_heads import furniture, is_furniture
from agendapack.extract.outline.sittings import further_sittings

__all__ = [
    "Heading",
    "TextLine",
    "Outline",
    "PackMetadata",
    "PlanSpan",
    "furniture",
    "is_furniture",
    "lines",
    "outline",
]


@dataclass(frozen=True, slots=True)
class Outline:
    """What stands around the tables of a pack."""

    headings: tuple[Heading, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    plans: tuple[PlanSpan, ...] = ()
    furniture: Mapping[int, tuple[TextLine, ...]] = field(default_factory=dict)
    """Running heads, feet and page stamps by page number."""
    metadata: PackMetadata = field(default_factory=PackMetadata)
    further: tuple[Sitting, ...] = ()
    """Meetings whose agendas stand behind the first one's."""

    def plan_at(self, page: int, top: float) -> str:
        """Title of the plan, report or appendix that a place on a page belongs to."""
        return plan_at(self.plans, self.headings, page, top)


def outline(
    pages: Sequence[Page],
    *,
    grids: Sequence[Grid] = (),
    printed: Mapping[int, Sequence[TextLine]] | None = None,
    running: Mapping[int, tuple[TextLine, ...]] | None = None,
    source_name: str = "",
    properties: Mapping[str, str] | None = None,
) -> Outline:
    """Read the outline of a pack.

    `grids` are the pages' tables, `printed` the pages' lines and `running` the furniture
    when they are known already, `properties` the PDF's own (title, subject, author).
    """
    printed = printed or {page.number: lines(page) for page in pages}
    heads = furniture(pages, printed) if running is None else running
    body = {n: [line for line in row if not is_furniture(line, heads)] for n, row in printed.items()}
    titles = headings(body, grid_boxes(grids))
    agendas = agendas_of(pages, body, heads, grids)
    items = [item for agenda in agendas for item in agenda]
    plans = plan_spans(pages, body, heads, headings(body) if grids else titles, items)
    facts = pack_metadata(body, heads, items, plans, source_name, properties)
    further = further_sittings(body, agendas, facts.committee, facts.meeting_date)
    return Outline(tuple(titles), tuple(items), plans, heads, facts, further)
