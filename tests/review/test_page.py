"""The review page as files: what it knows, that nothing in it can act, how large it is."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from example import result, source
from PIL import Image
from written import write_results

from agendapack import cli
from agendapack.extract.batch.store import Store
from agendapack.extract.correct.file import write_corrections
from agendapack.extract.errors import UsageError
from agendapack.extract.model import Action, Correction, PackResult, Review
from agendapack.extract.write.names import HALF_REVIEW, HOME
from agendapack.extract.write.review import build_review
from agendapack.extract.write.review.build import SCRIPTS
from agendapack.extract.write.review.pictures import PagePicture, encoded, write_pictures

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
HOSTILE = "</script><script>window.hacked=1</script><img src=x onerror=window.hacked=1>\u2028{{7*7}}"


def held(file: Path) -> dict:
    """What a script of the page holds: a string of JSON and nothing else."""
    text = file.read_text(encoding="ascii")
    name, _, quoted = text.removesuffix(";\n").partition(" = ")
    assert re.fullmatch(r'window\.AGENDAPACK(_ELSEWHERE)?|AGENDAPACK_PACKS\["(?:[^"\\]|\\.)*"\]', name)
    return json.loads(json.loads(quoted))


def known(page: Path) -> dict:
    """The data of a page, with those of all its packs."""
    data = {**held(page.parent / "data.js"), "rows": [], "links": [], "tables": []}
    for pack in data["packs"]:
        more = held(page.parent / pack["file"])
        pack |= {"pages": more["pages"], "unseen": more["unseen"]}
        for name in ("rows", "links", "tables"):
            data[name] += more[name]
    return data


@pytest.fixture(scope="module")
def out(samples_read: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the samples' results beside their PDFs' place."""
    target = tmp_path_factory.mktemp("review") / "out"
    shutil.copytree(samples_read, target)
    return target


@pytest.fixture(scope="module")
def page(out: Path) -> Path:
    return build_review(out, [SAMPLES]).path


# --- what it knows -----------------------------------------------------------------


def test_every_pack_row_and_page_is_there(page: Path) -> None:
    data = known(page)
    assert sorted(len(pack["pages"]) for pack in data["packs"]) == [12, 15]
    for pack in data["packs"]:
        for number, width, height, file in pack["pages"]:
            with Image.open(page.parent / file) as picture:
                assert picture.width / picture.height == pytest.approx(width / height, rel=0.01), number
    shown = {row["dataset"] for row in data["rows"]}
    assert {"actions", "indicators", "indicator_values", "risks", "findings", "packs"} <= shown
    assert all(row["name"] for row in data["rows"])


def test_cells_lie_in_their_rows(page: Path) -> None:
    actions = [row for row in known(page)["rows"] if row["dataset"] == "actions" and row["places"]]
    assert len(actions) > 30
    for row in actions:
        x0, top, x1, bottom = row["box"]
        for number, left, upper, right, lower in row["places"].values():
            assert number == row["page"]
            assert x0 - 1 <= left < right <= x1 + 1
            assert min(bottom, lower) > max(top, upper)


def test_tables_have_a_box_on_each_of_their_pages(page: Path, out: Path) -> None:
    data = known(page)
    long = [t for t in data["tables"] if len({part[0] for part in t["parts"]}) > 1]
    assert long, "a sample table runs over several pages"
    assert all(t["cells"] for t in data["tables"])


def test_rows_are_named_as_the_corrections_name_them(out: Path, page: Path, capsys) -> None:
    """A correction made with the page's own names is applied by the next run."""
    row = next(r for r in known(page)["rows"] if r["dataset"] == "actions" and r["places"])
    pack = next(p for p in known(page)["packs"] if p["id"] == row["pack"])
    columns = [
        c["name"] for c in next(d for d in known(page)["datasets"] if d["name"] == "actions")["columns"]
    ]
    printed = row["cells"][columns.index("due_text")]
    review = Review("corrected", "due_text", printed, "Tester", "2031-01-01")
    correction = Correction(pack["sha256"], pack["name"], "actions", row["name"], review, "March 2099")
    write_corrections(out / "corrections.csv", [correction])
    before = (out / "corrections.csv").read_bytes()
    packs = [str(SAMPLES / name / "pack.pdf") for name in ("harrowmere", "ashenshire")]
    assert cli.run(["extract", *packs, "-o", str(out), "-q"]) == 0
    again = known(build_review(out, [SAMPLES]).path)
    changed = next(r for r in again["rows"] if r["name"] == row["name"] and r["dataset"] == "actions")
    assert changed["cells"][columns.index("due_text")] == "March 2099"
    assert changed["review"][0]["printed"] == printed
    assert changed["name"] == row["name"]
    assert (out / "corrections.csv").read_bytes() == before
    stale = [r for r in again["rows"] if r["dataset"] == "findings" and "stale" in r["cells"][0]]
    assert stale == []


