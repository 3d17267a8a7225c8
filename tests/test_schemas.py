"""The declared datasets: complete, agreeing with the typed rows, and the same in every form."""

from __future__ import annotations

import dataclasses
import json
import typing
from datetime import date

import pandas as pd
import pytest
from example import result

from agendapack.extract import model
from agendapack.extract.write.flatten import records
from agendapack.extract.write.frames import frames
from agendapack.schemas.datasets import (
    arrow_schema,
    dataset,
    datasets,
    pandas_dtypes,
    pandera_schema,
    provenance,
    table_schema,
)
from agendapack.schemas.dictionary import markdown

ROW_CLASSES = {
    "packs": model.Pack,
    "agenda_items": model.AgendaItem,
    "plans": model.Plan,
    "officers": model.Officer,
    "actions": model.Action,
    "indicators": model.Indicator,
    "indicator_values": model.IndicatorValue,
    "risks": model.Risk,
    "milestones": model.Milestone,
    "links": model.Link,
    "findings": model.Finding,
    "tables": model.TableEntry,
}

CONTRACT = {
    "packs": "source_name sha256 pages council committee meeting_date venue title status message",
    "agenda_items": "item_no section title lead_officer start_page",
    "actions": "plan action_ref action due_text due_date due_kind officers indicator_refs risk_refs "
    "corporate_outcome departmental_outcome divisional_objective parent_refs status",
    "indicators": "plan indicator_ref definition officers rag previous_rag direction",
    "indicator_values": "plan indicator_ref definition measure period component text value unit "
    "period_start period_end",
    "risks": "plan risk_ref description priority mitigations review_method last_review officers action_refs "
    "outcomes likelihood impact score target_score",
    "milestones": "plan project stage due_text due_date due_kind revised_text revised_date status officers",
    "links": "from_kind from_ref to_kind to_ref relation resolved raw",
    "findings": "kind severity refs detail dataset pages",
    "tables": "last_page title kind rows columns header_rows file",
}

PYTHON_TYPES = {
    "string": {str},
    "integer": {int, int | None},
    "number": {float | None},
    "boolean": {bool},
    "date": {date | None},
    "list": {tuple[str, ...], tuple[int, ...]},
    "object": {tuple[tuple[str, str], ...]},
    "array": {tuple[model.Place, ...], tuple[model.Sitting, ...]},
}

every_dataset = pytest.mark.parametrize("of", datasets(), ids=lambda d: d.name)
of_packs = pytest.mark.parametrize("of", [d for d in datasets() if not d.over_packs], ids=lambda d: d.name)


def test_the_contract_is_kept_in_order() -> None:
    assert [d.name for d in datasets() if d.name in CONTRACT] == list(CONTRACT)
    for name, columns in CONTRACT.items():
        declared = [c.name for c in dataset(name).columns]
        wanted = columns.split()
        assert [c for c in declared if c in wanted] == wanted
        assert declared[-7:] == ["pack_id", "row_id", "table_id", "page", "bbox", "confidence", "read_by"]


def test_every_row_class_is_a_dataset_and_no_more() -> None:
    fields = typing.get_type_hints(model.PackResult)
    row_classes = {"packs": fields["pack"]} | {
        n: typing.get_args(t)[0] for n, t in fields.items() if n not in ("pack", "prints", "turned", "listed")
    }
    assert row_classes == ROW_CLASSES


@of_packs
def test_columns_agree_with_the_typed_rows(of) -> None:
    row_class = ROW_CLASSES[of.name]
    hints = typing.get_type_hints(row_class)
    hints |= {
        n: typing.get_type_hints(p.fget)["return"]
        for n, p in vars(row_class).items()
        if isinstance(p, property)
    }
    own = [c for c in of.columns if c not in provenance() and c.name != "file" and not c.over_packs]
    for column in own:
        assert hints[column.name] in PYTHON_TYPES[column.type], column.name
    kept_elsewhere = {"source", "grid", "layout"}
    assert {f.name for f in dataclasses.fields(row_class)} - kept_elsewhere <= {c.name for c in own}


@every_dataset
def test_every_form_has_the_same_columns(of) -> None:
    names = [c.name for c in of.columns]
    assert list(pandas_dtypes(of)) == names
    assert arrow_schema(of).names == names
    assert [f["name"] for f in table_schema(of)["fields"]] == names
    assert list(pandera_schema(of).columns) == names
    for name in names:
        assert f"| `{name}` |" in markdown()


def test_parquet_fields_say_what_they_mean() -> None:
    bbox = arrow_schema(dataset("actions")).field("bbox")
    assert bbox.metadata[b"unit"] == b"points"
    assert b"origin top left" in bbox.metadata[b"description"]


def test_table_schema_of_typical_columns() -> None:
    fields = {f["name"]: f for f in table_schema(dataset("indicators"))["fields"]}
    assert fields["rag"]["constraints"] == {"enum": ["Red", "Amber", "Green"]}
    assert (fields["officers"]["type"], fields["officers"]["delimiter"]) == ("list", "; ")
    assert fields["confidence"]["constraints"] == {"required": True, "minimum": 0, "maximum": 1}
    links = {f["name"]: f for f in table_schema(dataset("links"))["fields"]}
    assert links["resolved"]["trueValues"] == ["yes"]
    json.dumps(table_schema(dataset("links")))


@of_packs
def test_frames_pass_the_pandera_check(of) -> None:
    frame = frames(records([result()]))[of.name]
    assert len(frame) >= 1
    pandera_schema(of).validate(frame)


def test_the_pandera_check_can_fail() -> None:
    import pandera.errors

    frame = frames(records([result()]))["indicators"]
    frame["rag"] = pd.Series(["Purple"], dtype="string")
    with pytest.raises(pandera.errors.SchemaError):
        pandera_schema(dataset("indicators")).validate(frame)


def test_an_unknown_type_is_refused() -> None:
    from agendapack.schemas.datasets import DatasetColumn

    with pytest.raises(ValueError, match="unknown type"):
        DatasetColumn("x", "text", "")
