"""The page in a real browser: boxes on the right words, edits that reach the file, text that is inert."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pypdfium2
import pytest
from written import write_results

from agendapack.extract.correct.file import parse_corrections
from agendapack.extract.identity import pack_id_of, sha256_of
from agendapack.extract.write.review import build_review
from agendapack.extract.write.review.build import SCRIPTS

from .conftest import WIDE, Open
from .test_page import HOSTILE, SAMPLES, hostile_results

pytest.importorskip("playwright.sync_api")

HARROWMERE = pack_id_of(PACK := SAMPLES / "harrowmere" / "pack.pdf", sha256_of(PACK))


def rows(out: Path, name: str) -> list[dict[str, str]]:
    with (out / f"{name}.csv").open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def chosen(page) -> str:
    return page.locator("#rows [aria-current=true]").inner_text()


def show(page, **choices: str) -> None:
    if not page.is_visible("#filters"):
        page.click("#filters-button")
    for name, choice in choices.items():
        page.select_option(f"select[name={name}]", choice)


# --- boxes lie on the right words --------------------------------------------------


def printed_at(pack: str, page: int, words: str) -> list[tuple[float, float, float, float]]:
    """Where PDFium finds the words on the page, in points from the top left."""
    document = pypdfium2.PdfDocument(SAMPLES / pack / "pack.pdf")
    leaf = document[page - 1]
    height = leaf.get_height()
    text = leaf.get_textpage()
    search = text.search(words, match_case=True, match_whole_word=True)
    found = []
    while (hit := search.get_next()) is not None:
        boxes = [text.get_charbox(i) for i in range(hit[0], hit[0] + hit[1])]
        left, bottom = min(b[0] for b in boxes), min(b[1] for b in boxes)
        right, top = max(b[2] for b in boxes), max(b[3] for b in boxes)
        found.append((left, height - top, right, height - bottom))
    document.close()
    return found


def in_points(page, selector: str, pack_page: list) -> tuple[float, float, float, float]:
    """A box on the screen in points of the printed page."""
    box = page.locator(selector).first.bounding_box()
    picture = page.locator("#picture").bounding_box()
    scale = pack_page[1] / picture["width"]
    x, y = (box["x"] - picture["x"]) * scale, (box["y"] - picture["y"]) * scale
    return x, y, x + box["width"] * scale, y + box["height"] * scale


def test_boxes_lie_on_the_words_of_their_row(page, results: Path) -> None:
    packs = page.evaluate("Rows.data.packs")
    harrowmere = next(pack for pack in packs if pack["id"] == HARROWMERE)
    actions = [r for r in rows(results, "actions") if r["pack_id"] == harrowmere["id"] and r["action_ref"]]
    checked = 0
    for action in actions[::6]:
        number = int(action["page"])
        page.goto((results / "review" / "index.html").as_uri() + "#" + action["row_id"])
        page.locator("#facts", has_text=action["row_id"]).wait_for()
        page.wait_for_load_state("load")
        size = harrowmere["pages"][number - 1]
        x0, top, x1, bottom = in_points(page, "#boxes .chosen", size)
        cell = in_points(page, '#boxes [data-column="action_ref"]', size)
        words = [
            w
            for w in printed_at("harrowmere", number, action["action_ref"])
            if x0 - 1 <= w[0] and w[2] <= x1 + 1 and top - 1 <= w[1] and w[3] <= bottom + 1
        ]
        assert words, action["action_ref"]
        assert any(cell[0] - 1 <= w[0] and w[2] <= cell[2] + 1 and cell[1] - 1 <= w[1] for w in words)
        checked += 1
    assert checked >= 4


def test_boxes_stay_on_their_words_when_the_picture_grows(page, results: Path) -> None:
    show(page, dataset="actions")
    size = page.evaluate("Rows.data.packs")[0]["pages"]
    row = rows(results, "actions")[0]
    before = in_points(page, "#boxes .chosen", size[int(row["page"]) - 1])
    for _ in range(4):
        page.click("#larger")
    after = in_points(page, "#boxes .chosen", size[int(row["page"]) - 1])
    assert after == pytest.approx(before, abs=1.5)
    assert before == pytest.approx([float(edge) for edge in row["bbox"].split()], abs=1.5)


def test_a_click_on_a_box_chooses_its_row(page) -> None:
    show(page, dataset="actions")
    second = page.locator("#boxes .row").nth(1)
    wanted = second.get_attribute("data-row")
    second.click()
    assert wanted in page.inner_text("#facts")


def test_the_cell_of_a_field_lights_up(page) -> None:
    show(page, dataset="actions")
    page.focus("#field-due_text")
    assert page.locator("#boxes .field.on").get_attribute("data-column") == "due_text"
    assert page.locator("#boxes .cell").count() == 0
    page.check("#all-cells")
    assert page.locator("#boxes .cell").count() > 20


# --- an edit reaches the file ------------------------------------------------------


def test_an_edit_reaches_the_file_on_disk(visit: Open, served: tuple[str, Path]) -> None:
    address, out = served
    page = visit(address)
    assert "token" not in page.url
    show(page, dataset="actions", pack=HARROWMERE)
    page.fill("#who", "A. Ward")
    printed = page.input_value("#field-due_text")
    page.fill("#field-due_text", 'after, "the" flood =1+1')
    page.press("#field-due_text", "Tab")
    page.click("#save")
    page.locator("#status", has_text="Saved").wait_for()
    (saved,) = parse_corrections((out / "corrections.csv").read_text(encoding="utf-8"))
    assert (saved.review.column, saved.corrected) == ("due_text", 'after, "the" flood =1+1')
    assert (saved.review.printed, saved.review.who, saved.dataset) == (printed, "A. Ward", "actions")
    assert saved.row.startswith("page 3 | CP 1.1 | ")
    page.reload()
    page.locator("#said-count", has_text="1").wait_for()


def test_the_saved_edit_is_there_again_and_applied(visit: Open, served: tuple[str, Path], capsys) -> None:
    from agendapack import cli

    address, out = served
    page = visit(address)
    show(page, dataset="actions")
    page.fill("#field-due_date", "2031-12-31")
    page.press("#field-due_date", "Tab")
    page.click("#save")
    page.locator("#status", has_text="Saved").wait_for()
    again = visit(address)
    show(again, dataset="actions")
    again.locator("#said-count", has_text="1").wait_for()
    assert again.input_value("#field-due_date") == "2031-12-31"
    packs = [str(SAMPLES / name / "pack.pdf") for name in ("harrowmere", "ashenshire")]
    assert cli.run(["extract", *packs, "-o", str(out), "-q"]) == 0
    assert rows(out, "actions")[0]["due_date"] == "2031-12-31"
    assert json.loads(rows(out, "actions")[0]["review"])[0]["verdict"] == "corrected"


def test_from_disk_the_file_is_a_download(page) -> None:
    show(page, dataset="risks")
    page.click("#accept")
    page.click("#reject")
    with page.expect_download() as waiting:
        page.click("#save")
    assert waiting.value.suggested_filename == "corrections.csv"
    saved = parse_corrections(Path(waiting.value.path()).read_text(encoding="utf-8"))
    assert [c.review.verdict for c in saved] == ["accepted", "rejected"]
    assert {c.dataset for c in saved} == {"risks"}
    assert all(len(c.sha256) == 64 for c in saved)


def test_what_was_said_can_be_taken_back(page) -> None:
    show(page, dataset="actions", pack=HARROWMERE)
    page.fill("#field-due_text", "never")
    page.press("#field-due_text", "Tab")
    assert page.inner_text("#said-count") == "1"
    assert "Read as “Mar 2026”; corrected" in page.inner_text("#inputs")
    page.click("#undo")
    assert page.inner_text("#said-count") == "0"
    assert page.input_value("#field-due_text") == "Mar 2026"


# --- keys, filters, findings -------------------------------------------------------


def test_keys_alone_do_the_work(page) -> None:
    show(page, dataset="actions")
    page.locator("#frame").focus()
    first = chosen(page)
    page.keyboard.press("n")
    second = chosen(page)
    assert second != first
    page.keyboard.press("p")
    assert chosen(page) == first
    page.keyboard.press("a")
    assert chosen(page) == second
    assert "accepted" in page.locator("#rows button").first.inner_text()
    page.keyboard.press("e")
    assert page.evaluate("document.activeElement.tagName") == "TEXTAREA"
    page.keyboard.type("n")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "detail"
    page.keyboard.press("r")
    assert "rejected" in page.locator("#rows button").nth(1).inner_text()
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    page.uncheck("#keys")
    page.keyboard.press("Escape")
    where = chosen(page)
    page.keyboard.press("n")
    assert chosen(page) == where, "single keys can be turned off"


def test_filters_narrow_the_list(page, results: Path) -> None:
    every = int(page.inner_text("#count").split(" of ")[1])
    assert page.locator("#rows button").count() == every
    show(page, dataset="risks")
    assert page.locator("#rows button").count() == len(rows(results, "risks"))
    show(page, dataset="actions", finding="error")
    with_errors = page.locator("#rows button").count()
    assert 0 < with_errors < len(rows(results, "actions"))
    show(page, finding="")
    page.fill("input[name=words]", "food waste")
    assert 0 < page.locator("#rows button").count() < 5
    page.fill("input[name=words]", "no such words")
    assert page.locator("#rows button").count() == 0
    assert page.inner_text("#detail-title") == "No row chosen"


def test_a_finding_leads_to_its_places(page) -> None:
    show(page, dataset="findings")
    page.locator("#rows button", has_text="HD 29").first.click()
    assert "Reference that leads nowhere (error)" in page.inner_text("#findings")
    assert "HD 29" in page.inner_text("#findings")
    page.locator("#findings button").first.click()
    assert page.locator("#boxes .place").count() >= 1


def test_an_address_leads_to_its_row(visit: Open, results: Path) -> None:
    row = rows(results, "risks")[-1]
    page = visit((results / "review" / "index.html").as_uri() + "#" + row["row_id"].replace(":", "%3A"))
    assert row["row_id"] in page.inner_text("#facts")


@pytest.mark.parametrize("name", ["officers", "plans"])
def test_an_address_of_what_has_no_fields_leads_to_its_place(visit: Open, results: Path, name: str) -> None:
    """The workbook links every row of every sheet."""
    row = rows(results, name)[-1]
    page = visit((results / "review" / "index.html").as_uri() + "#" + row["row_id"].replace(":", "%3A"))
    page.locator("#boxes .looked-at").wait_for()
    assert page.input_value("#page-number") == row["page"]
    assert "framed on the page" in page.inner_text("#status")


def test_one_press_shows_the_findings_alone(page, results: Path) -> None:
    page.click("#only-findings")
    assert page.locator("#rows button").count() == len(rows(results, "findings"))
    assert page.get_attribute("#only-findings", "aria-pressed") == "true"
    page.locator("#boxes .looked-at").wait_for()
    page.click("#only-findings")
    assert page.locator("#rows button").count() > len(rows(results, "findings"))


def test_progress_counts_rows_not_corrections(page) -> None:
    show(page, dataset="risks")
    page.fill("#field-description", "Something else")
    page.press("#field-description", "Tab")
    page.click("#accept")
    assert page.inner_text("#said-count") == "2"
    assert page.inner_text("#progress") == f"1 of {page.inner_text('#count').split()[2].strip(',')} checked"
    assert page.locator("#progress-bar").evaluate("bar => bar.value") == 1
    assert "1 checked" in page.inner_text("#count")
    assert page.locator("#unsaved").is_visible()
    with page.expect_download():
        page.click("#save")
    assert page.locator("#unsaved").is_hidden()


@pytest.mark.parametrize(
    ("dataset", "column", "wrong", "right"),
    [
        ("actions", "due_date", "04/30/2026", "2026-04-30"),
        ("actions", "due_date", "2026-02-30", "2026-02-28"),
        ("indicator_values", "value", "1,250", "1250"),
        ("agenda_items", "start_page", "four", "4"),
    ],
)
def test_what_a_run_could_not_take_is_not_taken(
    page, dataset: str, column: str, wrong: str, right: str
) -> None:
    show(page, dataset=dataset)
    page.evaluate("document.querySelector('#empty').open = true")
    field = page.locator(f"#field-{column}")
    field.fill(wrong)
    field.press("Tab")
    assert "Not taken: write" in page.inner_text(f"#field-{column}-about")
    assert (field.get_attribute("aria-invalid"), page.inner_text("#said-count")) == ("true", "0")
    field.fill(right)
    field.press("Tab")
    assert (field.get_attribute("aria-invalid"), page.inner_text("#said-count")) == ("false", "1")


def test_nothing_left_by_the_filters_is_said(page) -> None:
    page.fill("input[name=words]", "no such words")
    assert page.locator("#nothing").is_visible()
    assert page.locator("#accept").is_hidden()
    page.click("#show-all")
    assert page.locator("#nothing").is_hidden()
    assert page.input_value("input[name=words]") == ""
    assert page.locator("#clear").is_disabled()


def test_a_page_can_be_named(page) -> None:
    page.fill("#page-number", "9")
    page.press("#page-number", "Enter")
    assert page.get_attribute("#picture", "src").endswith("/0009.png")
    page.fill("#page-number", "99")
    page.press("#page-number", "Enter")
    assert page.input_value("#page-number") == "9"
    assert page.inner_text("#status") == "There is no such page."


def test_empty_fields_wait_below_the_others(page) -> None:
    show(page, dataset="actions", pack=HARROWMERE)
    assert page.locator("#inputs textarea").count() > 5
    assert all(text.input_value() for text in page.locator("#inputs textarea").all())
    page.click("#empty summary")
    page.fill("#field-status", "On track")
    page.press("#field-status", "Tab")
    assert "corrected" in page.locator("#rows button").first.inner_text()


def test_a_note_is_kept_with_what_is_said(page) -> None:
    show(page, dataset="risks")
    page.fill("#note", "seen on paper")
    page.click("#accept")
    page.click("#before")
    assert page.input_value("#note") == "seen on paper"


def test_why_there_are_no_pictures_is_told_on_the_page(visit: Open, tmp_path: Path) -> None:
    page = visit(build_review(write_results(tmp_path / "out")).path)
    show(page, dataset="actions")
    assert "no pictures of this pack. Its PDF: not found where it was" in page.inner_text("#no-picture")
    page.click("#accept")
    assert page.inner_text("#said-count") == "1"


# --- hostile text does nothing -----------------------------------------------------


def test_hostile_text_is_shown_and_does_nothing(visit: Open, tmp_path: Path) -> None:
    path = build_review(hostile_results(tmp_path / "out")).path
    page = visit(path)
    show(page, dataset="actions")
    page.focus("#field-action")
    page.click("#said-button")
    page.keyboard.press("Escape")
    assert page.evaluate("window.hacked") is None
    assert page.evaluate("document.querySelectorAll('img').length") == 1
    assert page.evaluate("document.scripts.length") == 1 + len(SCRIPTS)
    assert page.input_value("#field-action") == HOSTILE
    assert HOSTILE[:40] in page.inner_text("#detail-title")


def test_a_script_in_the_page_would_not_run(page) -> None:
    """The policy holds even if markup got in."""
    page.evaluate(
        """() => {
        const script = document.createElement("script");
        script.textContent = "window.hacked = 1";
        document.body.append(script);
        const image = document.createElement("img");
        image.setAttribute("onerror", "window.hacked = 1");
        image.src = "missing.png";
        document.body.append(image);
    }"""
    )
    page.wait_for_timeout(200)
    assert page.evaluate("window.hacked") is None
    assert sum("violates the following Content Security Policy" in said for said in page.errors) == 2
    page.errors.clear()


# --- nothing from the network, little at a time ------------------------------------


def test_from_disk_with_few_pictures_and_no_network(page, results: Path) -> None:
    assert all(url.startswith("file://") for url in page.requested)
    pictures = [url for url in page.requested if re.search(r"\.(png|webp)$", url)]
    assert len(pictures) <= 3, "27 pages, but only the one that is looked at and the next"


# --- for everybody -----------------------------------------------------------------

PHONE = {"width": 390, "height": 844}


def test_on_a_phone_the_filters_wait_behind_a_button_that_counts_them(visit: Open, results: Path) -> None:
    page = visit(results / "review" / "index.html", viewport=PHONE)
    button = page.locator("#filters-button")
    assert not page.is_visible("#filters") and button.get_attribute("aria-expanded") == "false"
    assert page.locator("#picture").bounding_box()["y"] < PHONE["height"] / 2
    button.press("Enter")
    assert page.is_visible("#filters") and button.get_attribute("aria-expanded") == "true"
    show(page, dataset="risks", state="open")
    button.press("Enter")
    assert not page.is_visible("#filters") and button.inner_text() == "Filters (2)"
    page.set_viewport_size(WIDE)
    assert page.is_visible("#filters") and not button.is_visible()


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(visit: Open, results: Path, scheme: str, size: dict[str, int]) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    page = visit(results / "review" / "index.html", color_scheme=scheme, viewport=size)
    show(page, dataset="actions", finding="some")
    page.click("#accept")
    for before in (None, "#help-button", "#said-button"):
        if before:
            page.keyboard.press("Escape")
            page.click(before)
        found = axe.Axe().run(page, options={"preload": False}).response["violations"]
        serious = [
            (v["id"], [n["html"][:120] for n in v["nodes"][:3]])
            for v in found
            if v["impact"] in ("serious", "critical", "moderate")
        ]
        assert serious == []


@pytest.mark.parametrize("width", [720, 360])
def test_readable_at_high_zoom(visit: Open, results: Path, width: int) -> None:
    """A window of half or a quarter the width is what 200 % and 400 % zoom leave."""
    page = visit(results / "review" / "index.html", viewport={"width": width, "height": 450})
    show(page, dataset="actions")
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width
    for selector in ("#accept", "#field-action", "#rows", "#save"):
        box = page.locator(selector).bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= width


def test_a_laptop_has_the_buttons_of_the_list_in_one_line(visit: Open, results: Path) -> None:
    page = visit((results / "review" / "index.html").as_uri(), viewport={"width": 1280, "height": 800})
    page.evaluate("document.getElementById('accept-all').textContent = 'Accept all 1779'")
    page.evaluate("document.getElementById('only-findings').textContent = 'Findings (111)'")
    page.evaluate("document.getElementById('only-tables').hidden = false")
    tops = page.evaluate(
        "[...document.querySelectorAll('#list > .bar button')].map(b => b.getBoundingClientRect().top)"
    )
    assert len(tops) == 4 and len(set(tops)) == 1


def test_the_window_stays_where_the_reader_has_it(visit: Open, results: Path) -> None:
    """In one column the list is far above the fields: going on to the next row must not scroll there."""
    page = visit(results / "review" / "index.html", viewport={"width": 720, "height": 450})
    show(page, pack=HARROWMERE)
    assert page.evaluate("scrollY") == 0
    page.locator("#accept").evaluate("button => button.scrollIntoView()")
    before = page.evaluate("scrollY")
    for key in "nnnap":
        page.keyboard.press(key)
    assert page.evaluate("scrollY") == before > 0


@pytest.mark.parametrize("width", [1440, 720])
def test_the_chosen_row_is_in_sight_in_its_list(visit: Open, results: Path, width: int) -> None:
    page = visit(results / "review" / "index.html", viewport={"width": width, "height": 450})
    last = page.locator("#rows button").count() - 1
    for number in (last, 0, last // 2):
        page.locator("#rows button").nth(number).evaluate("button => button.click()")
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        row = page.locator("#rows [aria-current=true]").bounding_box()
        frame = page.locator("#rows").bounding_box()
        assert frame["y"] - 1 <= row["y"] < frame["y"] + frame["height"] - 10


def test_dark_and_light_can_be_chosen(page) -> None:
    def paper() -> str:
        return page.evaluate("getComputedStyle(document.querySelector('header')).backgroundColor")

    light = paper()
    page.click("#theme")
    assert paper() != light
    page.click("#theme")
    assert paper() == light
