"""The datasets a run writes, declared in datasets.yaml: for writers, loaders, checks and the dictionary."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from agendapack.schemas.loading import data_file

if TYPE_CHECKING:
    import pandera.pandas as pandera
    import pyarrow

JOIN = "; "
"""Stands between the entries of a multi-valued cell in CSV."""
YES, NO = "yes", "no"
"""How a boolean is written in CSV."""
KEY = ("pack_id", "row_id")
"""Names a row, unless the dataset says otherwise."""
TYPES = ("string", "integer", "number", "boolean", "date", "list", "object", "array")


@dataclass(frozen=True, slots=True)
class DatasetColumn:
    """A column of a dataset."""

    name: str
    type: str
    description: str
    unit: str = ""
    enum: tuple[str, ...] = ()
    items: str = "string"
    """Type of a list's entries."""
    pattern: str = ""
    minimum: float | None = None
    maximum: float | None = None
    required: bool = False
    """Never empty."""
    title: str = ""
    """The column's name for people, where its plain name does not do."""
    over_packs: bool = False
    """Made when the packs of a results folder are put together; no pack says it by itself."""
    references: tuple[str, ...] = ()
    """The dataset that it leads to, and columns there: the last is this one, others have the same name."""

    @property
    def label(self) -> str:
        """The heading over the column wherever people read it."""
        return self.title or self.name.replace("_", " ").capitalize()

    def __post_init__(self) -> None:
        if self.type not in TYPES or self.items not in ("string", "integer"):
            raise ValueError(f"column {self.name}: unknown type {self.type} of {self.items}")


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """Columns whose values are those of a row in another dataset, or in the same."""

    columns: tuple[str, ...]
    dataset: str
    target: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dataset:
    """A dataset: its own columns first, the provenance behind them."""

    name: str
    title: str
    description: str
    row: str
    """What one row is."""
    columns: tuple[DatasetColumn, ...]
    key: tuple[str, ...] = KEY
    """Columns that together name a row; empty when rows may be alike."""
    known_by: tuple[str, ...] = ()
    """Columns that name a row by what is printed; empty when nobody corrects the dataset."""
    over_packs: bool = False
    """Made when the packs of a results folder are put together; no pack has rows of it."""
    record: str = ""
    """What a row is of: it begins the ids of rows, and links and entities call it so."""
    lasting: tuple[str, ...] = ()
    """Of records that are followed from meeting to meeting the columns that often stay as they are."""
    compared: tuple[str, ...] = ()
    """Of these the columns of which each difference is a change, beside ref, text and place."""

    @property
    def ref(self) -> str:
        """The column of what a row is called."""
        return self.known_by[0]

    @property
    def text(self) -> str:
        """The column of what a row says."""
        return self.known_by[1]

    @property
    def is_marked(self) -> bool:
        """Whether rows that a pack has are told more when the packs are put together."""
        return not self.over_packs and any(column.over_packs for column in self.columns)

    def column(self, name: str) -> DatasetColumn:
        """The column of that name."""
        return next(c for c in self.columns if c.name == name)

    @property
    def foreign_keys(self) -> tuple[ForeignKey, ...]:
        """The ways to other rows."""
        keys = (
            ForeignKey((*c.references[1:-1], c.name), c.references[0], c.references[1:])
            for c in self.columns
            if c.references
        )
        return tuple(key for key in keys if (key.dataset, key.target) != (self.name, key.columns))


@cache
def _declared() -> dict[str, Any]:
    return data_file("datasets.yaml")


def version() -> str:
    """The version of the schema."""
    return str(_declared()["version"])


def _column(declared: dict[str, Any]) -> DatasetColumn:
    said = {name: value for name, value in declared.items() if name != "from"}
    lists = {name: tuple(declared.get(name, ())) for name in ("enum", "references")}
    return DatasetColumn(**{**said, **lists, "over_packs": "from" in declared})


@cache
def provenance() -> tuple[DatasetColumn, ...]:
    """The columns every dataset ends with."""
    return tuple(_column(c) for c in _declared()["provenance"])


@cache
def datasets() -> tuple[Dataset, ...]:
    """All datasets in the order of the contract."""
    return tuple(
        Dataset(
            d["name"],
            d["title"],
            d["description"],
            d["row"],
            tuple(map(_column, d["columns"])) + provenance(),
            tuple(d.get("key", KEY)),
            tuple(d.get("known_by", ())),
            "from" in d,
            d.get("record", ""),
            tuple(d.get("lasting", ())),
            tuple(d.get("compared", ())),
        )
        for d in _declared()["datasets"]
    )


