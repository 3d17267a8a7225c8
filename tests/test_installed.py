"""What is installed is one package, whatever else the environment calls cli, extract or schemas."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HOSTILE = "raise SystemExit('another package was imported')\n"


COMPILER = any(map(shutil.which, ("cc", "gcc", "clang")))


def built(kind: str, source: Path, target: Path, **environment: str) -> Path:
    command = [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(target)]
    run = subprocess.run(command, cwd=source, check=True, capture_output=True, env=os.environ | environment)
    (target / "said").write_bytes(run.stderr)
    (made,) = target.glob("agendapack-*")
    return made


def libraries(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as archive:
        return [name for name in archive.namelist() if "/pagewalk" in name]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel made of the sdist, unpacked where other packages have taken the names of our parts."""
    folder = tmp_path_factory.mktemp("installed")
    with tarfile.open(built("sdist", ROOT, folder / "sdist")) as archive:
        if hasattr(tarfile, "data_filter"):  # since Python 3.11.4; asked for since 3.12
            archive.extraction_filter = tarfile.data_filter
        archive.extractall(folder / "source")
    (source,) = (folder / "source").iterdir()
    site = folder / "site"
    with zipfile.ZipFile(built("wheel", source, folder / "wheel")) as wheel:
        wheel.extractall(site)
    for name in ("extract", "schemas", "samples"):
        (site / name).mkdir()
        (site / name / "__init__.py").write_text(HOSTILE)
    (site / "cli.py").write_text(HOSTILE)
    return site


def test_the_wheel_holds_one_package(installed: Path) -> None:
    record = next(installed.glob("*.dist-info/RECORD")).read_text(encoding="utf-8")
    tops = {line.split("/")[0] for line in record.splitlines()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"agendapack"}


@pytest.mark.parametrize(
    "code",
    [
        "from agendapack import extract_pack, load, schemas; print(schemas.__file__)",
        "import agendapack.cli; print(agendapack.cli.__file__)",
        "import agendapack; print(agendapack.__file__)",
    ],
)
def test_other_packages_names_do_not_matter(installed: Path, code: str) -> None:
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=installed, env=environment, capture_output=True, text=True
    )
    assert run.stdout.startswith(str(installed / "agendapack")), run.stderr


def test_the_wheel_reads_a_pack(installed: Path, tmp_path: Path) -> None:
    pack, out = ROOT / "samples" / "ashenshire" / "pack.pdf", tmp_path / "out"
    options = ["extract", "-q", "-o", str(out), "--format", "csv", str(pack)]
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    subprocess.run([sys.executable, "-m", "agendapack", *options], cwd=installed, env=environment, check=True)
    assert (out / "actions.csv").stat().st_size > 1000


def test_the_wheel_reads_a_page_without_the_reader_of_yaml(installed: Path) -> None:
    code = "import sys; from agendapack.extract.batch import warm; warm.warm_up(); print(*sys.modules)"
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=installed, env=environment, capture_output=True, text=True
    )
    assert "pypdfium2" in run.stdout and "yaml" not in run.stdout.split(), run.stderr


@pytest.mark.skipif(not COMPILER, reason="there is no C compiler")
def test_the_wheel_holds_the_compiled_reader(tmp_path: Path) -> None:
    wheel = built("wheel", ROOT, tmp_path)
    assert "-py3-none-" in wheel.name and not wheel.name.endswith("-any.whl")
    (library,) = libraries(wheel)
    assert Path(library).parent == Path("agendapack/extract/read") and Path(library).suffix != ".c"


@pytest.mark.parametrize(
    "environment", [{"CC": "no-such-compiler"}, {"CC": "false"}, {"AGENDAPACK_PURE": "1"}]
)
def test_without_a_compiler_the_wheel_is_of_python_alone(tmp_path: Path, environment: dict[str, str]) -> None:
    wheel = built("wheel", ROOT, tmp_path, **environment)
    assert wheel.name.endswith("-py3-none-any.whl") and not libraries(wheel)
    said = (tmp_path / "said").read_text().splitlines()
    assert ["read by Python alone" in line for line in said if line.startswith("agendapack: ")] == [True]


def test_the_container_is_built_of_all_that_the_wheel_needs() -> None:
    steps = (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines()
    copied = {part for step in steps if step.startswith("COPY ") for part in step.split()[1:-1]}
    hatch = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]
    wheel = hatch["build"]["targets"]["wheel"]
    needed = {
        "hatch_build.py",
        *wheel["only-include"],
        *wheel["force-include"],
        "pyproject.toml",
        "README.md",
        "LICENSE",
    }
    assert needed <= copied
    assert all((ROOT / part).exists() for part in copied if not part.startswith(("--", "/")))
