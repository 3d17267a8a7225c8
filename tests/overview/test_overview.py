"""The overview: figures that count their rows, text that is inert, a page that every reader can use."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

import pypdfium2
import pytest
from folders import pack, results
from review.test_page import HOSTILE, hostile_results

from agendapack import cli
from agendapack.extract.reconcile.registry import checks
from agendapack.extract.write.folder import read_folder
from agendapack.extract.write.overview.charts import by_section, sparkline
from agendapack.extract.write.overview.current import CurrentRow
from agendapack.extract.write.overview.figures import OTHERS, UNREAD, KeyFigure, Overview, overview
from agendapack.extract.write.overview.pages import AT_ONCE, embedded
from agendapack.extract.write.record import Record
from agendapack.extract.write.review.pictures import PagePicture
from agendapack.extract.write.words import FINDINGS

SERIOUS = ("serious", "critical", "moderate")


@pytest.fixture(scope="module")
def page(samples_read: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples' overview."""
    out = tmp_path_factory.mktemp("overview") / "out"
    shutil.copytree(samples_read, out)
    samples = Path(__file__).resolve().parents[2] / "samples"
    assert cli.run(["overview", str(out), str(samples)]) == 0
    return out / "overview.html"


@pytest.fixture(scope="module")
def shown(page: Path) -> Overview:
    return overview(read_folder(page.parent))


def data(page: Path) -> dict:
    found = re.search(
        r'<script type="application/json" id="data">(.*?)</script>', page.read_text("utf-8"), re.S
    )
    assert found
    return json.loads(found[1])


# --- what it counts ----------------------------------------------------------------------


def test_groups_take_every_row_once(shown: Overview) -> None:
    for whole, keys in (("actions", shown.by_section), ("risks", shown.heat)):
        rows = [row.id for key in keys.values() for row in shown.figures[key].rows]
        assert len(rows) == len(set(rows)) <= shown.figures[whole].count
    assert (
        sum(shown.figures[key].count for key in shown.by_section.values()) == shown.figures["actions"].count
    )


def test_every_figure_of_the_page_leads_to_its_rows(page: Path) -> None:
    known, html = data(page), page.read_text("utf-8")
    addresses = set(re.findall(r'href="#([a-z]+(?:-\d+)?)"', html)) - {"main"}
    assert len(addresses) > 10 and addresses <= known["figures"].keys()
    assert all(row in known["rows"] for figure in known["figures"].values() for row in figure["rows"])


def test_rows_are_framed_on_a_picture_of_their_page(page: Path) -> None:
    known = data(page)
    framed = [row for row in known["rows"].values() if row["box"] and row["picture"] in known["pages"]]
    assert len(framed) > 50
    for row in framed:
        _, width, height = known["pages"][row["picture"]]
        x0, top, x1, bottom = row["box"]
        assert 0 <= x0 < x1 <= width and 0 <= top < bottom <= height


def record(entity: str, pack: str, **more: str) -> Record:
    return {"entity_id": entity, "pack_id": pack, "row_id": f"{entity}{pack}", "repeat_of": None, **more}


def test_of_a_thing_in_several_packs_the_newest_counts() -> None:
    records = {name: [] for name in ("packs", "indicators", "risks", "findings")}
    records["actions"] = [record("e1", "july"), record("e1", "october"), record("e2", "july")]
    records["actions"] += [{**record("e1", "october"), "row_id": "again", "repeat_of": "e1october"}]
    records["entities"] = [
        {"entity_id": "e1", "last_pack_id": "october"},
        {"entity_id": "e2", "last_pack_id": "july"},
    ]
    assert [row.id for row in overview(records).figures["actions"].rows] == [
        "e1october",
        "e2july",
    ]


def value(period_end: str | None, number: float, measure: str = "outturn") -> Record:
    return {"period_end": period_end, "value": number, "measure": measure, "span": "quarter"}


