"""Agenda packs to linked datasets: `extract_pack` reads one, `load` opens the results of a run."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from agendapack.extract.storage.results import results_at

if TYPE_CHECKING:
    from datetime import date

    import pandas as pd

    from agendapack.extract.answers import Answer
    from agendapack.extract.settings import Settings

Backend = Literal["numpy_nullable", "pyarrow"]

__all__ = ["changes", "extract_pack", "load", "overdue", "series"]


def extract_pack(path: str | Path, settings: Settings | None = None) -> dict[str, pd.DataFrame]:
    """The datasets of one pack as pandas frames by name; writes nothing.

    Raises an `extract.errors.PackError` when the file cannot be read.
    """
    from agendapack.extract.batch.jobs import honest
    from agendapack.extract.pipeline import read_pack
    from agendapack.extract.settings import Settings as Defaults
    from agendapack.extract.write.flatten import records
    from agendapack.extract.write.frames import frames

    result = read_pack(Path(path), settings or Defaults(), lambda _done, _pages: None)
    return frames(records([honest(result)]))


def load(out: str | Path, dtype_backend: Backend = "numpy_nullable") -> dict[str, pd.DataFrame]:
    """The datasets of a results folder as pandas frames with the right types ("NA" stays text).

    The folder may be an address, as "s3://bucket/results".
    `dtype_backend` is that of pandas: with "numpy_nullable" days are `datetime64[s]` and lists tuples, with
    "pyarrow" days are `date32` and lists `list<string>`.
    """
    from agendapack.extract.write.folder import read_folder
    from agendapack.extract.write.frames import arrow_frames, frames

    make = {"numpy_nullable": frames, "pyarrow": arrow_frames}.get(dtype_backend)
    if make is None:
        raise ValueError(f"dtype_backend {dtype_backend!r}: there are numpy_nullable and pyarrow.")
    with results_at(out) as folder:
        return make(read_folder(folder))


def changes(out: str | Path, since: date | None = None) -> pd.DataFrame:
    """What changed from one meeting to the next, as `agendapack changes` tells it."""
    from agendapack.extract import answers

    with results_at(out) as folder:
        return _frame(answers.changes(folder, since))


def series(out: str | Path, indicator: str = "") -> pd.DataFrame:
    """Each value of an indicator, or of all, once, as `agendapack series` tells it."""
    from agendapack.extract import answers

    with results_at(out) as folder:
        return _frame(answers.series(folder, indicator))


def overdue(out: str | Path, by: str = "") -> pd.DataFrame:
    """The actions that are overdue, as `agendapack overdue` tells it."""
    from agendapack.extract import answers

    with results_at(out) as folder:
        return _frame(answers.overdue(folder, by))


def _frame(answer: Answer) -> pd.DataFrame:
    from agendapack.extract.write.frames import frame

    return frame(answer.of, answer.rows)
