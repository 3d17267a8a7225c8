"""History: the packs of one meeting; what one of them cites and another defines is resolved."""

from __future__ import annotations

from collections.abc import Iterator

from agendapack.extract.history.meetings import Meeting, PackRows
from agendapack.extract.write.record import Record
from agendapack.schemas.cells import text
from agendapack.schemas.datasets import followed

ELSEWHERE = "in another pack of the meeting"
DANGLING = "dangling_ref"
Target = tuple[str, str]
"""Kind and ref."""


def resolve_across(meeting: Meeting) -> None:
    """Give the links of each pack their targets in the others, and take back what was told of them."""
    defined = {pack.id: dict(_defined(pack)) for pack in meeting.packs}
    for pack in meeting.packs:
        others = [rows for pack_id, rows in defined.items() if pack_id != pack.id]
        found = {ref for link in pack.records.get("links", ()) if (ref := _resolve(link, others))}
        if found:
            lost = {text(link["to_ref"]) for link in pack.records["links"] if not link["resolved"]}
            told = pack.records["findings"]
            told[:] = [f for f in told if not _is_settled(f, found, lost)]


def _defined(pack: PackRows) -> Iterator[tuple[Target, str]]:
    for of in followed():
        for row in reversed(pack.records.get(of.name, ())):
            if row.get(of.ref):
                yield (of.record, text(row[of.ref])), text(row["row_id"])


def _resolve(link: Record, others: list[dict[Target, str]]) -> str:
    """The ref of a link that was lost and has its target in another pack; the link is told of it."""
    wanted = text(link["to_kind"]), text(link["to_ref"])
    row_id = next((rows[wanted] for rows in others if wanted in rows), "")
    if link["resolved"] or not row_id:
        return ""
    link.update(resolved=True, to_row_id=row_id, reason=ELSEWHERE)
    return wanted[1]


def _is_settled(finding: Record, found: set[str], lost: set[str]) -> bool:
    """Whether a finding tells of lost refs that are all found now."""
    refs = set(text(finding["refs"]).split("; "))
    return finding["kind"] == DANGLING and bool(refs & found) and not refs & lost
