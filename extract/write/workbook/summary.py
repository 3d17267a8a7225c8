"""Workbook: the figures of its first sheet, counted row by row."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from heapq import nlargest, nsmallest
from pathlib import Path

from agendapack.extract.light_dataclass import dataclass
from agendapack.extract.write.csv import cells_of
from agendapack.extract.write.overview.current import CurrentRow, Newest, newest_packs, rows_of, standing
from agendapack.extract.write.overview.figures import GROUPS, SEVERITIES, state_of
from agendapack.extract.write.record import Record
from agendapack.extract.write.words import finding as in_words
from agendapack.extract.write.workbook.rows import pack_names

MOST = 20
"""Rows of a list of the summary; its sheet has all."""
MOST_SECTIONS = 15
"""Sections that a chart shows."""


@dataclass(frozen=True)
class Summary:
    """What people want to know first."""

    read: Mapping[str, int]
    """What was read, and how much of it."""
    states: Mapping[str, int]
    """Actions by state, the most pressing first."""
    sections: Mapping[str, Mapping[str, int]]
    """Actions by section and state, those with most overdue ones first."""
    overdue: Sequence[CurrentRow]
    """The latest first."""
    red: Sequence[CurrentRow]
    """Indicators that are Red."""
    red_count: int
    findings: Mapping[str, Mapping[str, int]]
    """Findings by kind and severity, the gravest first."""
    names: Mapping[str, str]
    """Packs as people speak of them."""


def summary(folder: Path) -> Summary:
    """Count the results of a folder; things that several packs print count once, as printed last."""
    newest = newest_packs(_records(folder, "entities"))
    sections, overdue = _actions(folder, newest)
    red = [row for row in _standing(folder, "indicators", newest) if row.get("rag") == "Red"]
    states = Counter[str]()
    for counts in sections.values():
        states.update(counts)
    return Summary(
        _read(folder, states, newest),
        {state: states[state] for state in GROUPS if states[state]},
        {
            name: sections[name]
            for name in nsmallest(MOST_SECTIONS, sections, lambda n: _pressing(sections[n]))
        },
        overdue,
        red[:MOST],
        len(red),
        _findings(folder),
        pack_names(folder),
    )


def _records(folder: Path, name: str) -> Iterator[Record]:
    """The rows as text, which is all that counting needs."""
    return (dict(row) for _, row in cells_of(folder / f"{name}.csv"))


def _standing(folder: Path, name: str, newest: Newest) -> Iterator[CurrentRow]:
    return standing((row for record in _records(folder, name) for row in rows_of(name, [record])), newest)


def _actions(folder: Path, newest: Newest) -> tuple[dict[str, Counter[str]], list[CurrentRow]]:
    """The actions by section and state, and the latest of the overdue ones."""
    sections: dict[str, Counter[str]] = defaultdict(Counter)

    def late() -> Iterator[CurrentRow]:
        for row in _standing(folder, "actions", newest):
            sections[row.section][state_of(row)] += 1
            if state_of(row) == "overdue":
                yield row

    return sections, nlargest(MOST, late(), key=lambda row: int(row.get("days_late") or 0))


def _pressing(states: Mapping[str, int]) -> tuple[int, ...]:
    """The more of the pressing states, the earlier."""
    return tuple(-states[state] for state in GROUPS)


def _read(folder: Path, states: Mapping[str, int], newest: Newest) -> dict[str, int]:
    packs = list(_records(folder, "packs"))
    how = Counter(str(pack["status"]) for pack in packs)
    return {
        "PDF files": len(packs),
        "of these read in part": how["partial"],
        "of these not read": how["failed"],
        "Pages read": sum(int(str(pack["pages_read"] or 0)) for pack in packs),
        "Councils": len({pack["council"] for pack in packs} - {None, ""}),
        "Actions": sum(states.values()),
        "Indicators": sum(1 for _ in _standing(folder, "indicators", newest)),
        "Risks": sum(1 for _ in _standing(folder, "risks", newest)),
    }


def _findings(folder: Path) -> dict[str, Counter[str]]:
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    for finding in _records(folder, "findings"):
        if not finding["repeat_of"]:
            kinds[in_words(str(finding["kind"]))][str(finding["severity"])] += 1
    return dict(sorted(kinds.items(), key=lambda k: ([-k[1][s] for s in SEVERITIES], k[0])))