@pytest.mark.parametrize(
    ("values", "drawn"),
    [
        ([value("2025-03-31", 3), value("2025-06-30", 4)], True),
        ([value("2025-03-31", 3), value("2025-03-31", 4, "target")], False),
        ([value(None, 3), value("2025-03-31", 4)], False),
        ([value("2025-03-31", 3), {**value("2025-06-30", 4), "span": "ytd"}], False),
        ([], False),
    ],
)
def test_a_line_needs_two_points_in_time(values: list[Record], drawn: bool) -> None:
    assert bool(sparkline(values)) == drawn


def records(**some: list[Record]) -> dict[str, list[Record]]:
    return {name: [] for name in ("packs", "actions", "indicators", "risks", "findings")} | some


def test_what_an_indicator_reached_last_stands_beside_it_with_or_without_a_period() -> None:
    red = record("i1", "july", rag="Red")
    values = [
        {"indicator_row_id": "i1july", "measure": measure, "text": said, "period_end": end}
        for measure, said, end in [
            ("target", "85%", None), ("actual", "70%", "2031-03-31"), ("actual", "74%", "2031-06-30"),
            ("previous", "90%", "2031-09-30"), ("floor", "80%", None),
        ]
    ]  # fmt: skip
    assert overview(records(indicators=[red], indicator_values=values)).reached == {
        "i1july": "74% (target 85%)"
    }
    assert overview(records(indicators=[red])).reached == {}


@pytest.mark.parametrize(
    ("committees", "compared"), [([], False), (["Cabinet", "Audit"], False), (["Cabinet", "Cabinet"], True)]
)
def test_only_two_meetings_of_one_committee_can_be_compared(committees: list[str], compared: bool) -> None:
    meetings = [
        {"council": "Melbury Council", "committee": name, "meeting_date": f"2031-05-0{day}"}
        for day, name in enumerate(committees, 1)
    ]
    assert overview(records(meetings=meetings)).compared == compared
    nobodys: list[Record] = [{**meeting, "council": None, "committee": None} for meeting in meetings]
    undated: list[Record] = [{**meeting, "meeting_date": None} for meeting in meetings]
    assert (
        not overview(records(meetings=nobodys)).compared and not overview(records(meetings=undated)).compared
    )


@pytest.mark.parametrize(("rated", "said"), [(0, False), (2, True), (3, False)])
def test_risks_that_the_map_leaves_out_are_told(tmp_path: Path, rated: int, said: bool) -> None:
    risks = [{"pack_id": "a", "row_id": f"r{n}", "description": "Flood"} for n in range(3)]
    for risk in risks[:rated]:
        risk |= {"likelihood": "4", "impact": "5"}
    out = results(tmp_path / "out", packs=[pack("a", "2031-05-05")], risks=risks)
    assert cli.run(["overview", str(out)]) == 0
    html = (out / "overview.html").read_text("utf-8")
    assert (f"Of {rated} the likelihood and the impact are printed as 1 to 5." in html) == said
    assert "All 3 risks" in html


def test_rows_are_told_as_people_write(page: Path) -> None:
    """No word of the files stands where a person reads: kinds have names, days have months."""
    told = data(page)
    facts = [dict(told["rows"][row]["facts"]) for row in told["figures"]["actions"]["rows"]]
    days = [of["Due date"] for of in facts if "Due date" in of]
    assert days and all(re.fullmatch(r"\d\d? [A-Z][a-z]+ \d{4}", one) for one in days)
    doubts = [told["rows"][row] for row in told["figures"]["unread"]["rows"]]
    assert {row["ref"] for row in doubts} <= {FINDINGS[kind] for kind in UNREAD}
    groups = [f["title"] for key, f in told["figures"].items() if key.startswith("findings-")]
    assert groups and not any("_" in title for title in groups)


