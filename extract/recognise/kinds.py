"""The kinds of records that tables list: what telling them apart and reading them takes, beside words.

Words and roles are in `schemas/vocabulary/tables.yaml`, the columns of what is written in
`schemas/datasets.yaml`, the makers of rows in `records/kinds.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.recognise.combined_columns import two_in_one
from agendapack.extract.recognise.draft import Step
from agendapack.extract.recognise.figures import amounts, aside, figures
from agendapack.extract.recognise.inferred_roles import (
    arrows,
    first_date,
    last_date,
    levels,
    newest_status,
    products,
    rated_in_one,
    reviewed,
    standing,
    timed,
    wished,
)
from agendapack.extract.recognise.rating_columns import scores_in_order
from agendapack.extract.recognise.share_done import share_done
from agendapack.schemas.heads import subject_of

STAGES = ("inherent_", "target_")


@dataclass(frozen=True, slots=True)
class RecordKind:
    """One kind of records; its name is that of its dataset."""

    name: str
    beside: tuple[str, ...]
    """What columns mean that stand beside the records' own texts."""
    means: Mapping[str, str] = field(default_factory=dict)
    """What columns of a role mean, where other kinds have such columns under another name."""
    also: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Meanings that a column of a role may seem to have."""
    elsewhere: tuple[str, ...] = ()
    """Roles that columns of its records' own texts play in tables of other kinds."""
    card: tuple[frozenset[str], ...] = ()
    """Sets of roles; a card that holds one of its records has all of one. Nothing where cards never do."""
    lone_cards: bool = False
    """Whether a card alone on its page may hold one, and is not the head of a report."""
    rated: bool = False
    """Whether colours and columns by period rate its records, and others say where a rating begins."""
    levels: bool = False
    """Whether columns before its records may print the headings that they stand under."""
    measured_cards: bool = False
    """Whether cards hold its records only with values, each under a line that names it."""
    over: str = ""
    """The kind whose records may stand in the rows of one, its cells merged over them, or in a value."""
    cites: Mapping[str, str] = field(default_factory=dict)
    """By kind the role in which rows cite records of it."""
    on_cards_of: tuple[str, ...] = ()
    """Kinds on whose cards its records may be listed, each for the record of the card."""
    before: tuple[Step, ...] = ()
    """What is done before columns are given their roles."""
    after: tuple[Step, ...] = ()
    """What is done then."""

    def meaning(self, role: str) -> str:
        """What a column of the role means, whatever kind its table lists."""
        plain = next((role.removeprefix(s) for s in STAGES if role.startswith(s)), role)
        return self.means.get(role, plain)

    def is_on_cards(self, roles: Iterable[str], *, measured: bool = False) -> bool:
        """Whether cards with labels of these roles hold its records; `measured`: values under their names."""
        told = any(needed <= set(roles) for needed in self.card)
        return told and (measured or not self.measured_cards)

    def serves(self, kind: str) -> str:
        """The role in which its records listed on a card cite the card's own; empty where they do not."""
        return self.cites[kind] if kind in self.on_cards_of else ""

    @property
    def subject(self) -> str:
        """What the column of the records' own texts means."""
        return self.meaning(subject_of(self.name))


ACTIONS = RecordKind(
    "actions",
    beside=(
        *("due", "officers", "status", "progress", "priority", "resources", "success"),
        *("indicator_refs", "completed"),
    ),
    means={"source": "category", "outcome": "success", "other_plans": "parent_refs"},
    also={
        "action": ("further", "mitigations"),
        "finding": ("risk", "cause", "consequence", "action"),
        "risk_refs": ("risk",),
        "due": ("last_review",),
        "outcome": ("consequence", "definition"),
    },
    elsewhere=("further",),
    cites={"indicators": "indicator_refs", "risks": "risk_refs", "actions": "parent_refs"},
    on_cards_of=("risks", "actions"),
    card=(frozenset({"action", "due", "officers"}),),
    levels=True,
    after=(newest_status, timed, first_date, last_date, standing, share_done, two_in_one("officers", "due")),
)
INDICATORS = RecordKind(
    "indicators",
    beside=("value", "status", "previous_rag", "direction", "unit", "polarity", "frequency"),
    means={"rag": "status", "commentary": "progress", "policy": "objective"},
    also={"definition": ("success",)},
    rated=True,
    card=(frozenset({"definition"}),),
    measured_cards=True,
    before=(aside,),
    after=(amounts, figures, wished, arrows),
)
RISKS = RecordKind(
    "risks",
    beside=(
        *("likelihood", "impact", "score", "mitigations", "cause", "consequence", "appetite"),
        *("priority", "last_review"),
    ),
    means={
        "description": "risk",
        "name": "risk",
        "event": "risk",
        "trend": "direction",
        "review_method": "frequency",
        "previous": "score",
        "exposure": "resources",
    },
    also={"mitigations": ("action",)},
    card=(
        frozenset({"description", "likelihood", "impact"}),
        frozenset({"description", "score", "officers"}),
        frozenset({"description", "score", "mitigations"}),
        frozenset({"description", "officers", "mitigations"}),
    ),
    lone_cards=True,
    over="actions",
    cites={"actions": "action_refs"},
    after=(products, rated_in_one, levels, scores_in_order, reviewed),
)
KINDS: Mapping[str, RecordKind] = {kind.name: kind for kind in (ACTIONS, INDICATORS, RISKS)}
