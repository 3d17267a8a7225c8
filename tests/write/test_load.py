"""`agendapack.load`: the types that pandas has for days and lists, with both of its backends."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from written import write_results

import agendapack
from agendapack.schemas.datasets import datasets


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_results(tmp_path_factory.mktemp("load") / "out", formats=("csv", "parquet"))


def test_days_are_days_that_can_be_reckoned_with(out: Path) -> None:
    due = agendapack.load(out)["actions"]["due_date"]
    assert due.dtype == "datetime64[s]"
    assert due.dt.year.tolist() == [2032]
    assert (due - pd.Timestamp(2032, 3, 1)).dt.days.tolist() == [30]


def test_arrow_days_and_lists(out: Path) -> None:
    actions = agendapack.load(out, dtype_backend="pyarrow")["actions"]
    assert str(actions["due_date"].dtype) == "date32[day][pyarrow]"
    assert actions["due_date"].tolist() == [date(2032, 3, 31)]
    assert actions["officers"].explode().tolist() == ["Ann Ward", "Head of Parks"]
    assert actions["due_text"].tolist() == ["NA"]
    assert actions["status"].isna().all()


def test_both_backends_hold_the_same(out: Path) -> None:
    usual, arrow = agendapack.load(out), agendapack.load(out, dtype_backend="pyarrow")
    for of in datasets():
        assert list(arrow[of.name]) == list(usual[of.name])
        assert arrow[of.name]["row_id"].tolist() == usual[of.name]["row_id"].tolist()
        assert (arrow[of.name].isna() == usual[of.name].isna()).all(axis=None)


def test_parquet_files_open_without_agendapack(out: Path) -> None:
    actions = pd.read_parquet(out / "actions.parquet", dtype_backend="pyarrow")
    assert str(actions["due_date"].dtype) == "date32[day][pyarrow]"


def test_a_backend_that_there_is_not(out: Path) -> None:
    with pytest.raises(ValueError, match="there are numpy_nullable and pyarrow"):
        agendapack.load(out, dtype_backend="polars")  # type: ignore[arg-type]