@cache
def dataset(name: str) -> Dataset:
    """The dataset of that name."""
    return next(d for d in datasets() if d.name == name)


def shown(place: str) -> tuple[str, ...]:
    """The datasets that people see in a place, in the order in which they do."""
    return tuple(_declared()["shown"][place])


@cache
def followed() -> tuple[Dataset, ...]:
    """The datasets whose records are followed from meeting to meeting."""
    return tuple(d for d in datasets() if d.compared)


# --- for pandas --------------------------------------------------------------------

_PANDAS = {
    "integer": "Int64",
    "number": "Float64",
    "boolean": "boolean",
    "date": "datetime64[s]",
    "list": "object",
}


def pandas_dtypes(of: Dataset) -> dict[str, str]:
    """Column name to pandas dtype; lists are tuples in an object column, JSON stays text."""
    return {c.name: _PANDAS.get(c.type, "string") for c in of.columns}


def pandera_schema(of: Dataset) -> pandera.DataFrameSchema:
    """The check for a frame of the dataset, e.g. one you have edited (needs pandera installed)."""
    import pandera.pandas as pandera

    def checks(column: DatasetColumn) -> list[pandera.Check]:
        found = [pandera.Check.isin(column.enum)] if column.enum else []
        if column.pattern:
            found.append(pandera.Check.str_matches(rf"\A(?:{column.pattern})\Z"))
        if column.minimum is not None:
            found.append(pandera.Check.ge(column.minimum))
        if column.maximum is not None:
            found.append(pandera.Check.le(column.maximum))
        return found

    columns = {
        c.name: pandera.Column(
            dtype,
            checks=checks(c),
            nullable=not c.required,
            title=c.name,
            description=c.description,
        )
        for c, dtype in zip(of.columns, pandas_dtypes(of).values(), strict=True)
    }
    return pandera.DataFrameSchema(
        columns, name=of.name, description=of.description, strict=True, unique=list(of.key) or None
    )


# --- for Parquet -------------------------------------------------------------------


def arrow_schema(of: Dataset) -> pyarrow.Schema:
    """The Parquet schema, with description and unit as metadata of each field."""
    import pyarrow

    plain = {
        "integer": pyarrow.int64(),
        "number": pyarrow.float64(),
        "boolean": pyarrow.bool_(),
        "date": pyarrow.date32(),
    }

    def field(column: DatasetColumn) -> pyarrow.Field:
        kind = plain.get(column.type, pyarrow.string())
        if column.type == "list":
            kind = pyarrow.list_(plain.get(column.items, pyarrow.string()))
        elif column.enum or column.name == KEY[0]:  # few words, printed over and over
            kind = pyarrow.dictionary(pyarrow.int32(), pyarrow.string())
        about = {"title": column.label, "description": column.description, "unit": column.unit}
        return pyarrow.field(column.name, kind, metadata={k: v for k, v in about.items() if v})

    return pyarrow.schema(
        [field(c) for c in of.columns],
        metadata={"dataset": of.name, "description": of.description, "schema_version": version()},
    )


# --- for people and other tools ----------------------------------------------------


def _table_schema_field(column: DatasetColumn) -> dict[str, Any]:
    declared = {
        "required": column.required or None,
        "enum": list(column.enum),
        "pattern": column.pattern,
        "minimum": column.minimum,
        "maximum": column.maximum,
    }
    rules = {name: rule for name, rule in declared.items() if rule is not None and rule not in ("", [])}
    field: dict[str, Any] = {
        "name": column.name,
        "type": column.type,
        "title": column.label,
        "description": column.description,
    }
    if column.type == "list":
        field |= {"delimiter": JOIN, "itemType": column.items}
    if column.type == "boolean":
        field |= {"trueValues": [YES], "falseValues": [NO]}
    if column.unit:
        field["unit"] = column.unit
    return field | ({"constraints": rules} if rules else {})


def table_schema(of: Dataset) -> dict[str, Any]:
    """The dataset as a Table Schema (Data Package v2)."""
    schema = {
        "name": of.name,
        "title": of.title,
        "description": of.description,
        "fields": [_table_schema_field(c) for c in of.columns],
        "missingValues": [""],
    }
    return schema | ({"primaryKey": list(of.key)} if of.key else {})
