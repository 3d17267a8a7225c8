"""Write: what the files and folders of the results are called."""

from __future__ import annotations

from agendapack.schemas.datasets import datasets

FORMATS = ("csv", "parquet")
"""Written when nothing else is asked for."""
WORKBOOK = "agendapack.xlsx"
DUCKDB = "agendapack.duckdb"
DESCRIPTOR = "datapackage.json"
CSVW_ENDING = ".csv-metadata.json"
EXCEL = "excel"
"""The folder of the CSV copies for spreadsheets."""
GRIDS = "tables"
"""The folder of the raw grids."""
REVIEW = "review"
"""The folder of the review page: made on demand, and out of date after the next run."""
OVERVIEW = "overview.html"
"""The one page to look at first: made on demand."""
HALF_REVIEW = ".agendapack-review-"
"""Begins the name of the folder in which a review page is made."""
HOME = ".agendapack"
"""The folder below the results that holds what a batch keeps between its runs."""


def our_names() -> set[str]:
    """The names of all that a run may write, and of what it makes out of date; grids aside."""
    endings = (".csv", ".parquet", CSVW_ENDING)
    files = {f"{of.name}{ending}" for of in datasets() for ending in endings}
    return files | {REVIEW, OVERVIEW, EXCEL, DUCKDB, DESCRIPTOR, WORKBOOK}
