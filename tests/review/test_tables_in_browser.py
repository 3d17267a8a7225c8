"""In a browser: tables in doubt, one table at a time, many rows at once, and nothing said is lost."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path

import pytest
from batch.papers import pack as typeset
from batch.papers import rows as plan_rows
from example import result, source
from written import write_results

from agendapack import cli
from agendapack.extract.correct.file import parse_corrections
from agendapack.extract.correct.pairs import pairs_of
from agendapack.extract.model import Finding, TableEntry
from agendapack.extract.write.review import build_review

from .conftest import WIDE, Open
from .test_browser import PHONE, chosen, rows, show

pytest.importorskip("playwright.sync_api")

HEAD = "Thing | Who | By the spring"
ROLES = "Thing: action | Who: officers | By the spring: due"


def table(
    number: int, guess: str = "actions", kind: str = "", head: str = HEAD, roles: str = ROLES
) -> TableEntry:
    where = dataclasses.replace(source(f"t{number}"), table_id=f"t{number:03d}", page=number, confidence=0.8)
    return TableEntry(where, number, f"Table {number}", kind, 3, 3, 1, guess=guess, head=head, roles=roles)


@pytest.fixture
def doubtful(visit: Open, tmp_path: Path):
    """A page with three tables, two of them in doubt under one head."""
    tables = (table(1), table(2, guess="", kind="risks", head="Risk | Score"), table(3, head=HEAD.upper()))
    out = write_results(tmp_path / "out", dataclasses.replace(result(), tables=tables))
    return visit(build_review(out).path)


def saved(page) -> list:
    with page.expect_download() as waiting:
        page.click("#save")
    return list(parse_corrections(Path(waiting.value.path()).read_text(encoding="utf-8")))


def test_tables_in_doubt_come_first_with_their_best_guess(doubtful) -> None:
    first, second = doubtful.locator("#rows button").nth(0), doubtful.locator("#rows button").nth(1)
    assert "Table 1" in first.inner_text() and "perhaps actions" in first.inner_text()
    assert "Table 3" in second.inner_text()
    sure = "how surely it is a table says nothing of what it lists"
    assert "sure" not in first.inner_text() and "confidence" not in doubtful.inner_text("#facts"), sure
    assert doubtful.locator("#rows li").first.inner_text() == "Tables in doubt: what do they list?"
    assert doubtful.locator("#rows button").last.inner_text().split("\n")[1] == "Table 2"
    assert doubtful.input_value("#table-kind") == "actions"
    assert [doubtful.input_value(f"#column-role-{i}") for i in range(3)] == ["action", "officers", "due"]


def test_a_guess_that_is_right_takes_one_press(doubtful) -> None:
    doubtful.click("#accept")
    assert "1 more under this head" in doubtful.inner_text("#status")
    assert "Table 3" in chosen(doubtful)
    kind, roles = saved(doubtful)
    assert (kind.dataset, kind.review.column, kind.review.verdict, kind.corrected) == (
        "tables", "kind", "corrected", "actions",
    )  # fmt: skip
    assert (roles.review.verdict, roles.review.printed) == ("accepted", ROLES)
    assert kind.row == roles.row == f"page 1 | {HEAD}"


def test_another_kind_and_other_roles_can_be_said(doubtful) -> None:
    doubtful.select_option("#table-kind", "risks")
    assert "One column must be “description”" in doubtful.inner_text("#table-wrong")
    doubtful.click("#accept")
    assert doubtful.inner_text("#said-count") == "0"
    for place, role in enumerate(["description", "owner", ""]):
        options = doubtful.locator(f"#column-role-{place} option").evaluate_all(
            "all => all.map(one => one.value)"
        )
        doubtful.select_option(f"#column-role-{place}", role if role in options else "")
    assert doubtful.inner_text("#table-wrong") == ""
    assert doubtful.evaluate("document.activeElement.id") == "column-role-2"
    doubtful.keyboard.press("Escape")
    doubtful.keyboard.press("a")
    kind, roles = saved(doubtful)
    assert kind.corrected == "risks"
    assert roles.corrected.startswith("Thing: description | Who:")


def test_one_column_cannot_be_what_another_is(doubtful) -> None:
    doubtful.select_option("#column-role-1", "action")
    assert "Two columns cannot both be “action”" in doubtful.inner_text("#table-wrong")
    doubtful.click("#accept")
    assert doubtful.inner_text("#said-count") == "0"


def test_a_table_of_no_records_is_said_to_be_none(doubtful) -> None:
    doubtful.keyboard.press("r")
    kind, roles = saved(doubtful)
    assert (kind.review.verdict, kind.corrected) == ("accepted", "")
    assert roles.corrected == "Thing: | Who: | By the spring:"


def test_what_is_confirmed_is_read_so(visit: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    paper = typeset(tmp_path / "july.pdf", [plan_rows(1, 2)])
    assert cli.run(["extract", str(paper), "-o", "out", "-q"]) == 0
    page = visit(build_review(Path("out")).path.resolve())
    show(page, dataset="tables")
    page.select_option("#table-kind", "risks")
    for place, role in enumerate(["ref", "description", "", ""]):
        page.select_option(f"#column-role-{place}", role)
    page.focus("#column-role-1")
    assert page.locator("#boxes .of-column").count() == 3
    page.click("#accept")
    with page.expect_download() as waiting:
        page.click("#save")
    shutil.copy(waiting.value.path(), "out/corrections.csv")
    assert cli.run(["extract", str(paper), "-o", "out", "-q"]) == 0
    assert [r["risk_ref"] for r in rows(Path("out"), "risks")] == ["TB 01", "TB 02"]
    assert rows(Path("out"), "actions") == []
    assert "stale_correction" not in {f["kind"] for f in rows(Path("out"), "findings")}


# --- one table at a time -------------------------------------------------------------


def test_a_table_is_checked_with_its_rows_beside_it(page) -> None:
    show(page, dataset="actions")
    page.keyboard.press("t")
    lines = page.locator("#grid-table tbody tr")
    count = lines.count()
    assert page.locator("#rows").is_hidden()
    assert page.inner_text("#accept-all") == f"Accept all {count}"
    lines.nth(2).locator("td").nth(1).click()
    assert lines.nth(2).get_attribute("aria-current") is not None
    field = page.evaluate("document.activeElement.id")
    assert field.startswith("field-")
    page.fill(f"#{field}", "Something else")
    page.press(f"#{field}", "Escape")
    assert "Something else" in lines.nth(2).inner_text()
    page.keyboard.press("A")
    assert page.locator("#grid-table tr.accepted").count() == count - 1
    assert page.locator("#grid-table tr.corrected").count() == 1
    title = page.inner_text("#grid-title")
    page.keyboard.press("N")
    assert page.inner_text("#grid-title") != title
    page.keyboard.press("P")
    assert page.inner_text("#grid-title") == title
    page.keyboard.press("t")
    assert page.locator("#rows").is_visible()


def test_all_columns_of_a_table_are_in_sight_beside_its_picture(page) -> None:
    """Who accepts the rows of a plan at once has seen their dates."""
    show(page, dataset="actions")
    page.keyboard.press("t")
    heads = page.locator("#grid-table thead th").all_inner_texts()
    assert {"Action", "Due as printed", "Status"} <= set(heads)
    assert page.evaluate("(e => e.scrollWidth <= e.clientWidth)(document.getElementById('grid-frame'))")
    cut = "e => e.scrollHeight > e.clientHeight + 1"
    cells = "[...document.querySelectorAll('#grid-table td div')]"
    assert page.evaluate(f"{cells}.filter({cut}).length") == 0, "and no text is cut"


def test_on_a_telephone_a_row_of_a_table_is_a_block_and_nothing_scrolls_sideways(
    visit: Open, results: Path
) -> None:
    page = visit(results / "review" / "index.html", viewport=PHONE)
    page.click("#by-table")
    assert page.evaluate("(e => e.scrollWidth <= e.clientWidth)(document.getElementById('grid-frame'))")
    first, second = page.locator("#grid-table tbody tr").first.locator("td:visible").all()[:2]
    assert second.bounding_box()["y"] >= first.bounding_box()["y"] + first.bounding_box()["height"] - 1
    head = first.get_attribute("data-head")
    assert head in page.locator("#grid-table thead th").all_text_contents()
    assert head in first.evaluate("cell => getComputedStyle(cell, '::before').content")


def test_sure_rows_are_accepted_at_once_and_that_can_be_undone(page, results: Path) -> None:
    show(page, dataset="indicator_values", confidence="+0.9")
    sure = [r for r in rows(results, "indicator_values") if float(r["confidence"]) >= 0.9]
    assert page.locator("#rows button").count() == len(sure) > 0
    page.click("#accept-all")
    assert page.inner_text("#said-count") == str(len(sure))
    assert page.locator("#accept-all").is_disabled()
    page.keyboard.press("z")
    assert page.inner_text("#said-count") == "0"
    assert page.locator("#undo-last").is_disabled()


def test_undo_goes_back_step_by_step(page) -> None:
    show(page, dataset="actions")
    before = page.input_value("#field-action")
    for text in ("One", "Two"):
        page.fill("#field-action", text)
        page.press("#field-action", "Tab")
    page.click("#undo-last")
    assert page.input_value("#field-action") == "One"
    page.click("#undo-last")
    assert page.input_value("#field-action") == before
    assert page.inner_text("#said-count") == "0"


def test_rows_of_one_section(page, results: Path) -> None:
    names = {row["section"] for name in ("actions", "indicators", "risks") for row in rows(results, name)} - {
        ""
    }
    options = page.locator("select[name=section] option").all_inner_texts()
    assert options == ["All sections", *sorted(names)]
    if names:
        show(page, section=min(names), dataset="actions")
        wanted = [r for r in rows(results, "actions") if r["section"] == min(names)]
        assert page.locator("#rows button").count() == len(wanted)


@pytest.mark.parametrize(
    ("button", "verdict", "sign"), [("accept", "accepted", "same"), ("reject", "rejected", "separate")]
)
def test_a_pair_is_said_to_be_one_or_two(
    visit: Open, tmp_path: Path, button: str, verdict: str, sign: str
) -> None:
    doubt = Finding(
        source("f1"), "entity_doubt", "info", (), "AP 1 'New' may be what … as AP 1 'Old'", "actions"
    )
    out = write_results(tmp_path / "out", dataclasses.replace(result(), findings=(doubt,)))
    page = visit(build_review(out).path)
    show(page, dataset="findings")
    assert (page.inner_text("#accept-word"), page.inner_text("#reject-word")) == ("Same", "Separate")
    assert page.locator("#accept-all").is_disabled()
    page.click(f"#{button}")
    assert sign in page.locator("#rows button").first.inner_text()
    (line,) = saved(page)
    assert (line.review.verdict, line.review.column, line.review.printed) == (verdict, "detail", doubt.detail)
    assert bool(pairs_of([line]).one) is (verdict == "accepted")


# --- nothing said is lost --------------------------------------------------------------


def test_what_was_not_saved_is_there_again(page, results: Path) -> None:
    show(page, dataset="risks")
    page.click("#accept")
    page.click("#reject")
    page.reload()
    page.locator("#said-count", has_text="2").wait_for()
    assert "are here again" in page.inner_text("#status")
    assert [c.review.verdict for c in saved(page)] == ["accepted", "rejected"]


def test_a_served_page_saves_by_itself(visit: Open, served: tuple[str, Path]) -> None:
    address, out = served
    page = visit(address)
    show(page, dataset="risks")
    page.click("#accept")
    page.locator("#unsaved").wait_for(state="hidden")
    (line,) = parse_corrections((out / "corrections.csv").read_text(encoding="utf-8"))
    assert line.review.verdict == "accepted"


def test_a_draft_that_is_nonsense_is_left(page) -> None:
    page.evaluate("localStorage.setItem('agendapack-draft ' + location.pathname, '[{\"when\": 3}, 5')")
    page.reload()
    page.wait_for_selector("#rows button")
    assert page.inner_text("#said-count") == "0"


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("31/01/2027", "2027-01-31"),
        ("1.2.27", "2027-02-01"),
        ("31 January 2027", "2027-01-31"),
        ("3rd Feb 2027", "2027-02-03"),
        ("Feb 3, 2027", "2027-02-03"),
        ("2027-1-5", "2027-01-05"),
        ("29/02/2028", "2028-02-29"),
        ("29/02/2027", ""),
        ("31 Janvember 27 x", ""),
        ("2027", ""),
        ("<b>1/1/2027</b>", ""),
    ],
)
def test_days_are_taken_as_people_write_them(page, written: str, day: str) -> None:
    assert page.evaluate("text => Days.read(text)", written) == day


# --- for everybody ----------------------------------------------------------------------


def test_the_bars_between_the_parts_move_with_the_keys(page) -> None:
    def height() -> float:
        return page.locator("#list").bounding_box()["height"]

    room = page.locator("main").bounding_box()["height"]
    before = height()
    assert before >= room / 2 - 16
    page.locator("#split-height").focus()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert height() < before
    assert page.get_attribute("#split-height", "aria-valuenow") == "45"
    page.reload()
    page.wait_for_selector("#rows button")
    assert page.get_attribute("#split-height", "aria-valuenow") == "45"


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_tables(
    visit: Open, results: Path, doubtful, scheme: str, size: dict[str, int]
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    page = visit(results / "review" / "index.html", color_scheme=scheme, viewport=size)
    page.click("#by-table")
    page.keyboard.press("a")
    doubtful.emulate_media(color_scheme=scheme)
    for seen in (page, doubtful):
        found = axe.Axe().run(seen, options={"preload": False}).response["violations"]
        grave = [(v["id"], v["nodes"][0]["html"][:120]) for v in found if v["impact"] != "minor"]
        assert grave == []