def test_a_row_named_as_it_was_read_even_when_its_name_was_corrected(tmp_path: Path) -> None:
    said = (Review("corrected", "action_ref", "MB 01", "A. Ward"),)
    corrected = Action(dataclasses.replace(source("a1"), review=said), "P", "Paint", action_ref="MB 1")
    out = write_results(tmp_path / "out", dataclasses.replace(result(), actions=(corrected,)))
    (row,) = [r for r in known(build_review(out).path)["rows"] if r["dataset"] == "actions"]
    assert row["name"] == "page 3 | MB 01 | Paint"


# --- nothing in it can act ---------------------------------------------------------


def hostile_results(out: Path) -> Path:
    action = Action(source("a1"), HOSTILE, HOSTILE, action_ref=HOSTILE, extra=((HOSTILE, HOSTILE),))
    pack = dataclasses.replace(result().pack, title=HOSTILE, source_name=HOSTILE)
    return write_results(out, dataclasses.replace(result(), pack=pack, actions=(action,)))


def test_no_markup_from_a_pdf_reaches_the_page(tmp_path: Path) -> None:
    path = build_review(hostile_results(tmp_path / "out")).path
    html = path.read_text(encoding="utf-8")
    assert "<script>" not in html
    assert "&lt;/script&gt;&lt;script&gt;" in html
    assert "{{7*7}}" in html and "49" not in re.sub(r"&#\d+;", "", html)
    for file in (path.parent / name for name in ("data.js", "elsewhere.js", known(path)["packs"][0]["file"])):
        data = file.read_text(encoding="utf-8")
        assert data.isascii()
        assert len(data.splitlines()) == 1
    assert any(HOSTILE in row["cells"] for row in known(path)["rows"])


def test_the_policy_allows_the_pages_own_files_alone(page: Path) -> None:
    html = page.read_text(encoding="utf-8")
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)
    assert policy
    rules = dict(rule.strip().split(" ", 1) for rule in policy[1].replace("&#39;", "'").split(";"))
    assert rules["default-src"] == "'none'"
    assert "unsafe" not in policy[1] and "http" not in policy[1] and "*" not in policy[1]
    assert rules["form-action"] == rules["base-uri"] == "'none'"


def test_no_inline_script_style_or_handler_and_no_other_host(page: Path) -> None:
    html = page.read_text(encoding="utf-8")
    assert not re.search(r"\son\w+\s*=", html)
    assert not re.search(r"\sstyle\s*=|<style", html)
    scripts = ("data.js", *SCRIPTS)
    assert re.findall(r"<script([^>]*)>", html) == [f' src="{name}" defer' for name in scripts]
    for name in ("index.html", "review.css", *SCRIPTS):
        text = (page.parent / name).read_text(encoding="utf-8")
        assert not re.findall(r"https?://(?!127)", text), name
        assert "innerHTML" not in text and "eval(" not in text and "document.write" not in text


# --- files -------------------------------------------------------------------------


def test_same_results_same_page(out: Path, page: Path) -> None:
    def files() -> dict[str, bytes]:
        folder = out / "review"
        return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}

    build_review(out, [SAMPLES])
    first = files()
    build_review(out, [SAMPLES])
    assert files() == first


def counted(drawn: list[str]):
    def draw(pdf: Path, folder: Path, turned, numbers) -> list[PagePicture]:
        drawn.append(pdf.parent.name)
        return list(write_pictures(pdf, folder, turned, numbers))

    return draw


@pytest.fixture
def fresh(samples_read: Path, tmp_path: Path) -> Path:
    """Results without a page."""
    shutil.copytree(samples_read, tmp_path / "out")
    return tmp_path / "out"


def test_only_the_packs_named_are_drawn_and_pictures_are_kept(fresh: Path) -> None:
    drawn: list[str] = []
    with (fresh / "packs.csv").open(newline="", encoding="utf-8") as file:
        first, second = sorted(row["pack_id"] for row in csv.DictReader(file))
    page = build_review(fresh, [SAMPLES], counted(drawn), names=[first])
    seen = {pack["id"]: pack for pack in known(page.path)["packs"]}
    assert len(drawn) == 1
    assert page.unseen == ()
    assert seen[first]["pages"] and not seen[second]["pages"]
    assert "--pack" in seen[second]["unseen"]
    whole = build_review(fresh, [SAMPLES], counted(drawn)).path
    assert len(drawn) == len(set(drawn)) == 2
    for pack in known(whole)["packs"]:
        assert all((whole.parent / file).is_file() for *_, file in pack["pages"])
    build_review(fresh, [SAMPLES], counted(drawn), names=[second])
    assert len(drawn) == 2


