"""The compiled walk over a page and the one in Python give the same page, bit for bit."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable, Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from read.pdfs import pdf, text

from agendapack.extract.errors import PackError
from agendapack.extract.model import Page
from agendapack.extract.read import compiled, pdfium

ROOT = Path(__file__).parents[2]
SAMPLES = sorted((ROOT / "samples").rglob("*.pdf"))
CORPUS = (
    sorted(Path(os.environ["AGENDAPACK_CORPUS"]).glob("*/document.pdf"))
    if "AGENDAPACK_CORPUS" in os.environ
    else []
)
Same = Callable[[bytes], tuple[Page, ...]]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library as an install would build it."""
    spec = spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec and spec.loader
    hook = module_from_spec(spec)
    spec.loader.exec_module(hook)
    made = hook.built(tmp_path_factory.mktemp("library"))
    if isinstance(made, str):
        pytest.skip(made)
    return Path(made)


@pytest.fixture(scope="module")
def walk(library: Path) -> compiled.PageWalk:
    found = compiled.loaded(library)
    assert found
    return found


@pytest.fixture(scope="module")
def same(walk: compiled.PageWalk, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Same]:
    """Reads a file both ways, compares, and hands over its pages."""
    file = tmp_path_factory.mktemp("pages") / "page.pdf"

    def both(content: bytes) -> tuple[Page, ...]:
        file.write_bytes(content)
        return pages_alike(file, walk)

    yield both


