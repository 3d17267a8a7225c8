"""Corrections: found again by what is printed, applied at every run, never forced on changed text."""

from __future__ import annotations

import dataclasses
from datetime import date
from pathlib import Path

import pytest
from example import BOX, result
from hypothesis import given
from hypothesis import strategies as st

from agendapack.extract.correct import (
    correct,
    merged,
    on_pages,
    outdated,
    parse_corrections,
    read_corrections,
    review_findings,
    write_corrections,
)
from agendapack.extract.correct.file import COLUMNS, VERDICTS, corrections_csv
from agendapack.extract.correct.identity import row_names
from agendapack.extract.errors import UsageError
from agendapack.extract.model import Action, Correction, PackResult, Review, Source
from agendapack.extract.write.flatten import records
from agendapack.schemas.datasets import dataset

SHA = "0" * 64
ACTION = "page 3 | MB 01 | =SUM(A1) – reopen the baths"
INDICATOR = "page 3 | NI 1 | Visits"


def said(
    column: str = "due_text",
    printed: str = "NA",
    corrected: str = "March 2032",
    *,
    of: str = "actions",
    row: str = ACTION,
    verdict: str = "corrected",
    sha256: str = SHA,
    name: str = "july.pdf",
) -> Correction:
    review = Review(verdict, column, printed, "A. Ward", "2031-07-05")
    return Correction(sha256, name, of, row, review, corrected if verdict == "corrected" else "")


def action(pack: PackResult) -> Action:
    return pack.actions[0]


def with_ref() -> PackResult:
    """The example with its indicator's ref printed."""
    (indicator,) = result().indicators
    return dataclasses.replace(result(), indicators=(dataclasses.replace(indicator, indicator_ref="NI 1"),))


def new_findings(pack: PackResult) -> list[tuple[str, str]]:
    return [(f.kind, f.detail) for f in pack.findings[len(result().findings) :]]


# --- what is applied ---------------------------------------------------------------

APPLIED = [
    (said(), "due_text", "March 2032"),
    (said("due_date", "2032-03-31", "2032-06-30"), "due_date", date(2032, 6, 30)),
    (said("due_date", "2032-03-31", "30/06/2032"), "due_date", date(2032, 6, 30)),
    (said("due_date", "31/03/2032", "30 June 2032"), "due_date", date(2032, 6, 30)),
    (said("due_date", "2032-03-31", ""), "due_date", None),
    (said("officers", "Ann Ward; Head of Parks", "Ann Ward"), "officers", ("Ann Ward",)),
    (said("officers", "Ann  Ward;\nHead of Parks", ""), "officers", ()),
    (said("action_ref", "MB 01", "MB 1"), "action_ref", "MB 1"),
    (said("status", "", "Green"), "status", "Green"),
    (said("status", "", ""), "status", ""),
]


@pytest.mark.parametrize(("correction", "column", "wanted"), APPLIED)
def test_applied(correction: Correction, column: str, wanted: object) -> None:
    pack = correct(result(), [correction])
    assert getattr(action(pack), column) == wanted
    assert new_findings(pack) == []
    assert action(pack).source.review == (correction.review,)


def test_who_when_and_what_was_printed_stand_beside_the_value() -> None:
    (row,) = records([correct(result(), [said()])])["actions"]
    assert row["due_text"] == "March 2032"
    assert row["review"] == (
        '[{"verdict": "corrected", "column": "due_text", "printed": "NA", '
        '"who": "A. Ward", "when": "2031-07-05"}]'
    )


def test_several_corrections_of_one_row() -> None:
    pack = correct(result(), [said(), said("action_ref", "MB 01", "MB 2"), said("", "", verdict="accepted")])
    assert (action(pack).due_text, action(pack).action_ref) == ("March 2032", "MB 2")
    assert [r.verdict for r in action(pack).source.review] == ["corrected", "corrected", "accepted"]


def test_a_value_that_is_now_read_right_is_left_alone() -> None:
    better = dataclasses.replace(
        result(), actions=(dataclasses.replace(action(result()), due_text="March 2032"),)
    )
    assert correct(better, [said()]).actions[0].due_text == "March 2032"
    assert new_findings(correct(better, [said()])) == []


def test_the_pack_itself_can_be_corrected() -> None:
    pack = correct(result(), [said("committee", "Cabinet", "Executive", of="packs", row="july.pdf")])
    assert pack.pack.committee == "Executive"


