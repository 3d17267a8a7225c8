"""A folder that grows: nothing is read twice, nothing is lost, and only the packs decide the bytes."""

from __future__ import annotations

import csv
import itertools
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from batch.papers import pack, rows
from conftest import SAMPLES

from agendapack import cli
from agendapack.extract.batch.options import Options
from agendapack.extract.batch.record import BatchResult
from agendapack.extract.batch.run import run_batch
from agendapack.extract.correct.file import read_corrections, write_corrections
from agendapack.extract.model import Correction, Review
from agendapack.extract.settings import Settings

Run = Callable[..., BatchResult]


@pytest.fixture
def inbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    pack(tmp_path / "inbox" / "july.pdf", [rows(1, 2)])
    pack(tmp_path / "inbox" / "august.pdf", [rows(3)])
    return tmp_path / "inbox"


def run(*paths: Path, out: str = "out", **options: object) -> BatchResult:
    return run_batch(paths, Path(out), Settings(), Options(**{"workers": 2, **options}))  # type: ignore[arg-type]


def states(batch: BatchResult) -> dict[str, str]:
    return {run.path.name: run.state for run in batch.packs}


def column(name: str, dataset: str = "actions", out: str = "out") -> list[str]:
    with Path(out, f"{dataset}.csv").open(newline="", encoding="utf-8") as file:
        return [row[name] for row in csv.DictReader(file)]


def results(out: str = "out") -> dict[str, bytes]:
    """All that a run writes for its users, but the records of the runs."""
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(Path(out).rglob("*"))
        if path.is_file() and path.relative_to(out).parts[0] not in ("runs", ".agendapack")
    }


# --- unchanged, changed, removed -----------------------------------------------------


def test_an_unchanged_pack_is_not_read_again(inbox: Path) -> None:
    assert states(run(inbox)) == {"august.pdf": "new", "july.pdf": "new"}
    before = results()
    pack(inbox / "september.pdf", [rows(4)])
    assert states(run(inbox)) == {"august.pdf": "unchanged", "july.pdf": "unchanged", "september.pdf": "new"}
    assert sorted(column("action_ref")) == ["TB 01", "TB 02", "TB 03", "TB 04"]
    (inbox / "september.pdf").unlink()
    run(inbox, prune=True)
    assert results() == before


def test_a_changed_pack_replaces_its_rows(inbox: Path) -> None:
    run(inbox)
    pack(inbox / "july.pdf", [rows(1, 7)])
    batch = run(inbox)
    assert states(batch) == {"august.pdf": "unchanged", "july.pdf": "changed"}
    assert len(batch.removed) == 1
    assert sorted(column("action_ref")) == ["TB 01", "TB 03", "TB 07"]
    assert len(list(Path("out/tables").iterdir())) == 2


def test_a_removed_pack_stays_until_pruned(inbox: Path) -> None:
    run(inbox)
    (inbox / "july.pdf").unlink()
    assert run(inbox).kept == 1
    assert sorted(column("action_ref")) == ["TB 01", "TB 02", "TB 03"]
    assert len(run(inbox, prune=True).removed) == 1
    assert column("action_ref") == ["TB 03"]


def test_nothing_is_pruned_while_an_input_is_missing(inbox: Path) -> None:
    run(inbox)
    (inbox / "july.pdf").unlink()
    run(inbox, Path("not-mounted"), prune=True)
    assert "TB 01" in column("action_ref")


def test_other_settings_read_again(inbox: Path) -> None:
    run(inbox)
    batch = run_batch([inbox], Path("out"), Settings(ocr="never"), Options())
    assert set(states(batch).values()) == {"changed"}


