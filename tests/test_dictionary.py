"""The data dictionary is what the schema says; `agendapack schema > docs/data-dictionary.md` renews it."""

from __future__ import annotations

from pathlib import Path

from agendapack.schemas.dictionary import markdown

DICTIONARY = Path(__file__).resolve().parent.parent / "docs" / "data-dictionary.md"


def test_the_dictionary_is_up_to_date() -> None:
    assert DICTIONARY.read_text(encoding="utf-8").rstrip() == markdown().rstrip()