def test_values_follow_the_ref_of_their_indicator() -> None:
    change = said("indicator_ref", "NI 1", "NI 7", of="indicators", row=INDICATOR)
    pack = correct(with_ref(), [change])
    assert {v.indicator_ref for v in pack.indicator_values} == {"NI 7"}


def test_row_numbers_do_not_matter() -> None:
    moved = dataclasses.replace(action(result()), source=Source("july", "a99", "t9", 3, BOX))
    other = dataclasses.replace(moved, action="Paint the pier", action_ref="MB 00")
    pack = correct(dataclasses.replace(result(), actions=(other, moved)), [said()])
    assert [a.due_text for a in pack.actions] == ["NA", "March 2032"]


def test_rows_alike_are_told_apart_by_their_order() -> None:
    twice = dataclasses.replace(result(), actions=(action(result()), action(result())))
    pack = correct(twice, [said(row=f"{ACTION} #2")])
    assert [a.due_text for a in pack.actions] == ["NA", "March 2032"]


def test_what_comes_from_a_reviewed_row_is_not_reviewed_itself() -> None:
    pack = correct(result(), [said()])
    (link,), (finding,) = pack.links, pack.findings
    linked = dataclasses.replace(link, source=action(pack).source)
    found = dataclasses.replace(finding, source=action(pack).source)
    made = review_findings(dataclasses.replace(pack, links=(linked,), findings=(found,)), [])
    written = records([made])
    assert written["links"][0]["review"] is None
    assert written["findings"][0]["review"] is None


# --- what is rejected and accepted -------------------------------------------------


def test_a_rejected_row_is_left_out_and_named() -> None:
    pack = correct(result(), [said("", "", verdict="rejected")])
    assert pack.actions == ()
    ((kind, detail),) = new_findings(pack)
    assert kind == "rejected_row"
    assert "A. Ward on 2031-07-05" in detail and "MB 01" in detail


def test_a_rejected_indicator_takes_its_values_along() -> None:
    pack = correct(with_ref(), [said("", "", of="indicators", row=INDICATOR, verdict="rejected")])
    assert (pack.indicators, pack.indicator_values) == ((), ())


def test_findings_are_reviewed_once_they_are_made() -> None:
    name = "page 3 | duplicate_ref | twice"
    rejected = [said("", "", of="findings", row=name, verdict="rejected")]
    assert correct(result(), rejected).findings == result().findings
    assert review_findings(result(), rejected).findings == ()
    accepted = [said("", "", of="findings", row=name, verdict="accepted")]
    (kept,) = review_findings(result(), accepted).findings
    assert kept.source.review[0].verdict == "accepted"


def test_what_was_withdrawn_does_nothing() -> None:
    assert correct(result(), [said(verdict="withdrawn")]) == result()


# --- what no longer fits -----------------------------------------------------------

STALE = [
    (said(printed="Mar 2031"), "it is now read as 'NA'"),
    (said(row="page 3 | MB 77 | Nothing of the kind"), "no such row is read from the pack now"),
    (
        said("due_date", "2032-03-31", "due 31/03/2032"),
        "'due 31/03/2032' is no date; write 31 January 2026 so",
    ),
    (said("due_kind", "date", "someday"), "'someday' is none of"),
    (said("action", "=SUM(A1) – reopen the baths", ""), "nothing there"),
    (said("extra", "", "x"), "takes no corrections"),
    (said("", "", row="page 9 | gone", verdict="accepted"), "no such row"),
    (said("", "", of="packs", row="july.pdf", verdict="rejected"), "cannot be rejected"),
]


@pytest.mark.parametrize(("correction", "why"), STALE)
def test_stale(correction: Correction, why: str) -> None:
    pack = correct(result(), [correction])
    assert dataclasses.replace(pack, findings=()) == dataclasses.replace(result(), findings=())
    ((kind, detail),) = new_findings(pack)
    assert kind == "stale_correction"
    assert why in detail
    assert "A. Ward" in detail


def test_another_file_is_not_touched() -> None:
    assert correct(result(), [said(sha256="1" * 64)]) == result()


def test_a_pack_published_anew_reports_its_old_corrections() -> None:
    old = said(sha256="1" * 64)
    (pack,) = outdated([result()], [old])
    ((kind, detail),) = new_findings(pack)
    assert kind == "stale_correction" and "the file has changed since" in detail
    assert pack.findings[-1].source.page == 3
    redone = said(sha256=SHA)
    assert outdated([result()], [old, redone]) == (result(),)
    assert outdated([result()], [said(sha256="1" * 64, name="august.pdf")]) == (result(),)


