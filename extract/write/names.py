"""Write: what the files and folders of the results are called."""

from __future__ import annotations

from collections.abc import Collection

FORMATS = ("csv", "parquet")
"""Written when nothing else is asked for."""
WORKBOOK = "agendapack.xlsx"
DUCKDB = "agendapack.duckdb"
SQLITE = "agendapack.db"
DATASETTE = "metadata.json"
"""What datasette shows of the SQLite file."""
DESCRIPTOR = "datapackage.json"
CSVW_ENDING = ".csv-metadata.json"
EXCEL = "excel"
"""The folder of the CSV copies for spreadsheets."""
GRIDS = "tables"
"""The folder of the raw grids."""
PARTITIONS = "partitions"
"""The folder of the datasets of many packs, a folder a pack."""
VIEWS = "views.sql"
"""What gives the partitions the names of the datasets."""
REVIEW = "review"
"""The folder of the review page: made on demand, and out of date after the next run."""
OVERVIEW = "overview.html"
"""The one page to look at first: made on demand."""
HALF_REVIEW = ".agendapack-review-"
"""Begins the name of the folder in which a review page is made."""
HOME = ".agendapack"
"""The folder below the results that holds what a batch keeps between its runs."""
INPUTS = "inputs"
"""The folder in it with copies of packs that lie at an address."""
COUNCILS = "councils"
"""The folder in it with the packs of each council as they were marked last."""
STAMPS = "stamps"
"""The folder in it that says from what the partitions of each council were made."""


QUARANTINE = "quarantine.csv"
"""The list of packs that could not be read."""
_ENDINGS = {"csv": (".csv", CSVW_ENDING), "parquet": (".parquet",)}


def result_names(formats: Collection[str]) -> set[str]:
    """The files that a run in these formats writes, but for grids."""
    # commands need the names alone to show their help: the schema is read when a run writes
    from agendapack.schemas.datasets import datasets

    names = {DESCRIPTOR, QUARANTINE}
    names |= {WORKBOOK} if "xlsx" in formats else set()
    names |= {DUCKDB} if "duckdb" in formats else set()
    names |= {SQLITE, DATASETTE} if "sqlite" in formats else set()
    for of in datasets():
        names |= {f"{of.name}{ending}" for form in formats for ending in _ENDINGS.get(form, ())}
        names |= {f"{EXCEL}/{of.name}.csv"} if "excel" in formats else set()
    return names
