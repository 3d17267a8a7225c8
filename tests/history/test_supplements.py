"""What one pack of a meeting cites and another defines is resolved; other meetings settle nothing."""

from __future__ import annotations

from agendapack.extract.history.meetings import Meeting, PackRows
from agendapack.extract.history.supplements import ELSEWHERE, resolve_across
from agendapack.extract.write.record import Record

Some = tuple[Record, ...]


def link(ref: str) -> Record:
    return {"to_kind": "action", "to_ref": ref, "resolved": False, "to_row_id": None, "reason": "unknown ref"}


def finding(*refs: str, kind: str = "dangling_ref") -> Record:
    return {"kind": kind, "refs": "; ".join(refs)}


def pack(
    name: str, *defined: str, links: tuple[Record, ...] = (), findings: tuple[Record, ...] = ()
) -> PackRows:
    actions = [{"action_ref": ref, "row_id": f"{name}:{ref}"} for ref in defined]
    rows = {"packs": [{"pack_id": name}], "actions": actions, "links": [*links], "findings": [*findings]}
    return PackRows(rows)


def test_a_supplement_finds_its_target_in_the_main_pack() -> None:
    here, lost = link("IN 21"), link("IN 99")
    findings = (finding("IN 21", "TB 1"), finding("IN 21", "IN 99"), finding("IN 21", kind="suspect_value"))
    supplement = pack("b", "TB 1", links=(here, lost), findings=findings)
    resolve_across(Meeting("m", (pack("a", "IN 21"), supplement)))
    assert (here["resolved"], here["to_row_id"], here["reason"]) == (True, "a:IN 21", ELSEWHERE)
    assert not lost["resolved"]
    assert supplement.records["findings"] == [*findings[1:]]


def test_a_pack_alone_settles_nothing() -> None:
    here = link("IN 21")
    only = pack("b", links=(here,), findings=(finding("IN 21"),))
    resolve_across(Meeting("m", (only,)))
    assert not here["resolved"] and len(only.records["findings"]) == 1
