"""Write: the figures of the overview, each with the rows behind it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.write.overview.current import KINDS, CurrentRow, current, rows_of
from agendapack.extract.write.record import Record, Records
from agendapack.schemas.cells import text

GROUPS = ("overdue", "off track", "at risk", "on track", "not started", "complete", "cancelled", "not stated")
"""What may be said of an action, the most pressing first."""
SEVERITIES = ("error", "warning", "info")
CHANGES = ("added", "completed", "dropped", "changed", "moved", "re_lettered", "reworded", "split", "merged")
RATINGS = ("1", "2", "3", "4", "5")
ACTUAL = ("outturn", "actual", "latest", "current", "result", "score")
"""Measures that say what was reached."""
UNREAD = ("unread_page", "unread_text", "unknown_table", "low_confidence", "unknown_column")
"""Findings about the reading itself."""


BARS = 16
"""Bars of a chart no longer than a sheet of paper: pressing sections and the largest, then all others."""
OTHERS = "All other sections"


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A number that people see, and the rows that it counts."""

    title: str
    rows: tuple[CurrentRow, ...]

    @property
    def count(self) -> int:
        return len(self.rows)


@dataclass(frozen=True)
class Overview:
    """All that the page shows. A figure's key is its address on the page."""

    packs: Sequence[Record]
    figures: Mapping[str, KeyFigure]
    by_section: Mapping[tuple[str, str], str]
    """Keys by section and state of the actions."""
    heat: Mapping[tuple[str, str], str]
    """Keys by likelihood and impact of the risks."""
    by_kind: Mapping[tuple[str, str], str]
    """Keys by kind, as people say it, and severity of the findings."""
    changes: Mapping[str, Sequence[Record]]
    """What changed since the meeting before, by kind of change."""
    gone: Sequence[CurrentRow] = ()
    """Rows of these changes that no pack prints any more, as the meeting before had them."""
    series: Mapping[str, Sequence[Record]] = field(default_factory=dict)
    """Values over time by entity."""
    reached: Mapping[str, str] = field(default_factory=dict)
    """By row of an indicator what it reached last, and its target."""
    compared: bool = False
    """Whether there are two meetings of one committee."""

    @property
    def rows(self) -> dict[str, CurrentRow]:
        """All rows that something on the page opens, by their ids."""
        return {row.id: row for rows in (self.gone, *(f.rows for f in self.figures.values())) for row in rows}

    @property
    def lists_nothing(self) -> bool:
        """Whether no action, indicator or risk was found."""
        return not any(self.figures[key].count for key in ("actions", "indicators", "risks"))


def state_of(action: CurrentRow) -> str:
    """Overdue counts before what the pack says of the status."""
    if action.get("overdue") == "yes":
        return "overdue"
    said = action.get("status_group")
    return said if said in GROUPS else "not stated"


def overview(records: Records) -> Overview:
    """The figures of a results folder."""
    now = current(records)
    findings = rows_of("findings", records["findings"])
    figures: dict[str, KeyFigure] = {
        "overdue": KeyFigure("Overdue actions", _overdue(now["actions"])),
        "actions": KeyFigure("All actions", tuple(now["actions"])),
        "red": KeyFigure("Red indicators", tuple(i for i in now["indicators"] if i.get("rag") == "Red")),
        "indicators": KeyFigure("All indicators", tuple(now["indicators"])),
        "risks": KeyFigure("All risks", tuple(now["risks"])),
        "errors": KeyFigure("Contradictions", tuple(f for f in findings if _contradicts(f))),
        "unread": KeyFigure(
            "Not read, or not understood", tuple(f for f in findings if f.get("kind") in UNREAD)
        ),
    }
    changes = _latest(records.get("changes", []), records["packs"])
    return Overview(
        records["packs"],
        figures,
        _by_section(figures, now["actions"]),
        _grouped(figures, "Risks", _rated(now["risks"]), _ratings),
        _grouped(figures, "Findings", findings, lambda f: (f.ref, f.get("severity"))),
        changes,
        _gone(records, changes),
        _series(records),
        _reached(figures["red"].rows, records.get("indicator_values", [])),
        _compared(records.get("meetings", [])),
    )


