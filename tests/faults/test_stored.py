"""A stored result that is damaged or of another version is read again, or kept as it was published."""

from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from batch.papers import pack, rows

from agendapack import cli

Damage = Callable[[bytes], bytes]


def other_header(change: Callable[[dict[str, object]], object]) -> Damage:
    def damage(content: bytes) -> bytes:
        head, *body = gzip.decompress(content).splitlines(keepends=True)
        told = json.loads(head)
        change(told)
        return gzip.compress(json.dumps(told).encode() + b"\n" + b"".join(body))

    return damage


def other_body(content: bytes) -> bytes:
    head, *_ = gzip.decompress(content).splitlines(keepends=True)
    return gzip.compress(head + b"[]\n[]\n")


DAMAGES: dict[str, Damage] = {
    "empty": lambda _: b"",
    "garbage": lambda _: b"garbage" * 99,
    "cut off": lambda content: content[: len(content) // 2],
    "without its last byte": lambda content: content[:-1],
    "a byte is another": lambda content: content[:-40] + bytes([content[-40] ^ 255]) + content[-39:],
    "an unknown field": other_header(lambda told: told.update(colour="blue")),
    "a field is missing": other_header(lambda told: told.pop("sha256")),
    "a field of another type": other_header(lambda told: told.update(sources=3)),
    "of another pack": other_header(lambda told: told.update(pack_id="../../elsewhere")),
    "no datasets": other_body,
}


@pytest.fixture(autouse=True)
def results(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    pack(tmp_path / "in" / "july.pdf", [rows(1), rows(10)])
    pack(tmp_path / "in" / "august.pdf", [rows(20)])
    assert extract("in") == 0


def extract(*paths: str) -> int:
    return cli.run(["extract", *paths, "-o", "out", "-q", "--format", "csv"])


def published(name: str = "actions") -> list[dict[str, str]]:
    with Path("out", f"{name}.csv").open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def harm(damage: Damage) -> None:
    (stored,) = Path("out/.agendapack/packs").glob("july-*")
    stored.write_bytes(damage(stored.read_bytes()))
    Path("out/.agendapack/combined.json").unlink()


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
@pytest.mark.parametrize("named", ["in", "in/august.pdf"], ids=["named", "not named"])
def test_it_is_read_again_from_its_pdf(damage: Damage, named: str) -> None:
    before = published()
    harm(damage)
    assert extract(named) == 0
    assert published() == before
    assert [row["status"] for row in published("packs")] == ["ok", "ok"]


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_without_its_pdf_the_rows_published_last_stay(
    damage: Damage, capsys: pytest.CaptureFixture[str]
) -> None:
    before, grids = published(), sorted(Path("out/tables").rglob("*.csv"))
    harm(damage)
    Path("in/july.pdf").unlink()
    for _ in range(2):
        extract("in/august.pdf")
        assert published() == before
        assert sorted(Path("out/tables").rglob("*.csv")) == grids
        status = {row["source_name"]: row["status"] for row in published("packs")}
        assert status == {"july.pdf": "failed", "august.pdf": "ok"}
    assert "its stored result is damaged and the file is gone" in capsys.readouterr().err
    pack(Path("in/july.pdf"), [rows(1), rows(10)])
