"""The sample packs in the repository are those that their script makes."""

from __future__ import annotations

import csv
import importlib.metadata
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "samples"
PACKS = ("ashenshire", "harrowmere", "tidewell/q1", "tidewell/q2", "tidewell/q3")
MADE_WITH = "5.1.0"
"""The reportlab that set the PDFs in the repository; others may order a PDF's objects differently."""
MAX_PAGES = 40
"""All packs together, so that tests over them stay quick."""
DATASETS = (
    "packs",
    "agenda_items",
    "actions",
    "indicators",
    "indicator_values",
    "risks",
    "links",
    "findings",
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which the script has just written both packs."""
    pytest.importorskip("reportlab")
    folder = tmp_path_factory.mktemp("samples")
    subprocess.run([sys.executable, "-m", "samples.make", str(folder)], cwd=ROOT, check=True, timeout=120)
    return folder


def rows(path: Path) -> list[dict[str, str]]:
    """The records of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("pack", PACKS)
def test_pdf_is_made_byte_for_byte(made: Path, pack: str) -> None:
    if importlib.metadata.version("reportlab") != MADE_WITH:
        pytest.skip(f"the PDFs were set with reportlab {MADE_WITH}")
    assert (made / pack / "pack.pdf").read_bytes() == (SAMPLES / pack / "pack.pdf").read_bytes()


@pytest.mark.parametrize("pack", PACKS)
def test_expected_rows_are_made_byte_for_byte(made: Path, pack: str) -> None:
    def files(folder: Path) -> dict[str, bytes]:
        return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.csv")}

    assert files(made / pack / "gold") == files(SAMPLES / pack / "gold")


def test_packs_are_small() -> None:
    assert sum(int(rows(SAMPLES / pack / "gold" / "packs.csv")[0]["pages"]) for pack in PACKS) <= MAX_PAGES


@pytest.mark.parametrize("dataset", [*DATASETS, "tables/index"])
def test_every_dataset_is_shown(dataset: str) -> None:
    assert any(rows(SAMPLES / pack / "gold" / f"{dataset}.csv") for pack in PACKS)


@pytest.mark.parametrize("pack", PACKS)
def test_every_listed_grid_is_there_and_rectangular(pack: str) -> None:
    folder = SAMPLES / pack / "gold" / "tables"
    listed = {row["file"] for row in rows(folder / "index.csv")}
    assert listed == {path.name for path in folder.glob("*.csv")} - {"index.csv"}
    for name in listed:
        with (folder / name).open(encoding="utf-8", newline="") as file:
            assert len({len(line) for line in csv.reader(file)}) == 1, name


def test_only_the_planted_reference_is_unresolved() -> None:
    links = rows(SAMPLES / "harrowmere" / "gold" / "links.csv")
    unresolved = {(link["from_ref"], link["to_ref"]) for link in links if link["resolved"] == "no"}
    assert unresolved == {("CP 3.5", "HD 29")}