def _by_section(figures: dict[str, KeyFigure], actions: Sequence[CurrentRow]) -> dict[tuple[str, str], str]:
    """The actions by section and state, the sections beyond the first of them as one."""
    late = Counter(a.section for a in actions if state_of(a) == "overdue")
    sizes = Counter(a.section for a in actions)
    ranked = sorted(sizes, key=lambda section: (-late[section], -sizes[section], section))
    first = ranked if len(ranked) <= BARS else ranked[: BARS - 1]
    called = {section: section if section in first else OTHERS for section in sizes}
    return _grouped(figures, "Actions", actions, lambda a: (called[a.section], state_of(a)))


def _compared(meetings: Iterable[Record]) -> bool:
    """Papers that say neither whose nor of when they are are no meetings of one committee."""
    bodies = ((m["council"], m["committee"]) for m in meetings if m["meeting_date"])
    return max(Counter(body for body in bodies if any(body)).values(), default=0) > 1


def _reached(indicators: Iterable[CurrentRow], values: Iterable[Record]) -> dict[str, str]:
    """What each indicator reached last, as printed, and its target where that is printed too."""
    printed: dict[object, list[Record]] = defaultdict(list)
    for value in values:
        printed[value.get("indicator_row_id")].append(value)
    told = {}
    for row in indicators:
        reached, target = (_newest(printed[row.id], measures) for measures in (ACTUAL, ("target",)))
        if reached:
            told[row.id] = reached + f" (target {target})" * bool(target)
    return told


def _newest(values: Iterable[Record], measures: Sequence[str]) -> str:
    """The text of the value for the latest period; of several the one printed first."""
    known = [v for v in values if v["measure"] in measures and v["text"]]
    return text(max(known, key=lambda v: text(v["period_end"]))["text"]) if known else ""


def _contradicts(finding: CurrentRow) -> bool:
    return finding.get("severity") == "error" and finding.get("kind") not in UNREAD


def _overdue(actions: Iterable[CurrentRow]) -> tuple[CurrentRow, ...]:
    """The overdue ones, the latest first."""
    late = (action for action in actions if state_of(action) == "overdue")
    return tuple(sorted(late, key=lambda a: -int(a.get("days_late") or 0)))


def _ratings(risk: CurrentRow) -> tuple[str, str]:
    return risk.get("likelihood"), risk.get("impact")


def _rated(risks: Iterable[CurrentRow]) -> list[CurrentRow]:
    return [r for r in risks if set(_ratings(r)) <= set(RATINGS)]


def _grouped(
    figures: dict[str, KeyFigure],
    what: str,
    rows: Iterable[CurrentRow],
    key: Callable[[CurrentRow], tuple[str, str]],
) -> dict[tuple[str, str], str]:
    """The rows by two words, each group a figure of its own."""
    groups: dict[tuple[str, str], list[CurrentRow]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    keys = {}
    for number, (words, members) in enumerate(sorted(groups.items())):
        keys[words] = f"{what.lower()}-{number}"
        figures[keys[words]] = KeyFigure(f"{what}: {', '.join(words)}", tuple(members))
    return keys


def _latest(changes: Sequence[Record], packs: Iterable[Record]) -> dict[str, list[Record]]:
    """Of each committee the changes that lead to the newest of its meetings, for each kind of row."""
    bodies = {pack["pack_id"]: (pack["council"], pack["committee"]) for pack in packs}
    of = [(bodies.get(change["to_pack_id"]), change["kind"]) for change in changes]
    newest: dict[object, str] = defaultdict(str)
    for body, change in zip(of, changes, strict=True):
        newest[body] = max(newest[body], text(change["to_date"]))
    found: dict[str, list[Record]] = defaultdict(list)
    for body, change in zip(of, changes, strict=True):
        if text(change["to_date"]) == newest[body]:
            found[str(change["change"])].append(change)
    return {what: found[what] for what in CHANGES if what in found}


def _gone(records: Records, changes: Mapping[str, Sequence[Record]]) -> list[CurrentRow]:
    before = {c["from_row_id"] for some in changes.values() for c in some if not c["to_row_id"]}
    return [row for kind in KINDS for row in rows_of(kind, records[kind]) if row.id in before]


def _series(records: Records) -> dict[str, list[Record]]:
    series: dict[str, list[Record]] = defaultdict(list)
    for value in records.get("value_history", []):
        if value["value"] is not None:
            series[str(value["entity_id"])].append(value)
    return dict(series)