def test_another_tool_reads_again(inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(inbox)
    monkeypatch.setattr("agendapack.extract.batch.inputs.fingerprint", lambda: "newer")
    assert set(states(run(inbox)).values()) == {"changed"}


def test_deleted_results_are_made_again_without_reading(inbox: Path) -> None:
    run(inbox)
    before = results()
    Path("out/actions.csv").unlink()
    shutil.rmtree("out/tables")
    assert set(states(run(inbox)).values()) == {"unchanged"}
    assert results() == before


def test_users_files_stay(inbox: Path) -> None:
    run(inbox)
    Path("out/notes.txt").write_text("mine")
    pack(inbox / "september.pdf", [rows(4)])
    run(inbox)
    assert Path("out/notes.txt").read_text() == "mine"


# --- the same bytes whatever the way ---------------------------------------------------


@pytest.mark.parametrize("order", list(itertools.permutations(["a", "b", "copy of a"])))
def test_order_and_number_of_runs_do_not_matter(inbox: Path, order: tuple[str, ...]) -> None:
    shutil.rmtree(inbox)
    pack(inbox / "b.pdf", [rows(1, 2)])
    pack(inbox / "a.pdf", [rows(3)])
    shutil.copy(inbox / "b.pdf", inbox / "copy of a.pdf")
    run(inbox, out="at-once")
    for name in order:
        run(inbox / f"{name}.pdf")
    assert results() == results("at-once")


def test_the_number_of_workers_does_not_matter(inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pack(inbox / "long.pdf", [rows(n) for n in range(10, 17)])
    run(inbox, out="one", workers=1)
    run(inbox, out="four", workers=4)
    monkeypatch.setattr("agendapack.extract.batch.schedule.SHARED_FROM_PAGES", 2)
    run(inbox, out="shared", workers=4)  # more workers than packs: the long one is read in parts
    assert results("one") == results("four") == results("shared")
    assert "TB 16" in column("action_ref", out="shared")


# --- the same report in several packs ----------------------------------------------------


def that_count(name: str = "action_ref", dataset: str = "actions", out: str = "out") -> list[str]:
    """A column of the rows that stand in no other pack of the meeting that counts before theirs."""
    again = column("repeat_of", dataset, out)
    return sorted(v for v, repeat in zip(column(name, dataset, out), again, strict=True) if not repeat)


def test_all_rows_of_a_repeated_page_stay_and_name_the_one_that_counts(inbox: Path) -> None:
    run(inbox)
    before = column("action_ref")
    pack(inbox / "a supplement.pdf", [rows(8), rows(1, 2)], title="Supplement to the agenda")
    run(inbox)
    assert sorted(column("action_ref")) == sorted([*before, "TB 01", "TB 02", "TB 08"])
    assert that_count() == ["TB 01", "TB 02", "TB 03", "TB 08"]
    rows_of = dict(zip(column("row_id"), column("action_ref"), strict=True))
    repeated = zip(column("row_id"), column("repeat_of"), strict=True)
    assert all(rows_of[row] == rows_of[home] for row, home in repeated if home)
    assert [home for home in column("repeat_of") if home and home.startswith("a-supplement")] == []
    (inbox / "july.pdf").unlink()
    run(inbox, prune=True)
    assert sorted(column("action_ref")) == that_count() == ["TB 01", "TB 02", "TB 03", "TB 08"]


def test_every_link_leads_to_a_row(inbox: Path) -> None:
    pack(inbox / "supplement.pdf", [rows(8), rows(1, 2)], title="Supplement to the agenda")
    run(inbox)
    known = {row for name in ("actions", "indicators", "risks") for row in column("row_id", name)}
    assert set(column("to_row_id", "links")) - {""} <= known


@pytest.mark.parametrize("name", ["a part", "z part"], ids=["before the pack", "behind the pack"])
def test_a_part_of_a_pack_with_other_page_numbers_adds_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copy(SAMPLES / "harrowmere" / "pack.pdf", "pack.pdf")
    stamped(Path("pack.pdf"), range(3, 9), Path(f"{name}.pdf"))
    run(Path("pack.pdf"), out="alone")
    run(Path("pack.pdf"), Path(f"{name}.pdf"))
    for dataset, of_a_row in (
        ("actions", "action_ref"), ("indicators", "indicator_ref"), ("indicator_values", "text"),
    ):  # fmt: skip
        assert that_count(of_a_row, dataset) == sorted(column(of_a_row, dataset, "alone"))
        assert len(column(of_a_row, dataset)) > len(column(of_a_row, dataset, "alone"))
    assert dict(zip(column("source_name", "packs"), column("edition", "packs"), strict=True)) == {
        "pack.pdf": "first", f"{name}.pdf": "supplement",
    }  # fmt: skip


def stamped(source: Path, pages: range, target: Path) -> None:
    """Some pages of a pack as a paper of its own, each with another line at its head and foot."""
    import pikepdf
    from reportlab.pdfgen import canvas

    with pikepdf.open(source) as whole, pikepdf.new() as part:
        for number in pages:
            part.pages.append(whole.pages[number - 1])
        for number, page in enumerate(part.pages, 101):
            wide, high = float(page.mediabox[2]), float(page.mediabox[3])
            line = canvas.Canvas("line.pdf", pagesize=(wide, high))
            line.drawString(40, high - 14, "SUPPLEMENTARY PAPERS")
            line.drawString(wide / 2, 14, f"Page {number}")
            line.save()
            with pikepdf.open("line.pdf") as stamp:
                page.add_overlay(stamp.pages[0], None)
        part.save(target)


def resolved_links(out: str) -> list[tuple[str, ...]]:
    with Path(out, "links.csv").open(newline="", encoding="utf-8") as file:
        return sorted(
            (row["from_ref"], row["relation"], row["to_ref"], row["raw"])
            for row in csv.DictReader(file)
            if row["resolved"] == "yes"
        )


def test_equal_rows_on_different_pages_are_no_repeats(inbox: Path) -> None:
    pack(inbox / "other.pdf", [rows(1, 9)])
    run(inbox)
    assert sorted(column("action_ref")) == ["TB 01", "TB 01", "TB 02", "TB 03", "TB 09"]


# --- what remains of a run ---------------------------------------------------------------


def test_the_record_of_a_run(inbox: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (inbox / "broken.pdf").write_bytes(b"%PDF-1.7 and no more")
    assert cli.run(["extract", "inbox", "-o", "out", "-q"]) == 2
    assert cli.run(["extract", "inbox", "-o", "out"]) == 2
    first, second = (json.loads(path.read_text()) for path in sorted(Path("out/runs").iterdir()))
    assert first["packs"] == {"ok": 2, "failed": 1}
    assert second["packs"] == {"unchanged": 3}
    assert first["rows"]["actions"] == 3
    assert first["versions"]["code"]
    assert [each["status"] for each in first["each"]] == ["ok", "failed", "ok"]
    assert [(each["status"], each["state"]) for each in second["each"]] == [("failed", "unchanged")]
    assert column("source", "quarantine") == ["../inbox/broken.pdf"]
    assert "ok: 2 (2 unchanged), failed: 1 (1 unchanged), listed in quarantine.csv" in capsys.readouterr().err


def test_the_log_for_collectors(inbox: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (inbox / "broken \x1b[31m.pdf").write_bytes(b"no PDF at all")
    assert cli.run(["extract", "inbox", "-o", "out", "--log-json"]) == 2
    *told, last = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert last["message"] == "run done: 2 of 3 packs read"
    assert last["run"]["packs"] == {"ok": 2, "failed": 1} and last["run"]["versions"]["code"]
    assert {(each["status"], each["level"]) for each in told} == {("ok", "info"), ("failed", "warning")}
    assert all(each["message"] and each["time"] for each in told)


def test_with_the_log_for_collectors_everything_is_json(
    inbox: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["extract", "nowhere.pdf", "-o", "out", "--log-json"]) == 3
    told = [json.loads(line)["message"] for line in capsys.readouterr().err.splitlines()]
    assert told[1:] == ["run done: 0 of 1 packs read", "nothing could be read; nothing is written."]
    assert cli.run(["tables", "nowhere.pdf"]) == 3  # and the next command in this process speaks plainly
    assert capsys.readouterr().err == "agendapack: nowhere.pdf: there is no such file. Check the path.\n"


def test_rows_that_several_packs_have_count_once(inbox: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pack(inbox / "supplement.pdf", [rows(8), rows(1, 2)], title="Supplement to the agenda")
    for _ in ("new", "unchanged"):
        batch = run(inbox)
        assert batch.total.rows["actions"] == len(that_count()) == 4
        assert batch.total.findings.total() == len(that_count("kind", "findings"))
    latest = json.loads(max(Path("out/runs").iterdir()).read_text())
    assert latest["rows"]["actions"] == 4


# --- corrections -------------------------------------------------------------------------


def corrected() -> list[str]:
    return [row for row, said in zip(column("action_ref"), column("review"), strict=True) if said]


def say(pack_row: int, due: str = "") -> None:
    """A correction of the due date of a row, made on the files as they are; no date rejects the row."""
    with Path("out/actions.csv").open(newline="", encoding="utf-8") as file:
        row = list(csv.DictReader(file))[pack_row]
    with Path("out/packs.csv").open(newline="", encoding="utf-8") as file:
        known = {p["pack_id"]: p for p in csv.DictReader(file)}[row["pack_id"]]
    name = f"page {row['page']} | {row['action_ref']} | {row['action']}"
    review = Review("corrected", "due_date", "2032-03-31", "A. Ward") if due else Review("rejected")
    said = Correction(known["sha256"], known["source_name"], "actions", name, review, due)
    write_corrections(Path("out/corrections.csv"), [said])


def read_again(*paths: Path) -> BatchResult:
    settings = Settings(corrections=read_corrections(Path("out/corrections.csv")))
    return run_batch(paths, Path("out"), settings, Options(workers=1))


def test_a_pack_published_anew_reports_its_corrections_at_once(inbox: Path) -> None:
    run(inbox)
    say(1, "2032-04-30")
    pack(inbox / "july.pdf", [rows(1, 2, 5)])
    read_again(inbox)
    first = results()
    assert column("kind", "findings").count("stale_correction") == 1
    read_again(inbox)  # and the number of runs does not matter
    assert results() == first


def test_corrections_reach_a_pack_that_is_not_named(inbox: Path) -> None:
    run(inbox)
    say(1, "2032-04-30")
    assert states(read_again(inbox / "august.pdf")) == {"august.pdf": "unchanged", "july.pdf": "changed"}
    assert corrected() == ["TB 01"] and "2032-04-30" in column("due_date")
    say(1, "2032-05-31")
    assert states(read_again(inbox / "august.pdf"))["july.pdf"] == "changed"
    assert "2032-05-31" in column("due_date")
    # a run that comes later than a tick of the clock need not even look closer
    assert states(read_again(inbox / "august.pdf")) in ({"august.pdf": "unchanged"}, {})


def test_other_settings_are_for_the_packs_named_alone(inbox: Path) -> None:
    run(inbox)
    say(1, "2032-04-30")
    some = Settings(ocr="never", corrections=read_corrections(Path("out/corrections.csv")))
    batch = run_batch([inbox / "august.pdf"], Path("out"), some, Options(workers=1))
    assert set(states(batch)) == {"august.pdf"}


@pytest.mark.parametrize("name", ["a supplement.pdf", "supplement.pdf"], ids=["before it", "behind it"])
@pytest.mark.parametrize("due", ["2032-04-30", ""], ids=["corrected", "rejected"])
def test_what_is_said_of_a_row_goes_for_its_repeats(inbox: Path, name: str, due: str) -> None:
    run(inbox)
    say(1, due)
    pack(inbox / name, [rows(8), rows(1, 2)], title="Supplement to the agenda")
    assert states(read_again(inbox)) == {"august.pdf": "unchanged", "july.pdf": "changed", name: "new"}
    first = results()
    dues = dict(zip(column("action_ref"), column("due_date"), strict=True))
    assert that_count() == sorted(dues) == ["TB 01"] * bool(due) + ["TB 02", "TB 03", "TB 08"]
    assert dues.get("TB 01", "") == due
    assert "stale_correction" not in column("kind", "findings")
    read_again(inbox)
    assert results() == first
    Path("out/corrections.csv").unlink()
    read_again(inbox)
    assert column("due_date") == ["2032-03-31"] * 6


# --- passwords ---------------------------------------------------------------------------


@pytest.fixture
def sealed(inbox: Path) -> Path:
    import pikepdf

    for name, user in (("locked", "open sesame"), ("restricted", "")):
        with pikepdf.open(inbox / "july.pdf") as document:
            keep = pikepdf.Permissions(extract=False)
            encryption = pikepdf.Encryption(owner="the owner", user=user, allow=keep)
            document.save(inbox.parent / f"{name}.pdf", encryption=encryption)
    return inbox.parent


@pytest.mark.parametrize("reader", ["pdfium", "pdfplumber"])
def test_a_password_opens_a_pack(sealed: Path, reader: str, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["extract", "locked.pdf", "-o", "out", "-q", "--reader", reader]
    assert cli.run(command) == 3
    assert "locked with a password. Give the password" in capsys.readouterr().err
    assert cli.run([*command, "--password", "wrong"]) == 3
    assert "none of the passwords given opens it" in capsys.readouterr().err
    Path("keys.txt").write_text("wrong\nopen sesame\n")
    assert cli.run([*command, "--password-file", "keys.txt"]) == 0
    assert column("action_ref") == ["TB 01", "TB 02"]
    everything = b"".join(path.read_bytes() for path in Path("out").rglob("*") if path.is_file())
    assert b"sesame" not in everything


def test_an_owners_restriction_is_noted(sealed: Path) -> None:
    assert cli.run(["extract", "restricted.pdf", "-o", "out", "-q"]) == 0
    assert column("action_ref") == ["TB 01", "TB 02"]
    assert "restricted" in column("kind", "findings")
    assert column("status", "packs") == ["ok"]