def test_a_change_leads_to_its_row_or_to_where_it_stood_last(tmp_path: Path) -> None:
    def row(pack_id: str, ref: str) -> dict[str, str]:
        return {"pack_id": pack_id, "row_id": f"{pack_id}:{ref}", "action_ref": ref, "action": "Mend it",
                "entity_id": ref}  # fmt: skip

    change = {"kind": "action", "from_pack_id": "a", "to_pack_id": "b", "to_date": "2031-06-05"}
    out = results(
        tmp_path / "out",
        packs=[pack("a", "2031-05-05"), pack("b", "2031-06-05")],
        actions=[row("a", "Q1"), row("a", "Q2"), row("b", "Q2")],
        entities=[{"entity_id": "Q1", "last_pack_id": "a"}, {"entity_id": "Q2", "last_pack_id": "b"}],
        changes=[
            {**change, "row_id": "c1", "change": "completed", "from_row_id": "a:Q1", "to_row_id": ""},
            {**change, "row_id": "c2", "change": "reworded", "from_row_id": "a:Q2", "to_row_id": "b:Q2"},
        ],
    )  # fmt: skip
    assert cli.run(["overview", str(out)]) == 0
    html = (out / "overview.html").read_text("utf-8")
    assert 'href="#row/a%3AQ1"' in html and 'href="#row/b%3AQ2"' in html
    assert {"a:Q1", "b:Q2"} <= set(data(out / "overview.html")["rows"])


@pytest.mark.parametrize(("councils", "heading"), [(6, "C0, C1, C2, C3, C4, C5"), (7, "7 councils")])
def test_the_heading_names_a_few_councils_and_counts_many(
    tmp_path: Path, councils: int, heading: str
) -> None:
    packs = [{**pack(f"p{n}", "2031-05-05"), "council": f"C{n}"} for n in range(councils)]
    assert cli.run(["overview", str(results(tmp_path / "out", packs=packs))]) == 0
    assert f"<h1>{heading}</h1>" in (tmp_path / "out" / "overview.html").read_text("utf-8")


def test_each_committee_has_its_own_last_meeting(tmp_path: Path) -> None:
    def body(pack_id: str, day: str, committee: str) -> dict[str, str]:
        return {**pack(pack_id, day), "committee": committee}

    def change(number: int, to_pack: str, day: str) -> dict[str, str]:
        return {"kind": "action", "row_id": f"c{number}", "change": "added", "ref": f"Q{number}",
                "from_pack_id": "a", "to_pack_id": to_pack, "to_date": day}  # fmt: skip

    out = results(
        tmp_path / "out",
        packs=[body("a", "2031-05-05", "Cabinet"), body("b", "2031-06-05", "Cabinet"),
               body("c", "2031-04-05", "Audit"), body("d", "2031-02-05", "Audit")],
        changes=[change(1, "b", "2031-06-05"), change(2, "a", "2031-05-05"), change(3, "c", "2031-04-05"),
                 change(4, "d", "2031-02-05")],
    )  # fmt: skip
    told = overview(read_folder(out)).changes
    assert [row["ref"] for row in told["added"]] == ["Q1", "Q3"]


