"""The workbook keeps the Analysis Function's checklist, and no text in it can act."""

from __future__ import annotations

import dataclasses
import json
from datetime import date, datetime
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from example import BOX, result, source
from openpyxl.utils.escape import unescape
from openpyxl.workbook import Workbook
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet
from written import write_results

from agendapack.extract.model import Action, IndicatorValue, Pack, PackResult, Source
from agendapack.extract.write.csv import write_csv
from agendapack.extract.write.folder import read_folder
from agendapack.extract.write.workbook import write_workbook
from agendapack.extract.write.workbook.build import HEAD_ROW
from agendapack.extract.write.workbook.formats import MAX_CHARS
from agendapack.extract.write.workbook.sheets import sheet_name, sheet_order
from agendapack.extract.write.workbook.summary import MOST
from agendapack.schemas.cells import Value
from agendapack.schemas.datasets import dataset, datasets, shown

HEAD = HEAD_ROW + 1
SUMMARY = "Summary"
BLOCK_SIZE = 13


def book(out: Path) -> Workbook:
    return openpyxl.load_workbook(out / "agendapack.xlsx")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    return book(write_results(tmp_path_factory.mktemp("book") / "out"))


def tables(made: Workbook) -> list[Worksheet]:
    return [sheet for sheet in made if sheet.title != SUMMARY]


def cells(sheet: Worksheet, title: str) -> list[object]:
    """The values below a heading."""
    heads = [cell.value for cell in sheet[HEAD]]
    column = heads.index(title) + 1
    return [sheet.cell(row, column).value for row in range(HEAD + 1, sheet.max_row + 1)]


def slashed(link: Hyperlink) -> str:
    """Where the link leads; Excel writes backslashes in ways upwards."""
    return link.target.replace("\\", "/")


def with_rows(**rows: object) -> PackResult:
    return dataclasses.replace(result(), **rows)


# --- the checklist -----------------------------------------------------------------


def test_the_sheets_and_their_order(made: Workbook) -> None:
    names = made.sheetnames
    assert names[:3] == [SUMMARY, "Contents", "Notes"]
    assert names[-2:] == ["Sources", "Data dictionary"]
    assert {"Actions", "Indicators", "Indicator values", "Findings"} <= set(names)


def test_one_table_a_sheet_with_a_head_filters_and_a_name(made: Workbook) -> None:
    for sheet in tables(made):
        heads = [cell.value for cell in sheet[HEAD]]
        assert all(isinstance(head, str) and head for head in heads)
        assert len(set(heads)) == len(heads)
        place = sheet.auto_filter.ref
        assert place == f"A{HEAD}:{sheet.cell(sheet.max_row, len(heads)).coordinate}"
        named = made.defined_names[f"{sheet.title.replace(' ', '_')}_table"]
        assert named.attr_text.replace("$", "") == f"'{sheet.title}'!{place}".replace("'", "'")


def test_nothing_is_merged_or_hidden_and_heads_stay_in_sight(made: Workbook) -> None:
    for sheet in made:
        assert not sheet.merged_cells.ranges
        assert not any(dimension.hidden for dimension in sheet.column_dimensions.values())
        assert sheet["A1"].value, "the title stands in A1"
    assert {sheet.freeze_panes for sheet in tables(made)} == {f"A{HEAD + 1}"}


def test_text_is_wrapped_and_columns_have_a_sensible_width(made: Workbook) -> None:
    for sheet in tables(made):
        for cell in sheet[HEAD + 1]:
            assert cell.alignment.wrap_text or cell.value is None
        assert all(8 <= d.width <= 62 for d in sheet.column_dimensions.values())


def test_contents_lead_to_every_sheet(made: Workbook) -> None:
    listed = [cell for (cell,) in made["Contents"].iter_rows(HEAD + 1, max_col=1)]
    assert [cell.value for cell in listed] == made.sheetnames[2:]
    assert all(cell.hyperlink.location == f"'{cell.value}'!A1" for cell in listed)


def test_the_dictionary_explains_every_heading(made: Workbook) -> None:
    dictionary = made["Data dictionary"]
    known = set(zip(cells(dictionary, "Sheet"), cells(dictionary, "Column"), strict=True))
    own = {"Pack", "Page", "Notes"}
    for name in made.sheetnames[3:-1]:
        heads = {cell.value for cell in made[name][HEAD]} - own
        assert {(name, head) for head in heads} <= known


