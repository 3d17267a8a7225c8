"""`explain`: the printed text, the place and the rule behind a value."""

from __future__ import annotations

import csv
import dataclasses
import json
import re
from datetime import date
from pathlib import Path

import pytest
from example import result
from PIL import Image
from written import write_results

from agendapack import cli
from agendapack.extract.errors import UsageError
from agendapack.extract.explain import explain, in_figures, in_sentences, latest, sought, where
from agendapack.extract.model import Milestone, Review, Source
from agendapack.extract.write.folder import read_folder
from agendapack.extract.write.places import TableLayout, read_layout
from agendapack.schemas import names
from agendapack.schemas.datasets import dataset, datasets
from agendapack.schemas.loading import data_file
from agendapack.schemas.readings import reading


def rows(out: Path, name: str) -> list[dict[str, str]]:
    with (out / f"{name}.csv").open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def ranged(samples_read: Path) -> dict[str, str]:
    """An action of a sample that cites a range of indicators, printed 'HD 2-4'."""
    return next(r for r in rows(samples_read, "actions") if "HD 2; HD 3; HD 4" in r["indicator_refs"])


def test_a_value_with_its_cell_column_and_rule(samples_read: Path, ranged: dict[str, str]) -> None:
    explanation = explain(samples_read, ranged["row_id"], "indicator_refs")
    (value,) = explanation.values
    assert value.value == ranged["indicator_refs"]
    assert "HD 2-4" in value.printed
    assert value.spot is not None and value.spot.page == int(ranged["page"])
    assert value.title == "Performance measures"
    assert "ranges expanded" in value.rule
    assert value.how is not None and "refs" in value.how.words
    row = explanation.spot
    assert row is not None and row.box.overlap(value.spot.box) > 0.9 * value.spot.box.area
    assert where(explanation) == value.spot


def test_a_whole_row_with_links_and_findings(samples_read: Path) -> None:
    finding = next(r for r in rows(samples_read, "findings") if r["kind"] == "dangling_ref")
    row_id = json.loads(finding["places"])[0]["row_id"]
    words = "\n".join(in_figures(explain(samples_read, row_id)))
    assert finding["detail"] in words
    assert "not resolved" in words
    assert "schemas/vocabulary/dates.yaml" in words


def test_a_printed_value_knows_the_measure_of_its_column(samples_read: Path) -> None:
    targets = (r for r in rows(samples_read, "indicator_values") if r["measure"] == "target")
    value = next(r for r in targets if r["indicator_ref"])
    (explained,) = explain(samples_read, value["row_id"], "value").values
    assert explained.printed == value["text"]
    assert "target" in explained.because
    assert explained.known_from == "measures"


def test_a_value_from_a_heading_knows_the_heading(samples_read: Path, ranged: dict[str, str]) -> None:
    (value,) = explain(samples_read, ranged["row_id"], "corporate_outcome").values
    assert value.printed == f"Corporate theme: {value.value}"
    row_top = float(ranged["bbox"].split()[1])
    assert value.spot is not None
    assert (value.spot.page, value.spot.box.bottom <= row_top + 1) == (int(ranged["page"]), True)
    assert "heading above the row" in value.rule


def test_a_value_from_around_the_table_has_its_rule(samples_read: Path, ranged: dict[str, str]) -> None:
    (value,) = explain(samples_read, ranged["row_id"], "plan").values
    assert value.value and value.spot is None
    assert "plan or report the table stands in" in value.rule


def test_every_row_of_every_dataset_can_be_explained(samples_read: Path) -> None:
    for of in datasets():
        for row in rows(samples_read, of.name)[:2]:
            told = explain(samples_read, row["row_id"])
            words = "\n".join(in_figures(told))
            assert row["row_id"] in words and "{" not in words
            assert (
                told.of.name == of.name or of.name == "links"
            )  # whose rows bear the id of the one that cites
    (pack, *_) = rows(samples_read, "packs")
    (status,) = explain(samples_read, pack["row_id"], "status").values
    assert "every page was read" in status.rule


def test_corrections_are_told(tmp_path: Path) -> None:
    pack = result()
    (action,) = pack.actions
    review = (Review("corrected", "due_text", "NA", "A. Ward", "2031-07-05", "seen on paper"),)
    action = dataclasses.replace(action, source=dataclasses.replace(action.source, review=review))
    out = write_results(tmp_path / "out", dataclasses.replace(pack, actions=(action,)))
    words = list(in_figures(explain(out, "a1", "due_text")))
    assert "  corrected by A. Ward 2031-07-05, read as 'NA': seen on paper" in words


