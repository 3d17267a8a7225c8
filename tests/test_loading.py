"""Files of schemas/: what programs write there is read by a shorter way, and says the same."""

from __future__ import annotations

from importlib import resources

import pytest
import yaml

from agendapack.schemas.loading import LOADER, data_file


@pytest.mark.parametrize("name", ["recognise.yaml", "find.yaml"])
def test_weights_are_yaml_whatever_reads_them(name: str) -> None:
    text = resources.files("agendapack.schemas").joinpath("weights", name).read_text(encoding="utf-8")
    assert data_file("weights", name) == yaml.load(text, Loader=LOADER)


def test_learned_weights_are_read_without_yaml(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(yaml, "load")
    assert {"columns", "tables"} <= data_file("weights", "recognise.yaml").keys()
