"""The library: each call reads with the words it is given, and leaves none behind."""

from __future__ import annotations

from pathlib import Path

import pytest
from batch.papers import pack

import agendapack
from agendapack import schemas
from agendapack.extract.errors import PackError
from agendapack.extract.settings import Settings
from agendapack.schemas import Words

ROWS = [
    (f"TB {n:02d}", f"Mend the bridge at milestone {n}", "As the tide allows", "A. Ward") for n in (1, 2, 3)
]
OURS = "dates:\n  ongoing: [as the tide allows]\n"


@pytest.fixture
def ours(tmp_path: Path) -> Settings:
    file = tmp_path / "ours.yaml"
    file.write_text(OURS, encoding="utf-8")
    return Settings(ocr="never", vocabulary=Words.of(file))


def due(path: Path, settings: Settings) -> set[str]:
    return set(agendapack.extract_pack(path, settings)["actions"]["due_kind"])


def test_a_call_reads_with_its_own_words(tmp_path: Path, ours: Settings) -> None:
    paper = pack(tmp_path / "july.pdf", [ROWS])
    usual = Settings(ocr="never")
    assert [due(paper, s) for s in (usual, ours, usual, ours)] == [{"unparsed"}, {"ongoing"}] * 2
    assert schemas.additions() == {}


def test_a_call_that_fails_leaves_no_words_behind(tmp_path: Path, ours: Settings) -> None:
    with pytest.raises(PackError):
        agendapack.extract_pack(tmp_path / "none.pdf", ours)
    assert schemas.additions() == {}