@pytest.mark.parametrize("pages", [AT_ONCE, AT_ONCE + 1, 3 * AT_ONCE])
def test_no_more_pages_are_drawn_than_the_file_may_hold(
    tmp_path: Path, pages: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is drawn in one go is all or a part of what would have been drawn at once."""
    asked: list[int] = []

    def draw(_pdf: Path, folder: Path, _turned: object, numbers: Sequence[int]) -> Iterable[PagePicture]:
        asked.extend(numbers)
        for number in numbers:
            (folder / f"{number}.png").write_bytes(b"x" * 300)
            yield PagePicture(number, 1, 1, f"{number}.png")

    wanted = [("p", number) for number in range(pages, 0, -1)]
    address = len(embedded(tmp_path, {"p": tmp_path}, wanted[:1], draw)["p", pages].address)
    asked.clear()
    assert [*embedded(tmp_path, {"p": tmp_path}, wanted, draw)] == wanted and len(asked) == pages
    asked.clear()
    monkeypatch.setattr("agendapack.extract.write.overview.pages.MAX_BYTES", 7 * address)
    assert [*embedded(tmp_path, {"p": tmp_path}, wanted, draw)] == wanted[:7]
    assert len(asked) == AT_ONCE


def test_every_kind_of_finding_has_a_name_that_people_use() -> None:
    assert {check.kind for check in checks()} | set(UNREAD) <= FINDINGS.keys()
    assert not any("_" in name or name.islower() for name in FINDINGS.values())


def bars(*sections: str) -> str:
    keys = {(section, "overdue"): f"actions-{n}" for n, section in enumerate(sections)}
    return by_section(keys, {key: KeyFigure("", (CurrentRow("a", "actions", {}),)) for key in keys.values()})


def test_long_names_beside_bars_stand_in_two_lines_and_stay_two_bars() -> None:
    one, two = ("Delivery plan for the wellbeing objectives of the council, numbers " + n for n in "12")
    drawn = bars(one, two)
    assert drawn.count("actions-0") == drawn.count("actions-1") == 1
    assert drawn.count(">Delivery plan for the wellbeing<") == 2
    assert f"{one}, overdue: 1" in drawn


@pytest.mark.parametrize(("sections", "bars"), [(15, 15), (16, 16), (17, 16), (40, 16)])
def test_a_chart_of_many_sections_stays_on_one_sheet(sections: int, bars: int) -> None:
    """The last of them, small and with nothing late, share a bar that stands last, however long it is."""
    actions = [
        {"entity_id": "", "pack_id": "p", "row_id": f"a{n}-{m}", "section": f"Quay {n:02}",
         "overdue": "yes" if n == sections - 1 else "no"}
        for n in range(sections) for m in range(1 if n == sections - 1 else 40 - n)
    ]  # fmt: skip
    shown = overview(records(actions=actions))
    named = {section for section, _ in shown.by_section}
    assert len(named) == bars and f"Quay {sections - 1:02}" in named and "Quay 00" in named
    assert sum(shown.figures[key].count for key in shown.by_section.values()) == len(actions)
    labels = re.findall(
        r">(Quay \d\d|All other sections)</text>", by_section(shown.by_section, shown.figures)
    )
    assert (labels[-1] == OTHERS) == (sections > 16) and labels[0] == "Quay 00"


def test_an_axis_of_numbers_has_each_number_once() -> None:
    assert re.findall(r">(\d)</text>", bars("Homes")) == ["0", "1"]


def test_where_nothing_is_listed_the_page_says_where_the_tables_are(tmp_path: Path) -> None:
    packs = [{**pack("a", "2031-06-05"), "tables_found": "35", "tables_recognised": "0"}]
    out = results(tmp_path / "out", packs=packs)
    assert cli.run(["overview", str(out)]) == 0
    html = (out / "overview.html").read_text("utf-8")
    assert "No table was understood as a list" in html and "the 35 tables found are in the folder" in html
    assert "meeting of 5 June 2031" in html and "What went wrong" not in html


# --- what it is made of ------------------------------------------------------------------


def test_no_markup_from_a_pdf_reaches_the_page(tmp_path: Path) -> None:
    out = hostile_results(tmp_path / "out")
    assert cli.run(["overview", str(out)]) == 0
    html = (out / "overview.html").read_text("utf-8")
    assert html.count("<script") == 2 and "<img" not in html
    assert any(HOSTILE in row["subject"] for row in data(out / "overview.html")["rows"].values())


def test_nothing_is_asked_of_anybody(page: Path, browser) -> None:
    context = browser.new_context()
    tab, asked, errors = context.new_page(), [], []
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    tab.goto(page.as_uri())
    assert [url for url in asked if not url.startswith("data:")] == [page.as_uri()]
    assert errors == []
    context.close()


# --- for everybody -----------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("address", "width"), [("", 1280), ("", 390), ("#risks", 1280)])
def test_axe_finds_nothing_serious(page: Path, browser, scheme: str, address: str, width: int) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 844})
    tab = context.new_page()
    tab.goto(page.as_uri() + address)
    found = axe.Axe().run(tab, options={"preload": False}).response["violations"]
    wrong = [(v["id"], [n["html"][:150] for n in v["nodes"][:3]]) for v in found if v["impact"] in SERIOUS]
    assert wrong == []
    context.close()


@pytest.mark.parametrize("width", [390, 1024, 3840])
def test_no_page_is_wider_than_its_window(page: Path, browser, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    tab = context.new_page()
    tab.goto(page.as_uri())
    assert tab.evaluate("document.scrollingElement.scrollWidth") <= width
    context.close()


@pytest.mark.parametrize("width", [320, 390, 768, 1280, 3840])
def test_nothing_but_wide_tables_scrolls_sideways(page: Path, browser, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 844})
    tab = context.new_page()
    tab.goto(page.as_uri())
    beyond = """[...document.querySelectorAll('main *')].filter(e => !e.closest('svg, .wide, thead')
        && e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display != 'inline')
        .map(e => e.outerHTML.slice(0, 80))"""
    assert tab.evaluate(beyond) == []
    drawn = """[...document.querySelectorAll('.chart svg')].map(e => e.getBoundingClientRect())
        .filter(box => box.width).map(box => [box.left, box.right])"""
    boxes = tab.evaluate(drawn)
    assert len(boxes) == 3 and all(0 <= left < right <= width for left, right in boxes)
    context.close()


def test_on_paper_nothing_is_cut_off_or_folded(tmp_path: Path, browser) -> None:
    meetings = Path(__file__).resolve().parents[2] / "samples" / "tidewell"
    assert cli.run(["extract", str(meetings), "-q", "-o", str(tmp_path)]) == 0
    assert cli.run(["overview", str(tmp_path)]) == 0
    context = browser.new_context(viewport={"width": 700, "height": 1000})  # a sheet of A4
    tab = context.new_page()
    tab.goto((tmp_path / "overview.html").as_uri())
    folded = "document.querySelectorAll('details:not([open])').length"
    cut_off = "[...document.querySelectorAll('.wide')].filter(e => e.scrollWidth > e.clientWidth + 1).length"
    before = tab.evaluate(folded)
    assert before and tab.evaluate(cut_off)
    tab.emulate_media(media="print")
    tab.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert tab.evaluate(folded) == 0 and tab.evaluate(cut_off) == 0
    tab.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert tab.evaluate(folded) == before
    context.close()


def test_on_paper_the_first_sheet_holds_the_figures_and_the_chart(tmp_path: Path, browser) -> None:
    plan = [
        {"pack_id": "a", "row_id": f"a:action{n:04}", "action_ref": f"QA {n}", "action": "Mend the quay",
         "section": f"{n} Quays and landing stages, with the sheds and cranes that stand on them"}
        for n in range(40)
    ]  # fmt: skip
    out = results(tmp_path / "out", packs=[pack("a", "2031-06-05")], actions=plan)
    assert cli.run(["overview", str(out)]) == 0
    context = browser.new_context()
    tab = context.new_page()
    tab.goto((out / "overview.html").as_uri())
    tab.pdf(path=tmp_path / "sheet.pdf", format="A4", margin=dict.fromkeys(("top", "bottom", "left"), "1cm"))
    context.close()
    with pypdfium2.PdfDocument(tmp_path / "sheet.pdf") as paper:
        told = " ".join(paper[0].get_textpage().get_text_range().split())
    assert "Overdue actions" in told and told.count("landing stages") == 15 and "All other sections" in told


def test_on_a_phone_no_table_scrolls_sideways_and_each_cell_says_what_it_is(page: Path, browser) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    tab = context.new_page()
    tab.goto(page.as_uri())
    wide = "[...document.querySelectorAll('.wide, table')].filter(e => e.scrollWidth > e.clientWidth).length"
    assert tab.evaluate(wide) == 0
    said = "getComputedStyle(document.querySelector('.wide td:nth-child(2)'), '::before').content"
    assert tab.evaluate(said) in ('"Council: "', '"Council" ": "')
    context.close()


def test_by_keyboard_from_a_figure_to_a_row_and_back(page: Path, browser) -> None:
    context = browser.new_context()
    tab = context.new_page()
    tab.goto(page.as_uri())
    tab.focus(".figure.risks")
    tab.keyboard.press("Enter")
    tab.wait_for_selector("dialog[open] li a")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    tab.wait_for_selector("dialog[open] .sheet img")
    tab.keyboard.press("Escape")
    tab.wait_for_url(page.as_uri())
    assert not tab.evaluate("document.getElementById('rows').open")
    context.close()