@pytest.mark.parametrize(("most", "packs"), [(1, 1), (15, 1), (10_000, 2)])
def test_of_many_pages_the_first_packs_are_drawn_and_the_rest_is_said(
    fresh: Path, monkeypatch: pytest.MonkeyPatch, most: int, packs: int
) -> None:
    monkeypatch.setattr("agendapack.extract.write.review.views.MOST_PAGES", most)
    drawn: list[str] = []
    for _ in range(2):  # a second call does not go on where the first one stopped
        page = build_review(fresh, [SAMPLES], counted(drawn))
        assert len(drawn) == packs
        assert [why.startswith("1 pack beyond the first pages") for why in page.unseen] == [True] * (
            2 - packs
        )


def test_pictures_of_other_results_are_not_kept(fresh: Path) -> None:
    drawn: list[str] = []
    build_review(fresh, [SAMPLES], counted(drawn))
    descriptor = fresh / "datapackage.json"
    descriptor.write_text(descriptor.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    build_review(fresh, [SAMPLES], counted(drawn))
    assert len(drawn) == 4


def test_a_pack_that_is_not_there_cannot_be_drawn(fresh: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["review", str(fresh), "--pack", "august.pdf"]) == 1
    assert "there is no pack 'august.pdf'" in capsys.readouterr().err
    assert not (fresh / "review").exists()


def test_pictures_are_small(page: Path) -> None:
    pictures = [p for p in page.parent.rglob("*") if p.suffix in (".png", ".webp")]
    assert len(pictures) == 27
    assert sum(p.stat().st_size for p in pictures) / len(pictures) <= 60_000


def test_a_photograph_stays_small_too() -> None:
    import random

    noise = random.Random(1).randbytes(900 * 1270 * 3)
    content, ending = encoded(Image.frombytes("RGB", (900, 1270), noise).resize((1800, 1270)))
    assert ending == "webp"
    plain, _ = encoded(Image.new("RGB", (900, 1270), "white"))
    assert len(plain) < 5_000
    with Image.open(io.BytesIO(content)) as picture:
        assert picture.size == (1800, 1270)


def test_dense_print_is_packed_harder_and_keeps_every_pixel() -> None:
    import random

    from PIL import ImageDraw

    page, dice = Image.new("RGB", (900, 1270), "white"), random.Random(1)
    draw = ImageDraw.Draw(page)
    for line in range(0, 1270, 7):
        for word in range(0, 900, 9):
            draw.text((word, line), dice.choice("abcdefghkmnprstuvwxyz"), fill="black")
    content, ending = encoded(page)
    assert ending == "webp"
    with Image.open(io.BytesIO(content)) as picture:
        seen = picture.convert("L").tobytes()
    few = page.quantize(32, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).convert("L").tobytes()
    assert seen == few


def test_a_poster_is_no_larger_than_a_page(tmp_path: Path) -> None:
    canvas = pytest.importorskip("reportlab.pdfgen.canvas")
    poster = canvas.Canvas(str(tmp_path / "a.pdf"), pagesize=(6000, 9000))
    poster.drawString(100, 100, "large")
    poster.save()
    (picture,) = write_pictures(tmp_path / "a.pdf", tmp_path / "pictures", {})
    with Image.open(tmp_path / "pictures" / picture.file) as image:
        assert max(image.size) <= 1800
    assert (picture.width, picture.height) == (6000, 9000)


def test_a_pdf_that_moved_is_named_and_its_rows_are_still_there(tmp_path: Path, capsys) -> None:
    out = write_results(tmp_path / "out")
    assert cli.run(["review", str(out)]) == 0
    seen = capsys.readouterr()
    assert seen.out == f"{out / 'review' / 'index.html'}\n"
    assert "no pictures of july.pdf: not found where it was. Name it" in seen.err
    assert known(out / "review" / "index.html")["packs"][0]["pages"] == []


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    """The results of a pack that opens with a password alone."""
    pikepdf = pytest.importorskip("pikepdf")
    with pikepdf.open(SAMPLES / "ashenshire" / "pack.pdf") as pack:
        pack.save(tmp_path / "locked.pdf", encryption=pikepdf.Encryption(owner="o", user="sesame"))
    command = ["extract", str(tmp_path / "locked.pdf"), "-o", str(tmp_path / "out"), "-q"]
    assert cli.run([*command, "--password", "sesame"]) == 0
    return tmp_path / "out"


def test_a_locked_pack_is_pictured_with_its_password(locked: Path, capsys) -> None:
    assert cli.run(["review", str(locked), "--password", "sesame"]) == 0
    assert capsys.readouterr().err == ""
    (pack,) = known(locked / "review" / "index.html")["packs"]
    assert len(pack["pages"]) == 12 and pack["unseen"] == ""
    everything = b"".join(path.read_bytes() for path in locked.rglob("*") if path.is_file())
    assert b"sesame" not in everything


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ([], "the file is locked with a password. Give the password with --password or --password-file."),
        (["--password", "guess"], "none of the passwords given opens it. Give the password"),
    ],
)
def test_without_it_the_rows_can_still_be_reviewed(
    locked: Path, given: list[str], words: str, capsys
) -> None:
    assert cli.run(["review", str(locked), *given]) == 0
    assert f"agendapack: no pictures of locked.pdf: {words}" in capsys.readouterr().err
    data = known(locked / "review" / "index.html")
    assert data["packs"][0]["pages"] == [] and words in data["packs"][0]["unseen"]
    assert any(row["dataset"] == "actions" for row in data["rows"])