def test_empty_sheets_and_columns_and_those_for_programs_are_left_out(tmp_path: Path) -> None:
    made = book(write_results(tmp_path / "out", with_rows(risks=())))
    assert "Risks" not in made.sheetnames
    assert not {sheet_name(dataset(name)) for name in shown("for_programs")} & set(made.sheetnames)
    for sheet in tables(made):
        for column in sheet.iter_cols(min_row=HEAD + 1):
            assert any(cell.value not in (None, "") for cell in column), (sheet.title, column)
        assert not {"Pack ID", "Entity ID", "Table ID", "Box on the page"} & {c.value for c in sheet[HEAD]}


def test_every_dataset_with_rows_has_a_sheet_or_is_for_programs(made: Workbook) -> None:
    assert {of.name for of in datasets()} == {of.name for of in sheet_order()} | set(shown("for_programs"))
    assert {sheet_name(of) for of in sheet_order() if getattr(result(), of.name, ())} <= set(made.sheetnames)


def test_rows_name_their_pack_as_people_do(tmp_path: Path) -> None:
    other = dataclasses.replace(result("other", "other.pdf"))
    rows = {name: result(name, f"{name}.pdf").actions for name in ("nameless", "other")}
    nameless = Pack(Source("nameless"), "nameless.pdf", "0" * 64, 3)
    packs = [result(), other, PackResult(nameless, actions=rows["nameless"])]
    made = book(write_results(tmp_path / "out", *packs))
    assert cells(made["Actions"], "Pack") == [
        "Melbury Borough Council, Cabinet, 4 July 2031 (july.pdf)",
        "Melbury Borough Council, Cabinet, 4 July 2031 (other.pdf)",
        "nameless.pdf",
    ]


def test_figures_and_their_headings_are_set_to_the_right(made: Workbook) -> None:
    sheet = made["Actions"]
    heads = {cell.value: cell.column for cell in sheet[HEAD]}
    for title, side in (("Confidence", "right"), ("Action", None)):
        for row in (HEAD, HEAD + 1):
            assert sheet.cell(row, heads[title]).alignment.horizontal == side


# --- the summary -------------------------------------------------------------------


def summary_of(made: Workbook) -> dict[str, list[list[object]]]:
    """The lists of the first sheet by their titles, without their heads."""
    found: dict[str, list[list[object]]] = {}
    title = ""
    for row in made[SUMMARY].iter_rows(min_row=5):
        values = [cell.value for cell in row if cell.value is not None]
        if row[0].font.size == BLOCK_SIZE and row[0].font.bold:
            title = str(values[0])
            found[title] = []
        elif values and not row[0].font.bold:
            found[title].append(values)
    return found


def summary_with(out: Path, **rows: list[dict[str, Value]]) -> dict[str, list[list[object]]]:
    """The lists of a summary of the example with other rows, each given by what it differs in."""
    write_results(out, formats=("csv",))
    for name, others in rows.items():
        (row,) = read_folder(out)[name]
        write_csv(out / f"{name}.csv", dataset(name), [{**row, **other} for other in others])
    write_workbook(out / "agendapack.xlsx", out, [])
    return summary_of(book(out))


def late(action: str, days: int) -> dict[str, Value]:
    day = date(2031, 1, 1)
    return {"action_ref": None, "action": action, "overdue": True, "days_late": days, "due_date": day}


def test_the_summary_counts_and_lists_what_presses(tmp_path: Path) -> None:
    done: dict[str, Value] = {"status_group": "complete", "section": "Parks"}
    said = summary_with(
        tmp_path / "out",
        actions=[late("Dig", 3), late("Sow", 40), done],
        indicators=[{"rag": "Red", "definition": "Visits"}, {"rag": "Green", "definition": "Loans"}],
    )
    assert ["Actions", 3] in said["What was read"]
    assert said["Actions by state"] == [["overdue", 2], ["complete", 1]]
    assert [row[:2] for row in said["Overdue actions"]] == [["Sow", 40], ["Dig", 3]]
    assert [row[0] for row in said["Red indicators"]] == ["Visits"]
    assert said["Actions by section"] == [["Service plan", 2, 0], ["Parks", 0, 1]]
    assert said["Findings"] == [["One reference, several things", 1]]