def pages_alike(file: Path, walk: compiled.PageWalk) -> tuple[Page, ...]:
    """The pages of a file, which are the same when Python reads them and when the library does."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pdfium, "page_walk", lambda: None)
        pages = _pages(file)
        patch.setattr(pdfium, "page_walk", lambda: walk)
        # repr tells apart what == does not: -0.0 and 0.0, 1 and True
        assert repr(_pages(file)) == repr(pages)
    return pages


def _pages(file: Path) -> tuple[Page, ...]:
    try:
        return tuple(pdfium.read_pages(file))
    except PackError:
        return ()


def form(content: str, more: str = "") -> str:
    return (
        f"<</Type/XObject/Subtype/Form/BBox[0 0 400 300]{more}/Length {len(content)}>>"
        f"stream\n{content}\nendstream"
    )


@pytest.mark.parametrize("file", SAMPLES, ids=lambda f: f.parent.name)
def test_samples(file: Path, walk: compiled.PageWalk) -> None:
    assert any(page.words for page in pages_alike(file, walk))


@pytest.mark.skipif(not CORPUS, reason="AGENDAPACK_CORPUS is not set")
@pytest.mark.parametrize("file", CORPUS, ids=lambda f: f.parent.name)
def test_corpus(file: Path, walk: compiled.PageWalk) -> None:
    pages_alike(file, walk)


RECTANGLES = "1 0 0 rg 50 50 100 100 re f 0 0 1 RG 2 w 60 60 200 1 re S 20 20 m 200 20 l S\n"
CLIPPED = "q 40 40 60 60 re W n 0 0 400 300 re f Q q 0 0 9 9 re W n 300 200 50 50 re f Q\n"
CURVES = "100 100 m 120 140 160 140 180 100 c b 0 1 0 rg 10 10 m 14 10 l 12 14 l h f\n"
MANY = " ".join(f"{n % 390} {n % 290} {'l' if n else 'm'}" for n in range(900))
DOTS = "".join(f"{n % 40 * 10} {n // 40 * 4} 3 3 re f\n" for n in range(1_700))


@pytest.mark.parametrize(
    "content",
    [
        "",
        RECTANGLES + CLIPPED + CURVES,
        f"0.3 -0.7 0.7 0.3 12.34 56.78 cm {RECTANGLES}{CLIPPED}{CURVES}{text('turned')}",
        f"0 0 0 0 0 0 cm {RECTANGLES}{text('flat')}",
        f"1e30 0 0 1e30 0 0 cm {RECTANGLES}{CURVES}",
        f"{MANY} f {MANY} S {MANY} B",
        f"{'0 0 400 300 re W n ' * 30}q {MANY} W n {RECTANGLES} Q {text('in many clips')}",
        "10 10 m W n 0 0 99 99 re f",  # a clip of one point
        DOTS,
        "".join(text(f"w{n}", x=n % 20 * 19, y=n // 20 * 3) for n in range(1_300)),
        "".join(text("mode", how=f"{mode} Tr") for mode in range(8)),
        text("kerned", how="-3 Tc 50 Tz") + text("\\344\\366 \\(x\\)", font="F3"),
    ],
)
@pytest.mark.parametrize("page", ["", "/Rotate 90", "/Rotate 180/UserUnit 2", "/CropBox[50 50 350 250]"])
def test_pages_made_of_odd_things(same: Same, content: str, page: str) -> None:
    same(pdf(content, page=page))


@pytest.mark.parametrize("depth", [1, 7, 8, 9, 14])
def test_forms_in_forms(same: Same, depth: int) -> None:
    nested = [
        form(
            f"{RECTANGLES}{text(f'level {n}')} q .99 0 0 .98 1 1 cm /X Do Q",
            f"/Matrix[1 0 0 1 {n} {n}]/Resources<</XObject<</X {21 + n} 0 R>>"
            "/Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>",
        )
        for n in range(depth)
    ]
    last = form(RECTANGLES)
    (page,) = same(pdf("/X Do", resources="/XObject<</X 20 0 R>>", more=(*nested, last)))
    # forms deeper than eight are not entered
    assert len(page.fills) == min(depth + 1, 8)


def test_a_form_that_holds_itself(same: Same) -> None:
    itself = form(f"{RECTANGLES} /X Do", "/Resources<</XObject<</X 20 0 R>>>>")
    same(pdf("/X Do", resources="/XObject<</X 20 0 R>>", more=(itself,)))


def test_pictures_and_gradients(same: Same) -> None:
    head = "/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1"
    picture = f"<</Type/XObject/Subtype/Image{head}>>stream\nA\nendstream"
    blend = "<</FunctionType 2/Domain[0 1]/C0[1 0 0]/C1[0 0 1]/N 1>>"
    axial = f"<</ShadingType 2/ColorSpace/DeviceRGB/Coords[0 0 400 0]/Function{blend}>>"
    shading = f"/Shading<</S{axial}>>"
    whole, cut = "q 90 0 0 90 9 9 cm /X Do Q\n", "q 20 20 50 50 re W n 90 0 0 90 9 9 cm /X Do Q\n"
    drawn = f"{whole}{cut}q 200 50 80 80 re W n /S sh Q\n"
    (page,) = same(pdf(drawn * 300, resources=f"/XObject<</X 20 0 R>>{shading}", more=(picture,)))
    assert len(page.pictures) == 600


@pytest.mark.parametrize("most", [0, 1, 9, 10, 11])
def test_the_bound_of_objects(same: Same, most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("pdfium_walk", "compiled", "pdfium"):
        monkeypatch.setattr(f"agendapack.extract.read.{module}.MAX_OBJECTS", most)
    inside = form("0 0 99 99 re f\n" * 5)
    drawn = "0 0 50 50 re f\n" * 3 + "/X Do\n" + "9 9 50 50 re f\n" * 4
    same(pdf(drawn, resources="/XObject<</X 20 0 R>>", more=(inside,)))


@pytest.mark.parametrize("left", [0, 1, 500, 1_000, 5_000])
def test_the_bound_of_segments(same: Same, left: int, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("pdfium_walk", "compiled"):
        monkeypatch.setattr(f"agendapack.extract.read.{module}.MAX_SAMPLED", left)
    same(pdf(f"{MANY} f\n" * 4))


@pytest.mark.parametrize("room", [1, 2, 7])
def test_arrays_that_are_full(same: Same, room: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "RECORDS", room)
    monkeypatch.setattr(compiled, "SPANS", room)
    monkeypatch.setattr(compiled, "PIECES", compiled.MAX_SAMPLE)
    (page,) = same(
        pdf(RECTANGLES * 5 + f"{MANY} f\n" * 9 + "".join(text("word", y=9 * n) for n in range(20)))
    )
    assert len(page.words) == 20


NUMBERS = st.floats(-500, 500, width=32, allow_subnormal=False).map(lambda x: f"{x:.4f}")
POINT = st.tuples(NUMBERS, NUMBERS).map(" ".join)
SIX = st.tuples(*[NUMBERS] * 6).map(" ".join)
OPERATION = st.one_of(
    st.tuples(POINT, st.sampled_from(["m", "l"])),
    st.tuples(POINT, POINT, POINT, st.just("c")),
    st.tuples(POINT, POINT, st.just("re")),
    st.tuples(st.sampled_from(["h", "f", "S", "B", "b*", "W n", "q", "Q", "n", "f*", "s"])),
    st.tuples(SIX, st.just("cm")),
    st.tuples(st.sampled_from(["1 0 0 rg", "0.9 g", "0 0 1 RG", "0.1 w", "7 w", "/X Do"])),
    st.tuples(st.just("BT /F1 9 Tf"), SIX, st.just("Tm 1 Tr (ab c) Tj ET")),
).map(" ".join)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(operations=st.lists(OPERATION, max_size=40), inside=st.lists(OPERATION, max_size=20))
def test_any_page(same: Same, operations: list[str], inside: list[str]) -> None:
    # a form that draws itself several times is drawn in powers of them by pdfium, until memory ends
    more = (form("\n".join(o for o in inside if o != "/X Do")),)
    same(pdf("\n".join(operations), resources="/XObject<</X 20 0 R>>", more=more))


def test_python_alone_when_it_is_asked_for(monkeypatch: pytest.MonkeyPatch, library: Path) -> None:
    monkeypatch.setattr(compiled, "LIBRARY", library)
    for value, wanted in (("1", False), ("", True), ("0", True)):
        monkeypatch.setenv(compiled.PURE, value)
        compiled.page_walk.cache_clear()
        assert bool(compiled.page_walk()) == wanted
    compiled.page_walk.cache_clear()


def test_a_library_that_does_not_fit_is_left_alone(
    monkeypatch: pytest.MonkeyPatch, library: Path, tmp_path: Path
) -> None:
    broken = tmp_path / library.name
    assert not compiled.loaded(broken)
    broken.write_bytes(b"no library")
    assert not compiled.loaded(broken)
    monkeypatch.setattr(compiled, "_SPAN", compiled._PATH)
    assert not compiled.loaded(library)


def test_a_library_older_than_its_source_is_left_alone(
    monkeypatch: pytest.MonkeyPatch, library: Path, tmp_path: Path
) -> None:
    copy = tmp_path / library.name
    copy.write_bytes(library.read_bytes())
    monkeypatch.setattr(compiled, "LIBRARY", copy)
    monkeypatch.delenv(compiled.PURE, raising=False)
    source = copy.with_suffix(".c")
    source.touch()
    for age, wanted in ((-9, False), (9, True)):
        made = source.stat().st_mtime
        os.utime(copy, (made + age, made + age))
        compiled.page_walk.cache_clear()
        assert bool(compiled.page_walk()) == wanted
    compiled.page_walk.cache_clear()


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_no_second_pdfium_comes_in(walk: compiled.PageWalk) -> None:
    maps = Path("/proc/self/maps").read_text().splitlines()
    assert walk and len({line.split()[-1] for line in maps if "pdfium" in line.split("/")[-1]}) == 1


def test_what_the_library_writes_is_what_is_read(library: Path) -> None:
    sizes = (ctypes.c_int32 * 6).in_dll(ctypes.CDLL(str(library)), "pagewalk_sizes")
    forms = (compiled._TEXT, compiled._PATH, compiled._AREA, compiled._SPAN)
    assert list(sizes)[:4] == [form.size for form in forms]
