"""The stage as a whole: pure, ordered, near linear, and documented from its registry."""

from __future__ import annotations

import gc
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from reconcile.invented import action, pack, sheet, value

from agendapack.extract.model import PackResult
from agendapack.extract.reconcile import findings, reconcile
from agendapack.extract.reconcile.figures import figure
from agendapack.extract.reconcile.registry import GRAVITY, by_check, checks
from agendapack.extract.reconcile.subject import Subject
from agendapack.extract.reconcile.wording import near_pairs, same
from benchmarks.reconcile import seconds, synthetic

CONTRACT_KINDS = {
    "duplicate_ref",
    "conflicting_text",
    "conflicting_value",
    "dangling_ref",
    "sequence_gap",
    "sum_mismatch",
    "suspect_value",
    "suspect_date",
    "name_variant",
    "period_mismatch",
}


def faulty() -> PackResult:
    return pack(
        action("HD A001"),
        action("HD A001", "Paint every bollard on the fish quay yellow"),
        action("HD A002", due_text="31 Nov 2031", due_kind="unparsed", officers=("Ada Skipper",)),
        action("HD A003", officers=("Ada Skippper",)),
        value("HB 1", "outturn", "80.7"),
        value("HB 1", "target", "93.4%", 2032),
        sheet("Service|£m", "Quays|16,880", "Tugs|4.402", "Total|21.282"),
    )


def test_the_gravest_come_first() -> None:
    order = [GRAVITY[finding.severity] for finding in findings(faulty())]
    assert order == sorted(order) and len(set(order)) > 1


def test_what_the_reading_found_is_kept() -> None:
    told = findings(faulty())[:1]
    kept = reconcile(replace(faulty(), findings=told))
    assert replace(kept.findings[0], places=told[0].places) == told[0] and len(kept.findings) > 1


def test_the_same_rows_give_the_same_findings() -> None:
    rows = faulty()
    assert findings(rows) == findings(rows)


def test_an_empty_pack_has_nothing_wrong() -> None:
    empty = reconcile(pack())
    assert (empty.links, empty.findings, empty.plans) == ((), (), ())


def test_every_kind_is_one_of_the_contract() -> None:
    assert {check.kind for check in checks()} == CONTRACT_KINDS


def test_a_finding_names_its_check() -> None:
    named = {(check.name, finding.kind) for check, finding in by_check(Subject(faulty()))}
    assert {("repeated_ref", "duplicate_ref"), ("thousand_fold", "suspect_value")} <= named


def test_time_grows_with_the_rows_not_with_their_square() -> None:
    seconds(synthetic(10))
    small, large = seconds(synthetic(150), 3), seconds(synthetic(1500), 3)
    assert large < 20 * max(small, 0.01)  # ten times the rows; a square would be a hundredfold


def test_the_collector_is_as_before() -> None:
    assert gc.isenabled()
    reconcile(faulty())
    assert gc.isenabled()


@given(st.lists(st.text(alphabet="abcde ", min_size=1), max_size=30))
def test_near_pairs_are_ordered_pairs_of_positions(texts: list[str]) -> None:
    pairs = list(near_pairs(texts))
    assert len(set(pairs)) == len(pairs)
    assert all(0 <= i < j < len(texts) for i, j in pairs)


@given(st.text())
def test_a_text_is_the_same_as_itself_in_capitals_of_no_other_letters(text: str) -> None:
    assert same(text, text) and same(text, f"  {text}. ")


@given(st.integers(-(10**9), 10**9), st.sampled_from(["{:,}", "£{:,}", "{:,}.00", "{}"]))
def test_a_printed_number_is_read_back(number: int, style: str) -> None:
    read = figure(style.format(number))
    assert read is not None and read.value == number


@given(st.text(max_size=40))
def test_any_text_is_a_figure_or_none(text: str) -> None:
    figure(text)


def test_tables_of_unknown_plans_are_not_taken_for_one_plan() -> None:
    one, other = action("HD A001", plan=""), action("HD A001", "Paint every bollard yellow", plan="", page=9)
    apart = replace(other, source=replace(other.source, table_id="t9"))
    assert {f.kind for f in findings(pack(one, other))} == {"duplicate_ref"}
    (told,) = findings(pack(one, apart))
    assert told.kind == "conflicting_text" and "the table on page 9" in told.detail