def test_what_stands_again_counts_once_as_printed_last(tmp_path: Path) -> None:
    again = {"row_id": "a2", "repeat_of": "a1"}
    said = summary_with(tmp_path / "out", actions=[late("Dig", 3), {**late("Dig", 3), **again}])
    assert said["Actions by state"] == [["overdue", 1]]


def test_a_long_list_says_where_the_others_are(tmp_path: Path) -> None:
    said = summary_with(tmp_path / "out", actions=[late(f"Task {n}", n + 1) for n in range(MOST + 5)])
    assert len(said["Overdue actions"]) == MOST + 1
    assert said["Overdue actions"][-1] == [f"The first {MOST} of {MOST + 5}; the sheet Actions has all."]


def test_the_summary_has_charts_that_are_told_in_words(made: Workbook, tmp_path: Path) -> None:
    with ZipFile(write_results(tmp_path / "out") / "agendapack.xlsx") as parts:
        drawing = parts.read("xl/drawings/drawing1.xml").decode()
        charts = [name for name in parts.namelist() if name.startswith("xl/charts/chart")]
    assert len(charts) == 3
    assert 'descr="Actions by state. not stated: 1"' in drawing


def test_results_of_nothing_have_a_summary_without_charts(tmp_path: Path) -> None:
    made = book(write_results(tmp_path / "out", PackResult(result().pack)))
    assert list(summary_of(made)) == ["What was read"]


# --- values ------------------------------------------------------------------------


def test_numbers_are_numbers_and_dates_dates(made: Workbook) -> None:
    assert cells(made["Indicator values"], "Value") == [1190, -0.1]
    assert cells(made["Actions"], "Due date") == [datetime(2032, 3, 31)]
    assert cells(made["Actions"], "Confidence") == [pytest.approx(0.988)]


def test_refs_periods_and_printed_values_are_text(tmp_path: Path) -> None:
    value = IndicatorValue(source("v"), "P", "1.10", "Visits", "target", "2031", text="007", value=7.0)
    made = book(write_results(tmp_path / "out", with_rows(indicator_values=(value,))))
    sheet = made["Indicator values"]
    assert cells(sheet, "Indicator ref") == ["1.10"]
    assert cells(sheet, "Period") == ["2031"]
    assert cells(sheet, "Value as printed") == ["007"]


SHORTHAND = [
    ("missing", "not_available", "[x]"),
    ("missing", "not_applicable", "[z]"),
    ("missing", "suppressed", "[c]"),
    ("provisional", "", "[p]"),
    ("revised", "", "[r]"),
    ("", "", None),
]


@pytest.mark.parametrize(("status", "why", "mark"), SHORTHAND)
def test_shorthand_stands_in_its_own_column(tmp_path: Path, status: str, why: str, mark: str | None) -> None:
    value = dataclasses.replace(
        IndicatorValue(source("v"), "P", "A1", "Visits", "target", text="n/a"),
        value_status=status,
        no_value=why,
    )
    sheet = book(write_results(tmp_path / "out", with_rows(indicator_values=(value,))))["Indicator values"]
    heads = [cell.value for cell in sheet[HEAD]]
    assert (cells(sheet, "Notes") if "Notes" in heads else [None]) == [mark]
    assert "Value" not in heads


def test_ratings_are_words_with_colours(made: Workbook) -> None:
    rules = made["Indicators"].conditional_formatting
    words = {rule.formula[0] for ranged in rules for rule in ranged.rules}
    assert words == {'"Red"', '"Amber"', '"Green"'}


def test_days_before_excel_began_are_text(tmp_path: Path) -> None:
    action = Action(source("a"), "P", "Found the borough", due_date=date(1893, 5, 1), due_kind="date")
    made = book(write_results(tmp_path / "out", with_rows(actions=(action,))))
    assert cells(made["Actions"], "Due date") == ["1893-05-01"]


def test_a_text_too_long_for_a_cell_says_that_it_is_cut(tmp_path: Path) -> None:
    action = Action(source("a"), "P", "word " * 9000)
    (text,) = cells(book(write_results(tmp_path / "out", with_rows(actions=(action,))))["Actions"], "Action")
    assert isinstance(text, str)
    assert len(text) == MAX_CHARS
    assert text.endswith("[cut: the whole text is in the CSV file]")


# --- links and hostile text --------------------------------------------------------


