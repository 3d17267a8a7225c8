"""What people say of a pair that may be one thing holds in later runs, and is no word about any pack."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from batch.papers import HEADER, pack

from agendapack.extract.batch.options import Options
from agendapack.extract.batch.record import BatchResult
from agendapack.extract.batch.run import run_batch
from agendapack.extract.correct import read_corrections, write_corrections
from agendapack.extract.identity import sha256_of
from agendapack.extract.model import Correction, Review
from agendapack.extract.settings import Settings

assert HEADER[:2] == ("Ref", "Action")
MAY = [("TB 01", "Mend the north bridge over the weir", "31 March 2032", "Ann Ward"),
       ("TB 02", "Open the towpath to walkers", "31 March 2032", "Bo Lind")]  # fmt: skip
JULY = [("TB 01", "Agree the footbridges of Greystone", "31 March 2032", "Cy Moss"), MAY[1]]


def rows(name: str) -> list[dict[str, str]]:
    with Path(f"out/{name}.csv").open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def doubts() -> list[dict[str, str]]:
    return [row for row in rows("findings") if row["kind"] == "entity_doubt"]


def run() -> BatchResult:
    said = read_corrections(Path("out/corrections.csv"))
    return run_batch([Path("in")], Path("out"), Settings(corrections=said), Options(workers=1))


def say(verdict: str, doubt: dict[str, str]) -> None:
    name = f"page {doubt['page']} | entity_doubt | {doubt['detail'][:80]}".rstrip()
    line = Correction(
        sha256_of(Path("in/july.pdf")),
        "july.pdf",
        "findings",
        name,
        Review(verdict, "detail", doubt["detail"]),
    )
    write_corrections(Path("out/corrections.csv"), [line])


@pytest.fixture
def doubt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    monkeypatch.chdir(tmp_path)
    pack(Path("in/may.pdf"), [MAY], "Tarnbridge Town Council")
    pack(Path("in/july.pdf"), [JULY], "Tarnbridge Town Council")
    run()
    (found,) = doubts()
    return found


@pytest.mark.parametrize(("verdict", "things"), [("accepted", 2), ("rejected", 3), ("withdrawn", 3)])
def test_what_was_said_holds_and_reads_no_pack_again(
    doubt: dict[str, str], verdict: str, things: int
) -> None:
    say(verdict, doubt)
    batch = run()
    assert {each.state for each in batch.packs} == {"unchanged"}
    assert len(rows("entities")) == things
    assert bool(doubts()) is (verdict == "withdrawn")
    assert "stale_correction" not in {row["kind"] for row in rows("findings")}
    before = {path.name: path.read_bytes() for path in Path("out").glob("*.csv")}
    run()
    assert {path.name: path.read_bytes() for path in Path("out").glob("*.csv")} == before


def test_what_is_taken_back_is_in_doubt_again(doubt: dict[str, str]) -> None:
    before = rows("entities")
    say("accepted", doubt)
    run()
    assert rows("entities") != before
    Path("out/corrections.csv").unlink()
    run()
    assert rows("entities") == before
    assert doubts() == [doubt]


def test_a_doubt_names_both_places(doubt: dict[str, str]) -> None:
    assert all(row["pack_id"] in doubt["places"] for row in rows("packs"))


def test_nonsense_about_pairs_does_nothing(doubt: dict[str, str]) -> None:
    say("accepted", doubt)
    (line,) = read_corrections(Path("out/corrections.csv"))
    wild = [
        replace(line, row=f"entity_doubt | {'|' * 9000}", review=replace(line.review, printed=text))
        for text in ("", "\x1b")
    ]
    write_corrections(Path("out/corrections.csv"), wild)
    run()
    assert doubts() == [doubt]
