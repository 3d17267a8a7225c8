"""Results of the sample councils, as a user has them after the first run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import SAMPLES

from agendapack import cli

COUNCILS = ("ashenshire", "harrowmere", "tidewell")
Ask = Callable[..., list[str]]


@pytest.fixture(scope="session")
def results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("tasks") / "output"
    packs = [str(SAMPLES / council) for council in COUNCILS]
    assert cli.run(["extract", *packs, "-o", str(out), "--format", "csv,parquet,sqlite", "-q"]) == 0
    return out


@pytest.fixture
def ask(results: Path, capsys: pytest.CaptureFixture[str]) -> Ask:
    """What a command says of the results, line by line."""

    def lines(command: str, *words: str, out: Path = results) -> list[str]:
        assert cli.run([command, str(out), *words]) == 0
        said = capsys.readouterr()
        assert said.err == ""
        return said.out.splitlines()

    return lines