def test_every_row_leads_to_its_page_and_to_the_review(made: Workbook) -> None:
    sheet = made["Actions"]
    links = {cell.value: cell.hyperlink for cell in sheet[HEAD + 1] if cell.hyperlink}
    assert (slashed(links["page 3"]), links["page 3"].location) == ("../in/july.pdf", "page=3")
    assert (slashed(links["a1"]), links["a1"].location) == ("review/index.html", "a1")


def test_packs_and_rows_without_a_page_lead_to_the_first(made: Workbook) -> None:
    links = {cell.value: cell.hyperlink for cell in made["Sources"][HEAD + 1] if cell.hyperlink}
    assert (slashed(links["page 1"]), links["page 1"].location) == ("../in/july.pdf", "page=1")
    assert (slashed(links["july"]), links["july"].location) == ("review/index.html", "july")


def held(file: Path) -> dict[str, list[dict[str, str]]]:
    """What a file of the review page holds: JSON in the text of a JavaScript string."""
    said = file.read_text(encoding="ascii").partition(" = ")[2].removesuffix(";\n")
    found: dict[str, list[dict[str, str]]] = json.loads(json.loads(said))
    return found


def test_links_of_the_samples_lead_to_files_and_rows(samples_read: Path, tmp_path: Path) -> None:
    """From where the workbook lies, each address is a file that is there, and a place the page knows."""
    import shutil
    from urllib.parse import unquote

    from agendapack.extract.write.review import build_review

    out = samples_read.parent / "linked"
    shutil.copytree(samples_read, out)
    page = build_review(out).path.parent
    places = {row["id"] for file in page.glob("pack-*.js") for row in held(file)["rows"]}
    places |= held(page / "elsewhere.js").keys()
    seen = 0
    for sheet in tables(book(out)):
        for row in sheet.iter_rows(HEAD + 1):
            for link in (cell.hyperlink for cell in row if cell.hyperlink and cell.hyperlink.target):
                assert (out / unquote(slashed(link))).exists()
                if slashed(link) == "review/index.html":
                    assert unquote(link.location) in places
                else:
                    assert link.location.startswith("page=")
                seen += 1
    assert seen > 800


HOSTILE = [
    "=1+1",
    '=HYPERLINK("http://example.org","x")',
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    "http://example.org",
    "mailto:a@example.org",
    "internal:'Notes'!A1",
    "external:c:/x.exe",
    "{=1+1}",
    "\t=1+1",
    "<b>&amp;</b>",
    "_x0041_",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_from_a_pdf_stays_text(tmp_path: Path, text: str) -> None:
    action = Action(source("a"), text, text, action_ref=text, due_text=text, officers=(text,))
    made = book(write_results(tmp_path / "out", with_rows(actions=(action,))))
    sheet = made["Actions"]
    for title in ("Plan", "Action", "Action ref", "Due as printed"):
        assert [unescape(str(said)) for said in cells(sheet, title)] == [text]
    for cell in sheet[HEAD + 1]:
        assert cell.data_type != "f"
        if cell.hyperlink:
            assert cell.value in ("page 3", "a")


def test_a_hostile_file_name_cannot_lead_elsewhere(tmp_path: Path) -> None:
    place = "../in/x.pdf#page=9&http://example.org/?a=b%20c"
    sheet = book(write_results(tmp_path / "out", place=place))["Actions"]
    (link,) = [c.hyperlink for c in sheet[HEAD + 1] if c.value == "page 3"]
    assert slashed(link) == "../in/x.pdf%23page%3D9%26http%3A//example.org/%3Fa%3Db%2520c"
    assert link.location == "page=3"


# --- the same again ----------------------------------------------------------------


def test_same_results_same_bytes(tmp_path: Path) -> None:
    first, second = (write_results(tmp_path / name) / "agendapack.xlsx" for name in ("one", "two"))
    assert first.read_bytes() == second.read_bytes()


def test_a_review_is_told_in_words(tmp_path: Path) -> None:
    from agendapack.extract.model import Review, Source

    said = (Review("corrected", "due_date", "2031-03-31", "A. Ward", "2031-07-05"),)
    where = Source("july", "a1", "p003-t1", 3, BOX, 1.0, said)
    made = book(write_results(tmp_path / "out", with_rows(actions=(Action(where, "P", "Paint"),))))
    (words,) = cells(made["Actions"], "Checks and corrections")
    assert words == "verdict corrected, column due_date, printed 2031-03-31, who A. Ward, when 2031-07-05"
