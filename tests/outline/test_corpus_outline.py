"""Real packs against what a person reads on their pages; needs AGENDAPACK_CORPUS."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest

from agendapack.extract.outline import outline
from agendapack.extract.read import read_pages

CORPUS = os.environ.get("AGENDAPACK_CORPUS")
DOCUMENTS = sorted(Path(CORPUS).glob("*/document.pdf")) if CORPUS else []

pytestmark = pytest.mark.skipif(not CORPUS, reason="AGENDAPACK_CORPUS is not set")


def gold_numbers(document: Path) -> list[str]:
    file = document.parent / "gold" / "agenda_items.csv"
    if not file.exists():
        return []
    with file.open(encoding="utf-8", newline="") as rows:
        return [row["item_no"] for row in csv.DictReader(rows)]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda d: d.parent.name)
def test_agenda_items_are_those_a_person_reads_and_none_elsewhere(document: Path) -> None:
    found = outline(list(read_pages(document)))
    assert [item.item_no for item in found.agenda] == gold_numbers(document)