def test_two_packs_of_one_name_are_not_taken_for_each_other() -> None:
    pack = result()
    other = dataclasses.replace(pack, pack=dataclasses.replace(pack.pack, sha256="1" * 64))
    assert outdated([pack, other], [said()]) == (pack, other)


def test_a_run_over_some_pages_says_nothing_of_the_others() -> None:
    corrections = (said(row="page 9 | x"), said(), said(of="packs", row="july.pdf"))
    assert on_pages(corrections, range(1, 5)) == corrections[1:]
    assert on_pages(corrections, None) == corrections


# --- names of rows -----------------------------------------------------------------


@given(st.lists(st.sampled_from(["A", "B", "A #2"]), max_size=6))
def test_names_are_never_shared(refs: list[str]) -> None:
    names = row_names(dataset("actions"), [(1, {"action_ref": ref, "action": "x"}) for ref in refs])
    assert len(set(names)) == len(names)


def test_a_name_left_out_is_not_given_again() -> None:
    rows = [(3, {"action_ref": "A", "action": "x"})]
    assert row_names(dataset("actions"), rows, ["page 3 | A | x"]) == ["page 3 | A | x #2"]


# --- the file ----------------------------------------------------------------------

TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\x00"))


@given(
    st.lists(
        st.builds(
            Correction,
            TEXT,
            TEXT,
            st.just("actions"),
            TEXT,
            st.builds(Review, st.sampled_from(VERDICTS), st.just("action"), TEXT, TEXT, TEXT, TEXT),
            TEXT,
        ),
        max_size=4,
    )
)
def test_the_file_reads_back_as_written(corrections: list[Correction]) -> None:
    assert parse_corrections(corrections_csv(corrections)) == tuple(corrections)


def test_a_file_saved_by_a_spreadsheet_is_read(tmp_path: Path) -> None:
    path = tmp_path / "corrections.csv"
    path.write_bytes(b"\xef\xbb\xbf" + corrections_csv([said()]).encode().replace(b"\r\n", b"\n"))
    assert read_corrections(path) == (said(),)
    assert read_corrections(tmp_path / "none.csv") == ()


WRONG = [
    ("verdict,row\naccepted,x\n", "are missing from its first line"),
    (corrections_csv([said()]).replace("corrected,july", "maybe,july"), "line 2: 'maybe' is no verdict"),
    (corrections_csv([said("nothing")]), "there is no actions.nothing"),
    (corrections_csv([said(of="links")]), "there is no links.due_text"),
]


@pytest.mark.parametrize(("content", "words"), WRONG)
def test_a_wrong_file_is_refused_with_its_line(content: str, words: str) -> None:
    with pytest.raises(UsageError, match=words.replace(".", r"\.")):
        parse_corrections(content)


def test_a_new_word_on_a_cell_takes_the_place_of_the_old() -> None:
    old, other, new = said(corrected="May"), said("status", "", "Red"), said(corrected="June")
    assert merged([old, other], [new]) == (new, other)


def test_the_file_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "corrections.csv"
    write_corrections(path, [said()])
    before = path.read_bytes()
    assert before.startswith(",".join(COLUMNS).encode())
    monkeypatch.setattr("os.fsync", lambda _file: (_ for _ in ()).throw(OSError(28, "No space left")))
    with pytest.raises(UsageError, match="No space left"):
        write_corrections(path, [])
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["corrections.csv"]


def test_runs_never_touch_the_file(tmp_path: Path) -> None:
    from written import write_results

    out = write_results(tmp_path / "out")
    (out / "corrections.csv").write_text("kept as it is", encoding="utf-8")
    write_results(out)
    assert (out / "corrections.csv").read_text(encoding="utf-8") == "kept as it is"


@pytest.mark.parametrize(("alike", "named"), [(79, False), (80, True)], ids=["PART_CHARS", "PART_CHARS more"])
def test_rows_are_known_by_eighty_characters_of_a_text(alike: int, named: bool) -> None:
    rows = [(1, {"action": f"{'o' * alike}{end}"}) for end in "ab"]
    first, second = row_names(dataset("actions"), rows)
    assert (second == f"{first} #2") is named