def test_explain_pictures_a_locked_pack_with_its_password(locked: Path, tmp_path: Path, capsys) -> None:
    row_id = next(r["id"] for r in known(build_review(locked).path)["rows"] if r["dataset"] == "actions")
    command = ["explain", str(locked), row_id, "--picture", str(tmp_path / "row.png")]
    assert cli.run(command) == 3
    assert "locked.pdf: the file is locked with a password." in capsys.readouterr().err
    (tmp_path / "keys.txt").write_text("guess\nsesame\n")
    assert cli.run([*command, "--password-file", str(tmp_path / "keys.txt")]) == 0
    assert (tmp_path / "row.png").exists()


def test_a_damaged_pdf_stops_no_other(tmp_path: Path, capsys) -> None:
    """A pack that failed has no pictures, and a file damaged since has none either."""
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 and nothing more")
    shutil.copy(SAMPLES / "ashenshire" / "pack.pdf", tmp_path / "good.pdf")
    assert (
        cli.run(
            [
                "extract",
                str(tmp_path / "broken.pdf"),
                str(tmp_path / "good.pdf"),
                "-o",
                str(tmp_path / "out"),
                "-q",
            ]
        )
        == 2
    )
    capsys.readouterr()
    assert cli.run(["review", str(tmp_path / "out")]) == 0
    assert capsys.readouterr().err == ""
    pages = {
        pack["name"]: len(pack["pages"])
        for pack in known(tmp_path / "out" / "review" / "index.html")["packs"]
    }
    assert pages == {"broken.pdf": 0, "good.pdf": 12}


def test_another_file_of_the_same_name_is_not_taken_for_the_pack(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    shutil.copy(SAMPLES / "harrowmere" / "pack.pdf", tmp_path / "in" / "july.pdf")
    (why,) = build_review(write_results(tmp_path / "out")).unseen
    assert why.startswith("july.pdf: not found")


def test_a_folder_without_results(tmp_path: Path, capsys) -> None:
    assert cli.run(["review", str(tmp_path)]) == 1
    assert "there are no results here" in capsys.readouterr().err


def test_an_empty_pack_has_a_page(tmp_path: Path) -> None:
    out = write_results(tmp_path / "out", PackResult(result().pack))
    assert [row["dataset"] for row in known(build_review(out).path)["rows"]] == ["packs"]


# --- beside a run ------------------------------------------------------------------


def test_a_run_that_changes_nothing_does_not_disturb_the_making_of_a_page(tmp_path: Path) -> None:
    out = write_results(tmp_path / "out")
    home = out / HOME
    left = home / f"{HALF_REVIEW}of a killed one"
    left.mkdir()
    making = home / f"{HALF_REVIEW}made now"
    code = """if True:
        import sys, pathlib
        from agendapack.extract.batch.lock import REVIEW_FILE, locked
        with locked(pathlib.Path(sys.argv[1]), REVIEW_FILE):
            print(flush=True)
            sys.stdin.read()
    """
    command = [sys.executable, "-c", code, str(out)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=SAMPLES.parent
    ) as other:
        assert other.stdout and other.stdout.readline()
        making.mkdir()
        Store(out).prepare()
        assert making.exists()
        other.communicate()
    Store(out).prepare()
    assert not making.exists() and not left.exists()


def test_no_page_is_made_of_results_that_changed_meanwhile(tmp_path: Path) -> None:
    out = write_results(tmp_path / "out")

    def draw(pdf: Path, folder: Path, turned: object, numbers: object) -> list[PagePicture]:
        return []

    held = []

    @contextmanager
    def hold(of: Path, what: str) -> Iterator[None]:
        held.append(what)
        if what == "results":
            (of / "datapackage.json").write_text("{}", encoding="utf-8")
        yield

    with pytest.raises(UsageError, match="the results changed meanwhile"):
        build_review(out, draw=draw, hold=hold)
    assert held == ["review", "results"]
    assert not (out / "review").exists()