WRONG = [("nothing", "", "no row has this id"), ("a1", "colour", "no such column in actions. It has plan,")]


@pytest.mark.parametrize(("row_id", "column", "words"), WRONG)
def test_what_is_not_there(tmp_path: Path, row_id: str, column: str, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        explain(write_results(tmp_path / "out"), row_id, column)


def test_a_folder_without_results(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there are no results here"):
        explain(tmp_path, "a1")


def test_a_layout_file_that_is_damaged_is_none(tmp_path: Path) -> None:
    (tmp_path / "t.json").write_text('{"parts": [{"page": 1}]}')
    assert read_layout(tmp_path / "t.json") == TableLayout((), (), ())
    assert read_layout(tmp_path / "none.json") == TableLayout((), (), ())


def test_the_command_prints_words_and_saves_a_picture(
    samples_read: Path, ranged: dict[str, str], tmp_path: Path, capsys
) -> None:
    target = tmp_path / "row.png"
    row_id = ranged["row_id"]
    assert cli.run(["explain", str(samples_read), row_id, "--why", "--picture", str(target)]) == 0
    assert capsys.readouterr().out.startswith(f"{row_id}: a row of actions\n")
    with Image.open(target) as picture:
        x0, top, x1, bottom = map(float, ranged["bbox"].split())
        assert picture.width == pytest.approx(2 * (x1 - x0 + 72), abs=60)
        assert picture.height == pytest.approx(2 * (bottom - top + 72), abs=60)


# --- what people ask for, and what they are told ------------------------------------


def told(out: Path, what: str, column: str = "") -> list[str]:
    records = read_folder(out)
    hit = latest(sought(records, what))
    assert hit is not None
    return list(in_sentences(hit, explain(out, hit.row_id, column, records)))


REASONS = [
    (
        "CP 1.1",
        "due_date",
        "The due date is 31 March 2026, because the column is headed “Due date” and most of",
    ),
    (
        "cp1.1",
        "Due date",
        "The due date is 31 March 2026, because the column is headed “Due date” and most of",
    ),
    (
        "depot winter",
        "officers",
        "The officers are Kofi Brathwaite, because the column is headed “Lead” and all",
    ),
    (
        "CP 1.1",
        "officers",
        "The officers are Ffion Maddocks, because the column is headed “Responsible officer”",
    ),
    (
        "CP 1.1",
        "departmental_outcome",
        "because the heading above it on page 3 says “Service outcome: More h",
    ),
    ("CP 1.1", "plan", "”: the title of the plan or report the table stands in."),
    (
        "CP 1.1",
        "overdue",
        "Worked out by the tool: it is not overdue. Whether its due date is before the day",
    ),
    ("CP 1.1", "", "Worked out by the tool: it is not overdue; first due date 31 March 2026."),
    ("CP 1.1", "risk_refs", "  Printed is “SR1, SR2”. Every ref in the cell, ranges expanded"),
    ("CP 2.5", "due_date", "The due date is empty."),
    (
        "CP 2.5",
        "due_date",
        "  Printed is “To be agreed”. The day itself, or the last day of the (last) month",
    ),
    ("CP 1.1", "", "Link: measured by indicator NI 154, printed 'NI 154, 155'"),
    ("CP 1.1", "", "  Actions; Harrowmere District Council, Cabinet, 9 July 2024, pack.pdf, page 3; row "),
]


@pytest.mark.parametrize(("what", "column", "sentence"), REASONS)
def test_a_value_is_told_in_sentences(samples_read: Path, what: str, column: str, sentence: str) -> None:
    assert sentence in "\n".join(told(samples_read, what, column))


@pytest.mark.parametrize("what", ["CP 1.1", "SR1", "NI 154", "winter maintenance depot"])
def test_sentences_have_no_figures_of_the_tool(samples_read: Path, what: str) -> None:
    words = "\n".join(told(samples_read, what))
    assert not re.search(r" [+-]\d|confidence|box |schemas/|None", words)


def test_of_an_indicator_its_values_are_told(samples_read: Path) -> None:
    value = next(
        v for v in rows(samples_read, "indicator_values") if v["period"] and v["measure"] == "target"
    )
    records = read_folder(samples_read)
    whole, alone = (explain(samples_read, value["indicator_row_id"], c, records) for c in ("", "definition"))
    assert f"target {value['period']} {value['text']}" in whole.measured
    assert alone.measured == ()
    hit = next(h for h in sought(records, value["indicator_row_id"]))
    assert any(said.startswith("Printed of it: ") for said in in_sentences(hit, whole))


def test_one_thing_printed_at_several_meetings_is_told_as_printed_last(tmp_path: Path) -> None:
    records = read_folder(write_results(tmp_path / "out"))
    (pack,), (action,) = records["packs"], records["actions"]
    for row, day in ((action, date(2031, 7, 5)), ({**action, "row_id": "later"}, date(2031, 10, 4))):
        row |= {"entity_id": "one", "pack_id": row["row_id"]}
        records["packs"].append({**pack, "pack_id": row["row_id"], "meeting_date": day})
    records["actions"].append(row)
    hits = sought(records, str(action["action"]))
    last = latest(hits)
    assert (len(hits), last and last.row_id) == (2, "later")


def test_several_things_are_listed_with_their_place(samples_read: Path, tmp_path: Path, capsys) -> None:
    assert latest(sought(read_folder(samples_read), "homes")) is None
    assert cli.run(["explain", str(samples_read), "homes"]) == 0
    told = capsys.readouterr().out
    assert "Harrowmere District Council, Cabinet, 9 July 2024, pack.pdf, page 3: pack-" in told
    assert cli.run(["explain", str(samples_read), "homes", "--picture", str(tmp_path / "x.png")]) == 1
    assert not (tmp_path / "x.png").exists()


@pytest.mark.parametrize("what", ["CP 99", "zeppelin", " ", "", "."])
def test_nothing_found_is_one_line_and_a_code(samples_read: Path, capsys, what: str) -> None:
    assert cli.run(["explain", str(samples_read), what]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"agendapack: {what!r}: no row has this row id or reference, or says these words.")
    assert err.count("\n") == 1


def test_a_row_that_stands_again_in_its_meeting_is_told_once(tmp_path: Path) -> None:
    records = read_folder(write_results(tmp_path / "out"))
    (action,) = records["actions"]
    records["actions"].append({**action, "row_id": "again", "repeat_of": action["row_id"]})
    assert [hit.row_id for hit in sought(records, str(action["action"]))] == [action["row_id"]]
    assert [hit.row_id for hit in sought(records, "again")] == ["again"]


def test_a_stage_of_a_project_is_found_by_either(tmp_path: Path) -> None:
    stage = Milestone(Source("july", "m1", page=3), "Plan", "Tender returned", "Quay wall")
    out = write_results(tmp_path / "out", dataclasses.replace(result(), milestones=(stage,)))
    for what in ("quay wall", "tender quay"):
        words = "\n".join(told(out, what))
        assert words.startswith("Quay wall Tender returned\n  Milestones; ")
        assert "The stage is “Tender returned”: the column of stages, or the title of the column" in words


def test_every_sign_that_is_told_is_one_that_is_learned() -> None:
    signs = data_file("signs.yaml")
    known = {
        sign for weights in data_file("weights", "recognise.yaml")["columns"].values() for sign in weights
    }
    assert set(signs["cells"]) <= known
    assert all(any(sign.startswith(f"{title} ") for sign in known) for title in signs["titles"])


def test_no_picture_when_the_pdf_has_moved(tmp_path: Path, capsys) -> None:
    out = write_results(tmp_path / "out")
    assert cli.run(["explain", str(out), "a1", "--picture", str(tmp_path / "x.png")]) == 1
    assert "its PDF is not where it was. Name it with --pdf." in capsys.readouterr().err


def test_a_pdf_that_moved_can_be_named(samples_read: Path, ranged: dict[str, str], tmp_path: Path) -> None:
    import shutil

    out = tmp_path / "elsewhere" / "out"
    shutil.copytree(samples_read, out)
    samples = Path(__file__).resolve().parent.parent / "samples"
    command = ["explain", str(out), ranged["row_id"], "--picture", str(tmp_path / "row.png")]
    assert cli.run(command) == 1
    assert cli.run([*command, "--pdf", str(samples)]) == 0


def test_every_reading_names_a_column_and_vocabularies_that_exist() -> None:
    import yaml

    from agendapack.schemas import readings

    declared = yaml.safe_load(Path(readings.__file__).with_name("readings.yaml").read_text(encoding="utf-8"))
    columns = {column.name for of in datasets() for column in of.columns}
    for name in declared:
        of, _, column = name.rpartition(".")
        how = reading(column, of)
        assert how is not None
        assert column in columns
        assert not of or column in {c.name for c in dataset(of).columns}
        assert set(how.words) <= set(names())
    assert reading("pack_id") is None


def test_results_without_datasets_that_can_be_read_say_what_to_do(tmp_path: Path) -> None:
    out = write_results(tmp_path / "out", formats=("xlsx",))
    with pytest.raises(UsageError, match=r"Run agendapack extract again, with csv or parquet"):
        explain(out, "x")
