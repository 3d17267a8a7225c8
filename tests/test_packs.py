"""Invented packs: the same every time, wordings strictly apart, labels that agree with the gold."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("reportlab")

from benchmarks.packs.distractors import distractor
from benchmarks.packs.pack import make
from benchmarks.packs.records import DRAW
from benchmarks.packs.words import Words, loaded, side

SEEDS = range(8)


@pytest.mark.parametrize("kind", DRAW)
def test_wordings_of_heads_are_strictly_apart(kind: str) -> None:
    for bank in loaded("heads.yaml")[kind].values():
        ours, kept = (set(side(bank, held_out=held)) for held in (False, True))
        assert ours and kept and not ours & kept


@pytest.mark.parametrize("hash_seed", ["1", "2"])
def test_a_seed_makes_the_same_pack_every_time(hash_seed: str, tmp_path: Path) -> None:
    other = tmp_path / "other"
    command = [sys.executable, "-m", "benchmarks.packs", str(other), "--seeds", "0-7"]
    root = Path(__file__).parents[1]
    subprocess.run(command, check=True, cwd=root, env={**os.environ, "PYTHONHASHSEED": hash_seed})
    for seed in SEEDS:
        make(seed, tmp_path, held_out=False)
    for pdf in tmp_path.glob("*.pdf"):
        assert pdf.read_bytes() == (other / pdf.name).read_bytes()


@pytest.mark.parametrize("seed", SEEDS)
def test_labels_count_the_rows_of_the_gold(seed: int, tmp_path: Path) -> None:
    labels = make(seed, tmp_path, held_out=True)
    for kind in DRAW:
        counted = sum(int(x["records"]) for x in labels if x["kind"] == kind)
        rows = [r for p in tmp_path.rglob(f"{kind}.csv") for r in csv.DictReader(p.open(encoding="utf-8"))]
        assert len(rows) == counted


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("draw", [*DRAW.values(), distractor])
def test_every_column_has_a_cell_a_row(seed: int, draw: object) -> None:
    sheet = draw(Words(seed, held_out=False))  # type: ignore[operator]
    assert {len(c.cells) for c in sheet.columns} == {sheet.rows}
    assert all(len(c.fills) == sheet.rows for c in sheet.columns if c.fills is not None)
