"""Files of schemas/: what programs or a build write is read by a shorter way, and says the same."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest
import yaml

from agendapack.schemas import loading
from agendapack.schemas.loading import MADE, data_file, loader, made_of

SCHEMAS = Path(str(resources.files("agendapack.schemas")))
FILES = sorted(file.relative_to(SCHEMAS).as_posix() for file in SCHEMAS.rglob("*.yaml"))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of files as a build leaves it."""
    (tmp_path / "vocabulary").mkdir()
    (tmp_path / "vocabulary" / "piers.yaml").write_text("berths: [east, west]\nmonths: {1: [ice]}\n")
    (tmp_path / MADE).write_text(made_of(tmp_path), encoding="utf-8")
    monkeypatch.setattr(resources, "files", lambda _package: tmp_path)
    loading._made.cache_clear()
    yield tmp_path
    loading._made.cache_clear()


@pytest.mark.parametrize("name", ["recognise.yaml", "find.yaml", "accept.yaml"])
def test_weights_are_yaml_whatever_reads_them(name: str) -> None:
    text = resources.files("agendapack.schemas").joinpath("weights", name).read_text(encoding="utf-8")
    assert data_file("weights", name) == yaml.load(text, Loader=loader())


def test_learned_weights_are_read_without_yaml(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(yaml, "load")
    assert {"columns", "tables"} <= data_file("weights", "recognise.yaml").keys()


def test_what_a_build_leaves_says_what_the_files_say() -> None:
    made = json.loads(made_of(SCHEMAS))
    assert set(FILES) - made.keys() == {"weights/recognise.yaml"}  # JSON itself
    for name, (_, said) in made.items():
        assert loading._of_json(said) == yaml.load((SCHEMAS / name).read_text("utf-8"), Loader=loader())


def test_what_a_build_left_is_read_without_yaml(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(yaml, "load")
    assert data_file("vocabulary", "piers.yaml") == {"berths": ["east", "west"], "months": {1: ["ice"]}}


def test_a_file_that_was_changed_since_the_build_is_read_anew(folder: Path) -> None:
    (folder / "vocabulary" / "piers.yaml").write_text("berths: [north]\n")
    assert data_file("vocabulary", "piers.yaml") == {"berths": ["north"]}


def test_without_a_build_the_files_are_read_as_yaml(folder: Path) -> None:
    (folder / MADE).unlink()
    assert data_file("vocabulary", "piers.yaml")["months"] == {1: ["ice"]}


def test_mappings_that_json_cannot_say_again_are_left_to_yaml(tmp_path: Path) -> None:
    (tmp_path / "days.yaml").write_text('1: one\n"2": two\n')
    assert json.loads(made_of(tmp_path)) == {}


def test_who_is_given_a_file_may_change_what_it_says(folder: Path) -> None:
    data_file("vocabulary", "piers.yaml")["berths"].append("south")
    assert data_file("vocabulary", "piers.yaml")["berths"] == ["east", "west"]
