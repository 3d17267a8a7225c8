"""A command loads what it needs and no more: help and version read nothing and write nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HEAVY = {
    *("pandas", "numpy", "pyarrow", "yaml", "multiprocessing", "pypdfium2", "rapidfuzz", "vl_convert"),
    *("agendapack.schemas", "agendapack.extract.model", "agendapack.extract.batch.run"),
}


def loaded(*arguments: str) -> set[str]:
    """The modules that a command has loaded when it is done."""
    code = "import sys; from agendapack import cli; cli.run(sys.argv[1:]); print('\\n', *sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    return set(run.stdout.splitlines()[-1].split())


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["extract", "--help"], ["inspect", "-h"]])
def test_help_and_version_load_nothing_that_reads_or_writes(arguments: list[str]) -> None:
    assert not loaded(*arguments) & HEAVY


def test_what_is_wrong_with_the_options_is_told_as_soon() -> None:
    assert not loaded("extract", "a.pdf", "--format", "docx") & HEAVY


def test_the_data_dictionary_needs_the_schema_alone() -> None:
    found = loaded("schema")
    assert "agendapack.schemas" in found
    assert not found & {"pandas", "pyarrow", "pypdfium2", "agendapack.extract.batch.run"}


def test_pages_are_read_without_what_understands_them() -> None:
    code = "import sys, agendapack.extract.pages; print(*sys.modules)"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
    )
    found = set(run.stdout.split())
    assert "pypdfium2" in found
    later = {
        f"agendapack.extract.{stage}" for stage in ("find", "outline", "recognise", "reconcile", "pipeline")
    }
    assert not found & {"numpy", "pyarrow", *later}
